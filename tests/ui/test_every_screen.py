"""Every screen, in every look, text size, language and window that is asked for, is sound.

A screen that is added needs a state here; what is sound, ``game.ui.toolkit.structure`` says. The
screens' own tests look at more of their states, in fewer looks.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from game.ui import screens
from game.ui.toolkit import Screen
from tests.ui.driver import press
from tests.ui.game_states import SHELF, two_events
from tests.ui.game_states import STATES as GAME
from tests.ui.houses import Home
from tests.ui.lab_states import STATES as LAB
from tests.ui.pictures import LOOKS, SIZES, TEXTS, Sight
from tests.ui.test_screens_outer import (
    briefing,
    credit,
    ending,
    habits,
    leaving,
    library_with_damage,
    quiz_answered,
    saved_games,
    settings,
    title_with_games,
)
from tests.ui.together_states import STATES as TOGETHER

Enter = Callable[[Home], None]

LANGUAGES: Final = ("en", "qps")


def failed(home: Home) -> None:
    """Meet a screen that fails."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault of the program")

    GAME["desk"](home)
    home.house.navigator.current.view = fail  # type: ignore[assignment,method-assign]
    home.app.refresh()
    home.rest()


def help_of_the_title(home: Home) -> None:
    press(home.app, "f1")


STATES: Final[Mapping[str, Mapping[str, Enter]]] = {
    "Briefing": {"briefing": briefing},
    "Crash": {"crash": failed},
    "Credits": {"credits": credit},
    "Desk": {
        "desk": GAME["desk_changed"],
        "desk of a role": GAME["desk_marketing"],
        "event": two_events,
        "prediction": GAME["desk_predict"],
        "trends": GAME["trends"],
        "team": GAME["team_of_a_role"],
    },
    "Ending": {"ending": ending},
    "Habits": {"habits": habits},
    "HandOver": {"hand over": TOGETHER["hand_over_later"]},
    "Help": {"help": help_of_the_title},
    "LabDesk": {"lab desk": LAB["lab_desk_later"]},
    "LabGames": {"games of the lab": LAB["lab_games"]},
    "LabScreen": {"lab": LAB["lab"]},
    "Library": {"library": library_with_damage},
    "QuizScreen": {"quiz": quiz_answered},
    "Results": {"results": GAME["results_in_fog"], "why": GAME["results_why"]},
    "Saves": {"saves": saved_games},
    "SettingsScreen": {"settings": settings},
    "Title": {"title": title_with_games, "leaving": leaving},
}
"""How each screen, by the name of its class, comes to be seen."""

OF_THE_DESK_SHELF: Final = frozenset(
    {"Crash", "Desk", "HandOver", "LabDesk", "LabGames", "LabScreen", "Results"}
)


class Dress(NamedTuple):
    """How a screen is seen."""

    language: str
    size: tuple[int, int]
    text: float
    look: str


def dresses(home: Home) -> Iterator[Dress]:
    """Show what is seen in every way, one after the other."""
    for dress in map(Dress._make, product(LANGUAGES, SIZES, TEXTS, LOOKS)):
        if home.house.settings.language != dress.language:
            home.house.change(language=dress.language)
        home.restyle(dress.size, dress.look, dress.text)
        yield dress


def kinds_of_screens() -> set[str]:
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    return {kind.__name__ for kind in Screen.__subclasses__() if kind.__module__ in _modules()}


def _modules() -> set[str]:
    return {f"{screens.__name__}.{each.name}" for each in pkgutil.iter_modules(screens.__path__)}


def test_every_screen_has_a_state_here() -> None:
    assert kinds_of_screens() == set(STATES)


@pytest.mark.parametrize(
    ("kind", "state"), [(kind, state) for kind, states in STATES.items() for state in states]
)
def test_a_screen_is_sound_however_it_is_seen(kind: str, state: str, tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=SHELF) if kind in OF_THE_DESK_SHELF else Home(tmp_path)
    STATES[kind][state](home)
    home.rest()
    assert home.screen == kind
    sight = Sight()
    for dress in dresses(home):
        assert sight.problems(home.app) == [], dress
    assert all(sight.orders), "there is nothing that could have the focus"
