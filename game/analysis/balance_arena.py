"""Many courses in the same many worlds: the ground on which a scenario is measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from game.analysis.courses import Course, stacked
from game.analysis.ends import TOGETHER
from game.analysis.games import batch_luck, final_world, play_course
from game.analysis.par_trial import EndedEarly
from game.market import Array
from game.market.arrays import Truth, locked, over_last
from game.scenario.rules import Rules
from game.session import Luck, draw_luck
from game.session.score import reached, score_value
from game.session.world import World

Progress: TypeAlias = Callable[[float], bool]
"""Told the part that is done (0–1); returning False ends the work with ``EndedEarly``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Played:
    """Ends of firm 0. Axes: ``v`` courses, ``w`` worlds, ``c`` scorecard lines, ``e`` events."""

    score: Array  # (v, w) points
    reached: Array  # (v, w, c) parts of the targets
    bookings: Array  # (v, w) money since the start
    happened: Truth  # (v, w, e)

    def mean(self, place: int) -> float:
        """Return the mean score of one course."""
        return float(self.score[place].mean())


class Arena:
    """Plays courses of one scenario, always in the same worlds."""

    def __init__(self, rules: Rules, worlds: int, progress: Progress | None = None) -> None:
        """Draw the luck.

        Args:
            rules: the scenario.
            worlds: how many; world *i* has the luck of seed *i*, from 1.
            progress: told how far the work is.

        """
        self.rules = rules
        self.lucks: tuple[Luck, ...] = tuple(
            draw_luck(rules, seed) for seed in range(1, worlds + 1)
        )
        self._progress = progress
        self._steps = 1
        self._done = 0

    def expect(self, steps: int) -> None:
        """Set how many times ``step`` will be called."""
        self._steps, self._done = steps, 0

    def step(self) -> None:
        """Count a part of the work.

        Raises:
            EndedEarly: if whoever watches has seen enough.

        """
        self._done += 1
        if self._progress is not None and not self._progress(self._done / max(self._steps, 1)):
            raise EndedEarly

    def play(self, courses: Sequence[Course], rules: Rules | None = None) -> Played:
        """Play every course in every world.

        Args:
            courses: v of them, each of a single world; money and shares of it may be mixed.
            rules: the scenario with another budget; None = as it is.

        """
        played_by = self.rules if rules is None else rules
        width, lines, events = (
            len(self.lucks),
            len(played_by.scorecard),
            len(played_by.events),
        )
        score = np.empty((len(courses), width))
        bookings, parts = np.empty_like(score), np.empty((len(courses), width, lines))
        happened = np.zeros((len(courses), width, events), dtype=bool)
        for places in _batches(courses, width):
            batch = stacked([courses[place] for place in places for _ in range(width)])
            world = final_world(played_by, batch, batch_luck(self.lucks, len(places) * width))
            found = _parts(played_by, world).reshape(len(places), width, lines)
            weights = np.array([100 * rule.weight for rule in played_by.scorecard])
            parts[places], score[places] = found, over_last(found * weights)
            bookings[places] = world.total_bookings[..., 0].reshape(len(places), width)
            happened[places] = (world.fired > 0).reshape(len(places), width, events)
        return locked(Played(score=score, reached=parts, bookings=bookings, happened=happened))


def _batches(courses: Sequence[Course], width: int) -> list[list[int]]:
    """Return places of courses that are played together: alike in their money, and not too many."""
    at_once = max(1, TOGETHER // width)
    batches = []
    for of_cash in (False, True):
        alike = [place for place, each in enumerate(courses) if each.of_cash == of_cash]
        batches += [alike[first : first + at_once] for first in range(0, len(alike), at_once)]
    return batches


def _parts(rules: Rules, world: World) -> Array:
    """Return what part of each target firm 0 has reached, (n, c)."""
    return np.stack(
        [
            reached(rule, score_value(rules, world, place, rule))[..., 0]
            for place, rule in enumerate(rules.scorecard)
        ],
        axis=-1,
    )


def spent_by(arena: Arena, course: Course) -> tuple[Array, Array]:
    """Return what firm 0 spends with a course, and what it has, on average.

    Returns:
        money on each lever, (t, l), and money that came in, (t,): in the first turn with what was
        there, and without what earlier turns left.

    """
    rules, width = arena.rules, len(arena.lucks)
    spent, income = np.zeros((rules.turns, course.spend.shape[-1])), np.zeros(rules.turns)
    left = np.zeros(width)
    batch = stacked([course] * width)
    for turn in play_course(rules, batch, batch_luck(arena.lucks, width)):
        mine, cash = turn.decisions.spend[:, 0], turn.opened.market.cash[:, 0]
        spent[turn.turn - 1] = mine.mean(axis=0)
        income[turn.turn - 1] = (cash - left).mean()
        left = (cash - over_last(mine)) * rules.params.carry_over
    return spent, income


def with_money(course: Course, spend: Array) -> Course:
    """Return a course in which firm 0 spends otherwise, (t, l)."""
    money = course.spend.copy()
    money[:, 0] = spend
    return locked(replace(course, spend=money))
