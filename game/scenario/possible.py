"""Whether conditions can ever hold together: each measure's range, narrowed by each of them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.scenario.measures import MEASURES
from game.scenario.rules import Condition

_UNBOUNDED: Final = frozenset({"contribution", "total_contribution", "cash"})
_ABOVE_ONE: Final = frozenset({"sales_load", "demo_load"})


@dataclass(frozen=True, slots=True)
class Range:
    """Values between two bounds; a bound that is open does not belong to it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def empty(self) -> bool:
        """Whether no value is in it."""
        if self.low == self.high:
            return self.low_open or self.high_open
        return self.low > self.high

    def above(self, value: float, *, is_open: bool) -> "Range":
        """Return the part above a value."""
        if value < self.low or (value == self.low and self.low_open):
            return self
        return Range(value, self.high, is_open, self.high_open)

    def below(self, value: float, *, is_open: bool) -> "Range":
        """Return the part below a value."""
        if value > self.high or (value == self.high and self.high_open):
            return self
        return Range(self.low, value, self.low_open, is_open)


def impossible(conditions: Iterable[Condition], last_turn: float = math.inf) -> tuple[str, ...]:
    """Return the measures of which no value satisfies all that is asked of them.

    >>> from game.scenario.conditions import parse_condition
    >>> impossible([parse_condition("turn > 5"), parse_condition("turn < 6")])
    ('turn',)
    """
    ranges: dict[str, Range] = {}
    for condition in conditions:
        before = ranges.get(condition.measure) or _whole_range(condition.measure, last_turn)
        ranges[condition.measure] = _narrowed(before, condition)
    return tuple(name for name, each in ranges.items() if each.empty)


def _whole_range(name: str, last_turn: float) -> Range:
    if name == "turn":
        return Range(1, last_turn)
    if MEASURES[name].kind == "share" and name not in _ABOVE_ONE:
        return Range(0, 1)
    return Range(-math.inf if name in _UNBOUNDED else 0, math.inf)


def _narrowed(before: Range, condition: Condition) -> Range:
    value, whole = condition.value, condition.measure == "turn"
    match condition.comparison:
        case ">":
            # Turns are whole: after turn 5 is from turn 6 on.
            return before.above(value + 1 if whole else value, is_open=not whole)
        case ">=":
            return before.above(value, is_open=False)
        case "<":
            return before.below(value - 1 if whole else value, is_open=not whole)
        case "<=":
            return before.below(value, is_open=False)
        case "=":
            return before.above(value, is_open=False).below(value, is_open=False)
        case _:
            return before
