"""Dividing rectangles: rows, columns, grids and wrapped lines, in whole pixels and without pygame.

All lengths are whole pixels. Whatever is divided adds up exactly, so that neighbouring edges meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

Axis: TypeAlias = Literal["x", "y"]
Align: TypeAlias = Literal["start", "center", "end", "stretch", "baseline"]


class Size(NamedTuple):
    """A width and a height in pixels."""

    w: int
    h: int


class Box(NamedTuple):
    """A rectangle in pixels: left, top, width and height."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column right of the box."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row under the box."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[int, int]:
        """The pixel in the middle."""
        return self.x + self.w // 2, self.y + self.h // 2

    def inset(self, x: int, y: int | None = None) -> "Box":
        """Return the box smaller by ``x`` left and right and by ``y`` above and below."""
        y = x if y is None else y
        return Box(self.x + x, self.y + y, max(0, self.w - 2 * x), max(0, self.h - 2 * y))

    def grown(self, by: int) -> "Box":
        """Return the box larger by so many pixels on each side."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def overlap(self, other: "Box") -> "Box":
        """Return what both boxes cover; its width or height is 0 where they do not meet."""
        x, y, w, h = self
        x2, y2, w2, h2 = other
        left, top = max(x, x2), max(y, y2)
        right, bottom = min(x + w, x2 + w2), min(y + h, y2 + h2)
        return Box(left, top, max(0, right - left), max(0, bottom - top))

    def union(self, other: "Box") -> "Box":
        """Return the smallest box that covers both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def meets(self, other: "Box") -> bool:
        """Say whether the two share a pixel."""
        # Taken apart once: this is asked a thousand times a frame.
        x, y, w, h = self
        x2, y2, w2, h2 = other
        return x < x2 + w2 and x2 < x + w and y < y2 + h2 and y2 < y + h

    def holds(self, point: tuple[int, int]) -> bool:
        """Say whether a pixel lies inside."""
        x, y, w, h = self
        return x <= point[0] < x + w and y <= point[1] < y + h

    def encloses(self, other: "Box") -> bool:
        """Say whether the other box lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def centred(self, size: Size) -> "Box":
        """Return a box of this size in the middle of this one."""
        return Box(self.x + (self.w - size.w) // 2, self.y + (self.h - size.h) // 2, size.w, size.h)


@dataclass(frozen=True, slots=True)
class Part:
    """What one child asks for along an axis.

    Attributes:
        base: pixels it would like; without a say in what is left over.
        least: pixels under which it is not readable any more.
        grow: its weight when what is left is shared; 0 takes ``base`` and no more.

    """

    base: int
    least: int = 0
    grow: float = 0.0


def lengths(total: int, parts: Sequence[Part], gap: int = 0) -> list[int]:
    """Divide ``total`` pixels, less the gaps, over the parts.

    Growing parts share by weight what the others leave, none under its least; without enough room
    the others give way down to their least, and then all do, so that nothing leaves the total.

    >>> lengths(100, [Part(20), Part(0, grow=1), Part(0, grow=1)], gap=10)
    [20, 30, 30]
    """
    room = max(0, total - gap * max(0, len(parts) - 1))
    wished = [part.least if part.grow else max(part.base, part.least) for part in parts]
    if sum(wished) > room:
        return _squeezed(room, parts, wished)
    if not any(part.grow for part in parts):
        return wished
    return _grown(room, parts, wished)


def _grown(room: int, parts: Sequence[Part], wished: list[int]) -> list[int]:
    fixed = {index for index, part in enumerate(parts) if not part.grow}
    while True:
        left = room - sum(wished[index] for index in fixed)
        growing = [index for index in range(len(parts)) if index not in fixed]
        shared = apportion(left, [parts[index].grow for index in growing])
        short = {i for i, length in zip(growing, shared, strict=True) if length < parts[i].least}
        if not short:
            for index, length in zip(growing, shared, strict=True):
                wished[index] = length
            return wished
        fixed |= short


def _squeezed(room: int, parts: Sequence[Part], wished: list[int]) -> list[int]:
    leasts = [min(part.least, length) for part, length in zip(parts, wished, strict=True)]
    if sum(leasts) > room:
        return apportion(room, leasts)
    spare = [length - least for length, least in zip(wished, leasts, strict=True)]
    extra = apportion(room - sum(leasts), spare)
    return [least + more for least, more in zip(leasts, extra, strict=True)]


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Divide whole pixels by weight so that the sum is exactly ``total``.

    >>> apportion(10, [1, 1, 1])
    [3, 4, 3]
    """
    whole = sum(weights)
    if whole <= 0:
        return [0] * len(weights)
    edges = [0]
    running = 0.0
    for weight in weights:
        running += weight
        edges.append(round(total * running / whole))
    return [after - before for before, after in pairwise(edges)]


def flex(
    box: Box, sizes: Sequence[Part], axis: Axis = "x", gap: int = 0, pad: int = 0
) -> list[Box]:
    """Lay boxes side by side (``x``) or under each other (``y``), as wide or high as the inside."""
    inner = box.inset(pad)
    total = inner.w if axis == "x" else inner.h
    at = inner.x if axis == "x" else inner.y
    boxes: list[Box] = []
    for length in lengths(total, sizes, gap):
        boxes.append(
            Box(at, inner.y, length, inner.h) if axis == "x" else Box(inner.x, at, inner.w, length)
        )
        at += length + gap
    return boxes


def aligned(box: Box, size: Size, across: Axis, align: Align) -> Box:
    """Place a child of ``size`` within its slot along the axis that its parent does not divide."""
    if align == "stretch":
        return box
    room = (box.h if across == "y" else box.w) - (size.h if across == "y" else size.w)
    shift = {"start": 0, "center": max(0, room) // 2, "end": max(0, room)}.get(align, 0)
    if across == "y":
        return Box(box.x, box.y + shift, box.w, min(box.h, size.h))
    return Box(box.x + shift, box.y, min(box.w, size.w), box.h)


def grid(box: Box, columns: int, rows: Sequence[int], gap: int = 0) -> list[Box]:
    """Lay equal columns and rows of given heights, row by row, from the top left."""
    widths = flex(Box(box.x, box.y, box.w, 0), [Part(0, grow=1)] * columns, "x", gap)
    boxes: list[Box] = []
    y = box.y
    for height in rows:
        boxes.extend(Box(cell.x, y, cell.w, height) for cell in widths)
        y += height + gap
    return boxes


def wrap(widths: Sequence[int], available: int, gap: int = 0) -> list[list[int]]:
    """Break items into lines that fit; returns the items' places in each line.

    >>> wrap([40, 40, 40], 100, 10)
    [[0, 1], [2]]
    """
    lines: list[list[int]] = []
    left = 0
    for index, width in enumerate(widths):
        if lines and width + gap <= left:
            lines[-1].append(index)
            left -= width + gap
        else:
            lines.append([index])
            left = available - width
    return lines
