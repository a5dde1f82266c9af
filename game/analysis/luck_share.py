"""Luck against skill: the same decisions in many other worlds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from game.analysis.courses import Course, course_of_session
from game.analysis.ends import Spread, ends_of, other_worlds, spread_of
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    Luck,
    Seat,
    Session,
    apply,
    new_bot,
    new_session,
    no_luck,
    player_view,
)

WORLDS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckShare:
    """How much of a score was luck. All in points.

    ``played = scores.mean + luck`` and ``scores.mean = steady + skill``: what anybody gets by
    dividing the money evenly, what better decisions added, and what this one world did.
    """

    turns: int
    played: float
    worlds: tuple[float, ...]  # these decisions' score in each other world, ascending
    scores: Spread  # of the same
    place: float  # 0–1, part of the other worlds that this game leaves behind; ties count half
    luck: float  # played - mean
    steady: float  # mean of the even split in the same worlds
    skill: float  # mean - steady


def luck_share(
    rules: Rules, session: Session, firm: int = 0, worlds: Sequence[Luck] | None = None
) -> LuckShare:
    """Return how the decisions of the turns played so far would have done in other worlds.

    Args:
        rules: the scenario.
        session: at least one turn played.
        firm: index of the player firm.
        worlds: the luck of other worlds, at least one; None draws ``WORLDS``.

    Raises:
        ValueError: if no turn has been played.

    """
    turns = len(session.history)
    if not turns:
        raise ValueError("no turn has been played")
    if worlds is None:
        worlds = other_worlds(rules, session.seed, WORLDS)
    course = course_of_session(rules, session)
    steady = with_firm_of(course, steady_course(rules), firm)
    score = ends_of(rules, (course, steady), (session.luck, *worlds), turns, firm).score
    played, others = float(score[0, 0]), np.sort(score[0, 1:])
    spread, usual = spread_of(others), float(score[1, 1:].mean())
    behind = np.mean(others < played) + np.mean(others == played) / 2
    return LuckShare(
        turns=turns,
        played=played,
        worlds=tuple(others.tolist()),
        scores=spread,
        place=float(behind),
        luck=played - spread.mean,
        steady=usual,
        skill=spread.mean - usual,
    )


def steady_course(rules: Rules) -> Course:
    """Return what the even split does with average luck, for all player firms."""
    seats = tuple(Seat(firm) for firm in range(rules.players))
    session = new_session(rules, seats=seats, luck=no_luck(rules))
    bot = new_bot("steady")
    for _ in range(rules.turns):
        for seat in seats:
            session = apply(rules, session, bot.decide(player_view(rules, session, seat)))
        session = apply(rules, session, EndTurn())
    return course_of_session(rules, session)


def with_firm_of(course: Course, other: Course, firm: int) -> Course:
    """Return a course in which one player firm decides as in another course, answers included."""
    changes: dict[str, Any] = {}
    for name, axis in (("spend", 1), ("bar", 1), ("focus", 1), ("positioning", 1), ("answers", 2)):
        values = getattr(course, name).copy()
        at = (slice(None),) * axis + (firm,)
        values[at] = getattr(other, name)[at]
        changes[name] = values
    return locked(replace(course, **changes))
