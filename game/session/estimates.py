"""What market research lets a firm believe: figures as ranges that narrow with the money spent."""

from dataclasses import dataclass
from typing import Final

from game.market import LEVERS
from game.scenario.rules import Rules
from game.session.luck import Luck
from game.session.world import World

BLIND: Final = 0.35
"""Half the width of an estimate (on a scale of 0–1) where nothing is spent on research."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure believed to lie between two values."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The best guess."""
        return (self.low + self.high) / 2


def estimated_cares(
    rules: Rules, world: World, luck: Luck, firm: int
) -> tuple[tuple[Estimate, ...], ...]:
    """Return what a firm believes segments care for: for each segment, each message, 0–1.

    The truth always lies within the range. The error is fixed for a game, so that looking twice
    does not help; only research narrows it.
    """
    response = 0.0
    if world.outcome is not None:
        response = float(world.outcome.response[firm, LEVERS.index("market_research")])
    half = BLIND * (1 - response)
    errors = luck.errors[firm]
    return tuple(
        tuple(
            Estimate(low=max(true + half * (off - 1), 0.0), high=min(true + half * (off + 1), 1.0))
            for true, off in zip(row, error, strict=True)
        )
        for row, error in zip(rules.params.cares.tolist(), errors.tolist(), strict=True)
    )
