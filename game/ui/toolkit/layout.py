"""Widgets that place others in a line: rows and columns."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from game.ui.toolkit.geometry import Align, Box, Part, Size, aligned, flex, lengths
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Placed, Widget


@dataclass(frozen=True, slots=True)
class Row(Widget):
    """Children side by side; what does not fit gives way, text by wrapping."""

    children: Sequence[Widget | None] = field(compare=False)
    gap: float = 8
    align: Align = "center"

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.gap, self.align)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the widths beside each other and the height of the tallest."""
        kids = there(self.children)
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
        kids = there(self.children)
        gaps = ui.px(self.gap) * max(0, len(kids) - 1)
        return sum(ui.least(kid) for kid in kids) + gaps

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the largest of the least heights."""
        kids = there(self.children)
        given = self._widths(ui, kids, width)
        return max((ui.least_height(kid, given[i]) for i, kid in enumerate(kids)), default=0)

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the lowest baseline of its children."""
        return max((kid.baseline(ui, at) for kid, at in self.arrange(ui, box)), default=box.h)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Divide the width."""
        kids = there(self.children)
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
        return there(self.children)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.gap, self.align)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the widest width and the heights under each other."""
        sizes = [ui.measure(kid, room) for kid in there(self.children)]
        gaps = ui.px(self.gap) * max(0, len(sizes) - 1)
        return Size(max((s.w for s in sizes), default=0), sum(s.h for s in sizes) + gaps)

    def least(self, ui: Ui) -> int:
        """Return the largest of the least widths."""
        return max((ui.least(kid) for kid in there(self.children)), default=0)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the least heights under each other."""
        kids = there(self.children)
        gaps = ui.px(self.gap) * max(0, len(kids) - 1)
        return sum(ui.least_height(kid, width) for kid in kids) + gaps

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the baseline of its first child."""
        placed = self.arrange(ui, box)
        return placed[0][0].baseline(ui, placed[0][1]) if placed else box.h

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Divide the height."""
        kids = there(self.children)
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


def there(children: Sequence[Widget | None]) -> list[Widget]:
    """Return the children that are there."""
    return [child for child in children if child is not None]


def _baselines(ui: Ui, kids: list[Widget], sizes: list[Size]) -> list[int]:
    return [
        kid.baseline(ui, Box(0, 0, size.w, size.h)) for kid, size in zip(kids, sizes, strict=True)
    ]
