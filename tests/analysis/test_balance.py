"""A scenario is measured by games that can be played again one by one."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.analysis.balance import balance_report, measured_balance
from game.analysis.balance_arena import Arena
from game.analysis.balance_effects import effects_seen
from game.analysis.balance_figures import Measured
from game.analysis.balance_levers import in_money, spent_under, with_share_together
from game.analysis.bot_courses import course_of_strategy
from game.analysis.changes import GroupOut, LeverOut, changed_course
from game.analysis.courses import Course
from game.analysis.games import final_scores
from game.analysis.par import Par, search_par
from game.analysis.par_trial import EndedEarly
from game.errors import ParImpossible
from game.market import LEVERS
from game.market.levers import group_slice
from game.scenario import load
from game.scenario.rules import Rules
from game.session import draw_luck

WORLDS = 4

CAFE = """\
title: Cafe
turns: {count: 4}
budget: {start: 20k, per_turn: 100k}
levers:
  seo: {unlock: turn 9}
  negotiation: {limit: 4k}
positioning:
  fresh: Fresh every day
  nearby: Nearby
events:
  fair:
    title: Fair
    when: [turn = 2]
    choices:
      stay: {text: Stay}
      go: {text: Go, costs: 5k, affects: [awareness +9 points]}
  flood:
    title: Flood
    when: [turn = 3, awareness > 99%]
    affects: [demand -10%]
