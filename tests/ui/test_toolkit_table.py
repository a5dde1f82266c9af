"""Figures stand at the right of columns that are as wide as each other, and do not crowd."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.toolkit import Box, Table, TableColumn
from tests.ui.toolkit_stage import Stage

HEADS = ("Schools", "Offices", "Hospitals and care homes")


def columns_at(width: int, heads: tuple[str, ...] = HEADS) -> list[Box]:
    """Return where the heads of a table of a width stand."""
    table = Table(
        [TableColumn("Figure", "left", 1.0), *(TableColumn(head) for head in heads)],
        [["Deals won", *("12" for _ in heads)]],
    )
    stage = Stage(lambda: table)
    placed = table.arrange(stage.app.ui, Box(0, 0, width, 200))
    return [box for _, box in placed[: len(heads) + 1]]


def test_columns_of_figures_are_as_wide_as_each_other_where_there_is_room() -> None:
    _, *figures = columns_at(720)
    assert len({box.w for box in figures}) == 1


def test_spare_width_parts_the_figures_instead_of_pushing_them_to_one_side() -> None:
    first, *figures = columns_at(1000, ("Before", "Now"))
    natural = columns_at(150, ("Before", "Now"))[1].w
    assert all(box.w > 1.5 * natural for box in figures)
    assert first.w > figures[0].w, "what no figure needs goes to the names"


@given(st.integers(60, 1900))
@settings(max_examples=40, deadline=None)
def test_columns_fill_the_table_and_nothing_leaves_it(width: int) -> None:
    boxes = columns_at(width)
    assert boxes[0].x == 0
    assert boxes[-1].right == width
    assert all(left.right < right.x for left, right in pairwise(boxes))


def test_without_room_the_widest_column_gives_way_first() -> None:
    _, schools, offices, homes = columns_at(360)
    assert homes.w > schools.w
    assert abs(schools.w - offices.w) < homes.w - schools.w
