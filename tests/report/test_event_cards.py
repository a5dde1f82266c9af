"""Event cards: how long an event still acts."""

from dataclasses import replace

import pytest

from game.report.event_cards import event_cards
from game.report.language import ENGLISH
from tests.report.reading import view_of
from tests.session.tables import OFFER, small_rules


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (1, "Ends with this turn"),
        (2, "In this turn and 1 more"),
        (4, "In this turn and 3 more"),
    ],
)
def test_an_event_says_whether_this_turn_is_its_last(turns: int, said: str) -> None:
    rules = small_rules(6, events=(replace(OFFER, choices=(), lasts_turns=turns),))
    (card,) = event_cards(rules, view_of(rules, turns=1), ENGLISH)
    assert card.lasts is not None
    assert ENGLISH.say(card.lasts) == said
