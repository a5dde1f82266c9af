"""All that a debrief asks of a game, in one go: the other worlds are drawn once for all of it."""

from dataclasses import dataclass

from game.analysis.attribution import OTHER_WORLDS, Attribution, attribution
from game.analysis.courses import Course
from game.analysis.ends import other_worlds
from game.analysis.luck_share import WORLDS, LuckShare, luck_share
from game.analysis.moments import Moments, moments
from game.analysis.shapley import (
    CollaborationEarned,
    GroupValues,
    collaboration_earned,
    group_values,
)
from game.scenario.rules import Rules
from game.session import Session


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Debrief:
    """What one firm's decisions were worth, and what was luck, over the turns played."""

    turns: int
    attribution: Attribution
    groups: GroupValues
    collaboration: CollaborationEarned
    luck: LuckShare
    moments: Moments


def debrief(
    rules: Rules,
    session: Session,
    firm: int = 0,
    par: Course | None = None,
    worlds: int = WORLDS,
) -> Debrief:
    """Return the analysis of a finished or running game.

    Args:
        rules: the scenario.
        session: at least one turn played.
        firm: index of the player firm.
        par: the course of par, where it is known.
        worlds: other worlds to look at, ≥ 1; attribution uses the first ``OTHER_WORLDS`` of them.

    Raises:
        ValueError: if no turn has been played.

    """
    lucks = other_worlds(rules, session.seed, worlds)
    return Debrief(
        turns=len(session.history),
        attribution=attribution(rules, session, firm, lucks[:OTHER_WORLDS]),
        groups=group_values(rules, session, firm),
        collaboration=collaboration_earned(rules, session, firm),
        luck=luck_share(rules, session, firm, lucks),
        moments=moments(rules, session, firm, par),
    )
