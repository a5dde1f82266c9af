"""Pieces of the results: what changed, the prediction against the outcome, all figures."""

from functools import partial
from typing import Final

from game.report.changes import MeasureRow
from game.report.charts import RangeData, RangeRow, range_dot
from game.report.language import Language
from game.report.results import Prediction
from game.report.results import Results as ResultsReport
from game.ui.screens.overview import move
from game.ui.toolkit import (
    Card,
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
from game.words import sentence

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


def changes_card(report: ResultsReport, language: Language, grow: float = 2.6) -> Widget:
    """Return how the main measures moved since the turn before."""
    rows = {row.key: row for row in report.rows}
    title = (
        sentence("Since {turn}", turn=report.against)
        if report.against is not None
        else sentence("The first figures")
    )
    lines = [_change_row(rows[key], language) for key in MAIN]
    return Card(Grid(lines, columns=2, gap=6, least_column=230), title, pad=16, gap=8, grow=grow)


def _change_row(row: MeasureRow, language: Language) -> Widget:
    value: Widget = Label(row.now.said(language, short=True), weight=600, side="right")
    if row.now.hidden:
        value = Icon("eye-off", 16, name=sentence("hidden"), tooltip=row.now.note or "")
    return Row(
        [
            Icon(row.icon, 16),
            Label(row.name, shorten=True, grow=1, tooltip=row.description),
            value,
            Row([_moved(row, language)], width=70),
        ],
        gap=8,
        height=28,
    )


def _moved(row: MeasureRow, language: Language) -> Widget:
    changed = move(row.change, language)
    return Trend(changed) if changed is not None else Spacer()


def prediction_card(prediction: Prediction, language: Language, grow: float = 1.0) -> Widget:
    """Return what was said before beside what came."""
    reason = language.say(prediction.because)
    content: list[Widget | None] = [Label(prediction.note, weight=600)]
    if prediction.said is not None:
        content.append(_range(prediction, language))
    if reason:
        quoted = sentence("You thought: “{reason}”", reason=reason)
        content.append(Paragraph(quoted, size=12, role="muted"))
    body = ScrollArea(Column(content, gap=8), key="prediction", edge_pad=2, grow=1)
    return Card(Column([body]), sentence("Prediction"), pad=16, gap=6, grow=grow)


def _range(prediction: Prediction, language: Language) -> Widget:
    # Deals are whole: what reads the same stands in the same place, as one mark.
    said, won = float(round(prediction.said or 0.0)), float(round(prediction.won))
    same = said == won
    said_text = sentence("you said {deals:number}", deals=said)
    both = sentence("{deals:number} won, as you said", deals=won)
    outcome = sentence("{deals:number} won", deals=won)
    data = RangeData(
        title=language.say(sentence("Prediction")),
        rows=(
            RangeRow(
                low=prediction.low,
                high=prediction.high,
                prediction=None if same else said,
                outcome=won,
                prediction_text=language.say(said_text),
                outcome_text=language.say(both if same else outcome),
            ),
        ),
        whole=True,
    )
    return ChartView(
        partial(range_dot, data, fmt=language.people),
        data,
        56 if same else 76,
        key="chart.prediction",
        name=sentence("Prediction and outcome"),
    )


def figures_table(report: ResultsReport, language: Language) -> Widget:
    """Return all measures, before and now, with their changes."""
    columns = [
        TableColumn(sentence("Measure"), "left", grow=1.0),
        TableColumn(sentence("Before")),
        TableColumn(sentence("Now")),
        TableColumn(sentence("Change")),
    ]
    rows: list[list[Wording | Widget]] = [
        [
            Label(row.name, tooltip=row.description),
            _figure(row, row.before.said(language), hidden=row.before.hidden),
            _figure(row, row.now.said(language), hidden=row.now.hidden),
            Row([Spacer(), _moved(row, language)]),
        ]
        for row in report.rows
    ]
    return Table(columns, rows, row_height=32)


def _figure(row: MeasureRow, said: str, *, hidden: bool) -> Wording | Widget:
    if not hidden:
        return said
    eye = Icon("eye-off", 16, name=sentence("hidden"), tooltip=row.now.note or "")
    return Row([Spacer(), eye])
