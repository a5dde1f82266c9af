"""What if: a game played once more under the same luck, with one thing done otherwise.

Nothing is estimated. The same turns are played by the same code, so a game in which nothing is
changed comes out as it was, to the last bit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Final

from game.analysis.changes import Change, OtherJournal, changed_course
from game.analysis.courses import course_of_session
from game.analysis.games import play_course
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import Score, Session, new_session, replay, score
from game.session.measures import measure
from game.session.world import World

SERIES: Final = tuple(key for key in MEASURES if key != "turn")
"""The measures that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GameFigures:
    """One game of one firm in figures."""

    series: Mapping[str, tuple[float, ...]]  # each of SERIES at the end of every turn, own units
    score: Score  # after the last of these turns; points, 100 = every target met exactly


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparison:
    """A game as it was played, and as it would have gone."""

    change: Change
    turns: int  # compared: those that both games have played
    played: GameFigures
    changed: GameFigures

    def difference(self, name: str) -> tuple[float, ...]:
        """Return a measure's changed minus its played figure, a turn, in its own unit."""
        pairs = zip(self.changed.series[name], self.played.series[name], strict=True)
        return tuple(changed - played for changed, played in pairs)

    @property
    def score_gained(self) -> float:
        """Points that the change would have brought."""
        return self.changed.score.total - self.played.score.total

    @property
    def parts_gained(self) -> tuple[float, ...]:
        """The same for each line of the scorecard, points."""
        pairs = zip(self.changed.score.parts, self.played.score.parts, strict=True)
        return tuple(changed.points - played.points for changed, played in pairs)

    @property
    def bookings_gained(self) -> float:
        """Money a year that deals won in all turns would have been worth more."""
        return sum(self.difference("bookings"))


def what_if(rules: Rules, session: Session, change: Change) -> Comparison:
    """Return what a change to the turns played so far would have brought, exactly.

    Args:
        rules: the scenario.
        session: at least one turn played.
        change: what is done otherwise; all other decisions stay, of other firms as well.

    Raises:
        ValueError: if no turn has been played, or the change names what there is not.
        DecisionRejected: if a command of another journal is not allowed.

    """
    played = [record.closed for record in session.history]
    if isinstance(change, OtherJournal):
        start = new_session(rules, session.seed, session.seats, session.luck)
        changed = [record.closed for record in replay(rules, start, change.journal).history]
    else:
        course = changed_course(rules, course_of_session(rules, session), change)
        turns = play_course(rules, course, session.luck)
        changed = [turn.closed for turn in islice(turns, len(played))]
    both = min(len(played), len(changed))
    if not both:
        raise ValueError("no turn has been played")
    return Comparison(
        change=change,
        turns=both,
        played=game_figures(rules, played[:both], change.firm),
        changed=game_figures(rules, changed[:both], change.firm),
    )


def game_figures(rules: Rules, worlds: Sequence[World], firm: int) -> GameFigures:
    """Return a firm's figures from the worlds in which its turns ended, at least one."""
    series = {
        name: tuple(float(measure(rules, world, name)[firm]) for world in worlds) for name in SERIES
    }
    return GameFigures(series=MappingProxyType(series), score=score(rules, worlds[-1], firm))
