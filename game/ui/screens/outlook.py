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

_GLANCE: Final = 300
"""Design units that a figure takes in a line, with its band."""

_TITLE: Final = 132
"""Those that "Forecast for September" takes before them."""

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
        return Card(_looking_ahead(), TITLE, pad=14, gap=4, grow=grow)
    cards = report.cards[:4]
    keys = [row_key(card.key) for card in cards]
    rows = [
        _row(card, card.key == chosen, neighbours(keys, place), on_choose, language)
        for place, card in enumerate(cards)
    ]
    shown = next(card for card in cards if card.key == chosen)
    foot = _foot(report, over=over)
    chart = forecast_chart(shown, language, "chart.forecast", 124 if foot is None else 100)
    body = Row(
        [Column(rows, gap=0, width=_LIST), Column([chart, foot], gap=2, grow=1)],
        gap=8,
        align="stretch",
        grow=1,
    )
    return Card(
        body,
        report.title,
        aside=Label(
            sentence("8 of 10 futures in the band"),
            size=12,
            role="muted",
            shorten=True,
            tooltip=report.note,
        ),
        pad=14,
        gap=4,
        grow=grow,
    )


def forecast_glance(
    report: ForecastReport | None,
    chosen: str,
    on_look: Callable[[str], None],
    language: Language,
    room: float,
) -> Widget:
    """Return the forecast in one line: it stays in sight where the card is scrolled away.

    Args:
        report: of the plan as it stands; None while the first one is being made.
        chosen: key of the measure that must be there.
        on_look: shows the course of one.
        language: says the figures.
        room: design units of width; as many figures as fit are there.

    """
    if report is None:
        return Row([Icon("chart-line", 16), caption(sentence("Looking ahead …"))], gap=8, height=30)
    cards = report.cards[:4]
    fit = max(1, min(len(cards), int(room // _GLANCE)))
    others = [card.key for card in cards if card.key != chosen][: fit - 1]
    seen = [card for card in cards if card.key == chosen or card.key in others]
    keys = [f"glance.{card.key}" for card in seen]
    figures = [
        _glance(card, neighbours(keys, place, columns=len(keys)), on_look, language)
        for place, card in enumerate(seen)
    ]
    titled = room >= fit * _GLANCE + _TITLE
    title = Label(report.title, size=12, role="muted", shorten=True, width=_TITLE - 8)
    mark = Icon("chart-line", 16, tooltip=report.title)
    return Row([mark, title if titled else None, *figures], gap=8, height=30)


def _glance(
    card: ForecastCard,
    around: Mapping[str, str],
    on_look: Callable[[str], None],
    language: Language,
) -> Widget:
    name = Label(card.name, size=12, role="muted", shorten=True)
    if card.mean.hidden:
        said: list[Widget | None] = [Icon("eye-off", 14), caption(sentence("Hidden"))]
    else:
        mean = Label(card.mean.said(language, short=True), weight=600)
        span = Label(card.span or "", size=12, role="muted", shorten=True, grow=1)
        said = [_arrow(card, language), mean, span]
    return Pressable(
        Row([name, *said], gap=6),
        partial(on_look, card.key),
        around,
        fill="",
        tone="",
        radius=8,
        pad=8,
        pad_y=4,
        shadow=False,
        key=f"glance.{card.key}",
        name=card.name,
        tooltip=_tooltip(card, language),
        grow=1,
    )


def _foot(report: ForecastReport, *, over: bool) -> Widget | None:
    if over:
        text = sentence("Over budget: only what can be paid counts. Spend less to go on.")
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
    return Pressable(
        Column([Spacer(), *_lines(card, chosen, language), Spacer()], gap=0),
        partial(on_choose, card.key),
        around,
        fill="raised" if chosen else "",
        tone="",
        radius=8,
        pad=8,
        pad_y=0,
        shadow=False,
        key=row_key(card.key),
        name=card.name,
        tooltip=_tooltip(card, language),
        grow=1,
    )


def _tooltip(card: ForecastCard, language: Language) -> Sentence:
    change = card.change.said(language)
    if not change:
        return card.said
    return sentence(
        "{name}: {said}. Against last turn: {change}.",
        name=card.name,
        said=card.said,
        change=change,
    )


def _arrow(card: ForecastCard, language: Language) -> Arrow | None:
    """Return which way a figure will go, where it does."""
    change = move(card.change, language)
    if change is None or change.direction == "level":
        return None
    return Arrow(change.direction, change.role)


def _lines(card: ForecastCard, chosen: bool, language: Language) -> list[Widget]:
    name = Label(card.name, size=12, role="accent" if chosen else "muted", shorten=True, grow=1)
    if card.mean.hidden:
        return [
            Row([name, Icon("eye-off", 14)], gap=4),
            Label(sentence("Hidden"), size=12, role="muted", shorten=True),
        ]
    mean = Label(card.mean.said(language, short=True), weight=600, side="right")
    span = Label(card.span or "", size=12, role="muted", shorten=True)
    return [Row([name, _arrow(card, language), mean], gap=4), span]


def _looking_ahead() -> Widget:
    bones = [Column([Bone(88), Bone(56)], gap=6) for _ in range(4)]
    waiting = Column([Spacer(), caption(sentence("Looking ahead …")), Spacer()], align="center")
    return Row(
        [Column(bones, gap=12, width=_LIST), Column([waiting], grow=1)], gap=8, align="stretch"
    )


def row_key(measure: str) -> str:
    """Return the key of a measure's row on the card."""
    return f"forecast.{measure}"
