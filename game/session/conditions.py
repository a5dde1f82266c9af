"""Whether a scenario's conditions hold: compared with the players' average of the last turn."""

import operator
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from game.market.arrays import Truth
from game.scenario.rules import Condition, Rules
from game.session.measures import measure

if TYPE_CHECKING:
    from game.session.world import World

COMPARE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


def holds(rules: Rules, world: "World", conditions: Iterable[Condition]) -> Truth:
    """Return where all conditions hold, (…) truth.

    ``turn`` is the turn being planned; every other measure is of the last turn, averaged over the
    player firms. A flow that has not happened yet (turn 1) satisfies no condition.
    """
    result = np.ones(world.fired.shape[:-1], dtype=bool)
    for condition in conditions:
        if condition.measure == "turn":
            value = np.asarray(world.turn)
        else:
            value = measure(rules, world, condition.measure)[..., : rules.players].mean(axis=-1)
        # Unlike all others, "!=" holds for what is no number.
        here = COMPARE[condition.comparison](value, condition.value) & ~np.isnan(value)
        result = result & here
    return result
