"""Courses as rows of free numbers, so that a search may change them one by one and smoothly.

Axes: ``n`` candidates, ``t`` turns, ``k`` knots, ``l`` levers, ``s`` segments, ``p`` player firms.
A row holds, one after the other:

* k × l log shares of the money, softmax over the levers that are open, linear between the knots;
* k numbers for the part of the money that is spent;
* numbers for the qualification bar at its own knots, where the scenario leaves it free;
* s numbers for the segment focus, softmax, the same in all turns, where it is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from game.analysis.courses import Course
from game.market import Array
from game.market.arrays import Indices, Truth, locked, over_last
from game.scenario.rules import Rules
from game.session.plans import ROUNDING, open_levers

OVERDRAW: Final = 1.25
"""Most that is wanted of the money usually there: in a lucky world all of it is spent, too."""

SPENT_AT_FIRST: Final = 2.5
"""Where the number for the money spent starts: nearly everything."""

EVERYTHING: Final = 12.0
"""A number beyond which its sigmoid no longer moves."""

LEAST_SHARE: Final = 1e-4
LEAST_FOCUS: Final = 0.01
"""Shares that stand for none where they are turned into logarithms."""


class Fixed(NamedTuple):
    """What is chosen from a few possibilities, beside the free numbers."""

    positioning: int  # index of the message, the same in all turns
    answers: tuple[int, ...]  # the choice taken in each event, whenever it happens


class Parts(NamedTuple):
    """The free numbers of rows, unpacked."""

    shares: Array  # (n, k, l) logarithms, up to a constant
    spent: Array  # (n, k)
    bar: Array  # (n, b)
    focus: Array  # (n, s), or (n, 0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shape:
    """How rows of free numbers become courses."""

    rules: Rules
    open: Truth  # (t, l) levers that take money
    used: Indices  # levers open in some turn: only they have numbers
    limits: Array  # (l,) most money a turn, infinite where there is none
    income: Array  # (t, p) money that usually comes in, in the first turn with what was there
    knots: Array  # (t, k) weights of the knots in each turn, sum 1 over k
    bar_knots: Array  # (t, b)

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        """How many numbers of a row are shares, money, bar and focus."""
        policies = self.rules.policies
        count = self.knots.shape[1]
        segments = len(self.rules.segments)
        return (
            count * len(self.used),
            count,
            self.bar_knots.shape[1] if policies.bar_free else 0,
            segments if policies.focus_free and segments > 1 else 0,
        )

    @property
    def size(self) -> int:
        """How many numbers a row has."""
        return sum(self.sizes)

    def unpacked(self, rows: Array) -> Parts:
        """Cut rows (n, size) at their parts."""
        ends = np.cumsum(self.sizes)[:-1]
        shares, spent, bar, focus = np.split(rows, ends, axis=-1)
        return Parts(shares.reshape(len(rows), -1, len(self.used)), spent, bar, focus)


def new_shape(rules: Rules, income: Array, knots: Sequence[float] | None) -> Shape:
    """Return the shape of a scenario's courses.

    Args:
        rules: the scenario.
        income: (t, p) money that usually comes in; see ``Shape``.
        knots: places of the knots from 0 (first turn) to 1 (last); None frees every turn.

    """
    opened = np.array([open_levers(rules, turn + 1) for turn in range(rules.turns)])
    limits = np.array([np.inf if each.limit is None else each.limit for each in rules.levers])
    opened &= limits > 0
    return locked(
        Shape(
            rules=rules,
            open=opened,
            used=np.flatnonzero(opened.any(axis=0)),
            limits=limits,
            income=income,
            knots=_between(rules.turns, knots),
            bar_knots=_between(rules.turns, None if knots is None else (0.0, 1.0)),
        )
    )


def first_row(shape: Shape, shares: Array | None = None) -> Array:
    """Return the row of a plain course, (size,).

    Args:
        shape: of the course.
        shares: (l,) of the money, the same in all turns; None = even.

    """
    even = np.ones(len(shape.limits)) if shares is None else shares
    logs = np.log(np.maximum(even[shape.used], LEAST_SHARE))
    count = shape.knots.shape[1]
    _, _, bars, focus = shape.sizes
    policies = shape.rules.policies
    return np.concatenate(
        [
            np.tile(logs - logs.mean(), count),
            np.full(count, SPENT_AT_FIRST),
            _unsquashed(np.full(bars, policies.bar)),
            np.log(np.maximum(policies.focus, LEAST_FOCUS))[:focus],
        ]
    )


def row_of(shape: Shape, course: Course) -> tuple[Array, Fixed]:
    """Return the row, (size,), and the other choices that come nearest to a course.

    Args:
        shape: with a knot in every turn.
        course: of one world; of focus, positioning and answers those of the first turn count.

    """
    wanted = course.spend[:, 0]
    total = wanted.sum(axis=1)
    shares = wanted / np.maximum(total, ROUNDING)[:, None]
    _, _, bars, focus = shape.sizes
    row = np.concatenate(
        [
            np.log(np.maximum(shares[:, shape.used], LEAST_SHARE)).ravel(),
            _unsquashed(total / np.maximum(_cash(shape, total), ROUNDING) / OVERDRAW),
            _unsquashed(course.bar[:bars, 0]),
            np.log(np.maximum(course.focus[0, 0, :focus], LEAST_FOCUS)),
        ]
    )
    answers = tuple(int(choice) for choice in course.answers[0, :, 0])
    return row, Fixed(int(course.positioning[0, 0]), answers)


def _cash(shape: Shape, spent: Array) -> Array:
    """Return the money that firm 0 usually has in each turn, (t,), if it wants so much (t,)."""
    there, cash = np.zeros(len(spent)), 0.0
    for turn, wanted in enumerate(spent):
        there[turn] = cash = cash + shape.income[turn, 0]
        cash = max(cash - wanted, 0.0) * shape.rules.params.carry_over
    return there


def courses(shape: Shape, rows: Array, fixed: Sequence[Fixed]) -> Course:
    """Return a batch of courses, one for each row.

    Args:
        shape: of the rows.
        rows: (n, size).
        fixed: the other choices, one for each row.

    """
    parts = shape.unpacked(rows)
    count, turns = len(rows), shape.rules.turns
    firms, events = shape.rules.players, len(shape.rules.events)
    spend = np.empty((count, turns, firms, len(shape.limits)), order="F")
    spend[:, :, 0] = _money(shape, 0, _shares(shape, parts.shares), _spent(shape, parts.spent))
    bar = np.full((count, turns, firms), shape.rules.policies.bar, order="F")
    focus = np.empty((count, turns, firms, len(shape.rules.segments)), order="F")
    focus[:] = shape.rules.policies.focus
    positioning = np.full((count, turns, firms), shape.rules.policies.positioning, order="F")
    answers = np.zeros((count, turns, events, firms), dtype=np.int64, order="F")
    if firms > 1:
        spend[:, :, 1:] = steady_money(shape)
    if parts.bar.size:
        bar[:, :, 0] = _squashed(np.einsum("tb,nb->nt", shape.bar_knots, parts.bar))
    if parts.focus.size:
        focus[:, :, 0] = _softmax(parts.focus)[:, None]
    positioning[:, :, 0] = np.array([each.positioning for each in fixed])[:, None]
    answers[:, :, :, 0] = np.array([each.answers for each in fixed]).reshape(count, 1, events)
    return locked(
        Course(spend=spend, bar=bar, focus=focus, positioning=positioning, answers=answers)
    )


def steady_money(shape: Shape) -> Array:
    """Return what the other player firms want, (t, p - 1, l): the same on every open lever."""
    even = (shape.open / np.maximum(shape.open.sum(axis=1, keepdims=True), 1))[None]
    whole = np.full((1, len(even[0])), OVERDRAW)
    firms = range(1, shape.rules.players)
    return np.stack([_money(shape, firm, even, whole)[0] for firm in firms], axis=1)


def _shares(shape: Shape, logs: Array) -> Array:
    """Return shares of the money, (n, t, l): sum 1 where any lever is open."""
    each = np.einsum("tk,nkl->ntl", shape.knots, logs)
    shares = np.zeros((*each.shape[:2], len(shape.limits)))
    opened = shape.open[:, shape.used]
    shares[:, :, shape.used] = _softmax(np.where(opened, each, -np.inf))
    return shares


def _spent(shape: Shape, numbers: Array) -> Array:
    """Return the part of the money that is wanted, (n, t), 0–OVERDRAW."""
    return OVERDRAW * _squashed(np.einsum("tk,nk->nt", shape.knots, numbers))


def _money(shape: Shape, firm: int, shares: Array, part: Array) -> Array:
    """Return the money wanted for each lever, (n, t, l), within its limit; what is left is kept."""
    wanted = np.empty_like(shares)
    cash = np.zeros(len(shares))
    for turn in range(shape.rules.turns):
        cash = cash + shape.income[turn, firm]
        wanted[:, turn] = np.minimum(
            shares[:, turn] * (part[:, turn] * cash)[:, None], shape.limits
        )
        left = np.maximum(cash - over_last(wanted[:, turn]), 0.0)
        cash = left * shape.rules.params.carry_over
    return wanted


def _between(turns: int, knots: Sequence[float] | None) -> Array:
    """Return the weights of knots in each turn, (t, k): linear between two of them."""
    if knots is None or turns <= len(knots):
        return np.eye(turns)
    places = np.round(np.array(knots) * (turns - 1))
    return np.stack(
        [np.interp(np.arange(turns), places, unit) for unit in np.eye(len(places))], axis=1
    )


def _softmax(logs: Array) -> Array:
    top = np.max(logs, axis=-1, keepdims=True)
    weights = np.exp(logs - np.where(np.isfinite(top), top, 0.0))
    total: Array = weights / np.maximum(weights.sum(axis=-1, keepdims=True), 1e-300)
    return total


def _squashed(numbers: Array) -> Array:
    result: Array = 1 / (1 + np.exp(-np.clip(numbers, -EVERYTHING, EVERYTHING)))
    return result


def _unsquashed(shares: Array) -> Array:
    inside = np.clip(shares, 0.01, 0.99)
    result: Array = np.log(inside / (1 - inside))
    return result
