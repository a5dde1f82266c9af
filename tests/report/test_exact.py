"""Tables say figures with the digits that matter, and changes that follow from them."""

from hypothesis import example, given
from hypothesis import strategies as st

from game.report.exact import moved_exactly, said_exactly
from game.report.figures import known
from game.report.language import ENGLISH

shares = st.floats(0, 1)


def percent(said: str) -> float:
    return float(said.split("\N{NO-BREAK SPACE}", maxsplit=1)[0].replace("\N{MINUS SIGN}", "-"))


@example(before=0.0, now=0.0015)
@given(before=shares, now=shares)
def test_a_change_of_a_share_is_the_difference_of_the_two_that_stand_beside_it(
    before: float, now: float
) -> None:
    first, second = known("share", before), known("share", now)
    moved = moved_exactly("leakage", first, second, ENGLISH)
    assert moved is not None
    shown = round(percent(said_exactly(second, ENGLISH)) - percent(said_exactly(first, ENGLISH)), 1)
    if shown == 0:
        assert moved.said == "no change"
    else:
        assert percent(moved.said) == shown
        assert moved.good == (-1 if shown > 0 else 1)


def test_money_that_moves_a_little_is_not_said_to_stand_still() -> None:
    moved = moved_exactly("revenue", known("money", 987_268), known("money", 987_685), ENGLISH)
    assert moved is not None
    assert moved.said == "+€\N{NO-BREAK SPACE}417"


def test_what_is_not_known_has_not_moved() -> None:
    assert moved_exactly("wins", known("people", None), known("people", 3), ENGLISH) is None
