"""Where people fall and how they come to lie: the drops, heaps and queue of the pipeline."""

import math
from dataclasses import dataclass, replace
from typing import Final

from game.report.charts.drawing import Point
from game.report.charts.pipeline_flow import LEAKS, PEOPLE_PER_DOT, LeakKey, PipelineFlow
from game.report.charts.pipeline_streams import LEFT

_RIGHT_DROPS: Final[dict[LeakKey, tuple[float, float]]] = {
    "unworked": (0.17, 0.30),
    "unfit": (0.48, 0.31),
    "lost": (0.815, 0.34),
}
"""Where on sales' cliff people fall, and how wide their words may be, in shares of its width."""

PITCH: Final = 4.6
"""Distance of dots in heaps and queue, px at scale 1."""

_ROW: Final = 0.87
"""Height of a row of dots in distances: they lie in the gaps of the row beneath."""

_QUEUE_DOTS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Where people fall: from the mouth in the deck to a heap on the floor.

    ``half_mouth`` and ``half_floor`` are half the widths up and down there; the words stand around
    ``mouth[0]``, ``room`` px wide, below ``floor[1]``. ``heap`` is where dots come to lie.
    """

    mouth: Point
    floor: Point
    half_mouth: float
    half_floor: float
    room: float
    heap: tuple[Point, ...]

    def at(self, t: float, sideways: float) -> Point:
        """Return where a falling person is: t 0–1 with gathering speed, sideways −1 to 1."""
        # They fall in a column and scatter where they land.
        late = (max(t - 0.5, 0.0) / 0.5) ** 2
        half = self.half_mouth + (self.half_floor - self.half_mouth) * late * 0.7
        x = self.mouth[0] + (self.floor[0] - self.mouth[0]) * t + half * sideways * 0.8
        return (x, self.mouth[1] + (self.floor[1] - self.mouth[1]) * t * t)


def new_pits(
    gap: tuple[float, float], width: float, levels: tuple[float, float], scale: float
) -> dict[LeakKey, Drop]:
    """Return all ways down, still empty; the handoff's is the gap itself."""
    deck, floor = levels
    left, right = gap
    wide = right - left
    half, cave = min(44 * scale, width * 0.036), min(80 * scale, left * 0.145)
    places: dict[LeakKey, tuple[float, float]] = {
        "not_ready": (LEFT["not_ready"] * left, 0.54 * left),
        "handoff": ((left + right) / 2, wide - 14 * scale),
    }
    for leak, (centre, share) in _RIGHT_DROPS.items():
        places[leak] = (right + centre * (width - right), share * (width - right))
    floors = {"handoff": wide * 0.42, "not_ready": cave}  # where most fall, most can lie
    return {
        leak: Drop(
            mouth=(x, deck),
            floor=(x, floor),
            half_mouth=wide * 0.16 if leak == "handoff" else 6 * scale,
            half_floor=floors.get(leak, half),
            room=room,
            heap=(),
        )
        for leak, (x, room) in places.items()
    }


def people_per_dot(flow: PipelineFlow, pits: dict[LeakKey, Drop], pitch: float) -> int:
    """Return how many people a dot stands for: as few as leave every heap room."""
    needs = [flow.fallen(leak) / _room_for_dots(pits[leak], pitch) for leak in LEAKS]
    needs.append(flow.waiting / _QUEUE_DOTS)
    enough = (people for people in PEOPLE_PER_DOT if people >= max(needs))
    return next(enough, PEOPLE_PER_DOT[-1])


def _room_for_dots(pit: Drop, pitch: float) -> int:
    """Return how many dots a heap can hold at most."""
    return _pile(_widest(pit, pitch), _highest(pit, pitch))


def _widest(pit: Drop, pitch: float) -> int:
    """Return how many dots lie side by side on the floor."""
    return max(int(2 * pit.half_floor / pitch), 1)


def _highest(pit: Drop, pitch: float) -> int:
    """Return how many rows of dots a heap may have, well below the deck."""
    return max(int((pit.floor[1] - pit.mouth[1]) * 0.7 / (pitch * _ROW)), 1)


def _pile(base: int, rows: int) -> int:
    """Return how many dots lie in rows from the floor, each one dot narrower than the last.

    >>> _pile(4, 9), _pile(4, 2)
    (10, 7)
    """
    return sum(base - row for row in range(min(base, rows)))


def dots_of(people: float, per_dot: int) -> int:
    """Return how many dots stand for so many people; less than half a person is nobody.

    >>> dots_of(0.3, 1), dots_of(11, 10)
    (0, 2)
    """
    return math.ceil(people / per_dot) if round(people) else 0


def filled(pit: Drop, count: int, pitch: float) -> Drop:
    """Return a pit with its heap, as narrow as it may be: a small heap is a small triangle."""
    rows, base = _highest(pit, pitch), min(2, _widest(pit, pitch))
    while _pile(base, rows) < count:
        base += 1
    places: list[Point] = []
    for row in range(min(base, rows)):
        many = min(base - row, count - len(places))
        y = pit.floor[1] - pitch * (0.5 + row * _ROW)
        places += [(pit.floor[0] + (i - (many - 1) / 2) * pitch, y) for i in range(many)]
    return replace(pit, heap=tuple(places))


def queue(count: int, edge: float, deck: float, pitch: float) -> tuple[Point, ...]:
    """Return places of those who wait: a crowd at the bridge, its front at the edge."""
    files = max(int((1 - LEFT["queue"]) * edge / pitch) - 1, 1)
    files = min(files, math.ceil(math.sqrt(count)))  # a crowd: one row would look patient
    return tuple(
        (edge - pitch * (0.6 + i % files), deck - pitch * (0.8 + i // files)) for i in range(count)
    )
