"""What had been foreseen of a played turn is what was said before it, to the last bit."""

import numpy as np
import pytest

from game.analysis.forecast import Outlook, forecast, imagine
from game.analysis.foreseen import at_plan_of, foreseen
from game.session import EndTurn, Session, apply, firm_plan
from tests.analysis.test_forecast import planned

ASKED = ("wins", "bookings")


def last(session: Session, turn: int) -> Outlook:
    rules, _ = planned(1, 0)
    (found,) = (each for each in foreseen(rules, session, turn, ASKED) if each is not None)
    return found


@pytest.mark.parametrize("turns", [0, 3])
def test_the_forecast_of_a_played_turn_is_the_one_made_before_it(turns: int) -> None:
    rules, session = planned(1, turns)
    before = forecast(imagine(rules, session), firm_plan(rules, session, 0), ASKED)
    after = last(apply(rules, session, EndTurn()), turns + 1)
    assert after.turns == before.turns
    for name in ASKED:
        for part in ("mean", "low", "high"):
            one, other = (getattr(each.bands[name], part) for each in (before, after))
            assert np.array_equal(one, other)


def test_a_turn_that_has_not_been_played_was_not_foreseen() -> None:
    _, session = planned(1, 2)
    with pytest.raises(ValueError, match="turn 3 has not been played"):
        at_plan_of(session, 3)
