"""Round numbers for an axis: steps of 1, 2, 2.5 or 5 times a power of ten that cover a range."""

import math
from collections.abc import Iterable
from typing import Final

_MANTISSAS: Final = (1.0, 2.0, 2.5, 5.0)
_FINEST: Final = 1e-9


def nice_ticks(
    low: float, high: float, count: int = 5, *, whole: bool = False
) -> tuple[float, ...]:
    """Return at most ``count`` evenly spaced round numbers that cover ``low`` to ``high``.

    The step is 1, 2, 2.5 or 5 × 10^k, the finest that keeps within ``count``; ``whole`` allows
    whole numbers only. A range narrower than a billionth of its values is widened first. Raises
    ValueError for a count under 3 (a range over zero needs three) or ends beyond ±1e300.

    >>> nice_ticks(0, 312)
    (0.0, 100.0, 200.0, 300.0, 400.0)
    """
    if count < 3:
        raise ValueError(f"Ticks need a count of at least 3, not {count}.")
    if not (abs(low) <= 1e300 and abs(high) <= 1e300):
        raise ValueError(f"Ticks need ends within 1e300, not {low} and {high}.")
    low, high = _widened(min(low, high), max(low, high))
    power = max(math.floor(math.log10((high - low) / count)), 0 if whole else -308)
    while True:
        for mantissa in _MANTISSAS:
            ticks = _multiples(low, high, mantissa, power, count)
            if ticks and not (whole and mantissa == 2.5 and power == 0):
                return ticks
        power += 1


def _multiples(
    low: float, high: float, mantissa: float, power: int, count: int
) -> tuple[float, ...]:
    """Return the multiples of ``mantissa``·10^``power`` around a range; none when too many."""
    step = mantissa * 10.0**power
    first, last = math.floor(low / step), math.ceil(high / step)
    if last - first + 1 > count:
        return ()
    if power >= 0:
        return tuple(i * step for i in range(first, last + 1))
    # Dividing by a whole power of ten keeps 0.3 from becoming 0.30000000000000004.
    divisor = 10.0**-power
    return tuple(i * mantissa / divisor for i in range(first, last + 1))


def _widened(low: float, high: float) -> tuple[float, float]:
    """Return a range wide enough for its ticks to be told apart."""
    size = max(abs(low), abs(high))
    if size < 1e-290:
        return (0.0, 1.0)
    if high - low > size * _FINEST:
        return (low, high)
    return (min(low, 0.0), max(high, 0.0)) if low == high else (low - size / 2, high + size / 2)


def finite(values: Iterable[float | None]) -> list[float]:
    """Return the values that can be drawn: neither missing, nor infinite, nor beyond 1e300."""
    return [value for value in values if value is not None and abs(value) <= 1e300]


def axis_range(values: list[float]) -> tuple[float, float]:
    """Return the range an axis should cover; zero belongs to it unless all values are far away.

    >>> axis_range([90.0, 250.0]), axis_range([0.66, 0.70])
    ((0.0, 250.0), (0.66, 0.7))
    """
    low, high = min(values), max(values)
    if low > 0 and (high - low) >= 0.25 * high:
        return (0.0, high)
    if high < 0 and (high - low) >= 0.25 * -low:
        return (low, 0.0)
    return (low, high)
