"""The table of segments: what each group of customers did in a turn."""

from collections.abc import Sequence
from typing import Final

from game.report.figures import Curtain, Shown, ratio
from game.report.names import lever_names, measure_name
from game.report.policies import can_research
from game.report.tables import Cell, Column, Table
from game.report.whole import whole_shown
from game.scenario.measures import Kind
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text, segment_name
from game.session import PlayerView, TurnView
from game.session.estimates import Estimate
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
        Column(key="churned", heading=measure_name("churned"), kind="people"),
    ]
    return Table(
        title=sentence("Segments"),
        columns=tuple(columns),
        rows=tuple(_segment_rows(rules, view, turn)),
    )


def _segment_rows(rules: Rules, view: PlayerView, turn: TurnView) -> list[tuple[Cell, ...]]:
    """Return a row a segment; people are whole ones, which add up to those of the firm."""
    curtain, places = Curtain(rules, view), range(len(rules.segments))

    def column(key: str, kind: Kind) -> tuple[Shown, ...]:
        cells = [curtain.segment(turn, key, place, kind) for place in places]
        return whole_shown(cells) if kind == "people" else tuple(cells)

    def exact(key: str, place: int) -> Shown:
        return curtain.segment(turn, key, place, "people")

    columns: list[Sequence[Cell]] = [
        [segment_name(rules, place) for place in places],
        turn.plan.focus,
        *[column(key, kind) for key, _, kind in SEGMENT_COLUMNS],
        [ratio(exact("wins", place), exact("closed", place)) for place in places],
        column("customers", "people"),
        column("churned", "people"),
    ]
    return list(zip(*columns, strict=True))


def cares_table(rules: Rules, view: PlayerView) -> Table:
    """Return how much each segment cares for each message, as far as research knows it."""
    messages = range(len(rules.messages))
    columns = [Column(key="segment", heading=sentence("Segment"), kind="text")]
    columns += [
        Column(key=rules.messages[at].key, heading=message_text(rules, at), kind="text")
        for at in messages
    ]
    rows = tuple(
        (segment_name(rules, place), *(_care(row[at]) for at in messages))
        for place, row in enumerate(view.cares)
    )
    return Table(title=CARES, columns=tuple(columns), rows=rows)


def _care(estimate: Estimate) -> Sentence:
    low, high = estimate.low, estimate.high
    if round(100 * low) == round(100 * high):
        return sentence("{share:share}", share=estimate.middle)
    return sentence("{low:share} to {high:share}", low=low, high=high)


CARES: Final = sentence("What they care for")


def cares_note(rules: Rules, view: PlayerView) -> Sentence:
    """Say how sure the table of what segments care for is, and what would make it surer."""
    if not can_research(view):
        return sentence("as far as is known")
    research = lever_names(rules)["market_research"]
    return sentence("as far as is known; {lever} narrows it", lever=research)
