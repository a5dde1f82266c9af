"""Report tables as widgets: the columns that have room, hidden cells as such."""

from collections.abc import Sequence

from game.report.exact import said_exactly
from game.report.figures import Shown
from game.report.language import Language
from game.report.tables import Cell, Column
from game.report.tables import Table as ReportTable
from game.ui.toolkit import Icon, Row, Spacer, Table, TableColumn, Widget
from game.ui.toolkit.assets import Wording
from game.words import Sentence, sentence


def table_of(
    table: ReportTable,
    language: Language,
    *,
    only: Sequence[str] = (),
    short: bool = False,
    exact: bool = False,
    row_height: float = 36,
    gap: float = 16,
) -> Widget:
    """Return a report's table.

    Args:
        table: the report.
        language: says the cells.
        only: keys of the columns that are shown; all where left out.
        short: whether money has three figures.
        exact: whether shares and hours keep a decimal.
        row_height: design units.
        gap: design units between columns.

    """
    places = [at for at, each in enumerate(table.columns) if not only or each.key in only]
    columns = [
        TableColumn(
            table.columns[at].heading,
            "left" if table.columns[at].is_text else "right",
            grow=1.0 if at == 0 else 0.0,
        )
        for at in places
    ]
    rows = [
        [
            _cell(
                row[at],
                table.columns[at],
                _exactly(row[at], said[at], language) if exact else said[at],
            )
            for at in places
        ]
        for row, said in zip(table.rows, table.said(language, short=short), strict=True)
    ]
    return Table(columns, rows, row_height=row_height, gap=gap)


def turned_table_of(table: ReportTable, language: Language, *, row_height: float = 34) -> Widget:
    """Return a report's table turned around: its first column becomes the heads."""
    heads = [row[0] for row in table.rows]
    said = table.said(language)
    columns = [TableColumn("", "left", grow=1.0)]
    columns += [TableColumn(_wording(head, language), "right") for head in heads]
    rows: list[list[Wording | Widget]] = []
    for at, column in enumerate(table.columns[1:], start=1):
        cells = [
            _cell(row[at], column, text[at]) for row, text in zip(table.rows, said, strict=True)
        ]
        rows.append([column.heading, *cells])
    return Table(columns, rows, row_height=row_height)


def _wording(cell: Cell, language: Language) -> Wording:
    return cell if isinstance(cell, Sentence) else language.plain(0.0)


def _exactly(cell: Cell, said: str, language: Language) -> str:
    fine = isinstance(cell, Shown) and cell.kind in ("share", "hours")
    return said_exactly(cell, language) if isinstance(cell, Shown) and fine else said


def _cell(cell: Cell, column: Column, said: str) -> Wording | Widget:
    """Return a cell; a hidden figure is an eye that is shut, with the reason as its tooltip."""
    if isinstance(cell, Shown) and cell.hidden:
        eye = Icon("eye-off", 16, name=sentence("hidden"), tooltip=cell.note or "", key="")
        return Row([Spacer(), eye]) if not column.is_text else eye
    return said
