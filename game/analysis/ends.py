"""Where games end: many courses, each in the same many worlds, in one batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np

from game.analysis.courses import Course, stacked
from game.analysis.games import batch_luck, play_course
from game.market import Array
from game.market.arrays import Indices, locked
from game.scenario.rules import Rules
from game.session import Luck, draw_luck
from game.session.score import score_points
from game.session.world import World

TOGETHER: Final = 4_000
"""Worlds played side by side. More than ``games.CHUNK``: in games that differ, every answer to an
event is given on its own, which costs as much for a few worlds as for many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One figure over many worlds."""

    mean: float
    p10: float  # one world in ten is below
    p90: float  # one world in ten is above


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ends:
    """One firm's results. Axes: ``v`` courses, ``w`` worlds, ``e`` events."""

    score: Array  # (v, w) points
    bookings: Array  # (v, w) money since the start
    chosen: Indices  # (v, w, e) the last answer given to each event


def spread_of(values: Array) -> Spread:
    """Return mean and quantiles (interpolated) of figures, (w,)."""
    low, high = np.quantile(values, (0.1, 0.9))
    return Spread(mean=float(values.mean()), p10=float(low), p90=float(high))


def other_worlds(rules: Rules, seed: int, count: int) -> tuple[Luck, ...]:
    """Return the luck of other games, those of the seeds that follow.

    Args:
        rules: the scenario.
        seed: of the game that was played.
        count: ≥ 0. More of them begin with the same ones.

    """
    return tuple(draw_luck(rules, (seed + 1 + number) % 2**63) for number in range(count))


def ends_of(
    rules: Rules, courses: Sequence[Course], lucks: Sequence[Luck], turns: int, firm: int = 0
) -> Ends:
    """Play every course in every world and return how one firm stands after some turns.

    Args:
        rules: the scenario.
        courses: v of them, each of a single world.
        lucks: w of them. Worlds do not touch each other: one among many ends as it does alone.
        turns: played, 1 … ``rules.turns``.
        firm: index of the player firm.

    """
    width = len(lucks)
    rows = max(1, TOGETHER // width)
    parts = [
        _chunk(rules, courses[at : at + rows], lucks, turns) for at in range(0, len(courses), rows)
    ]
    score = np.concatenate([_total_points(rules, world)[..., firm] for world in parts])
    bookings = np.concatenate([world.total_bookings[..., firm] for world in parts])
    chosen = np.concatenate([world.chosen[..., firm] for world in parts])
    table = (len(courses), width)
    return locked(
        Ends(
            score=score.reshape(table),
            bookings=bookings.reshape(table),
            chosen=chosen.reshape(*table, len(rules.events)),
        )
    )


def _chunk(rules: Rules, courses: Sequence[Course], lucks: Sequence[Luck], turns: int) -> World:
    batch = stacked([course for course in courses for _ in lucks])
    luck = batch_luck(lucks, len(courses) * len(lucks))
    for turn in islice(play_course(rules, batch, luck), turns):
        world = turn.closed
    return world


def _total_points(rules: Rules, world: World) -> Array:
    """Return scores, (…, f), added up line by line as a single game's scorecard is."""
    points = score_points(rules, world)
    total = points[..., 0, :]
    for line in range(1, points.shape[-2]):
        total = total + points[..., line, :]
    return total
