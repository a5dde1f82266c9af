"""How much money lifts a curtain: what a line of working together needs until it shows figures."""

import math
from typing import Final

from game.market import LEVERS
from game.scenario.rules import Rules

WITHIN: Final = 3
"""Turns in which the money that is named lifts the curtain, from nothing."""


PATIENCE: Final = 6
"""Turns beyond which nobody is told that the same money will lift a curtain some time."""


def money_to_show(rules: Rules, lever: str) -> float:
    """Return the money a turn on a lever that shows what it hides within ``WITHIN`` turns.

    From nothing, all seats together, and with nothing in the way; rounded up to two figures. 0
    where the lever shows nothing, infinite where no money does.
    """
    place, params = LEVERS.index(lever), rules.params
    responses = [each.response for each in rules.reveals if each.lever == lever]
    most = float(params.effect[..., 0, place])  # the response to money without end
    needed = max(responses, default=0.0) / most if most > 0 else math.inf
    if not 0 < needed < 1:
        return math.inf if needed else 0.0
    intensity = (needed / (1 - needed)) ** (1 / float(params.shape[place]))
    built = 1 - float(params.memory[place]) ** (WITHIN * params.steps)
    amount = intensity / built * float(params.reference[place]) * params.steps
    step = 10.0 ** max(math.floor(math.log10(max(amount, 1.0))) - 1, 0)
    return float(math.ceil(amount / step) * step)


def needed_to_show(rules: Rules, lever: str) -> float:
    """Return the response, 0–1, from which on a lever shows all that it can show; 0 for none."""
    return max((each.response for each in rules.reveals if each.lever == lever), default=0.0)


def turns_to_show(rules: Rules, lever: str, reached: float, spend: float) -> int | None:
    """Return after how many more turns a lever shows what it hides, if its money stays the same.

    Args:
        rules: the scenario.
        lever: a line of working together.
        reached: its response now, 0–1.
        spend: money a turn of all seats.

    Returns:
        None where this money does not do it within ``PATIENCE`` turns.

    """
    place, params = LEVERS.index(lever), rules.params
    most, shape = float(params.effect[..., 0, place]), float(params.shape[place])
    needed = needed_to_show(rules, lever)
    if not 0 < needed < most or reached >= most:
        return None
    built, wanted = ((at / (most - at)) ** (1 / shape) for at in (reached, needed))
    steady = spend / (float(params.reference[place]) * params.steps)
    for turns in range(1, PATIENCE + 1):
        kept = float(params.memory[place]) ** (turns * params.steps)
        if steady + kept * (built - steady) >= wanted:
            return turns
    return None
