"""Faults of the program, written down for those who mend it: a user is told where, and no more."""

import contextlib
import datetime
import platform
import traceback
from pathlib import Path
from typing import Final

from game import __version__
from game.storage.atomic import write_text
from game.storage.places import Places

KEPT: Final = 10
"""Faults that are kept; older ones are deleted."""


def write_fault(places: Places, fault: BaseException, where: str) -> Path:
    """Write down a fault beside the saves, and return the file.

    Args:
        places: where the player's folder is.
        fault: what was raised.
        where: what the program was doing, in English.

    Raises:
        StorageFailed: if the file cannot be written.

    """
    now = datetime.datetime.now()
    path = places.faults / f"fault-{now:%Y%m%d-%H%M%S-%f}.txt"
    told = (
        f"Handoff {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{now:%Y-%m-%d %H:%M:%S}: {where}\n\n"
    )
    write_text(path, told + "".join(traceback.format_exception(fault)))
    _forget_old(places)
    return path


def _forget_old(places: Places) -> None:
    for old in sorted(places.faults.glob("fault-*.txt"))[:-KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()
