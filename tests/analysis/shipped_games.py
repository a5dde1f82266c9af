"""Finished games of the scenarios that come with the program, for tests and benchmarks."""

from functools import cache

from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    Seat,
    Session,
    apply,
    is_over,
    new_bot,
    new_session,
    player_view,
)
from game.storage.places import found_places
from game.storage.scenarios import load_scenario


@cache
def finished(scenario: str, seed: int = 3, strategy: str = "random") -> tuple[Rules, Session]:
    """Return a game that a bot has played to its end; events are left to their first choice."""
    rules = load_scenario(found_places(), scenario)
    session, bot = new_session(rules, seed), new_bot(strategy, seed)
    while not is_over(rules, session):
        session = apply(rules, session, bot.decide(player_view(rules, session, Seat())))
        session = apply(rules, session, EndTurn())
    return rules, session
