"""The table of money by turn: what came in, what went out and to whom."""

from typing import Final

from game.market import GROUPS
from game.market.levers import group_slice
from game.report.figures import Curtain
from game.report.names import group_name, measure_name, turn_name
from game.report.tables import Cell, Column, Table
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import sentence

MONEY: Final = ("bookings", "revenue", "spend", "contribution", "cash", "cac")
"""The measures of money, one a column."""


def money_table(rules: Rules, view: PlayerView) -> Table:
    """Return one row a turn: what came in, what went out and to whom."""
    curtain = Curtain(rules, view)
    columns = [Column(key="turn", heading=sentence("Turn"), kind="text")]
    columns += [
        Column(key=key, heading=measure_name(key), kind=MEASURES[key].kind) for key in MONEY
    ]
    columns += [Column(key=key, heading=group_name(key), kind="money") for key in GROUPS]
    rows: list[tuple[Cell, ...]] = []
    for turn in view.history:
        figures = [curtain.measure(turn, key) for key in MONEY]
        spent = [
            None if turn.turn == 0 else sum(turn.plan.spend[group_slice(group)]) for group in GROUPS
        ]
        rows.append((turn_name(rules, turn.turn), *figures, *spent))
    return Table(title=sentence("Money"), columns=tuple(columns), rows=tuple(rows))
