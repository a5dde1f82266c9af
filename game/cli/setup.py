"""What every command starts from: where files are, what the player set, which language."""

import codecs
import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.report.language import Language
from game.storage.languages import load_language
from game.storage.places import Places, found_places
from game.storage.settings import Settings, load_settings
from game.words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """The surroundings of one run of the program."""

    places: Places
    settings: Settings
    language: Language

    def remark(self, words: Sentence) -> None:
        """Say something on standard error, so that the output stays clean."""
        sys.stderr.write(self.language.say(words) + "\n")


def new_setup() -> Setup:
    """Look around; what cannot be understood is said and left aside."""
    places = found_places()
    settings, about_settings = load_settings(places)
    language, about_language = load_language(places, settings.language)
    setup = Setup(places=places, settings=settings, language=language)
    for remark in (about_settings, about_language):
        if remark is not None:
            setup.remark(remark)
    return setup


NEAREST: Final = {
    "\N{NO-BREAK SPACE}": " ",
    "\N{MINUS SIGN}": "-",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "·": "-",
    "»": ">",
    "€": "EUR",
    "£": "GBP",
}
"""What stands for a character on a console that lacks it; a question mark for all others."""


def nearest_characters(error: UnicodeError) -> tuple[str, int]:
    """Return what can be printed for characters that cannot, as ``codecs`` wants it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(NEAREST.get(sign, "?") for sign in missing), error.end


def forgive_console() -> None:
    """Let a console that lacks a character show the nearest one, and a closed one show nothing."""
    _open_closed_streams()
    codecs.register_error("nearest", nearest_characters)
    for stream in (sys.stdout, sys.stderr):
        # A stream that something else put there may not know how.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="nearest")  # type: ignore[union-attr]  # TextIOWrapper has it


def _open_closed_streams() -> None:
    """Put the null device where a stream was closed before the program began (``>&-``)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            null = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # open to the end
            setattr(sys, name, null)
