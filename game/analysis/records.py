"""A game as tidy records: one figure a row, to be loaded into pandas, R or a spreadsheet as it is.

Every row says what was measured (``measure``), where (``turn``, ``firm``, ``segment``, ``lever``)
and what it was (``value``). An empty ``segment`` means the whole firm, an empty ``lever`` no lever.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from typing import Final

from game.market import LEVERS, Array
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import Session, TurnRecord
from game.session.measures import measure

SEGMENT_FLOWS: Final = (
    "inbound",
    "outbound",
    "not_ready",
    "nurtured",
    "mqls",
    "leaked",
    "unworked",
    "rejected",
    "too_late",
    "sqls",
    "referrals",
    "no_demo",
    "unfit",
    "opportunities",
    "wins",
    "lost_to_rivals",
    "lost_to_no_decision",
    "churned",
)
"""Accounts of a turn by segment, fields of ``Outcome``."""

SEGMENT_STOCKS: Final = ("awareness", "lead", "nurture", "mql", "sql", "opportunity", "customer")
"""What there is at the end of a turn by segment, fields of ``MarketState``."""


@dataclass(frozen=True, slots=True)
class Record:
    """One figure of one game."""

    scenario: str
    game: str  # tells games of one file apart: the strategy, or whatever the caller says
    seed: int
    turn: int  # from 1
    firm: str
    segment: str  # key; empty = all
    lever: str  # key; empty = none
    measure: str
    value: float  # NaN where there was nothing to measure


COLUMNS: Final = tuple(field.name for field in fields(Record))


def records(rules: Rules, session: Session, game: str = "") -> Iterator[Record]:
    """Yield every figure of a game, turn by turn.

    Measures of ``scenario.measures`` for every firm; flows and stocks for every firm and segment;
    spend, memory and response for every firm and lever. Money in the scenario's currency, people
    in accounts, shares as fractions.

    Args:
        rules: the scenario.
        session: the game, at least one turn of it played.
        game: a name for it.

    """
    for played in session.history:
        for firm, name in enumerate(rules.firm_names):
            for segment, lever, key, value in _figures(rules, played, firm):
                yield Record(
                    rules.name, game, session.seed, played.turn, name, segment, lever, key, value
                )


def rows(found: Iterator[Record]) -> Iterator[tuple[object, ...]]:
    """Yield records as plain tuples in the order of ``COLUMNS``."""
    return (astuple(record) for record in found)


def _figures(rules: Rules, played: TurnRecord, firm: int) -> Iterator[tuple[str, str, str, float]]:
    """Yield (segment, lever, measure, value) of one firm in one turn."""
    for key in MEASURES:
        if key != "turn":
            yield "", "", key, float(measure(rules, played.closed, key)[firm])
    outcome, state = played.closed.outcome, played.closed.market
    for place, segment in enumerate(rules.segments):
        for name in SEGMENT_FLOWS:
            yield segment.key, "", name, float(getattr(outcome, name)[firm, place])
        for name in SEGMENT_STOCKS:
            yield segment.key, "", f"{name}_end", float(getattr(state, name)[firm, place])
    for place, lever in enumerate(LEVERS):
        for name, values in _by_lever(played).items():
            yield "", lever, name, float(values[firm, place])


def _by_lever(played: TurnRecord) -> dict[str, Array]:
    outcome, state = played.closed.outcome, played.closed.market
    if outcome is None:
        raise ValueError("a played turn has an outcome")
    return {
        "lever_spend": outcome.spend,
        "lever_memory": state.memory,
        "lever_response": outcome.response,
    }
