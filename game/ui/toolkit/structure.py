"""Finds what is wrong with a screen without looking at it: reach, room, overlap, contrast, names.

``problems(app)`` is what the tests of every screen ask for, at several sizes and in every theme;
``faults(app)`` is the same without pressing Tab through all of it, which takes most of the time.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.toolkit.app import App
from game.ui.toolkit.chart_view import ChartView, Picture
from game.ui.toolkit.colour import contrast_ratio
from game.ui.toolkit.frames import Layers
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.labels import Label
from game.ui.toolkit.painter import Painter
from game.ui.toolkit.panel import Panel
from game.ui.toolkit.text import Run
from game.ui.toolkit.tree import HIT, Node, ancestors, found, hit_box, stops, top_layer
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Control, Look

TEXT_CONTRAST: Final = 4.5
EDGE_CONTRAST: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A laid out widget, as a test or a tool for reading screens sees it."""

    key: str
    kind: str
    name: str
    tooltip: str
    box: Box
    texts: tuple[Run, ...]
    focusable: bool
    usable: bool
    colours: tuple[tuple[str, str], ...]
    """For each text its colour and what it stands on, as ``#RRGGBB``."""


def described(app: App) -> list[Described]:
    """Describe every widget of the current view, in the order of painting."""
    return [_describe(app, node) for node in app.nodes]


def problems(app: App) -> list[str]:
    """Return everything that is wrong, as sentences for whoever mends it; empty if nothing is."""
    return [*_widgets_that_tab_does_not_reach(app), *faults(app)]


def faults(app: App) -> list[str]:
    """Return what is wrong with a view as it stands; the focus stays where it is."""
    checks = (
        _keys_that_are_not_unique,
        _texts_without_room,
        _siblings_that_overlap,
        _children_outside,
        _areas_that_scroll_in_another,
        _charts_cut_off,
        _widgets_that_are_hard_to_hit,
        _colours_too_close,
        _widgets_without_words,
    )
    return [problem for check in checks for problem in check(app)]


def tab_order(app: App) -> list[str]:
    """Press Tab until the focus comes round; returns the keys it stopped at.

    What it looks like on the way is painted at the end alone: half of the time goes there.
    """
    order: list[str] = []
    tab = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t")
    painter, app._painter = app._painter, _Blind()
    try:
        for _ in range(len(app.nodes) + 1):
            app.tick([tab], 0)
            if not app.focus or app.focus in order:
                break
            order.append(app.focus)
    finally:
        app._painter = painter
    app.refresh()
    app.tick([], 0)
    return order


class _Blind(Painter):
    """Paints nothing."""

    def paint(
        self,
        surface: pygame.Surface,
        ui: Ui,
        nodes: Sequence[Node],
        looks: dict[str, Look],
        late: Container[str] = (),
    ) -> list[Box]:
        """Leave the surface as it is."""
        return []


def _describe(app: App, node: Node) -> Described:
    runs = tuple(node.widget.texts(app.ui, node.box, _settled(node)))
    return Described(
        key=node.key,
        kind=type(node.widget).__name__.lstrip("_"),
        name=node.widget.called(app.ui),
        tooltip=node.widget.hint(app.ui, node.box),
        box=node.box,
        texts=runs,
        focusable=node.widget.focusable(),
        usable=node.widget.usable(),
        colours=tuple((app.ui.colour(run.role), _ground(app, node, run)) for run in runs),
    )


def _settled(node: Node) -> Look:
    glide = node.widget.glide()
    return Look(glide=0.0 if glide is None else glide.target)


def _ground(app: App, node: Node, run: Run | None = None) -> str:
    if run is not None and run.ground:
        return app.ui.colour(run.ground)
    inner: Node | None = node
    while inner is not None:
        if not (run is None and inner is node) and (role := inner.widget.ground(app.ui)):
            return app.ui.colour(role)
        inner = app.nodes[inner.parent] if inner.parent >= 0 else None
    return app.ui.theme.background


def _keys_that_are_not_unique(app: App) -> Iterator[str]:
    seen: set[str] = set()
    for node in app.nodes:
        if node.key in seen:
            yield f"{node.key}: two widgets have this key"
        seen.add(node.key)


def _widgets_that_tab_does_not_reach(app: App) -> Iterator[str]:
    wanted = [node.key for node in stops(app.nodes)]
    reached = tab_order(app)
    for key in wanted:
        if key not in reached:
            yield f"{key}: Tab does not reach it"
    if not any(key not in reached for key in wanted) and _turned(reached, wanted) != wanted:
        yield f"Tab goes {reached}, but they stand in the order {wanted}"


def _turned(keys: Sequence[str], like: Sequence[str]) -> list[str]:
    """Return the round of keys from where ``like`` begins."""
    if not like or like[0] not in keys:
        return list(keys)
    at = list(keys).index(like[0])
    return [*keys[at:], *keys[:at]]


def _texts_without_room(app: App) -> Iterator[str]:
    for node in app.nodes:
        if isinstance(node.widget, Label) and node.box.w + 1 < node.widget.least(app.ui):
            words = node.widget.called(app.ui)
            yield f"{node.key}: “{words}” is torn: {node.box.w} px for its longest word"
        for run in node.widget.texts(app.ui, node.box, _settled(node)):
            if run.needed.w > run.box.w + 1:
                yield f"{node.key}: “{run.text}” needs {run.needed.w} px and has {run.box.w}"
            slack = app.ui.px(2)
            if run.box.y + slack < node.box.y or run.box.bottom > node.box.bottom + slack:
                yield f"{node.key}: “{run.text}” leaves its box above or below"
            if run.box.x + slack < node.box.x or run.box.right > node.box.right + slack:
                yield f"{node.key}: “{run.text}” leaves its box at a side"


