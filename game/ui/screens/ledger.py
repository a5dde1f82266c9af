"""The pages that are read back: money by turn, and the journal of what was decided and why."""

from functools import partial
from typing import Final

from game.market import GROUPS
from game.market.levers import group_slice
from game.report.advice import Advice
from game.report.charts import Part, StackData, stacked_bar_chart
from game.report.journal import Entry, journal
from game.report.language import Language
from game.report.money import money_table, purse_table, to_spend_note
from game.report.names import group_name, turn_label
from game.report.theme import GROUP_SERIES
from game.ui.playing import Playing
from game.ui.screens.frame import is_wide
from game.ui.screens.tables import table_of
from game.ui.toolkit import (
    Card,
    ChartView,
    Column,
    Grid,
    Icon,
    Label,
    Notice,
    Panel,
    Paragraph,
    Row,
    ScrollArea,
    Ui,
    Widget,
    caption,
    heading,
)
from game.words import Sentence, counted, sentence

_FEW: Final = ("turn", "bookings", "spend", "contribution", "cash")
"""The columns of money that have room in a narrow window."""

_MOST_MOVES: Final = 6


def money_page(ui: Ui, playing: Playing, language: Language) -> Widget:
    """Return what was spent on whom, turn by turn, and the table of money."""
    wide = is_wide(ui)
    rules, view = playing.rules, playing.view
    table = money_table(rules, view, language)
    purse = purse_table(rules, view, language)
    figures = Card(
        table_of(table, language, only=() if wide else _FEW, short=not wide, row_height=30, gap=12),
        sentence("Money by turn"),
    )
    # With all digits, so that who adds the lines up finds the last one.
    note = None if view.over else Paragraph(to_spend_note(rules, view), role="muted")
    lines = table_of(purse, language, row_height=30, gap=12) if purse.rows else None
    own = Card(Column([lines, note], gap=8), purse.title, grow=1.2)
    pair: list[Widget] = [own, _spending(playing, language)]
    if wide:
        pair = [Row(pair, gap=12, align="stretch")]
    content = Column([*pair, figures], gap=12)
    return ScrollArea(content, key="money", read=True, edge_pad=4, grow=1)


def _spending(playing: Playing, language: Language) -> Widget:
    played = playing.view.history[1:]
    title = sentence("What was spent")
    if not played:
        text = sentence("After the first turn you see here how the money was divided.")
        return Card(Notice("coins", sentence("Nothing spent yet"), text, grow=1), title, grow=1)
    spent = [[sum(turn.plan.spend[group_slice(group)]) for turn in played] for group in GROUPS]
    data = StackData(
        title=language.say(title),
        labels=tuple(turn_label(playing.rules, turn.turn, language) for turn in played),
        parts=tuple(
            Part(
                label=language.say(group_name(group)),
                values=tuple(spent[place]),
                series=GROUP_SERIES[group],
            )
            for place, group in enumerate(GROUPS)
        ),
    )
    chart = ChartView(
        partial(stacked_bar_chart, data, fmt=language.short),
        data,
        190,
        key="chart.money",
        name=title,
        grow=1,
    )
    return Card(chart, title, gap=8, grow=1)


def journal_page(_: Ui, playing: Playing, language: Language) -> Widget:
    """Return what was decided, expected and why; the last turn first."""
    entries = journal(playing.rules, playing.view, language)
    if not entries:
        text = sentence("Every plan, prediction and reason is written down here.")
        return Card(Notice("book-open", sentence("Nothing decided yet"), text), grow=1)
    cards = [_entry(entry, language) for entry in reversed(entries)]
    return ScrollArea(
        Grid(cards, columns=2, least_column=400), key="journal", read=True, edge_pad=4, grow=1
    )


def _entry(entry: Entry, language: Language) -> Widget:
    said, won = entry.prediction.said, entry.prediction.won
    outcome = (
        sentence("{won:people} won", won=won)
        if said is None
        else sentence("Predicted {said:people}, won {won:people}", said=said, won=won)
    )
    head = Row(
        [
            heading(entry.name),
            caption(sentence("{spend:money} spent", spend=entry.spend)),
            Label(outcome, weight=600, side="right", grow=1),
        ],
        gap=12,
    )
    changes = [*entry.policies, *(move.note for move in entry.moves[:_MOST_MOVES])]
    more = len(entry.moves) - _MOST_MOVES
    reason = entry.prediction.because
    return Panel(
        Column(
            [
                head,
                *[_line("newspaper", event, "warning") for event in entry.events],
                *[_line("lightbulb", _told(piece), "muted") for piece in entry.advice],
                *[_line("list-checks", change, "muted") for change in changes],
                _more(more) if more > 0 else None,
                caption(sentence("The same plan as before.")) if not changes else None,
                _because(reason) if language.say(reason) else None,
            ],
            gap=6,
        ),
        pad=16,
    )


def _more(count: int) -> Widget:
    return caption(counted("and {count} change more", "and {count} changes more", count))


def _told(piece: Advice) -> Sentence:
    """Return a piece of advice in one line."""
    if piece.reason is None:
        return piece.question
    return sentence("{reason} {question}", reason=piece.reason, question=piece.question)


def _because(reason: Sentence) -> Widget:
    return _line("quote", sentence("because {reason}", reason=reason), "accent")


def _line(icon: str, text: Sentence, role: str) -> Widget:
    return Row([Icon(icon, 16, role), Paragraph(text, grow=1)], gap=10, align="start")
