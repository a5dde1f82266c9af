"""Handoff: marketing and sales, played as one company. ``--help`` lists the commands."""

import sys

from game.cli import main

# Not translated: what translates is among the things that are missing.
_NOT_INSTALLED = (
    "Handoff is not installed for this Python: '{}' is missing. Run: python -m pip install ."
)


def _started() -> int:
    try:
        return main()
    except ModuleNotFoundError as missing:
        name = str(missing.name)
        if name.split(".", maxsplit=1)[0] == "game":
            raise  # our own fault, to be seen
        sys.stderr.write(_NOT_INSTALLED.format(name) + "\n")
        return 1


if __name__ == "__main__":
    sys.exit(_started())
