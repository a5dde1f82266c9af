"""Trying out courses: many candidates against the same lucks, in batches, watched from outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np

from game.analysis.courses import Course, part_of
from game.analysis.games import CHUNK, batch_luck, final_scores, play_course
from game.market import Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import Luck, draw_luck

Progress: TypeAlias = Callable[[float, float], bool]
"""Told the part that is done (0–1) and the best score so far; returning False ends the search."""

_ARRAYS: Final = ("spend", "bar", "focus", "positioning", "answers")

WORST: Final = -1e30
NO_NUMBER: Final = -1e20
"""Score of a candidate whose score is no number, and below what a mean holds one of them."""


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


def usual_money(rules: Rules, course: Course, lucks: Sequence[Luck]) -> Array:
    """Return what firm 0 spends on each lever and turn on average, (t, l) money.

    Args:
        rules: the scenario.
        course: of one world.
        lucks: over which the mean is taken.

    """
    batch = repeated(batch_of(course), len(lucks))
    with np.errstate(all="ignore"):
        played = play_course(rules, batch, batch_luck(lucks, len(lucks)))
        return np.stack([turn.decisions.spend[:, 0].mean(axis=0) for turn in played])


def batch_of(course: Course) -> Course:
    """Return a course of one world as a batch of one."""
    return _made([course], lambda arrays: arrays[0][None])


def single(batch: Course, place: int) -> Course:
    """Return one candidate of a batch as the course of one world."""
    return _made([batch], lambda arrays: arrays[0][place])


def repeated(batch: Course, times: int) -> Course:
    """Return a batch in which every candidate stands so many times in a row."""
    return _made([batch], lambda arrays: np.repeat(arrays[0], times, axis=0))


def joined(batches: Sequence[Course]) -> Course:
    """Return one batch from several."""
    return _made(batches, np.concatenate)


def _made(batches: Sequence[Course], change: Callable[[list[Any]], Any]) -> Course:
    """Return a course of changed arrays; of several of the same kind."""
    arrays = {
        name: np.array(change([getattr(each, name) for each in batches]), order="F")
        for name in _ARRAYS
    }
    return locked(Course(**arrays, of_cash=batches[0].of_cash))
