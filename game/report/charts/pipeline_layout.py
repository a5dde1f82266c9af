"""The geometry of the pipeline: where streams run, people fall and words stand; no colours.

The still picture and the window's animation share it. Units are px of the finished picture, y grows
downwards. Two cliffs end at a gap; streams rest on the deck and their height is the square root of
the people in them. Who walks: ``marketing.at(x, lane)`` until ``marketing.right``, then
``bridge_at(t)``, then ``sales.at(x, lane)``. Who falls: ``drops[leak].at(t, sideways)`` and ends on
``drops[leak].heap``. Who waits: ``queue``. Who is referred: ``referral_at(t)``.
"""

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from game.report.charts.chart import Size
from game.report.charts.drawing import Point
from game.report.charts.pipeline_flow import LEAKS, LeakKey, PipelineFlow

StageKey: TypeAlias = Literal["aware", "leads", "mqls", "sqls", "opportunities", "wins"]

# Shares of a cliff's width.
_LEFT: Final = {"flat": 0.16, "leads": 0.47, "not_ready": 0.70, "mqls": 0.84, "queue": 0.87}
_RIGHT: Final = {"sqls": 0.05, "opportunities": 0.62, "wins": 0.92}
_RIGHT_DROPS: Final[dict[LeakKey, tuple[float, float]]] = {
    "unworked": (0.17, 0.30),
    "unfit": (0.48, 0.31),
    "lost": (0.815, 0.34),
}
_PITCH: Final = 4.6
"""Distance of dots in heaps and queue, px at scale 1."""

_ROW: Final = 0.87
"""Height of a row of dots in distances: they lie in the gaps of the row beneath."""

_QUEUE_DOTS: Final = 60

_TALLEST: Final = 0.62
"""Height of the tallest stream after the aware, as a share of the room above the deck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A stream on one cliff: ``knots`` are (x, height) from left to right, eased in between."""

    knots: tuple[Point, ...]
    bottom: float

    @property
    def left(self) -> float:
        """Where the stream begins."""
        return self.knots[0][0]

    @property
    def right(self) -> float:
        """Where the stream ends."""
        return self.knots[-1][0]

    def height(self, x: float) -> float:
        """Return the stream's height at x; that of the nearer end outside it."""
        if x <= self.left:
            return self.knots[0][1]
        for (x0, h0), (x1, h1) in pairwise(self.knots):
            if x <= x1:
                t = (x - x0) / (x1 - x0) if x1 > x0 else 1.0
                return h0 + (h1 - h0) * t * t * (3 - 2 * t)
        return self.knots[-1][1]

    def top(self, x: float) -> float:
        """Return the stream's upper edge at x."""
        return self.bottom - self.height(x)

    def at(self, x: float, lane: float) -> Point:
        """Return the place of a walker at x; ``lane`` 0 is the deck, 1 the upper edge."""
        return (x, self.bottom - self.height(x) * lane)

    def outline(self, start: float, end: float, low: float = 0.0, high: float = 1.0) -> str:
        """Return the SVG path of the stream between two x and two lanes."""
        knots = [start, *(x for x, _ in self.knots if start < x < end), end]
        upper = _curve([self.at(x, high) for x in knots])
        lower = _curve([self.at(x, low) for x in reversed(knots)])
        return f"M{upper}L{lower}Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Where people fall: from the mouth in the deck to a heap on the floor.

    ``half_mouth`` and ``half_floor`` are half the widths up and down there; the words stand around
    ``mouth[0]``, ``room`` px wide, below ``floor[1]``. ``heap`` is where dots come to lie.
    """

    mouth: Point
    floor: Point
    half_mouth: float
    half_floor: float
    room: float
    heap: tuple[Point, ...]

    def at(self, t: float, sideways: float) -> Point:
        """Return where a falling person is: t 0–1 with gathering speed, sideways −1 to 1."""
        # They fall in a column and scatter where they land.
        late = (max(t - 0.5, 0.0) / 0.5) ** 2
        half = self.half_mouth + (self.half_floor - self.half_mouth) * late * 0.7
        x = self.mouth[0] + (self.floor[0] - self.mouth[0]) * t + half * sideways * 0.8
        return (x, self.mouth[1] + (self.floor[1] - self.mouth[1]) * t * t)


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

    def bridge_at(self, t: float) -> Point:
        """Return a place on the bridge, t 0 at marketing's edge, 1 at sales'."""
        left, right = self.gap
        rise = min((right - left) * 0.16, self.deck * 0.08)
        return (left + (right - left) * t, self.deck - rise * 4 * t * (1 - t))

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
    beneath = min((64 if compact else 126) * scale, height * 0.5)
    deck = max(height * 0.3, min(height * 0.56, height - beneath))
    room = max(deck - head - (22 if compact else 40) * scale, deck * 0.2)
    heights, is_cut = _heights(flow, room)
    marketing = _marketing(heights, gap[0], deck)
    sales = _sales(heights, gap[1], width, deck)
    pits = _pits(gap, width, (deck, _floor(deck, height, scale, compact=compact)), scale)
    pitch = _PITCH * max(scale, min(width / 800, 1.5 * scale))
    people = _people_per_dot(flow, pits, pitch)
    drops = {leak: _filled(pits[leak], flow.fallen(leak) / people, pitch) for leak in LEAKS}
    return PipelineLayout(
        width=width,
        height=height,
        head=head,
        deck=deck,
        gap=gap,
        stages=_stages(marketing, sales, gap, width),
        marketing=marketing,
        sales=sales,
        drops=drops,
        queue=_queue(flow.waiting / people, gap[0], deck, pitch),
        referral=_referral(sales, head + 12 * scale, scale),
        nurture=_nurture(drops["not_ready"], _LEFT["leads"] * gap[0], deck, scale),
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


def _heights(flow: PipelineFlow, room: float) -> tuple[dict[StageKey, float], bool]:
    """Return every stream's height by the square root of people; whether the aware are cut."""
    counts: dict[StageKey, float] = {
        "aware": flow.aware,
        "leads": flow.lead_count,
        "mqls": flow.mqls,
        "sqls": flow.sqls,
        "opportunities": flow.opportunities,
        "wins": flow.wins,
    }
    tallest = max(count for stage, count in counts.items() if stage != "aware") or counts["aware"]
    unit = room * _TALLEST / math.sqrt(tallest) if tallest > 0 else 0.0
    heights = {stage: unit * math.sqrt(count) for stage, count in counts.items()}
    is_cut = heights["aware"] > room
    heights["aware"] = min(heights["aware"], room)
    # One person must still be seen.
    return {stage: max(h, 2.0) if h > 0 else 0.0 for stage, h in heights.items()}, is_cut


