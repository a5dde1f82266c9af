"""Known pars: those that came with the game, and those that were searched on this machine.

A par is known by its key (``analysis.par_key``), so that one of another scenario, or of an older
model, is never taken for it. A file that is damaged counts as none and is written anew.
"""

import json
from pathlib import Path

from game.analysis.par import Par
from game.analysis.par_key import par_key
from game.analysis.par_text import par_data, par_of_data
from game.errors import StorageFailed
from game.scenario.rules import Rules
from game.storage.atomic import is_file, read_text, write_text
from game.storage.places import Places

LARGEST_PAR = 1_000_000
"""Bytes of the largest file that is read as a par."""

USUAL_EFFORT = 1.0
"""What a search must have taken to be kept."""


def known_par(places: Places, rules: Rules, effort: float = USUAL_EFFORT) -> Par | None:
    """Return the honest par of a scenario, if it is known; never searches, never raises.

    Args:
        places: where to look.
        rules: the scenario.
        effort: that the search must have taken at least.

    """
    key = par_key(rules)
    found = (
        _read(path, rules, key, effort)
        for path in (_kept(places, key), shipped_file(places, rules))
    )
    return next((par for par in found if par is not None), None)


def keep_par(places: Places, rules: Rules, par: Par, effort: float = USUAL_EFFORT) -> None:
    """Remember a par beside the player's data; one that is not complete is forgotten.

    Raises:
        StorageFailed: if it cannot be written.

    """
    if par.complete and effort >= USUAL_EFFORT:
        key = par_key(rules)
        write_text(_kept(places, key), _text(rules, par, key, effort))


def ship_par(places: Places, rules: Rules, par: Par, effort: float = USUAL_EFFORT) -> Path:
    """Write the par of a shipped scenario beside it, and return the file.

    Raises:
        StorageFailed: if it cannot be written.

    """
    path = shipped_file(places, rules)
    write_text(path, _text(rules, par, par_key(rules), effort))
    return path


def is_stale(places: Places, rules: Rules) -> bool:
    """Say whether a shipped scenario's par is missing, damaged or of something else by now."""
    return _read(shipped_file(places, rules), rules, par_key(rules), USUAL_EFFORT) is None


def shipped_file(places: Places, rules: Rules) -> Path:
    """Return where the par of a shipped scenario is."""
    return places.scenarios / "pars" / f"{rules.name}.json"


def _kept(places: Places, key: str) -> Path:
    return places.pars / f"{key}.json"


def _text(rules: Rules, par: Par, key: str, effort: float) -> str:
    data = par_data(rules, par) | {"key": key, "effort": effort}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _read(path: Path, rules: Rules, key: str, effort: float) -> Par | None:
    if not is_file(path):
        return None
    try:
        data = json.loads(read_text(path, LARGEST_PAR))
        if data["key"] != key or not data["effort"] >= effort:
            return None
        return par_of_data(rules, data)
    except (StorageFailed, ValueError, KeyError, TypeError, RecursionError):
        return None
