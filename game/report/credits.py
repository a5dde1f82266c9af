"""Whose work the game is made of, and under which licences: files that are shipped, packages."""

from dataclasses import dataclass
from typing import Final

from game.words import Sentence, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Something that was made by somebody.

    Attributes:
        name: what it is.
        by: who made it.
        licence: its name, the same in every language.

    """

    name: Sentence
    by: Sentence
    licence: Sentence


def _credit(name: Sentence, by: str, licence: str) -> Credit:
    return Credit(name=name, by=verbatim(by), licence=verbatim(licence))


SHIPPED: Final = (
    _credit(sentence("Handoff: program, scenarios, mark and pictures"), "Handoff", "MIT"),
    _credit(sentence("Sounds, computed for this game"), "Handoff", "CC0 1.0"),
    _credit(
        sentence("Typeface: Handoff Sans, made from Inter"),
        "The Inter Project Authors",
        "SIL Open Font License 1.1",
    ),
    _credit(sentence("Icons: Lucide"), "Lucide Icons and Contributors", "ISC"),
    _credit(sentence("Icons that derive from Feather"), "Cole Bemis", "MIT"),
)
"""What comes with the game; the full texts lie beside the files."""

_PACKAGES: Final = (
    ("Python", "Python Software Foundation", "PSF-2.0"),
    ("Babel", "Babel team", "BSD-3-Clause"),
    ("cma", "Nikolaus Hansen", "BSD-3-Clause"),
    ("NumPy", "NumPy developers", "BSD-3-Clause"),
    ("platformdirs", "platformdirs developers", "MIT"),
    ("pydantic", "Samuel Colvin and others", "MIT"),
    ("pygame-ce", "pygame community", "LGPL-2.1-or-later"),
    ("SDL", "Sam Lantinga and others", "zlib"),
    ("PyYAML", "Kirill Simonov and others", "MIT"),
    ("Rich", "Will McGugan", "MIT"),
    ("Typer", "Sebastián Ramírez", "MIT"),
)

PACKAGES: Final = tuple(_credit(verbatim(name), by, licence) for name, by, licence in _PACKAGES)
"""What the game runs on."""
