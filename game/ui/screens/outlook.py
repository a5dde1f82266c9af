"""The forecast on the desk: what the plan may bring, moving with every slider."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from game.report.charts import line_chart
from game.report.forecasts import ForecastCard, ForecastReport
from game.report.language import Language
from game.ui.screens.overview import move
from game.ui.screens.parts import Bone, Pressable, neighbours
from game.ui.toolkit import (
    Arrow,
    Card,
    ChartView,
    Column,
    Icon,
    Label,
    Notice,
    Row,
    Spacer,
    Widget,
    caption,
)
from game.words import Sentence, sentence

FIRST_FORESEEN: Final = "bookings"

_LIST: Final = 148
"""Design units that the figures are wide beside their chart."""

TITLE: Final = sentence("Forecast")


def forecast_card(
    report: ForecastReport | None,
    chosen: str,
    on_choose: Callable[[str], None],
    language: Language,
    *,
    over: bool,
    grow: float,
) -> Widget:
    """Return the card: figures with their ranges, and the course of the one that was chosen.

    Args:
        report: of the plan as it stands; None while the first one is being made.
        chosen: key of the measure that the chart shows.
        on_choose: takes another.
        language: says the figures.
        over: whether the plan spends more than there is.
        grow: its share of the room beside the pipeline's card.

    """
    if report is None:
        return Card(_looking_ahead(), TITLE, pad=16, gap=6, grow=grow)
    cards = report.cards[:4]
    keys = [_key(card.key) for card in cards]
    rows = [
        _row(card, card.key == chosen, neighbours(keys, place), on_choose, language)
        for place, card in enumerate(cards)
    ]
    shown = next(card for card in cards if card.key == chosen)
    body = Row(
        [Column(rows, gap=0, width=_LIST), forecast_chart(shown, language, "chart.forecast", 140)],
        gap=8,
        align="stretch",
        grow=1,
    )
    return Card(
        Column([body, _foot(report, over=over)], gap=4, grow=1),
        report.title,
        aside=Label(
            sentence("8 of 10 futures in the band"),
            size=12,
            role="muted",
            shorten=True,
            tooltip=report.note,
        ),
        pad=16,
        gap=6,
        grow=grow,
    )


def _foot(report: ForecastReport, *, over: bool) -> Widget | None:
    if over:
        text = sentence("Over budget: of this plan, only as much is played as can be paid.")
        return Label(text, size=12, role="bad")
    return None if report.sharper is None else Label(report.sharper, size=12, role="muted")


def forecast_chart(card: ForecastCard, language: Language, key: str, tall: float) -> Widget:
    """Return what was and what may come, or why it is not seen."""
    if card.mean.hidden:
        return Notice("eye-off", sentence("Hidden"), card.mean.note or "", grow=1)
    if card.mean.value is None:
        text = sentence("There is nothing to foresee with this plan.")
        return Notice("chart-line", sentence("No figure"), text, grow=1)
    data = card.line_data(language)
    fmt = partial(language.figure, card.kind, short=True)
    return ChartView(
        partial(line_chart, data, fmt=fmt),
        data,
        tall,
        key=key,
        name=card.name,
        tooltip=card.said,
        grow=1,
    )


def _row(
    card: ForecastCard,
    chosen: bool,
    around: Mapping[str, str],
    on_choose: Callable[[str], None],
    language: Language,
) -> Widget:
    tooltip: Sentence = card.said
    change = card.change.said(language)
    if change:
        tooltip = sentence(
            "{name}: {said}. Against last turn: {change}.",
            name=card.name,
            said=card.said,
            change=change,
        )
    return Pressable(
        Column(_lines(card, chosen, language), gap=0),
        partial(on_choose, card.key),
        around,
        fill="raised" if chosen else "",
        tone="",
        radius=8,
        pad=8,
        pad_y=0,
        shadow=False,
        key=_key(card.key),
        name=card.name,
        tooltip=tooltip,
    )


def _lines(card: ForecastCard, chosen: bool, language: Language) -> list[Widget]:
    name = Label(card.name, size=12, role="accent" if chosen else "muted", shorten=True, grow=1)
    if card.mean.hidden:
        return [
            Row([name, Icon("eye-off", 14)], gap=4),
            Label(sentence("Hidden"), size=12, role="muted", shorten=True),
        ]
    mean = Label(card.mean.said(language, short=True), weight=600, side="right")
    change = move(card.change, language)
    arrow = None
    if change is not None and change.direction != "level":
        arrow = Arrow(change.direction, change.role)
    span = Label(card.span or "", size=12, role="muted", shorten=True)
    return [Row([name, arrow, mean], gap=4), span]


def _looking_ahead() -> Widget:
    bones = [Column([Bone(88), Bone(56)], gap=6) for _ in range(4)]
    waiting = Column([Spacer(), caption(sentence("Looking ahead …")), Spacer()], align="center")
    return Row(
        [Column(bones, gap=12, width=_LIST), Column([waiting], grow=1)], gap=8, align="stretch"
    )


def _key(measure: str) -> str:
    return f"forecast.{measure}"
