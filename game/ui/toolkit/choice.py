"""Choosing one of several: tabs, segments, chips; and the switch."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.frames import Wrap
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Happening, Press, Release, Stroke
from game.ui.toolkit.labels import run_in
from game.ui.toolkit.layout import Row
from game.ui.toolkit.panel import Panel
from game.ui.toolkit.text import Run, Side
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Control, Look, Widget

Style = Literal["tab", "segment", "chip", "small chip"]

_PADS: Final = {"tab": 0, "segment": 14, "chip": 14, "small chip": 12}
_HEIGHTS: Final = {"tab": 40, "segment": 30, "chip": 32, "small chip": 30}
_RADII: Final = {"tab": 6.0, "segment": 6.0, "chip": 16.0, "small chip": 15.0}
_CHIPS: Final = ("chip", "small chip")


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to choose from.

    Attributes:
        value: what the caller gets.
        disabled: why it cannot be chosen now.

    """

    value: str
    text: Wording
    icon: str = ""
    tooltip: Wording = ""
    disabled: Wording = ""


@dataclass(frozen=True, slots=True)
class _Choice(Control):
    """One option: Tab stops at the chosen one, arrows go to its neighbours."""

    option: Option
    chosen: bool
    stop: bool
    style: Style
    group: str
    others: tuple[str, ...]
    on_change: Callable[[str], None] = field(compare=False)

    margin = 10.0

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (ui.say(self.option.text), bool(self._icon()), self.style)

    def measure(self, ui: Ui, room: int) -> Size:
        face = ui.face(self._size(), 600)
        icon = ui.px(24) if self._icon() else 0
        pad = _PADS[self.style]
        wide = ui.letters.width(ui.say(self.option.text), face) + icon + 2 * ui.px(pad)
        return Size(min(room, wide), ui.px(_HEIGHTS[self.style]))

    def baseline(self, ui: Ui, box: Box) -> int:
        face = ui.face(self._size())
        return (box.h - face.line) // 2 + ui.letters.ascent(face)

    def focusable(self) -> bool:
        return self.stop

    def usable(self) -> bool:
        return True

    def called(self, ui: Ui) -> str:
        return ui.say(self.option.text)

    def ground(self, ui: Ui) -> Role:
        if self.style == "tab":
            return ""
        return "accent" if self.chosen and not self.disabled else "surface"

    def edge(self, ui: Ui) -> Role:
        return "control" if self.style in _CHIPS and not self.chosen else ""

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        face = ui.face(self._size(), 600 if self.chosen else 500)
        lead = ui.px(self._lead() + 24) if self._icon() else 0
        room = Box(box.x + lead, box.y, box.w - lead, box.h)
        side: Side = "left" if lead else "center"
        return (run_in(ui, room, ui.say(self.option.text), face, self._ink(), side),)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        radius = _RADII[self.style]
        if look.ring:
            inner = box.inset(-canvas.ui.px(4), canvas.ui.px(8)) if self.style == "tab" else box
            canvas.ring(inner, radius)
        if self.style == "tab":
            self._paint_tab(canvas, box, look)
        else:
            self._paint_box(canvas, box, look, radius)
        if self._icon():
            side = canvas.ui.px(16)
            at = Box(box.x + canvas.ui.px(self._lead()), box.y, side, box.h)
            canvas.icon(self._icon(), at, self._ink())

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        match happening:
            case Press():
                return True
            case Release(inside=inside):
                if inside:
                    self._choose(ui, self.option.value)
                return True
            case Stroke(name, ctrl=False):
                return self._pressed(ui, name)
        return False

    def _pressed(self, ui: Ui, name: str) -> bool:
        match name:
            case "return" | "enter" | "space":
                self._choose(ui, self.option.value)
            case "left" | "up":
                self._step(ui, -1)
            case "right" | "down":
                self._step(ui, 1)
            case "home" | "end" if self.others:
                self._choose(ui, self.others[0 if name == "home" else -1])
            case _:
                return False
        return True

    def _step(self, ui: Ui, by: int) -> None:
        """Choose the neighbour that can be chosen; the last one's is the first."""
        if self.others:
            at = self.others.index(self.option.value) if self.option.value in self.others else 0
            self._choose(ui, self.others[(at + by) % len(self.others)])

    def _choose(self, ui: Ui, value: str) -> None:
        if value in self.others:
            ui.focus(f"{self.group}.{value}")
            if not self.chosen or value != self.option.value:
                self.on_change(value)

    def _size(self) -> int:
        return 12 if self.style == "small chip" else 14

    def _lead(self) -> int:
        """Return the design units before its icon."""
        return 0 if self.style == "tab" else 12

    def _icon(self) -> str:
        """Return its icon; what cannot be chosen shows a lock where it has none."""
        return self.option.icon or ("lock" if self.disabled else "")

    def _ink(self) -> Role:
        if self.chosen and self.style != "tab" and not self.disabled:
            return "on_accent"
        return "text" if self.chosen else "muted"

    def _paint_tab(self, canvas: Canvas, box: Box, look: Look) -> None:
        tall = canvas.ui.px(3)
        if self.chosen:
            canvas.pill(Box(box.x, box.bottom - tall, box.w, tall), "accent")
        elif look.hover:
            role = canvas.between("surface", "control", look.hover * 0.6)
            canvas.pill(Box(box.x, box.bottom - tall, box.w, tall), role)

    def _paint_box(self, canvas: Canvas, box: Box, look: Look, radius: float) -> None:
        fill = self.ground(canvas.ui)
        if look.hover and not self.disabled:
            fill = canvas.between(fill, "text" if self.chosen else "accent", 0.1 * look.hover)
        border: Role = ""
        if self.style in _CHIPS:
            border = "hairline" if self.disabled else ("accent" if self.chosen else "control")
        if self.style == "segment" and not self.chosen and not look.hover:
            # Nothing to paint, and its neighbour's focus ring reaches in here.
            return
        canvas.rounded(box, radius, fill, border)


