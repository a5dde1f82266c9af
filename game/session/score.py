"""The scorecard: jointly owned measures against their targets."""

from dataclasses import dataclass

import numpy as np

from game.market import Array
from game.scenario.rules import Rules, ScoreRule
from game.session.measures import measure
from game.session.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """One line of the scorecard for one firm."""

    measure: str
    value: float
    target: float
    weight: float
    points: float  # 100 × weight × value / target


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The scorecard of one firm. ``of_par`` is None while the scenario's par is not known."""

    total: float  # 100 = every target met exactly
    parts: tuple[ScorePart, ...]
    of_par: float | None = None


def score_points(rules: Rules, world: World) -> Array:
    """Return the points of every line for all firms, (…, c, f); their sum over c is the score."""
    lines = [
        100 * rule.weight * score_value(rules, world, place, rule) / rule.target
        for place, rule in enumerate(rules.scorecard)
    ]
    return np.stack(lines, axis=-2)


def score_value(rules: Rules, world: World, place: int, rule: ScoreRule) -> Array:
    """Return what one line measures, (…, f): now, in total, or on average over the turns played."""
    if rule.at == "end":
        return np.nan_to_num(measure(rules, world, rule.measure))
    total: Array = world.sums[..., place, :]
    return total if rule.at == "total" else total / max(world.turn - 1, 1)


def score(rules: Rules, world: World, firm: int) -> Score:
    """Return one firm's scorecard as the game stands."""
    points = score_points(rules, world)
    parts = tuple(
        ScorePart(
            measure=rule.measure,
            value=float(score_value(rules, world, place, rule)[firm]),
            target=rule.target,
            weight=rule.weight,
            points=float(points[place, firm]),
        )
        for place, rule in enumerate(rules.scorecard)
    )
    return Score(total=sum(part.points for part in parts), parts=parts)
