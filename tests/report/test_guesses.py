"""What several people predicted is said alike where all look and on everybody's own page."""

from dataclasses import replace

import pytest

from game.report.guesses import said_by_all
from game.report.language import ENGLISH
from game.report.results import prediction
from game.session import Seat, new_session, player_view, team
from game.session.hot_seat import Guess
from tests.session.tables import small_rules

SALES = Seat(0, "sales")


@pytest.mark.parametrize("said", [5.0, 5.6, 7.0, 12.0])
def test_a_gap_reads_alike_where_all_look_and_on_ones_own_page(said: float) -> None:
    rules = small_rules()
    now = player_view(rules, new_session(rules, 1, team(rules, "sales")), SALES).now
    wins = replace(now.figures["wins"], value=5.6)
    own = replace(now, prediction=said, figures={**now.figures, "wins": wins})
    (told,) = said_by_all(rules, [Guess(seat=SALES, deals=said, because="")], 5.6)
    assert ENGLISH.say(told.note) == ENGLISH.say(prediction(own).note)


def test_who_predicted_nothing_is_told_so_of_itself_alone() -> None:
    rules = small_rules()
    now = player_view(rules, new_session(rules, 1, team(rules, "sales")), SALES).now
    assert ENGLISH.say(prediction(now).note) == "You made no prediction for this turn."
