"""The bed of the pipeline: cliffs, bridge and faint streams, on which the window lets people walk.

It is the still picture without the people: nobody falls, waits or crosses yet.
"""

from dataclasses import replace
from typing import Final

from game.report.charts import (
    Chart,
    PipelineFlow,
    PipelineLayout,
    PipelineWords,
    Stream,
    pipeline_layout,
)
from game.report.charts import Size as ChartSize
from game.report.charts.chart import Format, Measure, approximate_width
from game.report.charts.drawing import Drawing
from game.report.charts.pipeline_fog import pieces_seen
from game.report.charts.pipeline_shapes import Shapes, sales_outlines
from game.report.charts.pipeline_texts import Texts
from game.report.theme import Theme

_FAINT: Final = 0.16


def pipeline_bed(
    flow: PipelineFlow,
    words: PipelineWords,
    *,
    size: ChartSize,
    theme: Theme,
    fmt: Format,
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return the ground of ``pipeline`` for the same flow, words and room, without people."""
    drawing = Drawing(size, theme, scale, measure)
    layout = pipeline_layout(flow, size=size, scale=scale)
    Shapes(drawing, replace(flow, sqls=0.0), _bare(layout)).draw()
    walked, sold = layout.marketing, layout.sales
    knots = [x for x, _ in walked.knots]
    marketing = theme.group("marketing")
    faint = _FAINT
    aware, coming, judged, ready = pieces_seen(flow, "marketing")
    if aware:
        drawing.path(walked.outline(knots[0], knots[1]), fill=theme.muted, opacity=faint)
    if coming:
        drawing.path(walked.outline(knots[1], knots[2]), fill=drawing.fade(theme.muted, faint, 0))
        drawing.path(walked.outline(knots[1], knots[2]), fill=drawing.fade(marketing, 0, faint))
    if judged and ready:
        drawing.path(walked.outline(knots[2], knots[-1]), fill=marketing, opacity=faint)
    elif ready:
        drawing.path(walked.outline(knots[3], knots[-1]), fill=marketing, opacity=faint)
    for outline in sales_outlines(flow, sold):
        drawing.path(outline, fill=theme.group("sales"), opacity=faint)
    Shapes(drawing, flow, layout).draw_narrow()
    Texts(drawing, flow, layout, words, fmt).draw()
    return drawing.finish(title="", description="")


def _bare(layout: PipelineLayout) -> PipelineLayout:
    """Return the layout with flat streams and empty heaps."""
    return replace(
        layout,
        queue=(),
        drops={leak: replace(drop, heap=()) for leak, drop in layout.drops.items()},
        marketing=_flat(layout.marketing),
        sales=_flat(layout.sales),
        is_aware_cut=False,
    )


def _flat(stream: Stream) -> Stream:
    return replace(stream, knots=tuple((x, 0.0) for x, _ in stream.knots))
