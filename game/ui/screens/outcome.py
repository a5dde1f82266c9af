"""Pieces of the results: what changed, the prediction against the outcome, all figures."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from game.report.changes import MeasureRow
from game.report.charts import RangeData, RangeRow, range_dot
from game.report.exact import moved_exactly, said_exactly
from game.report.figures import Shown
from game.report.language import Language
from game.report.number_style import as_counted
from game.report.results import Prediction, leaks_table, sources_table
from game.report.results import Results as ResultsReport
from game.report.tables import Table as ReportTable
from game.ui.screens.overview import move
from game.ui.screens.tables import table_of
from game.ui.toolkit import (
    Card,
    Change,
    ChartView,
    Column,
    Grid,
    Icon,
    Label,
    Paragraph,
    Row,
    ScrollArea,
    Spacer,
    Table,
    TableColumn,
    Trend,
    Widget,
)
from game.ui.toolkit.assets import Wording
from game.ui.toolkit.panel import Direction
from game.words import Sentence, counted, sentence

MAIN: Final = (
    "bookings",
    "wins",
    "leads",
    "leakage",
    "response_hours",
    "win_rate",
    "satisfaction",
    "cash",
)
"""The measures whose changes are seen at once, in pairs."""


_BEYOND: Final = 0.2
"""Deals by which a band is drawn beyond its ends."""


def changes_card(report: ResultsReport, language: Language, grow: float = 2.6) -> Widget:
    """Return how the main measures moved since the turn before."""
    rows = {row.key: row for row in report.rows}
    title = (
        sentence("Since {turn}", turn=report.against)
        if report.against is not None
        else sentence("The first figures")
    )
    compared = report.against is not None
    lines = [_change_row(rows[key], language, compared=compared) for key in MAIN]
    return Card(Grid(lines, columns=2, gap=6, least_column=230), title, pad=16, gap=8, grow=grow)


def _change_row(row: MeasureRow, language: Language, *, compared: bool) -> Widget:
    value: Widget = Label(row.now.said(language, short=True), weight=600, side="right")
    if row.now.hidden:
        value = Icon("eye-off", 16, name=sentence("hidden"), tooltip=row.now.note or "")
    return Row(
        [
            Icon(row.icon, 16),
            Label(row.name, shorten=True, grow=1, tooltip=row.description),
            value,
            Row([_moved(row, language)], width=70) if compared else Spacer(width=24, grow=0),
        ],
        gap=8,
        height=28,
    )


def _moved(row: MeasureRow, language: Language) -> Widget:
    changed = move(row.change, language)
    return Trend(changed) if changed is not None else Spacer()


def prediction_card(prediction: Prediction, language: Language, *, fixed: bool) -> Widget:
    """Return what was said before beside what came.

    Args:
        prediction: of the turn.
        language: says the numbers.
        fixed: whether the card has a place of its own height, so that what is longer scrolls in it.

    """
    reason = language.say(prediction.because)
    content: list[Widget | None] = [Label(prediction.note, weight=600)]
    if prediction.foreseen is not None:
        content.append(Label(prediction.foreseen, size=12, role="muted"))
    if prediction.said is not None or prediction.low is not None:
        content.append(_range(prediction, language))
    if prediction.surprise is not None:
        content.append(Label(prediction.surprise, size=12, role="muted"))
    if reason:
        quoted = sentence("You thought: “{reason}”", reason=reason)
        content.append(Paragraph(quoted, size=12, role="muted"))
    return said_card(sentence("Prediction"), Column(content, gap=4), fixed=fixed)


def said_card(title: Sentence, content: Widget, *, fixed: bool) -> Widget:
    """Return a card about what was said before; it scrolls only where its height is given."""
    if not fixed:
        return Card(content, title, pad=16, gap=6)
    body = ScrollArea(content, key="prediction", edge_pad=2, grow=1)
    return Card(Column([body]), title, pad=16, gap=6, grow=1)


def _range(prediction: Prediction, language: Language) -> Widget:
    # What reads the same stands in the same place, as one mark, and the band reaches a little
    # beyond its ends: it may be as narrow as what is written alike.
    said = None if prediction.said is None else as_counted(prediction.said)
    won = as_counted(prediction.won)
    low, high = prediction.low, prediction.high
    same = said == won
    said_text = sentence("you said {deals:people}", deals=said or 0.0)
    both = sentence("{deals:people} won, as you said", deals=won)
    outcome = sentence("{deals:people} won", deals=won)
    data = RangeData(
        title=language.say(sentence("Prediction")),
        rows=(
            RangeRow(
                low=None if low is None else max(as_counted(low) - _BEYOND, 0.0),
                high=None if high is None else as_counted(high) + _BEYOND,
                prediction=None if same else said,
                outcome=won,
                prediction_text=language.say(said_text),
                outcome_text=language.say(both if same else outcome),
            ),
        ),
    )
    return ChartView(
        partial(range_dot, data, fmt=language.people),
        data,
        56 if same else 76,
        key="chart.prediction",
        name=sentence("Prediction and outcome"),
    )


_AT_HANDOFF: Final = "response_hours"
"""The first measure that tells of the handoff and what comes after it."""


def figures_cards(report: ResultsReport, language: Language) -> list[Widget]:
    """Return all measures, before and now, with their changes: up to the handoff, and from it."""
    place = next(at for at, row in enumerate(report.rows) if row.key == _AT_HANDOFF)
    return [
        Card(_figures_table(report.rows[:place], language), sentence("Money and market"), grow=1),
        Card(
            _figures_table(report.rows[place:], language),
            sentence("Handoff, sales and customers"),
            grow=1,
        ),
    ]


def _figures_table(measures: tuple[MeasureRow, ...], language: Language) -> Widget:
    columns = [
        TableColumn(sentence("Measure"), "left", grow=1.0),
        TableColumn(sentence("Before")),
        TableColumn(sentence("Now")),
        TableColumn(sentence("Change")),
    ]
    rows: list[list[Wording | Widget]] = [
        [
            Label(row.name, shorten=True, tooltip=row.description),
            _figure(row, said_exactly(row.before, language), hidden=row.before.hidden),
            _figure(row, said_exactly(row.now, language), hidden=row.now.hidden),
            Row([Spacer(), moved_mark(row.key, row.before, row.now, language)]),
        ]
        for row in measures
    ]
    return Table(columns, rows, row_height=32)


def people_cards(report: ResultsReport, language: Language) -> list[Widget]:
    """Return where people came from and where they were lost; reasons that took nobody are none."""
    lost = tuple(leak for leak in report.leaks if leak.count.hidden or leak.count.value)
    led = _in_all(row.leads for row in report.sources)
    fell = _in_all(leak.count for leak in lost)
    return [
        _people_card(
            sources_table(report.sources), counted("{count} lead", "{count} leads", led), language
        ),
        _people_card(
            leaks_table(lost), counted("{count} person", "{count} people", fell), language
        ),
    ]


def _people_card(table: ReportTable, in_all: Sentence, language: Language) -> Widget:
    rows = table_of(table, language, row_height=30, gap=12)
    return Card(rows, table.title, aside=Label(in_all) if in_all.count else None, grow=1)


def _in_all(parts: Iterable[Shown]) -> float:
    """Return how many people there are in all; 0 where not all of them are seen."""
    counts = [part.value for part in parts]
    return sum(each or 0.0 for each in counts) if None not in counts else 0.0


def moved_mark(key: str, before: Shown, now: Shown, language: Language) -> Widget:
    """Return how a figure of a table moved as arrow, sign and colour; nothing if not known."""
    moved = moved_exactly(key, before, now, language)
    if moved is None:
        return Spacer()
    way: Direction = "level" if moved.value == 0 else ("up" if moved.value > 0 else "down")
    return Trend(Change(moved.said, way, None if moved.good == 0 else moved.good > 0))


def _figure(row: MeasureRow, said: str, *, hidden: bool) -> Wording | Widget:
    if not hidden:
        return said
    eye = Icon("eye-off", 16, name=sentence("hidden"), tooltip=row.now.note or "")
    return Row([Spacer(), eye])
