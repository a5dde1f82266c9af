"""The search itself: strands of separable CMA-ES side by side, of which the best goes on.

A strand is one start (a message to lead with, shares of the money) that improves by itself. All
strands of a stage are played in one batch, against lucks that change with every generation and are
the same for all candidates of one; now and then the middle of each strand is judged by a fixed
pool of lucks, and the best of those is what the search has found.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Final

import numpy as np

from game.analysis.courses import Course
from game.analysis.par_shape import Fixed, Shape, courses
from game.analysis.par_trial import Trial, joined, single
from game.market import Array
from game.session import Luck

JUDGED_EVERY: Final = 12
"""Generations between two judgements of the strands."""

SPREAD: Final = (1e-6, 3.0)
"""Least and most spread of candidates: what changes nothing would otherwise drift without end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How long and how broadly strands are improved."""

    generations: int
    candidates: int  # of each strand in a generation
    lucks: int  # with which each candidate is played


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """A course and what the pool of lucks says about it."""

    score: float
    course: Course  # of one world
    shape: Shape
    row: Array
    fixed: Fixed


class Strand:
    """One start of the search, and how far it has come."""

    def __init__(self, shape: Shape, start: tuple[Array, Fixed], spread: float, seed: int) -> None:
        """Start around a row.

        Args:
            shape: of the row.
            start: where the search begins, (size,), and the other choices.
            spread: how far around it candidates are drawn at first.
            seed: of the drawing.

        """
        self.shape = shape
        self.fixed = start[1]
        self.found: Found | None = None  # its middle, as judged last
        self._row = start[0]
        self._spread = np.full(len(self._row), spread)
        self._luck = np.random.Generator(np.random.Philox(seed))
        self._evolution: Any = None
        self._size = 0

    def candidates(self, count: int) -> Array:
        """Draw candidates, (count, size)."""
        if self._evolution is None or self._size != count:
            self._evolution, self._size = self._evolving(count), count
        return np.array(self._evolution.ask())

    def learn(self, rows: Array, scores: Array) -> None:
        """Move towards the better ones of the candidates drawn last."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it wonders at long strides in one direction
            self._evolution.tell(list(rows), list(-scores))

    @property
    def middle(self) -> Array:
        """The row around which candidates are drawn, (size,)."""
        return self._row if self._evolution is None else np.array(self._evolution.mean)

    @property
    def judged(self) -> Found:
        """Its middle, as judged last."""
        assert self.found is not None
        return self.found

    def _evolving(self, count: int) -> Any:
        """Return an evolution that goes on where the last one stands."""
        row, spread = self.middle, self._spread
        if self._evolution is not None:
            spread = np.array(self._evolution.stds)
        options = {
            "popsize": count,
            "CMA_diagonal": True,
            "CMA_stds": np.clip(spread, *SPREAD),
            "maxstd": SPREAD[1],
            # Its own way to draw would seed the luck of the whole program.
            "seed": np.nan,
            "randn": lambda *shape: self._luck.standard_normal(shape),
            "verbose": -9,
            "verb_log": 0,
        }
        return _cma().CMAEvolutionStrategy(row, 1.0, options)


