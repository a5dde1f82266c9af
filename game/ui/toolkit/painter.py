"""Painting only what changed: compares what stands where with the picture before."""

from collections.abc import Container, Iterable, Sequence
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
            node.key: self._painted(ui, node, looks.get(node.key, _PLAIN))
            for node in nodes
            if _visible(node)
        }
        regions = [whole] if self._stale else self._changed(shown, whole, late)
        self._shown, self._stale = shown, False
        canvas = Canvas(surface, ui)
        for region in regions:
            _paint_region(canvas, region, shown.values())
        surface.set_clip(None)
        return regions

    def _painted(self, ui: Ui, node: Node, look: Look) -> _Painted:
        """Return what is to be seen of a node: the same object where it is as it was."""
        known = self._shown.get(node.key)
        if (
            known is not None
            and known.box == node.box
            and known.clip == node.clip
            and known.look == look
            and known.widget == node.widget
        ):
            # Callbacks do not count as a difference, but a picture must be painted by the new one.
            return known if known.widget is node.widget else known._replace(widget=node.widget)
        reach = node.box.grown(ui.px(node.widget.margin)).overlap(node.clip)
        return _Painted(node.widget, node.box, node.clip, look, reach)

    def _changed(self, shown: dict[str, _Painted], whole: Box, late: Container[str]) -> list[Box]:
        boxes = []
        for key, painted in shown.items():
            before = self._shown.get(key)
            if before is None or key in late:
                boxes.append(painted.reach)
            elif before.reach is not painted.reach:
                # A reach is taken over only by what is as it was.
                boxes += [before.reach, painted.reach]
        boxes += [before.reach for key, before in self._shown.items() if key not in shown]
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


_PLAIN: Final = Look()
_paints_by_type: dict[type[Widget], bool] = {}


def _visible(node: Node) -> bool:
    kind = type(node.widget)
    paints = _paints_by_type.get(kind)
    if paints is None:
        paints = kind.paint is not Widget.paint or kind.texts is not Widget.texts
        _paints_by_type[kind] = paints
    return paints and node.box.meets(node.clip)


def _paint_region(canvas: Canvas, region: Box, shown: Iterable[_Painted]) -> None:
    surface = canvas.surface
    surface.set_clip(region)
    canvas.fill(region, "background")
    fading: tuple[pygame.Surface, float] | None = None
    for painted in shown:
        if not region.meets(painted.reach):
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
