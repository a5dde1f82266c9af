"""Tables on the console: plain where colours are unwanted, narrow where the window is."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPED_WIDTH = 120
"""Columns of a table that goes into a file or another program."""


def new_console() -> Console:
    """Return a console on standard output; author's words are never read as markup."""
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False)


def table_of(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1, total: bool = False
) -> Table:
    """Return a table.

    Args:
        heads: of the columns.
        rows: of cells, as many as there are heads.
        left: so many columns hold words; the others are numbers and stand to the right.
        total: whether the last row is a sum.

    """
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for place, head in enumerate(heads):
        table.add_column(Text(head), justify="left" if place < left else "right")
    for number, row in enumerate(rows, start=1):
        last = number == len(rows)
        table.add_row(
            *(Text(cell) for cell in row),
            style="bold" if total and last else None,
            end_section=total and number == len(rows) - 1,
        )
    return table
