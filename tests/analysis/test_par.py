"""Par is what no plan of ours beats, it keeps to the rules, and it always comes to an end."""

import json
import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from game.analysis.bot_courses import course_of_strategy
from game.analysis.games import batch_luck, final_scores
from game.analysis.par import Par, hindsight_par, search_par
from game.analysis.par_key import par_key
from game.analysis.par_trial import batch_of, drawn, repeated, usual_money
from game.analysis.strategies import ALL_STRATEGIES, answers_of, new_strategy
from game.errors import ParImpossible
from game.market import LEVERS
from game.market.arrays import frozen
from game.scenario.rules import Choice, Condition, Effect, EventRule, LeverRule, Rules, ScoreRule
from game.session import EndTurn, Seat, apply, draw_luck, is_over, new_session, player_view, score
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from tests.golden import ACCEPT
from tests.session.tables import small_rules

LONG: Final = Path(__file__).parent / "long_pars"

SHORT = 0.1
"""Effort that is enough for what these tests ask."""

BOTS = [name for name in ALL_STRATEGIES if name != "par"]

GIFT = EventRule(
    key="gift",
    title="A gift",
    when=(Condition(measure="turn", comparison="=", value=1, text="turn = 1"),),
    lasts_turns=3,
    choices=(
        Choice(key="refuse", text="Refuse"),
        Choice(
            key="spoil",
            text="Spoil",
            effects=(Effect(target="win_chance", operation="plus", value=-1.0, firms="you"),),
            lasts_turns=3,
        ),
        Choice(
            key="take",
            text="Take",
            effects=(Effect(target="win_chance", operation="plus", value=1.0, firms="you"),),
            lasts_turns=3,
        ),
    ),
)


@cache
def shipped(name: str) -> Rules:
    return load_scenario(found_places(), name)


@cache
def par_of(name: str) -> Par:
    return search_par(shipped(name), effort=0.25)


@cache
def small_par() -> Par:
    return search_par(small_rules(3), effort=SHORT)


@pytest.mark.parametrize("name", ["first_steps", "fresh_start"])
def test_no_bot_beats_par_with_the_same_lucks(name: str) -> None:
    rules, lucks = shipped(name), drawn(shipped(name), 1, 40)
    courses = {bot: course_of_strategy(rules, bot) for bot in BOTS} | {"par": par_of(name).course}
    means = {
        bot: final_scores(rules, repeated(batch_of(course), 40), batch_luck(lucks, 40))[:, 0].mean()
        for bot, course in courses.items()
    }
    assert max(means, key=lambda bot: means[bot]) == "par", means


@pytest.mark.parametrize("name", ["first_steps", "fresh_start"])
@pytest.mark.parametrize("seed", [1, 2])
def test_who_knows_the_luck_is_never_worse_than_who_does_not(name: str, seed: int) -> None:
    rules, luck = shipped(name), draw_luck(shipped(name), seed)
    honest = float(final_scores(rules, par_of(name).course, luck)[0])
    hindsight = hindsight_par(rules, luck, par_of(name), effort=SHORT)
    assert hindsight.score >= honest
    assert hindsight.score == float(final_scores(rules, hindsight.course, luck)[0])


def test_par_tells_the_mean_and_the_range_of_the_plan_it_hands_out() -> None:
    par, rules = small_par(), small_rules(3)
    lucks = drawn(rules, 1, 60)
    scores = final_scores(rules, repeated(batch_of(par.course), 60), batch_luck(lucks, 60))[:, 0]
    assert par.p10 < par.score < par.p90
    assert par.score == pytest.approx(scores.mean(), rel=0.02)
    assert par.complete


def test_the_same_search_finds_the_same_par() -> None:
    again = search_par(small_rules(3), effort=SHORT)
    assert again.score == small_par().score
    assert again.course.spend.tobytes() == small_par().course.spend.tobytes()


def test_a_search_leaves_the_luck_of_the_program_alone() -> None:
    np.random.seed(5)  # what is asked is whether anybody else sets it
    before = np.random.get_state(legacy=False)
    search_par(small_rules(2), effort=0.02)
    after = np.random.get_state(legacy=False)
    assert str(before) == str(after)


def test_a_search_says_how_far_it_is_and_how_good_the_best_is() -> None:
    told: list[tuple[float, float]] = []

    def watch(done: float, best: float) -> bool:
        told.append((done, best))
        return True

    search_par(small_rules(2), effort=0.05, progress=watch)
    done, best = zip(*told, strict=True)
    assert list(done) == sorted(done)
    assert list(best) == sorted(best)
    assert done[0] >= 0
    assert 0.9 < done[-1] <= 1


def test_a_search_that_is_cancelled_returns_its_best_so_far() -> None:
    par = search_par(small_rules(3), effort=SHORT, progress=lambda done, best: done < 0.3)
    assert not par.complete
    assert 0 < par.score <= small_par().score * 1.01
    luck = draw_luck(small_rules(3), 1)
    known = hindsight_par(small_rules(3), luck, par, progress=lambda done, best: False)
    assert not known.complete
    assert known.score >= float(final_scores(small_rules(3), par.course, luck)[0])


