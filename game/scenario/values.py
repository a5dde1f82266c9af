"""Plain-word values: ``40%``, ``180 EUR``, ``20k``, ``10 000``, ``turn 3``, ``3 weeks``.

Each function takes the text of a file and returns a number, or raises :class:`Refused` with the
sentence, and where it can the spelling that was probably meant.
"""

import difflib
import math
import re
from collections.abc import Iterable
from typing import Final

from game.scenario.problems import Code
from game.words import Sentence, sentence


class Refused(ValueError):
    """A value that cannot be used.

    Attributes:
        code: of the problem.
        sentence: what is wrong.
        suggestion: what was probably meant, "" = no idea.
        next_step: what to do.
        span: (start, length) of the part of the text that is meant; None = all of it.

    """

    def __init__(
        self,
        code: Code,
        words: Sentence,
        *,
        suggestion: str = "",
        next_step: Sentence | None = None,
        span: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(str(words))
        self.code: Code = code
        self.sentence = words
        self.suggestion = suggestion
        self.next_step = next_step
        self.span = span


SPACES: Final = re.compile("[ _'\u00a0\u2009\u202f](?=\\d{3})")
NUMBER: Final = re.compile(
    r"(?P<sign>[+-]?)(?P<digits>\d{1,15}(?:\.\d{1,12})?)\s?(?P<factor>k|M|million|thousand)?"
    r"(?![A-Za-z0-9.])\s*(?P<unit>.*)",
    re.ASCII,
)
FACTORS: Final = {"k": 1e3, "thousand": 1e3, "M": 1e6, "million": 1e6}
COMMA: Final = re.compile(r"[+-]?\d+(?:\.\d{3})*(?:,\d+)+", re.ASCII)
DOTTED: Final = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])(?!\s?(?:M|million)\b)(?!\s*(?:%|percent\b))",
    re.ASCII,
)
"""A number whose dots may part thousands; one of millions, or a share, is read with a point."""

TOO_LONG: Final = re.compile(r"[+-]?\d{16}", re.ASCII)
SIGNS: Final = {"€": "EUR", "$": "USD", "£": "GBP"}
MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS_IN: Final = {"day": 12 / 365, "week": 12 / 52, "month": 1.0, "quarter": 3.0, "year": 12.0}
PER: Final = re.compile(
    r"(?:\s(?:a|per|each|every)\s+|\s?/\s?)(?:day|week|month|quarter|turn|year)$", re.IGNORECASE
)


