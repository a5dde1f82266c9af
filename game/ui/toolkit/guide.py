"""What lies over any screen to show a place on it: darkness with a hole, and a card that says why.

It blocks nothing: whatever is under the darkness can still be used, with pointer and keys.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

import pygame

from game.ui.toolkit.canvas import SHADE, Canvas
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Happening, Press, Release, Wheel
from game.ui.toolkit.labels import Label
from game.ui.toolkit.motion import DIALOG
from game.ui.toolkit.panel import Panel
from game.ui.toolkit.screen import Shortcut
from game.ui.toolkit.tree import Node, top_layer
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Glide, Look, Placed, Widget

Side = Literal["right", "left", "below", "above", "over"]

_DARK: Final = 118
"""How dark the rest of the screen becomes, of 255: it must still be readable."""
_REACH: Final = 3
"""Design units of light around the place: rows stand close, and their neighbours stay whole."""
_RADIUS: Final = 10
_GAP: Final = 18
"""Design units between the place and the card, in which the arrow stands."""
_EDGE: Final = 12
_FOOT: Final = 52
"""Design units at the foot of the window that a waiting card leaves free: buttons stand there."""
_WIDTHS: Final = (320, 420, 520)
"""Design units that the card is wide: wider where it has no room beside the place otherwise."""


class Guide(Protocol):
    """Somebody who shows places on the screens of an app."""

    def lead(self) -> bool:
        """Take the next step on the way to a place; say whether something was done."""

    def over(self, nodes: Sequence[Node]) -> Widget | None:
        """Return what lies over a view that has just been laid out."""

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return what keys do while something is shown, before the screen's own."""


def place_of(nodes: Sequence[Node], keys: Sequence[str], *, row: bool = False) -> Box | None:
    """Return where the widgets of some keys are seen, all together; None where none is.

    Args:
        nodes: of a view. What a dialog covers is not seen.
        keys: of widgets; a key that ends in ``*`` means all that begin so.
        row: whether the whole rows count in which they stand.

    """
    layer, place = top_layer(nodes), None
    for node in nodes:
        if node.layer != layer or not any(_is_meant(node.key, key) for key in keys):
            continue
        box = nodes[node.parent].box if row and node.parent >= 0 else node.box
        seen = box.overlap(node.clip)
        if seen.w and seen.h:
            place = seen if place is None else place.union(seen)
    return place


def first_of(nodes: Sequence[Node], keys: Sequence[str]) -> Node | None:
    """Return the first widget of some keys, seen or scrolled out of sight; not behind a dialog."""
    layer = top_layer(nodes)
    return next(
        (
            node
            for key in keys
            for node in nodes
            if node.layer == layer and _is_meant(node.key, key)
        ),
        None,
    )


def _is_meant(key: str, wanted: str) -> bool:
    return key.startswith(wanted[:-1]) if wanted.endswith("*") else key == wanted