@dataclass(frozen=True, slots=True)
class _OneOf(Composite):
    """Options of which one is chosen.

    Attributes:
        value: the chosen option's.
        on_change: called with the value of the option that was chosen instead.

    """

    options: Sequence[Option]
    value: str
    on_change: Callable[[str], None] = field(compare=False)

    def choices(self, style: Style) -> list[_Choice]:
        """Return a widget for each option, with the keys ``{key}.{value}``."""
        open_ones = tuple(option.value for option in self.options if not option.disabled)
        stop = self.value if self.value in open_ones else (open_ones or ("",))[0]
        return [
            _Choice(
                option,
                option.value == self.value,
                option.value == stop,
                style,
                self.key,
                open_ones,
                self.on_change,
                key=f"{self.key}.{option.value}",
                tooltip=option.tooltip,
                disabled=option.disabled,
            )
            for option in self.options
        ]


@dataclass(frozen=True, slots=True)
class Tabs(_OneOf):
    """The parts of a screen, of which one is shown."""

    def build(self, ui: Ui) -> Widget:
        """Put the tabs side by side, in more lines where they do not fit."""
        return Wrap(self.choices("tab"), gap=20)


@dataclass(frozen=True, slots=True)
class Segments(_OneOf):
    """A few short alternatives in one box."""

    def build(self, ui: Ui) -> Widget:
        """Put them side by side in a box."""
        row = Row(self.choices("segment"), gap=2)
        return Panel(row, "surface", "control", radius=8, pad=2, shadow=False)


@dataclass(frozen=True, slots=True)
class Chips(_OneOf):
    """Alternatives as separate chips, which wrap; small ones where much stands together."""

    small: bool = False

    def build(self, ui: Ui) -> Widget:
        """Let them flow."""
        return (
            Wrap(self.choices("small chip"), gap=6, line_gap=4)
            if self.small
            else Wrap(self.choices("chip"))
        )
