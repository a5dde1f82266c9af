"""The screens of a game: everything is reached, nothing collides, in every size and look."""

from pathlib import Path

import pygame
import pytest

from tests.ui.game_states import STATES, at_table, enter
from tests.ui.pictures import SIZES, Sight, faults_however_seen


@pytest.mark.parametrize("name", STATES)
def test_a_screen_has_no_faults_in_any_look_and_text_size(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, name)
    for how, wrong in faults_however_seen(home.restyle, home.app):
        assert wrong == [], f"{name}, {how}"


@pytest.mark.parametrize("name", ["desk", "desk_predict", "results", "team", "money"])
def test_a_screen_has_room_in_windows_and_text_sizes_between(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, name)
    sight = Sight()
    for size, text in (((1280, 720), 1.25), ((1366, 768), 1.1)):
        home.restyle(size, "dark", text)
        assert sight.problems(home.app) == [], f"{name}, {size}, text {text}"


@pytest.mark.parametrize("name", ["desk_first_turn", "desk", "desk_predict", "results", "team"])
def test_a_language_with_longer_words_has_room(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.change(language="qps")
    enter(home, name)
    sight = Sight()
    for text in (1.0, 1.5):
        home.restyle(SIZES[0], "dark", text)
        assert sight.problems(home.app) == [], f"{name}, text {text}"


def test_a_card_of_segments_that_a_role_may_not_see_says_so(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "desk_marketing")
    home.click("tabs.segments")
    home.rest()
    assert "chart.segments.leads" in home.keys
    assert "chart.segments.customers" not in home.keys
    assert "Hidden\nYour role does not see this." in home.words


@pytest.mark.parametrize("where", ["desk", "desk_marketing", "journal", "results", "results_why"])
def test_the_goals_are_one_key_away_from_everywhere_and_closed_by_it(
    where: str, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    enter(home, where)
    assert "goals" in home.keys
    for shown in (True, False):
        home.app.tick([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F3, mod=0, unicode="")], 16)
        home.rest()
        assert ("goals.done" in home.keys) is shown
        assert ("Goals, so far" in home.words) is shown
