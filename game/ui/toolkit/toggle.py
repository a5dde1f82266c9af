"""The switch: something that is on or off."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Happening, Press, Release, Stroke
from game.ui.toolkit.labels import run_in
from game.ui.toolkit.motion import HOVER
from game.ui.toolkit.text import Run
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Control, Glide, Look


@dataclass(frozen=True, slots=True)
class Toggle(Control):
    """A switch with its text beside it.

    Attributes:
        on: how it stands.
        on_change: called with how it shall stand.

    """

    text: Wording
    on: bool
    on_change: Callable[[bool], None] = field(compare=False)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (ui.say(self.text),)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the size of switch and text."""
        text = ui.letters.width(ui.say(self.text), ui.face(14))
        return Size(min(room, text + ui.px(50)), ui.px(36))

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return its text's baseline."""
        return (box.h - ui.face(14).line) // 2 + ui.letters.ascent(ui.face(14))

    def called(self, ui: Ui) -> str:
        """Return its text."""
        return ui.say(self.name or self.text)

    def edge(self, ui: Ui) -> Role:
        """Return the switch's colour."""
        return "accent" if self.on else "control"

    def glide(self) -> Glide:
        """Return where its knob goes."""
        return Glide(float(self.on), HOVER, float(self.on))

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return its text."""
        left = ui.px(50)
        room = Box(box.x + left, box.y, box.w - left, box.h)
        role = "muted" if self.disabled else "text"
        return (run_in(ui, room, ui.say(self.text), ui.face(14), role),)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the switch."""
        ui = canvas.ui
        track = Box(box.x, box.y + (box.h - ui.px(22)) // 2, ui.px(40), ui.px(22))
        if look.ring:
            canvas.ring(track, 11)
        on = canvas.between("raised", "accent", look.glide)
        fill = "raised" if self.disabled else on
        border = "hairline" if self.disabled else canvas.between("control", "accent", look.glide)
        canvas.pill(track, fill, border)
        knob = ui.px(7)
        travel = track.w - 2 * knob - ui.px(8)
        x = track.x + ui.px(4) + knob + round(travel * look.glide)
        ink = canvas.between("control", "on_accent", 0.0 if self.disabled else look.glide)
        canvas.disc((x, track.y + track.h // 2), knob, ink)

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Turn it."""
        match happening:
            case Press():
                return True
            case Release(inside=inside):
                if inside and not self.disabled:
                    self.on_change(not self.on)
                return True
            case Stroke("return" | "enter" | "space", ctrl=False):
                if not self.disabled:
                    self.on_change(not self.on)
                return True
        return False
