"""Who brought what, where each alone brings little: Shapley values.

A player's value is what it adds, averaged over all orders in which the players might have come.
The values add up to what all of them bring together (efficiency), and players who add the same
everywhere get the same (symmetry). Shapley, L. S. (1953), A value for n-person games.
"""

from dataclasses import dataclass
from math import factorial

import numpy as np

from game.analysis.changes import GroupOut, changed_course
from game.analysis.courses import course_of_session
from game.analysis.ends import ends_of
from game.analysis.what_if import Comparison, what_if
from game.market import GROUPS, Array
from game.market.arrays import Truth, over_last
from game.market.levers import Group
from game.scenario.rules import Rules
from game.session import Session


def coalitions(players: int) -> Truth:
    """Return who is in each coalition, (2^n, n): player k is in number i where bit k of i is set.

    >>> coalitions(2).astype(int).tolist()
    [[0, 0], [1, 0], [0, 1], [1, 1]]
    """
    numbers = np.arange(2**players)[:, None]
    inside: Truth = numbers >> np.arange(players) & 1 > 0
    return inside


def shapley_values(worths: Array) -> Array:
    """Return what each player adds, averaged over all orders of coming.

    ``φ_k = Σ_S |S|!·(n-|S|-1)!/n! · (v(S ∪ k) - v(S))`` over the coalitions S without k.

    Args:
        worths: (2^n, …) v of every coalition, in the order of ``coalitions``; v(∅) need not be 0.

    Returns:
        (n, …); the sum over n is v(all) - v(∅).

    >>> shapley_values(np.array([0.0, 10.0, 20.0, 50.0])).tolist()
    [20.0, 30.0]

    """
    players = len(worths).bit_length() - 1
    inside = coalitions(players)
    size = inside.sum(axis=1)
    weights = np.array(
        [factorial(s) * factorial(players - s - 1) / factorial(players) for s in range(players)]
    )
    values = np.empty((players, *worths.shape[1:]))
    for player in range(players):
        without = np.flatnonzero(~inside[:, player])
        added = worths[without + 2**player] - worths[without]
        values[player] = over_last(np.moveaxis(added, 0, -1) * weights[size[without]])
    return values


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupValue:
    """What a group of levers brought: its Shapley value."""

    group: Group
    score: float  # points
    bookings: float  # money


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupValues:
    """A game's result divided among marketing, sales and what makes them work together.

    The groups' values add up to ``whole - nothing``, in points and in money.
    """

    groups: tuple[GroupValue, ...]  # in the order of GROUPS
    score: float  # points of the game as played
    bookings: float  # money
    score_of_nothing: float  # points of the same game with no money spent
    bookings_of_nothing: float  # money


def group_values(rules: Rules, session: Session, firm: int = 0) -> GroupValues:
    """Return what each group of levers brought in the turns played, under the luck played.

    The game is played with each of the eight sets of groups; the money of the others stays unspent.

    Raises:
        ValueError: if no turn has been played.

    """
    turns = len(session.history)
    if not turns:
        raise ValueError("no turn has been played")
    courses, played = [], course_of_session(rules, session)
    for inside in coalitions(len(GROUPS)):
        course = played
        for group, spends in zip(GROUPS, inside, strict=True):
            if not spends:
                out = GroupOut(group=group, money="unspent", firm=firm)
                course = changed_course(rules, course, out)
        courses.append(course)
    ends = ends_of(rules, courses, (session.luck,), turns, firm)
    scores, bookings = ends.score[:, 0], ends.bookings[:, 0]
    of_groups = zip(GROUPS, shapley_values(scores), shapley_values(bookings), strict=True)
    return GroupValues(
        groups=tuple(
            GroupValue(group=group, score=float(points), bookings=float(money))
            for group, points, money in of_groups
        ),
        score=float(scores[-1]),
        bookings=float(bookings[-1]),
        score_of_nothing=float(scores[0]),
        bookings_of_nothing=float(bookings[0]),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CollaborationEarned:
    """The same game without what makes marketing and sales work together, both ways.

    What collaboration earned is minus what the change gained: ``-moved.score_gained`` points.
    """

    moved: Comparison  # its money moved to marketing and sales in proportion
    unspent: Comparison  # its money left in the bank


def collaboration_earned(rules: Rules, session: Session, firm: int = 0) -> CollaborationEarned:
    """Return the game played beside itself without collaboration; see ``what_if``."""
    return CollaborationEarned(
        moved=what_if(rules, session, GroupOut(group="together", firm=firm)),
        unspent=what_if(rules, session, GroupOut(group="together", money="unspent", firm=firm)),
    )
