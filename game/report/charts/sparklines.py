"""A line without words, the size of a word: how a figure got here."""

from game.report.charts.chart import Chart, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Point
from game.report.charts.ticks import finite
from game.report.theme import Theme


def sparkline(
    values: tuple[float | None, ...],
    *,
    size: Size,
    theme: Theme,
    title: str = "",
    series: int = 0,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return a small line with a dot at its end; gaps where a value is None.

    It has no texts; without values it is a hairline and ``empty`` is its description.
    """
    drawing = Drawing(size, theme, scale, measure)
    known = finite(values)
    margin = drawing.px(4)
    if not known:
        middle = size.height / 2
        drawing.line((margin, middle), (size.width - margin, middle), theme.hairline, dash="2 3")
        return drawing.finish(title=title, description=empty)
    color = drawing.series(series)
    runs = _runs(values, min(known), max(known), size, margin)
    for run in runs:
        if len(run) > 1:
            _fill_under(drawing, run, color)
            drawing.stroke(run, color, width=2)
        else:
            drawing.dot(run[0], 1.5, color)
    drawing.dot(runs[-1][-1], 3, color)
    return drawing.finish(title=title, description=title)


def _fill_under(drawing: Drawing, run: list[Point], color: str) -> None:
    """Tint the area below a run."""
    foot = drawing.size.height
    drawing.polygon([(run[0][0], foot), *run, (run[-1][0], foot)], color, 0.12)


def _runs(
    values: tuple[float | None, ...], low: float, high: float, size: Size, margin: float
) -> list[list[Point]]:
    """Return unbroken runs of points; a flat line lies in the middle."""
    width = max(size.width - 2 * margin, 1.0)
    height = max(size.height - 2 * margin, 1.0)
    runs: list[list[Point]] = []
    unbroken = False
    for i, value in enumerate(values):
        if value is None or not finite([value]):
            unbroken = False
            continue
        x = margin + width * (i / (len(values) - 1) if len(values) > 1 else 0.5)
        share = (value - low) / (high - low) if high > low else 0.5
        if not unbroken:
            runs.append([])
        runs[-1].append((x, margin + height * (1 - share)))
        unbroken = True
    return runs