def _marketing(heights: dict[StageKey, float], edge: float, deck: float) -> Stream:
    """Return marketing's stream, from the market to the queue."""
    return Stream(
        knots=(
            (0.0, heights["aware"]),
            # Whole pixels: two fills that meet inside one would show a seam.
            (round(_LEFT["flat"] * edge), heights["aware"]),
            (round(_LEFT["leads"] * edge), heights["leads"]),
            (round(_LEFT["mqls"] * edge), heights["mqls"]),
            (round(_LEFT["queue"] * edge), heights["mqls"]),
        ),
        bottom=deck,
    )


def _sales(heights: dict[StageKey, float], edge: float, width: float, deck: float) -> Stream:
    """Return sales' stream, from the bridge to the customers."""
    wide = width - edge
    return Stream(
        knots=(
            (edge, heights["sqls"]),
            (edge + _RIGHT["sqls"] * wide, heights["sqls"]),
            (edge + _RIGHT["opportunities"] * wide, heights["opportunities"]),
            (edge + _RIGHT["wins"] * wide, heights["wins"]),
            (width, heights["wins"]),
        ),
        bottom=deck,
    )


def _stages(
    marketing: Stream, sales: Stream, gap: tuple[float, float], width: float
) -> dict[StageKey, Point]:
    """Return x and upper edge of the stream at every stage."""
    edge, start = gap
    wide = width - start
    places: dict[StageKey, tuple[Stream, float]] = {
        "aware": (marketing, _LEFT["flat"] * edge * 0.6),
        "leads": (marketing, _LEFT["leads"] * edge),
        "mqls": (marketing, _LEFT["mqls"] * edge),
        "sqls": (sales, start + _RIGHT["sqls"] * wide),
        "opportunities": (sales, start + _RIGHT["opportunities"] * wide),
        "wins": (sales, start + _RIGHT["wins"] * wide),
    }
    return {stage: (x, stream.top(x)) for stage, (stream, x) in places.items()}


