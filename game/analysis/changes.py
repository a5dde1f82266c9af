"""What might have been done otherwise: the closed list of changes that can be asked about.

A change turns one course of decisions into another (``changed_course``); the luck stays. Money that
is not there is cut in proportion, and closed levers take nothing, as in every game.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, assert_never

import numpy as np

from game.analysis.courses import Course
from game.market import GROUPS, LEVERS, Array
from game.market.arrays import Truth, locked, over_last
from game.market.levers import Group
from game.scenario.rules import Rules
from game.session import Command, Plan
from game.session.plans import ROUNDING, limits_of

Turns: TypeAlias = tuple[int, ...] | None
"""In which turns, counted from 1; None = in all of them."""

Money: TypeAlias = Literal["moved", "unspent"]
"""What becomes of money taken away: to the other levers in proportion, or left in the bank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlan:
    """Another plan, money and policies."""

    plan: Plan
    turns: Turns = None
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingSpent:
    """No money on any lever; policies as they were."""

    turns: Turns = None
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AsTurnBefore:
    """In one turn, the plan of the turn before once more; nothing changes in the first turn."""

    turn: int
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverOut:
    """A game without one lever.

    Money is moved to the levers that got some in the same turn, as far as their limits allow; where
    there was none, it stays unspent. In a course of shares, what is above a limit stays unspent.
    """

    lever: str
    money: Money = "moved"
    turns: Turns = None
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOut:
    """A game without a whole group of levers; for money see ``LeverOut``."""

    group: Group
    money: Money = "moved"
    turns: Turns = None
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPolicies:
    """Other policies; None leaves one as it was."""

    bar: float | None = None  # 0–1
    focus: tuple[float, ...] | None = None  # shares a segment, sum 1
    positioning: int | None = None  # index of the message
    turns: Turns = None
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAnswer:
    """Another answer to an event, whenever it happens.

    Where it cannot be paid, the event's first choice is taken, as in every game.
    """

    event: str
    choice: str
    turns: Turns = None
    firm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherJournal:
    """Another list of commands from the first turn on: what no other change can say."""

    journal: tuple[Command, ...]
    firm: int = 0  # whose figures are compared


CourseChange: TypeAlias = (
    OtherPlan | NothingSpent | AsTurnBefore | LeverOut | GroupOut | OtherPolicies | OtherAnswer
)
"""A change that can be asked about in any world, and in thousands at once."""

Change: TypeAlias = CourseChange | OtherJournal


def from_turn(rules: Rules, turn: int) -> tuple[int, ...]:
    """Return a turn, counted from 1, and all that follow: for the ``turns`` of a change."""
    return tuple(range(turn, rules.turns + 1))


def changed_course(rules: Rules, course: Course, change: CourseChange) -> Course:
    """Return a course with one thing done otherwise.

    Args:
        rules: the scenario.
        course: of a single world, (t, …).
        change: what is different.

    Raises:
        ValueError: if it names a lever, event, choice, turn or firm that there is not.

    """
    if not 0 <= change.firm < rules.players:
        raise ValueError(f"there is no player firm {change.firm}")
    match change:
        case OtherPlan():
            other = _with_plan(rules, course, change)
        case NothingSpent():
            other = _with_spend(rules, course, change, np.zeros_like)
        case AsTurnBefore():
            other = _as_before(rules, course, change)
        case LeverOut():
            other = _without(rules, course, change, (change.lever,))
        case GroupOut():
            other = _without(rules, course, change, GROUPS[change.group])
        case OtherPolicies():
            other = _with_policies(rules, course, change)
        case OtherAnswer():
            other = _with_answer(rules, course, change)
        case _:
            assert_never(change)
    return other


def _rows(rules: Rules, turns: Turns) -> slice | list[int]:
    """Return where turns stand on the axis of turns."""
    if turns is None:
        return slice(None)
    if any(not 1 <= turn <= rules.turns for turn in turns):
        raise ValueError(f"turns are counted from 1 to {rules.turns}: {turns}")
    return [turn - 1 for turn in turns]


