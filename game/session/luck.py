"""Luck, drawn up front: whole tables from the seed, so that a decision never changes them.

Each number comes from its own Philox stream, keyed by (seed, turn, stream): adding an event or a
turn leaves all the others as they were. NumPy promises equal streams only for one build, so a save
holds these tables and not the seed alone.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.market import Array, Shocks
from game.market.arrays import locked
from game.scenario.rules import Rules

DEMAND: Final = 0
EVENTS: Final = 1
ERRORS: Final = 1 << 20  # far behind those of the events


CLIMATE_LASTS: Final = 0.75
"""Share of a demand shock that is still felt a month later (judgement)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Luck:
    """Everything chance decides in one game; the same for all firms and all parallel worlds.

    With world axes in front it is the luck of a batch.
    """

    demand: Array  # (…, turns, k) factor on in-market people, mean 1
    events: Array  # (…, turns, e) uniform in [0, 1): an event happens where it is below its chance
    errors: Array  # (…, p, s, m) −1 to 1: how a firm misjudges what segments care for

    def shocks(self, turn: int) -> Shocks:
        """Return the market's shocks of one turn, counted from 1."""
        return Shocks(demand=self.demand[..., turn - 1, :])


def draw_luck(rules: Rules, seed: int) -> Luck:
    """Draw the luck of one game.

    Args:
        rules: ``turns``, ``noise`` and ``events`` say how much of it there is.
        seed: 0 ≤ seed < 2**63.

    """
    streams = _Streams(seed)
    events = np.empty((rules.turns, len(rules.events)))
    for turn in range(rules.turns):
        for place in range(len(rules.events)):
            events[turn, place] = streams.at(turn, EVENTS + place).random()
    errors = [
        streams.at(firm, ERRORS).uniform(-1, 1, rules.params.cares.shape)
        for firm in range(rules.players)
    ]
    return locked(Luck(demand=_demand(rules, streams), events=events, errors=np.array(errors)))


def _demand(rules: Rules, streams: "_Streams") -> Array:
    """Return the demand shocks, (turns, k): ``e^(σx - σ²/2)``, mean 1.

    ``x' = ρx + √(1-ρ²)·ε`` is a business climate: a good month is likely to follow a good one.
    Independent months would cancel out over a year, and nobody would ever meet luck.
    """
    steps = rules.params.steps
    drawn = [streams.at(turn, DEMAND).standard_normal(steps) for turn in range(rules.turns)]
    fresh = np.concatenate(drawn)
    kept = CLIMATE_LASTS ** (12 / rules.params.steps_per_year)
    climate = np.empty_like(fresh)
    climate[0] = fresh[0]
    for at in range(1, len(fresh)):
        climate[at] = kept * climate[at - 1] + (1 - kept**2) ** 0.5 * fresh[at]
    shocks = np.exp(rules.noise * climate - rules.noise**2 / 2)
    result: Array = shocks.reshape(rules.turns, steps)
    return result


def no_luck(rules: Rules) -> Luck:
    """Return average luck: no demand shocks, and events only where their chance is even or more."""
    just_below = np.nextafter(0.5, 0.0)
    return locked(
        Luck(
            demand=np.ones((rules.turns, rules.params.steps)),
            events=np.full((rules.turns, len(rules.events)), just_below),
            errors=np.zeros((rules.players, *rules.params.cares.shape)),
        )
    )


def stack_luck(tables: list[Luck]) -> Luck:
    """Return the luck of a batch: one world for each table, on a new first axis."""
    return locked(
        Luck(
            demand=np.stack([each.demand for each in tables]),
            events=np.stack([each.events for each in tables]),
            errors=np.stack([each.errors for each in tables]),
        )
    )


def keyed(seed: int, turn: int, stream: int) -> np.random.Generator:
    """Return a generator of its own for (seed, turn, stream): for bots that need chance."""
    return np.random.Generator(np.random.Philox(key=_key(seed, turn, stream)))


def _key(seed: int, turn: int, stream: int) -> list[int]:
    return [seed, (turn << 32) | stream]


class _Streams:
    """All streams of one seed by one generator, set anew for each: making one costs much more."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._philox = np.random.Philox(key=_key(seed, 0, 0))
        self._generator = np.random.Generator(self._philox)
        self._start = self._philox.state

    def at(self, turn: int, stream: int) -> np.random.Generator:
        """Return the generator at the start of a stream; it is good until the next is asked for."""
        self._start["state"]["key"][:] = _key(self._seed, turn, stream)
        self._philox.state = self._start
        return self._generator