"""


def cafe(more: str = "") -> Rules:
    return load(CAFE + more, "cafe")


@cache
def par_of(more: str = "") -> Par:
    return search_par(cafe(more), effort=0.05)


@cache
def measured(more: str = "") -> Measured:
    return measured_balance(cafe(more), par_of(more), worlds=WORLDS)


def mean_score(rules: Rules, *courses: Course) -> float:
    return float(
        np.mean(
            [
                final_scores(rules, course, draw_luck(rules, seed))[0]
                for course in courses
                for seed in range(1, WORLDS + 1)
            ]
        )
    )


def test_par_is_the_measure_of_all_others() -> None:
    now = measured()
    assert now.standing("par").of_par == pytest.approx(1)
    assert now.par == pytest.approx(mean_score(cafe(), par_of().course))


def test_a_strategy_reaches_what_its_games_reach_one_by_one() -> None:
    rules, now = cafe(), measured()
    steady = mean_score(rules, course_of_strategy(rules, "steady"))
    assert now.standing("steady").score == pytest.approx(steady)
    divisions = [course_of_strategy(rules, "random", seed) for seed in range(1, 7)]
    assert now.standing("random").score == pytest.approx(mean_score(rules, *divisions))


def test_every_way_to_play_stands_in_the_ranking_once_and_in_order() -> None:
    now = measured()
    keys = [each.key for each in now.standings]
    assert len(set(keys)) == len(keys)
    assert set(LEVERS) - set(keys) == {"seo"}  # it opens after the end
    assert {"par", "steady", "random", "greedy", "marketing", "nothing"} <= set(keys)
    scores = [each.score for each in now.standings]
    assert scores == sorted(scores, reverse=True)


def test_shares_of_the_levers_add_up_and_stand_beside_what_they_cost_if_missing() -> None:
    rules, now = cafe(), measured()
    assert sum(each.share for each in now.levers) == pytest.approx(1)
    assert sum(each.last for each in now.levers) == pytest.approx(1)
    demos = next(each for each in now.levers if each.lever == "product_demos")
    without = changed_course(rules, par_of().course, LeverOut(lever="product_demos"))
    assert demos.costs_moved == pytest.approx(1 - mean_score(rules, without) / now.par)
    assert 0 <= demos.first_half <= 1


def test_collaboration_earns_what_the_game_without_it_loses() -> None:
    rules, now = cafe(), measured()
    assert now.collaboration is not None
    without = changed_course(rules, par_of().course, GroupOut(group="together"))
    assert now.collaboration.earns_moved == pytest.approx(1 - mean_score(rules, without) / now.par)
    best = max(now.collaboration.scan, key=lambda each: each.of_par)
    assert best.share == now.collaboration.best


@pytest.mark.parametrize("share", [0.0, 0.25, 0.6])
def test_another_share_for_working_together_takes_the_money_from_the_others(share: float) -> None:
    before = par_of().course
    after = with_share_together(cafe(), before, share).spend[:, 0]
    total = before.spend[:, 0].sum(axis=1)
    assert after.sum(axis=1) == pytest.approx(total)
    assert after[:, group_slice("together")].sum(axis=1) == pytest.approx(share * total)
    mix = after[:, :7] / after[:, :7].sum(axis=1, keepdims=True)
    usual = before.spend[:, 0, :7] / before.spend[:, 0, :7].sum(axis=1, keepdims=True)
    assert mix == pytest.approx(usual)


def test_money_that_is_spent_and_left_is_all_there_was() -> None:
    spent = spent_under(Arena(cafe(), WORLDS), par_of().course)
    income = spent.income.sum()
    assert spent.money.sum() + spent.unspent * income == pytest.approx(income)
    assert income <= 20e3 + 4 * 100e3 + 1


def test_more_money_brings_more_than_less_money() -> None:
    money = measured().money
    assert money.tenth_less < 1 < money.tenth_more


def test_an_event_is_counted_in_the_games_in_which_it_happens() -> None:
    events = {each.key: each for each in measured().events}
    assert (events["fair"].happens, events["fair"].least) == (1, 1)
    assert events["flood"].most == 0
    assert events["flood"].answers == ()
    answers = {each.key: each.worth for each in events["fair"].answers}
    assert min(answers.values()) == 0
    assert max(answers.values()) > 0


def test_the_parts_of_the_targets_make_the_score_of_par() -> None:
    rules, now = cafe(), measured()
    points = sum(
        100 * rule.weight * each.par
        for rule, each in zip(rules.scorecard, now.targets, strict=True)
    )
    assert points == pytest.approx(now.par)


def test_an_effect_shows_sooner_where_a_lever_acts_at_once() -> None:
    seen = {each.lever: each for each in measured().effects}
    demos, vision = seen["product_demos"], seen["shared_vision"]
    assert demos.turn == 2  # the extra money comes in turn 2
    assert vision.turn is None or vision.turn >= demos.turn
    assert demos.within is not None
    assert vision.within is not None
    assert vision.within < demos.within <= 1


def test_a_lever_that_opens_late_gets_its_extra_money_when_it_opens() -> None:
    rules = load(CAFE.replace("seo: {unlock: turn 9}", "product_demos: {unlock: turn 3}"), "cafe")
    course = par_of().course
    plain = in_money(course, spent_under(Arena(rules, 1), course))
    seen = {each.lever: each for each in effects_seen(rules, plain)}
    assert (seen["product_demos"].paid, seen["product_demos"].turn) == (3, 3)
    assert seen["advertising"].paid == 2


def test_no_effect_is_seen_of_money_that_a_lever_does_not_take() -> None:
    rules = load(CAFE.replace("negotiation: {limit: 4k}", "negotiation: {limit: 1 EUR}"), "cafe")
    course = par_of().course
    plain = in_money(course, spent_under(Arena(rules, 1), course))
    seen = {each.lever: each for each in effects_seen(rules, plain)}
    assert seen["negotiation"].turn is None
    free = {each.lever: each for each in effects_seen(cafe(), plain)}
    assert free["negotiation"].turn is not None


def test_locked_policies_have_no_others() -> None:
    more = (
        "policies:\n  qualification_bar: {value: 30%, locked: yes}\n  positioning: {locked: yes}\n"
    )
    policies = measured(more).policies
    assert policies.bars == policies.messages == ()
    assert policies.bar == policies.best_bar == pytest.approx(0.3)


def test_no_other_focus_is_tried_where_it_is_locked() -> None:
    who = "segments:\n  many: {accounts: 9000}\n  few: {accounts: 90}\n"
    more = who + "policies:\n  segment_focus: {value: {many: 1%, few: 99%}, locked: yes}\n"
    assert measured(more).policies.even_focus == pytest.approx(1, abs=1e-3)


def test_the_same_scenario_gives_the_same_figures() -> None:
    assert measured_balance(cafe(), par_of(), worlds=WORLDS) == measured()


def test_levers_that_cannot_work_together_leave_nothing_to_say_about_it() -> None:
    now = measured("  flat: {title: Flat}\ncollaboration: {congruence: 25%}\n")
    assert now.collaboration is not None
    text = CAFE.replace("seo: {unlock: turn 9}", "others: off\n  seo: on\n  prospecting: on")
    rules = load(text, "cafe")
    alone = measured_balance(rules, search_par(rules, effort=0.02), worlds=1)
    assert alone.collaboration is None
    assert [each.lever for each in alone.levers] == ["seo", "prospecting", "negotiation"]


def test_whoever_watches_is_told_how_far_it_is_and_may_end_it() -> None:
    told: list[float] = []

    def enough(part: float) -> bool:
        told.append(part)
        return len(told) < 3

    with pytest.raises(EndedEarly):
        measured_balance(cafe(), par_of(), worlds=1, progress=enough)
    assert len(told) == 3
    assert told == sorted(told)


def test_whoever_watches_to_the_end_is_told_of_it() -> None:
    told: list[float] = []

    def patient(part: float) -> bool:
        told.append(part)
        return True

    measured_balance(cafe(), par_of(), worlds=1, progress=patient)
    assert told[-1] == 1


def test_a_scenario_in_which_every_point_is_lost_cannot_be_measured() -> None:
    text = CAFE + "scorecard:\n  total_contribution: {target: 1M}\n"
    rules = load(text, "cafe")
    ruined = replace(par_of(), course=course_of_strategy(rules, "steady"))
    with pytest.raises(ParImpossible) as refused:
        measured_balance(rules, ruined, worlds=1)
    assert refused.value.code == "nothing_reached"


def test_a_scenario_in_which_nothing_can_be_won_cannot_be_measured() -> None:
    nobody = "segments:\n  few: {accounts: 1, price: 100 EUR, in_market: 0%}\n"
    text = CAFE + nobody + "company: {customers: 0%}\nscorecard: {total_bookings: {target: 1M}}\n"
    rules = load(text, "cafe")
    with pytest.raises(ParImpossible, match=r"0\.0 points") as refused:
        measured_balance(rules, search_par(rules, effort=0.02), worlds=1)
    assert refused.value.code == "nothing_reached"


def test_scores_that_are_no_numbers_are_refused() -> None:
    rules = cafe()
    lines = tuple(replace(each, target=float("nan")) for each in rules.scorecard)
    with pytest.raises(ParImpossible) as refused:
        measured_balance(replace(rules, scorecard=lines), par_of(), worlds=1)
    assert refused.value.code == "no_finite_score"


def test_a_market_with_nobody_in_it_is_named() -> None:
    more = "segments:\n  few: {accounts: 1, price: 100 EUR, in_market: 0%}\n"
    rules = cafe(more)
    found = balance_report(rules, search_par(rules, effort=0.02), worlds=1)
    assert "nobody_buys" in {each.code for each in found.findings}
    assert found.verdict == "does_not_teach"
