"""Three moments worth talking about: the largest miss, the largest missed gain, the start.

Picked by figures alone, so that a debrief begins with what happened and not with what a trainer
remembers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from game.analysis.changes import AsTurnBefore, CourseChange, OtherPlan, changed_course
from game.analysis.courses import Course, course_of_session
from game.analysis.ends import ends_of
from game.market import Array
from game.market.levers import group_slice
from game.scenario.rules import Rules
from game.session import Plan, Session, TurnRecord
from game.session.measures import measure
from game.session.plans import ROUNDING, limits_of, open_levers

Instead: TypeAlias = Literal["as_before", "even", "par"]
"""Another plan for one turn: that of the turn before, an even split, or par's shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """The turn in which the prediction was furthest from what came."""

    turn: int
    said: float  # deals
    won: float  # deals


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedGain:
    """The turn in which a simple other plan would have brought most, all else as it was."""

    turn: int
    instead: Instead
    change: CourseChange
    score: float  # points gained by it, > 0, exact
    bookings: float  # money gained by it in the turns played, exact


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTogether:
    """The first turn in which money went to what makes marketing and sales work together."""

    turn: int
    money: float
    share: float  # 0–1, of that turn's spending


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """The three moments; None where there was none."""

    miss: Miss | None  # nobody predicted
    missed_gain: MissedGain | None  # no simple plan would have been better in any turn
    together: FirstTogether | None  # never


def moments(rules: Rules, session: Session, firm: int = 0, par: Course | None = None) -> Moments:
    """Return the moments of the turns played so far.

    Args:
        rules: the scenario.
        session: the game.
        firm: index of the player firm.
        par: the course of par; None leaves it out of what might have been done instead.

    """
    return Moments(
        miss=_miss(rules, session, firm),
        missed_gain=_missed_gain(rules, session, firm, par),
        together=_first_together(session, firm),
    )


def _miss(rules: Rules, session: Session, firm: int) -> Miss | None:
    misses = []
    for record in session.history:
        said = _said(record, firm)
        if said is not None:
            won = float(measure(rules, record.closed, "wins")[firm])
            misses.append(Miss(turn=record.turn, said=said, won=won))
    return max(misses, key=lambda each: abs(each.won - each.said), default=None)


def _said(record: TurnRecord, firm: int) -> float | None:
    """Return what a firm predicted; where several seats did, the first counts."""
    said = [
        each.prediction
        for each in sorted(record.submits, key=lambda submit: submit.seat)
        if each.seat.firm == firm and each.prediction is not None
    ]
    return said[0] if said else None


def _missed_gain(
    rules: Rules, session: Session, firm: int, par: Course | None
) -> MissedGain | None:
    turns = len(session.history)
    others = [
        (record.turn, instead, change)
        for record in session.history
        for instead, change in _instead(rules, record, firm, par)
    ]
    if not others:
        return None
    course = course_of_session(rules, session)
    courses = [course, *(changed_course(rules, course, change) for _, _, change in others)]
    ends = ends_of(rules, courses, (session.luck,), turns, firm)
    gains = ends.score[1:, 0] - ends.score[0, 0]
    best = int(np.argmax(gains))
    if gains[best] <= 0:
        return None
    turn, instead, change = others[best]
    return MissedGain(
        turn=turn,
        instead=instead,
        change=change,
        score=float(gains[best]),
        bookings=float(ends.bookings[best + 1, 0] - ends.bookings[0, 0]),
    )


def _instead(
    rules: Rules, record: TurnRecord, firm: int, par: Course | None
) -> Iterator[tuple[Instead, CourseChange]]:
    turn, plan = record.turn, record.plans[firm]
    cash = max(float(record.opened.market.cash[firm]), 0.0)
    usable = np.array(open_levers(rules, turn), dtype=float)
    if turn > 1:
        yield "as_before", AsTurnBefore(turn=turn, firm=firm)
    yield "even", OtherPlan(plan=_divided(rules, plan, usable, cash), turns=(turn,), firm=firm)
    if par is not None:
        shares = par.spend[turn - 1, 0] * usable  # the firm that plays par is the first
        yield "par", OtherPlan(plan=_divided(rules, plan, shares, cash), turns=(turn,), firm=firm)


def _divided(rules: Rules, plan: Plan, weights: Array, money: float) -> Plan:
    """Return a plan that divides money by weights, as far as limits allow; policies stay."""
    total = max(float(weights.sum()), ROUNDING)
    return replace(
        plan, spend=tuple(np.minimum(money * weights / total, limits_of(rules)).tolist())
    )


def _first_together(session: Session, firm: int) -> FirstTogether | None:
    for record in session.history:
        plan = record.plans[firm]
        money = sum(plan.spend[group_slice("together")])
        if money > ROUNDING:
            return FirstTogether(turn=record.turn, money=money, share=money / plan.total)
    return None
