"""At the usual size nothing that is said in a shipped scenario is cut."""

from pathlib import Path

import pytest

from game.report.theme import LIGHT
from game.session import player_view
from game.storage.places import shipped
from game.ui.playing import Playing
from game.ui.toolkit import described
from tests.ui.houses import Home

SCENARIOS = sorted(path.stem for path in shipped("scenarios").glob("*.yaml"))
DESK = ("plan", "trends", "segments", "rivals", "team", "money", "journal")
RESULTS = ("flow", "figures", "people")


def cut_in(home: Home) -> list[str]:
    """Return the words of which only the beginning is seen."""
    return [run.whole for each in described(home.app) for run in each.texts if run.whole]


def cut_on_tabs(home: Home, tabs: tuple[str, ...]) -> dict[str, list[str]]:
    found = {}
    for tab in tabs:
        home.click(f"tabs.{tab}")
        home.rest()
        found[tab] = cut_in(home)
    return {tab: words for tab, words in found.items() if words}


def read_events(home: Home, playing: Playing) -> None:
    for event in player_view(playing.rules, playing.session, playing.seat).pending:
        playing.choose(event.key, event.choices[0].key)
    home.app.refresh()
    home.rest()
    while "event.done" in home.keys:
        home.click("event.done")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_words_of_a_shipped_scenario_are_cut(scenario: str, tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=shipped("scenarios"), theme=LIGHT.name)
    for turns in (0, 1, 3):
        playing = home.playing(scenario, turns=turns)
        home.house.open_desk(playing)
        home.rest()
        read_events(home, playing)
        assert cut_on_tabs(home, DESK) == {}, f"the desk after {turns} turns"
    home.house.open_results(playing)
    home.rest()
    assert cut_on_tabs(home, RESULTS) == {}