def _cma() -> Any:
    """Return the library, which has no types, is slow to come, and regrets that it cannot draw."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return import_module("cma")


class Search:
    """Improves strands and keeps the best that was found."""

    def __init__(self, trial: Trial, pool: Sequence[Luck]) -> None:
        self.rules = trial.rules
        self.pool = tuple(pool)
        self._trial = trial
        self._generation = 0
        self.best: Found | None = None

    @property
    def leader(self) -> Found:
        """The best so far; there is one from the first judgement on."""
        assert self.best is not None
        return self.best

    def improve(self, strands: Sequence[Strand], stage: Stage) -> list[Strand]:
        """Improve strands side by side and return them, the best first."""
        for generation in range(stage.generations):
            if generation % JUDGED_EVERY == 0:
                self.judge(strands)
            self._evolve(strands, stage)
        founds = self.judge(strands)
        order = np.argsort([-each.score for each in founds], kind="stable")
        return [strands[place] for place in order]

    def judge(self, strands: Sequence[Strand]) -> list[Found]:
        """Play the middle of each strand with the whole pool."""
        rows = [strand.middle for strand in strands]
        batch = _together([(each, row[None]) for each, row in zip(strands, rows, strict=True)])
        scores = self._trial.means(batch, self.pool)
        for place, strand in enumerate(strands):
            strand.found = Found(
                score=float(scores[place]),
                course=single(batch, place),
                shape=strand.shape,
                row=rows[place],
                fixed=strand.fixed,
            )
            self.take(strand.found)
        return [strand.found for strand in strands if strand.found is not None]

    def answer(self, found: Found) -> Found:
        """Return the same course with better answers to events, if there are any.

        Every other answer is tried by itself; those that pay are then tried together.
        """
        changes = [
            (event, number)
            for event, rule in enumerate(self.rules.events)
            for number in range(len(rule.choices))
            if number != found.fixed.answers[event]
        ]
        if not changes:
            return found
        as_it_was, *tried = self._answered(found, [(), *([change] for change in changes)])
        paying: dict[int, int] = {}
        for place in np.argsort([each.score for each in tried], kind="stable"):
            if tried[place].score > as_it_was.score:
                event, number = changes[place]
                paying[event] = number  # the best one of an event comes last
        together = self._answered(found, [list(paying.items())])
        best = max((as_it_was, *tried, *together), key=lambda each: each.score)
        self.take(best)
        return best

    def _answered(self, found: Found, options: Sequence[Sequence[tuple[int, int]]]) -> list[Found]:
        """Judge a course with some of its answers changed, once for each option."""
        fixed = [_answering(found.fixed, changes) for changes in options]
        batch = courses(found.shape, np.repeat(found.row[None], len(fixed), axis=0), fixed)
        scores = self._trial.means(batch, self.pool)
        return [
            replace(found, score=float(score), course=single(batch, place), fixed=fixed[place])
            for place, score in enumerate(scores)
        ]

    def _evolve(self, strands: Sequence[Strand], stage: Stage) -> None:
        drawn = [(each, each.candidates(stage.candidates)) for each in strands]
        scores = self._trial.scores(_together(drawn), self._lucks(stage.lucks))
        self._take_of_one_luck(drawn, scores)
        means = scores.mean(axis=1).reshape(len(strands), -1)
        for (strand, rows), points in zip(drawn, means, strict=True):
            strand.learn(rows, points)
        self._generation += 1

    def _lucks(self, count: int) -> list[Luck]:
        size = len(self.pool)
        first = self._generation * count
        return [self.pool[(first + place) % size] for place in range(min(count, size))]

    def _take_of_one_luck(self, drawn: list[tuple[Strand, Array]], scores: Array) -> None:
        """Take the best candidate where the pool is a single luck, which has judged them all."""
        if len(self.pool) > 1:
            return
        top = int(np.argmax(scores[:, 0]))
        strand, rows = drawn[top // len(drawn[0][1])]
        row = rows[top % len(rows)]
        course = single(courses(strand.shape, row[None], [strand.fixed]), 0)
        score, fixed = float(scores[top, 0]), strand.fixed
        self.take(Found(score=score, course=course, shape=strand.shape, row=row, fixed=fixed))

    def take(self, found: Found) -> None:
        """Keep what was found where it is the best so far."""
        if self.best is None or found.score > self.best.score:
            self.best = found
            self._trial.watch.best = found.score


def _together(drawn: Sequence[tuple[Strand, Array]]) -> Course:
    return joined([courses(each.shape, rows, [each.fixed] * len(rows)) for each, rows in drawn])


def _answering(fixed: Fixed, changes: Sequence[tuple[int, int]]) -> Fixed:
    """Return the same with other choices taken: (index of the event, of the choice)."""
    answers = list(fixed.answers)
    for event, choice in changes:
        answers[event] = choice
    return fixed._replace(answers=tuple(answers))
