"""Screens for several people are whole in every look, size and language."""

from pathlib import Path

import pytest

from game.report.language import Language
from game.ui.toolkit import problems
from tests.ui.driver import press
from tests.ui.game_states import at_table, think
from tests.ui.pictures import SIZES
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
    for size, theme, text in (
        (SIZES[0], "light", 1.0),
        (SIZES[0], "dark", 1.5),
        (SIZES[0], "high_contrast", 2.0),
        (SIZES[1], "dark", 1.0),
        ((960, 540), "dark", 1.25),
    ):
        home.restyle(size, theme, text)
        assert problems(home.app) == [], f"{name}, {size}, {theme}, text {text}"


@pytest.mark.parametrize(
    "name", ["choosing", "hand_over_later", "last_look", "committing", "results_together"]
)
def test_a_language_with_longer_words_has_room(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.language = Language.from_catalogue("qps")
    home.app.restyle(say=home.house.language.say)
    enter(home, name)
    for text in (1.0, 1.5):
        home.restyle(SIZES[0], "dark", text)
        assert problems(home.app) == [], f"{name}, text {text}"


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
