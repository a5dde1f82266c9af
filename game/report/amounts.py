"""Reads amounts as people type them: "20k", "1.5m", "12,400", "€ 5 000", "20 %"."""

import re
from typing import Final

from game.errors import HandoffError
from game.report.language import Language
from game.report.number_style import NumberStyle, number_style
from game.words import Sentence, sentence

_SHAPE: Final = re.compile(r"(?P<number>[0-9][0-9.,'’\s]*|[.,][0-9]+)(?P<unit>[^\W\d_]*\.?|%)")
_UNITS: Final = {"": 1.0, "k": 1e3, "t": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9}
_MOST: Final = 1e15

LONGEST_QUOTED: Final = 40
"""Characters of what was typed that a sentence repeats."""


class AmountUnreadable(HandoffError, ValueError):
    """A typed amount that is none; the field shows the sentence beside it."""


def parse_amount(text: str, language: Language, whole: float | None = None) -> float:
    """Return the amount that somebody typed, 0 or more.

    Args:
        text: digits with the locale's marks, the currency's symbol and a unit if wanted.
        language: decides whether "1.500" is one and a half or fifteen hundred.
        whole: what "20 %" is a share of; None refuses shares.

    Raises:
        AmountUnreadable: if it is no amount; its sentence says what would be one.

    >>> parse_amount("20k", Language())
    20000.0

    """
    style = number_style(language.locale, language.currency)
    bare = _without_currency(text, style, language.currency)
    if bare.startswith(("-", "−")):
        raise AmountUnreadable("bad_amount", sentence("An amount must be 0 or more."))
    found = _SHAPE.fullmatch(bare)
    if found is None:
        raise AmountUnreadable("bad_amount", _unreadable(text))
    number = _digits(found["number"], style, text)
    unit = found["unit"].casefold()
    if unit == "%":
        return _part(number, whole, text)
    sizes = _UNITS | {name.casefold(): size for size, name in style.units}
    size = sizes.get(unit, sizes.get(unit.rstrip(".")))
    if size is None or number * size > _MOST:
        raise AmountUnreadable("bad_amount", _unreadable(text))
    return number * size


def whole_number(text: str, most: int) -> int | None:
    """Return the number from 1 to ``most`` that somebody typed in digits; None if it is none.

    >>> whole_number("012", 24), whole_number("25", 24), whole_number("9" * 5000, 24)
    (12, None, None)
    """
    # Python refuses to read thousands of digits.
    if not text.isascii() or not text.isdigit() or len(text.lstrip("0")) > len(str(most)):
        return None
    number = int(text.lstrip("0") or "0")
    return number if 1 <= number <= most else None


def quoted(text: str) -> str:
    """Return what somebody typed as a sentence quotes it: its first forty characters."""
    return text if len(text) <= LONGEST_QUOTED else text[: LONGEST_QUOTED - 1] + "…"


def _without_currency(text: str, style: NumberStyle, currency: str) -> str:
    bare = text.strip()
    for mark in (currency, currency.lower(), style.symbol):
        bare = bare.removeprefix(mark).removesuffix(mark).strip()
    return re.sub(r"\s+(?=[^\W\d_]|%)", "", bare)


def _digits(text: str, style: NumberStyle, typed: str) -> float:
    """Return the number; marks are read as the locale means them, if they can be."""
    compact = re.sub(r"['’\s]", "", text)
    if style.decimal == ",":
        compact = compact.replace(",", "\0").replace(".", ",").replace("\0", ".")
    whole, dot, rest = compact.rpartition(".")
    if not dot:
        whole, rest = rest, ""
    groups = whole.split(",")
    if len(groups) == 2 and not dot and len(groups[1]) != 3:
        return float(f"{groups[0] or 0}.{groups[1] or 0}")  # the other decimal mark, by mistake
    if "." in whole or "," in rest or any(len(group) != 3 for group in groups[1:]):
        raise AmountUnreadable("bad_amount", _unreadable(typed))
    return float(f"{''.join(groups) or 0}.{rest or 0}")


def _part(percent: float, whole: float | None, typed: str) -> float:
    if whole is None:
        raise AmountUnreadable("bad_amount", sentence("Type an amount of money, not a share."))
    if percent > _MOST:
        raise AmountUnreadable("bad_amount", _unreadable(typed))
    return whole * percent / 100


def _unreadable(text: str) -> Sentence:
    return sentence(
        "'{typed}' is not an amount. Type one such as {first:number}, 20k or 1.5m.",
        typed=quoted(text.strip()),
        first=12_400,
    )
