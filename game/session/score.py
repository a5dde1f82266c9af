"""The scorecard: jointly owned measures against their targets."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.market import Array
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules, ScoreRule
from game.session.measures import measure
from game.session.world import World

BEST_OF_SMALL: Final = 2.0
"""Most that a measure which should be small can reach of its target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """One line of the scorecard for one firm."""

    measure: str
    value: float
    target: float
    weight: float
    reached: float  # part of the target, 1 = met exactly
    points: float  # 100 × weight × reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The scorecard of one firm."""

    total: float  # 100 = every target met exactly
    parts: tuple[ScorePart, ...]
    of_par: float | None = None  # 1 = par; None before the end, or where par is not known


def score_points(rules: Rules, world: World) -> Array:
    """Return the points of every line for all firms, (…, c, f); their sum over c is the score."""
    lines = [
        100 * rule.weight * reached(rule, score_value(rules, world, place, rule))
        for place, rule in enumerate(rules.scorecard)
    ]
    return np.stack(lines, axis=-2)


def reached(rule: ScoreRule, value: Array) -> Array:
    """Return what part of its target a line has reached, 1 = met exactly.

    Of what should be small (hours, leakage), half the target counts as twice reached, and less
    than that as no more: otherwise one lucky zero would be worth a whole game.
    """
    if MEASURES[rule.measure].better >= 0:
        return value / rule.target
    result: Array = rule.target / np.maximum(value, rule.target / BEST_OF_SMALL)
    return result


def score_value(rules: Rules, world: World, place: int, rule: ScoreRule) -> Array:
    """Return what one line measures, (…, f): now, in total, or on average over the turns played."""
    if rule.at == "end":
        return np.nan_to_num(measure(rules, world, rule.measure))
    total: Array = world.sums[..., place, :]
    return total if rule.at == "total" else total / max(world.turn - 1, 1)


def score(rules: Rules, world: World, firm: int, par: float | None = None) -> Score:
    """Return one firm's scorecard as the game stands.

    Args:
        rules: the scenario.
        world: a single one.
        firm: index of the firm.
        par: the scenario's honest par in points, where it is known.

    """
    points = score_points(rules, world)
    parts = tuple(
        ScorePart(
            measure=rule.measure,
            value=float(score_value(rules, world, place, rule)[firm]),
            target=rule.target,
            weight=rule.weight,
            reached=float(reached(rule, score_value(rules, world, place, rule))[firm]),
            points=float(points[place, firm]),
        )
        for place, rule in enumerate(rules.scorecard)
    )
    total = sum(part.points for part in parts)
    ended = world.turn > rules.turns
    return Score(total=total, parts=parts, of_par=part_of_par(total, par) if ended else None)


def part_of_par(total: float, par: float | None) -> float | None:
    """Return a score as part of par, 1 = par; None where par is unknown or not above zero."""
    return total / par if par is not None and par > 0 else None
