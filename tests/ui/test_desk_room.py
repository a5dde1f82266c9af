"""The desk has room for every shipped scenario: nothing has to be scrolled in the usual window."""

from pathlib import Path

import pytest

from game.storage.places import shipped
from game.ui.toolkit import faults
from tests.ui.driver import is_there
from tests.ui.houses import Home

SCENARIOS = shipped("scenarios")
NAMES = sorted(path.stem for path in SCENARIOS.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_who_holds_every_role_sees_the_whole_desk_in_every_turn(name: str, tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=SCENARIOS)
    for turns in range(home.house.shelf.rules(name).turns):
        home.house.open_desk(home.playing(name, "all", turns))
        home.rest()
        for column in ("plan.board", "plan.right"):
            assert not is_there(home.app, f"{column}.bar"), f"{name}, turn {turns + 1}"


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("name", NAMES)
def test_a_language_with_longer_words_has_room_on_its_first_desk(
    name: str, text: float, tmp_path: Path
) -> None:
    home = Home(tmp_path, scenarios=SCENARIOS, language="qps", text_scale=text)
    home.house.open_desk(home.playing(name, "all", 0))
    home.rest()
    assert faults(home.app) == []
