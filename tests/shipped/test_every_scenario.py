"""One contract for every shipped scenario and every bot: it ends, stays finite, saves and loads."""

from pathlib import Path

import numpy as np
import pytest

from game.analysis.strategies import ALL_STRATEGIES, new_strategy
from game.market import GROUPS, LEVERS
from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    Seat,
    Session,
    Submit,
    answers,
    apply,
    is_over,
    new_session,
    parse_save,
    player_view,
    restore,
    save_text,
    score,
    team,
)
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario
from tests.golden import check_golden, playthrough
from tests.session.tables import played_by

PLACES = found_places()
NAMES = [each.name for each in list_scenarios(PLACES) if each.shipped]
GOLDEN = Path(__file__).parent / "golden"
SEEDS = (1, 2, 3)
PLAYERS = [name for name in ALL_STRATEGIES if name != "par"]
"""Par has to be searched, and has tests of its own."""


@pytest.fixture(scope="module")
def rules_of() -> dict[str, Rules]:
    return {name: load_scenario(PLACES, name) for name in NAMES}


def bot_game(rules: Rules, strategy: str, seed: int) -> Session:
    """Play a whole game with one bot that holds all roles."""
    return played_by(rules, new_strategy(strategy, rules, seed), new_session(rules, seed))


def planned_game(rules: Rules, seed: int, weights: dict[str, float]) -> float:
    """Return the score of spending all money by fixed weights, every turn."""
    session = new_session(rules, seed)
    while not is_over(rules, session):
        view = player_view(rules, session, Seat())
        for answer in answers(view):
            session = apply(rules, session, answer)
        view = player_view(rules, session, Seat())
        usable = [weights.get(lever.key, 0.0) * lever.open for lever in view.levers]
        total = sum(usable)
        spend = tuple(view.budget * weight // total if total else 0.0 for weight in usable)
        session = apply(rules, session, Submit(seat=Seat(), spend=spend))
        session = apply(rules, session, EndTurn())
    return score(rules, session.world, 0).total


@pytest.mark.parametrize("strategy", PLAYERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_game_ends_stays_finite_and_survives_a_save(
    rules_of: dict[str, Rules], name: str, strategy: str
) -> None:
    rules = rules_of[name]
    session = bot_game(rules, strategy, seed=4)
    assert len(session.history) == rules.turns
    assert np.isfinite(score(rules, session.world, 0).total)
    for figure in player_view(rules, session, Seat()).now.figures.values():
        assert figure.value is not None
        assert np.isfinite(figure.value)
    loaded = restore(rules, parse_save(save_text(rules, session), name), name)
    assert playthrough(rules, loaded) == playthrough(rules, session)


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("name", NAMES)
def test_one_role_with_a_partner_reaches_the_end(
    rules_of: dict[str, Rules], name: str, role: str
) -> None:
    rules = rules_of[name]
    seats = team(rules, role)  # type: ignore[arg-type]  # one of the two
    session = new_session(rules, 5, seats)
    while not is_over(rules, session):
        for seat in seats:
            bot = new_strategy("steady", rules)
            session = apply(rules, session, bot.decide(player_view(rules, session, seat)))
        session = apply(rules, session, EndTurn())
    assert session.history[-1].plans[0].total > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_in_the_full_game_no_single_lever_beats_an_even_split(
    rules_of: dict[str, Rules], seed: int
) -> None:
    rules = rules_of["fresh_start"]
    even = planned_game(rules, seed, dict.fromkeys(LEVERS, 1.0))
    for lever in LEVERS:
        assert planned_game(rules, seed, {lever: 1.0}) < even, lever


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", NAMES)
def test_doing_nothing_scores_least(rules_of: dict[str, Rules], name: str, seed: int) -> None:
    rules = rules_of[name]
    nothing = planned_game(rules, seed, {})
    for lever in LEVERS:
        if rules.levers[LEVERS.index(lever)].available:
            assert planned_game(rules, seed, {lever: 1.0}) > nothing, lever
    for strategy in PLAYERS:
        assert score(rules, bot_game(rules, strategy, seed).world, 0).total > nothing, strategy


@pytest.mark.parametrize("seed", SEEDS)
def test_each_function_fails_alone_in_the_full_game(rules_of: dict[str, Rules], seed: int) -> None:
    rules = rules_of["fresh_start"]
    even = planned_game(rules, seed, dict.fromkeys(LEVERS, 1.0))
    without = planned_game(rules, seed, dict.fromkeys(GROUPS["marketing"] + GROUPS["sales"], 1.0))
    for group in ("marketing", "sales"):
        alone = planned_game(rules, seed, dict.fromkeys(GROUPS[group], 1.0))
        assert alone < without < even


@pytest.mark.parametrize("strategy", ["steady", "greedy"])
@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_game_is_played_again_to_six_digits(
    rules_of: dict[str, Rules], name: str, strategy: str
) -> None:
    rules = rules_of[name]
    check_golden(
        GOLDEN / f"{name}_{strategy}.txt", playthrough(rules, bot_game(rules, strategy, seed=7))
    )