def close(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, "" if none is near.

    >>> close("monht", ["week", "month", "quarter"])
    'month'
    """
    known = list(known)
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")[:80]
    if plain in known:
        return plain
    return next(iter(difflib.get_close_matches(plain, known, 1, 0.6)), "")


def number_and_unit(text: str) -> tuple[float, str]:
    """Cut a text into its number and whatever stands behind it.

    >>> number_and_unit("20k EUR"), number_and_unit("-10 000")
    ((20000.0, 'EUR'), (-10000.0, ''))

    Raises:
        Refused: if it does not begin with a number.

    """
    written = SPACES.sub("", text.strip().replace("−", "-"))
    comma = COMMA.match(written)
    if comma is not None:
        raise _comma_refused(text, written, comma.group())
    found = NUMBER.fullmatch(written)
    if found is None:
        step = sentence("write for example 40, 2.5, 10 000 or 20k")
        if TOO_LONG.match(written):
            words = sentence("'{given}' is too large a number", given=shown(text))
            raise Refused("out_of_range", words, next_step=step)
        words = sentence("'{given}' is not a number", given=shown(text))
        raise Refused("not_a_number", words, next_step=step)
    value = float(found["sign"] + found["digits"]) * FACTORS.get(found["factor"] or "", 1.0)
    return value, found["unit"].strip()


def _comma_refused(text: str, written: str, given: str) -> Refused:
    groups = given.split(",")
    thousands = all(len(group) == 3 for group in groups[1:]) and "." not in given
    meant = given.replace(",", " ") if thousands else given.replace(".", " ").replace(",", ".", 1)
    words = sentence("'{given}' has a comma, which could mean two things", given=shown(text))
    suggestion = written.replace(given, meant)
    return Refused("comma_in_number", words, suggestion=suggestion, next_step=HOW_TO_PART)


HOW_TO_PART: Final = sentence("thousands have a space (10 000), decimals a point (2.5)")
"""What to do about a comma or a dot that could part thousands or be a decimal mark."""


def spaced(text: str) -> str:
    """Return a text with spaces for the dots that may part thousands; "" if there are none.

    >>> spaced("60.000 EUR"), spaced("2.5"), spaced("1.250M")
    ('60 000 EUR', '', '')
    """
    meant = DOTTED.sub(lambda found: found[0].replace(".", " "), text)
    return meant if meant != text else ""


def unambiguous(text: str, high: float = math.inf) -> str:
    """Return an amount as it was written, or refuse a dot that may part thousands.

    Args:
        text: as written.
        high: the most that is allowed here: what would be more cannot have been meant.

    Raises:
        Refused: with the amount as it would be written with a space.

    """
    meant = spaced(text)
    found = DOTTED.search(text)
    if found is None or float(found[0].replace(".", "")) > high:
        return text
    words = sentence("'{given}' has a dot, which could mean two things", given=shown(text))
    raise Refused("dot_in_number", words, suggestion=meant.strip(), next_step=HOW_TO_PART)


def shown(text: str) -> str:
    """Return a text as it is quoted in a sentence: not longer than a line."""
    return text if len(text) <= 60 else text[:57] + "…"


def within(value: float, low: float, high: float, text: str) -> float:
    """Return the value, or refuse it with what is allowed."""
    if not low <= value <= high:
        words = sentence(
            "'{given}' is out of range: from {low} to {high}",
            given=shown(text),
            low=_brief(low),
            high=_brief(high),
        )
        raise Refused("out_of_range", words)
    return value


def _brief(value: float) -> str:
    if abs(value) >= 1e3:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:g}"


def share(text: str, low: float = 0.0, high: float = 1.0) -> float:
    """Return a share: ``40%``, or as a fraction ``0.4``.

    >>> share("40 %"), share("0.4")
    (0.4, 0.4)
    """
    value, unit = number_and_unit(text)
    if unit in ("%", "percent"):
        value /= 100
    elif unit:
        raise _wrong_unit(text, unit, "%")
    elif value > 1 or ("." not in text and value not in (0, 1)):
        words = sentence("'{given}' needs a percent sign", given=shown(text))
        raise Refused("percent_missing", words, suggestion=f"{text.strip()}%")
    if not low <= value <= high:
        words = sentence(
            "'{given}' is out of range: from {low} to {high}",
            given=shown(text),
            low=f"{100 * low:g}%",
            high=f"{100 * high:g}%",
        )
        raise Refused("out_of_range", words)
    return value


def _wrong_unit(text: str, unit: str, expected: str) -> Refused:
    words = sentence("'{unit}' does not fit here", unit=shown(unit))
    given = text.strip()
    meant = given[: len(given) - len(unit)].strip() if given.endswith(unit) else ""
    tight = "" if expected == "%" else " "
    suggestion = f"{meant}{tight}{expected}".strip() if meant else ""
    return Refused("wrong_unit", words, suggestion=suggestion)


def money(text: str, currency: str, low: float = 0.0, high: float = 1e12) -> float:
    """Return an amount: ``180 EUR``, ``20k``, ``€500``, ``180 EUR a month``.

    >>> money("20k", "EUR"), money("€ 1 500 a month", "EUR")
    (20000.0, 1500.0)
    """
    written = PER.sub("", text.strip())
    for sign, code in SIGNS.items():
        if written.startswith(sign):
            written = f"{written[len(sign) :].strip()} {code}"
    if written[:4].upper() == f"{currency} ":
        written = f"{written[4:]} {currency}"
    value, unit = number_and_unit(unambiguous(written, high))
    unit = SIGNS.get(unit, unit)
    if unit and unit.upper() != currency:
        if re.fullmatch("[A-Z]{3}", unit):
            words = sentence(
                "this amount is in {given}, but the scenario counts in {currency}",
                given=unit,
                currency=currency,
            )
            step = sentence("every scenario has one currency: see 'currency' at its top")
            raise Refused("other_currency", words, next_step=step)
        raise _wrong_unit(text, unit, currency)
    return within(value, low, high, text)


def count(text: str, units: tuple[str, ...] = (), low: float = 0, high: float = 1e9) -> float:
    """Return a number of things; ``units`` may stand behind it.

    >>> count("12 000 offices", ("office",))
    12000.0
    """
    return _counted(unambiguous(text, high), units, low, high)


def figure(text: str, low: float, high: float) -> float:
    """Return a number of the market model, whose decimals are a matter of course.

    >>> figure("1.125", 0, 10)
    1.125
    """
    return _counted(text, (), low, high)


def _counted(text: str, units: tuple[str, ...], low: float, high: float) -> float:
    value, unit = number_and_unit(text)
    unit = PER.sub("", f" {unit}").strip()
    if unit and unit.lower().rstrip("s") not in {each.rstrip("s") for each in units}:
        raise _wrong_unit(text, unit, units[0] if units else "")
    return within(value, low, high, text)


def whole(text: str, units: tuple[str, ...] = (), low: float = 0, high: float = 1e9) -> int:
    """Return a whole number."""
    value = count(text, units, low, high)
    if value != int(value):
        words = sentence("'{given}' must be a whole number", given=shown(text))
        raise Refused("not_whole", words, suggestion=str(round(value)))
    return int(value)


def turn_number(text: str) -> int:
    """Return the turn of ``turn 3`` or ``3``."""
    found = re.fullmatch(r"\s*(?:turn\s+)?(\d{1,3})\s*", text, re.IGNORECASE | re.ASCII)
    if found is None or int(found[1]) < 1:
        words = sentence("'{given}' is not a turn", given=shown(text))
        raise Refused("bad_turn", words, next_step=sentence("write for example: turn 3"))
    return int(found[1])


def hours(text: str, low: float = 0.0, high: float = 1e4) -> float:
    """Return hours: ``42 hours``, ``2 days``, ``30 minutes``.

    >>> hours("2 days"), hours("30 minutes")
    (48.0, 0.5)
    """
    value, unit = number_and_unit(text)
    known = {"": 1.0, "h": 1.0, "hour": 1.0, "day": 24.0, "minute": 1 / 60, "min": 1 / 60}
    if unit.lower().rstrip("s") not in known:
        raise _wrong_unit(text, unit, "hours")
    return within(value * known[unit.lower().rstrip("s")], low, high, text)


def months(text: str, low: float = 0.25, high: float = 60) -> float:
    """Return months: ``3 months``, ``84 days``, ``6 weeks``.

    >>> months("6 weeks") < months("2 months")
    True
    """
    value, unit = number_and_unit(text)
    if unit.lower().rstrip("s") not in MONTHS_IN:
        raise (
            _wrong_unit(text, unit, "months")
            if unit
            else Refused(
                "wrong_unit",
                sentence("'{given}' needs a unit", given=shown(text)),
                suggestion=f"{text.strip()} months",
            )
        )
    return within(value * MONTHS_IN[unit.lower().rstrip("s")], low, high, text)


def choice(text: str, known: tuple[str, ...]) -> str:
    """Return the word if it is one of the known ones.

    Raises:
        Refused: with the nearest word and the whole list.

    """
    if text in known:
        return text
    words = sentence("'{given}' is not one of the choices here", given=shown(text))
    step = sentence("choose from: {choices:list}", choices=known)
    raise Refused("not_a_choice", words, suggestion=close(text, known), next_step=step)


def truth(text: str) -> bool:
    """Return whether the answer is yes: ``yes`` and ``no``, also ``on``, ``off``, ``true``."""
    word = text.strip().lower()
    if word in ("yes", "true", "on"):
        return True
    if word in ("no", "false", "off"):
        return False
    words = sentence("'{given}' is neither yes nor no", given=shown(text))
    raise Refused(
        "not_a_choice",
        words,
        next_step=sentence("choose from: {choices:list}", choices=("yes", "no")),
    )


def name(text: str, reserved: frozenset[str] = frozenset()) -> str:
    """Return the name of an entry: small letters, digits and underscores."""
    if not re.fullmatch("[a-z][a-z0-9_]{0,39}", text):
        plain = re.sub("[^a-z0-9]+", "_", text.lower()).strip("_")[:40]
        words = sentence("'{given}' cannot be the name of an entry", given=shown(text))
        step = sentence("names have small letters, digits and _, and begin with a letter")
        meant = plain if re.match("[a-z]", plain) else ""
        raise Refused("bad_name", words, suggestion=meant, next_step=step)
    if text in reserved:
        words = sentence("'{given}' has a meaning of its own here", given=text)
        step = sentence("choose another name")
        raise Refused("reserved_name", words, suggestion=f"{text}_1", next_step=step)
    return text
