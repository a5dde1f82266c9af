"""When a decision shows: a little more money on one lever, once, and what it moves, turn by turn.

It is played with average luck, on from an even split. The game is played three years longer than
it lasts, so that what comes too late is seen as well.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np

from game.analysis.balance_arena import with_money
from game.analysis.balance_figures import EffectSeen
from game.analysis.balance_plans import usable
from game.analysis.bot_courses import course_of_strategy
from game.analysis.courses import Course, stacked
from game.analysis.games import batch_luck, play_course
from game.market import LEVERS, Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import no_luck
from game.session.measures import measure
from game.session.world import World

EXTRA: Final = 0.1
"""Money added, as a part of a turn's budget."""

VISIBLE: Final = 0.01
"""Change of a measure that is seen."""

AFTERWARDS: Final = 3
"""Years that are played after the end."""

_TOTALS: Final = {"total_bookings": "bookings", "total_contribution": "contribution"}
"""What a turn adds to a measure that only grows."""


def effects_seen(rules: Rules) -> tuple[EffectSeen, ...]:
    """Return for every lever when more money on it shows, and how much of that is in time."""
    levers = usable(rules)
    watched = tuple(
        dict.fromkeys(
            ["bookings", *(_TOTALS.get(each.measure, each.measure) for each in rules.scorecard)]
        )
    )
    figures = _played(rules, levers, watched)
    base, others = figures[0], figures[1:]
    return tuple(
        _seen(rules, lever, other - base, base, watched)
        for lever, other in zip(levers, others, strict=True)
    )


def _seen(
    rules: Rules, lever: str, change: Array, base: Array, watched: tuple[str, ...]
) -> EffectSeen:
    """Return when one lever's effect shows.

    Args:
        rules: the scenario.
        lever: its key.
        change: (t, m) of each measure in each turn.
        base: (t, m).
        watched: names of the measures, bookings first.

    """
    part = np.abs(change) / np.maximum(np.abs(base), 1e-9)
    shows = np.argwhere(part[: rules.turns] > VISIBLE)
    bookings = change[:, 0]
    total = float(bookings.sum())
    return EffectSeen(
        lever=lever,
        turn=int(shows[0][0]) + 1 if len(shows) else None,
        measure=watched[int(np.argmax(part[shows[0][0]]))] if len(shows) else "",
        within=float(bookings[: rules.turns].sum()) / total if total > 0 else None,
    )


def _played(rules: Rules, levers: tuple[str, ...], watched: tuple[str, ...]) -> Array:
    """Return the figures of an even split, then with more on each lever, (1 + l, t, m)."""
    longer = replace(rules, turns=rules.turns + AFTERWARDS * _turns_a_year(rules))
    at = min(2, rules.turns)
    course = _in_money(longer)
    extra = EXTRA * float(course.spend[at - 1, 0].sum())
    courses = [course, *(_with_more(course, lever, at, extra) for lever in levers)]
    batch, luck = stacked(courses), batch_luck(no_luck(longer), len(courses))
    rows: list[Array] = []
    start: World | None = None
    for turn in play_course(longer, batch, luck):
        if turn.turn == at:
            start = turn.opened
            break
        rows.append(_figures(longer, turn.closed, watched))
    assert start is not None  # every game has the turn
    paid = _with_cash(start, extra)
    rows += [
        _figures(longer, turn.closed, watched) for turn in play_course(longer, batch, luck, paid)
    ]
    return np.stack(rows, axis=1)


def _turns_a_year(rules: Rules) -> int:
    return {"week": 52, "month": 12, "quarter": 4}[rules.one_turn_is]


def _in_money(rules: Rules) -> Course:
    """Return what an even split spends with average luck, in money."""
    shares = course_of_strategy(rules, "steady")
    batch, luck = stacked([shares]), batch_luck(no_luck(rules), 1)
    played = [turn.decisions.spend[0] for turn in play_course(rules, batch, luck)]
    spend = np.array([money[: rules.players] for money in played])
    return locked(replace(shares, spend=spend, of_cash=False))


def _with_more(course: Course, lever: str, turn: int, extra: float) -> Course:
    spend = course.spend[:, 0].copy()
    spend[turn - 1, LEVERS.index(lever)] += extra
    return with_money(course, spend)


def _with_cash(world: World, extra: float) -> World:
    """Return worlds with more money for firm 0 in all but the first."""
    cash = world.market.cash.copy()
    cash[1:, 0] += extra
    return locked(replace(world, market=locked(replace(world.market, cash=cash))))


def _figures(rules: Rules, world: World, watched: tuple[str, ...]) -> Array:
    """Return measures of firm 0 after a turn, (n, m)."""
    return np.stack(list(_each(rules, world, watched)), axis=-1)


def _each(rules: Rules, world: World, watched: tuple[str, ...]) -> Iterator[Any]:
    for name in watched:
        yield np.nan_to_num(measure(rules, world, name)[:, 0])
