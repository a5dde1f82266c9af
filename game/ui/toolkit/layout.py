"""Widgets that only place others: rows, columns, grids, wrapping lines, layers, space."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Align, Axis, Box, Part, Size, aligned, flex, lengths, wrap
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Placed, Widget


@dataclass(frozen=True, slots=True)
class Row(Widget):
    """Children side by side; what does not fit gives way, text by wrapping."""

    children: Sequence[Widget | None] = field(compare=False)
    gap: float = 8
    align: Align = "center"

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return _there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.gap, self.align)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the widths beside each other and the height of the tallest."""
        kids = _there(self.children)
        gaps = ui.px(self.gap) * max(0, len(kids) - 1)
        natural = sum([ui.natural(kid) for kid in kids]) + gaps
        width = room if any(kid.grow for kid in kids) else min(room, natural)
        given = self._widths(ui, kids, width)
        sizes = [ui.measure(kid, given[i]) for i, kid in enumerate(kids)]
        height = max((size.h for size in sizes), default=0)
        if self.align == "baseline":
            rises = _baselines(ui, kids, sizes)
            below = max((s.h - r for s, r in zip(sizes, rises, strict=True)), default=0)
            height = max(rises, default=0) + below
        return Size(min(room, natural), height)

    def least(self, ui: Ui) -> int:
        """Return the least widths beside each other."""
        kids = _there(self.children)
        gaps = ui.px(self.gap) * max(0, len(kids) - 1)
        return sum(ui.least(kid) for kid in kids) + gaps

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the largest of the least heights."""
        kids = _there(self.children)
        given = self._widths(ui, kids, width)
        return max((ui.least_height(kid, given[i]) for i, kid in enumerate(kids)), default=0)

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the lowest baseline of its children."""
        return max((kid.baseline(ui, at) for kid, at in self.arrange(ui, box)), default=box.h)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Divide the width."""
        kids = _there(self.children)
        widths = self._widths(ui, kids, box.w)
        x, slots = box.x, []
        for width in widths:
            slots.append(Box(x, box.y, width, box.h))
            x += width + ui.px(self.gap)
        sizes = [ui.measure(kid, slot.w) for kid, slot in zip(kids, slots, strict=True)]
        if self.align == "baseline":
            rises = _baselines(ui, kids, sizes)
            low = max(rises, default=0)
            return [
                (kid, Box(slot.x, slot.y + low - rise, slot.w, size.h))
                for kid, slot, size, rise in zip(kids, slots, sizes, rises, strict=True)
            ]
        return [
            (kid, aligned(slot, size, "y", self.align))
            for kid, slot, size in zip(kids, slots, sizes, strict=True)
        ]

    def _widths(self, ui: Ui, kids: list[Widget], width: int) -> list[int]:
        return ui.widths(self, width, lambda: self._divided(ui, kids, width))

    def _divided(self, ui: Ui, kids: list[Widget], width: int) -> list[int]:
        parts = [Part(min(width, ui.natural(kid)), ui.least(kid), kid.grow) for kid in kids]
        return lengths(width, parts, ui.px(self.gap))


@dataclass(frozen=True, slots=True)
class Column(Widget):
    """Children under each other, as wide as the column unless ``align`` says otherwise."""

    children: Sequence[Widget | None] = field(compare=False)
    gap: float = 8
    align: Align = "stretch"

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return _there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.gap, self.align)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the widest width and the heights under each other."""
        sizes = [ui.measure(kid, room) for kid in _there(self.children)]
        gaps = ui.px(self.gap) * max(0, len(sizes) - 1)
        return Size(max((s.w for s in sizes), default=0), sum(s.h for s in sizes) + gaps)

    def least(self, ui: Ui) -> int:
        """Return the largest of the least widths."""
        return max((ui.least(kid) for kid in _there(self.children)), default=0)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the least heights under each other."""
        kids = _there(self.children)
        gaps = ui.px(self.gap) * max(0, len(kids) - 1)
        return sum(ui.least_height(kid, width) for kid in kids) + gaps

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the baseline of its first child."""
        placed = self.arrange(ui, box)
        return placed[0][0].baseline(ui, placed[0][1]) if placed else box.h

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Divide the height."""
        kids = _there(self.children)
        sizes = [ui.measure(kid, box.w) for kid in kids]
        parts = [
            Part(size.h, ui.least_height(kid, box.w), kid.grow)
            for kid, size in zip(kids, sizes, strict=True)
        ]
        slots = flex(box, parts, "y", ui.px(self.gap))
        return [
            (kid, aligned(slot, size, "x", self.align))
            for kid, slot, size in zip(kids, slots, sizes, strict=True)
        ]


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
        return _there(self.children)

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
        kids = _there(self.children)
        return max((ui.least(kid) for kid in kids), default=0)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Lay out rows of equal columns; what is left in height is shared by the rows."""
        kids = _there(self.children)
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
        kids = _there(self.children)
        columns = self._columns(ui, width)
        cell = (width - ui.px(self.gap) * (columns - 1)) // columns
        heights = [ui.measure(kid, cell).h for kid in kids]
        return [max(heights[at : at + columns]) for at in range(0, len(kids), columns)]


@dataclass(frozen=True, slots=True)
class Wrap(Widget):
    """Children in lines that break where the width ends, like words."""

    children: Sequence[Widget | None] = field(compare=False)
    gap: float = 8

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return _there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.gap,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the height of the lines at this width."""
        kids = _there(self.children)
        gap = ui.px(self.gap)
        sizes = [ui.measure(kid, room) for kid in kids]
        lines = wrap([size.w for size in sizes], room, gap)
        widths = [sum(sizes[i].w for i in line) + gap * (len(line) - 1) for line in lines]
        heights = [max(sizes[i].h for i in line) for line in lines]
        return Size(max(widths, default=0), sum(heights) + gap * max(0, len(lines) - 1))

    def least(self, ui: Ui) -> int:
        """Return the largest of the least widths."""
        return max((ui.least(kid) for kid in _there(self.children)), default=0)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Fill line by line."""
        kids = _there(self.children)
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
            y += height + gap
        return placed


@dataclass(frozen=True, slots=True)
class Layers(Widget):
    """Children above each other, each as large as the whole: a screen and its dialog."""

    children: Sequence[Widget | None] = field(compare=False)

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return _there(self.children)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the largest width and height."""
        sizes = [ui.measure(kid, room) for kid in _there(self.children)]
        return Size(max((s.w for s in sizes), default=0), max((s.h for s in sizes), default=0))

    def least(self, ui: Ui) -> int:
        """Return the largest of the least widths."""
        return max((ui.least(kid) for kid in _there(self.children)), default=0)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Give everything to each."""
        return [(kid, box) for kid in _there(self.children)]


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


def _there(children: Sequence[Widget | None]) -> list[Widget]:
    return [child for child in children if child is not None]


def _baselines(ui: Ui, kids: list[Widget], sizes: list[Size]) -> list[int]:
    return [
        kid.baseline(ui, Box(0, 0, size.w, size.h)) for kid, size in zip(kids, sizes, strict=True)
    ]
