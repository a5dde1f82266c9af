"""The card on which all see what each of them had predicted."""

from collections.abc import Sequence

from game.report.guesses import Said, said_by_all
from game.report.language import Language
from game.report.results import Results
from game.ui.playing import Playing
from game.ui.screens.outcome import prediction_card
from game.ui.toolkit import Card, Column, Label, Paragraph, Row, ScrollArea, Widget
from game.words import sentence


def predicted(playing: Playing, report: Results, language: Language) -> Widget:
    """Return what was said before a turn beside what came: one's own word, or everybody's."""
    if playing.table is None or not playing.together:
        return prediction_card(report.prediction, language)
    said = said_by_all(playing.rules, playing.table.guesses, report.prediction.won)
    return guesses_card(said, language)


def guesses_card(said: Sequence[Said], language: Language) -> Widget:
    """Return everybody's prediction of the turn that all look at.

    Args:
        said: by everybody, in their order.
        language: writes the numbers.

    """
    rows = [_row(each, language) for each in said]
    body = ScrollArea(Column(rows, gap=10), key="prediction", edge_pad=2, grow=1)
    return Card(Column([body]), sentence("What each of you said"), pad=16, gap=6, grow=1)


def _row(said: Said, language: Language) -> Widget:
    number = "–" if said.deals is None else language.people(said.deals)
    head = Row(
        [Label(said.name, weight=600, grow=1), Label(number, weight=600, side="right")], gap=8
    )
    reason = language.say(said.because)
    quoted = Paragraph(sentence("“{reason}”", reason=reason), size=12, role="muted")
    note = Label(said.note, size=12, role="muted")
    return Column([head, note, quoted if reason else None], gap=1)
