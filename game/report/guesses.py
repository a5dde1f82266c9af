"""What several people said before a turn, beside what came: told to all once it is over."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.ending import prediction_record
from game.report.partner import seat_name
from game.report.results import gap_of, prediction_note
from game.scenario.rules import Rules
from game.session import PlayerView
from game.session.hot_seat import Guess
from game.words import Sentence, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one of them said.

    Attributes:
        name: of the role.
        deals: won, as it was predicted; None where nothing was said.
        note: how far that was from what came.
        because: the reason that was given; may be empty.

    """

    name: Sentence
    deals: float | None
    note: Sentence
    because: Sentence


def said_by_all(rules: Rules, guesses: Sequence[Guess], won: float) -> tuple[Said, ...]:
    """Return what everybody said about the deals of a turn.

    Args:
        rules: the scenario.
        guesses: of the people, in their order.
        won: deals that were won.

    """
    return tuple(
        Said(
            name=seat_name(rules, each.seat),
            deals=each.deals,
            note=_note(each.deals, won),
            because=verbatim(each.because),
        )
        for each in guesses
    )


def records_of_all(rules: Rules, views: Sequence[PlayerView]) -> tuple[Sentence, ...]:
    """Return how well each of several people predicted over the whole game.

    Args:
        rules: the scenario.
        views: of each of their seats.

    """
    return tuple(
        sentence(
            "{name}: {record}",
            name=seat_name(rules, view.seat),
            record=prediction_record(view).note,
        )
        for view in views
    )


def _note(said: float | None, won: float) -> Sentence:
    """Say the gap between both numbers as they are shown, as everybody's own page says it."""
    return sentence("said nothing") if said is None else prediction_note(gap_of(said, won))
