"""A window onto something higher than the room there is, with a thin bar at its right."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Drag, Happening, Press, Release, Stroke, Wheel
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Placed, Widget

_BAR: Final = 6
_BAR_GAP: Final = 6
_NOTCH: Final = 60


@dataclass(frozen=True, slots=True)
class ScrollArea(Widget):
    """One child that may be higher than its place; wheel, keys and focus move it.

    Attributes:
        read: whether Tab stops here, so that keys can scroll; for text without controls.
        edge_pad: design units around it that still show, for focus rings and shadows.

    """

    child: Widget = field(compare=False)
    read: bool = False
    edge_pad: float = 6

    clips = True
    steady = False

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.edge_pad,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the child's size: it would like not to scroll."""
        return ui.measure(self.child, room)

    def least(self, ui: Ui) -> int:
        """Return the child's least width and the bar's."""
        return ui.least(self.child) + ui.px(_BAR + _BAR_GAP)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return a few lines."""
        return min(ui.px(72), ui.measure(self, width).h)

    def focusable(self) -> bool:
        """Say whether Tab stops here."""
        return self.read

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Place the child as far up as it was scrolled, and the bar if it is needed."""
        tall = self._tall(ui, box)
        if tall <= box.h:
            return ((self.child, box),)
        narrow = box.w - ui.px(_BAR + _BAR_GAP)
        offset = self._offset(ui, box, tall)
        thumb = _Thumb(self.key, tall, box.h, offset, key=f"{self.key}.bar")
        bar = Box(box.right - ui.px(_BAR), box.y, ui.px(_BAR), box.h)
        return ((self.child, Box(box.x, box.y - offset, narrow, tall)), (thumb, bar))

    def seen(self, ui: Ui, box: Box) -> Box:
        """Return the part of the window in which its child shows.

        Rings and shadows reach over its edges, but not what was scrolled out of them.
        """
        pad, tall = ui.px(self.edge_pad), self._tall(ui, box)
        offset = self._offset(ui, box, tall)
        above = 0 if offset else pad
        below = 0 if tall - offset > box.h else pad
        return Box(box.x - pad, box.y - above, box.w + 2 * pad, box.h + above + below)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the focus ring."""
        if look.ring:
            canvas.ring(box.inset(canvas.ui.px(2)), 4)

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Scroll by wheel and keys."""
        tall = self._tall(ui, box)
        if tall <= box.h:
            return False
        offset = self._offset(ui, box, tall)
        page = box.h - ui.px(24)
        match happening:
            case Wheel(notches=notches):
                target = offset - round(notches * ui.px(_NOTCH))
            case Stroke("page down" | "pagedown" | "space"):
                target = offset + page
            case Stroke("page up" | "pageup"):
                target = offset - page
            case Stroke("down"):
                target = offset + ui.px(40)
            case Stroke("up"):
                target = offset - ui.px(40)
            case Stroke("home"):
                target = 0
            case Stroke("end"):
                target = tall
            case Press() | Release():
                return True
            case _:
                return False
        target = min(max(0, target), tall - box.h)
        ui.remember(self.key, target)
        return target != offset or not isinstance(happening, Wheel)

    def reveal(self, ui: Ui, box: Box, target: Box) -> None:
        """Scroll as little as brings a box into view, or its top, with some room around it."""
        tall = self._tall(ui, box)
        room = min(ui.px(24), max(0, box.h - target.h) // 2)
        offset = self._offset(ui, box, tall)
        if target.y - room < box.y:
            offset -= box.y - target.y + room
        elif target.bottom + room > box.bottom:
            # What is higher than the area is seen from its top.
            offset += min(target.bottom + room - box.bottom, target.y - room - box.y)
        ui.remember(self.key, min(max(0, offset), max(0, tall - box.h)))

    def _tall(self, ui: Ui, box: Box) -> int:
        """Return the child's height, in the width beside the bar if it needs the bar."""
        tall = ui.measure(self.child, box.w).h
        narrow = box.w - ui.px(_BAR + _BAR_GAP)
        return tall if tall <= box.h else ui.measure(self.child, narrow).h

    def _offset(self, ui: Ui, box: Box, tall: int) -> int:
        kept = ui.recall(self.key)
        offset = kept if isinstance(kept, int) else 0
        return min(max(0, offset), max(0, tall - box.h))


@dataclass(frozen=True, slots=True)
class _Thumb(Widget):
    """The bar of a scroll area, which can be dragged."""

    area: str
    tall: int
    shown: int
    offset: int

    def usable(self) -> bool:
        return True

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        thumb = self._thumb(box, canvas.ui)
        canvas.pill(thumb, canvas.between("hairline", "control", 0.5 + 0.5 * look.hover))

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        match happening:
            case Press(at=point):
                thumb = self._thumb(box, ui)
                held = point[1] - thumb.y if thumb.holds((thumb.x, point[1])) else thumb.h // 2
                ui.remember(self.key, held)
                self._drag(ui, box, point[1] - held)
                return True
            case Drag(at=point):
                kept = ui.recall(self.key)
                self._drag(ui, box, point[1] - (kept if isinstance(kept, int) else 0))
                return True
            case Release():
                ui.remember(self.key, None)
                return True
        return False

    def _thumb(self, box: Box, ui: Ui) -> Box:
        long = min(box.h, max(ui.px(24), box.h * self.shown // max(1, self.tall)))
        travel = box.h - long
        at = travel * self.offset // max(1, self.tall - self.shown)
        return Box(box.x, box.y + at, box.w, long)

    def _drag(self, ui: Ui, box: Box, top: int) -> None:
        travel = max(1, box.h - self._thumb(box, ui).h)
        share = min(1.0, max(0.0, (top - box.y) / travel))
        ui.remember(self.area, round(share * (self.tall - self.shown)))
