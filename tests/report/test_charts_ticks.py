"""Ticks are round numbers that cover the range, and labels make room for each other."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.charts import approximate_width, nice_ticks
from game.report.charts.labels import ELLIPSIS, fit, spread, wrap

ends = st.one_of(
    st.floats(-1e15, 1e15), st.floats(-1, 1), st.integers(-50, 50).map(float), st.just(0.0)
)
counts = st.integers(3, 12)


@given(low=ends, high=ends, count=counts, whole=st.booleans())
def test_ticks_cover_the_range_within_the_count(
    low: float, high: float, count: int, whole: bool
) -> None:
    ticks = nice_ticks(low, high, count, whole=whole)
    low, high = min(low, high), max(low, high)
    near = (ticks[-1] - ticks[0]) * 1e-9
    assert 2 <= len(ticks) <= count
    assert ticks[0] <= low + near
    assert ticks[-1] >= high - near
    assert list(ticks) == sorted(set(ticks))


@given(low=ends, high=ends, count=counts, whole=st.booleans())
def test_the_step_between_ticks_is_round(low: float, high: float, count: int, whole: bool) -> None:
    ticks = nice_ticks(low, high, count, whole=whole)
    step = (ticks[-1] - ticks[0]) / (len(ticks) - 1)
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert any(math.isclose(mantissa, nice, rel_tol=1e-6) for nice in (1, 2, 2.5, 5))
    if whole:
        assert all(tick == int(tick) for tick in ticks)


def test_ticks_are_written_without_rounding_dust() -> None:
    assert nice_ticks(0.0, 0.5, 6) == (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)


def test_equal_ends_still_give_a_range_with_zero() -> None:
    assert nice_ticks(0.0, 0.0, 3) == (0.0, 0.5, 1.0)
    assert nice_ticks(7.0, 7.0, 3)[0] == 0.0


@pytest.mark.parametrize(("low", "high", "count"), [(0, 1, 2), (0, math.inf, 5), (math.nan, 1, 5)])
def test_ticks_refuse_what_has_no_answer(low: float, high: float, count: int) -> None:
    with pytest.raises(ValueError, match="Ticks need"):
        nice_ticks(low, high, count)


@given(
    wanted=st.lists(st.floats(0, 300), max_size=12),
    gap=st.floats(1, 20),
)
def test_labels_pushed_apart_keep_their_order_their_distance_and_the_room(
    wanted: list[float], gap: float
) -> None:
    placed = spread(wanted, gap, 0.0, 300.0)
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    for before, after in pairwise(order):
        assert placed[after] - placed[before] >= gap - 1e-6
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in placed)


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert spread([10.0, 90.0, 50.0], 12.0, 0.0, 100.0) == [10.0, 90.0, 50.0]


@given(text=st.text(max_size=60), room=st.floats(0, 400))
def test_a_shortened_text_fits_and_says_that_it_was_cut(text: str, room: float) -> None:
    short = fit(text, room, 12, 400, approximate_width)
    assert approximate_width(short, 12, 400) <= room
    assert short in (text, "") or short.endswith(ELLIPSIS)


@given(text=st.text(alphabet="abc de", max_size=80), room=st.floats(30, 200))
def test_wrapped_lines_fit_and_keep_the_words_in_order(text: str, room: float) -> None:
    lines = wrap(text, room, 2, 12, 400, approximate_width)
    assert len(lines) <= 2
    assert all(approximate_width(line, 12, 400) <= room for line in lines)
    if not any(line.endswith(ELLIPSIS) for line in lines):
        assert " ".join(lines) == " ".join(text.split())
