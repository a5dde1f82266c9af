"""Good habits: what is worth doing in every game, and in how many of them it was done."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.report.habits import HabitRow, habit_rows
from game.ui.screens.parts import header, page
from game.ui.toolkit import (
    BACK,
    Centre,
    Column,
    Divider,
    Icon,
    Inset,
    Label,
    Panel,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Ui,
    Widget,
    caption,
)
from game.words import sentence

if TYPE_CHECKING:
    from game.ui.house import House


class Habits(Screen):
    """How somebody works, whatever came of it."""

    title = sentence("Good habits")

    def __init__(self, house: "House") -> None:
        self._house = house
        self._rows = habit_rows(house.habits())

    def view(self, ui: Ui) -> Widget:
        """List them; what was not shown yet is pale."""
        rows: list[Widget | None] = []
        for row in self._rows:
            rows += [Divider(), _row(row)] if rows else [_row(row)]
        about = sentence("How you work, whatever comes of it. There are no points for it.")
        body = Column([Paragraph(about, role="muted"), Panel(Column(rows, gap=12))], gap=16, grow=1)
        inset = Inset(Centre(body, limit=780, across="x"), x=24, y=20)
        area = ScrollArea(inset, key="habits", read=True, grow=1)
        return page(header(self.title, self._back), area)

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back}

    def _back(self) -> None:
        self._house.navigator.pop()


def _row(row: HabitRow) -> Widget:
    ink = "accent" if row.times else "muted"
    words = Column([Label(row.name, weight=600), caption(row.how)], gap=0, grow=1)
    times = Label(row.said, weight=600 if row.times else 400, role=ink, side="right")
    return Row([Icon(row.icon, 20, ink), words, times], gap=16)
