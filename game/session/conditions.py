"""Whether a scenario's conditions hold in the last turn: for all players, or for one firm."""

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
    return _all_hold(rules, world, conditions, slice(rules.players))


def holds_for(
    rules: Rules, world: "World", conditions: Iterable[Condition], firm: int, turn: int
) -> bool:
    """Return whether all conditions hold for one firm in a turn, by its own measures of a world."""
    others = [each for each in conditions if each.measure != "turn"]
    turns = (each for each in conditions if each.measure == "turn")
    return all(COMPARE[each.comparison](turn, each.value) for each in turns) and bool(
        _all_hold(rules, world, others, slice(firm, firm + 1))
    )


def _all_hold(rules: Rules, world: "World", conditions: Iterable[Condition], firms: slice) -> Truth:
    result = np.ones(world.fired.shape[:-1], dtype=bool)
    for condition in conditions:
        if condition.measure == "turn":
            value = np.asarray(world.turn)
        else:
            value = measure(rules, world, condition.measure)[..., firms].mean(axis=-1)
        # Unlike all others, "!=" holds for what is no number.
        here = COMPARE[condition.comparison](value, condition.value) & ~np.isnan(value)
        result = result & here
    return result
