"""What floats above a screen: the tooltip and the messages at the foot."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.frames import Layers
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.labels import Label
from game.ui.toolkit.layout import Row
from game.ui.toolkit.panel import Panel
from game.ui.toolkit.tree import Node, lay_out
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Look, Placed, Widget

TOAST_LASTS: Final = 4000
"""Milliseconds that a message stays."""

_TOOLTIP_WIDTH: Final = 280

_CARD: Final = 60
"""Design units of height from which a widget is a card: what stands beside it is another."""

_HEADING: Final = 16
_STRONG: Final = 600
"""The least size and weight of a title."""


@dataclass(frozen=True, slots=True)
class Tooltip(Composite):
    """A sentence about the widget that is pointed at."""

    text: Wording

    def build(self, ui: Ui) -> Widget:
        """Put the sentence on a raised panel."""
        return _Floating(Label(self.text, size=13), pad=12, pad_y=8, radius=8)


@dataclass(frozen=True, slots=True)
class Toast(Composite):
    """A message that goes by itself."""

    text: Wording
    tone: Role

    def build(self, ui: Ui) -> Widget:
        """Put the message on a raised panel with a coloured dot."""
        content = Row([_Dot(self.tone), Label(self.text, size=14, weight=500)], gap=10)
        return _Floating(content, pad=16, pad_y=10, radius=8)


@dataclass(frozen=True, slots=True)
class _Floating(Widget):
    """A raised panel with a visible border and a deep shadow."""

    child: Widget = field(compare=False)
    pad: float = 12
    pad_y: float = 8
    radius: float = 8

    margin = 24.0

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.pad, self.pad_y)

    def measure(self, ui: Ui, room: int) -> Size:
        return self._panel().measure(ui, room)

    def least(self, ui: Ui) -> int:
        return self._panel().least(ui)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        return self._panel().arrange(ui, box)

    def ground(self, ui: Ui) -> Role:
        return "raised" if not ui.theme.shadows else "surface"

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        canvas.shadow(box, self.radius, blur=10, drop=4)
        canvas.rounded(box, self.radius, self.ground(canvas.ui), "control")

    def _panel(self) -> Panel:
        return Panel(self.child, pad=self.pad, pad_y=self.pad_y)


@dataclass(frozen=True, slots=True)
class _Dot(Widget):
    tone: Role

    def measure(self, ui: Ui, room: int) -> Size:
        return Size(ui.px(8), ui.px(8))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        canvas.disc(box.middle, box.w // 2, self.tone)


def beside(ui: Ui, tooltip: Widget, target: Box, window: Box, headings: Sequence[Box] = ()) -> Box:
    """Return where a tooltip goes: under its target, or above it, always inside the window.

    It covers none of the headings where there is room for it on either side, moved along if need
    be; of a card it may stand at the left or the right.
    """
    gap = ui.px(8)
    inner = window.inset(gap)
    size = ui.measure(tooltip, min(inner.w, ui.px(_TOOLTIP_WIDTH)))
    places = (target.x + (target.w - size.w) // 2, target.right - size.w, target.x)
    columns = [min(max(inner.x, x), inner.right - size.w) for x in places]
    row = target.y + (target.h - size.h) // 2
    row = min(max(inner.y, row), inner.bottom - size.h)
    flanks = (target.right + gap, target.x - gap - size.w) if target.h >= ui.px(_CARD) else ()
    ways = [(x, y) for x in columns for y in (target.bottom + gap, target.y - gap - size.h)]
    ways += [(x, row) for x in flanks]
    sides = [at for at in (Box(x, y, size.w, size.h) for x, y in ways) if inner.encloses(at)]
    free = [at for at in sides if not any(at.meets(heading) for heading in headings)]
    above = Box(columns[0], max(inner.y, target.y - gap - size.h), size.w, size.h)
    return next(iter((*free, *sides, above)))


def headings_beside(nodes: Sequence[Node], node: Node) -> list[Box]:
    """Return where the titles of cards and pages are seen, but for those that a widget shows."""
    return [
        each.box.overlap(each.clip)
        for each in nodes
        if isinstance(each.widget, Label)
        and each.widget.size >= _HEADING
        and each.widget.weight >= _STRONG
        and each.layer == node.layer
        and not node.box.encloses(each.box)
    ]


def says_it_already(ui: Ui, nodes: Sequence[Node], node: Node) -> bool:
    """Say whether a widget, or what is in it, shows the very words of its tooltip."""
    at = next(place for place, each in enumerate(nodes) if each is node)
    words = _words(node.widget.hint(ui, node.box))
    for each in nodes[at:]:
        if each is not node and each.parent < at:
            break
        shown = " ".join(run.text for run in each.widget.texts(ui, each.box, Look()))
        if shown and _words(shown) == words:
            return True
    return False


def _words(text: str) -> str:
    """Return a text as it is compared with another: without the full stop."""
    return text.strip().removesuffix(".")


def floating(
    ui: Ui, nodes: Sequence[Node], toasts: Sequence[Toast], pointed: Node | None, window: Box
) -> list[Node]:
    """Lay out what floats above a screen.

    Args:
        ui: measures it.
        nodes: the screen's.
        toasts: the messages at the foot, the oldest first.
        pointed: what a tooltip is shown of, if there is one.
        window: where there is room.

    """
    placed = at_foot(ui, toasts, window, nodes) if toasts else []
    if pointed is not None:
        tooltip = Tooltip(pointed.widget.hint(ui, pointed.box))
        target = pointed.box.overlap(pointed.clip)
        headings = headings_beside(nodes, pointed)
        placed.append((tooltip, beside(ui, tooltip, target, window, headings)))
    laid: list[Node] = []
    for number, (widget, box) in enumerate(placed):
        laid += lay_out(ui, Layers([widget], key=f"@floating/{number}"), box)
    return laid


def at_foot(
    ui: Ui, toasts: Sequence[Widget], window: Box, nodes: Sequence[Node] = ()
) -> list[Placed]:
    """Return where messages go: at the foot, the newest lowest, and never on the way on.

    They stand above the buttons beside the primary one, in the middle or at the side where they
    cover the fewest of the other things that can be used.
    """
    width = min(window.w - ui.px(48), ui.px(560))
    sizes = [ui.measure(toast, width) for toast in reversed(toasts)]
    widest = max((size.w for size in sizes), default=0)
    middle, left = window.x + (window.w - widest) // 2, window.x + ui.px(24)
    foot, used = _foot(nodes, window), _used(nodes)
    stacks = [
        _stack(ui, sizes, Box(x, window.y, widest, window.h), foot)
        for x in (middle, window.right - ui.px(24) - widest, left)
    ]
    best = min(stacks, key=lambda stack: sum(box.meets(at) for box in stack for at in used))
    return list(zip(reversed(toasts), best, strict=True))


def _stack(ui: Ui, sizes: Sequence[Size], column: Box, foot: Sequence[Box]) -> list[Box]:
    """Return the places of messages in a column, above whatever of the foot stands in it."""
    y = column.bottom - ui.px(24)
    for each in foot:
        if each.x < column.right and column.x < each.right:
            y = min(y, each.y - ui.px(8))
    boxes: list[Box] = []
    for size in sizes:
        y -= size.h
        boxes.append(Box(column.x + (column.w - size.w) // 2, y, size.w, size.h))
        y -= ui.px(8)
    return boxes


def _foot(nodes: Sequence[Node], window: Box) -> list[Box]:
    """Return where the primary button and those beside it are, if that is in the lower half."""
    rows = {
        node.parent for node in nodes if node.widget.commits() and node.layer == nodes[-1].layer
    }
    boxes = [nodes[row].box.overlap(nodes[row].clip) for row in rows if row >= 0]
    return [box for box in boxes if box.h and box.middle[1] > window.middle[1]]


def _used(nodes: Sequence[Node]) -> list[Box]:
    """Return where there is something to use."""
    return [
        seen
        for node in nodes
        if node.widget.usable() and not node.widget.clips
        for seen in (node.box.overlap(node.clip),)
        if seen.w and seen.h
    ]
