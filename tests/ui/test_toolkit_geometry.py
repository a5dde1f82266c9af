"""Rectangles are divided exactly: nothing leaves its parent, nothing overlaps, nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.toolkit.geometry import (
    Axis,
    Box,
    Part,
    Size,
    aligned,
    apportion,
    flex,
    grid,
    lengths,
    wrap,
)

parts = st.lists(
    st.builds(
        Part, st.integers(0, 400), st.integers(0, 200), st.sampled_from([0.0, 0.0, 1.0, 2.5])
    ),
    min_size=1,
    max_size=8,
)
boxes = st.builds(
    Box, st.integers(-50, 50), st.integers(-50, 50), st.integers(0, 1500), st.integers(0, 900)
)


@given(boxes, parts, st.sampled_from(["x", "y"]), st.integers(0, 24))
def test_children_stay_inside_their_parent_where_the_gaps_leave_room(
    box: Box, sizes: list[Part], axis: Axis, gap: int
) -> None:
    total = box.w if axis == "x" else box.h
    if gap * (len(sizes) - 1) <= total:
        for child in flex(box, sizes, axis, gap):
            assert box.encloses(child)


@given(boxes, parts, st.sampled_from(["x", "y"]), st.integers(0, 24))
def test_children_do_not_overlap(box: Box, sizes: list[Part], axis: Axis, gap: int) -> None:
    children = flex(box, sizes, axis, gap)
    for index, child in enumerate(children):
        for other in children[index + 1 :]:
            assert not (child.w and child.h and other.w and other.h and child.meets(other))


@given(st.integers(0, 2000), parts, st.integers(0, 24))
def test_growing_children_take_all_that_is_left(total: int, sizes: list[Part], gap: int) -> None:
    divided = lengths(total, sizes, gap)
    room = max(0, total - gap * (len(sizes) - 1))
    assert sum(divided) <= room
    if any(part.grow for part in sizes):
        assert sum(divided) == room or sum(part.least for part in sizes) == 0 == room


@given(st.integers(0, 3000), parts)
def test_no_child_is_under_its_least_where_there_is_room_for_all(
    total: int, sizes: list[Part]
) -> None:
    if sum(part.least for part in sizes) <= total:
        for length, part in zip(lengths(total, sizes), sizes, strict=True):
            assert length >= part.least


@given(st.integers(0, 5000), st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_shares_add_up_to_the_whole(total: int, weights: list[float]) -> None:
    assert sum(apportion(total, weights)) == (total if sum(weights) > 0 else 0)


def test_equal_weights_are_equally_wide_whatever_stands_in_them() -> None:
    assert lengths(320, [Part(10, 0, 1), Part(90, 0, 1)], 20) == [150, 150]


def test_without_room_the_flexible_give_way_before_the_rigid() -> None:
    assert lengths(100, [Part(80, 80), Part(60, 10)]) == [80, 20]


@given(boxes, st.integers(1, 5), st.lists(st.integers(0, 80), min_size=1, max_size=4))
def test_cells_of_a_grid_share_its_columns_exactly(box: Box, columns: int, rows: list[int]) -> None:
    cells = grid(box, columns, rows)
    assert len(cells) == columns * len(rows)
    assert sum(cell.w for cell in cells[:columns]) == box.w


@given(st.lists(st.integers(1, 300), max_size=20), st.integers(1, 600), st.integers(0, 20))
def test_wrapped_lines_fit_and_keep_the_order(widths: list[int], available: int, gap: int) -> None:
    lines = wrap(widths, available, gap)
    assert [index for line in lines for index in line] == list(range(len(widths)))
    for line in lines:
        used = sum(widths[index] for index in line) + gap * (len(line) - 1)
        assert used <= available or len(line) == 1


def test_a_child_in_the_middle_has_as_much_above_as_below() -> None:
    assert aligned(Box(0, 0, 100, 40), Size(10, 20), "y", "center") == Box(0, 10, 100, 20)


@given(boxes, boxes)
def test_an_overlap_lies_in_both(first: Box, second: Box) -> None:
    both = first.overlap(second)
    if both.w and both.h:
        assert first.encloses(both)
        assert second.encloses(both)
        assert first.meets(second)
