"""Which language to speak: the one that is set, else the system's, else English."""

import locale
import os
from collections.abc import Iterator

from game.errors import HandoffError
from game.report.language import Language
from game.storage.assets import SOURCE_LANGUAGE, catalogue_bytes, languages
from game.storage.places import Places
from game.words import Sentence, sentence

PSEUDO = "qps"
"""The language that shows what is not translatable; for those who work on the game."""


def load_language(places: Places, wanted: str = "") -> tuple[Language, Sentence | None]:
    """Return the language, and a sentence where the wanted one cannot be spoken; never raises.

    Args:
        places: where the catalogues are.
        wanted: as in the settings; "" = as the system says.

    """
    if wanted == PSEUDO:
        return Language.from_catalogue(PSEUDO), None
    known = languages(places)
    for name in [wanted] if wanted else _of_system():
        for tried in (name, name.split("_")[0]):
            if tried in known:
                return _spoken(places, tried)
    if not wanted:
        return Language(), None
    return Language(), sentence(
        "The language '{wanted}' of the settings is not there; this is English. "
        "Choose one of: {known:either}.",
        wanted=wanted,
        known=known,
    )


def _spoken(places: Places, name: str) -> tuple[Language, Sentence | None]:
    if name == SOURCE_LANGUAGE:
        return Language(), None
    try:
        return Language.from_catalogue(name, catalogue_bytes(places, name)), None
    except HandoffError as error:
        return Language(), error.sentence
    except (OSError, ValueError):  # as gettext says that its bytes are no catalogue
        return Language(), sentence(
            "The catalogue of the language '{name}' is damaged; this is English. "
            "Install Handoff again.",
            name=name,
        )


def _of_system() -> Iterator[str]:
    """Yield the locales the system asks for, the strongest first: "de_DE", "pt_BR"."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for each in os.environ.get(variable, "").split(":"):
            if name := each.split(".")[0].split("@")[0].replace("-", "_"):
                yield SOURCE_LANGUAGE if name in {"C", "POSIX"} else name
    name = locale.getlocale()[0] or ""
    if name:
        yield name
