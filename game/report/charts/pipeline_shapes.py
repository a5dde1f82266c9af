"""The shapes of the pipeline's picture, from back to front."""

from itertools import pairwise
from typing import Final

from game.report.charts.chart import Box
from game.report.charts.drawing import Drawing, Point
from game.report.charts.pipeline_flow import LEAKS, PipelineFlow
from game.report.charts.pipeline_fog import draw_fog, pieces_seen
from game.report.charts.pipeline_heaps import dots_of
from game.report.charts.pipeline_outline import PipelineLayout
from game.report.charts.pipeline_streams import Stream

_CLIFF: Final = 0.13
_STREAM: Final = 0.55

NARROW: Final = 0.95
"""From this part of the demos on, nothing is said to be narrow."""


class Shapes:
    """Draws cliffs, streams, falls, bridge and queue of one flow."""

    def __init__(self, drawing: Drawing, flow: PipelineFlow, layout: PipelineLayout) -> None:
        self.drawing = drawing
        self.flow = flow
        self.layout = layout
        self.theme = drawing.theme
        self.dot = layout.dot / drawing.scale

    def draw(self) -> None:
        """Draw everything."""
        self._draw_cliffs()
        self._draw_marketing_stream()
        self._draw_sales_stream()
        self.draw_narrow()
        draw_fog(self.drawing, self.flow, self.layout)
        self._draw_falls()
        self._draw_bridge()
        self._draw_queue()
        self._draw_nurture()

    def _draw_cliffs(self) -> None:
        """Draw both cliffs and their decks, open where people fall."""
        layout, theme = self.layout, self.theme
        marketing, sales = theme.group("marketing"), theme.group("sales")
        self.drawing.polygon(layout.cliff("marketing"), marketing, _CLIFF)
        self.drawing.polygon(layout.cliff("sales"), sales, _CLIFF)
        self._draw_deck(0.0, layout.gap[0], marketing)
        self._draw_deck(layout.gap[1], layout.width, sales)

    def _draw_deck(self, left: float, right: float, color: str) -> None:
        """Draw the ground people walk on, between the mouths."""
        y = self.layout.deck
        for start, end in [*self.layout.mouths(left, right), (right, right)]:
            if start > left:
                self.drawing.line((left, y), (start, y), color, width=2)
            left = end

    def _draw_marketing_stream(self) -> None:
        """Draw the market flowing in, sources taking on their colours until they are leads."""
        layout, drawing = self.layout, self.drawing
        stream = layout.marketing
        knots = [x for x, _ in stream.knots]
        color = self.theme.group("marketing")
        aware, coming, judged, ready = pieces_seen(self.flow, "marketing")
        if aware:
            end = knots[2] if coming else knots[1]
            drawing.path(stream.outline(knots[0], end), fill=self.theme.muted, opacity=0.16)
        base = 0.0
        for source in self.flow.leads:
            share = source.count / self.flow.lead_count if self.flow.lead_count else 0.0
            hue = drawing.series(source.series)
            lanes = (base, min(base + share, 1.0))
            if coming:
                fading = drawing.fade(hue, 0, 0.9)
                drawing.path(stream.outline(knots[1], knots[2], *lanes), fill=fading)
            if judged:
                fading = drawing.fade(hue, 0.9, 0)
                drawing.path(stream.outline(knots[2], knots[3], *lanes), fill=fading)
            base = lanes[1]
        if judged:
            fading = drawing.fade(color, 0, _STREAM)
            drawing.path(stream.outline(knots[2], knots[3]), fill=fading)
        if ready:
            drawing.path(stream.outline(knots[3], knots[4]), fill=color, opacity=_STREAM)
        if layout.is_aware_cut:
            self._mark_cut(stream)

    def _mark_cut(self, stream: Stream) -> None:
        """Break the aware, who would not fit into the picture at the others' scale."""
        drawing = self.drawing
        y = stream.top(0.0) + drawing.px(9)
        step, wave = drawing.px(6), drawing.px(2)
        points: list[Point] = []
        x = 0.0
        while stream.top(x) < y - drawing.px(4) and x < self.layout.width:
            points.append((x, y + (wave if len(points) % 2 else -wave)))
            x += step
        if len(points) > 1:
            drawing.stroke(points, self.theme.surface, width=3)

    def _draw_sales_stream(self) -> None:
        """Draw the accepted on their way to customers."""
        drawing, stream = self.drawing, self.layout.sales
        for outline in sales_outlines(self.flow, stream):
            drawing.path(outline, fill=self.theme.group("sales"), opacity=_STREAM)
        *_, leading, won = pieces_seen(self.flow, "sales")
        if won:
            start, _ = stream.knots[-3 if leading else -2]
            arrived = drawing.fade(self.theme.good, 0, 0.9)
            drawing.path(stream.outline(start, stream.right), fill=arrived)

    def draw_narrow(self) -> None:
        """Draw what presses on sales' stream where there is no time for more demos."""
        if self.flow.demos_share >= NARROW or not all(pieces_seen(self.flow, "sales")[:4]):
            return
        drawing, stream = self.drawing, self.layout.sales
        (start, full), (end, narrow) = stream.knots[2], stream.knots[3]
        if full - narrow < drawing.px(2):
            return
        top, away, long = stream.bottom - full, drawing.px(2), end - start
        steps = [start + long * i / 12 for i in range(13)]
        edge = [(x, stream.top(x) - away) for x in steps]
        foot = (end + long * 0.3, stream.top(end) - away)
        drawing.polygon([*edge, foot, (end + long * 0.55, top - away)], self.theme.warning, 0.35)

    def _draw_falls(self) -> None:
        """Draw who falls: a thin veil from each mouth, dots in it, and the heap."""
        layout, drawing, bad = self.layout, self.drawing, self.theme.bad
        for leak in LEAKS:
            drop = layout.drops[leak]
            if not drop.heap:
                continue
            veil = [drop.at(t, side) for side, t in _VEIL]
            drawing.polygon(veil, drawing.fade(bad, 0.45, 0.05, down=True))
            peak = min(y for _, y in drop.heap) - layout.dot
            for i in range(min(len(drop.heap), 14)):
                # Evenly odd places look like a fall and are the same in every picture.
                place = drop.at(0.08 + (i * 0.618) % 0.8, ((i * 0.382) % 1.0) * 2 - 1)
                if place[1] < peak:
                    drawing.dot(place, self.dot * 0.8, bad, opacity=0.8)
            for place in drop.heap:
                drawing.dot(place, self.dot, bad)

    def _draw_bridge(self) -> None:
        """Draw the bridge and those who cross it."""
        layout, drawing = self.layout, self.drawing
        color = self.theme.group("together")
        arc = [layout.bridge_at(i / 16) for i in range(17)]
        under = [(x, y + drawing.px(5) + (layout.deck - y) * 0.6) for x, y in reversed(arc)]
        drawing.polygon([*arc, *under], color, 0.18)
        if self.layout.is_compact or "handoff" in self.flow.hidden:
            drawing.stroke(arc, color, width=3)  # too small for planks, or nobody may know
        else:
            self._draw_planks(color)
        many = min(dots_of(self.flow.crossed, layout.people_per_dot), 12)
        for i in range(many):
            x, y = layout.bridge_at((i + 0.5) / many)
            drawing.dot((x, y - drawing.px(3) - layout.dot), self.dot, self.theme.group("sales"))

    def _draw_planks(self, color: str) -> None:
        """Draw the bridge plank by plank, missing ones as gaps, and the rail above them."""
        layout, drawing = self.layout, self.drawing
        planks = layout.planks(self.flow.bridge_holds)
        half = (layout.gap[1] - layout.gap[0]) / len(planks) * 0.42
        rail = layout.rail
        line = [layout.bridge_at(i / 16) for i in range(17)]
        drawing.stroke([(x, y - rail) for x, y in line], color, width=1)
        drawing.stroke(line, color, width=1)
        for x, y in line[::4]:
            drawing.line((x, y - rail), (x, y), color)
        for (x, y), there in planks:
            if there:
                box = Box(left=x - half, top=y, right=x + half, bottom=y + drawing.px(4))
                drawing.rect(box, color, radius=1)

    def _draw_queue(self) -> None:
        """Draw those who wait for an answer."""
        for place in self.layout.queue:
            self.drawing.dot(place, self.dot, self.theme.warning)

    def _draw_nurture(self) -> None:
        """Draw the way back of those who were nurtured."""
        if not self.flow.nurtured:
            return
        (x0, y0), (x1, _), (x2, y2) = self.layout.nurture
        drawing, good = self.drawing, self.theme.good
        bend = min(drawing.px(12), abs(x0 - x1), abs(y0 - y2))
        tip = y2 + drawing.px(5)
        d = (
            f"M{x0:.1f} {y0:.1f}L{x1 + bend:.1f} {y0:.1f}"
            f"Q{x1:.1f} {y0:.1f} {x1:.1f} {y0 - bend:.1f}L{x2:.1f} {tip:.1f}"
        )
        drawing.path(d, stroke=good, width=1.5, dash="4 3")
        drawing.arrow((x2, y2 + drawing.px(3)), good, up=True, size=8)


def sales_outlines(flow: PipelineFlow, stream: Stream) -> list[str]:
    """Return the paths of sales' stream as far as it may be seen, in one piece if all of it may."""
    seen = pieces_seen(flow, "sales")
    if all(seen):
        return [stream.outline(stream.left, stream.right)]
    pieces = zip(pairwise([x for x, _ in stream.knots]), seen, strict=True)
    return [stream.outline(*ends) for ends, shown in pieces if shown]


_TIMES: Final = tuple(i / 12 for i in range(13))

_VEIL: Final = tuple((-1.0, t) for t in _TIMES) + tuple((1.0, t) for t in reversed(_TIMES))
"""Side and time of the outline of a fall."""
