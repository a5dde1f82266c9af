"""Playing with a partner teaches what it should: shared goals win, silos and broken words lose."""

from functools import cache

import pytest

from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    Seat,
    apply,
    is_over,
    new_bot,
    new_session,
    player_view,
    score,
)
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from tests.session.partner_games import Manner, of_congruence, partnered

SEEDS = range(1, 21)
SILOS = ("silo_marketing", "silo_sales", "no_collaboration")


@cache
def fresh_start(congruence: float | None = None) -> Rules:
    rules = load_scenario(found_places(), "fresh_start")
    return rules if congruence is None else of_congruence(rules, congruence)


@cache
def alone(strategy: str) -> float:
    """Mean score of a bot that holds every role."""
    rules, bot, total = fresh_start(), new_bot(strategy), 0.0
    for seed in SEEDS:
        session = new_session(rules, seed)
        while not is_over(rules, session):
            session = apply(rules, session, bot.decide(player_view(rules, session, Seat())))
            session = apply(rules, session, EndTurn())
        total += score(rules, session.world, 0).total
    return total / len(SEEDS)


@cache
def together(
    role: RoleKey, strategy: str, congruence: float | None = None, manner: Manner = "refuses"
) -> float:
    """Mean score of a person who plays a role like a bot, with a partner."""
    rules = fresh_start(congruence)
    games = [partnered(rules, role, strategy, seed, manner) for seed in SEEDS]
    assert all(game.seats == (Seat(0, "marketing"), Seat(0, "sales")) for game in games)
    return sum(score(rules, game.world, 0).total for game in games) / len(games)


def test_with_shared_goals_one_does_about_as_well_as_alone_and_better_than_silos() -> None:
    result = together("marketing", "steady")
    assert result > alone("steady") - 5
    assert result > max(map(alone, SILOS)) + 12


def test_a_partner_in_marketing_is_worth_having_as_well() -> None:
    assert together("sales", "steady") > max(map(alone, SILOS)) + 8


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_where_nobody_works_together_the_result_is_that_of_silos(role: RoleKey) -> None:
    result = together(role, "no_collaboration")
    assert min(map(alone, SILOS)) - 5 < result < max(map(alone, SILOS)) + 6
    assert together(role, "no_collaboration", 0.8) > result + 12


def test_taking_what_is_offered_pays_and_breaking_it_costs() -> None:
    silo = together("sales", "no_collaboration")
    assert together("sales", "no_collaboration", None, "agrees") > silo + 3
    kept = together("sales", "no_collaboration", 0.8, "agrees")
    assert together("sales", "no_collaboration", 0.8, "breaks") < kept - 6
