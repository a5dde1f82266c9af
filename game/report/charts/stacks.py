"""Columns over turns, each stacked from the same parts, named beside the last column."""

from dataclasses import dataclass
from typing import Final

from game.report.charts.axes import Plot, frame, tick_count, turn_labels, value_axis
from game.report.charts.chart import Box, Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink
from game.report.charts.labels import spread
from game.report.charts.ticks import finite
from game.report.theme import Theme

_NAME: Final = Ink(color="", weight=600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of every column; ``values`` one a turn, None counts as nothing."""

    label: str
    values: tuple[float | None, ...]
    series: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StackData:
    """What a stacked chart shows; the first part stands at the bottom."""

    title: str
    labels: tuple[str, ...]
    parts: tuple[Part, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One part of one column, from ``base`` to ``end`` in the unit of the values."""

    turn: int
    part: int
    base: float
    end: float


def stack(parts: tuple[Part, ...]) -> list[Segment]:
    """Return where each part of each column lies; values below zero stack downwards."""
    turns = max((len(part.values) for part in parts), default=0)
    segments = []
    for turn in range(turns):
        above = below = 0.0
        for index, part in enumerate(parts):
            known = finite(part.values[turn : turn + 1])
            value = known[0] if known else 0.0
            base = below if value < 0 else above
            segments.append(Segment(turn=turn, part=index, base=base, end=base + value))
            if value < 0:
                below += value
            else:
                above += value
    return segments


def stacked_bar_chart(
    data: StackData,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return stacked columns over turns; ``empty`` is shown when no part has a value."""
    drawing = Drawing(size, theme, scale, measure)
    if not finite(value for part in data.parts for value in part.values):
        return drawing.empty(empty, data.title)
    segments = stack(data.parts)
    ends = [segment.end for segment in segments]
    count = tick_count(size.height - drawing.px(34), drawing)
    axis = value_axis(min(0.0, *ends), max(0.0, *ends), count, fmt, whole=data.whole)
    room = min(drawing.widest([part.label for part in data.parts], _NAME), size.width * 0.35)
    right = room + drawing.px(12) if room else drawing.px(4)
    plot = frame(drawing, axis, right=right, labelled=any(data.labels))
    turns = max(segment.turn for segment in segments) + 1
    for segment in segments:
        _draw_segment(drawing, plot, segment, data, turns)
    last = [segment for segment in segments if segment.turn == turns - 1]
    _name_parts(drawing, plot, last, data)
    places = [plot.x((i + 0.5) / turns) for i in range(turns)]
    turn_labels(drawing, plot, data.labels, places)
    return drawing.finish(title=data.title, description=_description(data, fmt))


def _draw_segment(
    drawing: Drawing, plot: Plot, segment: Segment, data: StackData, turns: int
) -> None:
    """Draw one part of a column with a thin seam to its neighbour."""
    low, high = sorted((plot.y(segment.base), plot.y(segment.end)))
    if high - low <= 0:
        return
    pitch = (plot.box.right - plot.box.left) / turns
    thick = min(pitch * 0.7, drawing.px(48))
    centre = plot.x((segment.turn + 0.5) / turns)
    seam = min(drawing.px(0.5), (high - low) / 4)
    box = Box(left=centre - thick / 2, top=low + seam, right=centre + thick / 2, bottom=high - seam)
    drawing.rect(box, drawing.series(data.parts[segment.part].series), radius=1)


def _name_parts(drawing: Drawing, plot: Plot, last: list[Segment], data: StackData) -> None:
    """Set each part's name at the height of its share of the last column."""
    gap = drawing.high(_NAME) + 0.5
    wanted = [plot.y((segment.base + segment.end) / 2) for segment in last]
    fitting = max(1, int(drawing.size.height / gap))
    shown = sorted(range(len(last)), key=lambda i: -abs(last[i].end - last[i].base))[:fitting]
    shown.sort()
    # Parts of no height share one place: pushed apart upwards, in the order of the stack.
    places = spread(
        [wanted[i] - shown.index(i) * 1e-6 for i in shown],
        gap,
        gap / 2,
        drawing.size.height - gap / 2,
    )
    for i, y in zip(shown, places, strict=True):
        part = data.parts[last[i].part]
        ink = Ink(color=drawing.series(part.series), weight=600)
        x = plot.box.right + drawing.px(8)
        drawing.text((x, y), part.label, ink, room=max(drawing.size.width - x, 0.0))


def _description(data: StackData, fmt: Format) -> str:
    """Return each part in the first and the last turn."""
    parts = []
    for part in data.parts:
        known = [(i, v) for i, v in enumerate(part.values) if v is not None and finite([v])]
        ends = [known[0], known[-1]] if len(known) > 1 else known
        said = [f"{_turn(data, i)} {fmt(value)}".strip() for i, value in ends]
        parts.append(f"{part.label}: {' → '.join(said)}")
    return "; ".join(parts)


def _turn(data: StackData, turn: int) -> str:
    """Return a turn's name, empty when it has none."""
    return data.labels[turn] if turn < len(data.labels) else ""
