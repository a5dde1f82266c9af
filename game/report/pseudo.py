"""A language for finding mistakes: accented and a third longer than English.

A text that is not translated, is glued together or does not fit shows at a glance.
"""

import re
from gettext import NullTranslations
from typing import Final

LOCALE: Final = "qps"
"""The code under which the pseudo-language is chosen."""

_PIECE: Final = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[^{}]+")
_ACCENTED: Final = str.maketrans(
    "aceginosuyzACEGINOSUYZ",
    "áçéğíñóšúýžÁÇÉĞÍÑÓŠÚÝŽ",
)
_LONGER: Final = 0.3
_WORD: Final = 8
"""Letters of a word that is added, and the space after it."""


def pseudo(text: str) -> str:
    """Return a text with accents and about 30 % longer; its places stay as they are.

    >>> pseudo("{lever} opens in turn {turn}.")
    '{lever} ópéñš íñ túrñ {turn}.~~~~~'
    >>> pseudo("{text}")
    '{text}'
    """
    parts = _PIECE.findall(text)
    letters = sum(len(part) for part in parts if not part.startswith(("{", "}")))
    if not any(_is_word(part) for part in parts):
        return text
    said = (part.translate(_ACCENTED) if _is_word(part) else part for part in parts)
    return "".join(said) + _more(max(1, round(_LONGER * letters)))


class PseudoTranslations(NullTranslations):
    """Translates everything into the pseudo-language."""

    def gettext(self, message: str) -> str:
        """Return the message in the pseudo-language."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the singular or plural in the pseudo-language."""
        return pseudo(msgid1 if n == 1 else msgid2)


def _more(letters: int) -> str:
    """Return so many letters, in words: what is long may break its line as any text may.

    >>> _more(10)
    '~~~~~~~ ~~'
    """
    return "".join(" " if place % _WORD == _WORD - 1 else "~" for place in range(letters)).rstrip()


def _is_word(part: str) -> bool:
    return not part.startswith(("{", "}")) and any(letter.isalpha() for letter in part)
