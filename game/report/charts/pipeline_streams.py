"""The streams of the pipeline: how high people stand at every x of both cliffs; no colours."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from game.report.charts.drawing import Point
from game.report.charts.pipeline_flow import PipelineFlow

StageKey: TypeAlias = Literal["aware", "leads", "mqls", "sqls", "opportunities", "wins"]

# Shares of a cliff's width.
LEFT: Final = {"flat": 0.16, "leads": 0.47, "not_ready": 0.70, "mqls": 0.84, "queue": 0.87}
RIGHT: Final = {"sqls": 0.05, "wide": 0.115, "narrow": 0.215, "opportunities": 0.62, "wins": 0.92}

_TALLEST: Final = 0.62
"""Height of the tallest stream after the aware, as a share of the room above the deck."""

_FEW: Final = 12.0
"""Where nowhere are so many people, streams are lower: a handful must not look like a crowd."""


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


def stream_heights(flow: PipelineFlow, room: float) -> tuple[dict[StageKey, float], bool]:
    """Return every stream's height by the square root of people; whether the aware are cut."""
    counts: dict[StageKey, float] = {
        "aware": flow.aware,
        "leads": flow.lead_count,
        "mqls": flow.mqls,
        "sqls": flow.sqls,
        "opportunities": flow.opportunities,
        "wins": flow.wins,
    }
    tallest = max(_FEW, *(count for stage, count in counts.items() if stage != "aware"))
    unit = room * _TALLEST / math.sqrt(tallest)
    heights = {stage: unit * math.sqrt(count) for stage, count in counts.items()}
    is_cut = heights["aware"] > room
    heights["aware"] = min(heights["aware"], room)
    # One person must still be seen.
    return {stage: max(h, 2.0) if h > 0 else 0.0 for stage, h in heights.items()}, is_cut


def marketing_stream(heights: dict[StageKey, float], edge: float, deck: float) -> Stream:
    """Return marketing's stream, from the market to the queue."""
    return Stream(
        knots=(
            (0.0, heights["aware"]),
            # Whole pixels: two fills that meet inside one would show a seam.
            (round(LEFT["flat"] * edge), heights["aware"]),
            (round(LEFT["leads"] * edge), heights["leads"]),
            (round(LEFT["mqls"] * edge), heights["mqls"]),
            (round(LEFT["queue"] * edge), heights["mqls"]),
        ),
        bottom=deck,
    )


def sales_stream(
    heights: dict[StageKey, float], share: float, edge: float, width: float, deck: float
) -> Stream:
    """Return sales' stream, from the bridge to the customers.

    It narrows where demos are shown: to what time there was for, a ``share`` (0 to 1) of people.
    """
    wide = width - edge
    full, later = heights["sqls"], heights["opportunities"]
    narrow = max(later, full * math.sqrt(share)) if full > later else full
    return Stream(
        knots=(
            (edge, full),
            (edge + RIGHT["sqls"] * wide, full),
            (edge + RIGHT["wide"] * wide, full),
            (edge + RIGHT["narrow"] * wide, narrow),
            (edge + RIGHT["opportunities"] * wide, heights["opportunities"]),
            (edge + RIGHT["wins"] * wide, heights["wins"]),
            (width, heights["wins"]),
        ),
        bottom=deck,
    )


def stage_places(
    marketing: Stream, sales: Stream, gap: tuple[float, float], width: float
) -> dict[StageKey, Point]:
    """Return x and upper edge of the stream at every stage."""
    edge, start = gap
    wide = width - start
    places: dict[StageKey, tuple[Stream, float]] = {
        "aware": (marketing, LEFT["flat"] * edge * 0.6),
        "leads": (marketing, LEFT["leads"] * edge),
        "mqls": (marketing, LEFT["mqls"] * edge),
        "sqls": (sales, start + RIGHT["sqls"] * wide),
        "opportunities": (sales, start + RIGHT["opportunities"] * wide),
        "wins": (sales, start + RIGHT["wins"] * wide),
    }
    return {stage: (x, stream.top(x)) for stage, (stream, x) in places.items()}


def _curve(points: list[Point]) -> str:
    """Return SVG path commands for an edge eased between points, without the first letter."""
    parts = [f"{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        # Control points at a third and two thirds make exactly the ease of Stream.height.
        third = (x1 - x0) / 3
        parts.append(f"C{x0 + third:.1f} {y0:.1f} {x1 - third:.1f} {y1:.1f} {x1:.1f} {y1:.1f}")
    return "".join(parts)
