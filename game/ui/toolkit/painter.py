"""Painting only what changed: compares what stands where with the picture before."""

from collections.abc import Container, Iterable, Sequence
from itertools import islice
from typing import Final, NamedTuple

import pygame

from game.ui.toolkit.ahead import Ahead
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.tree import Node
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Widget

_MOST_REGIONS: Final = 10

_TEXTS_A_FRAME: Final = 8
"""Texts that are drawn anew in a frame in which a dialog is still coming: each takes .3 ms."""


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
        self._stale = self._blank = True
        self._beneath: tuple[str, pygame.Surface] | None = None
        """The key of a dialog that is coming, and what it covers: still until the dialog is."""
        self.ahead = Ahead()
        """Draws a new page before it is painted."""

    def forget(self, *, blank: bool = False) -> None:
        """Paint everything the next time; where the surface is ``blank``, at once."""
        self._stale = True
        self._blank |= blank
        self._beneath = None
        self.ahead.forget()

    def paint(
        self,
        surface: pygame.Surface,
        ui: Ui,
        nodes: Sequence[Node],
        looks: dict[str, Look],
        late: Container[str] = (),
    ) -> list[Box]:
        """Paint what differs from the last time, and what was late then.

        Returns the boxes that were painted: none while a new page is drawn ahead.
        """
        whole = Box(0, 0, *surface.get_size())
        shown = {
            node.key: self._painted(ui, node, looks.get(node.key, _PLAIN))
            for node in nodes
            if _visible(node)
        }
        if not self._may_paint(ui, shown):
            return []
        canvas, layers = Canvas(surface, ui), list(shown.values())
        coming = _coming(layers)
        if coming is None:
            self._beneath = None
            regions = self._refreshed(canvas, shown, late)
        else:
            regions = [whole]
            key = next(islice(shown, coming, None))
            if self._beneath is None or self._beneath[0] != key:
                self._refreshed(canvas, dict(islice(shown.items(), coming)), late)
                self._beneath = key, surface.copy()
            _fade_in(canvas, self._beneath[1], layers[coming:])
        self._shown, self._stale, self._blank = shown, False, False
        surface.set_clip(None)
        return regions

    def _may_paint(self, ui: Ui, shown: dict[str, _Painted]) -> bool:
        """Say whether the page may be painted; one that is new is drawn ahead until then."""
        if self._blank or self.ahead.clock is None:
            return True
        fresh = [
            painted
            for key, painted in shown.items()
            if self._stale
            or (known := self._shown.get(key)) is None
            or known.reach is not painted.reach
        ]
        return self.ahead.may_paint(ui, fresh, len(shown))

    def _refreshed(
        self, canvas: Canvas, shown: dict[str, _Painted], late: Container[str]
    ) -> list[Box]:
        """Paint what differs; return where."""
        whole = Box(0, 0, *canvas.surface.get_size())
        regions = [whole] if self._stale else self._changed(shown, whole, late)
        for region in regions:
            _paint_region(canvas, region, list(shown.values()))
        canvas.surface.set_clip(None)
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


def _coming(shown: Sequence[_Painted]) -> int | None:
    """Return the place of the dialog that is coming into view."""
    for place in reversed(range(len(shown))):
        if shown[place].widget.modal:
            return place if shown[place].look.glide < 1 else None
    return None


def _fade_in(canvas: Canvas, beneath: pygame.Surface, layers: Sequence[_Painted]) -> None:
    """Paint a dialog that is coming, and what it covers over it again, ever thinner."""
    dialog, surface = layers[0], canvas.surface
    beneath.set_alpha(None)
    surface.blit(beneath, (0, 0))
    glide = dialog.look.glide
    if glide <= 0:
        return
    canvas.new_texts = _TEXTS_A_FRAME
    there = dialog._replace(look=dialog.look._replace(glide=1.0))
    _paint_over(canvas, Box(0, 0, *surface.get_size()), [there, *layers[1:]])
    beneath.set_alpha(round(255 * (1 - glide)))
    surface.set_clip(None)
    surface.blit(beneath, (0, 0))


def _paint_region(canvas: Canvas, region: Box, shown: Sequence[_Painted]) -> None:
    canvas.surface.set_clip(region)
    canvas.fill(region, "background")
    _paint_over(canvas, region, shown[_lowest(canvas.ui, region, shown) :])


def _lowest(ui: Ui, region: Box, shown: Sequence[_Painted]) -> int:
    """Return the place of the last thing that covers all under it: there painting begins."""
    for place in reversed(range(len(shown))):
        painted = shown[place]
        if painted.clip.encloses(region):
            covered = painted.widget.covers(ui, painted.box)
            if covered is not None and covered.encloses(region):
                return place
    return 0


def _paint_over(canvas: Canvas, region: Box, shown: Iterable[_Painted]) -> None:
    surface = canvas.surface
    for painted in shown:
        if not region.meets(painted.reach):
            continue
        surface.set_clip(region.overlap(painted.clip))
        painted.widget.paint(canvas, painted.box, painted.look)
        for run in painted.widget.texts(canvas.ui, painted.box, painted.look):
            canvas.run(run)
