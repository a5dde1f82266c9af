"""Charts as SVG strings with their texts beside them: one code for window, page and report."""

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
from game.report.charts.pipeline_layout import PipelineLayout, pipeline_layout
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
