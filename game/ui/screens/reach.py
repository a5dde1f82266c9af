"""How far the sliders of money go: one length for all of a turn, and for most turns."""

import math
from collections.abc import Hashable
from dataclasses import dataclass, field

from game.report.board import BoardLine
from game.report.figures import in_bank
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.ui.playing import Playing
from game.ui.toolkit import Widget

_EVEN_SHARES = 3.5
"""How many times an even share of the budget a slider reaches; more can be typed."""

_MUCH_LESS = 3
"""How many times shorter sliders may become before they do: they stay as long as they were."""

_NICE = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def nice_above(amount: float) -> float:
    """Return the next round amount, for the end of a slider.

    >>> nice_above(23_600), nice_above(0)
    (25000.0, 1.0)
    """
    if amount <= 1:
        return 1.0
    size = 10.0 ** math.floor(math.log10(amount))
    return next(size * nice for nice in _NICE if size * nice >= amount)


def usual_reach(view: PlayerView, most: float, before: float) -> float:
    """Return how far the sliders of a turn go.

    An amount stands in the same place from turn to turn, though a little less is there to spend.

    Args:
        view: of who plans.
        most: the largest amount of the plan.
        before: how far they went in the turn before; 0 where there was none.

    """
    return _next_reach(view.budget, _usable(view, view.turn), most, before)


def reach_of_game(rules: Rules, view: PlayerView) -> float:
    """Return how far the sliders go now, from what was there to spend in all turns so far.

    It depends on the game alone: whoever leaves it and comes back finds each knob in its place.
    """
    part = view.budget / view.purse if view.purse > 0 else 0.0
    allowance = float(rules.params.allowance[view.seat.firm])
    reach = 0.0
    for last in view.history[:-1]:
        there = part * (max(in_bank(rules, view.seat.firm, last), 0.0) + allowance)
        reach = _next_reach(there, _usable(view, last.turn + 1), _most(view, last), reach)
    return usual_reach(view, max(view.part, default=0.0), reach)


def _next_reach(budget: float, usable: int, most: float, before: float) -> float:
    even = budget / max(usable, 1) * _EVEN_SHARES
    now = nice_above(min(budget, max(even, most)))
    return before if now <= before <= now * _MUCH_LESS else now


def _usable(view: PlayerView, turn: int) -> int:
    """Return how many lines were open to a seat in a turn."""
    mine = (lever for lever in view.levers if lever.available and lever.mine)
    return sum(lever.unlock_turn <= turn for lever in mine)


def _most(view: PlayerView, turn: TurnView) -> float:
    """Return the largest amount on a seat's lines in a turn."""
    rows = zip(turn.plan.spend, view.levers, strict=True)
    return max((amount for amount, lever in rows if lever.mine), default=0.0)


@dataclass(slots=True)
class Reach:
    """How far the sliders go in a turn: the same for all, unless more was typed on one.

    A slider that shrank while it is dragged would run away from the pointer, so it only grows.
    """

    usual: float
    longer: dict[str, float] = field(default_factory=dict)
    rows: dict[str, tuple[Hashable, Widget]] = field(default_factory=dict)
    """Lines as they were shown last: while one slider moves, all others stay what they are."""

    @classmethod
    def of(cls, playing: Playing) -> "Reach":
        """Return the reach for the turn that is planned."""
        return cls(reach_of_game(playing.rules, playing.view))

    def high(self, line: BoardLine, amount: float) -> float:
        """Return where a line's slider ends."""
        high = max(self.usual, self.longer.get(line.key, 0.0))
        if amount > high:
            high = self.longer[line.key] = nice_above(amount)
        return high if line.limit is None else min(high, max(line.limit, amount))

    @property
    def step(self) -> float:
        """By how much an arrow moves a slider."""
        return max(1.0, nice_above(self.usual) / 50)
