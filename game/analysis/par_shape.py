"""Courses as rows of free numbers, so that a search may change them one by one and smoothly.

Money is told in shares of what is there, so that a plan fits worlds of more and of less of it.

Axes: ``n`` candidates, ``t`` turns, ``k`` knots, ``l`` levers, ``s`` segments, ``p`` player firms.
A row holds, one after the other:

* k × l log shares of the money, softmax over the levers that are open, linear between the knots;
* k numbers for the part of the money that is spent;
* numbers for the qualification bar at its own knots, where the scenario leaves it free;
* s numbers for the segment focus, softmax, the same in all turns, where it is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from game.analysis.courses import Course
from game.market import LEVERS, Array
from game.market.arrays import Indices, Truth, locked
from game.scenario.rules import Rules
from game.session.plans import open_levers

BEYOND_ALL: Final = 1.05
"""What the part of the money that is spent comes near to: all of it is then soon reached."""

SPENT_AT_FIRST: Final = 2.5
"""Where the number for the money spent starts: nearly everything."""

EVERYTHING: Final = 12.0
"""A number beyond which its sigmoid no longer moves."""

LEAST_SHARE: Final = 1e-4
LEAST_FOCUS: Final = 1e-3
LEAST_SPENT: Final = 5e-4
"""Shares that stand for none: in logarithms, and in a plan that is told."""


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


def new_shape(rules: Rules, knots: Sequence[float] | None) -> Shape:
    """Return the shape of a scenario's courses.

    Args:
        rules: the scenario.
        knots: places of the knots from 0 (first turn) to 1 (last); None frees every turn.

    """
    opened = _opened(rules)
    return locked(
        Shape(
            rules=rules,
            open=opened,
            used=np.flatnonzero(opened.any(axis=0)),
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
    even = np.ones(len(LEVERS)) if shares is None else shares
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
        course: of one world, in shares of what is there. Of focus, positioning and answers those
            of the first turn count.

    """
    wanted = course.spend[:, 0]
    total = wanted.sum(axis=1)
    shares = wanted / np.maximum(total, LEAST_SHARE)[:, None]
    _, _, bars, focus = shape.sizes
    row = np.concatenate(
        [
            np.log(np.maximum(shares[:, shape.used], LEAST_SHARE)).ravel(),
            _unsquashed(total / BEYOND_ALL),
            _unsquashed(course.bar[:bars, 0]),
            np.log(np.maximum(course.focus[0, 0, :focus], LEAST_FOCUS)),
        ]
    )
    answers = tuple(int(choice) for choice in course.answers[0, :, 0])
    return row, Fixed(int(course.positioning[0, 0]), answers)


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
    spend = np.empty((count, turns, firms, len(LEVERS)), order="F")
    spend[:, :, 0] = _shares(shape, parts.shares) * _spent(shape, parts.spent)[..., None]
    spend[:, :, 1:] = steady_shares(shape.rules)[:, None]
    bar = np.full((count, turns, firms), shape.rules.policies.bar, order="F")
    focus = np.empty((count, turns, firms, len(shape.rules.segments)), order="F")
    focus[:] = shape.rules.policies.focus
    positioning = np.full((count, turns, firms), shape.rules.policies.positioning, order="F")
    answers = np.zeros((count, turns, events, firms), dtype=np.int64, order="F")
    if parts.bar.size:
        bar[:, :, 0] = _squashed(np.einsum("tb,nb->nt", shape.bar_knots, parts.bar))
    if parts.focus.size:
        focus[:, :, 0] = _softmax(parts.focus)[:, None]
    positioning[:, :, 0] = np.array([each.positioning for each in fixed])[:, None]
    answers[:, :, :, 0] = np.array([each.answers for each in fixed]).reshape(count, 1, events)
    return locked(
        Course(
            spend=spend,
            bar=bar,
            focus=focus,
            positioning=positioning,
            answers=answers,
            of_cash=True,
        )
    )


def rounded(course: Course) -> Course:
    """Return a course whose shares can be read aloud: what is told is then what was played.

    Only the plan of the first firm is told; what others do follows from the scenario.
    """
    spend, bar, focus = course.spend.copy(), course.bar.copy(), course.focus.copy()
    mine = np.round(spend[..., 0, :], 4)
    mine[mine < LEAST_SPENT] = 0.0
    spend[..., 0, :] = mine
    bar[..., 0] = np.round(bar[..., 0], 3)
    told = np.round(focus[..., 0, :], 3)
    told[..., 0] += 1.0 - told.sum(axis=-1)
    told[..., 0] = np.round(told[..., 0], 3)
    focus[..., 0, :] = told
    return locked(replace(course, spend=spend, bar=bar, focus=focus))


def steady_shares(rules: Rules) -> Array:
    """Return the same share for every open lever, (t, l): what the other player firms do."""
    opened = _opened(rules)
    result: Array = opened / np.maximum(opened.sum(axis=1, keepdims=True), 1)
    return result


def _opened(rules: Rules) -> Truth:
    """Return which levers take money in which turn, (t, l)."""
    opened = np.array([open_levers(rules, turn + 1) for turn in range(rules.turns)])
    result: Truth = opened & [each.limit is None or each.limit > 0 for each in rules.levers]
    return result


def _shares(shape: Shape, logs: Array) -> Array:
    """Return shares of the money, (n, t, l): sum 1 where any lever is open."""
    each = np.einsum("tk,nkl->ntl", shape.knots, logs)
    shares = np.zeros((*each.shape[:2], len(LEVERS)))
    opened = shape.open[:, shape.used]
    shares[:, :, shape.used] = _softmax(np.where(opened, each, -np.inf))
    return shares


def _spent(shape: Shape, numbers: Array) -> Array:
    """Return the part of the money that is spent, (n, t), 0–1."""
    part = BEYOND_ALL * _squashed(np.einsum("tk,nk->nt", shape.knots, numbers))
    return np.minimum(part, 1.0)


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
