"""The table of segments: what each group of customers did in a turn."""

from typing import Final

from game.report.figures import Curtain, ratio
from game.report.names import measure_name
from game.report.tables import Cell, Column, Table
from game.scenario.measures import Kind
from game.scenario.rules import Rules
from game.scenario.usual_words import segment_name
from game.session import PlayerView, TurnView
from game.words import Sentence, sentence

SEGMENT_COLUMNS: Final[tuple[tuple[str, Sentence, Kind], ...]] = (
    ("awareness", sentence("Aware"), "share"),
    ("leads", sentence("Leads"), "people"),
    ("mqls", sentence("Qualified (MQL)"), "people"),
    ("lost_at_handoff", sentence("Lost at handoff"), "people"),
    ("sqls", sentence("Accepted (SQL)"), "people"),
    ("opportunities", sentence("Opportunities"), "people"),
    ("wins", sentence("Won"), "people"),
)
"""What is shown for each segment, before win rate, customers and those who left."""


def segments_table(rules: Rules, view: PlayerView, turn: TurnView | None = None) -> Table:
    """Return one row a segment for a turn, the last one where none is given."""
    turn = view.now if turn is None else turn
    columns = [Column(key="segment", heading=sentence("Segment"), kind="text")]
    columns.append(Column(key="focus", heading=sentence("Focus"), kind="share"))
    columns += [Column(key=key, heading=name, kind=kind) for key, name, kind in SEGMENT_COLUMNS]
    columns += [
        Column(key="win_rate", heading=measure_name("win_rate"), kind="share"),
        Column(key="customers", heading=measure_name("customers"), kind="people"),
        Column(key="churned", heading=sentence("Left"), kind="people"),
    ]
    return Table(
        title=sentence("Segments"),
        columns=tuple(columns),
        rows=tuple(_segment_row(rules, view, turn, place) for place in range(len(rules.segments))),
    )


def _segment_row(rules: Rules, view: PlayerView, turn: TurnView, place: int) -> tuple[Cell, ...]:
    curtain = Curtain(rules, view)
    cells: list[Cell] = [segment_name(rules, place), turn.plan.focus[place]]
    for key, _, kind in SEGMENT_COLUMNS:
        cells.append(curtain.segment(turn, key, place, kind))
    wins = curtain.segment(turn, "wins", place, "people")
    closed = curtain.segment(turn, "closed", place, "people")
    cells.append(ratio(wins, closed))
    cells.append(curtain.segment(turn, "customers", place, "people"))
    cells.append(curtain.segment(turn, "churned", place, "people"))
    return tuple(cells)
