"""Why a figure changed: from where it was, step by step, to where it is."""

from typing import Final

from game.report.charts.chart import Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing
from game.report.charts.staircases import WaterfallData, staircase
from game.report.charts.ticks import finite
from game.report.charts.waterfall_bars import Columns, Rows
from game.report.theme import Theme

_NARROWEST_COLUMN: Final = 52.0
"""Below this many px (at scale 1) a column has no room for its words, and steps become rows."""


def waterfall(
    data: WaterfallData,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    fmt_change: Format | None = None,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return the steps as columns, or as rows where columns would be too narrow for words.

    ``fmt`` writes the two figures, ``fmt_change`` a step with its sign (by default a plus and
    ``fmt``). ``empty`` is shown when there is neither a figure nor a step.
    """
    drawing = Drawing(size, theme, scale, measure)
    numbers = [data.start, data.end, *(step.change for step in data.steps)]
    if len(finite(numbers)) < len(numbers) or not any(numbers):
        return drawing.empty(empty, data.title)
    stairs = staircase(data)
    say = fmt_change or _signed(fmt)
    columns = Columns(drawing, data, stairs, (fmt, say))
    if columns.has_room(drawing.px(_NARROWEST_COLUMN)):
        columns.draw()
    else:
        Rows(drawing, data, stairs, (fmt, say)).draw()
    return drawing.finish(title=data.title, description=_description(data, fmt, say))


def _signed(fmt: Format) -> Format:
    """Return a format that adds the plus; a real minus is the number format's business."""
    return lambda change: f"+{fmt(change)}" if change > 0 else fmt(change)


def _description(data: WaterfallData, fmt: Format, say: Format) -> str:
    """Return the whole staircase in words."""
    steps = [f"{step.label}: {say(step.change)}" for step in data.steps]
    start, end = f"{data.start_label}: {fmt(data.start)}", f"{data.end_label}: {fmt(data.end)}"
    return "; ".join([start, *steps, end])
