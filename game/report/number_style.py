"""How one language and currency write numbers: marks, symbols and units, looked up once.

Babel knows the locales, but formatting a number with it takes some 40 µs, too long for a screen
that says hundreds of them a frame. So its patterns are read once and numbers are set with plain
string operations.

House rules, whatever the locale: a real minus, and a no-break space between number and unit.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_symbol

MINUS: Final = "\N{MINUS SIGN}"
SPACE: Final = "\N{NO-BREAK SPACE}"
UNKNOWN: Final = "–"
"""What stands where there is no number."""

_LIKE: Final = {"qps": "en"}
"""Locales that Babel does not know, and whose numbers they borrow."""

_LISTS: Final = {"en": "en_GB", "qps": "en_GB"}
"""The English of the game has no comma before "and"."""

_ENGLISH_UNITS: Final = ((1e9, "bn"), (1e6, "M"), (1e3, "k"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """The marks of one locale and currency."""

    decimal: str
    group: str
    symbol: str  # of the currency
    symbol_first: bool
    percent_first: bool
    units: tuple[tuple[float, str], ...]  # (1e6, "M") …, largest first
    list_patterns: tuple[str, str, str, str]  # of two; start, middle and end of more
    either_patterns: tuple[str, str, str, str]  # the same with "or"
    months: tuple[str, ...]
    short_months: tuple[str, ...]

    def plain(self, value: float, digits: int) -> str:
        """Return a number ≥ 0 with exactly so many decimals, grouped."""
        text = f"{value:,.{digits}f}"
        if self.decimal == "." and self.group == ",":
            return text
        whole, dot, rest = text.partition(".")
        return whole.replace(",", self.group) + dot.replace(".", self.decimal) + rest

    def trimmed(self, value: float, digits: int) -> str:
        """Return a number ≥ 0 with at most so many decimals and no zeros at their end."""
        text = self.plain(value, digits)
        return text.rstrip("0").removesuffix(self.decimal) if digits else text

    def joined(self, parts: tuple[str, ...], *, either: bool = False) -> str:
        """Return "a", "a and b", "a, b and c"; "a, b or c" where one of them is meant."""
        if len(parts) < 2:
            return "".join(parts)
        two, start, middle, end = self.either_patterns if either else self.list_patterns
        if len(parts) == 2:
            return two.replace("{0}", parts[0], 1).replace("{1}", parts[1], 1)
        before, between, after = (_between(pattern) for pattern in (start, middle, end))
        head = before + between.join(parts[1:-1]) if len(parts) > 2 else ""
        return parts[0] + head + after + parts[-1]

    def shortened(self, value: float) -> tuple[str, str]:
        """Return a number ≥ 0 in three figures, and its unit: 4.82 and M, 950 and nothing."""
        rounded = _three_figures(value)
        for size, unit in self.units:
            if rounded >= size:
                scaled = rounded / size
                return self.trimmed(scaled, max(0, 2 - _magnitude(scaled))), unit
        return self.plain(rounded, 0), ""


def people_digits(value: float) -> int:
    """Return how many decimals a count of people or deals has: one below ten.

    The market counts averages, and 0.5 deals a month are six a year.
    """
    return 1 if abs(value) < 9.95 else 0


def as_counted(value: float) -> float:
    """Return people or deals as they read, so that what is worked out from them fits.

    >>> as_counted(0.46), as_counted(11.6)
    (0.5, 12.0)
    """
    return float(round(value, people_digits(value)))


def is_number(value: float) -> bool:
    """Say whether there is a finite number to write."""
    return math.isfinite(value)


@lru_cache(maxsize=64)
def number_style(locale: str, currency: str) -> NumberStyle:
    """Return how a locale writes numbers; English for a locale that nobody knows.

    Args:
        locale: "en", "de", "pt_BR" or "pt-BR".
        currency: ISO code; one that is unknown stands as it is.

    """
    known = _known(_LIKE.get(locale, locale))
    symbols = known.number_symbols["latn"]
    money = known.currency_formats["standard"].pattern
    months = known.months["format"]
    lists = _known(_LISTS.get(locale, locale))
    return NumberStyle(
        decimal=symbols["decimal"],
        group=symbols["group"],
        symbol=get_currency_symbol(currency, known),
        symbol_first=money.index("¤") < money.index("0"),
        percent_first=known.percent_formats[None].pattern.startswith("%"),
        units=_ENGLISH_UNITS if known.language == "en" else _units(known),
        list_patterns=_list_patterns(lists, "standard"),
        either_patterns=_list_patterns(lists, "or"),
        months=tuple(months["wide"][number] for number in range(1, 13)),
        short_months=tuple(months["abbreviated"][number] for number in range(1, 13)),
    )


def _known(locale: str) -> Locale:
    try:
        return Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _list_patterns(locale: Locale, style: str) -> tuple[str, str, str, str]:
    patterns = locale.list_patterns[style]
    return patterns["2"], patterns["start"], patterns["middle"], patterns["end"]


def _between(pattern: str) -> str:
    return pattern.removeprefix("{0}").removesuffix("{1}")


def _units(locale: Locale) -> tuple[tuple[float, str], ...]:
    """Read a locale's units from patterns such as ``0 Mio'.'``: for 10 million, ``00 Mio'.'``."""
    found: dict[float, str] = {}
    for size, pattern in locale.compact_decimal_formats["short"]["other"].items():
        text = pattern.pattern.split(";")[0]
        unit = text.strip("0").replace("'", "").strip(" \u00a0\u202f")
        if unit:
            found[float(size) / 10 ** (text.count("0") - 1)] = unit
    return tuple(sorted(found.items(), reverse=True))


def _magnitude(value: float) -> int:
    return math.floor(math.log10(value)) if value > 0 else 0


def _three_figures(value: float) -> float:
    """Round to three figures; below a hundred to whole things."""
    return float(round(value, min(0, 2 - _magnitude(value)))) if value >= 0.5 else 0.0
