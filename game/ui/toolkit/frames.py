"""Widgets that place others in other ways: grids, wrapping lines, layers, the middle, space."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Axis, Box, Part, Size, flex, wrap
from game.ui.toolkit.layout import there
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Placed, Widget


@dataclass(frozen=True, slots=True)
class Grid(Widget):
    """Children in equal columns, row by row; fewer columns where they would be too narrow.

    Attributes:
        columns: how many columns at most.
        least_column: design units under which a column is dropped.

    """

    children: Sequence[Widget | None] = field(compare=False)
    columns: int = 2
    gap: float = 12
    least_column: float = 120

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.columns, self.gap, self.least_column)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the height of the rows at this width."""
        heights = self._rows(ui, room)
        gaps = ui.px(self.gap) * max(0, len(heights) - 1)
        return Size(room if room < 1 << 19 else self.least(ui), sum(heights) + gaps)

    def least(self, ui: Ui) -> int:
        """Return the least width of one column."""
        kids = there(self.children)
        return max((ui.least(kid) for kid in kids), default=0)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Lay out rows of equal columns; what is left in height is shared by the rows."""
        kids = there(self.children)
        gap = ui.px(self.gap)
        heights = self._rows(ui, box.w)
        parts = [Part(height, height, grow=1 if self.grow else 0) for height in heights]
        placed: list[Placed] = []
        rows = flex(box, parts, "y", gap)
        columns = self._columns(ui, box.w)
        for index, row in enumerate(rows):
            cells = flex(row, [Part(0, grow=1)] * columns, "x", gap)
            line = kids[index * columns : (index + 1) * columns]
            placed.extend(zip(line, cells, strict=False))
        return placed

    def _columns(self, ui: Ui, width: int) -> int:
        least = max(self.least(ui), ui.px(self.least_column))
        gap = ui.px(self.gap)
        return max(1, min(self.columns, (width + gap) // (least + gap)))

    def _rows(self, ui: Ui, width: int) -> list[int]:
        kids = there(self.children)
        columns = self._columns(ui, width)
        cell = (width - ui.px(self.gap) * (columns - 1)) // columns
        heights = [ui.measure(kid, cell).h for kid in kids]
        return [max(heights[at : at + columns]) for at in range(0, len(kids), columns)]


@dataclass(frozen=True, slots=True)
class Wrap(Widget):
    """Children in lines that break where the width ends, like words.

    Attributes:
        gap: design units between neighbours, and between lines unless ``line_gap`` says otherwise.

    """

    children: Sequence[Widget | None] = field(compare=False)
    gap: float = 8
    line_gap: float | None = None

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.gap, self.line_gap)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the height of the lines at this width."""
        kids = there(self.children)
        gap = ui.px(self.gap)
        sizes = [ui.measure(kid, room) for kid in kids]
        lines = wrap([size.w for size in sizes], room, gap)
        widths = [sum(sizes[i].w for i in line) + gap * (len(line) - 1) for line in lines]
        heights = [max(sizes[i].h for i in line) for line in lines]
        return Size(
            max(widths, default=0), sum(heights) + self._between(ui) * max(0, len(lines) - 1)
        )

    def least(self, ui: Ui) -> int:
        """Return the largest of the least widths."""
        return max((ui.least(kid) for kid in there(self.children)), default=0)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Fill line by line."""
        kids = there(self.children)
        gap = ui.px(self.gap)
        sizes = [ui.measure(kid, box.w) for kid in kids]
        placed: list[Placed] = []
        y = box.y
        for line in wrap([size.w for size in sizes], box.w, gap):
            height, x = max(sizes[i].h for i in line), box.x
            for i in line:
                middle = y + (height - sizes[i].h) // 2
                placed.append((kids[i], Box(x, middle, min(box.w, sizes[i].w), sizes[i].h)))
                x += sizes[i].w + gap
            y += height + self._between(ui)
        return placed

    def _between(self, ui: Ui) -> int:
        return ui.px(self.gap if self.line_gap is None else self.line_gap)


@dataclass(frozen=True, slots=True)
class Layers(Widget):
    """Children above each other, each as large as the whole: a screen and its dialog."""

    children: Sequence[Widget | None] = field(compare=False)

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return there(self.children)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the largest width and height."""
        sizes = [ui.measure(kid, room) for kid in there(self.children)]
        return Size(max((s.w for s in sizes), default=0), max((s.h for s in sizes), default=0))

    def least(self, ui: Ui) -> int:
        """Return the largest of the least widths."""
        return max((ui.least(kid) for kid in there(self.children)), default=0)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Give everything to each."""
        return [(kid, box) for kid in there(self.children)]


@dataclass(frozen=True, slots=True)
class Centre(Widget):
    """One child in the middle, at most ``limit`` design units wide: text that can be read."""

    child: Widget = field(compare=False)
    limit: float = 720
    across: Axis | None = None

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.limit, self.across)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the child's size within the limit."""
        return ui.measure(self.child, min(room, ui.px(self.limit)))

    def least(self, ui: Ui) -> int:
        """Return the child's least width."""
        return ui.least(self.child)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the child's least height."""
        return ui.least_height(self.child, min(width, ui.px(self.limit)))

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Put the child in the middle, in width, in height, or (``across`` None) in both."""
        width = min(box.w, ui.px(self.limit))
        size = ui.measure(self.child, width)
        tall = box.h if self.across == "x" else min(box.h, size.h)
        wide = width if self.across == "x" or self.child.grow else min(width, size.w)
        return ((self.child, box.centred(Size(wide, tall))),)


@dataclass(frozen=True, slots=True)
class Inset(Widget):
    """One child with room around it, in design units: left and right, above and below."""

    child: Widget = field(compare=False)
    x: float = 24
    y: float = 24

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.x, self.y)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the child's size and the room around it."""
        x, y = ui.px(self.x), ui.px(self.y)
        size = ui.measure(self.child, max(0, room - 2 * x))
        return Size(size.w + 2 * x, size.h + 2 * y)

    def least(self, ui: Ui) -> int:
        """Return the child's least width and the room around it."""
        return ui.least(self.child) + 2 * ui.px(self.x)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the child's least height and the room around it."""
        inner = max(0, width - 2 * ui.px(self.x))
        return ui.least_height(self.child, inner) + 2 * ui.px(self.y)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Put the child inside."""
        return ((self.child, box.inset(ui.px(self.x), ui.px(self.y))),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacer(Widget):
    """Nothing, which takes all the room that is left (or a fixed ``width`` or ``height``)."""

    grow: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider(Widget):
    """A hairline: lying in a column, standing (``upright``) in a row."""

    upright: bool = False
    role: Role = "hairline"

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.upright,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return a hairline's size: as long as the other children make it."""
        line = max(1, int(ui.metrics.scale))
        return Size(line, ui.px(20)) if self.upright else Size(0, line)

    def least(self, ui: Ui) -> int:
        """Return a hairline's width where it stands."""
        return self.measure(ui, 0).w

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the line."""
        canvas.fill(box, self.role)
