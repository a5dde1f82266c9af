"""Where saved games lie: the files of named ones, of automatic ones, and of plans in the making."""

import unicodedata
from pathlib import Path
from typing import Final

from game.session import Seat
from game.storage.places import Places

ENDING: Final = ".json"
AUTOSAVE: Final = ".autosave"
BEFORE: Final = ".autosave-before"
DRAFT: Final = ".draft"
"""Ending of the file beside an automatic save that holds the plan in the making."""

TOGETHER: Final = "-together"
"""What stands behind the scenario in the name of the automatic save of several people."""

LONGEST_NAME: Final = 80
_NOT_IN_NAMES: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def safe_name(given: str) -> str:
    """Return a name under which a file can be written on every system.

    >>> safe_name("Q3: what if?"), safe_name("con"), safe_name("../..")
    ('Q3_ what if_', '_con', '_')
    """
    text = unicodedata.normalize("NFC", given)
    kept = "".join(
        "_" if sign in _NOT_IN_NAMES or unicodedata.category(sign)[0] == "C" else sign
        for sign in text
    )
    name = kept.strip(" .")[:LONGEST_NAME].rstrip(" .") or "game"
    return f"_{name}" if name.split(".")[0].lower() in _RESERVED else name


def beside(path: Path, who: Seat | None) -> Path:
    """Return the file of a plan in the making: of the one who plays, or of one among several."""
    return path.with_suffix(DRAFT if who is None else f".{who.role}{DRAFT}")


def automatic(
    places: Places, scenario: str, seat: Seat, *, shared: bool = False
) -> tuple[Path, Path]:
    """Return the last automatic save of a scenario and role, and the one before it."""
    role = "" if seat.role == "all" else f"-{seat.role}"
    if shared:
        role = TOGETHER
    # Cut before the role: the saves of two roles are never one.
    slot = safe_name(safe_name(scenario)[: LONGEST_NAME - len(role)] + role)
    return places.saves / f"{slot}{AUTOSAVE}{ENDING}", places.saves / f"{slot}{BEFORE}{ENDING}"
