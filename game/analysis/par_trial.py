"""Trying out courses: many candidates against the same lucks, in batches, watched from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np

from game.analysis.courses import Course, part_of
from game.analysis.games import CHUNK, batch_luck, final_scores, play_course
from game.market import Array
from game.market.arrays import locked, over_last
from game.scenario.rules import Rules
from game.session import Luck, draw_luck

Progress: TypeAlias = Callable[[float, float], bool]
"""Told the part that is done (0–1) and the best score so far; returning False ends the search."""

_ARRAYS: Final = ("spend", "bar", "focus", "positioning", "answers")

WORST: Final = -1e30
"""Score of a candidate whose score is no number."""


class EndedEarly(Exception):
    """The search was ended from outside."""


class Watch:
    """How far a search is, told to whoever started it; counted in games, not in seconds."""

    def __init__(self, games: int, progress: Progress | None) -> None:
        self._games = max(games, 1)
        self._played = 0
        self._progress = progress
        self.best = -np.inf

    def after(self, games: int) -> None:
        """Count games that were played.

        Raises:
            EndedEarly: if whoever watches has seen enough.

        """
        self._played += games
        if self._progress is None or not np.isfinite(self.best):
            return
        if not self._progress(min(self._played / self._games, 1.0), self.best):
            raise EndedEarly


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Plays candidates of one scenario."""

    rules: Rules
    watch: Watch

    def scores(self, batch: Course, lucks: Sequence[Luck]) -> Array:
        """Return the scores of firm 0, (n, k): of each candidate with each luck.

        Args:
            batch: of n candidates.
            lucks: k of them.

        """
        count, each = len(batch.spend), len(lucks)
        at_once = max(1, CHUNK // each)
        found = np.empty((count, each))
        for first in range(0, count, at_once):
            part = repeated(part_of(batch, slice(first, first + at_once)), each)
            worlds = len(part.spend)
            with np.errstate(all="ignore"):  # what is no number is told by the result
                points = final_scores(self.rules, part, batch_luck(lucks, worlds))[:, 0]
            found[first : first + at_once] = points.reshape(-1, each)
            self.watch.after(worlds)
        return np.where(np.isfinite(found), found, WORST)

    def means(self, batch: Course, lucks: Sequence[Luck]) -> Array:
        """Return the mean scores of firm 0, (n,)."""
        result: Array = self.scores(batch, lucks).mean(axis=1)
        return result


def drawn(rules: Rules, first: int, count: int) -> tuple[Luck, ...]:
    """Return lucks of seeds in a row."""
    return tuple(draw_luck(rules, seed) for seed in range(first, first + count))


def usual_income(rules: Rules, course: Course, lucks: Sequence[Luck]) -> Array:
    """Return the money that comes in to the player firms on average, (t, p).

    Args:
        rules: the scenario.
        course: of one world; where revenue pays into the budget, its decisions matter.
        lucks: over which the mean is taken.

    """
    firms, keep = rules.players, rules.params.carry_over
    left = np.zeros((len(lucks), firms))
    income = np.empty((rules.turns, firms))
    batch = repeated(batch_of(course), len(lucks))
    with np.errstate(all="ignore"):
        for turn in play_course(rules, batch, batch_luck(lucks, len(lucks))):
            cash = turn.opened.market.cash[:, :firms]
            income[turn.turn - 1] = (cash - left).mean(axis=0)
            left = (cash - over_last(turn.decisions.spend)[:, :firms]) * keep
    return np.nan_to_num(income, posinf=0.0, neginf=0.0)


def batch_of(course: Course) -> Course:
    """Return a course of one world as a batch of one."""
    return _made(lambda name: getattr(course, name)[None])


def single(batch: Course, place: int) -> Course:
    """Return one candidate of a batch as the course of one world."""
    return _made(lambda name: getattr(batch, name)[place])


def repeated(batch: Course, times: int) -> Course:
    """Return a batch in which every candidate stands so many times in a row."""
    return _made(lambda name: np.repeat(getattr(batch, name), times, axis=0))


def joined(batches: Sequence[Course]) -> Course:
    """Return one batch from several."""
    return _made(lambda name: np.concatenate([getattr(each, name) for each in batches]))


def _made(values: Callable[[str], Any]) -> Course:
    return locked(Course(**{name: np.array(values(name), order="F") for name in _ARRAYS}))
