"""Surfaces with something on them: panels, cards, key figures, notices."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.frames import Spacer
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.labels import Figure, Icon, Label, caption, heading
from game.ui.toolkit.layout import Column, Row
from game.ui.toolkit.paragraph import Paragraph
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Look, Placed, Widget

CARD_PAD: Final = 20
CARD_RADIUS: Final = 12


@dataclass(frozen=True, slots=True)
class Panel(Widget):
    """A filled box around one child.

    Attributes:
        fill, border: roles; empty for none.
        radius, pad, pad_y: design units; ``pad_y`` is ``pad`` where left out.
        stripe: the role of a bar along the left edge, for what needs attention.

    """

    child: Widget = field(compare=False)
    fill: Role = "surface"
    border: Role = "hairline"
    radius: float = CARD_RADIUS
    pad: float = CARD_PAD
    pad_y: float | None = None
    shadow: bool = True
    stripe: Role = ""

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.pad, self.pad_y)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the child's size and the padding."""
        x, y = self._pads(ui)
        size = ui.measure(self.child, max(0, room - 2 * x))
        return Size(size.w + 2 * x, size.h + 2 * y)

    def least(self, ui: Ui) -> int:
        """Return the child's least width and the padding."""
        return ui.least(self.child) + 2 * self._pads(ui)[0]

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the child's least height and the padding."""
        x, y = self._pads(ui)
        return ui.least_height(self.child, max(0, width - 2 * x)) + 2 * y

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Put the child inside the padding."""
        return ((self.child, box.inset(*self._pads(ui))),)

    def ground(self, ui: Ui) -> Role:
        """Return what it is filled with."""
        return self.fill

    def covers(self, ui: Ui, box: Box) -> Box | None:
        """Return all but its round corners."""
        return box.inset(ui.px(self.radius)) if self.fill else None

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint shadow, box and stripe."""
        if self.shadow and self.fill:
            canvas.shadow(box, self.radius)
        if self.stripe:
            canvas.rounded(box, self.radius, self.stripe)
            inner = Box(box.x + canvas.ui.px(4), box.y, box.w - canvas.ui.px(4), box.h)
            canvas.rounded(inner, self.radius - 2, self.fill, self.border)
        else:
            canvas.rounded(box, self.radius, self.fill, self.border)

    def _pads(self, ui: Ui) -> tuple[int, int]:
        return ui.px(self.pad), ui.px(self.pad if self.pad_y is None else self.pad_y)


@dataclass(frozen=True, slots=True)
class Card(Composite):
    """A panel with a title: the piece that screens are made of.

    Attributes:
        title, icon: shown above; either may be left out.
        aside: a widget at the right end of the title's line.
        tone: the role of the title's icon and, unless ``text``, a stripe at the left.

    """

    child: Widget = field(compare=False)
    title: Wording = ""
    icon: str = ""
    aside: Widget | None = field(default=None, compare=False)
    tone: Role = "text"
    pad: float = CARD_PAD
    gap: float = 12

    def build(self, ui: Ui) -> Widget:
        """Put the title above the content."""
        toned = self.tone != "text"
        head: list[Widget | None] = [
            Icon(self.icon, 20, self.tone if toned else "muted") if self.icon else None,
            heading(self.title) if self.title else None,
            Spacer() if self.aside else None,
            self.aside,
        ]
        content: Widget = self.child
        if any(head):
            content = Column([Row(head), _Fill(self.child, grow=1)], gap=self.gap)
        return Panel(content, pad=self.pad, stripe=self.tone if toned else "")


@dataclass(frozen=True, slots=True)
class _Fill(Composite):
    """One child, given all that a card's title leaves, whether it grows by itself or not."""

    child: Widget = field(compare=False)

    def build(self, ui: Ui) -> Widget:
        return self.child


Way = Literal["up", "down"]
Direction = Literal["up", "down", "level"]


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moved: said with a sign, drawn with an arrow, coloured by whether it is good."""

    text: Wording
    direction: Direction
    good: bool | None = None
    """None where it is neither."""

    @property
    def role(self) -> Role:
        """The colour's role."""
        return "muted" if self.good is None else ("good" if self.good else "bad")


@dataclass(frozen=True, slots=True)
class Trend(Composite):
    """An arrow, the change with its sign, and since when; no arrow where nothing moved."""

    change: Change
    since: Wording = ""
    size: float = 12

    def build(self, ui: Ui) -> Widget:
        """Put them on a line."""
        role, way = self.change.role, self.change.direction
        return Row(
            [
                None if way == "level" else Arrow(way, role=role, size=self.size * 0.8),
                Label(
                    self.change.text, size=self.size, weight=600, role=role, shorten=way == "level"
                ),
                Label(self.since, size=self.size, role="muted", shorten=True)
                if self.since
                else None,
            ],
            gap=4,
        )


@dataclass(frozen=True, slots=True)
class Arrow(Widget):
    """A small filled triangle up or down."""

    direction: Way
    role: Role = "text"
    size: float = 9

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.size,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return its square."""
        return Size(ui.px(self.size), ui.px(self.size))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint it smoothly."""
        canvas.icon(_ARROWS[self.direction], box, self.role)


_ARROWS: Final = {"up": "@up", "down": "@down"}


@dataclass(frozen=True, slots=True)
class KpiCard(Composite):
    """A key figure: what it is, how much it is, and how it moved.

    Attributes:
        label: what is measured.
        value: a number (with ``show``) or ready text.

    """

    label: Wording
    value: float | Wording
    show: Callable[[float], Wording] = field(default=str, compare=False)
    change: Change | None = None
    since: Wording = ""
    icon: str = ""
    role: Role = "text"

    def build(self, ui: Ui) -> Widget:
        """Put the three lines under each other."""
        label = Label(self.label, size=12, role="muted", shorten=True, grow=1)
        foot: Widget = Trend(self.change, self.since) if self.change else caption(self.since)
        return Panel(
            Column(
                [
                    Row([label, Icon(self.icon, 16) if self.icon else None], gap=4),
                    Figure(self.value, self.show, role=self.role),
                    foot,
                ],
                gap=0,
            ),
            pad=12,
            pad_y=10,
        )


@dataclass(frozen=True, slots=True)
class Notice(Composite):
    """What stands where nothing can be shown yet: empty, hidden, still loading, or failed."""

    icon: str
    title: Wording
    text: Wording = ""
    action: Widget | None = field(default=None, compare=False)
    role: Role = "muted"

    def build(self, ui: Ui) -> Widget:
        """Put icon, title, text and what can be done in the middle."""
        return Column(
            [
                Spacer(),
                Icon(self.icon, 28, self.role),
                Label(self.title, size=16, weight=600, side="center"),
                Paragraph(self.text, role="muted", columns=48, side="center")
                if self.text
                else None,
                self.action,
                Spacer(),
            ],
            gap=8,
            align="center",
        )
