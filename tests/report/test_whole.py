"""Numbers that belong together are rounded together: what is shown adds up."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from game.report.figures import Shown, known
from game.report.whole import whole_parts, whole_shown

AMOUNTS = st.lists(st.floats(0, 1e6), min_size=1, max_size=12)


@given(parts=AMOUNTS)
def test_whole_parts_add_up_to_the_rounded_total(parts: Sequence[float]) -> None:
    whole = whole_parts(parts)
    if round(sum(parts)) >= 1:
        assert sum(whole) == round(sum(parts))
        assert all(abs(one - part) < 1 for one, part in zip(whole, parts, strict=True))
    else:
        assert whole == tuple(parts)


@given(parts=AMOUNTS)
def test_the_larger_part_never_looks_smaller(parts: Sequence[float]) -> None:
    whole = whole_parts(parts)
    pairs = sorted(zip(parts, whole, strict=True))
    assert [one for _, one in pairs] == sorted(one for _, one in pairs)


def test_parts_of_which_one_is_hidden_stay_as_they_are() -> None:
    parts = (known("people", 2.4), Shown(kind="people", value=None, state="hidden"))
    assert whole_shown(parts) == parts
