"""The widgets of a view in their places: a flat list in the order in which they are painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.ui.toolkit.geometry import Box
from game.ui.toolkit.happening import Point
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Widget

HIT: Final = 30
"""Design units each way within which whatever can be used is hit, even where it is smaller."""


@dataclass(slots=True)
class Node:
    """A widget in its place.

    Attributes:
        key: the widget's own key, or its path in the tree.
        clip: the pixels of it that can be seen.
        parent: the place of its parent in the list, -1 for the root.
        layer: the place of the dialog that it is in, -1 for none.

    """

    key: str
    widget: Widget
    box: Box
    clip: Box
    parent: int
    layer: int


def lay_out(ui: Ui, root: Widget, box: Box) -> list[Node]:
    """Place a tree of widgets in a box."""
    nodes: list[Node] = []
    _place(ui, nodes, root, box, box, "", -1, -1)
    return nodes


def lay_over(ui: Ui, nodes: list[Node], widget: Widget, box: Box) -> None:
    """Place a widget over a view, in reach of whoever answers the dialog on top of it."""
    _place(ui, nodes, widget, box, box, "@over", -1, top_layer(nodes))


def _place(
    ui: Ui,
    nodes: list[Node],
    widget: Widget,
    box: Box,
    clip: Box,
    path: str,
    parent: int,
    layer: int,
) -> None:
    at = len(nodes)
    key = widget.key or path
    if widget.modal:
        layer = at
    nodes.append(Node(key, widget, box, clip, parent, layer))
    inside = clip.overlap(widget.seen(ui, box)) if widget.clips else clip
    for number, (child, place) in enumerate(ui.places(widget, box)):
        _place(ui, nodes, child, place, inside, f"{key}/{number}", at, layer)


def top_layer(nodes: Sequence[Node]) -> int:
    """Return the place of the dialog on top, or -1."""
    return nodes[-1].layer if nodes else -1


def stops(nodes: Sequence[Node]) -> list[Node]:
    """Return what Tab stops at, in order: in the dialog on top if there is one."""
    layer = top_layer(nodes)
    found = [node for node in nodes if node.layer == layer and node.widget.focusable()]
    return sorted(found, key=lambda node: node.widget.comes_last())


def ancestors(nodes: Sequence[Node], node: Node) -> Iterator[Node]:
    """Yield a node's parent, its parent, and so on."""
    while node.parent >= 0:
        node = nodes[node.parent]
        yield node


def found(nodes: Sequence[Node], key: str) -> Node | None:
    """Return the node of a key."""
    return next((node for node in nodes if node.key == key), None) if key else None


def under(ui: Ui, nodes: Sequence[Node], point: Point) -> Node | None:
    """Return the topmost widget at a point that can be used or has something to say.

    What can be used is hit within ``HIT`` design units, even where it is painted smaller.
    """
    layer = top_layer(nodes)
    reach = ui.px(HIT)
    near: Node | None = None
    for node in reversed(nodes):
        if node.layer != layer or not node.box.grown(reach).holds(point):
            continue
        if not node.clip.holds(point):
            continue
        usable = node.widget.usable()
        if node.box.holds(point) and (usable or node.widget.hint(ui, node.box)):
            return near if near is not None and not usable else node
        if usable and near is None and hit_box(node.box, reach).holds(point):
            near = node
    return near


def hit_box(box: Box, reach: int) -> Box:
    """Return where something is hit: its box, at least so many pixels each way."""
    x, y = max(0, reach - box.w + 1) // 2, max(0, reach - box.h + 1) // 2
    return Box(box.x - x, box.y - y, box.w + 2 * x, box.h + 2 * y)
