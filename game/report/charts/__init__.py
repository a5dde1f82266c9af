"""Charts as SVG strings with their texts beside them: one code for window, page and report.

Each kind of chart is fetched when it is first asked for, so that a title waits for none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.report.charts.bars import Bar, BarData, Lane, bar_chart
    from game.report.charts.chart import Box, Chart, Format, Measure, Size, Text, approximate_width
    from game.report.charts.lines import Band, Line, LineData, line_chart
    from game.report.charts.meters import Meter, meter
    from game.report.charts.pipeline_flow import (
        LEAKS,
        LeakKey,
        Loss,
        PipelineFlow,
        PipelineWords,
        Source,
    )
    from game.report.charts.pipeline_heaps import Drop
    from game.report.charts.pipeline_outline import PipelineLayout, pipeline_layout
    from game.report.charts.pipeline_streams import Stream
    from game.report.charts.pipelines import pipeline
    from game.report.charts.ranges import RangeData, RangeRow, range_dot
    from game.report.charts.scatters import ScatterData, Spot, scatter
    from game.report.charts.sparklines import sparkline
    from game.report.charts.stacks import Part, StackData, stacked_bar_chart
    from game.report.charts.staircases import Step, WaterfallData, staircase
    from game.report.charts.ticks import nice_ticks
    from game.report.charts.waterfalls import waterfall

__all__ = [
    "LEAKS",
    "Band",
    "Bar",
    "BarData",
    "Box",
    "Chart",
    "Drop",
    "Format",
    "Lane",
    "LeakKey",
    "Line",
    "LineData",
    "Loss",
    "Measure",
    "Meter",
    "Part",
    "PipelineFlow",
    "PipelineLayout",
    "PipelineWords",
    "RangeData",
    "RangeRow",
    "ScatterData",
    "Size",
    "Source",
    "Spot",
    "StackData",
    "Step",
    "Stream",
    "Text",
    "WaterfallData",
    "approximate_width",
    "bar_chart",
    "line_chart",
    "meter",
    "nice_ticks",
    "pipeline",
    "pipeline_layout",
    "range_dot",
    "scatter",
    "sparkline",
    "stacked_bar_chart",
    "staircase",
    "waterfall",
]

_HOMES: Final = {
    "Bar": "bars",
    "BarData": "bars",
    "Lane": "bars",
    "bar_chart": "bars",
    "Box": "chart",
    "Chart": "chart",
    "Format": "chart",
    "Measure": "chart",
    "Size": "chart",
    "Text": "chart",
    "approximate_width": "chart",
    "Band": "lines",
    "Line": "lines",
    "LineData": "lines",
    "line_chart": "lines",
    "Meter": "meters",
    "meter": "meters",
    "LEAKS": "pipeline_flow",
    "LeakKey": "pipeline_flow",
    "Loss": "pipeline_flow",
    "PipelineFlow": "pipeline_flow",
    "PipelineWords": "pipeline_flow",
    "Source": "pipeline_flow",
    "Drop": "pipeline_heaps",
    "PipelineLayout": "pipeline_outline",
    "pipeline_layout": "pipeline_outline",
    "Stream": "pipeline_streams",
    "pipeline": "pipelines",
    "RangeData": "ranges",
    "RangeRow": "ranges",
    "range_dot": "ranges",
    "ScatterData": "scatters",
    "Spot": "scatters",
    "scatter": "scatters",
    "sparkline": "sparklines",
    "Part": "stacks",
    "StackData": "stacks",
    "stacked_bar_chart": "stacks",
    "Step": "staircases",
    "WaterfallData": "staircases",
    "staircase": "staircases",
    "nice_ticks": "ticks",
    "waterfall": "waterfalls",
}
"""The module of each name."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
