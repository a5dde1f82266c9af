"""The shelf of scenarios: the shipped ones, the player's own, and any file named by its path."""

import difflib
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.errors import UnknownName
from game.scenario.rules import Rules, alone
from game.storage.assets import languages
from game.storage.atomic import expanded, is_file, read_text
from game.storage.places import Places, found_places
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.scenario import Checked
    from game.scenario.family import Found

LARGEST_SCENARIO: Final = 1_000_000
"""Bytes of the largest scenario file that is opened."""

ENDING: Final = ".yaml"

_MOST_NEAR: Final = 3
_AS_NEAR: Final = 0.15
"""A name is offered beside the nearest if so much less of it is right, as a share."""

LONGEST_STEM: Final = 50
"""Letters of a file's name that stand before the digits which tell it from others."""


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """One scenario on the shelf."""

    name: str  # file name without its ending
    path: Path
    shipped: bool


def list_scenarios(places: Places) -> tuple[ScenarioFile, ...]:
    """Return all scenarios by name, the shipped ones first.

    A file of the player's with the name of a shipped one is reached by its path alone.
    """
    own = _folder(places.own_scenarios, shipped=False)
    taken = {each.name for each in _folder(places.scenarios, shipped=True)}
    return (
        *_folder(places.scenarios, shipped=True),
        *(each for each in own if each.name not in taken),
    )


def find_scenario(places: Places, given: str) -> Path:
    """Return the file of a scenario.

    Args:
        places: where to look.
        given: a name on the shelf, or a path.

    Raises:
        UnknownName: if there is neither; the sentence offers the nearest names.

    """
    shelf = {each.name: each.path for each in list_scenarios(places)}
    path = expanded(given)
    looks_like_path = path.suffix.lower() in {".yaml", ".yml"} or path.name != given
    if given in shelf:
        return shelf[given]
    if looks_like_path and is_file(path):
        return path
    if path.name == given and path.stem in shelf and path.suffix:
        return shelf[path.stem]
    raise UnknownName("unknown_scenario", _unknown(given, tuple(shelf)))


def scenario_files(folder: Path) -> tuple[Path, ...]:
    """Return the scenario files in a folder, by name; those in folders below it are left out."""
    return tuple(sorted(each.path for each in _folder(folder, shipped=False)))


def load_scenario(places: Places, given: str, *, room: bool = False) -> Rules:
    """Read a scenario and build it.

    Args:
        places: where scenarios are.
        given: name on the shelf, or path.
        room: as a workshop plays it. Otherwise as one team does, and the computer plays the other
            teams of a shared market.

    Returns:
        its rules, named so that no two files share a name: saves and results are kept by it.

    Raises:
        UnknownName: if there is no such scenario.
        StorageFailed: if its file cannot be read.
        ScenarioInvalid: if it has errors; it carries all problems.

    """
    from game.scenario import load  # pulls in pydantic

    path = find_scenario(places, given)
    # A file of the player's is named in full, so that an editor finds its problems.
    shown = path.name if path.parent == places.scenarios else str(path)
    text, find = read_text(path, LARGEST_SCENARIO), neighbours(path, places.scenarios)
    rules = load(text, path.stem, find, shown)
    named = replace(rules, name=_key(places, path))
    return named if room else alone(named)


def check_file(path: Path, places: Places | None = None) -> "Checked":
    """Return everything that is wrong or doubtful in a scenario file, and its facts.

    Args:
        path: of the file.
        places: where the scenarios and languages of the game are; None = the usual ones.

    Raises:
        StorageFailed: if it cannot be read.

    """
    from game.scenario import check  # pulls in pydantic

    places = places or found_places()
    return check(
        read_text(path, LARGEST_SCENARIO),
        str(path),
        neighbours(path, places.scenarios),
        known=_extendable(path, places),
        spoken=languages(places),
    )


def _extendable(path: Path, places: Places) -> tuple[str, ...]:
    """Return the names of what a scenario may extend, those beside it first."""
    files = (*scenario_files(path.parent), *scenario_files(places.scenarios))
    names = (each.stem for each in files if each.suffix == ENDING and each.stem != path.stem)
    return tuple(dict.fromkeys(names))


def family_of(path: Path, shelf: Path) -> dict[str, str]:
    """Return the text of a scenario and of all that it extends, by the names of their files.

    Args:
        path: of the file.
        shelf: folder of the scenarios that came with the game.

    Raises:
        StorageFailed: if one cannot be read.
        ScenarioInvalid: if the scenario has errors.

    """
    from game.scenario import load  # pulls in pydantic

    text, find = read_text(path, LARGEST_SCENARIO), neighbours(path, shelf)
    family = {path.stem: text}

    def remembered(name: str) -> "str | Found | None":
        found = find(name)
        if found is not None:
            family[name] = found if isinstance(found, str) else found.text
        return found

    load(text, path.stem, remembered, str(path))
    return family


def neighbours(path: Path, shelf: Path) -> "Callable[[str], str | Found | None]":
    """Return how a scenario finds the one it extends: by its name, in its folder or on the shelf.

    Args:
        path: of the file.
        shelf: folder of the scenarios that came with the game.

    """
    from game.scenario.family import Found  # pulls in pydantic and YAML

    folders = [path.parent, shelf]

    def find(name: str) -> str | Found | None:
        # A name with a folder in it would leave the folder.
        if not name or Path(name).name != name:
            return None
        for folder in tuple(folders):
            file = folder / f"{name.removesuffix(ENDING)}{ENDING}"
            if is_file(file):
                text = read_text(file, LARGEST_SCENARIO)
                return text if folder == path.parent else Found(text, str(file))
            # What a shipped scenario extends is shipped too, whatever lies beside the file.
            folders.remove(folder)
        return None

    return find


def _key(places: Places, path: Path) -> str:
    """Return a scenario's name on the shelf; elsewhere, where many folders may use it, more.

    What stands in the file does not count: whoever edits it keeps its saves and results.
    """
    full = path.resolve()
    reached = {each.name: each.path for each in list_scenarios(places)}
    if path.stem in reached and reached[path.stem].resolve() == full:
        return path.stem
    return f"{path.stem[:LONGEST_STEM]}-{zlib.crc32(str(full).encode(errors='replace')):08x}"


def _folder(folder: Path, *, shipped: bool) -> tuple[ScenarioFile, ...]:
    files = sorted((*folder.glob("*.yaml"), *folder.glob("*.yml")))
    return tuple(ScenarioFile(each.stem, each, shipped) for each in files if is_file(each))


def nearest_names(given: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the names that are nearly what was typed, the nearest first; none where none is.

    >>> nearest_names("frist_steps", ["first_steps", "fresh_start"])
    ('first_steps',)
    """
    typed = given.lower()
    close = difflib.get_close_matches(typed, known, n=_MOST_NEAR, cutoff=0.5)
    how_near = {name: difflib.SequenceMatcher(None, name, typed).ratio() for name in close}
    return tuple(name for name in close if how_near[name] >= how_near[close[0]] - _AS_NEAR)


def _unknown(given: str, known: tuple[str, ...]) -> Sentence:
    if not known:
        return sentence(
            "There is no scenario '{given}', and no scenario was found at all. "
            "Give the path of a scenario file.",
            given=given,
        )
    close = nearest_names(Path(given).stem, known)
    if close:
        return sentence(
            "There is no scenario '{given}'. Did you mean {close:either}?",
            given=given,
            close=close,
        )
    return sentence(
        "There is no scenario '{given}'. Choose one of: {known:either}, "
        "or give the path of a scenario file.",
        given=given,
        known=known,
    )
