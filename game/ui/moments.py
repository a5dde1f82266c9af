"""When something was, as the reader's language writes dates and times."""

from datetime import datetime
from functools import lru_cache
from typing import Final

from babel import Locale

from game.report.language import Language
from game.report.pseudo import LOCALE as PSEUDO_LOCALE

_LIKE: Final = {"en": "en_GB", PSEUDO_LOCALE: "en_GB"}
"""The English of the game has the day before the month, and 24 hours."""


def moment(language: Language, written: str) -> str:
    """Return a time in words of a language.

    Args:
        language: of the reader.
        written: "2026-03-02 09:30"; what is no time is returned as it is.

    >>> moment(Language(), "2026-03-02 09:30")
    '2 Mar 2026, 09:30'

    """
    return _said(_LIKE.get(language.locale, language.locale), written)


@lru_cache(maxsize=1_000)  # a list of games says all its times in every frame
def _said(name: str, written: str) -> str:
    from babel.dates import format_date, format_skeleton  # only where times are shown

    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return written
    locale = Locale.parse(name)
    day = format_date(when, "medium", locale=locale)
    return f"{day}, {format_skeleton('Hm', when, locale=locale)}"
