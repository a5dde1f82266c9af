"""Reads amounts as people type them: "20k", "1.5m", "12,400", "€ 5 000", "20 %"."""

import math
import re
from typing import Final

from game.errors import HandoffError
from game.report.language import Language
from game.report.number_style import NumberStyle, number_style
from game.words import Sentence, sentence

_SHAPE: Final = re.compile(r"(?P<number>[0-9][0-9.,'’\s]*|[.,][0-9]+)(?P<unit>[^\W\d_]*\.?|%)")
_UNITS: Final = {"": 1.0, "k": 1e3, "t": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9}
_MOST: Final = 1e15
_ROUNDING: Final = 1e-6

_PARTED: Final = re.compile(r"(?<=[0-9])['’\s](?=[0-9]{3}(?![0-9]))")
"""A space or an apostrophe that parts thousands."""

_GROUPS: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_HALVES: Final = re.compile(r"[0-9]*,[0-9]{1,2}")
"""With a unit behind it ("1,5m"), the other decimal mark can mean but one thing."""

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
    number = _digits(found["number"], style, text, unit=bool(found["unit"]))
    unit = found["unit"].casefold()
    if unit == "%":
        return _part(number, whole, text)
    sizes = _UNITS | {name.casefold(): size for size, name in style.units}
    size = sizes.get(unit, sizes.get(unit.rstrip(".")))
    if size is None or number * size > _MOST:
        raise AmountUnreadable("bad_amount", _unreadable(text))
    return number * size


def parse_money(text: str, language: Language, whole: float | None = None) -> float:
    """Return the money that somebody typed, in whole units of the currency.

    A share, and thousands with decimals, are rounded down; a bare "1.5" would lose what was typed.

    Args:
        text: as it was typed.
        language: decides what the marks mean.
        whole: what "20 %" is a share of; None refuses shares.

    Raises:
        AmountUnreadable: if it is no amount, or one with decimals and no unit.

    >>> parse_money("1.5k", Language()), parse_money("33 %", Language(), whole=100.5)
    (1500.0, 33.0)

    """
    amount = parse_amount(text, language, whole)
    style = number_style(language.locale, language.currency)
    bare = _without_currency(text, style, language.currency)
    if amount != math.floor(amount) and bare[-1:].isdigit():
        raise AmountUnreadable(
            "bad_amount",
            sentence(
                "'{typed}' is not a whole amount. Leave the decimals out, or add k for thousands.",
                typed=quoted(text.strip()),
            ),
        )
    return float(math.floor(amount + _ROUNDING))


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


def _digits(text: str, style: NumberStyle, typed: str, *, unit: bool) -> float:
    """Return the number; marks are read as the locale means them, or refused."""
    compact, group = _PARTED.sub("", text.strip()), ","
    if style.decimal == ",":
        compact, group = compact.replace(",", "\0").replace(".", ",").replace("\0", "."), "."
    if re.search(r"['’\s]", compact):
        raise AmountUnreadable("bad_amount", _two_things(" ", typed))
    if unit and _HALVES.fullmatch(compact):
        return float(compact.replace(",", "."))
    whole, dot, rest = compact.rpartition(".")
    if not dot:
        whole, rest = rest, ""
    if "." in whole or not whole.strip(",") + rest.strip(","):
        raise AmountUnreadable("bad_amount", _unreadable(typed))
    if "," in rest or ("," in whole and not _GROUPS.fullmatch(whole)):
        raise AmountUnreadable("bad_amount", _two_things(group, typed))
    return float(f"{whole.replace(',', '') or 0}.{rest or 0}")


def _two_things(mark: str, typed: str) -> Sentence:
    """Return why a mark between digits is not read: it parts no thousands as they are parted."""
    said: dict[str, Sentence] = {
        ",": sentence("'{typed}' has a comma, which could mean two things", typed=quoted(typed)),
        ".": sentence("'{typed}' has a dot, which could mean two things", typed=quoted(typed)),
        " ": sentence("'{typed}' has a space, which could mean two things", typed=quoted(typed)),
    }
    return sentence(
        "{what}. Thousands are written {thousands:number}, decimals {decimals:decimal}.",
        what=said[mark],
        thousands=10_000,
        decimals=2.5,
    )


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