def _with_plan(rules: Rules, course: Course, change: OtherPlan) -> Course:
    plan = change.plan
    other = _with_spend(rules, course, change, lambda spend: _filled(spend, plan.spend))
    policies = OtherPolicies(
        bar=plan.bar,
        focus=plan.focus,
        positioning=plan.positioning,
        turns=change.turns,
        firm=change.firm,
    )
    return _with_policies(rules, other, policies)


def _filled(spend: Array, amounts: Sequence[float]) -> Array:
    return np.broadcast_to(np.array(amounts, dtype=float), spend.shape)


def _with_spend(
    rules: Rules,
    course: Course,
    change: OtherPlan | NothingSpent | LeverOut | GroupOut,
    amounts: Callable[[Array], Array],
) -> Course:
    """Return the course with a firm's money, (turns, l), in the turns of a change made anew."""
    rows = _rows(rules, change.turns)
    spend = course.spend.copy()
    spend[rows, change.firm] = amounts(course.spend[rows, change.firm])
    return locked(replace(course, spend=spend))


def _as_before(rules: Rules, course: Course, change: AsTurnBefore) -> Course:
    _rows(rules, (change.turn,))
    if change.turn == 1:
        return course
    now, last, firm = change.turn - 1, change.turn - 2, change.firm
    changes: dict[str, Any] = {}
    for name in ("spend", "bar", "focus", "positioning"):
        values = getattr(course, name).copy()
        values[now, firm] = values[last, firm]
        changes[name] = values
    return locked(replace(course, **changes))


def _without(
    rules: Rules, course: Course, change: LeverOut | GroupOut, levers: Sequence[str]
) -> Course:
    out = np.isin(LEVERS, list(levers))
    if out.sum() != len(levers):
        raise ValueError(f"there is no such lever: {levers}")
    if change.money == "unspent":
        return _with_spend(rules, course, change, lambda spend: np.where(out, 0.0, spend))
    # Shares meet the limits, which are money, only when they are played.
    limits = np.full(len(LEVERS), np.inf) if course.of_cash else limits_of(rules)
    return _with_spend(rules, course, change, lambda spend: _moved(spend, out, limits))


def _moved(spend: Array, out: Truth, limits: Array) -> Array:
    """Return spending, (t, l), with the money of some levers moved to the rest in proportion."""
    rest = np.where(out, 0.0, spend)
    freed = over_last(spend) - over_last(rest)
    # Each round fills one lever up to its limit, or places all that is left.
    for _ in LEVERS:
        growing = np.where(rest < limits, rest, 0.0)
        base = over_last(growing)
        part = np.divide(freed, base, out=np.zeros_like(base), where=base > 0)
        grown = np.minimum(rest + growing * part[:, None], np.maximum(limits, rest))
        freed = np.maximum(freed - (over_last(grown) - over_last(rest)), 0.0)
        rest = grown
        if not np.any(freed * (part > 0) > ROUNDING):
            break
    return rest


def _with_policies(rules: Rules, course: Course, change: OtherPolicies) -> Course:
    rows, firm = _rows(rules, change.turns), change.firm
    changes: dict[str, Any] = {}
    for name in ("bar", "focus", "positioning"):
        wanted = getattr(change, name)
        if wanted is not None:
            values = getattr(course, name).copy()
            values[rows, firm] = wanted
            changes[name] = values
    return locked(replace(course, **changes))


def _with_answer(rules: Rules, course: Course, change: OtherAnswer) -> Course:
    place = [event.key for event in rules.events].index(change.event)
    number = [choice.key for choice in rules.events[place].choices].index(change.choice)
    answers = course.answers.copy()
    answers[_rows(rules, change.turns), place, change.firm] = number
    return locked(replace(course, answers=answers))
