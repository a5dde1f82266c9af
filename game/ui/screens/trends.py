"""The page of trends: every measure in a list, and the course of the one that is looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from game.report.charts import line_chart
from game.report.forecasts import ForecastCard
from game.report.language import Language
from game.report.names import measure_icon, measure_name
from game.report.rivals import rivals
from game.report.trends import OFFERED, Trend, course_data, course_table, trend
from game.ui.playing import Playing
from game.ui.screens.frame import is_wide
from game.ui.screens.parts import Pressable, neighbours
from game.ui.screens.tables import table_of
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


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked at: a measure, and what the plan in the making may do to it.

    Attributes:
        measure: its key.
        ahead: None while it is not foreseen.
        on_measure: looks at another.

    """

    measure: str
    ahead: ForecastCard | None
    on_measure: Callable[[str], None]


def trends_page(ui: Ui, playing: Playing, language: Language, looking: Looking) -> Widget:
    """Return the measures in a list, the course of one of them, and its figure of any turn."""
    order = (FIRST_MEASURE, *(key for key in OFFERED if key != FIRST_MEASURE))
    courses = [trend(playing.rules, playing.view, key, language) for key in order]
    keys = [f"measure.{course.key}" for course in courses]
    rows = [
        _row(
            course,
            course.key == looking.measure,
            language,
            neighbours(keys, place),
            looking.on_measure,
        )
        for place, course in enumerate(courses)
    ]
    course = next(each for each in courses if each.key == looking.measure)
    chart = _card(playing, course, looking.ahead, language)
    figures = _figures(course, looking.ahead, language)
    if not is_wide(ui):
        stack = Column(
            [Column([chart], height=280), Panel(Column(rows, gap=2), pad=8), figures], gap=12
        )
        return ScrollArea(stack, key="trends", edge_pad=4, grow=1)
    items = ScrollArea(Column(rows, gap=2), key="trends.list", edge_pad=4, grow=1)
    side = Panel(Column([items]), pad=6, width=316)
    beside = ScrollArea(figures, key="trends.figures", read=True, edge_pad=4, width=274)
    return Row([side, chart, beside], gap=12, align="stretch", grow=1)


def _figures(course: Trend, ahead: ForecastCard | None, language: Language) -> Widget:
    """Return the figure of every turn, the turns ahead first."""
    table = table_of(
        course_table(course, ahead), language, short=True, exact=True, row_height=28, gap=10
    )
    return Card(table, sentence("Turn by turn"), pad=16, gap=8)


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
        fill="raised" if chosen else "",
        tone="",
        radius=8,
        pad=10,
        pad_y=5,
        shadow=False,
        key=f"measure.{course.key}",
        name=measure_name(course.key),
        tooltip=course.description,
    )


def _card(
    playing: Playing, course: Trend, ahead: ForecastCard | None, language: Language
) -> Widget:
    foreseen = ahead is not None and ahead.mean.value is not None
    aside = None
    if course.hidden is not None and all(value is None for value in course.values):
        content: Widget = Notice(
            "eye-off", sentence("Hidden from your role"), course.hidden, grow=1
        )
    elif not foreseen and all(value is None for value in course.values):
        text = sentence("This fills up turn by turn. Play the first one.")
        content = Notice("chart-line", sentence("Nothing to see yet"), text, grow=1)
    else:
        content = _chart(playing, course, ahead, language)
        aside = caption(sentence("dashed: with this plan")) if foreseen else None
    body = Column([caption(course.description), content], gap=12)
    return Card(body, course.name, aside=aside, pad=16, grow=1, gap=4)


def _chart(
    playing: Playing, course: Trend, ahead: ForecastCard | None, language: Language
) -> Widget:
    others = None
    if course.key == "market_share":
        others = rivals(playing.rules, playing.view, language)
    data = course_data(course, ahead, others, language)
    fmt = partial(language.figure, course.kind, short=True)
    return ChartView(
        partial(line_chart, data, fmt=fmt),
        data,
        200,
        key=f"chart.{course.key}",
        name=course.name,
        grow=1,
    )
