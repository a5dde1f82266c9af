"""The screens around the game look as they did when somebody last looked at them."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.ui.rescue import Fault
from game.ui.screens.crash import Crash
from game.words import verbatim
from tests.ui.houses import Home
from tests.ui.pictures import check_picture
from tests.ui.test_screens_outer import (
    Enter,
    briefing_of_a_role,
    ending,
    habits,
    leaving,
    library_being_read,
    library_with_damage,
    quiz_answered,
    saved_games,
    settings,
    title,
    title_with_games,
)


def credits_anywhere(home: Home) -> None:
    """Show the credits without the folder in which the game happens to lie."""
    home.house.places = replace(home.house.places, assets=Path("handoff/assets"))
    home.house.open_credits()


def failed(home: Home) -> None:
    """Show a fault, written down at no special time."""
    playing = home.playing(turns=2)
    fault = Fault(
        what=verbatim("The program failed on the screen “Plan”, while it was drawing it."),
        kept=verbatim("Your game “Harbour Tea” is kept with everything you decided."),
        log=Path("player/faults/fault.txt"),
        playing=playing,
    )
    home.house.navigator.push(Crash(home.house, fault))


GOLDEN: tuple[tuple[str, Enter, str, float], ...] = (
    ("title_dark", title, "dark", 1.0),
    ("title_games_light", title_with_games, "light", 1.0),
    ("title_leaving_high_contrast", leaving, "high_contrast", 1.0),
    ("title_dark_200", title_with_games, "dark", 2.0),
    ("library_light", library_with_damage, "light", 1.0),
    ("library_being_read_dark", library_being_read, "dark", 1.0),
    ("briefing_dark", briefing_of_a_role, "dark", 1.0),
    ("ending_dark", ending, "dark", 1.0),
    ("ending_light_150", ending, "light", 1.5),
    ("settings_high_contrast", settings, "high_contrast", 1.0),
    ("saved_games_light", saved_games, "light", 1.0),
    ("quiz_answered_light", quiz_answered, "light", 1.0),
    ("ending_dark_200", ending, "dark", 2.0),
    ("credits_light", credits_anywhere, "light", 1.0),
    ("habits_dark", habits, "dark", 1.0),
    ("crash_light", failed, "light", 1.0),
    ("crash_high_contrast_150", failed, "high_contrast", 1.5),
)


@pytest.mark.parametrize(("name", "enter", "theme", "text"), GOLDEN, ids=[row[0] for row in GOLDEN])
def test_a_screen_looks_as_it_did(
    name: str,
    enter: Enter,
    theme: str,
    text: float,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The settings say where the player's folder is: it must have one name in every run.
    monkeypatch.chdir(tmp_path)
    home = Home(Path("player"))
    enter(home)
    home.house.change(theme=theme, text_scale=text)
    home.rest()
    check_picture(home.app, name)
