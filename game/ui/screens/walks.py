"""Ways that dots walk: legs in a row, sampled once, so that a frame only looks up where all are.

Nothing is left to chance: places that look random are spread by the golden ratio, so that a picture
of the same turn is always the same.
"""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from game.report.charts import LeakKey, Stream
from game.report.charts.drawing import Point

Way: TypeAlias = "npt.NDArray[np.float32]"
"""(k, 2): x and y in px, once in STEP milliseconds."""

STEP: Final = 33
_GOLDEN: Final = 0.618034


@dataclass(slots=True)
class Walker:
    """One dot while its way is worked out.

    Attributes:
        start: ms at which it appears.
        hue: role of its colour while it walks.
        way: the legs walked so far.
        turned: ms from which it has the colour ``after``; None if it keeps its own.

    """

    start: float
    hue: str
    way: list[Way] = field(default_factory=list)
    turned: float | None = None
    after: str = "bad"

    @property
    def now(self) -> float:
        """The ms at which the way worked out so far ends."""
        return self.start + STEP * sum(len(leg) for leg in self.way)

    def go(self, leg: Way) -> None:
        """Go on."""
        self.way.append(leg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walks:
    """Everyone's ways.

    Attributes:
        length: ms until everybody has arrived.
        landed: for each leak the ms at which the first dot lies in its heap.

    """

    length: float
    landed: dict[LeakKey, float]
    starts: npt.NDArray[np.float32]  # (n,)
    sizes: npt.NDArray[np.int64]  # (n,) samples of each way
    ways: npt.NDArray[np.float32]  # (n, k, 2), the last place repeated
    turns: npt.NDArray[np.float32]  # (n,) ms
    hues: tuple[str, ...]  # roles before the turn, one a dot
    afters: tuple[str, ...]  # roles after it

    def at(self, now: float) -> list[tuple[str, float, float]]:
        """Return role, x and y of every dot that is there at a time in ms."""
        sample = (now - self.starts) / STEP
        there = np.nonzero(sample >= 0)[0]
        if not len(there):
            return []
        known = np.minimum(sample[there], (self.sizes[there] - 1).astype(np.float32))
        low = known.astype(np.int64)
        high = np.minimum(low + 1, self.sizes[there] - 1)
        part = (known - low)[:, None]
        places = self.ways[there, low] * (1 - part) + self.ways[there, high] * part
        changed = self.turns[there] <= now
        return [
            (self.afters[who] if new else self.hues[who], x, y)
            for who, new, (x, y) in zip(
                there.tolist(), changed.tolist(), places.tolist(), strict=True
            )
        ]


def packed(walkers: list[Walker], landed: dict[LeakKey, float]) -> Walks:
    """Lay all ways beside each other."""
    ways = [np.concatenate(walker.way) for walker in walkers]
    longest = max((len(way) for way in ways), default=1)
    table = np.zeros((len(ways), longest, 2), dtype=np.float32)
    for row, way in enumerate(ways):
        table[row, : len(way)] = way
        table[row, len(way) :] = way[-1]
    return Walks(
        length=max((walker.now for walker in walkers), default=0.0),
        landed=landed,
        starts=np.array([walker.start for walker in walkers], dtype=np.float32),
        sizes=np.array([len(way) for way in ways], dtype=np.int64),
        ways=table,
        turns=np.array([np.inf if w.turned is None else w.turned for w in walkers], np.float32),
        hues=tuple(walker.hue for walker in walkers),
        afters=tuple(walker.after for walker in walkers),
    )


def heights(stream: Stream) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return where a stream was measured, and how high it is there."""
    xs = np.linspace(stream.left, stream.right, 160)
    return xs, np.array([stream.height(float(x)) for x in xs])


def spread(number: int, offset: float) -> float:
    """Return the number-th of many places from 0 to 1 that look random and are not.

    >>> round(spread(1, 0.0), 3)
    0.618
    """
    return (number * _GOLDEN + offset) % 1.0


def picked(many: int, wanted: int) -> list[int]:
    """Return evenly spread places: ``wanted`` of ``many``, all where that is more.

    >>> picked(6, 2)
    [1, 4]
    """
    wanted = min(many, wanted)
    return [int((number + 0.5) * many / wanted) for number in range(wanted)]


def arrival(walker: Walker) -> float:
    """Return when a way ends: who comes first falls first."""
    return walker.now


def end(walker: Walker) -> Point:
    """Return where somebody is by now."""
    x, y = walker.way[-1][-1]
    return float(x), float(y)


def still(at: Point, steps: int) -> Way:
    """Stand in one place."""
    return np.tile(np.array([at], dtype=np.float32), (max(1, steps), 1))


def straight(start: Point, stop: Point, span: float) -> Way:
    """Walk straight from one place to another."""
    t = np.linspace(0, 1, max(2, int(span / STEP)), dtype=np.float32)[:, None]
    return (np.array([start], np.float32) * (1 - t) + np.array([stop], np.float32) * t).astype(
        np.float32
    )


def along(points: tuple[Point, ...], span: float) -> Way:
    """Walk along corners at an even pace."""
    return resampled(np.array(points, dtype=np.float32), span)


def resampled(points: Way, span: float) -> Way:
    """Return a way along corners, once in STEP of ``span`` milliseconds."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.linspace(0, reached[-1], max(2, int(span / STEP)))
    return np.stack(
        [np.interp(at, reached, points[:, 0]), np.interp(at, reached, points[:, 1])], axis=1
    ).astype(np.float32)
