"""The page of trends: every measure in a list, and the course of the one that is looked at."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from game.report.charts import Line, LineData, line_chart
from game.report.language import Language
from game.report.names import measure_icon, measure_name
from game.report.trends import OFFERED, Trend, trend
from game.ui.playing import Playing
from game.ui.screens.frame import is_wide
from game.ui.screens.parts import Pressable, neighbours
from game.ui.toolkit import (
    Card,
    ChartView,
    Column,
    Icon,
    Label,
    Notice,
    Panel,
    Row,
    ScrollArea,
    Ui,
    Widget,
    caption,
)
from game.words import sentence

FIRST_MEASURE: Final = "bookings"


def trends_page(
    ui: Ui, playing: Playing, language: Language, measure: str, on_measure: Callable[[str], None]
) -> Widget:
    """Return the page; ``measure`` is the one that is looked at."""
    order = (FIRST_MEASURE, *(key for key in OFFERED if key != FIRST_MEASURE))
    courses = [trend(playing.rules, playing.view, key, language) for key in order]
    keys = [f"measure.{course.key}" for course in courses]
    rows = [
        _row(course, course.key == measure, language, neighbours(keys, place), on_measure)
        for place, course in enumerate(courses)
    ]
    chart = _card(next(each for each in courses if each.key == measure), language)
    if not is_wide(ui):
        stack = Column([Column([chart], height=280), Panel(Column(rows, gap=2), pad=8)], gap=12)
        return ScrollArea(stack, key="trends", edge_pad=4, grow=1)
    items = ScrollArea(Column(rows, gap=2), key="trends.list", edge_pad=4, grow=1)
    side = Panel(Column([items]), pad=6, width=340)
    return Row([side, chart], gap=12, align="stretch", grow=1)


def _row(
    course: Trend,
    chosen: bool,
    language: Language,
    around: Mapping[str, str],
    on_measure: Callable[[str], None],
) -> Widget:
    figure = course.points[-1]
    value: Widget = Label(figure.said(language, short=True), weight=500, side="right")
    if figure.hidden:
        value = Icon("eye-off", 16)
    name = Label(
        measure_name(course.key),
        weight=600 if chosen else 400,
        role="accent" if chosen else "text",
        shorten=True,
        grow=1,
    )
    icon = Icon(measure_icon(course.key), 16, "accent" if chosen else "muted")
    return Pressable(
        Row([icon, name, value], gap=10),
        partial(on_measure, course.key),
        around,
        fill="raised" if chosen else "surface",
        tone="",
        radius=8,
        pad=10,
        pad_y=5,
        shadow=False,
        key=f"measure.{course.key}",
        name=measure_name(course.key),
        tooltip=course.description,
    )


def _card(course: Trend, language: Language) -> Widget:
    known = [value for value in course.values if value is not None]
    if not known and course.hidden is not None:
        content: Widget = Notice(
            "eye-off", sentence("Hidden from your role"), course.hidden, grow=1
        )
    elif not known:
        text = sentence("This fills up turn by turn. Play the first one.")
        content = Notice("chart-line", sentence("Nothing to see yet"), text, grow=1)
    else:
        content = _chart(course, known[-1], language)
    return Card(Column([caption(course.description), content], gap=12), course.name, grow=1, gap=4)


def _chart(course: Trend, last: float, language: Language) -> Widget:
    end = language.figure(course.kind, last, short=True)
    data = LineData(
        title=language.say(course.name),
        labels=course.labels,
        lines=(Line(label="", values=course.values, end=end),),
        whole=course.kind == "people",
        zero=True,
    )
    fmt = partial(language.figure, course.kind, short=True)
    return ChartView(
        partial(line_chart, data, fmt=fmt),
        data,
        200,
        key=f"chart.{course.key}",
        name=course.name,
        grow=1,
    )
