"""Turns sentences and numbers into the reader's language: the one place where words become text."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from string import Formatter
from typing import Final, TypeAlias

from game.report.lever_words import LEVERS_AND_POLICIES
from game.report.number_style import (
    MINUS,
    SPACE,
    UNKNOWN,
    NumberStyle,
    as_counted,
    is_number,
    number_style,
    people_digits,
)
from game.report.pseudo import LOCALE as PSEUDO_LOCALE
from game.report.pseudo import PseudoTranslations
from game.scenario.measures import MEASURES, Kind
from game.words import Sentence, Value, sentence

_POINTS: Final = sentence("{amount}\N{NO-BREAK SPACE}pp", amount="").text
_HOURS: Final = sentence("{amount}\N{NO-BREAK SPACE}h", amount="").text


@dataclass(frozen=True, slots=True)
class Language:
    """What a reader understands: words from a catalogue, numbers as the locale writes them.

    Attributes:
        locale: "en", "de", "pt_BR", or "qps" for the pseudo-language.
        currency: ISO code of the money in the game.
        translations: the catalogue; without one, the words are English.

    """

    locale: str = "en"
    currency: str = "EUR"
    translations: NullTranslations = field(default_factory=NullTranslations, compare=False)
    _style: NumberStyle = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Looked up once: a screen says hundreds of numbers a frame.
        object.__setattr__(self, "_style", number_style(self.locale, self.currency))

    @classmethod
    def from_catalogue(
        cls, locale: str, mo_bytes: bytes | None = None, currency: str = "EUR"
    ) -> "Language":
        """Return the language of a compiled catalogue; None leaves the words English.

        Raises:
            OSError: if the bytes are no catalogue (as gettext says it).

        """
        if locale == PSEUDO_LOCALE:
            return cls(locale, currency, PseudoTranslations())
        if mo_bytes is None:
            return cls(locale, currency)
        return cls(locale, currency, GNUTranslations(_InMemory(mo_bytes)))

    def with_currency(self, currency: str) -> "Language":
        """Return the same language for another money."""
        return replace(self, currency=currency)

    def say(self, words: Sentence) -> str:
        """Return a sentence in this language, its numbers as their kinds say.

        Raises:
            KeyError: if a place has no value, or names a kind that does not exist.

        """
        values = dict(words.values)
        text = self._translated(words)
        said = []
        for literal, name, kind in _places(text):
            said.append(literal)
            if name is None:
                continue
            # What chooses between singular and plural is said in whole things: "3 deals".
            whole = words.plural is not None and name == "count" and not kind
            said.append(self._value(values[name], "number" if whole else kind))
        return "".join(said)

    def _translated(self, words: Sentence) -> str:
        if not words.text:
            return ""  # the empty text is the catalogue's header
        if words.plural is None:
            return self.translations.gettext(words.text)
        many = round(words.count)
        if "{count:people}" in words.text and as_counted(words.count) != many:
            many = max(many, 2)  # "1.2 deals": what is not whole is none of the small numbers
        return self.translations.ngettext(words.text, words.plural, many)

    def _value(self, value: Value, kind: str) -> str:
        if isinstance(value, str):
            named = LEVERS_AND_POLICIES.get(value) if kind == "term" else None
            return value if named is None else self.say(named)
        if isinstance(value, Sentence):
            return self.say(value)
        if isinstance(value, tuple):
            return self.listed(value, either=kind == "either")
        return _KINDS[kind](self, value)

    def listed(self, parts: tuple[Value, ...], *, either: bool = False) -> str:
        """Return "a, b and c", or "a, b or c"."""
        said = tuple(self._value(part, "") for part in parts)
        return self._style.joined(said, either=either)

    def number(self, value: float) -> str:
        """Return a number rounded to whole things: 1,234."""
        return self.decimal(value, 0)

    def decimal(self, value: float, digits: int = 1) -> str:
        """Return a number with exactly so many decimals: 1.5."""
        return _signed(value, digits, self._style.plain(abs(value), digits))

    def plain(self, value: float) -> str:
        """Return a number as it is, with at most two decimals."""
        return _signed(value, 2, self._style.trimmed(abs(value), 2))

    def people(self, value: float) -> str:
        """Return a count of people or deals; below ten it keeps a decimal that is not zero."""
        digits = people_digits(value)
        return _signed(value, digits, self._style.trimmed(abs(value), digits))

    def money(self, value: float) -> str:
        """Return an amount with all its digits: € 12,400."""
        return _signed(value, 0, self._with_symbol(self._style.plain(abs(value), 0)))

    def short(self, value: float) -> str:
        """Return an amount in three figures: € 4.82 M, € 184 k."""
        if not is_number(value):
            return UNKNOWN
        return _signed(value, 0, self._with_symbol(self._shortened(value)))

    def share(self, value: float, digits: int | None = None) -> str:
        """Return a fraction in percent: 41 % for .41.

        Without ``digits``, shares below ten percent keep a decimal that is not zero: 2.4 %.
        """
        percent = abs(value) * 100
        if digits is None:
            number = self._style.trimmed(percent, _fine(percent))
            return _signed(value * 100, _fine(percent), self._with_percent(number))
        return _signed(value * 100, digits, self._with_percent(self._style.plain(percent, digits)))

    def points(self, value: float, digits: int | None = None) -> str:
        """Return a change of a share in percentage points: −6 pp for −.06.

        Without ``digits``, changes below one point keep a decimal: 0.4 pp.
        """
        percent = abs(value) * 100
        if digits is None:
            digits = 1 if percent < 0.95 else 0
            number = self._style.trimmed(percent, digits)
        else:
            number = self._style.plain(percent, digits)
        return self._unit(_POINTS, _signed(value * 100, digits, number, plus="+"))

    def hours(self, value: float, digits: int | None = None) -> str:
        """Return a time in hours: 31 h, 4.5 h; with exactly so many decimals where they are given.

        Without ``digits``, times below ten hours keep a decimal that is not zero.
        """
        if digits is None:
            digits = _fine(abs(value))
            number = self._style.trimmed(abs(value), digits)
        else:
            number = self._style.plain(abs(value), digits)
        return self._unit(_HOURS, _signed(value, digits, number))

    def signed(self, value: float) -> str:
        """Return a change in whole things: +12."""
        return _signed(value, 0, self._style.plain(abs(value), 0), plus="+")

    def signed_people(self, value: float) -> str:
        """Return a change of people or deals: +12, +0.5."""
        digits = people_digits(value)
        return _signed(value, digits, self._style.trimmed(abs(value), digits), plus="+")

    def signed_money(self, value: float) -> str:
        """Return a change of money in three figures: +€ 20 k."""
        if not is_number(value):
            return UNKNOWN
        return _signed(value, 0, self._with_symbol(self._shortened(value)), plus="+")

    def signed_short(self, value: float) -> str:
        """Return a change in three figures and without a unit: +1.38 k."""
        return _signed(value, 0, self._shortened(value), plus="+")

    def signed_share(self, value: float) -> str:
        """Return a relative change in percent: +12 %."""
        percent = abs(value) * 100
        digits = 1 if percent < 0.95 else 0
        said = self._with_percent(self._style.trimmed(percent, digits))
        return _signed(value * 100, digits, said, plus="+")

    def figure(self, kind: Kind, value: float | None, *, short: bool = False) -> str:
        """Return a measure's value by its kind; – where there is none.

        Args:
            kind: of ``scenario.measures``.
            value: shares as fractions, hours, money, people.
            short: money in three figures, as on cards.

        """
        if value is None or not is_number(value):
            return UNKNOWN
        if kind == "money":
            return self.short(value) if short else self.money(value)
        return _FIGURES[kind](self, value)

    def change(self, kind: Kind, value: float | None) -> str:
        """Return a change of a measure by its kind: +12, −6 pp, +€ 20 k; – where there is none."""
        if value is None or not is_number(value):
            return UNKNOWN
        return _CHANGES[kind](self, value)

    def measure(self, name: str, value: float | None, *, short: bool = False) -> str:
        """Return the value of a measure by its name; KeyError if there is no such measure."""
        return self.figure(MEASURES[name].kind, value, short=short)

    def month(self, number: int, *, short: bool = False) -> str:
        """Return the name of a month, 0 = January; numbers beyond 11 go round."""
        names = self._style.short_months if short else self._style.months
        return names[number % 12]

    def _shortened(self, value: float) -> str:
        number, unit = self._style.shortened(abs(value))
        return f"{number}{SPACE}{unit}" if unit else number

    def _with_symbol(self, number: str) -> str:
        style = self._style
        parts = (style.symbol, number) if style.symbol_first else (number, style.symbol)
        return SPACE.join(parts)

    def _with_percent(self, number: str) -> str:
        return f"%{SPACE}{number}" if self._style.percent_first else f"{number}{SPACE}%"

    def _unit(self, text: str, number: str) -> str:
        if number == UNKNOWN:
            return number
        return self.translations.gettext(text).replace("{amount}", number)


ENGLISH: Final = Language()
"""Plain English with euros, for who has no other."""


class _InMemory:
    """Bytes that gettext may read like a file: the core opens none."""

    name = ""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self) -> bytes:
        return self._content


@lru_cache(maxsize=4096)
def _places(text: str) -> tuple[tuple[str, str | None, str], ...]:
    """Cut a text at its places, once: (literal before, name, kind)."""
    return tuple((before, name, kind or "") for before, name, kind, _ in Formatter().parse(text))


def _fine(value: float) -> int:
    """Return how many decimals a number deserves: one below ten."""
    return 1 if value < 9.95 else 0


def _signed(value: float, digits: int, said: str, plus: str = "") -> str:
    """Put the sign before a number's text; none before what rounds to zero."""
    if not is_number(value):
        return UNKNOWN
    if round(value, digits) == 0:
        return said
    return (MINUS if value < 0 else plus) + said


_Say: TypeAlias = Callable[[Language, float], str]

_KINDS: Final[dict[str, _Say]] = {
    "": Language.plain,
    "money": Language.money,
    "short": Language.short,
    "number": Language.number,
    "decimal": Language.decimal,
    "people": Language.people,
    "share": Language.share,
    "points": Language.points,
    "hours": Language.hours,
    "signed": Language.signed,
    "signed_money": Language.signed_money,
    "list": Language.plain,
    "either": Language.plain,
    "term": Language.plain,
}

_FIGURES: Final[dict[str, _Say]] = {
    "people": Language.people,
    "money": Language.money,
    "share": Language.share,
    "hours": Language.hours,
    "ratio": lambda language, value: language.decimal(value, 2),
    "turn": Language.number,
}

_CHANGES: Final[dict[str, _Say]] = {
    "people": Language.signed_people,
    "money": Language.signed_money,
    "share": Language.points,
    "hours": lambda language, value: ("+" if round(value, 1) > 0 else "") + language.hours(value),
    "ratio": lambda language, value: (
        ("+" if round(value, 2) > 0 else "") + language.decimal(value, 2)
    ),
    "turn": Language.signed,
}
