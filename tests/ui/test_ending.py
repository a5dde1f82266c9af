"""The end of a game leads on: to what decided it, to the lab at that question, to what is next."""

from pathlib import Path

import pytest

from game.ui.screens.lab import LabScreen
from tests.ui.driver import click
from tests.ui.game_states import think
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.house.shelf.wait()
    return home


def ended(home: Home, scenario: str = "harbour_tea") -> None:
    home.house.open_ending(home.playing(scenario))
    home.rest()


def test_what_decided_is_worked_out_after_the_page_is_seen(home: Home) -> None:
    ended(home)
    assert home.words.count("It is being worked out") == 2
    think(home)
    assert "being worked out" not in home.words
    assert "Earned you most." in home.words
    assert "points fewer" in home.words


@pytest.mark.parametrize("scenario", ["harbour_tea", "first_steps"])
def test_every_ending_leads_on(home: Home, scenario: str) -> None:
    ended(home, scenario)
    assert "And now?" in home.words
    assert "Next: " in home.words


def test_a_decision_is_seen_in_the_lab_at_its_question(home: Home) -> None:
    ended(home)
    think(home)
    click(home.app, "ending.trending-up")
    think(home)
    lab = home.house.navigator.current
    assert isinstance(lab, LabScreen)
    assert "Asking" not in home.words
    home.press("escape")
    assert home.screen == "Ending"
    assert "Earned you most." in home.words


def test_what_is_next_is_a_scenario_that_was_not_finished(home: Home) -> None:
    ended(home)
    click(home.app, "ending.next")
    home.rest()
    assert home.screen == "Briefing"
    assert home.house.shelf.rules("first_steps").title in home.words
    playing = home.playing("first_steps")
    home.house.sit(playing.seat)
    home.house.autosave(playing.rules, playing.session)
    ended(home)
    assert "ending.next" not in home.keys
