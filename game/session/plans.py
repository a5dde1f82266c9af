"""A plan: what one firm does with its money and policies in one turn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.market import LEVERS, Array, Decisions
from game.market.arrays import locked, over_last
from game.scenario.rules import Rules

ROUNDING: Final = 0.005
"""Money that may be spent above the budget: half a cent of rounding, nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Decisions of one firm for one turn."""

    spend: tuple[float, ...]  # money a lever, in the order of LEVERS
    bar: float  # 0–1
    focus: tuple[float, ...]  # shares of effort a segment, sum 1
    positioning: int  # index of the message
    split: tuple[float, ...] | None = None  # parts of the money a group; None = nobody divides it

    @property
    def total(self) -> float:
        """Money the plan spends."""
        return sum(self.spend)

    def on(self, lever: str) -> float:
        """Money the plan spends on one lever."""
        return self.spend[LEVERS.index(lever)]

    def with_spend(self, lever: str, amount: float) -> "Plan":
        """Return the plan with another amount on one lever."""
        place = LEVERS.index(lever)
        return replace(self, spend=(*self.spend[:place], amount, *self.spend[place + 1 :]))


def empty_plan(rules: Rules) -> Plan:
    """Return the plan that spends nothing and leaves the policies as the scenario has them."""
    policies = rules.policies
    return Plan(
        spend=(0.0,) * len(LEVERS),
        bar=policies.bar,
        focus=policies.focus,
        positioning=policies.positioning,
    )


def decisions_of(plans: Sequence[Plan]) -> Decisions:
    """Return the market's decisions from one plan a firm, in the order of the firm axis."""
    return locked(
        Decisions(
            spend=np.array([plan.spend for plan in plans], dtype=float, order="F"),
            qualification_bar=np.array([plan.bar for plan in plans], dtype=float),
            focus=np.array([plan.focus for plan in plans], dtype=float, order="F"),
            positioning=np.array([plan.positioning for plan in plans], dtype=np.int64),
        )
    )


def open_levers(rules: Rules, turn: int) -> tuple[bool, ...]:
    """Return for each lever whether money may be spent on it in a turn."""
    return tuple(lever.available and lever.unlock_turn <= turn for lever in rules.levers)


def limits_of(rules: Rules) -> Array:
    """Return the most money a turn that each lever takes, (l,); infinite without a limit."""
    return np.array([np.inf if lever.limit is None else lever.limit for lever in rules.levers])


def affordable(rules: Rules, turn: int, cash: Array, spend: Array) -> Array:
    """Return what is spent of what is wanted: nothing on closed levers, no more than is there.

    Args:
        rules: the scenario.
        turn: from 1.
        cash: (…) money of the firm.
        spend: (…, l) wanted.

    """
    wanted = np.where(open_levers(rules, turn), spend, 0.0)
    total = over_last(wanted)
    there = np.maximum(cash, 0.0)
    short = total > there + ROUNDING
    if not np.any(short):
        return wanted
    part = np.where(short, there / np.maximum(total, ROUNDING), 1.0)
    return np.asarray(wanted * part[..., None])
