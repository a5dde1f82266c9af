"""Tables: a header, rows, numbers at the right in tabular digits, hairlines between."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box, Part, Size, lengths
from game.ui.toolkit.labels import Label
from game.ui.toolkit.text import Side
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Placed, Widget

_WIDEST: Final = 2.2


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its title, and whether it takes what is left of the width."""

    title: Wording
    side: Side = "right"
    grow: float = 0.0


@dataclass(frozen=True, slots=True)
class Table(Widget):
    """Rows of words, figures (as ready text) or widgets under the titles of their columns.

    Attributes:
        rows: one cell for each column.
        strong: the places of rows that are set in bold: sums.
        row_height: design units.

    """

    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[Wording | Widget]] = field(compare=False)
    strong: Sequence[int] = ()
    row_height: float = 36
    gap: float = 16

    steady = False

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return [cell for row in self._cells(ui) for cell in row]

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.row_height, self.gap, *(column.grow for column in self.columns))

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the natural widths beside each other and all rows."""
        cells = self._cells(ui)
        wide = sum(part.base for part in self._parts(ui, cells)) + self._gaps(ui)
        return Size(min(room, wide), sum(self._heights(ui, cells, min(room, wide))))

    def least(self, ui: Ui) -> int:
        """Return the least widths beside each other."""
        return sum(part.least for part in self._parts(ui, self._cells(ui))) + self._gaps(ui)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return the height of all rows at a width."""
        return sum(self._heights(ui, self._cells(ui), width))

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Place the cells, each in the middle of its row's height."""
        cells = self._cells(ui)
        widths = self._widths(ui, cells, box.w)
        placed: list[Placed] = []
        y = box.y
        for row, height in zip(cells, self._heights(ui, cells, box.w), strict=True):
            x = box.x
            for cell, width in zip(row, widths, strict=True):
                tall = ui.measure(cell, width).h
                placed.append((cell, Box(x, y + (height - tall) // 2, width, tall)))
                x += width + ui.px(self.gap)
            if row is not cells[-1]:
                line = max(1, int(ui.metrics.scale))
                placed.append((_Line(row is cells[0]), Box(box.x, y + height - line, box.w, line)))
            y += height
        return placed

    def _cells(self, ui: Ui) -> list[list[Widget]]:
        kept = ui.made(self, self._grid)
        assert isinstance(kept, _Cells)
        return kept.rows

    def _grid(self) -> "_Cells":
        head: list[Widget] = [
            Label(column.title, size=12, weight=500, role="muted", side=column.side)
            for column in self.columns
        ]
        body = [
            [
                self._cell(cell, column, number in self.strong)
                for cell, column in zip(row, self.columns, strict=True)
            ]
            for number, row in enumerate(self.rows)
        ]
        return _Cells([head, *body])

    def _cell(self, cell: Wording | Widget, column: TableColumn, strong: bool) -> Widget:
        if isinstance(cell, Widget):
            return cell
        return Label(cell, weight=600 if strong else 400, side=column.side)

    def _parts(self, ui: Ui, cells: list[list[Widget]]) -> list[Part]:
        return [
            Part(
                max(ui.natural(row[at]) for row in cells),
                max(ui.least(row[at]) for row in cells),
                column.grow,
            )
            for at, column in enumerate(self.columns)
        ]

    def _widths(self, ui: Ui, cells: list[list[Widget]], width: int) -> list[int]:
        parts = self._parts(ui, cells)
        return lengths(width, _breathing(parts, width - self._gaps(ui)), ui.px(self.gap))

    def _heights(self, ui: Ui, cells: list[list[Widget]], width: int) -> list[int]:
        widths = self._widths(ui, cells, width)
        pad = ui.px(8)
        heights = []
        for number, row in enumerate(cells):
            tall = max(ui.measure(cell, w).h for cell, w in zip(row, widths, strict=True))
            heights.append(max(ui.px(self.row_height if number else 28), tall + pad))
        return heights

    def _gaps(self, ui: Ui) -> int:
        return ui.px(self.gap) * max(0, len(self.columns) - 1)


def _breathing(parts: list[Part], room: int) -> list[Part]:
    """Return columns that share spare width, so that figures do not crowd at one side.

    Columns that do not grow come to one width first, as that is how figures are compared; then all
    take the same of what is left, up to ``_WIDEST`` times their own.
    """
    steady = [part for part in parts if not part.grow]
    spare = room - sum(max(part.base, part.least) for part in parts)
    if not steady or len(steady) == len(parts) or spare <= 0:
        return parts
    widest = max(part.base for part in steady)
    lifts = [widest - part.base for part in steady]
    lift = min(1.0, spare / max(1, sum(lifts)))
    more = max(0, spare - sum(lifts)) // len(parts)
    more = min(more, int(widest * (_WIDEST - 1)))
    return [
        part if part.grow else Part(part.base + int((widest - part.base) * lift) + more, part.least)
        for part in parts
    ]


@dataclass(frozen=True, slots=True)
class _Cells(Widget):
    """The widgets of a table's cells, row by row."""

    rows: list[list[Widget]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Line(Widget):
    strong: bool

    margin = 0.0

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        canvas.fill(box, "control" if self.strong else "hairline")
