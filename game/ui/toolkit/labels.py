"""Words and figures that are only read: labels, headings, captions, figures that count up, text."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.motion import COUNT
from game.ui.toolkit.text import Face, Run, Side
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Glide, Look, Widget


@dataclass(frozen=True, slots=True)
class Label(Widget):
    """Text of one look, which wraps where it must.

    Attributes:
        size, weight: design units and 400 to 700.
        role: the colour.
        shorten: keep it on one line, with an ellipsis and the whole text as tooltip if need be.

    """

    text: Wording
    size: float = 14
    weight: int = 400
    role: Role = "text"
    side: Side = "left"
    shorten: bool = False

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return the width of its text, and the text itself where it could wrap.

        A figure that changes while its digits take the same room leaves all places as they are.
        """
        text = ui.say(self.text)
        wide = ui.letters.width(text, ui.face(self.size, self.weight))
        wraps = not self.shorten and (" " in text or "\n" in text)
        return (wide, self.size, self.weight, self.shorten, text if wraps else "")

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the size of its lines at this width."""
        face, text = ui.face(self.size, self.weight), ui.say(self.text)
        width = ui.letters.width(text, face) if "\n" not in text else room + 1
        if self.shorten or width <= room:
            return Size(min(width, room), face.line)
        lines = ui.letters.wrap(text, face, room)
        widest = max(ui.letters.width(line, face) for line in lines)
        return Size(min(room, widest), face.line * len(lines))

    def least(self, ui: Ui) -> int:
        """Return the width of its longest word."""
        face, text = ui.face(self.size, self.weight), ui.say(self.text)
        if self.shorten:
            return min(ui.letters.width(text, face), ui.px(48))
        words = text.replace("\n", " ").split(" ")  # a no-break space holds a figure together
        return max((ui.letters.width(word, face) for word in words), default=0)

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the baseline of its first line."""
        return ui.letters.ascent(ui.face(self.size, self.weight))

    def called(self, ui: Ui) -> str:
        """Return its text."""
        return ui.say(self.name or self.text)

    def hint(self, ui: Ui, box: Box) -> str:
        """Return its tooltip, or the whole text where it was shortened."""
        if self.tooltip or not self.shorten:
            return ui.say(self.tooltip)
        text, face = ui.say(self.text), ui.face(self.size, self.weight)
        return text if ui.letters.width(text, face) > box.w else ""

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return its lines."""
        face, text = ui.face(self.size, self.weight), ui.say(self.text)
        if self.shorten:
            short = ui.letters.shorten(text, face, box.w)
            return (run_in(ui, box, short, face, self.role, self.side, whole=text),)
        width = ui.letters.width(text, face) if "\n" not in text else box.w + 1
        lines = (text,) if width <= box.w else ui.letters.wrap(text, face, box.w)
        spare = max(0, box.h - face.line * len(lines)) // 2
        return [
            run_in(
                ui,
                Box(box.x, box.y + spare + index * face.line, box.w, face.line),
                line,
                face,
                self.role,
                self.side,
            )
            for index, line in enumerate(lines)
        ]


@dataclass(frozen=True, slots=True)
class Figure(Widget):
    """A large number, which counts up or down to its new value when it changes.

    Attributes:
        value: the number, or ready text for what is no number (a range, a dash).
        show: turns a number into text.
        from_zero: whether it counts up when it first appears.

    """

    value: float | Wording
    show: Callable[[float], Wording] = field(default=str, compare=False)
    size: float = 28
    weight: int = 600
    role: Role = "text"
    side: Side = "left"
    from_zero: bool = False

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self._words(ui, None), self.size, self.weight)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the size of its final text."""
        face = ui.face(self.size, self.weight)
        return Size(min(room, ui.letters.width(self._words(ui, None), face)), face.line)

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the baseline of its line."""
        return ui.letters.ascent(ui.face(self.size, self.weight))

    def called(self, ui: Ui) -> str:
        """Return its final text."""
        return ui.say(self.name) or self._words(ui, None)

    def glide(self) -> Glide | None:
        """Return the value to count to."""
        if not isinstance(self.value, (int, float)):
            return None
        return Glide(self.value, COUNT, 0.0 if self.from_zero else self.value)

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return its text on the way to the value."""
        face = ui.face(self.size, self.weight)
        text = self._words(ui, look.glide)
        return (run_in(ui, box, text, face, self.role, self.side),)

    def _words(self, ui: Ui, now: float | None) -> str:
        if not isinstance(self.value, (int, float)):
            return ui.say(self.value)
        return ui.say(self.show(self.value if now is None else now))


def heading(text: Wording, role: Role = "text") -> Label:
    """Return a card's title (16)."""
    return Label(text, size=16, weight=600, role=role)


def section(text: Wording, role: Role = "text") -> Label:
    """Return a section's title (20)."""
    return Label(text, size=20, weight=600, role=role)


def hero(text: Wording, role: Role = "text") -> Label:
    """Return a title of its own screen (40)."""
    return Label(text, size=40, weight=700, role=role)


def caption(text: Wording, role: Role = "muted") -> Label:
    """Return small grey text (12)."""
    return Label(text, size=12, role=role)


def run_in(
    ui: Ui,
    box: Box,
    text: str,
    face: Face,
    role: Role,
    side: Side = "left",
    *,
    ground: Role = "",
    whole: str = "",
) -> Run:
    """Return a line of text in a box."""
    needed = Size(ui.letters.width(text, face), face.line)
    return Run(
        text=text,
        box=box,
        face=face,
        role=role,
        needed=needed,
        side=side,
        ground=ground,
        whole=whole if whole != text else "",
    )


@dataclass(frozen=True, slots=True)
class Icon(Widget):
    """A picture of the icon set; ``name`` says what it means where no text stands beside it."""

    icon: str
    size: float = 18
    role: Role = "muted"

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.size,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return its square."""
        return Size(ui.px(self.size), ui.px(self.size))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint it."""
        side = canvas.ui.px(self.size)
        canvas.icon(self.icon, box.centred(Size(side, side)), self.role)
