"""All reports of a seat at once, and every value in them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from game.market import LEVERS
from game.report.advice import advice
from game.report.briefing import briefing
from game.report.desk import desk
from game.report.journal import journal, journal_table
from game.report.library import scenario_card
from game.report.money import money_table
from game.report.results import leaks_table, results, sources_table
from game.report.rivals import rivals, rivals_table
from game.report.saturation import planned_saturation
from game.report.segments import segments_table
from game.report.tables import Table
from game.report.team import team_report
from game.report.trends import OFFERED, trend, trend_table
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    Session,
    apply,
    new_session,
    player_view,
    team,
)
from game.words import Sentence
from tests.session.tables import play

TURNS = 6


def play_on(rules: Rules, session: Session) -> Session:
    return apply(rules, session, EndTurn())


def view_of(
    rules: Rules, role: RoleKey = "all", turns: int = 0, strategy: str = "steady"
) -> PlayerView:
    seats = team(rules, role)
    session = play(rules, new_session(rules, seats=seats), strategy, turns)
    return player_view(rules, session, Seat(0, role))


def tables(rules: Rules, view: PlayerView) -> list[Table]:
    found = [
        segments_table(rules, view),
        money_table(rules, view),
        rivals_table(rivals(rules, view)),
        journal_table(journal(rules, view)),
        trend_table(rules, view, OFFERED),
    ]
    if (turn := results(rules, view)) is not None:
        found += [sources_table(turn.sources), leaks_table(turn.leaks)]
    return found


def everything(rules: Rules, view: PlayerView) -> list[object]:
    """All reports of a seat but the ending, whose scorecard everybody may see."""
    return [
        desk(rules, view, cards=OFFERED),
        results(rules, view),
        [trend(rules, view, key) for key in OFFERED],
        rivals(rules, view),
        journal(rules, view),
        briefing(rules, view),
        scenario_card(rules),
        tables(rules, view),
        advice(rules, view),
        team_report(rules, view),
        [planned_saturation(rules, view, place, 5_000.0) for place in range(len(LEVERS))],
    ]


def walk(value: object) -> Iterator[object]:
    """Yield every plain value in a report."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from walk(each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from walk(each)
    else:
        yield value


def sentences(value: object) -> Iterator[Sentence]:
    if isinstance(value, Sentence):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from sentences(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from sentences(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from sentences(each)
