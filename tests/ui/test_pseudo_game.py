"""Whole games in a language that is a third longer: all is translated, and all has its room."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from babel import Locale

from game.storage.places import Places, shipped
from game.ui.screens.desk import Desk
from game.ui.screens.results import Results
from game.ui.toolkit import described
from tests.ui.driver import go_to, is_there, press, write
from tests.ui.game_states import SHELF, at_table
from tests.ui.houses import Home
from tests.ui.lab_states import STATES as LAB
from tests.ui.pictures import Sight
from tests.ui.together_states import STATES as TOGETHER

_FOREIGN: Final = re.compile("[áçéğíñóšúýž~]", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")

_UNITS: Final = frozenset({"k", "m", "bn", "h", "pp"})
"""Short forms of figures, as Babel writes them in every language that has no own."""

_MONTHS: Final = frozenset(
    name.casefold()
    for names in Locale("en").months["stand-alone"].values()
    for name in names.values()
)

_NAMES: Final = frozenset({"handoff", "en"})
"""What is called the same in every language: the game, and the codes of languages."""

_KEYS: Final = frozenset(
    {"ctrl", "shift", "enter", "esc", "tab", "home", "end", "page", "up", "down", "space", "f"}
)
"""Keys, as they stand on keyboards."""

_GIVEN: Final = (
    "One side, Before the warm summer, Anna Christina Maria, Ben, “because of marketing”, "
    "“because of sales”, “because of manager”"
)
"""What players call their games and themselves."""

DESK: Final = ("trends", "segments", "rivals", "team", "money", "journal", "plan")
RESULTS: Final = ("figures", "people", "flow")


class Reader:
    """Reads a screen, and keeps what nobody could have translated."""

    def __init__(self, home: Home, author: str) -> None:
        self._home = home
        self._sight = Sight()
        self._known = _UNITS | _MONTHS | _NAMES | _KEYS | set(_words(author))
        self.untranslated: set[str] = set()
        self.wrong: list[str] = []

    def read(self, where: str) -> None:
        home = self._home
        home.rest()
        self.wrong += [f"{where}: {problem}" for problem in self._sight.problems(home.app)]
        for text in self._texts():
            unknown = [word for word in _words(text) if word not in self._known]
            if unknown and not _FOREIGN.search(text):
                self.untranslated.add(f"{where}: {text}")

    def _texts(self) -> Iterator[str]:
        for each in described(self._home.app):
            yield from (run.whole or run.text for run in each.texts)
            yield from (each.name, each.tooltip)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def read_tabs(home: Home, reader: Reader, tabs: tuple[str, ...], where: str) -> None:
    for tab in tabs:
        home.click(f"tabs.{tab}")
        reader.read(f"{where}, {tab}")


def answer_events(home: Home, reader: Reader) -> None:
    app = home.app
    while is_there(app, "event.done"):
        reader.read("event")
        choices = [node.key for node in app.nodes if node.key.startswith("choice.")]
        if choices:
            go_to(app, choices[0])
            press(app, "space")
        go_to(app, "event.done")
        press(app, "enter")


def spend(home: Home) -> None:
    """Put money on the first line that is open, by keys alone."""
    levers = [node for node in home.app.nodes if node.key.startswith("lever.")]
    usable = next(node.key for node in levers if node.widget.usable())
    go_to(home.app, usable)
    for _ in range(2):
        press(home.app, "page up")


def play_turn(home: Home, reader: Reader, *, thoroughly: bool) -> None:
    app = home.app
    answer_events(home, reader)
    assert home.screen == Desk.__name__
    reader.read("desk")
    if thoroughly:
        read_tabs(home, reader, DESK, "desk")
    spend(home)
    press(app, "enter", ctrl=True)
    reader.read("predict")
    write(app, "7")
    press(app, "enter", ctrl=True)
    assert home.screen == Results.__name__
    reader.read("results")
    if thoroughly:
        read_tabs(home, reader, RESULTS, "results")
    press(app, "enter", ctrl=True)


def first_steps(home: Home) -> Path:
    home.house.open_briefing("first_steps", seed=4)
    return shipped("scenarios") / "first_steps.yaml"


def bakery(home: Home) -> Path:
    home.house.open_briefing("bakery", seed=5)
    return SHELF / "bakery.yaml"


def bakery_by_a_role(home: Home) -> Path:
    home.house.open_briefing("bakery", "sales", seed=5)
    return SHELF / "bakery.yaml"


@pytest.mark.slow
@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("begin", [first_steps, bakery, bakery_by_a_role])
def test_a_whole_game_is_translated_and_fits(
    begin: Callable[[Home], Path], text: float, tmp_path: Path
) -> None:
    shelf = shipped("scenarios") if begin is first_steps else SHELF
    home = Home(tmp_path, scenarios=shelf, language="qps", text_scale=text)
    author = begin(home)
    reader = Reader(home, author.read_text("utf-8"))
    reader.read("briefing")
    go_to(home.app, "briefing.start")
    press(home.app, "enter")
    turns = home.house.current_game.rules.turns  # type: ignore[union-attr]  # it has just begun
    for turn in range(1, turns + 1):
        play_turn(home, reader, thoroughly=turn in {1, 3, turns})
    assert home.screen == "Ending"
    reader.read("ending")
    assert reader.untranslated == set()
    assert reader.wrong == []


def outer(home: Home) -> Iterator[str]:
    """Visit the screens around a game."""
    house = home.house
    yield "title"
    for door in (house.open_library, house.open_settings, house.open_habits, house.open_credits):
        door()
        yield door.__name__
        house.open_title()
    house.open_saves()
    yield "saves"
    house.open_title()
    house.open_help()
    yield "help"


@pytest.mark.parametrize("text", [1.0, 1.5])
def test_the_screens_around_a_game_are_translated_and_fit(text: float, tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=SHELF, language="qps", text_scale=text)
    home.house.shelf.wait()
    credited = (Path(__file__).parents[2] / "game/report/credits.py").read_text("utf-8")
    author = (
        f"{credited} {_folders(home.house.places)} {(SHELF / 'bakery.yaml').read_text('utf-8')}"
    )
    reader = Reader(home, author)
    for where in outer(home):
        reader.read(where)
    assert reader.untranslated == set()
    assert reader.wrong == []


def _folders(places: Places) -> str:
    return f"{places.home} {places.assets}"


@pytest.mark.parametrize("name", [*LAB, *TOGETHER])
def test_labs_and_tables_of_several_are_translated_and_fit(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.change(language="qps")
    (LAB.get(name) or TOGETHER[name])(home)
    reader = Reader(home, f"{(SHELF / 'bakery.yaml').read_text('utf-8')} {_GIVEN}")
    reader.read(name)
    assert reader.untranslated == set()
    assert reader.wrong == []
