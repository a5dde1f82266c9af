"""How finely a change and its parts are written, so that what is shown adds up.

All figures of one breakdown are rounded to the same unit, and its parts by the largest remainder:
start, parts and end add up as they stand on the page, and not only before rounding.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.report.language import Language
from game.scenario.measures import Kind
from game.words import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """The smallest step that is written.

    Attributes:
        kind: of the figures.
        unit: the step, in the figures' own unit.
        digits: decimals that it needs; of a share, in percent.

    """

    kind: Kind
    unit: float
    digits: int

    def rounded(self, value: float) -> float:
        """Return the nearest figure that can be written."""
        return self._of(round(value / self.unit))

    def parts(self, parts: Sequence[float], whole: float) -> tuple[float, ...]:
        """Return parts that can be written and add up to a whole that can.

        Args:
            parts: of any sign; they add up to what the whole was before it was rounded, give or
                take one unit.
            whole: rounded.

        """
        floors = [math.floor(part / self.unit) for part in parts]
        missing = round(whole / self.unit) - sum(floors)
        order = sorted(range(len(parts)), key=lambda at: (floors[at] - parts[at] / self.unit, at))
        for at in order[: max(missing, 0)]:
            floors[at] += 1
        return tuple(self._of(floor) for floor in floors)

    def figure(self, language: Language, value: float) -> str:
        """Return a figure as text: € 68 k, 6.9, 63.2 %."""
        if self.kind == "money":
            return language.short(value)
        if self.kind == "share":
            return language.share(value, self.digits)
        if self.kind == "hours":
            return language.hours(value)
        return language.decimal(value, self.digits)

    def change(self, language: Language, value: float) -> str:
        """Return a change as text, with its sign: +€ 21.6 k, +2.2, −0.9 pp."""
        if self.kind == "money":
            return language.signed_money(value)
        if self.kind == "hours":
            return language.change("hours", value)
        plus = "+" if round(value / self.unit) > 0 else ""
        if self.kind == "share":
            amount = plus + language.decimal(100 * value, self.digits)
            return language.say(sentence("{amount}\N{NO-BREAK SPACE}pp", amount=amount))
        return plus + language.decimal(value, self.digits)

    def _of(self, count: int) -> float:
        return round(count * self.unit, 6)


POINTS: Final = Grain(kind="ratio", unit=0.1, digits=1)
"""How finely points of a score are written."""


def points_shown(parts: Sequence[float], total: float) -> tuple[float, ...]:
    """Return points with one decimal that add up to their total with one decimal."""
    return POINTS.parts(parts, POINTS.rounded(total))


def grain_of(kind: Kind, values: Sequence[float]) -> Grain:
    """Return how finely figures that belong together are written.

    Money has three figures in the largest of them; people have decimals where there are few.
    """
    largest = max((abs(value) for value in values), default=0.0)
    if kind == "money":
        unit = 10.0 ** max(math.floor(math.log10(largest)) - 2, 0) if largest > 1 else 1.0
        # 999,600 is written as a million: rounding may need a coarser unit than the figure itself.
        if round(largest / unit) > 999:
            unit *= 10
        return Grain(kind=kind, unit=unit, digits=0)
    if kind == "share":
        return Grain(kind=kind, unit=0.001, digits=1)
    if kind == "hours":
        return Grain(kind=kind, unit=0.1 if largest < 9.95 else 1.0, digits=0)
    if kind == "ratio":
        return Grain(kind=kind, unit=0.01, digits=2)
    digits = next((digits for least, digits in _PEOPLE if largest >= least), 2)
    return Grain(kind=kind, unit=10.0**-digits, digits=digits)


_PEOPLE: Final = ((20, 0), (2, 1))
"""From so many people on, so many decimals."""
