"""Screens for several people are whole in every look, size and language."""

from pathlib import Path

import pytest

from tests.ui.driver import press
from tests.ui.game_states import at_table, think
from tests.ui.pictures import SIZES, Sight, faults_however_seen
from tests.ui.together_states import (
    STATES,
    enter,
    read_news,
    turns,
)


@pytest.mark.parametrize("name", STATES)
def test_a_screen_for_several_has_no_faults_of_structure(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, name)
    for how, wrong in faults_however_seen(home.restyle, home.app, smallest=1.25):
        assert wrong == [], f"{name}, {how}"


@pytest.mark.parametrize(
    "name", ["choosing", "hand_over_later", "last_look", "committing", "results_together"]
)
def test_a_language_with_longer_words_has_room(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.change(language="qps")
    enter(home, name)
    sight = Sight()
    for text in (1.0, 1.5):
        home.restyle(SIZES[0], "dark", text)
        assert sight.problems(home.app) == [], f"{name}, text {text}"


def test_help_opens_on_every_screen_of_several(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    for key in ("hand_over.go", "next", "hand_over.go", "next"):
        press(home.app, "f1")
        home.rest()
        press(home.app, "escape")
        home.rest()
        read_news(home)
        home.click(key)
        think(home)
    press(home.app, "f1")
    home.rest()
    assert "Tutorial from the start" not in home.words
