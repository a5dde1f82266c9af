"""The slider: an amount by hand, by arrows and by wheel, with a tick where it was last turn."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Drag, Happening, Press, Release, Stroke, Wheel
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Control, Look

_KNOB = 8
_PAGE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider(Control):
    """A value between ``low`` and ``high`` in steps.

    Attributes:
        last: where it was last turn, shown as a tick; None for no tick.
        on_change: called with each new value while it moves.
        on_done: called when a movement has ended: at release, after each key.
        role: the colour of the part that is filled.

    """

    value: float
    low: float = 0.0
    high: float = 1.0
    step: float = 0.01
    on_change: Callable[[float], None] = field(compare=False)
    on_done: Callable[[], None] | None = field(default=None, compare=False)
    last: float | None = None
    role: Role = "accent"

    def measure(self, ui: Ui, room: int) -> Size:
        """Return a line as high as can be hit."""
        return Size(min(room, ui.px(160)), ui.px(30))

    def least(self, ui: Ui) -> int:
        """Return a length on which steps can still be told apart."""
        return ui.px(80)

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return where a text beside it stands."""
        return (box.h - ui.face(14).line) // 2 + ui.letters.ascent(ui.face(14))

    def edge(self, ui: Ui) -> Role:
        """Return the knob's colour."""
        return "control" if self.disabled else self.role

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint track, tick and knob."""
        ui = canvas.ui
        knob = ui.px(_KNOB)
        thick = ui.px(4)
        role = "control" if self.disabled else self.role
        track = Box(box.x, box.y + (box.h - thick) // 2, box.w, thick)
        at = self._at(ui, box, self.value)
        canvas.pill(track, "hairline")
        canvas.pill(Box(track.x, track.y, max(thick, at - track.x), thick), role)
        if self.last is not None:
            wide, tall = ui.px(2), ui.px(14)
            x = self._at(ui, box, self.last) - wide // 2
            canvas.fill(Box(x, box.y + (box.h - tall) // 2, wide, tall), "muted")
        middle = (at, box.y + box.h // 2)
        if look.ring:
            around = knob + ui.px(4)
            canvas.disc(middle, around, "accent")
            canvas.disc(middle, around - ui.px(2), "surface")
        elif look.hover and not self.disabled:
            halo = canvas.between("surface", role, 0.25 * look.hover)
            canvas.disc(middle, knob + round(ui.px(3) * look.hover), halo)
        else:
            # A gap in the colour of the ground sets the knob off from the track.
            canvas.disc(middle, knob + max(1, ui.px(1)), "surface")
        canvas.disc(middle, knob, "control" if self.disabled else role)
        if self.disabled:
            canvas.disc(middle, knob - ui.px(2), "raised")

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Follow the pointer, the arrows (a page is five steps) and, with focus, the wheel."""
        match happening:
            case Press(at=point) | Drag(at=point):
                self._set(self._value_at(ui, box, point[0]))
                return True
            case Release():
                self._done()
                return True
            case Wheel(notches=notches, focused=True):
                steps = max(1, round(abs(notches)))
                self._move(self.value + math.copysign(steps * self.step, notches))
                return True
            case Stroke(name=name, ctrl=False):
                return self._key(name)
        return False

    def _key(self, name: str) -> bool:
        target = {
            "left": self.value - self.step,
            "down": self.value - self.step,
            "right": self.value + self.step,
            "up": self.value + self.step,
            "page down": self.value - _PAGE * self.step,
            "page up": self.value + _PAGE * self.step,
            "home": self.low,
            "end": self.high,
        }.get(name.replace("pageup", "page up").replace("pagedown", "page down"))
        if target is None:
            return False
        self._move(target)
        return True

    def _move(self, target: float) -> None:
        self._set(target)
        self._done()

    def _set(self, target: float) -> None:
        steps = round((target - self.low) / self.step)
        value = min(self.high, max(self.low, self.low + steps * self.step))
        if target >= self.high:
            value = self.high
        if not self.disabled and value != self.value:
            self.on_change(value)

    def _done(self) -> None:
        if self.on_done is not None and not self.disabled:
            self.on_done()

    def _at(self, ui: Ui, box: Box, value: float) -> int:
        knob = ui.px(_KNOB)
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return box.x + knob + round((box.w - 2 * knob) * min(1.0, max(0.0, share)))

    def _value_at(self, ui: Ui, box: Box, x: int) -> float:
        knob = ui.px(_KNOB)
        share = (x - box.x - knob) / max(1, box.w - 2 * knob)
        return self.low + (self.high - self.low) * min(1.0, max(0.0, share))
