"""What is worked out about a game is worked out once, and goes with the game."""

import gc

from game.session import EndTurn, Seat, apply, new_session, player_view
from game.session.remembered import Remembered
from game.session.views import beginnings, played_turns
from tests.session.tables import small_rules


class Part:
    pass


def test_a_part_is_looked_at_once_for_each_seat() -> None:
    remembered: Remembered[Part, int] = Remembered()
    part, looked = Part(), iter(range(9))
    for seat in ("sales", "marketing", "sales"):
        seen = remembered.get(part, seat, lambda: next(looked))
    assert (seen, next(looked)) == (0, 2)


def test_a_game_that_is_left_leaves_nothing_behind() -> None:
    gc.collect()
    before = len(played_turns), len(beginnings)
    rules = small_rules(3)
    session = new_session(rules, seed=1)
    for _ in range(3):
        session = apply(rules, session, EndTurn())
        player_view(rules, session, Seat())
    assert (len(played_turns), len(beginnings)) == (before[0] + 3, before[1] + 1)
    del session
    gc.collect()
    assert (len(played_turns), len(beginnings)) == before
