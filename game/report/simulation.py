"""A game played without a screen, as plain data: for scripts (JSON) and for a table."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from game.market import LEVERS
from game.report.language import Language
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import Score, ScorePart, Session, TurnRecord, score
from game.session.measures import measure
from game.words import Sentence, sentence

FIRM: Final = 0
"""The firm that is reported; the others are rivals."""

SUMS: Final = (
    "leads",
    "mqls",
    "sqls",
    "opportunities",
    "wins",
    "churned",
    "bookings",
    "revenue",
    "contribution",
)
"""Keys of a turn that add up over a game."""

LAST: Final = (
    "customers",
    "awareness",
    "goodwill",
    "satisfaction",
    "cash",
    "market_share",
    "congruence",
)
"""Keys of a turn of which the last counts; of all others the mean over the turns is told."""

TURN_KEYS: Final = (
    "leads",
    "mqls",
    "sqls",
    "opportunities",
    "wins",
    "customers",
    "churned",
    "awareness",
    "goodwill",
    "satisfaction",
    "lead_fit",
    "acceptance",
    "response_hours",
    "leakage",
    "win_rate",
    "bookings",
    "revenue",
    "contribution",
    "cash",
    "market_share",
    "congruence",
)
"""The measures of a turn, in the order in which they are written."""

_DIGITS: Final = 6


def simulation(rules: Rules, session: Session, par: float | None = None) -> dict[str, Any]:
    """Return a played game: numbers have six decimals, shares are fractions, None is unknown.

    Args:
        rules: the scenario.
        session: the game, played to its end or not.
        par: the scenario's honest par in points, where it is known.

    """
    turns = [_turn(rules, record) for record in session.history]
    return {
        "scenario": rules.name,
        "seed": session.seed,
        "currency": rules.currency,
        "turns": turns,
        "totals": _totals(turns),
        "score": _score(score(rules, session.world, FIRM, par)),
    }


def over_games(played: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the mean and the 10 % and 90 % quantiles of many games' totals and scores.

    Args:
        played: what ``simulation`` returned, one a game; at least one.

    """
    rows = [
        {
            **{key: each["totals"][key] for key in TURN_KEYS},
            "score": each["score"]["total"],
            "of_par": each["score"]["of_par"],
        }
        for each in played
    ]
    columns = {key: sorted(row[key] for row in rows if row[key] is not None) for key in rows[0]}
    return {
        "count": len(played),
        "mean": {key: _mean(values) for key, values in columns.items()},
        "p10": {key: _quantile(values, 0.1) for key, values in columns.items()},
        "p90": {key: _quantile(values, 0.9) for key, values in columns.items()},
    }


def _turn(rules: Rules, record: TurnRecord) -> dict[str, Any]:
    plan = record.plans[FIRM]
    spend = {key: _number(amount) for key, amount in zip(LEVERS, plan.spend, strict=True)}
    figures = {key: _number(float(measure(rules, record.closed, key)[FIRM])) for key in TURN_KEYS}
    return {"turn": record.turn, "spend": spend, **figures}


def _totals(turns: Sequence[dict[str, Any]]) -> dict[str, Any]:
    spend = {key: _number(sum(turn["spend"][key] for turn in turns)) for key in LEVERS}
    return {"spend": spend, **{key: _total(key, turns) for key in TURN_KEYS}}


def _total(key: str, turns: Sequence[dict[str, Any]]) -> float | None:
    known = [turn[key] for turn in turns if turn[key] is not None]
    if not known:
        return None
    if key in LAST:
        return float(known[-1])
    return _number(sum(known)) if key in SUMS else _mean(known)


def _score(result: Score) -> dict[str, Any]:
    return {
        "total": _number(result.total),
        "of_par": None if result.of_par is None else _number(result.of_par),
        "parts": _parts(result.parts),
    }


def _parts(parts: Sequence[ScorePart]) -> dict[str, float | None]:
    """Return the points of each line; a second line on one measure is ``measure_2``."""
    found: dict[str, float | None] = {}
    for part, key in zip(parts, part_keys(part.measure for part in parts), strict=True):
        found[key] = _number(part.points)
    return found


