"""Credits: whose work this is, and under which licences."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from game.report.credits import PACKAGES, SHIPPED, Credit
from game.ui.screens.parts import header, page
from game.ui.toolkit import (
    BACK,
    Card,
    Centre,
    Column,
    Inset,
    Label,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Ui,
    Widget,
    caption,
)
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House

_NARROW = 560
"""Design units of width under which a licence stands under the name."""


class Credits(Screen):
    """Everything that others made, with its licence."""

    title = sentence("Credits and licences")

    def __init__(self, house: "House") -> None:
        self._house = house

    def view(self, ui: Ui) -> Widget:
        """Put what is shipped above what it runs on."""
        narrow = ui.metrics.units.w < _NARROW
        folder = str(self._house.places.assets)
        where = sentence("The full texts of these licences lie in {folder}.", folder=folder)
        body = Column(
            [
                _card(sentence("In the game"), "gem", SHIPPED, caption(where), narrow=narrow),
                _card(sentence("What it runs on"), "store", PACKAGES, None, narrow=narrow),
            ],
            gap=16,
            grow=1,
        )
        inset = Inset(Centre(body, limit=780, across="x"), x=24, y=20)
        area = ScrollArea(inset, key="credits", read=True, grow=1)
        return page(header(self.title, self._back), area)

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back}

    def _back(self) -> None:
        self._house.navigator.pop()


def _card(
    name: Sentence, icon: str, rows: Sequence[Credit], foot: Widget | None, *, narrow: bool
) -> Widget:
    lines = [_line(row, narrow=narrow) for row in rows]
    return Card(Column([*lines, foot], gap=10), name, icon)


def _line(row: Credit, *, narrow: bool) -> Widget:
    words = Column([Label(row.name, weight=500), caption(row.by)], gap=0, grow=1)
    licence = Label(row.licence, role="muted", side="left" if narrow else "right")
    if narrow:
        return Column([words, licence], gap=0)
    return Row([words, licence], gap=16)