def test_par_keeps_to_locks_limits_and_closed_levers() -> None:
    rules = small_rules(4)
    levers = [replace(each) for each in rules.levers]
    closed, late, capped = (LEVERS.index(each) for each in ("seo", "advertising", "product_demos"))
    levers[closed] = LeverRule(key="seo", available=False)
    levers[late] = LeverRule(key="advertising", unlock_turn=3)
    levers[capped] = LeverRule(key="product_demos", limit=5_000.0)
    policies = replace(rules.policies, bar_free=False, focus_free=False, positioning_free=False)
    rules = replace(rules, levers=tuple(levers), policies=policies)
    par = search_par(rules, effort=SHORT)
    money = usual_money(rules, par.course, drawn(rules, 1, 5))
    assert not par.course.spend[:, 0, closed].any()
    assert not par.course.spend[:2, 0, late].any()
    assert par.course.spend[2:, 0, late].any()
    assert money[:, capped].max() <= 5_000.0
    assert np.ptp(par.course.bar[:, 0]) == 0
    assert par.course.bar[0, 0] == rules.policies.bar
    assert (par.course.focus[:, 0] == rules.policies.focus).all()
    assert (par.course.positioning[:, 0] == rules.policies.positioning).all()


def test_par_answers_events_as_it_pays() -> None:
    par = search_par(small_rules(3, (GIFT,)), effort=SHORT)
    assert (par.course.answers[:, 0, 0] == 2).all()


def test_other_teams_are_steady_while_one_searches() -> None:
    rules = replace(small_rules(2, rivals=2), players=2, rivals=small_rules(2, rivals=1).rivals)
    par = search_par(rules, effort=0.03)
    assert np.allclose(par.course.spend[:, 1], 1 / len(LEVERS))
    assert not np.allclose(par.course.spend[:, 0], 1 / len(LEVERS))


def test_the_bot_that_plays_par_reaches_it() -> None:
    rules = small_rules(3, (GIFT,))
    par = search_par(rules, effort=SHORT)
    reached: list[float] = []
    for seed in range(1, 9):
        session, bot = new_session(rules, seed), new_strategy("par", rules, seed, par)
        while not is_over(rules, session):
            for answer in answers_of(bot, player_view(rules, session, Seat())):
                session = apply(rules, session, answer)
            session = apply(rules, session, bot.decide(player_view(rules, session, Seat())))
            session = apply(rules, session, EndTurn())
        reached.append(score(rules, session.world, 0, par.score).of_par or 0.0)
    assert np.mean(reached) == pytest.approx(1.0, abs=0.03)


def test_a_score_is_part_of_par_at_the_end_alone() -> None:
    rules = small_rules(1)
    session = new_session(rules)
    assert score(rules, session.world, 0, 50.0).of_par is None
    ended = score(rules, apply(rules, session, EndTurn()).world, 0, 50.0)
    assert ended.of_par == pytest.approx(ended.total / 50)
    for useless in (None, 0.0, -3.0):
        world = apply(rules, session, EndTurn()).world
        assert score(rules, world, 0, useless).of_par is None


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (
            replace(
                small_rules(2), params=replace(small_rules(2).params, allowance=frozen([0.0] * 4))
            ),
            "money",
        ),
        (
            replace(
                small_rules(2),
                levers=tuple(LeverRule(key=lever, available=False) for lever in LEVERS),
            ),
            "lever",
        ),
        (
            replace(small_rules(2), scorecard=(ScoreRule(measure="wins", target=0.0, weight=1.0),)),
            "no numbers",
        ),
    ],
)
def test_a_scenario_in_which_nothing_can_be_reached_is_named(rules: Rules, reason: str) -> None:
    with pytest.raises(ParImpossible, match=reason) as refused:
        search_par(rules)
    assert "Small" in str(refused.value)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["first_steps", "fresh_start"])
def test_ten_times_the_effort_finds_hardly_more(name: str) -> None:
    assert search_par(shipped(name)).score >= 0.99 * found_in_ten_times(name)


def found_in_ten_times(name: str) -> float:
    """Return the points of a search of ten times the effort, which was made once and written down.

    It holds for one game and one market, known by their key: where that is another, it is made
    again with ``HANDOFF_ACCEPT=1``, which takes minutes.
    """
    path, key = LONG / f"{name}.json", par_key(shipped(name))
    if os.environ.get(ACCEPT):
        points = search_par(shipped(name), effort=10.0).score
        path.write_text(json.dumps({"key": key, "points": round(points, 4)}) + "\n", "utf-8")
    long = json.loads(path.read_text("utf-8"))
    assert long["key"] == key, f"{name} is another game now; see {ACCEPT}"
    return float(long["points"])
