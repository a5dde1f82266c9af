"""Figures with all the digits that matter, for tables: cards round, tables do not.

A change is that of the two figures as they stand: who takes one from the other finds it.
"""

from dataclasses import dataclass
from typing import Final

from game.report.changes import NO_CHANGE, change_of
from game.report.figures import HIDDEN, Shown
from game.report.language import Language
from game.scenario.measures import MEASURES

_DIGITS: Final = 1
"""Decimals of a share in percent, and of hours."""

_SEEN: Final = 0.0005
"""From this part on, a change of money is said in percent: "+0.1 %"; below, as money."""

_FAR: Final = 10.0
"""From so many times more on, money is compared as money: it was hardly anything before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How a figure moved, as tables say it.

    Attributes:
        value: what was added to it; 0 where both figures read the same.
        good: +1 a good move, -1 a bad one, 0 neither.
        said: with its sign and unit, or "no change".

    """

    value: float
    good: int
    said: str


def said_exactly(shown: Shown, language: Language) -> str:
    """Return a figure as tables write it: € 163,167, 58.7 %, 16.3 h."""
    if shown.hidden:
        return language.say(HIDDEN)
    if shown.value is not None and shown.kind == "share":
        return language.share(shown.value, _DIGITS)
    if shown.value is not None and shown.kind == "hours":
        return language.hours(shown.value, _DIGITS)
    return language.figure(shown.kind, shown.value)


def moved_exactly(key: str, before: Shown, now: Shown, language: Language) -> Moved | None:
    """Return how a measure moved between two figures; None where either is not known."""
    if before.value is None or now.value is None:
        return None
    digits = {"share": _DIGITS, "hours": _DIGITS, "money": 0}.get(now.kind)
    if digits is None:
        value = change_of(key, before, now).value or 0.0
    else:
        size = 100 if now.kind == "share" else 1  # rounded as it is written: in percent
        first, second = (round(each * size, digits) for each in (before.value, now.value))
        value = round(second - first, digits) / size
    if value == 0:
        return Moved(value=0.0, good=0, said=language.say(NO_CHANGE))
    good = MEASURES[key].better * (1 if value > 0 else -1)
    return Moved(value=value, good=good, said=_said(value, before, language))


def _said(value: float, before: Shown, language: Language) -> str:
    if before.kind == "share":
        return language.points(value, _DIGITS)
    if before.kind == "hours":
        return ("+" if value > 0 else "") + language.hours(value, _DIGITS)
    if before.kind == "money" and before.value is not None and before.value > 0:
        relative = value / before.value
        if _SEEN <= abs(relative) < _FAR:
            return language.signed_share(relative)
    return language.change(before.kind, value)
