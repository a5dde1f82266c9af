"""The pages about the market: what each segment did, and who holds how much of it."""

from functools import partial

from game.report.charts import Bar, BarData, Line, LineData, bar_chart, line_chart
from game.report.figures import Shown
from game.report.language import Language
from game.report.rivals import Rivals, rivals, rivals_table
from game.report.segments import CARES, cares_note, cares_table, segments_table
from game.report.tables import Table as ReportTable
from game.ui.playing import Playing
from game.ui.screens.frame import beside
from game.ui.screens.tables import table_of, turned_table_of
from game.ui.toolkit import Card, ChartView, Column, Notice, ScrollArea, Ui, Widget, caption
from game.words import Sentence, sentence


def segments_page(ui: Ui, playing: Playing, language: Language) -> Widget:
    """Return what each segment did in the last turn, as a table and as bars."""
    if len(playing.view.history) < 2:
        text = sentence("After the first turn you see here who answered, who bought and who left.")
        empty = Card(Notice("users", sentence("Nothing has happened yet"), text, grow=1), grow=1)
        stack = Column([_cares(playing, language), empty], gap=12)
        return ScrollArea(stack, key="segments", read=True, edge_pad=4, grow=1)
    table = segments_table(playing.rules, playing.view)
    figures = Card(
        turned_table_of(table, language, row_height=30),
        sentence("Last turn, group by group"),
        gap=4,
    )
    left = Column([figures, _cares(playing, language, grow=1)], gap=12, grow=1.6)
    bars = Column(
        [
            _bars(table, "leads", sentence("Leads"), language),
            _bars(table, "wins", sentence("Deals won"), language),
            _bars(table, "customers", sentence("Customers"), language),
        ],
        gap=12,
        grow=1,
    )
    return beside(ui, "segments", [left, bars])


def _cares(playing: Playing, language: Language, grow: float = 0) -> Widget | None:
    """Return what each segment cares for, in ranges; nothing where there is one message."""
    if len(playing.rules.messages) < 2:
        return None
    note = cares_note(playing.rules, playing.view)
    table = table_of(cares_table(playing.rules, playing.view), language, row_height=30)
    return Card(Column([caption(note), table], gap=8), CARES, gap=2, grow=grow)


def _bars(table: ReportTable, key: str, title: Sentence, language: Language) -> Widget:
    at = next(place for place, column in enumerate(table.columns) if column.key == key)
    cells = [(row[0], row[at]) for row in table.rows]
    secrets = [cell for _, cell in cells if isinstance(cell, Shown) and cell.hidden]
    if secrets and len(secrets) == len(cells):
        why = secrets[0].note or ""
        return Card(Notice("eye-off", sentence("Hidden"), why, grow=1), title, gap=8, grow=1)
    data = BarData(
        title=language.say(title),
        bars=tuple(
            Bar(
                label=_said(name, language),
                value=getattr(cell, "value", None),
                share=language.say(sentence("hidden")) if getattr(cell, "hidden", False) else "",
            )
            for name, cell in cells
        ),
    )
    chart = ChartView(
        partial(bar_chart, data, fmt=language.people),
        data,
        34 * len(cells),
        key=f"chart.segments.{key}",
        name=title,
        grow=1,
    )
    return Card(chart, title, gap=8, grow=1)


def _said(name: object, language: Language) -> str:
    return language.say(name) if isinstance(name, Sentence) else str(name)


def rivals_page(ui: Ui, playing: Playing, language: Language) -> Widget:
    """Return the market shares of all firms, over time and in figures."""
    report = rivals(playing.rules, playing.view, language)
    chart = Card(
        Column([caption(report.headline), _shares(report, language)], gap=12),
        sentence("Shares of all customers"),
        gap=4,
        grow=1.6,
    )
    figures = Card(
        table_of(rivals_table(report), language, exact=True, gap=12), sentence("In figures"), grow=1
    )
    return beside(ui, "rivals", [chart, figures])


def _shares(report: Rivals, language: Language) -> Widget:
    data = LineData(
        title=language.say(sentence("Market share")),
        labels=report.labels,
        lines=tuple(
            Line(label=language.say(line.name), values=line.shares, series=place)
            for place, line in enumerate(report.lines)
        ),
        zero=True,
    )
    return ChartView(
        partial(line_chart, data, fmt=language.share),
        data,
        240,
        key="chart.rivals",
        name=sentence("Market share"),
        grow=1,
    )
