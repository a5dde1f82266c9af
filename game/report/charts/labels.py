"""Where texts find room: shortening, wrapping, and pushing labels apart."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from game.report.charts.chart import Measure

ELLIPSIS: Final = "…"

BETWEEN: Final = " · "
"""Stands between items on one line."""


def fit(text: str, room: float, px: float, weight: int, measure: Measure) -> str:
    """Return the text, cut with an ellipsis to fit into ``room`` px; empty when nothing fits."""
    if measure(text, px, weight) <= room:
        return text
    shortest, longest = 0, len(text)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS, px, weight) <= room:
            shortest = middle
        else:
            longest = middle - 1
    return text[:shortest].rstrip() + ELLIPSIS if shortest else ""


def wrap(
    text: str, room: float, lines: int, px: float, weight: int, measure: Measure
) -> tuple[str, ...]:
    """Return at most ``lines`` lines no wider than ``room`` px, the last one cut if need be."""
    done: list[str] = []
    words = [word for word in text.split(" ") if word]  # what a no-break space joins stays joined
    while words and len(done) < lines:
        if len(done) == lines - 1:
            done.append(fit(" ".join(words), room, px, weight, measure))
            break
        taken = 1
        while taken < len(words) and measure(" ".join(words[: taken + 1]), px, weight) <= room:
            taken += 1
        done.append(fit(" ".join(words[:taken]), room, px, weight, measure))
        words = words[taken:]
    return tuple(line for line in done if line)


def packed(
    items: Sequence[str], room: float, lines: int, px: float, weight: int, measure: Measure
) -> tuple[str, ...]:
    """Return items one a line, the last ones beside each other where lines are short.

    What has no room is left out. One that is too wide takes two lines; if it cannot, it is left
    out with all that follow: none may stand for it.
    """
    if any(measure(item, px, weight) > room for item in items):
        return _wrapped_whole(
            items, room, lines, partial(wrap, px=px, weight=weight, measure=measure)
        )
    rows = list(items)
    while len(rows) > lines:
        pairs = [f"{one}{BETWEEN}{more}" for one, more in pairwise(rows)]
        last = max(
            (i for i, pair in enumerate(pairs) if measure(pair, px, weight) <= room), default=-1
        )
        if last < 0:
            break
        rows[last : last + 2] = [pairs[last]]
    return tuple(rows[: max(lines, 0)])


def _wrapped_whole(
    items: Sequence[str],
    room: float,
    lines: int,
    wrapped: Callable[[str, float, int], Sequence[str]],
) -> tuple[str, ...]:
    """Return items, each in one or two whole lines, up to the first that does not fit."""
    rows: list[str] = []
    for item in items:
        parts = wrapped(item, room, 2)
        if " ".join(parts) != item or len(rows) + len(parts) > lines:
            break
        rows.extend(parts)
    return tuple(rows)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return places near ``wanted``, in the same order, at least ``gap`` apart, in low..high.

    When they cannot all fit, the gap holds and the last ones run out beyond ``high``.

    >>> spread([10.0, 11.0, 30.0], 8.0, 0.0, 100.0)
    [6.5, 14.5, 30.0]
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    groups: list[list[float]] = []  # each: sum of wanted minus offset, how many
    for i in order:
        groups.append([wanted[i], 1.0])
        while len(groups) > 1 and _first(groups[-1]) < _first(groups[-2]) + gap * groups[-2][1]:
            total, many = groups.pop()
            before = groups[-1]
            before[0] += total - gap * many * before[1]
            before[1] += many
    placed = [_first(group) + gap * k for group in groups for k in range(int(group[1]))]
    return _unsorted(order, _kept_within(placed, gap, low, high))


def _first(group: list[float]) -> float:
    """Return where the first of a group sits when the group is centred on what it wants."""
    return group[0] / group[1]


def _kept_within(placed: list[float], gap: float, low: float, high: float) -> list[float]:
    """Return sorted places pushed back from ``high`` and then from ``low``, ``gap`` apart."""
    ceiling = high
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - gap
    floor = low
    for i, place in enumerate(placed):
        placed[i] = max(place, floor)
        floor = placed[i] + gap
    return placed


def _unsorted(order: list[int], placed: list[float]) -> list[float]:
    """Return sorted places in the order they were asked for."""
    result = [0.0] * len(placed)
    for i, place in zip(order, placed, strict=True):
        result[i] = place
    return result
