"""Painting only what changed: compares what stands where with the picture before."""

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

import pygame

from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.tree import Node
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Widget

_MOST_REGIONS: Final = 10


class _Painted(NamedTuple):
    widget: Widget
    box: Box
    clip: Box
    look: Look
    reach: Box


class Painter:
    """Knows what the surface shows, and brings it up to date."""

    def __init__(self) -> None:
        self._shown: dict[str, _Painted] = {}
        self._stale = True

    def forget(self) -> None:
        """Paint everything the next time."""
        self._stale = True

    def paint(
        self,
        surface: pygame.Surface,
        ui: Ui,
        nodes: Sequence[Node],
        looks: dict[str, Look],
        late: Container[str] = (),
    ) -> list[Box]:
        """Paint what differs from the last time, and what was late then.

        Returns the boxes that were painted.
        """
        whole = Box(0, 0, *surface.get_size())
        shown = {
            node.key: _painted(ui, node, looks.get(node.key, _PLAIN))
            for node in nodes
            if _visible(node)
        }
        regions = [whole] if self._stale else self._changed(shown, whole, late)
        self._shown, self._stale = shown, False
        canvas = Canvas(surface, ui)
        for region in regions:
            _paint_region(canvas, region, list(shown.values()))
        surface.set_clip(None)
        return regions

    def _changed(self, shown: dict[str, _Painted], whole: Box, late: Container[str]) -> list[Box]:
        boxes = [
            painted.reach
            for key, painted in shown.items()
            if (before := self._shown.get(key)) is None or before != painted or key in late
        ]
        boxes += [
            before.reach
            for key, before in self._shown.items()
            if (now := shown.get(key)) is None or now.reach != before.reach
        ]
        return merged([box.overlap(whole) for box in boxes], whole)


def merged(boxes: Sequence[Box], whole: Box) -> list[Box]:
    """Return few boxes that cover all the given ones and do not meet each other."""
    kept: list[Box] = []
    for box in boxes:
        if not (box.w and box.h):
            continue
        joined = box
        while meeting := [other for other in kept if other.meets(joined)]:
            kept = [other for other in kept if not other.meets(joined)]
            for other in meeting:
                joined = joined.union(other)
        kept.append(joined)
    return kept if len(kept) <= _MOST_REGIONS else [_hull(kept).overlap(whole)]


def _hull(boxes: Sequence[Box]) -> Box:
    hull = boxes[0]
    for box in boxes[1:]:
        hull = hull.union(box)
    return hull


def _painted(ui: Ui, node: Node, look: Look) -> _Painted:
    margin = ui.px(node.widget.margin)
    reach = node.box.grown(margin).overlap(node.clip)
    return _Painted(node.widget, node.box, node.clip, look, reach)


_PLAIN: Final = Look()
_paints_by_type: dict[type[Widget], bool] = {}


def _visible(node: Node) -> bool:
    kind = type(node.widget)
    paints = _paints_by_type.get(kind)
    if paints is None:
        paints = kind.paint is not Widget.paint or kind.texts is not Widget.texts
        _paints_by_type[kind] = paints
    return paints and node.box.meets(node.clip)


def _paint_region(canvas: Canvas, region: Box, shown: Sequence[_Painted]) -> None:
    surface = canvas.surface
    surface.set_clip(region)
    canvas.fill(region, "background")
    fading: tuple[pygame.Surface, float] | None = None
    for painted in shown:
        if not painted.reach.meets(region):
            continue
        surface.set_clip(region.overlap(painted.clip))
        painted.widget.paint(canvas, painted.box, painted.look)
        for run in painted.widget.texts(canvas.ui, painted.box, painted.look):
            canvas.run(run)
        if painted.widget.modal and painted.look.glide < 1:
            # A dialog fades in: what it covers is laid over it again, ever thinner.
            fading = (surface.subsurface(region).copy(), painted.look.glide)
    if fading is not None:
        before, share = fading
        before.set_alpha(round(255 * (1 - share)))
        surface.set_clip(region)
        surface.blit(before, region[:2])
