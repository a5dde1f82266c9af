"""The lines of the board: which are open, which have just opened, which are somebody else's."""

from pathlib import Path

import pytest

from tests.ui.driver import drag_slider, is_there
from tests.ui.game_states import at_table, desk_of
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return at_table(tmp_path)


def test_a_line_that_opens_later_says_when(home: Home) -> None:
    desk_of(home, 1)
    assert "Opens in Month 3" in home.words
    assert not is_there(home.app, "lever.feedback_loops")


def test_a_line_that_has_just_opened_is_new_until_it_is_used(home: Home) -> None:
    desk_of(home, 2)
    assert "New" in home.words.split("\n")
    drag_slider(home.app, "lever.feedback_loops", 0.1)
    home.rest()
    assert "New" not in home.words.split("\n")


@pytest.mark.parametrize("turns", [0, 3])
def test_a_line_that_was_open_before_is_not_new(home: Home, turns: int) -> None:
    desk_of(home, turns)
    assert "New" not in home.words.split("\n")


def test_before_the_first_turn_the_goals_stand_where_the_pipeline_will_be(home: Home) -> None:
    desk_of(home, 0)
    assert "Goals" in home.words.split("\n")
    assert not is_there(home.app, "chart.pipeline")
    desk_of(home, 3)
    assert is_there(home.app, "chart.pipeline")


@pytest.mark.parametrize("turns", [0, 3])
def test_the_whole_desk_is_seen_without_scrolling(home: Home, turns: int) -> None:
    desk_of(home, turns)
    for column in ("plan.board", "plan.right"):
        assert not is_there(home.app, f"{column}.bar")


def test_how_a_turn_goes_is_told_before_the_first_one(home: Home) -> None:
    desk_of(home, 0)
    assert "How a turn goes" in home.words.split("\n")
    desk_of(home, 1)
    assert "How a turn goes" not in home.words.split("\n")


@pytest.mark.parametrize(("turns", "said"), [(0, 0), (2, 1)])
def test_a_group_of_a_partner_shows_what_it_got_and_no_plan(
    home: Home, turns: int, said: int
) -> None:
    desk = desk_of(home, turns, "marketing")
    (sales,) = [each for each in desk.playing.view.levers if each.key == "negotiation"]
    assert not sales.mine
    assert home.words.count("Last turn €") == said
