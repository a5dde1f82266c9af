"""A course: what the player firms do in every turn of a game, for one world or a whole batch.

A session is told what to do turn by turn; a course is the same written down beforehand, as arrays,
so that thousands of games can be played at once (``games.play_course``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.market import LEVERS, Array, Decisions
from game.market.arrays import Indices, aligned, locked
from game.scenario.rules import Rules
from game.session import Plan, Session, TurnRecord, firm_plan, is_over
from game.session.plans import empty_plan
from game.session.world import NOT_CHOSEN


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """Decisions of all player firms in all turns. Axes: ``t`` turns, ``p`` firms, ``e`` events.

    Money that is wanted and not there is cut in proportion, as in a session; closed levers take
    nothing.
    """

    spend: Array  # (…, t, p, l) money wanted; with ``of_cash`` shares of what is there
    bar: Array  # (…, t, p) 0–1
    focus: Array  # (…, t, p, s) shares of effort, sum 1 over s
    positioning: Indices  # (…, t, p) index of the message
    answers: Indices  # (…, t, e, p) the choice taken where an event happens in that turn
    of_cash: bool = False

    @property
    def turns(self) -> int:
        """How many turns it covers."""
        return int(self.spend.shape[-3])

    def decisions(self, turn: int) -> Decisions:
        """Return what the player firms want in one turn, counted from 1, (…, p, …)."""
        at = turn - 1
        return locked(
            Decisions(
                spend=aligned(self.spend[..., at, :, :]),
                qualification_bar=self.bar[..., at, :].copy(order="K"),
                focus=aligned(self.focus[..., at, :, :]),
                positioning=self.positioning[..., at, :].copy(order="K"),
            )
        )


def course_of_plans(rules: Rules, plans: Sequence[Sequence[Plan]]) -> Course:
    """Return the course of one world from plans, one a turn and player firm.

    Args:
        rules: the scenario.
        plans: turns × firms; turns after the last repeat it. Events are left to their first choice.

    """
    rows = [plans[min(turn, len(plans) - 1)] for turn in range(rules.turns)]
    return locked(
        Course(
            spend=np.array([[plan.spend for plan in row] for row in rows], dtype=float),
            bar=np.array([[plan.bar for plan in row] for row in rows], dtype=float),
            focus=np.array([[plan.focus for plan in row] for row in rows], dtype=float),
            positioning=np.array([[plan.positioning for plan in row] for row in rows], np.int64),
            answers=np.zeros((rules.turns, len(rules.events), rules.players), dtype=np.int64),
        )
    )


def course_of_session(rules: Rules, session: Session) -> Course:
    """Return what was done in a game; turns not yet played repeat the plan as it stands now.

    An answer given to an event counts for all later turns in which the event might happen instead,
    and the first one for all earlier turns.
    """
    plans: list[tuple[Plan, ...]] = [record.plans for record in session.history]
    if not is_over(rules, session):
        plans.append(tuple(firm_plan(rules, session, firm) for firm in range(rules.players)))
    course = course_of_plans(rules, plans or [(empty_plan(rules),) * rules.players])
    return locked(replace(course, answers=_answers(rules, session.history, course.answers)))


def _answers(rules: Rules, history: tuple[TurnRecord, ...], none: Indices) -> Indices:
    answers = none.copy()
    given = np.full(answers.shape, NOT_CHOSEN, dtype=np.int64)
    for record in history:
        now = record.opened.fired == record.turn
        given[record.turn - 1, now] = record.opened.chosen[now]
    for event in range(len(rules.events)):
        for firm in range(rules.players):
            known = np.flatnonzero(given[:, event, firm] != NOT_CHOSEN)
            for place, turn in enumerate(known):
                answers[0 if place == 0 else turn :, event, firm] = given[turn, event, firm]
    return answers


def stacked(courses: Sequence[Course]) -> Course:
    """Return a batch: one world for each course, on a new first axis."""

    def on_top(name: str) -> Array:
        rows = np.stack([getattr(course, name) for course in courses])
        return np.asfortranarray(rows)

    return locked(
        Course(
            spend=on_top("spend"),
            bar=on_top("bar"),
            focus=on_top("focus"),
            positioning=on_top("positioning").astype(np.int64),
            answers=on_top("answers").astype(np.int64),
            of_cash=_alike(courses),
        )
    )


def _alike(courses: Sequence[Course]) -> bool:
    kinds = {course.of_cash for course in courses}
    if len(kinds) > 1:
        raise ValueError("money and shares of it do not go into one batch")
    return kinds.pop()


def part_of(course: Course, worlds: slice) -> Course:
    """Return some worlds of a batch."""
    return locked(
        Course(
            spend=course.spend[worlds],
            bar=course.bar[worlds],
            focus=course.focus[worlds],
            positioning=course.positioning[worlds],
            answers=course.answers[worlds],
            of_cash=course.of_cash,
        )
    )


def without_levers(course: Course, levers: Sequence[str], firm: int = 0) -> Course:
    """Return the course with nothing on some levers of a firm; their money stays unspent."""
    spend = course.spend.copy(order="K")
    spend[..., firm, [LEVERS.index(lever) for lever in levers]] = 0.0
    return locked(replace(course, spend=spend))
