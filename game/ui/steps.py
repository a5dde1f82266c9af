"""Whole steps of money: what the window plans by itself is round enough to be read and compared."""

import math
from dataclasses import replace
from typing import Final

from game.session.plans import Plan

_STEPS_IN_A_BUDGET: Final = 2_000
_NICE: Final = (5, 2, 1)


def money_step(budget: float) -> float:
    """Return the step in which a budget is divided: a round amount, at least one whole unit.

    >>> money_step(100_000), money_step(30_000), money_step(800)
    (50.0, 10.0, 1.0)
    """
    wanted = budget / _STEPS_IN_A_BUDGET
    if wanted < 1:
        return 1.0
    size = 10 ** math.floor(math.log10(wanted))
    return float(next(nice * size for nice in _NICE if nice * size <= wanted))


def whole_steps(draft: Plan, played: tuple[float, ...], budget: float) -> Plan:
    """Return a draft whose computed amounts are whole steps; it never spends more than before.

    Args:
        draft: of a seat.
        played: the seat's amounts of the last turn: one that was not changed stays as it is.
        budget: money of the seat in this turn.

    """
    step = money_step(budget)
    amounts = tuple(
        amount if amount == last and amount.is_integer() else amount // step * step
        for amount, last in zip(draft.spend, played, strict=True)
    )
    return replace(draft, spend=amounts)
