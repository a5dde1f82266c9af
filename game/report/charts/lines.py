"""Lines over turns, with a band for what is not known yet and every line named at its end."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from game.report.charts.axes import Plot, frame, tick_count, turn_labels, value_axis
from game.report.charts.chart import Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink, Point
from game.report.charts.labels import spread
from game.report.charts.ticks import axis_range, finite
from game.report.theme import SERIES_DASH, Theme

Values: TypeAlias = tuple[float | None, ...]

FUTURE_DASH: Final = "5 4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; ``values`` one a turn, None where nothing is known.

    ``series`` picks colour and dash from the theme. ``end`` is written at the line's end; when
    empty, the label is, or the last value if there is no label either.
    """

    label: str
    values: Values
    series: int = 0
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A range per turn (same unit as the lines), None where there is none."""

    low: Values
    high: Values
    series: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LineData:
    """What a line chart shows; ``labels`` name the turns.

    ``known`` counts the turns that have happened: what comes after them is dashed, and the band
    starts from the first line's last known point. ``whole`` keeps ticks to whole numbers. ``zero``
    forces the baseline in (True) or leaves it to the data (None).
    """

    title: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    band: Band | None = None
    known: int | None = None
    whole: bool = False
    zero: bool | None = None


def line_chart(
    data: LineData,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return lines over turns; ``empty`` is shown when there is no value at all."""
    drawing = Drawing(size, theme, scale, measure)
    values = finite(v for values in _all_values(data) for v in values)
    if not values:
        return drawing.empty(empty, data.title)
    low, high = axis_range([*values, 0.0] if data.zero else values)
    count = tick_count(size.height - drawing.px(34), drawing)
    axis = value_axis(low, high, count, fmt, whole=data.whole)
    ends = _end_labels(drawing, data, fmt)
    ends_room = min(drawing.widest([e.text for e in ends], _END), size.width * 0.35)
    right = ends_room + drawing.px(16) if ends else drawing.px(8)
    plot = frame(drawing, axis, right=right, labelled=any(data.labels))
    turns = max([len(values) for values in _all_values(data)] + [len(data.labels)])
    places = [plot.x(i / (turns - 1) if turns > 1 else 0.5) for i in range(turns)]
    if data.band:
        _draw_band(drawing, plot, places, data)
    for line in reversed(data.lines):
        _draw_line(drawing, plot, places, line, data.known)
    _draw_ends(drawing, plot, places, ends)
    turn_labels(drawing, plot, data.labels, places)
    return drawing.finish(title=data.title, description=_description(data, fmt))


_END: Final = Ink(color="", weight=600)


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """A text that wants to stand beside the last point of a line or band."""

    text: str
    turn: int
    value: float
    series: int | None


def _all_values(data: LineData) -> list[Values]:
    """Return every row of values of a chart."""
    band = [data.band.low, data.band.high] if data.band else []
    return [line.values for line in data.lines] + band


def _last(values: Values) -> tuple[int, float] | None:
    """Return turn and value of the last drawable point."""
    for i in range(len(values) - 1, -1, -1):
        if finite([values[i]]):
            return i, float(values[i] or 0.0)
    return None


def _end_labels(drawing: Drawing, data: LineData, fmt: Format) -> list[_End]:
    """Return the texts at the right: a name a line, and the ends of the band."""
    ends = []
    for line in data.lines:
        if last := _last(line.values):
            text = line.end or line.label or fmt(last[1])
            ends.append(_End(text=text, turn=last[0], value=last[1], series=line.series))
    room = drawing.size.height / (drawing.px(12) * 1.3)
    if data.band and len(ends) + 2 <= room:
        both = [last for last in (_last(data.band.low), _last(data.band.high)) if last]
        said = {end.text for end in ends}  # a band without a width has no ends to be told
        ends += [
            _End(text=fmt(value), turn=turn, value=value, series=None)
            for turn, value in both
            if fmt(value) not in said
        ]
    return ends[: max(1, int(room))]


def _draw_band(drawing: Drawing, plot: Plot, places: list[float], data: LineData) -> None:
    """Fill the band, run by run, from the last known point on."""
    band = data.band
    if band is None:
        return
    rows: list[tuple[float, float, float]] = []
    start = _band_start(data)
    for i, (low, high) in enumerate(zip(band.low, band.high, strict=False)):
        ends = finite([low, high])
        if len(ends) == 2:
            rows.append((places[i], plot.y(min(ends)), plot.y(max(ends))))
        elif start is not None and i == start[0]:
            rows.append((places[i], plot.y(start[1]), plot.y(start[1])))
        else:
            _fill_band(drawing, rows, band.series)
            rows = []
    _fill_band(drawing, rows, band.series)