def _floor(deck: float, height: float, scale: float, *, compact: bool) -> float:
    """Return the y of the heaps, above the words beneath them."""
    depth = height - deck
    words = min(22 * scale, depth * 0.5) if compact else min(94 * scale, depth * 0.58)
    return height - words - 2 * scale


def _pits(
    gap: tuple[float, float], width: float, levels: tuple[float, float], scale: float
) -> dict[LeakKey, Drop]:
    """Return all ways down, still empty; the handoff's is the gap itself."""
    deck, floor = levels
    left, right = gap
    wide = right - left
    half = min(44 * scale, width * 0.036)
    places: dict[LeakKey, tuple[float, float]] = {
        "not_ready": (_LEFT["not_ready"] * left, 0.54 * left),
        "handoff": ((left + right) / 2, wide - 14 * scale),
    }
    for leak, (centre, share) in _RIGHT_DROPS.items():
        places[leak] = (right + centre * (width - right), share * (width - right))
    return {
        leak: Drop(
            mouth=(x, deck),
            floor=(x, floor),
            half_mouth=wide * 0.16 if leak == "handoff" else 6 * scale,
            half_floor=wide * 0.42 if leak == "handoff" else half,
            room=room,
            heap=(),
        )
        for leak, (x, room) in places.items()
    }


def _people_per_dot(flow: PipelineFlow, pits: dict[LeakKey, Drop], pitch: float) -> int:
    """Return how many people a dot stands for: 1, 2, 5, 10, … so that every heap has room."""
    needs = [flow.fallen(leak) / _room_for_dots(pits[leak], pitch) for leak in LEAKS]
    needs.append(flow.waiting / _QUEUE_DOTS)
    people = 1
    while people < max(needs):
        people = people * 5 // 2 if str(people).startswith("2") else people * 2
    return people


def _room_for_dots(pit: Drop, pitch: float) -> int:
    """Return how many dots a heap can hold at most."""
    return _pile(_widest(pit, pitch), _highest(pit, pitch))


def _widest(pit: Drop, pitch: float) -> int:
    """Return how many dots lie side by side on the floor."""
    return max(int(2 * pit.half_floor / pitch), 1)


def _highest(pit: Drop, pitch: float) -> int:
    """Return how many rows of dots a heap may have, well below the deck."""
    return max(int((pit.floor[1] - pit.mouth[1]) * 0.7 / (pitch * _ROW)), 1)


def _pile(base: int, rows: int) -> int:
    """Return how many dots lie in rows from the floor, each one dot narrower than the last.

    >>> _pile(4, 9), _pile(4, 2)
    (10, 7)
    """
    return sum(base - row for row in range(min(base, rows)))


def _filled(pit: Drop, dots: float, pitch: float) -> Drop:
    """Return a pit with its heap, as narrow as it may be: a small heap is a small triangle."""
    count = math.ceil(dots)
    rows, base = _highest(pit, pitch), min(2, _widest(pit, pitch))
    while _pile(base, rows) < count:
        base += 1
    places: list[Point] = []
    for row in range(min(base, rows)):
        many = min(base - row, count - len(places))
        y = pit.floor[1] - pitch * (0.5 + row * _ROW)
        places += [(pit.floor[0] + (i - (many - 1) / 2) * pitch, y) for i in range(many)]
    return replace(pit, heap=tuple(places))


def _queue(dots: float, edge: float, deck: float, pitch: float) -> tuple[Point, ...]:
    """Return places of those who wait: a crowd at the bridge, its front at the edge."""
    count = math.ceil(dots)
    files = max(int((1 - _LEFT["queue"]) * edge / pitch) - 1, 1)
    files = min(files, math.ceil(math.sqrt(count * 2)))
    return tuple(
        (edge - pitch * (0.6 + i % files), deck - pitch * (0.8 + i // files)) for i in range(count)
    )


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


def _curve(points: list[Point]) -> str:
    """Return SVG path commands for an edge eased between points, without the first letter."""
    parts = [f"{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        # Control points at a third and two thirds make exactly the ease of Stream.height.
        third = (x1 - x0) / 3
        parts.append(f"C{x0 + third:.1f} {y0:.1f} {x1 - third:.1f} {y1:.1f} {x1:.1f} {y1:.1f}")
    return "".join(parts)
