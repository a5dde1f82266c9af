"""What each lever is worth in the par plan, and how much working together should get."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.analysis.balance_arena import Arena, spent_by, with_money
from game.analysis.balance_figures import CollaborationWorth, LeverWorth, MixPoint, MoneyBinds
from game.analysis.balance_plans import usable
from game.analysis.changes import GroupOut, LeverOut, changed_course
from game.analysis.courses import Course
from game.market import GROUPS, LEVERS, Array
from game.market.arrays import Truth, locked, over_last
from game.market.levers import group_slice
from game.scenario.rules import Rules

SCAN: Final = (0.0, 0.025, 0.05, 0.075, *(0.05 * step for step in range(2, 13)))
"""Shares of the money for working together that are tried, 0–60 %."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spent:
    """What par does with its money, on average."""

    money: Array  # (t, l)
    income: Array  # (t,)

    @property
    def shares(self) -> Array:
        """Return each lever's part of all money spent, (l,)."""
        result: Array = self.money.sum(axis=0) / max(float(self.money.sum()), 1e-9)
        return result

    def shares_in(self, turn: int) -> Array:
        """Return each lever's part of one turn's money, (l,); turns from 0."""
        row = self.money[turn]
        result: Array = row / max(float(row.sum()), 1e-9)
        return result

    @property
    def unspent(self) -> float:
        """Return the part of all money that is not spent."""
        there = max(float(self.income.sum()), 1e-9)
        return min(max(1 - float(self.money.sum()) / there, 0.0), 1.0)


def spent_under(arena: Arena, par: Course) -> Spent:
    """Return what par does with its money."""
    money, income = spent_by(arena, par)
    return Spent(money=money, income=income)


def in_money(par: Course, spent: Spent) -> Course:
    """Return par in amounts: in shares of what is there, saved money would be spent a turn later.

    Other player firms keep to what they spend of an even split.
    """
    if not par.of_cash:
        return par
    money = par.spend * spent.income[:, None, None]
    return locked(replace(with_money(replace(par, spend=money), spent.money), of_cash=False))


def lever_worths(arena: Arena, par: Course, score: float, spent: Spent) -> tuple[LeverWorth, ...]:
    """Return the worth of every lever that can be used.

    Args:
        arena: to play in.
        par: the course.
        score: its points in the arena.
        spent: by it.

    """
    rules, levers = arena.rules, usable(arena.rules)
    amounts = in_money(par, spent)
    moved = [changed_course(rules, par, LeverOut(lever=lever)) for lever in levers]
    kept = [
        changed_course(rules, amounts, LeverOut(lever=lever, money="unspent")) for lever in levers
    ]
    means = arena.play([*moved, amounts, *kept]).score.mean(axis=1) / score
    count = len(levers)
    costs_moved, costs_unspent = 1 - means[:count], means[count] - means[count + 1 :]
    return tuple(
        _worth(spent, lever, float(costs_moved[place]), float(costs_unspent[place]))
        for place, lever in enumerate(levers)
    )


def _worth(spent: Spent, lever: str, moved: float, unspent: float) -> LeverWorth:
    place, turns = LEVERS.index(lever), len(spent.money)
    shares = [spent.shares_in(turn)[place] for turn in (0, turns // 2, turns - 1)]
    own, half = spent.money[:, place], turns // 2
    early, late = float(own[:half].sum()), float(own[turns - half :].sum())
    return LeverWorth(
        lever=lever,
        share=float(spent.shares[place]),
        first=float(shares[0]),
        middle=float(shares[1]),
        last=float(shares[2]),
        first_half=early / (early + late) if early + late > 0 else 0.5,
        costs_moved=moved,
        costs_unspent=unspent,
    )


def collaboration_worth(
    arena: Arena, par: Course, score: float, spent: Spent
) -> CollaborationWorth | None:
    """Return what working together earns; None where nothing or nothing else can be paid."""
    rules = arena.rules
    together = set(GROUPS["together"]) & set(usable(rules))
    if not together or together == set(usable(rules)):
        return None
    amounts = in_money(par, spent)
    without: Sequence[Course] = (
        changed_course(rules, par, GroupOut(group="together")),
        changed_course(rules, amounts, GroupOut(group="together", money="unspent")),
        amounts,
    )
    scan = [with_share_together(rules, par, share) for share in SCAN]
    of_par = arena.play([*without, *scan]).score.mean(axis=1) / score
    best = int(np.argmax(of_par[3:]))
    return CollaborationWorth(
        share=float(spent.shares[group_slice("together")].sum()),
        earns_moved=float(1 - of_par[0]),
        earns_unspent=float(of_par[2] - of_par[1]),
        best=SCAN[best],
        interior=0 < best < len(SCAN) - 1,
        scan=tuple(
            MixPoint(share=share, of_par=float(part))
            for share, part in zip(SCAN, of_par[3:], strict=True)
        ),
    )


def with_share_together(rules: Rules, course: Course, share: float) -> Course:
    """Return a course with the same money, a share of it for working together in every turn.

    Within and beside the group the mix of each turn stays. Where a turn has none, that of the whole
    game is taken; where no lever of the group ever gets money, an even one.
    """
    spend = course.spend[:, 0]
    here = np.zeros(len(LEVERS), dtype=bool)
    here[group_slice("together")] = True
    total = over_last(spend)[:, None]
    open_levers = np.isin(LEVERS, usable(rules))
    mixed = share * _mix(spend, here & open_levers) + (1 - share) * _mix(spend, ~here & open_levers)
    return with_money(course, total * mixed)


def _mix(spend: Array, levers: Truth) -> Array:
    """Return shares within some levers in every turn, (t, l), sum 1 over them."""
    own = np.where(levers, spend, 0.0)
    whole = own.sum(axis=0)
    usual = whole / whole.sum() if whole.sum() > 0 else levers / max(levers.sum(), 1)
    total = over_last(own)[:, None]
    result: Array = np.where(total > 0, own / np.maximum(total, 1e-9), usual)
    return result


def money_binds(arena: Arena, par: Course, score: float, spent: Spent) -> MoneyBinds:
    """Return how much par leaves, and what a tenth more or less money would change."""
    more, less = (arena.play([par], _with_budget(arena.rules, part)) for part in (1.1, 0.9))
    return MoneyBinds(
        unspent=spent.unspent,
        tenth_more=more.mean(0) / score,
        tenth_less=less.mean(0) / score,
    )


def _with_budget(rules: Rules, part: float) -> Rules:
    """Return the scenario with so much of firm 0's money; par divides it as before."""

    def scaled(amounts: Array) -> Array:
        changed = amounts.copy()
        changed[..., 0] *= part
        return changed

    params = replace(
        rules.params,
        allowance=scaled(rules.params.allowance),
        revenue_share=scaled(rules.params.revenue_share),
    )
    start = replace(rules.start, cash=scaled(rules.start.cash))
    return replace(rules, params=params, start=start)