def part_keys(measures: Iterable[str]) -> tuple[str, ...]:
    """Return a key for each line of a scorecard.

    >>> part_keys(["wins", "satisfaction", "wins"])
    ('wins', 'satisfaction', 'wins_2')
    """
    seen: Counter[str] = Counter()
    keys = []
    for measure_ in measures:
        seen[measure_] += 1
        keys.append(measure_ if seen[measure_] == 1 else f"{measure_}_{seen[measure_]}")
    return tuple(keys)


def _number(value: float) -> float | None:
    # Adding nothing turns −0.0 into 0.0, so that the same game is the same text.
    return round(value, _DIGITS) + 0.0 if math.isfinite(value) else None


def _mean(values: Sequence[float]) -> float | None:
    return _number(sum(values) / len(values)) if values else None


def _quantile(values: Sequence[float], part: float) -> float | None:
    """Return a quantile of sorted values, between two of them in proportion."""
    if not values:
        return None
    place = part * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return _number(values[low] + (values[high] - values[low]) * (place - low))


COLUMNS: Final[dict[str, Sentence]] = {
    "spend": sentence("Spent"),
    "leads": sentence("Leads"),
    "mqls": sentence("MQLs"),
    "sqls": sentence("SQLs"),
    "opportunities": sentence("Opps"),
    "wins": sentence("Wins"),
    "customers": sentence("Customers"),
    "leakage": sentence("Leakage"),
    "win_rate": sentence("Win rate"),
    "bookings": sentence("Bookings"),
    "contribution": sentence("Contribution"),
    "cash": sentence("In bank"),
}
"""The columns of the table and their heads; all the rest is in the JSON."""

FIRST_TO_GO: Final = (
    "opportunities",
    "customers",
    "win_rate",
    "mqls",
    "cash",
    "leakage",
    "contribution",
    "sqls",
    "leads",
    "spend",
    "bookings",
)
"""The columns that are left out where there is little room, the first one first."""

_BETWEEN: Final = 3
"""Columns of a console between two columns of the table."""


def table_rows(played: dict[str, Any], keys: Sequence[str], language: Language) -> list[list[str]]:
    """Return the cells of the table: one row a turn, the turn's number first, then the totals."""
    rows = [
        [language.number(turn["turn"]), *_cells(turn, keys, language)] for turn in played["turns"]
    ]
    total = language.say(sentence("Total"))
    return [*rows, [total, *_cells(played["totals"], keys, language)]]


def columns_within(width: int, played: dict[str, Any], language: Language) -> tuple[str, ...]:
    """Return the keys of the columns that can be read within so many columns of a console."""
    keys = list(COLUMNS)
    rows = table_rows(played, keys, language)
    heads = [language.say(COLUMNS[key]) for key in keys]
    needs = {
        key: max(len(heads[place]), *(len(row[place + 1]) for row in rows))
        for place, key in enumerate(keys)
    }
    turn = max(len(row[0]) for row in rows)
    for key in FIRST_TO_GO:
        if turn + sum(_BETWEEN + needs[each] for each in keys) <= width:
            break
        keys.remove(key)
    return tuple(keys)


def left_out(shown: Sequence[str]) -> Sentence | None:
    """Return which columns there was no room for, and how they can be seen; None if all are."""
    absent = [COLUMNS[key] for key in COLUMNS if key not in shown]
    if not absent:
        return None
    return sentence(
        "Left out for want of room: {columns:list}. A wider window shows them, --json has them "
        "all.",
        columns=tuple(absent),
    )


def _cells(row: dict[str, Any], keys: Sequence[str], language: Language) -> list[str]:
    return [_cell(key, row[key], language) for key in keys]


def _cell(key: str, value: Any, language: Language) -> str:
    if key == "spend":
        return language.short(sum(value.values()))
    return language.figure(MEASURES[key].kind, value, short=True)
