"""Pieces that several screens are made of: the mark, headers, cards that can be pressed."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.report.theme import Theme
from game.ui.toolkit import (
    Box,
    Canvas,
    Centre,
    Column,
    Composite,
    Control,
    Divider,
    Icon,
    Inset,
    Label,
    Look,
    Paragraph,
    Role,
    Row,
    Size,
    Spacer,
    Ui,
    Widget,
    icon_button,
)
from game.ui.toolkit.assets import Wording
from game.ui.toolkit.happening import Happening, Stroke, pressed
from game.ui.toolkit.icons import drawn_svg
from game.ui.toolkit.widget import Placed
from game.words import sentence

GAME: Final = "Handoff"
"""The name, which is the same in every language."""

NARROW: Final = 760
"""Design units of width under which columns go under each other."""

_ARROWS: Final = frozenset({"up", "down", "left", "right"})


@dataclass(frozen=True, slots=True)
class Mark(Widget):
    """The mark of the game: two cliffs that make an H, the bridge, a lead on its way."""

    size: float = 28

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.size,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return its square."""
        return Size(ui.px(self.size), ui.px(self.size))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint it in the colours of marketing, together and sales."""
        ui, side = canvas.ui, min(box.w, box.h)
        picture = ui.cache.get(
            ("mark", side, ui.theme.name), lambda: drawn_svg(mark_svg(ui.theme), (side, side))
        )
        canvas.surface.blit(picture, (box.x + (box.w - side) // 2, box.y + (box.h - side) // 2))


def mark_svg(theme: Theme) -> str:
    """Return the mark as SVG text."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">'
        f'<path fill="{theme.group("marketing")}" d="M4 12 A8 8 0 0 1 12 4 H16 A4 4 0 0 1 20 8'
        ' V28 H32 V36 A12 12 0 0 0 20 48 V56 A4 4 0 0 1 16 60 H12 A8 8 0 0 1 4 52 Z"/>'
        f'<path fill="{theme.group("together")}" d="M60 12 A8 8 0 0 0 52 4 H48 A4 4 0 0 0 44 8'
        ' V28 H32 V36 A12 12 0 0 1 44 48 V56 A4 4 0 0 0 48 60 H52 A8 8 0 0 0 60 52 Z"/>'
        f'<circle fill="{theme.group("sales")}" cx="32" cy="16" r="6"/></svg>'
    )


@dataclass(frozen=True, slots=True)
class Pressable(Control):
    """A card that is one large button: pressed anywhere, by Enter or by Space.

    Attributes:
        child: what is seen; nothing in it can be used by itself.
        on_press: called once a press.
        around: where the arrow keys lead: "up", "down", "left", "right" to a key.
        fill: empty to lie on what is beneath, so that a neighbour's focus ring stays whole.
        tone: the role of its border; empty for none until it is pointed at.

    """

    child: Widget = field(compare=False)
    on_press: Callable[[], None] = field(compare=False)
    around: Mapping[str, str] = field(default_factory=dict, compare=False)
    fill: Role = "surface"
    tone: Role = "hairline"
    radius: float = 12
    pad: float = 20
    pad_y: float = 16
    shadow: bool = True

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its child."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.pad, self.pad_y)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the child's size and the padding."""
        x, y = ui.px(self.pad), ui.px(self.pad_y)
        size = ui.measure(self.child, max(0, room - 2 * x))
        return Size(size.w + 2 * x, size.h + 2 * y)

    def least(self, ui: Ui) -> int:
        """Return the child's least width and the padding."""
        return ui.least(self.child) + 2 * ui.px(self.pad)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Put the child inside the padding."""
        return ((self.child, box.inset(ui.px(self.pad), ui.px(self.pad_y))),)

    def ground(self, ui: Ui) -> Role:
        """Return what it is filled with; what cannot be pressed lies flat on the page."""
        return "background" if self.disabled else self.fill

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the box, brighter while it is pointed at."""
        if look.ring:
            canvas.ring(box, self.radius)
        if self.shadow and not self.disabled:
            canvas.shadow(box, self.radius)
        lit = 0.0 if self.disabled else max(look.hover, look.press)
        edge = canvas.between(self.tone, "accent", lit) if self.tone else ""
        fill = self._lit(canvas, lit)
        if fill or edge:
            canvas.rounded(box, self.radius, fill, edge)

    def _lit(self, canvas: Canvas, share: float) -> Role:
        """Return the filling while it is pointed at, by a share of 0 to 1."""
        fill = self.ground(canvas.ui)
        if not fill:
            return canvas.between("surface", "raised", share) if share else ""
        if fill == "accent":
            return canvas.between(fill, "text", 0.1 * share)
        if not self.tone:
            return canvas.between(fill, "raised", share)
        return canvas.between(fill, "accent", 0.06 * share)

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Do it, or hand the focus to a neighbour."""
        press = pressed(happening)
        if press:
            self._do()
        if press is not None:
            return True
        match happening:
            case Stroke(name, ctrl=False) if name in _ARROWS and name in self.around:
                ui.focus(self.around[name])
                return True
        return False

    def _do(self) -> None:
        if not self.disabled:
            self.on_press()


def neighbours(keys: Sequence[str], place: int, columns: int = 1) -> Mapping[str, str]:
    """Return where the arrows lead from one of the keys, which stand in rows of ``columns``.

    >>> neighbours(["a", "b", "c"], 1, columns=2)
    {'left': 'a', 'right': 'c'}
    """
    steps = {"up": -columns, "down": columns}
    if columns > 1:
        steps |= {"left": -1, "right": 1}
    return {
        name: keys[place + step] for name, step in steps.items() if 0 <= place + step < len(keys)
    }


@dataclass(frozen=True, slots=True)
class Explained(Control, Composite):
    """Something that cannot be used: it only has the focus, so that keys find out why, too."""

    child: Widget = field(compare=False)

    def build(self, ui: Ui) -> Widget:
        """Return its child."""
        return self.child

    def usable(self) -> bool:
        """Say that a press does nothing."""
        return False

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the focus."""
        if look.ring:
            canvas.ring(box.inset(0, canvas.ui.px(4)), 6)


