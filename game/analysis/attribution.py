"""What each decision was worth: the same game, the same luck, one decision taken out.

In the world that was played this is exact; in others, where events and demand fall differently, it
says whether that was luck. All games are played in one batch.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.analysis.changes import (
    AsTurnBefore,
    CourseChange,
    GroupOut,
    LeverOut,
    Money,
    NothingSpent,
    OtherAnswer,
    changed_course,
)
from game.analysis.courses import Course, course_of_session
from game.analysis.ends import Ends, Spread, ends_of, other_worlds, spread_of
from game.market import GROUPS, LEVERS
from game.scenario.rules import Rules
from game.session import Luck, Session
from game.session.world import NOT_CHOSEN

OTHER_WORLDS: Final = 63
"""With the one that was played, 64."""

MONEY: Final[tuple[Money, ...]] = ("moved", "unspent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What one decision brought: the game as played minus the game with the change.

    Above 0 the decision was better than what the change puts in its place.
    """

    change: CourseChange
    score: float  # points, exact
    bookings: float  # money, exact
    scores: Spread  # points in the other worlds
    all_bookings: Spread  # money in the other worlds


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What all decisions of one firm were worth, over the turns played."""

    turns: int
    worlds: int  # behind each ``Spread``
    levers: tuple[Worth, ...]  # each lever that got money: out moved, out unspent
    groups: tuple[Worth, ...]  # the same for each group
    plans: tuple[Worth, ...]  # each turn: nothing spent, and as the turn before
    answers: tuple[Worth, ...]  # each event that happened: every other answer that could be paid


def attribution(
    rules: Rules, session: Session, firm: int = 0, worlds: Sequence[Luck] | None = None
) -> Attribution:
    """Return what each decision in the turns played so far was worth.

    Args:
        rules: the scenario.
        session: at least one turn played.
        firm: index of the player firm.
        worlds: the luck of other worlds, at least one; None draws ``OTHER_WORLDS``.

    Raises:
        ValueError: if no turn has been played.

    """
    turns = len(session.history)
    if not turns:
        raise ValueError("no turn has been played")
    if worlds is None:
        worlds = other_worlds(rules, session.seed, OTHER_WORLDS)
    course = course_of_session(rules, session)
    changes: list[CourseChange] = [
        *_levers(course, turns, firm),
        *_groups(course, turns, firm),
        *_plans(turns, firm),
        *_answers(rules, session, firm),
    ]
    courses = [course, *(changed_course(rules, course, change) for change in changes)]
    ends = ends_of(rules, courses, (session.luck, *worlds), turns, firm)
    worths = [
        _worth(ends, row, change)
        for row, change in enumerate(changes, start=1)
        if _was_possible(rules, ends, row, change)
    ]
    return Attribution(
        turns=turns,
        worlds=len(worlds),
        levers=tuple(each for each in worths if isinstance(each.change, LeverOut)),
        groups=tuple(each for each in worths if isinstance(each.change, GroupOut)),
        plans=tuple(
            each for each in worths if isinstance(each.change, NothingSpent | AsTurnBefore)
        ),
        answers=tuple(each for each in worths if isinstance(each.change, OtherAnswer)),
    )


def _used(course: Course, turns: int, firm: int) -> tuple[str, ...]:
    """Return the levers that got money in any of the turns played."""
    spend = course.spend[:turns, firm].sum(axis=0)
    return tuple(lever for lever, money in zip(LEVERS, spend, strict=True) if money > 0)


def _levers(course: Course, turns: int, firm: int) -> Iterator[LeverOut]:
    for lever in _used(course, turns, firm):
        yield from (LeverOut(lever=lever, money=money, firm=firm) for money in MONEY)


def _groups(course: Course, turns: int, firm: int) -> Iterator[GroupOut]:
    used = _used(course, turns, firm)
    for group, levers in GROUPS.items():
        if set(used) & set(levers):
            yield from (GroupOut(group=group, money=money, firm=firm) for money in MONEY)


def _plans(turns: int, firm: int) -> Iterator[NothingSpent | AsTurnBefore]:
    for turn in range(1, turns + 1):
        yield NothingSpent(turns=(turn,), firm=firm)
        if turn > 1:
            yield AsTurnBefore(turn=turn, firm=firm)


def _answers(rules: Rules, session: Session, firm: int) -> Iterator[OtherAnswer]:
    """Yield every answer to an event that happened, but the one that was given each time."""
    for place, event in enumerate(rules.events):
        given = {
            int(record.opened.chosen[place, firm])
            for record in session.history
            if int(record.opened.fired[place]) == record.turn
        } - {NOT_CHOSEN}
        for number, choice in enumerate(event.choices):
            if given and given != {number}:
                yield OtherAnswer(event=event.key, choice=choice.key, firm=firm)


def _was_possible(rules: Rules, ends: Ends, row: int, change: CourseChange) -> bool:
    """Say whether another answer could be paid: if not, the first choice stands in the game."""
    if not isinstance(change, OtherAnswer):
        return True
    place = [event.key for event in rules.events].index(change.event)
    number = int(ends.chosen[row, 0, place])
    return rules.events[place].choices[number].key == change.choice


def _worth(ends: Ends, row: int, change: CourseChange) -> Worth:
    score = ends.score[0] - ends.score[row]
    bookings = ends.bookings[0] - ends.bookings[row]
    return Worth(
        change=change,
        score=float(score[0]),
        bookings=float(bookings[0]),
        scores=spread_of(np.asarray(score[1:])),
        all_bookings=spread_of(np.asarray(bookings[1:])),
    )
