"""When a decision shows: a little more money on one lever, once, and what it moves, turn by turn.

It is played with average luck, beside the par plan without that lever: where much is spent on it
already, no more of it would show. The game is played three years longer than it lasts, so that what
comes too late is seen, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any, Final

import numpy as np

from game.analysis.balance_arena import with_money
from game.analysis.balance_figures import EffectSeen
from game.analysis.balance_plans import usable
from game.analysis.courses import Course, stacked, without_levers
from game.analysis.games import batch_luck, play_course
from game.market import LEVERS, Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import no_luck
from game.session.measures import measure
from game.session.plans import limits_of
from game.session.world import World

EXTRA: Final = 0.1
"""Money added, as a part of a turn's budget; less where the lever takes no more."""

VISIBLE: Final = 0.01
"""Change of a measure that is seen."""

AFTERWARDS: Final = 3
"""Years that are played after the end."""

_TOTALS: Final = {"total_bookings": "bookings", "total_contribution": "contribution"}
"""What a turn adds to a measure that only grows."""


def effects_seen(rules: Rules, par: Course) -> tuple[EffectSeen, ...]:
    """Return for every lever when more money on it shows, and how much of that is in time.

    Args:
        rules: the scenario.
        par: its plan, in amounts of money.

    """
    watched = tuple(
        dict.fromkeys(
            ["bookings", *(_TOTALS.get(each.measure, each.measure) for each in rules.scorecard)]
        )
    )
    more = AFTERWARDS * _turns_a_year(rules)
    longer, course = replace(rules, turns=rules.turns + more), _longer(par, more)
    seen = {}
    for paid, levers in _by_turn(rules).items():
        without, with_more = _played(longer, course, paid, levers, watched)
        for lever, base, other in zip(levers, without, with_more, strict=True):
            seen[lever] = _seen(rules.turns, (lever, paid), other - base, base, watched)
    return tuple(seen[lever] for lever in usable(rules))


def _by_turn(rules: Rules) -> dict[int, tuple[str, ...]]:
    """Return turns in which money is added, and to what: the second, or when a lever opens."""
    opens = {each.key: each.unlock_turn for each in rules.levers}
    paid = {lever: max(opens[lever], min(2, rules.turns)) for lever in usable(rules)}
    return {
        turn: tuple(lever for lever in paid if paid[lever] == turn)
        for turn in sorted(set(paid.values()))
    }


def _seen(
    turns: int, added: tuple[str, int], change: Array, base: Array, watched: tuple[str, ...]
) -> EffectSeen:
    """Return when one lever's effect shows.

    Args:
        turns: of the game.
        added: the lever, and the turn in which it got more.
        change: (t, m) of each measure in each turn.
        base: (t, m).
        watched: names of the measures, bookings first.

    """
    part = np.abs(change) / np.maximum(np.abs(base), 1e-9)
    shows = np.argwhere(part[:turns] > VISIBLE)
    bookings = change[:, 0]
    total = float(bookings.sum())
    return EffectSeen(
        lever=added[0],
        paid=added[1],
        turn=int(shows[0][0]) + 1 if len(shows) else None,
        measure=watched[int(np.argmax(part[shows[0][0]]))] if len(shows) else "",
        within=float(bookings[:turns].sum()) / total if total > 0 else None,
    )


def _played(
    rules: Rules, course: Course, at: int, levers: tuple[str, ...], watched: tuple[str, ...]
) -> Array:
    """Return the figures without each lever, and with it in one turn alone, (2, l, t, m)."""
    tenth, limits = EXTRA * float(course.spend[at - 1, 0].sum()), limits_of(rules)
    extra = [min(tenth, float(limits[LEVERS.index(lever)])) for lever in levers]
    without = [without_levers(course, [lever]) for lever in levers]
    courses = [
        *without,
        *(_with_more(*each) for each in zip(without, levers, repeat(at), extra, strict=False)),
    ]
    batch, luck = stacked(courses), batch_luck(no_luck(rules), len(courses))
    rows: list[Array] = []
    start: World | None = None
    for turn in play_course(rules, batch, luck):
        if turn.turn == at:
            start = turn.opened
            break
        rows.append(_figures(rules, turn.closed, watched))
    assert start is not None  # every game has the turn
    paid = _with_cash(start, extra)
    rows += [
        _figures(rules, turn.closed, watched) for turn in play_course(rules, batch, luck, paid)
    ]
    figures = np.stack(rows, axis=1)
    return figures.reshape(2, len(levers), *figures.shape[1:])


def _turns_a_year(rules: Rules) -> int:
    return {"week": 52, "month": 12, "quarter": 4}[rules.one_turn_is]


def _longer(course: Course, turns: int) -> Course:
    """Return a course that goes on so many turns with its policies and its mean spending."""
    changes: dict[str, Any] = {}
    for name in ("spend", "bar", "focus", "positioning", "answers"):
        values = getattr(course, name)
        changes[name] = np.concatenate([values, np.repeat(values[-1:], turns, axis=0)])
    changes["spend"][-turns:] = course.spend.mean(axis=0)
    return locked(replace(course, **changes))


def _with_more(course: Course, lever: str, turn: int, extra: float) -> Course:
    spend = course.spend[:, 0].copy()
    spend[turn - 1, LEVERS.index(lever)] += extra
    return with_money(course, spend)


def _with_cash(world: World, extra: Sequence[float]) -> World:
    """Return worlds with more money for firm 0 in the last of them."""
    cash = world.market.cash.copy()
    cash[-len(extra) :, 0] += extra
    return locked(replace(world, market=locked(replace(world.market, cash=cash))))


def _figures(rules: Rules, world: World, watched: tuple[str, ...]) -> Array:
    """Return measures of firm 0 after a turn, (n, m)."""
    return np.stack(list(_each(rules, world, watched)), axis=-1)


def _each(rules: Rules, world: World, watched: tuple[str, ...]) -> Iterator[Any]:
    for name in watched:
        yield np.nan_to_num(measure(rules, world, name)[:, 0])
