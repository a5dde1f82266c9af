"""The tables of a debrief: what decisions were worth, in this game and in other worlds."""

from typing import Final

from game.report.score_parts import GroupParts, LuckAndSkill
from game.report.tables import Cell, Column, Table
from game.report.worth import WorthReport, WorthRow
from game.words import Sentence, sentence


def worth_tables(report: WorthReport) -> tuple[Table, ...]:
    """Return every table of a debrief that has rows, in the order in which they are read."""
    tables = (
        worth_table(sentence("What each line was worth"), _LINE, report.levers),
        worth_table(sentence("What each line's money earned at all"), _LINE, report.levers_unspent),
        worth_table(sentence("What each group was worth"), _GROUP, report.groups),
        worth_table(
            sentence("What each group's money earned at all"), _GROUP, report.groups_unspent
        ),
        parts_table(report.parts),
        worth_table(sentence("What each turn's money earned"), _TURN, report.spent),
        worth_table(
            sentence("Each turn's plan against the one before, once more"), _TURN, report.renewed
        ),
        answers_table(report.answers),
        luck_table(report.luck),
    )
    return tuple(table for table in tables if table.rows)


_LINE: Final = sentence("Line")
_GROUP: Final = sentence("Group")
_TURN: Final = sentence("Turn")


def worth_table(title: Sentence, heading: Sentence, rows: tuple[WorthRow, ...]) -> Table:
    """Return decisions as a table: exact, and in other worlds."""
    return Table(
        title=title,
        columns=(
            Column(key="name", heading=heading, kind="text"),
            Column(key="points", heading=sentence("Points"), kind="points"),
            Column(key="points_mean", heading=sentence("Other worlds"), kind="points"),
            Column(key="points_low", heading=sentence("From"), kind="points"),
            Column(key="points_high", heading=sentence("To"), kind="points"),
            Column(key="bookings", heading=sentence("Bookings"), kind="money"),
            Column(key="bookings_mean", heading=sentence("Other worlds"), kind="money"),
        ),
        rows=tuple(
            (row.name, row.score, row.mean, row.low, row.high, row.bookings, row.bookings_mean)
            for row in rows
        ),
    )


def answers_table(rows: tuple[WorthRow, ...]) -> Table:
    """Return what was answered against every other answer as a table."""
    return Table(
        title=sentence("Your answers against the others"),
        columns=(
            Column(key="event", heading=sentence("Event"), kind="text"),
            Column(key="instead", heading=sentence("Instead of"), kind="text"),
            Column(key="points", heading=sentence("Points"), kind="points"),
            Column(key="points_mean", heading=sentence("Other worlds"), kind="points"),
            Column(key="bookings", heading=sentence("Bookings"), kind="money"),
        ),
        rows=tuple((row.event, row.name, row.score, row.mean, row.bookings) for row in rows),
    )


def parts_table(parts: GroupParts) -> Table:
    """Return the score divided among groups as a table; its points add up to the last row."""
    rows: list[tuple[Cell, ...]] = [(sentence("Without any money"), parts.nothing, None)]
    rows += [(part.name, part.score, part.bookings) for part in parts.parts]
    return Table(
        title=sentence("What brought the score"),
        columns=(
            Column(key="group", heading=_GROUP, kind="text"),
            Column(key="points", heading=sentence("Points"), kind="points"),
            Column(key="bookings", heading=sentence("Bookings"), kind="money"),
        ),
        rows=(*rows, (sentence("As played"), parts.played, None)),
    )


def luck_table(luck: LuckAndSkill) -> Table:
    """Return the score divided into skill and luck as a table that adds up."""
    return Table(
        title=sentence("Luck and skill"),
        columns=(
            Column(key="part", heading=sentence("Part"), kind="text"),
            Column(key="points", heading=sentence("Points"), kind="points"),
        ),
        rows=(
            (sentence("Even split of the money"), luck.steady),
            (sentence("Your decisions"), luck.skill),
            (sentence("Luck"), luck.luck),
            (sentence("As played"), luck.played),
        ),
    )
