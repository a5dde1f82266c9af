"""The library with a dozen scenarios: best results by role, ways to find one, keys that scroll."""

from pathlib import Path

import pytest

from game.storage.places import shipped
from game.storage.results import Result, record_result
from game.ui.shelf import Shelved
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path, scenarios=shipped("scenarios"))


def open_library(home: Home, role: str = "all") -> None:
    home.house.shelf.wait()
    home.house.open_library(role)  # type: ignore[arg-type]  # one of the roles
    home.rest()


def cards(home: Home) -> list[str]:
    keys = (node.key for node in home.app.nodes if "/" not in node.key)
    return [key.removeprefix("scenario.") for key in keys if key.startswith("scenario.")]


def test_scenarios_stand_in_the_order_in_which_they_teach(home: Home) -> None:
    open_library(home)
    shelf = home.house.shelf.scenarios
    assert shelf[0].name == "first_steps"
    hard = [(each.rules.difficulty, each.rules.title) for each in shelf[1:] if each.rules]
    assert hard == sorted(hard)


def test_a_best_result_counts_for_its_role_and_is_called_another_role_s_elsewhere(
    home: Home,
) -> None:
    record_result(home.house.places, Result(scenario="first_steps", role="sales", total=61.0))
    open_library(home)
    assert "Your best" not in home.words
    assert "Sales lead: " in home.words
    home.click("role.sales")
    assert home.words.count("Your best") == 1


def finished(home: Home, name: str) -> None:
    """Come to the end of a scenario, and go back to the title."""
    playing = home.playing(name)
    home.house.sit(playing.seat)
    home.house.autosave(playing.rules, playing.session)
    home.house.open_ending(playing)
    home.rest()
    home.press("escape")
    home.rest()


def test_a_finished_game_is_seen_on_the_title_the_cards_and_the_briefing(home: Home) -> None:
    home.house.shelf.wait()
    home.rest()
    assert "to its end" not in tooltip(home, "menu.tutorial")
    open_library(home)
    assert "Start here" in home.words
    finished(home, "first_steps")
    assert "to its end" in tooltip(home, "menu.tutorial")
    open_library(home)
    assert "Start here" not in home.words
    assert "Comes next" in home.words
    assert home.words.count("Your best") == 1
    home.click("scenario.first_steps")
    home.rest()
    assert "Your best" in home.words
    home.press("escape")
    home.click("role.marketing")
    assert "With every role: " in home.words
    assert "Start here" not in home.words
    home.click("scenario.first_steps")
    home.rest()
    assert "With every role: " in home.words


def tooltip(home: Home, key: str) -> str:
    node = next(node for node in home.app.nodes if node.key == key)
    return home.app.ui.say(node.widget.tooltip)


def test_the_best_result_is_a_share_of_par_as_par_is_now(home: Home) -> None:
    record_result(home.house.places, Result(scenario="first_steps", total=50.0, of_par=0.9))
    home.house.shelf.wait()
    shelf = home.house.shelf
    first = shelf.scenarios[0]
    shelf.scenarios = (Shelved(first.file, first.rules, par=80.0), *shelf.scenarios[1:])
    open_library(home)
    assert "Your best: 62 % of par" in home.words.replace("\N{NO-BREAK SPACE}", " ")


def test_words_find_a_scenario(home: Home) -> None:
    open_library(home)
    home.focus("library.wanted")
    home.press("laundry", " ", "linen")
    assert cards(home) == ["new_rival"]
    home.press("x")
    assert "No scenario like this" in home.words


def test_a_level_and_what_is_new_are_picked_out(home: Home) -> None:
    record_result(home.house.places, Result(scenario="first_steps", total=61.0))
    open_library(home)
    home.click("level.1")
    assert cards(home) == ["first_steps"]
    home.click("level.new")
    assert "first_steps" not in cards(home)
    home.click("level.any")
    assert len(cards(home)) == len(home.house.shelf.scenarios)


def test_arrows_walk_over_all_cards_and_bring_them_into_sight(home: Home) -> None:
    open_library(home)
    for _ in range(3):
        home.press("down")
    focused = next(node for node in home.app.nodes if node.key == home.app.focus)
    assert home.app.focus == f"scenario.{home.house.shelf.scenarios[9].name}"
    assert focused.box.overlap(focused.clip) == focused.box
