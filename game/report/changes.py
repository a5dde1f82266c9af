"""How a measure moved from one turn to the next, and whether that is good."""

from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain, Shown
from game.report.language import Language
from game.report.names import measure_description, measure_icon, measure_name
from game.report.number_style import as_counted
from game.scenario.measures import MEASURES, Kind
from game.session import TurnView
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A move of one measure.

    Attributes:
        kind: its unit; a share moves by percentage points.
        value: after minus before, 0 where it is too small to be said; None where either is not
            known.
        relative: the same as a part of what was before; None where that makes no sense.
        good: +1 a good move, -1 a bad one, 0 neither.

    """

    kind: Kind
    value: float | None
    relative: float | None
    good: int

    def said(self, language: Language) -> str:
        """Return "+12 %" for money, "+2" for people, "−6 pp" for shares, or "no change".

        Where one of the two is not known there is nothing to say: "".
        """
        if self.value is None:
            return ""
        if self.value == 0:
            return language.say(NO_CHANGE)
        if self.kind == "money" and self.relative is not None:
            return language.signed_share(self.relative)
        return language.change(self.kind, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One measure with its change: a card, or a row of a table."""

    key: str
    name: Sentence
    description: Sentence
    icon: str
    now: Shown
    before: Shown
    change: Change


def measure_row(curtain: Curtain, key: str, now: TurnView, before: TurnView | None) -> MeasureRow:
    """Return a measure in one turn and how it moved since another."""
    shown = curtain.measure(now, key)
    earlier = shown if before is None else curtain.measure(before, key)
    return MeasureRow(
        key=key,
        name=measure_name(key),
        description=measure_description(key),
        icon=measure_icon(key),
        now=shown,
        before=earlier,
        change=_no_change(key) if before is None else change_of(key, earlier, shown),
    )


def change_of(key: str, before: Shown, now: Shown) -> Change:
    """Return how a measure moved, and whether that is good."""
    if before.value is None or now.value is None:
        return _no_change(key)
    kind, better = MEASURES[key].kind, MEASURES[key].better
    moved = _moved(kind, before.value, now.value)
    return Change(
        kind=kind,
        value=moved,
        relative=moved / before.value if before.value > 0 else None,
        good=0 if moved == 0 else better * (1 if moved > 0 else -1),
    )


def _moved(kind: Kind, before: float, now: float) -> float:
    """Return how far a measure moved, as far as it can be seen: 0 where that rounds to nothing."""
    if kind == "people":
        # Beside "12" and "14" a reader expects +2, even where 12.4 became 13.6.
        return round(as_counted(now) - as_counted(before), 1)
    moved = now - before
    least = before * _LEAST_PART if kind == "money" and before > 0 else _LEAST[kind]
    return 0.0 if abs(moved) < least else moved


_LEAST: Final[dict[Kind, float]] = {
    "people": 0.05,
    "money": 0.5,
    "share": 0.0005,
    "hours": 0.05,
    "ratio": 0.005,
    "turn": 0.5,
}
"""The smallest move that is said as one; anything less would read "+0"."""

_LEAST_PART: Final = 0.0005
"""The same for money, which is said in percent of what was before."""

NO_CHANGE: Final = sentence("no change")


def _no_change(key: str) -> Change:
    return Change(kind=MEASURES[key].kind, value=None, relative=None, good=0)
