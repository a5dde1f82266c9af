"""The fog of the pipeline's picture: what a reader may not see is covered, not drawn as empty."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal

from game.report.charts.drawing import Drawing
from game.report.charts.pipeline_flow import LEAKS, PipelineFlow
from game.report.charts.pipeline_outline import PipelineLayout
from game.report.charts.pipeline_streams import Stream

Side = Literal["marketing", "sales"]

_PIECES: Final[dict[Side, tuple[tuple[str, ...], ...]]] = {
    "marketing": (("aware",), ("aware", "leads"), ("leads", "mqls"), ("mqls",)),
    "sales": (
        ("sqls",),
        ("sqls",),
        ("sqls",),
        ("sqls", "opportunities"),
        ("opportunities", "wins"),
        ("wins",),
    ),
}
"""The stages whose numbers shape a stream between two of its knots."""

_THICK: Final = 0.1
_PUFF: Final = 26.0
"""Opacity of the fog, and the width of one of its waves in px."""


def pieces_seen(flow: PipelineFlow, side: Side) -> tuple[bool, ...]:
    """Return for each piece of a stream, from left to right, whether the reader may see it."""
    return tuple(not flow.hidden.intersection(stages) for stages in _PIECES[side])


def draw_fog(drawing: Drawing, flow: PipelineFlow, layout: PipelineLayout) -> None:
    """Cover the pieces of both streams and the falls that may not be seen."""
    room = min(drawing.px(44), layout.deck * 0.4)
    sides: tuple[tuple[Side, Stream], ...] = (
        ("marketing", layout.marketing),
        ("sales", layout.sales),
    )
    for side, stream in sides:
        for left, right in _covered(flow, side, stream):
            _cloud(drawing, (left, right), layout.deck, room)
    for leak in LEAKS:
        if leak in flow.hidden:
            drop = layout.drops[leak]
            middle, half = drop.floor[0], drop.half_floor
            tall = min(drawing.px(24), (drop.floor[1] - layout.deck) * 0.6)
            _cloud(drawing, (middle - half, middle + half), drop.floor[1], tall)


def _covered(flow: PipelineFlow, side: Side, stream: Stream) -> Iterator[tuple[float, float]]:
    """Yield from where to where fog lies; pieces beside each other lie under one cloud."""
    knots = [x for x, _ in stream.knots]
    pieces = enumerate(pieces_seen(flow, side))
    for seen, group in groupby(pieces, key=lambda piece: piece[1]):
        places = [at for at, _ in group]
        if not seen:
            yield knots[places[0]], knots[places[-1] + 1]


def _cloud(drawing: Drawing, ends: tuple[float, float], base: float, tall: float) -> None:
    """Draw two banks of fog on a line, the one behind higher."""
    left, right = ends
    for high, shift in ((tall, 0.0), (tall * 0.62, 0.5)):
        many = max(round((right - left) / drawing.px(_PUFF)), 2)
        step = (right - left) / many
        top = base - high * 0.62
        x, d = left, f"M{left:.1f} {base:.1f}L{left:.1f} {top:.1f}"
        for number in range(many):
            rise = high * (0.5 + 0.26 * ((number + shift) * 0.618 % 1.0))
            d += f"Q{x + step / 2:.1f} {top - rise:.1f} {x + step:.1f} {top:.1f}"
            x += step
        drawing.path(f"{d}L{right:.1f} {base:.1f}Z", fill=drawing.theme.muted, opacity=_THICK)
