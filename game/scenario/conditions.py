"""Conditions as people write them: ``turn >= 3``, ``satisfaction < 60%``."""

import re
from typing import Final

from game.scenario import values
from game.scenario.measures import MEASURES
from game.scenario.rules import Comparison, Condition
from game.scenario.values import Refused
from game.words import sentence

_FORM: Final = re.compile(r"\s*(?P<measure>[^<>=!≤≥]*?)\s*(?P<sign>[<>=!≤≥]+)\s*(?P<value>.*?)\s*")
_SIGNS: Final[dict[str, Comparison]] = {
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "=": "=",
    "!=": "!=",
    "==": "=",
    "≤": "<=",
    "≥": ">=",
}
_MISSPELT: Final = {"=>": ">=", "=<": "<=", "<>": "!="}


def parse_condition(text: str, currency: str = "EUR") -> Condition:
    """Return a condition from its text.

    >>> parse_condition("satisfaction < 60%").value
    0.6

    Raises:
        Refused: with the nearest measure or sign.

    """
    found = _FORM.fullmatch(text)
    if found is None or not found["measure"] or not found["value"]:
        words = sentence("'{given}' is not a condition", given=values.shown(text))
        step = sentence("write a measure, a sign and a value: turn >= 3, satisfaction < 60%")
        raise Refused("bad_condition", words, next_step=step)
    measure = _measure(found["measure"], found.span("measure"))
    comparison = _sign(found["sign"], found.span("sign"))
    value = _value(found["value"], measure, currency, found.span("value"))
    return Condition(measure=measure, comparison=comparison, value=value, text=text.strip())


def _measure(given: str, span: tuple[int, int]) -> str:
    if given in MEASURES:
        return given
    words = sentence("there is no measure '{given}'", given=values.shown(given))
    step = sentence("the list of measures is in scenarios/README.md")
    raise Refused(
        "unknown_measure",
        words,
        suggestion=values.close(given, MEASURES),
        next_step=step,
        span=(span[0], span[1] - span[0]),
    )


def _sign(given: str, span: tuple[int, int]) -> Comparison:
    if given in _SIGNS:
        return _SIGNS[given]
    words = sentence("'{given}' does not compare anything", given=values.shown(given))
    step = sentence("choose from: {choices:list}", choices=tuple(dict.fromkeys(_SIGNS.values())))
    raise Refused(
        "bad_condition",
        words,
        suggestion=_MISSPELT.get(given, ""),
        next_step=step,
        span=(span[0], span[1] - span[0]),
    )


def _value(given: str, measure: str, currency: str, span: tuple[int, int]) -> float:
    if re.search(r"\b(and|or)\b|&|\|", given):
        words = sentence("this holds more than one condition")
        step = sentence("one condition an entry: [turn >= 3, satisfaction < 60%]; all must hold")
        raise Refused("bad_condition", words, next_step=step)
    try:
        return _of_kind(given, MEASURES[measure].kind, currency)
    except Refused as refused:
        refused.span = (span[0], span[1] - span[0])
        raise


def _of_kind(given: str, kind: str, currency: str) -> float:
    if kind == "share":
        # Loads are shares of a capacity, and may be above it.
        return values.share(given, 0.0, 10.0)
    if kind == "money":
        return values.money(given, currency, -1e12)
    if kind == "hours":
        return values.hours(given)
    if kind == "turn":
        return float(values.turn_number(given))
    return values.count(given)
