"""A player's folders in a temporary place, with a small scenario to play."""

from pathlib import Path

from game.scenario.rules import Rules
from game.session import EndTurn, Session, Submit, apply, new_bot, new_session, player_view
from game.session.seats import Seat, team
from game.storage.places import Places, shipped
from game.storage.scenarios import load_scenario

CORNER_SHOP = """\
title: Corner shop
turns: {count: 3}
budget: {start: 50k, per_turn: 50k}
levers:
  seo: {unlock: turn 2}
positioning:
  fresh: Fresh every day
  nearby: Nearby
events:
  strike:
    title: Strike
    when: [turn = 2]
    affects: [demand -20%]
    choices:
      wait: {text: Wait}
      pay: {text: Pay, costs: 5k}
"""


def new_home(folder: Path) -> Places:
    """Return places in a folder, whose own scenarios hold the corner shop."""
    places = Places(home=folder, scenarios=shipped("scenarios"), assets=shipped("assets"))
    places.own_scenarios.mkdir(parents=True)
    (places.own_scenarios / "corner_shop.yaml").write_text(CORNER_SHOP, encoding="utf-8")
    return places


def corner_shop(places: Places) -> Rules:
    """Return the small scenario's rules."""
    return load_scenario(places, "corner_shop")


def started(rules: Rules, role: str = "all") -> Session:
    """Return a new game."""
    return new_session(rules, 7, team(rules, role))  # type: ignore[arg-type]  # a role's key


def turn_played(rules: Rules, session: Session) -> Session:
    """Return the game one turn later; every seat splits its money evenly."""
    for seat in session.seats:
        session = apply(rules, session, steady(rules, session, seat))
    return apply(rules, session, EndTurn())


def steady(rules: Rules, session: Session, seat: Seat) -> Submit:
    """Return an even plan for a seat."""
    return new_bot("steady").decide(player_view(rules, session, seat))
