"""The right side of the desk: key figures, bookings so far, last turn's pipeline, what happened."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.report.changes import Change as Move
from game.report.changes import MeasureRow
from game.report.charts import Bar, BarData, Lane, Line, LineData, bar_chart, line_chart
from game.report.desk import Desk as DeskReport
from game.report.event_cards import EventCard
from game.report.funnel import Funnel
from game.report.language import Language
from game.report.names import measure_description, measure_name
from game.report.theme import GROUP_SERIES
from game.report.trends import Trend
from game.session import Score
from game.ui.toolkit import (
    Button,
    Card,
    Change,
    ChartView,
    Column,
    Grid,
    Icon,
    KpiCard,
    Label,
    Notice,
    Panel,
    Paragraph,
    Row,
    ShareBar,
    Spacer,
    Widget,
    caption,
)
from game.ui.toolkit.assets import Wording
from game.ui.toolkit.panel import Direction
from game.words import Sentence, sentence

_MOST_ADVICE = 2
"""How many pieces of advice are seen at once."""


def key_figures(report: DeskReport, language: Language, *, first: bool, columns: int) -> Widget:
    """Return the cards above, so many in a row."""
    last = sentence("in {turn}", turn=report.last_turn)
    since = sentence("at the start") if first else last
    cards = [figure_card(card.row, language, card.against or since) for card in report.cards]
    return Grid(cards, columns=columns)


def figure_card(row: MeasureRow, language: Language, since: Sentence) -> Widget:
    """Return a key figure with how it moved; drawn as hidden or as not there yet where it is so."""
    if row.now.hidden:
        return _hidden_card(row)
    kind = row.now.kind
    if row.now.value is None:
        nothing = Label(language.figure(kind, None), size=28, weight=600, role="muted")
        return _card_of(row, nothing, row.now.note or "")
    return KpiCard(
        row.name,
        row.now.value,
        lambda value: language.figure(kind, value, short=True),
        move(row.change, language),
        since,
        row.icon,
        key=f"figure.{row.key}",
        tooltip=row.description,
    )


def _hidden_card(row: MeasureRow) -> Widget:
    hidden = [Icon("eye-off", 16), Label(sentence("Hidden"), weight=600, role="muted")]
    return _card_of(row, Row(hidden, gap=6), row.now.note or "", height=22)


def _card_of(row: MeasureRow, figure: Widget, foot: Wording, height: float = 39) -> Widget:
    """Return a card without a number."""
    label = Label(row.name, size=12, role="muted", shorten=True, grow=1)
    return Panel(
        Column(
            [
                Row([label, Icon(row.icon, 16)], gap=4),
                Column([figure], height=height, align="start"),
                Label(foot, size=12, role="muted"),
            ],
            gap=0,
        ),
        pad=12,
        pad_y=10,
        tooltip=row.description,
    )


def move(change: Move, language: Language) -> Change | None:
    """Return a change as arrow, sign and colour; None where nothing is known of it."""
    if change.value is None:
        return None
    good = None if change.good == 0 else change.good > 0
    return Change(change.said(language), _way(change.value), good)


def _way(value: float) -> Direction:
    if value == 0:
        return "level"
    return "up" if value > 0 else "down"


def bookings_card(trend: Trend, language: Language, first: Sentence, grow: float) -> Widget:
    """Return the course of bookings so far; before the first turn, what will be seen here.

    Args:
        trend: of bookings, turn 0 first.
        language: says the money.
        first: what is said before anything was played.
        grow: its share of the room beside the pipeline's card.

    """
    title = sentence("Bookings, turn by turn")
    values = trend.values[1:]
    if all(value is None for value in values):
        empty = Notice("chart-line", sentence("Nothing played yet"), first)
        return Card(empty, title, pad=16, gap=4, grow=grow)
    data = LineData(
        title=language.say(trend.name),
        labels=trend.labels[1:],
        lines=(Line(label="", values=values, end=language.short(values[-1] or 0.0)),),
        zero=True,
    )
    chart = ChartView(
        partial(line_chart, data, fmt=language.short),
        data,
        116,
        key="chart.bookings",
        name=trend.name,
    )
    return Card(chart, title, aside=caption(sentence("a year's worth")), pad=16, gap=8, grow=grow)


def funnel_card(report: DeskReport, language: Language, *, first: bool, grow: float) -> Widget:
    """Return how far people came in the last turn, and how many fell at the handoff."""
    if first:
        text = sentence("After the first turn: how far people came, and who got lost.")
        empty = Notice("funnel", sentence("Nobody on their way yet"), text)
        return Card(empty, sentence("Pipeline"), pad=16, gap=4, grow=grow)
    data = _bars(report.funnel, language)
    chart = ChartView(
        partial(bar_chart, data, fmt=language.people),
        data,
        114,
        key="chart.funnel",
        grow=1,
        name=sentence("Pipeline in {turn}", turn=report.last_turn),
    )
    title = sentence("Pipeline in {turn}", turn=report.last_turn)
    straight = report.funnel.straight
    content = Column([chart, caption(straight) if straight else None], gap=4)
    return Card(content, title, pad=16, gap=8, grow=grow)


def _bars(funnel: Funnel, language: Language) -> BarData:
    return BarData(
        title=language.say(sentence("Pipeline")),
        bars=tuple(
            Bar(
                label=language.say(row.name),
                value=row.count.value,
                share=row.share.said(language) if row.share.value is not None else "",
                series=GROUP_SERIES[row.group],
            )
            if not row.count.hidden
            else Bar(label=language.say(row.name), value=None, share=row.count.said(language))
            for row in funnel.rows
        ),
        scaling="log",
        lane=Lane(after=2, note=language.say(funnel.handoff_note)),
    )


def goals_card(score: Score, language: Language) -> Card:
    """Return how far the goals of the scenario have been reached."""
    rows = [
        Row(
            [
                Label(measure_name(part.measure), size=12, shorten=True, grow=1.3),
                ShareBar(min(1.0, reached), "good" if reached >= 1 else "accent", 6, grow=1),
                Label(language.share(reached), size=12, weight=600, side="right", width=44),
            ],
            gap=8,
            height=20,
            tooltip=measure_description(part.measure),
        )
        for part, reached in ((each, each.value / each.target) for each in score.parts)
    ]
    return Card(
        Column(rows, gap=3), sentence("Goals"), "target", caption(sentence("so far")), pad=16, gap=8
    )


def event_card(event: EventCard, on_open: Callable[[], None], *, short: bool) -> Card:
    """Return what happened; the whole of it opens as a dialog.

    Args:
        event: the card.
        on_open: opens the dialog.
        short: leaves the story to the dialog, where there are several cards.

    """
    effects = [caption(effect, "text") for effect in event.effects[:2]]
    story = None if effects or short else Paragraph(event.story, role="muted")
    more = Button(
        sentence("Read more"),
        on_open,
        variant="quiet",
        key=f"event.{event.key}",
        tooltip=event.title,
    )
    lasts = caption(event.lasts) if event.lasts and event.effects else None
    foot = Row([lasts, Spacer(), more])
    return Card(
        Column([story, *effects, foot], gap=2),
        event.title,
        "triangle-alert",
        tone="warning",
        pad=14,
        gap=4,
    )


def advice_card(hints: tuple[Sentence, ...]) -> Card:
    """Return what is worth a thought now."""
    told = [Paragraph(hint, role="text") for hint in hints[:_MOST_ADVICE]]
    return Card(Column(told, gap=8), sentence("Worth a thought"), "lightbulb", pad=16, gap=8)


def growing(card: Card) -> Card:
    """Return a card that takes the height that is left."""
    return replace(card, grow=1.0)