def _siblings_that_overlap(app: App) -> Iterator[str]:
    families: dict[int, list[Node]] = {}
    for node in app.nodes:
        families.setdefault(node.parent, []).append(node)
    for parent, children in families.items():
        if parent < 0 or isinstance(app.nodes[parent].widget, Layers):
            continue
        for index, child in enumerate(children):
            for other in children[index + 1 :]:
                if (
                    _area(child)
                    and _area(other)
                    and child.box.meets(other.box)
                    and not (_is_line(child) or _is_line(other))
                ):
                    yield f"{child.key} and {other.key} overlap"


def _children_outside(app: App) -> Iterator[str]:
    for node in app.nodes:
        if node.parent < 0:
            if not Box(0, 0, *app.surface.get_size()).encloses(node.box):
                yield f"{node.key}: {tuple(node.box)} leaves the window"
            continue
        parent = app.nodes[node.parent]
        inside = parent.box
        if parent.widget.clips:  # what scrolls may be higher than its place, never wider
            inside = Box(inside.x, node.box.y, inside.w, node.box.h)
        if not inside.encloses(node.box):
            yield f"{node.key}: {tuple(node.box)} leaves {parent.key} {tuple(parent.box)}"


def _areas_that_scroll_in_another(app: App) -> Iterator[str]:
    for node in app.nodes:
        outer = _area_around(app, node) if node.widget.clips else None
        if outer is not None and found(app.nodes, f"{outer.key}.bar") is not None:
            yield f"{node.key}: scrolls inside {outer.key}, which scrolls as well"


def _charts_cut_off(app: App) -> Iterator[str]:
    """Find charts that are too low to be read, or higher than what scrolls in a card of a page."""
    for node in app.nodes:
        if not isinstance(node.widget, ChartView):
            continue
        least, area = app.ui.least_height(node.widget, node.box.w), _area_around(app, node)
        if node.box.h + 1 < least:
            yield f"{node.key}: the chart has {node.box.h} px of height and needs {least}"
        carded = area is not None and any(
            isinstance(each.widget, Panel) for each in ancestors(app.nodes, area)
        )
        if area is not None and carded and node.box.h > area.box.h:
            yield f"{node.key}: the chart is cut off by {area.key}, which is less high"


def _area_around(app: App, node: Node) -> Node | None:
    """Return what scrolls around a widget, on the page or in the dialog that it is part of."""
    around = ancestors(app.nodes, node)
    return next((each for each in around if each.widget.clips and each.layer == node.layer), None)


def _widgets_that_are_hard_to_hit(app: App) -> Iterator[str]:
    """Find what shares its room to be hit, 30 design units each way, with a neighbour."""
    reach, slack = app.ui.px(HIT), app.ui.px(1)
    areas = [
        (node, hit_box(node.box, reach).overlap(node.clip))
        for node in stops(app.nodes)
        if not node.widget.clips and node.clip.encloses(node.box)
    ]
    for index, (node, area) in enumerate(areas):
        for other, another in areas[index + 1 :]:
            shared = area.overlap(another)
            if shared.w > slack and shared.h > slack and _side_by_side(app, node, other):
                yield f"{node.key} and {other.key} share room within which they must be hit"


def _side_by_side(app: App, one: Node, other: Node) -> bool:
    """Say whether neither lies in the other, nor over the view that the other is part of."""
    above, before = ([node, *ancestors(app.nodes, node)] for node in (other, one))
    return above[-1] is before[-1] and all(each is not one for each in above)


def _colours_too_close(app: App) -> Iterator[str]:
    for node in app.nodes:
        for run in node.widget.texts(app.ui, node.box, _settled(node)):
            ratio = contrast_ratio(app.ui.colour(run.role), _ground(app, node, run))
            if ratio < TEXT_CONTRAST:
                yield f"{node.key}: “{run.text}” has contrast {ratio:.1f}, not {TEXT_CONTRAST}"
        edge = node.widget.edge(app.ui)
        if edge:
            ratio = contrast_ratio(app.ui.colour(edge), _ground(app, node))
            if ratio < EDGE_CONTRAST:
                yield f"{node.key}: its border has contrast {ratio:.1f}, not {EDGE_CONTRAST}"


def _widgets_without_words(app: App) -> Iterator[str]:
    layer = top_layer(app.nodes)
    for node in app.nodes:
        if node.layer != layer:
            continue
        picture = isinstance(node.widget, ChartView | Picture) and node.widget.key
        if picture and not node.widget.called(app.ui):
            yield f"{node.key}: nothing says what the picture shows"
        if not isinstance(node.widget, Control):
            continue
        if not node.widget.called(app.ui):
            yield f"{node.key}: has no name"
        if not node.widget.hint(app.ui, node.box):
            yield f"{node.key}: has no tooltip"


def _area(node: Node) -> bool:
    return node.box.w > 0 and node.box.h > 0


def _is_line(node: Node) -> bool:
    return node.box.h <= 2 or node.box.w <= 2
