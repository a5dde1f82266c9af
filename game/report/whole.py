"""Rounding people so that the parts that are shown add up to the total that is shown."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from game.report.figures import Shown, known
from game.report.number_style import as_counted, people_digits
from game.report.rounding import Grain


def whole_parts(parts: Sequence[float], total: float | None = None) -> tuple[float, ...]:
    """Return whole numbers that add up to the rounded total: the largest remainders go up.

    Args:
        parts: 0 or more.
        total: what they add up to; their sum where left out.

    Returns:
        the parts as they are where the total rounds to nothing: fewer than one is not nobody.

    >>> whole_parts((23.4, 10.4, 9.4, 1.8))
    (24.0, 10.0, 9.0, 2.0)

    """
    whole = round(math.fsum(parts) if total is None else total)
    if whole < 1:
        return tuple(parts)
    floors = [float(math.floor(part)) for part in parts]
    missing = whole - int(sum(floors))
    # 23.4 and 10.4 leave the same remainder, though not to the last bit: the first goes up.
    order = sorted(range(len(parts)), key=lambda at: (round(floors[at] - parts[at], 9), at))
    for at in order[: max(missing, 0)]:
        floors[at] += 1.0
    return tuple(floors)


_TENTHS: Final = Grain(kind="people", unit=0.1, digits=1)
"""How finely few people are written."""


def whole_shown(parts: Sequence[Shown]) -> tuple[Shown, ...]:
    """Return people of one total as they are written; as they are where any is not known.

    They are whole; of fewer than ten people they have one decimal, as their total has.
    """
    values = [part.value for part in parts if part.value is not None]
    if len(values) < len(parts):
        return tuple(parts)
    whole = math.fsum(values)
    rounded = (
        _TENTHS.parts(values, as_counted(whole)) if people_digits(whole) else whole_parts(values)
    )
    return tuple(known(part.kind, value) for part, value in zip(parts, rounded, strict=True))


def whole_by_key(parts: Mapping[str, Shown]) -> dict[str, Shown]:
    """Return the same for figures by name."""
    return dict(zip(parts, whole_shown(tuple(parts.values())), strict=True))
