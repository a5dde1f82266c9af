"""How far a lever has come: a little curve for money, a bar with marks for levels."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import pygame

from game.report.saturation import hill_share
from game.ui.toolkit import Box, Canvas, Look, Role, Size, Ui, Widget
from game.ui.toolkit.icons import drawn_svg

_WIDE: Final = 28
_TALL: Final = 16
_FAR: Final = 5.0
"""Times the money that reaches half: where the curve ends."""

_POINTS: Final = 24
_PLACES: Final = 48
"""Places on the curve that are told apart: a pixel each and no more."""


@dataclass(frozen=True, slots=True)
class SaturationCurve(Widget):
    """What a lever answers to money, with a dot where the plan stands; None draws it unknown.

    Attributes:
        place: 0 to ``_PLACES``, from ``curve_place``.
        shape: exponent of the curve.
        role: the colour of the part that is reached.

    """

    place: int | None
    shape: float = 1.0
    role: Role = "accent"

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the curve's size."""
        return Size(ui.px(_WIDE), ui.px(_TALL))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint it from the cache."""
        ui, size = canvas.ui, (canvas.ui.px(_WIDE), canvas.ui.px(_TALL))
        what = ("curve", self.place, self.shape, self.role, size, ui.theme.name)
        picture = ui.cache.get(what, partial(self._draw, ui, size))
        y = box.y + (box.h - size[1]) // 2
        canvas.surface.blit(picture, (box.x, y))

    def _draw(self, ui: Ui, size: tuple[int, int]) -> pygame.Surface:
        return drawn_svg(self._svg(ui), size)

    def _svg(self, ui: Ui) -> str:
        reach = -1.0 if self.place is None else _FAR * self.place / _PLACES
        rows = [_FAR * number / _POINTS for number in range(_POINTS + 1)]
        quiet, loud = ui.colour("control"), ui.colour(self.role)
        dash = ' stroke-dasharray="2 2"' if self.place is None else ""
        parts = [_line(rows, self.shape, quiet, 1.2, dash)]
        if reach > 0:
            climbed = [*(each for each in rows if each < reach), reach]
            parts.append(_line(climbed, self.shape, loud, 2.0))
        if reach >= 0:
            x, y = _at(reach, self.shape)
            parts.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.6" fill="{loud}"/>')
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_TALL}" '
            f'width="{_WIDE}" height="{_TALL}">{"".join(parts)}</svg>'
        )


@dataclass(frozen=True, slots=True)
class MarkedBar(Widget):
    """A lying bar filled by a share, with marks at levels; without a share it is unknown."""

    share: float | None
    marks: tuple[float, ...] = ()
    role: Role = "accent"

    def measure(self, ui: Ui, room: int) -> Size:
        """Return a bar of all the width."""
        return Size(min(room, ui.px(120)), ui.px(12))

    def least(self, ui: Ui) -> int:
        """Return a short bar."""
        return ui.px(32)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint track, filling and marks."""
        ui = canvas.ui
        thick = ui.px(6)
        track = Box(box.x, box.y + (box.h - thick) // 2, box.w, thick)
        if self.share is None:
            canvas.pill(track, border="control")
        else:
            canvas.pill(track, "hairline")
        if self.share:
            filled = round(box.w * min(1.0, self.share))
            canvas.pill(Box(track.x, track.y, max(thick, filled), thick), self.role)
        for mark in self.marks:
            x = box.x + round((box.w - ui.px(2)) * min(1.0, max(0.0, mark)))
            canvas.fill(Box(x, box.y, ui.px(2), box.h), "text")


def curve_place(share: float | None, shape: float) -> int | None:
    """Return the place on the curve at which a share of the full response is reached.

    >>> curve_place(0.0, 1.0), curve_place(0.999, 1.0), curve_place(None, 1.0)
    (0, 48, None)
    """
    if share is None:
        return None
    if share >= 1:
        return _PLACES
    money: float = (share / (1 - share)) ** (1 / shape)
    return min(_PLACES, round(_PLACES * money / _FAR))


def _at(money: float, shape: float) -> tuple[float, float]:
    x = 3 + (_WIDE - 6) * money / _FAR
    top = hill_share(_FAR, shape)
    return x, _TALL - 3 - (_TALL - 6) * hill_share(money, shape) / top


def _line(rows: list[float], shape: float, colour: str, wide: float, dash: str = "") -> str:
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in (_at(each, shape) for each in rows))
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{wide}" '
        f'stroke-linecap="round" stroke-linejoin="round"{dash}/>'
    )
