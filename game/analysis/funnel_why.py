"""Where in the funnel did a figure change? A chain of stages, each a rate times the one before.

``bookings = leads · MQL/lead · SQL/MQL · opportunity/SQL · closed/opportunity · won/closed ·
money/win``, all flows of one turn. The change of a product is divided among its factors by the
logarithmic mean (LMDI I; Ang, B. W. (2005), The LMDI approach to decomposition analysis), which
leaves no rest. A turn's later stages work on what earlier turns started, so a rate may exceed 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, prod
from types import MappingProxyType
from typing import Final

import numpy as np

from game.analysis.shapley import coalitions, shapley_values
from game.market import Outcome
from game.market.arrays import over_last
from game.session import Session
from game.session.measures import closed_deals, leads

STAGES: Final = ("leads", "mqls", "sqls", "opportunities", "closed", "wins", "bookings")
"""The chain. A measure's factors are the stages up to it: people first, then rates, then money."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunnelWhy:
    """A change against the turn before, divided among the stages of the funnel.

    Figures are in the measure's unit; the parts add up to ``now - before``.
    """

    measure: str
    turn: int
    before: float
    now: float
    rates: Mapping[
        str, tuple[float, float]
    ]  # each stage that somebody was at: factor before and now
    parts: Mapping[str, float]  # each stage: what the change of its factor brought


def funnel_why(session: Session, name: str, turn: int, firm: int = 0) -> FunnelWhy:
    """Return in which stage of the funnel a flow of a turn changed.

    Args:
        session: the turn and the one before must have been played.
        name: one of STAGES.
        turn: from 2.
        firm: index of the player firm.

    Raises:
        ValueError: if there is nothing to compare, or no such stage.

    """
    if not 2 <= turn <= len(session.history):
        raise ValueError(f"turn {turn} and the one before have not both been played")
    before, now = (
        _flows(session.history[each - 1].closed.outcome, firm) for each in (turn - 1, turn)
    )
    stages = STAGES[: STAGES.index(name) + 1]
    chain = _unbroken(_unbroken(stages, before), now)
    factors = _factors([before[stage] for stage in chain], [now[stage] for stage in chain])
    found = dict(zip(chain, product_parts(factors), strict=True))
    return FunnelWhy(
        measure=name,
        turn=turn,
        before=before[name],
        now=now[name],
        rates=MappingProxyType(dict(zip(chain, factors, strict=True))),
        parts=MappingProxyType({stage: found.get(stage, 0.0) for stage in stages}),
    )


def product_parts(factors: list[tuple[float, float]]) -> list[float]:
    """Divide the change of a product among its factors, each given before and now, ≥ 0.

    ``part_i = L(P', P)·ln(x_i'/x_i)`` with ``L(a, b) = (a - b)/ln(a/b)``. Where a factor is 0
    there is no logarithm; then the parts are Shapley values of the product, which leave no rest
    either.

    >>> [round(part, 3) for part in product_parts([(2, 4), (10, 10), (3, 1.5)])]
    [41.589, 0.0, -41.589]
    >>> product_parts([(2, 0), (3, 3)])
    [-6.0, 0.0]

    """
    before, now = prod(x for x, _ in factors), prod(y for _, y in factors)
    if before > 0 and now > 0:
        logs = [log(y / x) for x, y in factors]
        whole = log(now / before)
        mean = (now - before) / whole if abs(whole) > _TINY else (now + before) / 2
        return [mean * part for part in logs]
    inside = coalitions(len(factors))
    both = np.array(factors, dtype=float)
    products = np.prod(np.where(inside, both[:, 1], both[:, 0]), axis=1)
    return [float(part) for part in shapley_values(products)]


_TINY: Final = 1e-9
"""Of two products nearer than this, the logarithmic mean is their mean."""


def _flows(outcome: Outcome | None, firm: int) -> dict[str, float]:
    assert outcome is not None  # a closed turn has one
    return {
        "leads": float(over_last(leads(outcome))[firm]),
        "mqls": float(over_last(outcome.mqls)[firm]),
        "sqls": float(over_last(outcome.sqls)[firm]),
        "opportunities": float(over_last(outcome.opportunities)[firm]),
        "closed": float(over_last(closed_deals(outcome))[firm]),
        "wins": float(over_last(outcome.wins)[firm]),
        "bookings": float(outcome.bookings[firm]),
    }


def _unbroken(chain: Sequence[str], flows: Mapping[str, float]) -> tuple[str, ...]:
    """Return the chain without stages at which nobody was, though somebody was further on.

    Nothing can be a rate of them: the next stage is then one of what stood before.
    """
    return tuple(
        stage
        for place, stage in enumerate(chain)
        if flows[stage] > 0 or not any(flows[later] > 0 for later in chain[place + 1 :])
    )


def _factors(before: list[float], now: list[float]) -> list[tuple[float, float]]:
    """Return the first stage, then each stage per unit of the one before it, in both turns."""
    factors = [(before[0], now[0])]
    for stage in range(1, len(before)):
        rates = [
            flows[stage] / flows[stage - 1] if flows[stage - 1] > 0 else None
            for flows in (before, now)
        ]
        factors.append((_known(rates[0], rates[1]), _known(rates[1], rates[0])))
    return factors


def _known(rate: float | None, other: float | None) -> float:
    """Return a rate; of nothing there is none, so it counts as unchanged."""
    if rate is not None:
        return rate
    return 0.0 if other is None else other
