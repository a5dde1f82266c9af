"""The geometry of the pipeline: where streams run, people fall and words stand; no colours.

The still picture and the window's animation share it. Units are px of the finished picture, y grows
downwards. Two cliffs end at a gap; streams rest on the deck and their height is the square root of
the people in them. Who walks: ``marketing.at(x, lane)`` until ``marketing.right``, then
``bridge_at(t)``, then ``sales.at(x, lane)``. Who falls: ``drops[leak].at(t, sideways)`` and ends on
``drops[leak].heap``. Who waits: ``queue``. Who is referred: ``referral_at(t)``.
"""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from game.report.charts.chart import Size
from game.report.charts.drawing import Point
from game.report.charts.pipeline_flow import LEAKS, LeakKey, PipelineFlow
from game.report.charts.pipeline_heaps import (
    PITCH,
    Drop,
    dots_of,
    filled,
    new_pits,
    people_per_dot,
    queue,
)
from game.report.charts.pipeline_streams import (
    LEFT,
    StageKey,
    Stream,
    marketing_stream,
    sales_stream,
    stage_places,
    stream_heights,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineLayout:
    """All places of the picture, in px.

    ``head`` is the lower edge of the row of headings. ``is_aware_cut``: the aware would stand
    higher than the picture and are drawn with a break. ``is_compact``: there is room for numbers
    only. ``people_per_dot`` dots stand in heaps and queue, ``dot`` is their radius.
    """

    width: float
    height: float
    head: float
    deck: float
    gap: tuple[float, float]
    stages: dict[StageKey, Point]
    marketing: Stream
    sales: Stream
    drops: dict[LeakKey, Drop]
    queue: tuple[Point, ...]
    referral: tuple[Point, ...]
    nurture: tuple[Point, ...]
    sources_right: float
    is_aware_cut: bool
    is_compact: bool
    people_per_dot: int
    dot: float

    @property
    def rail(self) -> float:
        """How high the rail of the bridge is above its planks: over the heads of those who walk."""
        return 2 * self.dot + max(6.0, 2 * self.dot)

    def bridge_at(self, t: float) -> Point:
        """Return a place on the bridge, t 0 at marketing's edge, 1 at sales'."""
        left, right = self.gap
        rise = min((right - left) * 0.16, self.deck * 0.15)
        return (left + (right - left) * t, self.deck - rise * 4 * t * (1 - t))

    def planks(self, holds: float) -> tuple[tuple[Point, bool], ...]:
        """Return the middle of every plank of the bridge, and whether it is there.

        Args:
            holds: the part of the planks that are there, 0 to 1.

        """
        left, right = self.gap
        many = max(6, round((right - left) / (2.2 * self.dot + 5)))
        gone = many - max(2, round(holds * many))
        # Missing ones are spread evenly, and never at the ends, where people step on and off.
        holes = {1 + int((at + 0.5) * (many - 2) / gone) for at in range(gone)}
        return tuple((self.bridge_at((at + 0.5) / many), at not in holes) for at in range(many))

    def referral_at(self, t: float) -> Point:
        """Return a place on the way back of a referral, t 0 at the customers, 1 at the SQLs."""
        lengths = [math.dist(a, b) for a, b in pairwise(self.referral)]
        left = t * sum(lengths)
        for (a, b), length in zip(pairwise(self.referral), lengths, strict=True):
            if left <= length and length > 0:
                share = left / length
                return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            left -= length
        return self.referral[-1]

    def cliff(self, side: Literal["marketing", "sales"]) -> tuple[Point, ...]:
        """Return the outline of a cliff with the shafts and caves of its leaks cut out."""
        left, right = self.gap
        foot = self.height
        rough = min((right - left) * 0.05, 6.0)
        if side == "marketing":
            edge = _rough_edge(left, self.deck, foot, -rough)
            return ((0.0, foot), (0.0, self.deck), *self._notches(0.0, left), *edge)
        edge = tuple(reversed(_rough_edge(right, self.deck, foot, rough)))
        return (
            *edge,
            *self._notches(right, self.width),
            (self.width, self.deck),
            (self.width, foot),
        )

    def mouths(self, left: float, right: float) -> list[tuple[float, float]]:
        """Return the openings in the deck between two x, from left to right."""
        drops = sorted(self.drops.values(), key=lambda drop: drop.mouth[0])
        return [
            (drop.mouth[0] - drop.half_mouth, drop.mouth[0] + drop.half_mouth)
            for drop in drops
            if left < drop.mouth[0] < right
        ]

    def _notches(self, left: float, right: float) -> list[Point]:
        """Return the deck's edge from left to right, down into every shaft and up again."""
        points: list[Point] = []
        drops = sorted(self.drops.values(), key=lambda drop: drop.mouth[0])
        for drop in (drop for drop in drops if left < drop.mouth[0] < right):
            x, half, wide = drop.mouth[0], drop.half_mouth, drop.half_floor
            floor = drop.floor[1]
            roof = max(self.deck, floor - wide * 1.3)
            down = [(x - half, self.deck), (x - half, roof), (x - wide, floor)]
            up = [(x + wide, floor), (x + half, roof), (x + half, self.deck)]
            points += down + up
        return points


def pipeline_layout(flow: PipelineFlow, *, size: Size, scale: float) -> PipelineLayout:
    """Return the geometry for one turn's flow in a room of ``size`` px with texts ``scale``d."""
    width, height = size.width, size.height
    compact = width < 520 * scale or height < 240 * scale
    gap = _gap(width, scale, compact=compact)
    head = 0.0 if compact else 22 * scale
    beneath = min((64 if compact else 165) * scale, height * 0.5)
    deck = max(height * 0.3, min(height * 0.53, height - beneath))
    room = max(deck - head - (22 if compact else 40) * scale, deck * 0.2)
    heights, is_cut = stream_heights(flow, room)
    marketing = marketing_stream(heights, gap[0], deck)
    sales = sales_stream(heights, flow.demos_share, gap[1], width, deck)
    pits = new_pits(gap, width, (deck, _floor(deck, height, scale, compact=compact)), scale)
    pitch = PITCH * max(scale, min(width / 800, 1.3 * scale))
    people = people_per_dot(flow, pits, pitch)
    drops = {leak: filled(pits[leak], dots_of(flow.fallen(leak), people), pitch) for leak in LEAKS}
    return PipelineLayout(
        width=width,
        height=height,
        head=head,
        deck=deck,
        gap=gap,
        stages=stage_places(marketing, sales, gap, width),
        marketing=marketing,
        sales=sales,
        drops=drops,
        queue=queue(dots_of(flow.waiting, people), gap[0], deck, pitch),
        referral=_referral(sales, head + 12 * scale, scale),
        nurture=_nurture(drops["not_ready"], LEFT["leads"] * gap[0], deck, scale),
        sources_right=0.44 * gap[0],
        is_aware_cut=is_cut,
        is_compact=compact,
        people_per_dot=people,
        dot=pitch * 0.43,
    )


def _gap(width: float, scale: float, *, compact: bool) -> tuple[float, float]:
    """Return both edges of the gap, a little left of the middle: sales' cliff says more."""
    wide = min(max(width * 0.15, (44 if compact else 104) * scale), width * 0.3)
    left = round((width - wide) * 0.49)
    return (left, round(left + wide))


def _floor(deck: float, height: float, scale: float, *, compact: bool) -> float:
    """Return the y of the heaps, above the words beneath them."""
    depth = height - deck
    words = min(22 * scale, depth * 0.5) if compact else min(100 * scale, depth * 0.67)
    return height - words - 2 * scale


def _referral(sales: Stream, y: float, scale: float) -> tuple[Point, ...]:
    """Return the way from the customers back over everything to sales' edge."""
    land, rise = sales.left + 6 * scale, sales.right - 8 * scale
    corner = min(10 * scale, (rise - land) / 4)
    return (
        (rise, sales.top(rise) - 4 * scale),
        (rise, y + corner),
        (rise - corner, y),
        (land + corner, y),
        (land, y + corner),
        (land, sales.top(land) - 4 * scale),
    )


def _nurture(pit: Drop, leads_x: float, deck: float, scale: float) -> tuple[Point, ...]:
    """Return the way from the not-ready back to the leads."""
    x, y = leads_x + 4 * scale, pit.floor[1] - 4 * scale
    return ((pit.mouth[0] - pit.half_floor, y), (x, y), (x, deck + 3 * scale))


def _rough_edge(x: float, deck: float, foot: float, rough: float) -> tuple[Point, ...]:
    """Return a cliff's broken edge from the deck down."""
    steps = ((0.0, 0.0), (0.12, 0.3), (0.25, -0.6), (0.45, 0.5), (0.62, -0.3), (0.82, 0.6), (1, 0))
    return tuple((x + rough * out, deck + (foot - deck) * down) for down, out in steps)
