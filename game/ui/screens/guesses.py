"""The card on which all see what each of them had predicted."""

from collections.abc import Sequence

from game.report.guesses import Said, said_by_all
from game.report.language import Language
from game.report.results import Results
from game.ui.playing import Playing
from game.ui.screens.outcome import prediction_card, said_card
from game.ui.toolkit import Column, Label, Paragraph, Row, Widget
from game.words import sentence


def predicted(playing: Playing, report: Results, language: Language, *, fixed: bool) -> Widget:
    """Return what was said before a turn beside what came: one's own word, or everybody's."""
    if playing.table is None or not playing.together:
        return prediction_card(report.prediction, language, fixed=fixed)
    said = said_by_all(playing.rules, playing.table.guesses, report.prediction.won)
    return guesses_card(said, language, fixed=fixed)


def guesses_card(said: Sequence[Said], language: Language, *, fixed: bool) -> Widget:
    """Return everybody's prediction of the turn that all look at.

    Args:
        said: by everybody, in their order.
        language: writes the numbers.
        fixed: whether the card has a place of its own height, so that what is longer scrolls in it.

    """
    rows = [_row(each, language) for each in said]
    return said_card(sentence("What each of you said"), Column(rows, gap=10), fixed=fixed)


def _row(said: Said, language: Language) -> Widget:
    number = "–" if said.deals is None else language.people(said.deals)
    head = Row(
        [Label(said.name, weight=600, grow=1), Label(number, weight=600, side="right")], gap=8
    )
    reason = language.say(said.because)
    quoted = Paragraph(sentence("“{reason}”", reason=reason), size=12, role="muted")
    note = Paragraph(said.note, size=12, role="muted")
    return Column([head, note, quoted if reason else None], gap=1)