@dataclass(frozen=True, slots=True)
class Spotlight(Widget):
    """Darkness with a hole where the place is, and a card beside it.

    Attributes:
        place: pixels of the window; None while it is out of sight, when nothing is dark.
        card: what is said about it.
        dims: whether all but the place is dark; the ring and the arrow are always there.
        leave: boxes of what is to be read meanwhile, of which the card covers as little as it can.

    """

    place: Box | None
    card: Widget = field(compare=False)
    dims: bool = True
    leave: tuple[Box, ...] = ()

    margin = 0.0
    steady = False

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return the card on its panel."""
        return (self._panel(ui),)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the whole window."""
        return ui.metrics.window

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Put the card beside the place."""
        return ((self._panel(ui), self._beside(ui, box)[1]),)

    def glide(self) -> Glide:
        """Return how far the darkness has come."""
        return Glide(1.0, DIALOG, 0.0)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Darken all but the place, ring it, and point at it."""
        if self.place is None:
            return
        hole = self._hole(canvas.ui, box, self.place)
        dark = round(_DARK * look.glide) if self.dims else 0
        for part in _around(box, hole) if self.dims else ():
            canvas.darken(part, dark)
        _round_off(canvas, hole, dark)
        canvas.rounded(hole.grown(canvas.ui.px(1)), _RADIUS, border="accent", line=2)
        self._point(canvas, box, hole)

    def _hole(self, ui: Ui, window: Box, place: Box) -> Box:
        return place.grown(ui.px(_REACH)).overlap(window.inset(ui.px(2)))

    def _panel(self, ui: Ui) -> Widget:
        return ui.made(self, lambda: _Shield(Panel(self.card, border="accent", radius=12, pad=16)))

    def _beside(self, ui: Ui, window: Box) -> tuple[Side, Box]:
        """Return the side on which the card has most room, and where it stands."""
        room = window.inset(ui.px(_EDGE))
        if self.place is None:
            return "over", self._in_corner(ui, room)
        hole = self._hole(ui, window, self.place)
        gap, panel = ui.px(_GAP), self._panel(ui)
        found: list[tuple[Side, Box]] = []
        for units in _WIDTHS:
            wide = min(room.w, ui.px(units))
            size = Size(wide, min(room.h, ui.measure(panel, wide).h))
            free = [each for each in _sides(hole, size, room, gap) if room.encloses(each[1])]
            if free and not self.leave:
                return free[0]
            found += free or [beside(hole, size, room, gap)]
        return min(found, key=lambda each: self._cost(each[1], hole))

    def _cost(self, card: Box, hole: Box) -> tuple[int, int]:
        """Return the pixels that a card covers of the place, and of what is to be read."""
        return _area(card.overlap(hole)), sum(_area(card.overlap(box)) for box in self.leave)

    def _in_corner(self, ui: Ui, room: Box) -> Box:
        """Return where it waits for the place to come into sight: at the right, above the foot."""
        wide = min(room.w, ui.px(_WIDTHS[0]))
        tall = min(room.h, ui.measure(self._panel(ui), wide).h)
        low = max(room.y, room.bottom - tall - ui.px(_FOOT))
        return Box(room.right - wide, low, wide, tall)

    def _point(self, canvas: Canvas, window: Box, hole: Box) -> None:
        side, card = self._beside(canvas.ui, window)
        arrow = _ARROWS.get(side)
        if arrow is None:
            return
        ui = canvas.ui
        tip = ui.px(14)
        gap = ui.px(_GAP)
        x = min(max(hole.middle[0], card.x + tip), card.right - tip) - tip // 2
        y = min(max(hole.middle[1], card.y + tip), card.bottom - tip) - tip // 2
        place = {
            "right": Box(card.x - gap + (gap - tip) // 2, y, tip, tip),
            "left": Box(card.right + (gap - tip) // 2, y, tip, tip),
            "below": Box(x, card.y - gap + (gap - tip) // 2, tip, tip),
            "above": Box(x, card.bottom + (gap - tip) // 2, tip, tip),
        }[side]
        canvas.icon(arrow, place, "accent")


_ARROWS: Final[Mapping[Side, str]] = {
    "right": "@left",
    "left": "@right",
    "below": "@up",
    "above": "@down",
}
"""The arrow that points from the card back to the place."""


def beside(place: Box, size: Size, room: Box, gap: int) -> tuple[Side, Box]:
    """Return where a card of some size stands beside a place, inside the room.

    Right of it, left, under, above; where it has room nowhere, over what it covers least of.

    >>> beside(Box(0, 0, 10, 10), Size(20, 10), Box(0, 0, 100, 100), 5)
    ('right', Box(x=15, y=0, w=20, h=10))
    """
    for side, box in _sides(place, size, room, gap):
        if room.encloses(box):
            return side, box
    x = _centred(place, size, room)
    corners = [
        Box(left, top, *size)
        for top in (room.bottom - size.h, room.y)
        for left in (room.right - size.w, room.x, x)
    ]
    return "over", min(corners, key=lambda box: _area(box.overlap(place)))


def _sides(place: Box, size: Size, room: Box, gap: int) -> tuple[tuple[Side, Box], ...]:
    """Return where a card would stand on each side of a place, the best first."""
    x = _centred(place, size, room)
    # Its head stands in line with the place: what lies above it, such as tabs, stays free.
    y = min(max(room.y, place.y), room.bottom - size.h)
    return (
        ("right", Box(place.right + gap, y, *size)),
        ("left", Box(place.x - gap - size.w, y, *size)),
        ("below", Box(x, place.bottom + gap, *size)),
        ("above", Box(x, place.y - gap - size.h, *size)),
    )


def _centred(place: Box, size: Size, room: Box) -> int:
    return min(max(room.x, place.middle[0] - size.w // 2), room.right - size.w)


def to_be_read(nodes: Sequence[Node]) -> tuple[Box, ...]:
    """Return where there is something to read or to use, but for what a dialog covers."""
    layer = top_layer(nodes)
    seen = (
        node.box.overlap(node.clip)
        for node in nodes
        if node.layer == layer and (isinstance(node.widget, Label) or node.widget.usable())
    )
    return tuple(box for box in seen if box.w and box.h)


def _area(box: Box) -> int:
    return box.w * box.h


@dataclass(frozen=True, slots=True)
class _Shield(Composite):
    """The card's ground: what it covers is not pressed through it."""

    child: Widget = field(compare=False)

    def build(self, ui: Ui) -> Widget:
        return self.child

    def usable(self) -> bool:
        return True

    def called(self, ui: Ui) -> str:
        return ""

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        return isinstance(happening, Press | Release | Wheel)


def _around(window: Box, hole: Box) -> tuple[Box, ...]:
    """Return the four boxes that a hole leaves of a window."""
    return (
        Box(window.x, window.y, window.w, hole.y - window.y),
        Box(window.x, hole.bottom, window.w, window.bottom - hole.bottom),
        Box(window.x, hole.y, hole.x - window.x, hole.h),
        Box(hole.right, hole.y, window.right - hole.right, hole.h),
    )


def _round_off(canvas: Canvas, hole: Box, dark: int) -> None:
    """Darken the hole's corners, so that it is as round as the ring around it."""
    ui = canvas.ui
    radius = min(ui.px(_RADIUS), hole.w // 2, hole.h // 2)
    if radius <= 0 or not dark:
        return
    tile = ui.cache.get(("dark corners", radius, dark), lambda: _corners(radius, dark))
    right, low = hole.right - radius, hole.bottom - radius
    for x, y, at in (
        (hole.x, hole.y, (0, 0)),
        (right, hole.y, (radius, 0)),
        (hole.x, low, (0, radius)),
        (right, low, (radius, radius)),
    ):
        canvas.surface.blit(tile, (x, y), (*at, radius, radius))


def _corners(radius: int, dark: int) -> pygame.Surface:
    """Draw a dark square without the disc in it, four times as large for smooth edges."""
    side = 8 * radius
    sheet = pygame.Surface((side, side), pygame.SRCALPHA)
    sheet.fill((*SHADE, dark))
    pygame.draw.circle(sheet, (*SHADE, 0), (side // 2, side // 2), side // 2)
    return pygame.transform.smoothscale(sheet, (2 * radius, 2 * radius))
