"""``new`` and ``schema``: a scenario file to begin with, and what lets editors complete it."""

import re
import shlex
import sys

from game.cli.setup import Setup
from game.storage.starters import SCENARIO_SCHEMA, VARIANT_SCHEMA, new_scenario, schema_text
from game.words import sentence


def new(setup: Setup, name: str, parent: str | None) -> None:
    """Write a scenario file, and say where it is and how to go on.

    Raises:
        HandoffError: if there is such a file, it cannot be written, or there is no such parent.

    """
    written = new_scenario(setup.places, name, parent)
    said = sentence(
        "{path} is written, and can be played as it stands. Open it in an editor; then "
        "'check {name}' says what is wrong, and 'play {name}' plays it.",
        path=str(written.path),
        name=_as_typed(written.given),
    )
    sys.stdout.write(setup.language.say(said) + "\n")
    if written.beside:
        about = sentence(
            "It changes what stands in the same folder: {files:list}. Keep them together.",
            files=written.beside,
        )
        sys.stdout.write(setup.language.say(about) + "\n")


def _as_typed(name: str) -> str:
    """Return a name as a shell takes it for one word."""
    if re.fullmatch(r"[\w./\\:~+-]+", name):
        return name
    return shlex.quote(name) if re.search(r'["$`!\\]', name) else f'"{name}"'


def show_schema(setup: Setup, *, variant: bool) -> None:
    """Print the JSON Schema of scenario files, or of those that extend another.

    Raises:
        StorageFailed: if it cannot be read.

    """
    sys.stdout.write(schema_text(setup.places, VARIANT_SCHEMA if variant else SCENARIO_SCHEMA))