@dataclass(frozen=True, slots=True)
class Difficulty(Widget):
    """Three steps, as many of them filled as it is hard (1 to 3)."""

    level: int

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the steps' size."""
        return Size(3 * ui.px(4) + 2 * ui.px(2), ui.px(12))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint each step higher than the one before."""
        ui = canvas.ui
        wide, gap, foot = ui.px(4), ui.px(2), box.y + (box.h + ui.px(12)) // 2
        for number in range(3):
            tall = ui.px(4 * (number + 1))
            step = Box(box.x + number * (wide + gap), foot - tall, wide, tall)
            canvas.rounded(step, 1, "text" if number < self.level else "hairline")


@dataclass(frozen=True, slots=True)
class Bone(Widget):
    """A pale bar where text will stand once it has been read."""

    long: float
    tall: float = 12

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.long, self.tall)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the bar's size."""
        return Size(min(room, ui.px(self.long)), ui.px(self.tall))

    def least(self, ui: Ui) -> int:
        """Return a short bar."""
        return ui.px(24)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint it."""
        canvas.rounded(box, 4, "raised")


def fact(icon: str, text: Wording, role: Role = "muted") -> Widget:
    """Return a small fact: its icon, and in words."""
    return Row([Icon(icon, 14, role), Label(text, size=12, weight=500, role=role)], gap=4)


def pointed(icon: str, text: Wording, role: Role = "muted", ink: Role = "text") -> Widget:
    """Return a line of a list: its icon at the first line of the text."""
    return Row([Icon(icon, 18, role), Paragraph(text, role=ink, grow=1)], gap=8, align="start")


def flowing(text: str) -> str:
    r"""Return an author's text without its line ends: only an empty line begins a new paragraph.

    >>> flowing("One\ntwo.\n\nThree.")
    'One two.\n\nThree.'
    """
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)


def header(
    title: Wording,
    back: Callable[[], None] | None,
    *,
    aside: Widget | None = None,
    note: Wording = "",
    back_to: Wording = "",
) -> Widget:
    """Return the head of a page: the way back, the mark, where one is, and what stands right.

    Args:
        title: where one is.
        back: what the arrow does; None leaves it out.
        aside: a widget at the right end.
        note: said small beside the title.
        back_to: the arrow's tooltip.

    """
    arrow = (
        icon_button(
            "arrow-left",
            sentence("Back"),
            back,
            key="header.back",
            tooltip=back_to or sentence("Back (Esc)"),
        )
        if back is not None
        else None
    )
    row = Row(
        [
            arrow,
            Mark(26),
            Label(title, size=20, weight=600),
            Label(note, role="muted", shorten=True) if note else None,
            Spacer(),
            aside,
        ],
        gap=12,
    )
    return Column([Ground(Inset(row, x=24, y=10)), Divider()], gap=0)


@dataclass(frozen=True, slots=True)
class Ground(Composite):
    """One child on the colour of surfaces, from edge to edge."""

    child: Widget = field(compare=False)

    def build(self, ui: Ui) -> Widget:
        """Return its child."""
        return self.child

    def ground(self, ui: Ui) -> Role:
        """Return what it is filled with."""
        return "surface"

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Fill it, corners and all."""
        canvas.fill(box, "surface")


def footer(children: Sequence[Widget | None]) -> Widget:
    """Return the foot of a page, where its one primary button stands at the right."""
    return Column([Divider(), Ground(Inset(Row(children, gap=12), x=24, y=12))], gap=0)


def page(head: Widget | None, body: Widget, foot: Widget | None = None) -> Widget:
    """Return a page: head, body with all that is left of the height, foot."""
    return Column([head, body, foot], gap=0)


def calm(content: Widget, limit: float) -> Widget:
    """Return the body of a page that holds one thing: a bit above the middle of the room.

    Args:
        content: what is read or answered.
        limit: design units that it is wide at most.

    """
    middle = Column([Spacer(grow=2), content, Spacer(grow=3)], gap=0)
    return Inset(Centre(middle, limit=limit, across="x"), x=24, y=20)
