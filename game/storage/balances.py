"""Measured scenarios, kept beside the player's data, and where in a file a finding points.

Figures are known by what they depend on, so that those of another scenario, model or par are never
taken for them. A damaged file counts as none.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from game.analysis.balance_figures import Measured
from game.analysis.balance_finding import Way
from game.analysis.par import Par
from game.analysis.par_key import par_key
from game.errors import StorageFailed
from game.scenario.rules import Rules
from game.scenario.tree import Node, nearest
from game.storage.atomic import is_file, read_text, write_text
from game.storage.places import Places
from game.storage.scenarios import LARGEST_SCENARIO, find_scenario, neighbours

MEASURED: Final = 7
"""Number of the way to measure; a better one makes kept figures obsolete."""

LARGEST_BALANCE: Final = 1_000_000
"""Bytes of the largest file that is read as figures."""


def known_balance(places: Places, rules: Rules, par: Par, worlds: int) -> Measured | None:
    """Return the figures of a scenario, if they were measured before; never raises."""
    path = _kept(places, rules, par, worlds)
    if not is_file(path):
        return None
    from pydantic import TypeAdapter, ValidationError  # slow to come

    try:
        return TypeAdapter(Measured).validate_json(read_text(path, LARGEST_BALANCE))
    except (StorageFailed, ValidationError):
        return None


def keep_balance(places: Places, rules: Rules, par: Par, measured: Measured) -> None:
    """Remember figures beside the player's data.

    Raises:
        StorageFailed: if they cannot be written.

    """
    text = json.dumps(asdict(measured), ensure_ascii=False, indent=1)
    write_text(_kept(places, rules, par, measured.worlds), text + "\n")


def _kept(places: Places, rules: Rules, par: Par, worlds: int) -> Path:
    parts = [str(MEASURED), str(worlds), par_key(rules), f"{par.score:.3f}", *_names(rules)]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return places.home / "balances" / f"{key}.json"


def _names(rules: Rules) -> list[str]:
    """Return the names that figures are told by."""
    return [
        *(each.key for each in rules.segments),
        *(each.key for each in rules.messages),
        *(each.key for each in rules.events),
        *(choice.key for event in rules.events for choice in event.choices),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something stands in a scenario file, or where it would have to be written."""

    file: str
    line: int  # from 1
    column: int  # from 1, in characters
    entry: str  # scorecard.total_bookings.target
    written: bool = True  # False: the file leaves it out, and the place is what would hold it

    def __str__(self) -> str:
        """Return it as editors and people read it."""
        return f"{self.file}:{self.line} {self.entry}".rstrip()


def spots_of(places: Places, given: str, ways: Sequence[Way]) -> list[Spot]:
    """Return where entries stand, each in the file of the family that it comes from.

    Args:
        places: where scenarios are.
        given: a name on the shelf, or a path, of a scenario that can be played.
        ways: names that lead to the entries; a number stands for an item of a list.

    Raises:
        UnknownName: if there is no such scenario.
        StorageFailed: if its file cannot be read.

    """
    from game.scenario.family import read_family  # pulls in pydantic and YAML

    path = find_scenario(places, given)
    find = neighbours(path, places.scenarios)
    root, _ = read_family(read_text(path, LARGEST_SCENARIO), _shown(path), find)
    assert root is not None  # it can be played
    return [_spot(root, way) for way in ways]


def _spot(root: Node, way: Way) -> Spot:
    """Return where a way leads, or where it ends in the file."""
    node, depth, _ = nearest(root, way)
    place = node.key or node.place
    entry = ".".join(each for each in way if isinstance(each, str))
    return Spot(
        file=place.file,
        line=place.line,
        column=place.column,
        entry=entry,
        written=depth == len(way),
    )


def _shown(path: Path) -> str:
    """Return a path as short as it can be said from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
