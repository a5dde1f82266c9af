"""The good habits that a player has shown: in how many games, by the habit's key.

Nothing depends on them, so a file that cannot be understood counts as none, and is kept under
another name when a new one is written.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from game.errors import StorageFailed
from game.storage.atomic import is_file, read_text, set_aside, write_text
from game.storage.places import Places

_FORMAT: Final = 1


def load_habits(places: Places) -> Mapping[str, int]:
    """Return in how many games each habit was shown; never raises."""
    return _read(places) or {}


def count_habits(places: Places, shown: Iterable[str]) -> Mapping[str, int]:
    """Count the habits of one more game, and return all.

    Raises:
        StorageFailed: if the file cannot be written; it is as it was then.

    """
    before = _read(places)
    if before is None:
        set_aside(places.habits)
    times = dict(before or {})
    for key in shown:
        times[key] = times.get(key, 0) + 1
    content = {"handoff_habits": _FORMAT, "games": times}
    write_text(places.habits, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return times


def _read(places: Places) -> dict[str, int] | None:
    """Return what the file holds, nothing where there is none; None if it makes no sense."""
    if not is_file(places.habits):
        return {}
    try:
        whole: Any = json.loads(read_text(places.habits))
        return {str(key): int(times) for key, times in whole["games"].items() if int(times) > 0}
    except (StorageFailed, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    except OverflowError:  # JSON as Python reads it knows Infinity
        return None
