"""Where things live: what the player owns, and what came with the game."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.storage.atomic import expanded

HOME_VARIABLE: Final = "HANDOFF_HOME"
"""Environment variable that moves everything the player owns into one folder."""

_PACKAGE: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of one player on one machine; none of them needs to exist."""

    home: Path  # settings, saves, results and own scenarios
    scenarios: Path  # the shipped ones
    assets: Path  # fonts, icons, catalogues

    @property
    def saves(self) -> Path:
        """The folder of saved games."""
        return self.home / "saves"

    @property
    def own_scenarios(self) -> Path:
        """The folder of the player's own scenarios."""
        return self.home / "scenarios"

    @property
    def settings(self) -> Path:
        """The file of the settings."""
        return self.home / "settings.json"

    @property
    def results(self) -> Path:
        """The file of the best results."""
        return self.home / "results.json"

    @property
    def faults(self) -> Path:
        """The folder of what went wrong in the program itself."""
        return self.home / "faults"

    @property
    def habits(self) -> Path:
        """The file of the good habits that were shown."""
        return self.home / "habits.json"

    @property
    def pars(self) -> Path:
        """The folder of the pars that were searched on this machine."""
        return self.home / "pars"


def found_places() -> Places:
    """Return the places of this player: HANDOFF_HOME, or the usual folder of the system."""
    return Places(home=_home(), scenarios=shipped("scenarios"), assets=shipped("assets"))


def shipped(name: str) -> Path:
    """Return a folder that came with the game: beside the package in a checkout, else inside it."""
    beside = _PACKAGE.parent / name
    inside = _PACKAGE / "shipped" / name
    # A folder of the same name may stand beside an installed package by chance.
    return inside if inside.is_dir() else beside


def _home() -> Path:
    given = os.environ.get(HOME_VARIABLE, "").strip()
    if given:
        return expanded(given)
    from platformdirs import user_data_path  # only needed here, and not free

    return user_data_path("Handoff", appauthor=False)