def _band_start(data: LineData) -> Point | None:
    """Return turn and value from which a forecast fans out."""
    if not data.known or not data.lines or data.known > len(data.lines[0].values):
        return None
    value = finite([data.lines[0].values[data.known - 1]])
    return (data.known - 1, value[0]) if value else None


def _fill_band(drawing: Drawing, rows: list[tuple[float, float, float]], series: int) -> None:
    """Fill one unbroken run of a band; a single turn becomes a bar."""
    color = drawing.series(series)
    if len(rows) == 1:
        x, low, high = rows[0]
        drawing.stroke(((x, low), (x, high)), color, width=8, opacity=0.18)
    elif rows:
        upper = [(x, high) for x, _, high in rows]
        lower = [(x, low) for x, low, _ in reversed(rows)]
        drawing.polygon(upper + lower, color, 0.18)


def _draw_line(
    drawing: Drawing, plot: Plot, places: list[float], line: Line, known: int | None
) -> None:
    """Draw one line: what is known in its own dash, the future dashed, a dot at the last point."""
    color = drawing.series(line.series)
    dash = SERIES_DASH[line.series % len(SERIES_DASH)]
    split = len(line.values) if known is None else known
    for first, points in _runs(plot, places, line.values):
        past = points[: max(split - first, 0)]
        future = points[max(split - first - 1, 0) :] if first + len(points) > split else []
        if len(points) == 1:
            drawing.dot(points[0], 3, color)
        if len(past) > 1:
            drawing.stroke(past, color, width=2.5, dash=dash)
        if len(future) > 1:
            drawing.stroke(future, color, dash=dash or FUTURE_DASH)
    _draw_markers(drawing, plot, places, line, split)


def _draw_markers(
    drawing: Drawing, plot: Plot, places: list[float], line: Line, split: int
) -> None:
    """Mark the last point, and the last known one."""
    color = drawing.series(line.series)
    ends = {_last(line.values), _last(line.values[:split])}
    for end in sorted(end for end in ends if end is not None):
        at = (places[end[0]], plot.y(end[1]))
        drawing.dot(at, 5.5, drawing.theme.surface)
        drawing.dot(at, 4, color)


def _runs(plot: Plot, places: list[float], values: Values) -> list[tuple[int, list[Point]]]:
    """Return the unbroken runs of a line with the turn each starts at."""
    runs: list[tuple[int, list[Point]]] = []
    unbroken = False
    for i, value in enumerate(values):
        if value is None or not finite([value]):
            unbroken = False
            continue
        if not unbroken:
            runs.append((i, []))
        runs[-1][1].append((places[i], plot.y(value)))
        unbroken = True
    return runs


def _draw_ends(drawing: Drawing, plot: Plot, places: list[float], ends: list[_End]) -> None:
    """Set the texts at the right, pushed apart, with a thin lead where one had to move."""
    gap = drawing.high(_END) + 0.5
    wanted = [plot.y(end.value) for end in ends]
    settled = spread(wanted, gap, gap / 2, drawing.size.height - gap / 2)
    x = plot.box.right + drawing.px(14)
    theme = drawing.theme
    for end, y, own in zip(ends, settled, wanted, strict=True):
        color = theme.muted if end.series is None else drawing.series(end.series)
        ink = Ink(color=color, weight=400 if end.series is None else 600)
        room = drawing.size.width - x
        if drawing.text((x, y), end.text, ink, room=room) and end.series is not None:
            at = places[end.turn]
            if abs(y - own) > gap / 2 or plot.box.right - at > drawing.px(8):
                drawing.line((at + drawing.px(6), own), (x - drawing.px(3), y), theme.hairline)


def _description(data: LineData, fmt: Format) -> str:
    """Return first and last figure of every line, and where the band ends."""
    parts = []
    for line in data.lines:
        points = [i for i, value in enumerate(line.values) if finite([value])]
        ends = [points[0], points[-1]] if len(points) > 1 else points
        said = [f"{_turn(data, i)} {fmt(line.values[i] or 0.0)}".strip() for i in ends]
        parts.append(f"{line.label}: {' → '.join(said)}" if line.label else " → ".join(said))
    if data.band:
        low, high = _last(data.band.low), _last(data.band.high)
        if low and high:
            parts.append(f"{_turn(data, low[0])} {fmt(low[1])} – {fmt(high[1])}".strip())
    return "; ".join(parts)


def _turn(data: LineData, turn: int) -> str:
    """Return a turn's name, empty when it has none."""
    return data.labels[turn] if turn < len(data.labels) else ""
