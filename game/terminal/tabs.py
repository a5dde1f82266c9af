"""More about the firm, each behind one word: trends, segments, rivals, money, journal."""

from collections.abc import Callable, Mapping
from typing import Final

from game.report.journal import journal, journal_table
from game.report.money import money_table
from game.report.rivals import rivals, rivals_table
from game.report.segments import segments_table
from game.report.tables import Table
from game.report.trends import trend_table
from game.scenario.rules import Rules
from game.session import PlayerView
from game.terminal.console import Console

TRENDS: Final = ("leads", "mqls", "leakage", "win_rate", "wins", "bookings")
"""The measures whose course is printed: one line a turn must hold them in eighty columns."""


def print_tab(console: Console, key: str, rules: Rules, view: PlayerView) -> None:
    """Print one of ``TABS``."""
    console.table(TABS[key](console, rules, view))


TABS: Final[Mapping[str, Callable[[Console, Rules, PlayerView], Table]]] = {
    "trends": lambda console, rules, view: trend_table(rules, view, TRENDS),
    "segments": lambda console, rules, view: segments_table(rules, view),
    "rivals": lambda console, rules, view: rivals_table(rivals(rules, view, console.language)),
    "money": lambda console, rules, view: money_table(rules, view, console.language),
    "journal": lambda console, rules, view: journal_table(journal(rules, view, console.language)),
}
"""What can be looked up at the desk."""
