"""The desk's tabs and the pages behind them."""

from typing import Final

from game.ui.foresight import Foresight
from game.ui.playing import Playing
from game.ui.screens.frame import Doors
from game.ui.screens.ledger import journal_page, money_page
from game.ui.screens.market import rivals_page, segments_page
from game.ui.screens.team import GOALS, team_page
from game.ui.screens.trends import FIRST_MEASURE, Looking, trends_page
from game.ui.toolkit import Inset, Option, Ui, Widget
from game.words import sentence

DESK_TABS: Final = (
    Option("plan", sentence("Plan"), tooltip=sentence("Make the plan of this turn")),
    Option("trends", sentence("Trends"), tooltip=sentence("Any figure over all turns")),
    Option("segments", sentence("Segments"), tooltip=sentence("What each group of customers did")),
    Option("rivals", sentence("Rivals"), tooltip=sentence("Who holds how much of the market")),
    Option("team", sentence("Team"), tooltip=sentence("How marketing and sales work together")),
    Option("money", sentence("Money"), tooltip=sentence("What came in and what went out")),
    Option("journal", sentence("Journal"), tooltip=sentence("What was decided, and why")),
)


class TabPages:
    """The pages of one game; it keeps which measure is looked at."""

    def __init__(self, playing: Playing, house: Doors, foresight: Foresight) -> None:
        self.playing = playing
        self.house = house
        self.foresight = foresight
        self._measure = FIRST_MEASURE

    def page(self, ui: Ui, tab: str) -> Widget:
        """Return the page of a tab other than the plan."""
        playing, language = self.playing, self.house.language
        if tab == "trends":
            ahead = self.foresight.card(self._measure, language)
            looking = Looking(self._measure, ahead, self._look_at)
            page = trends_page(ui, playing, language, looking)
        elif tab == "team":
            page = team_page(ui, playing, language, self.foresight.card(GOALS, language))
        else:
            page = _PAGES[tab](ui, playing, language)
        return Inset(page, 16, 8, grow=1)

    def turn_to(self, tab: str) -> None:
        """Let what a tab shows be foreseen as well."""
        self.foresight.look_at({"trends": self._measure, "team": GOALS}.get(tab, ""))

    def _look_at(self, measure: str) -> None:
        self._measure = measure
        self.foresight.look_at(measure)


_PAGES: Final = {
    "segments": segments_page,
    "rivals": rivals_page,
    "money": money_page,
    "journal": journal_page,
}
