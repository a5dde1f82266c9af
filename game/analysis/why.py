"""Why did this figure change against the turn before? An exact answer in a learner's words.

A turn's result follows from a few inputs: the money and policies decided, what rivals do, demand,
events, and what the turn began with (``turn_inputs``). The turn is played once more with every
mixture of this turn's inputs and the last one's, and the change is divided among the inputs by
Shapley values. So the parts add up to the change, and none depends on the order in which the
causes are named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from game.analysis.shapley import coalitions, shapley_values
from game.analysis.turn_inputs import (
    CAUSES,
    Cause,
    TurnInputs,
    causes_that_changed,
    mixed_turn,
    turn_inputs,
)
from game.market import Array
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import Session
from game.session.measures import measure

EXPLAINED: Final = tuple(
    key for key in MEASURES if key not in {"turn", "cash", "total_bookings", "total_contribution"}
)
"""The measures that can be asked about; cash and totals are sums that explain themselves."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Why:
    """A measure's change against the turn before, divided among its causes.

    All figures are in the measure's own unit; the parts add up to ``now - before``.
    """

    measure: str
    turn: int
    before: float
    now: float
    parts: Mapping[Cause, float]  # every cause, in the order of CAUSES; 0 where it did not change


def why(rules: Rules, session: Session, name: str, turn: int, firm: int = 0) -> Why:
    """Return why one measure changed in a turn.

    Args:
        rules: the scenario.
        session: the turn and the one before must have been played.
        name: one of EXPLAINED.
        turn: from 2.
        firm: index of the player firm.

    Raises:
        ValueError: if there is nothing to compare, or no such measure.

    """
    return whys(rules, session, (name,), turn, firm)[0]


def whys(
    rules: Rules, session: Session, names: Sequence[str], turn: int, firm: int = 0
) -> tuple[Why, ...]:
    """Return the same for several measures, in their order, for the price of one."""
    if not 2 <= turn <= len(session.history):
        raise ValueError(f"turn {turn} and the one before have not both been played")
    if unknown := set(names) - set(EXPLAINED):
        raise ValueError(f"these measures are not explained: {sorted(unknown)}")
    last, now = (turn_inputs(rules, session, each) for each in (turn - 1, turn))
    causes = causes_that_changed(rules, last, now, firm)
    worths = _worths(rules, last, now, causes, names, firm)
    parts = shapley_values(worths)
    return tuple(
        Why(
            measure=name,
            turn=turn,
            before=float(worths[0, place]),
            now=float(worths[-1, place]),
            parts=_all_causes(causes, parts[:, place]),
        )
        for place, name in enumerate(names)
    )


def _all_causes(causes: Sequence[Cause], parts: Array) -> Mapping[Cause, float]:
    found = dict(zip(causes, parts.tolist(), strict=True))
    return MappingProxyType({cause: found.get(cause, 0.0) for cause in CAUSES})


def _worths(
    rules: Rules,
    last: TurnInputs,
    now: TurnInputs,
    causes: Sequence[Cause],
    names: Sequence[str],
    firm: int,
) -> Array:
    """Return the measures of every mixture of causes, (2^n, m), in the order of ``coalitions``."""
    inside = coalitions(len(causes))
    worths = np.empty((len(inside), len(names)))
    # What did not change is the same whichever turn it is taken from; demand alone has a calendar.
    of_now = {cause: np.ones(len(inside), dtype=bool) for cause in CAUSES}
    of_now |= {cause: inside[:, place] for place, cause in enumerate(causes)}
    for calendar in (False, True):
        rows = np.flatnonzero(of_now["demand"] == calendar)
        if not len(rows):
            continue
        some = {cause: truth[rows] for cause, truth in of_now.items()}
        world = mixed_turn(rules, last, now, some, firm)
        for place, name in enumerate(names):
            worths[rows, place] = measure(rules, world, name)[..., firm]
    return worths
