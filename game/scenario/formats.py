"""Old file formats are converted, newer ones refused: files live longer than programs."""

import re
from collections.abc import Callable
from typing import Final

from game.scenario.findings import problem_at
from game.scenario.model import FORMAT
from game.scenario.problems import Problem
from game.scenario.tree import Node
from game.words import sentence

CONVERSIONS: Final[dict[int, Callable[[Node], None]]] = {}
"""For each old format what turns a file of it into one of the next, entry by entry, in place."""


def convert(root: Node) -> Problem | None:
    """Bring a file to the newest format, in place.

    Returns:
        a problem if it cannot be done; a file that names no format is of the newest.

    """
    given = root.child("scenario_format")
    if given is None or given.value is None or given.refused:
        return None
    if not re.fullmatch("[0-9]{1,6}", given.text):
        words = sentence("'scenario_format' is a whole number")
        return problem_at(given, "format_unknown", words, suggestion=str(FORMAT))
    number = int(given.text)
    if number > FORMAT:
        words = sentence(
            "this file is of format {given}; this program knows formats up to {known}",
            given=number,
            known=FORMAT,
        )
        step = sentence("it was written for a newer version of Handoff: update the program")
        return problem_at(given, "format_newer", words, next_step=step)
    if any(step_from not in CONVERSIONS for step_from in range(number, FORMAT)):
        words = sentence("there never was a format {given}", given=number)
        return problem_at(given, "format_unknown", words, suggestion=str(FORMAT))
    for step_from in range(number, FORMAT):
        CONVERSIONS[step_from](root)
    given.value = str(FORMAT)
    return None
