"""Colours by role: from the name of a role to the theme's colour, mixing, and contrast."""

from functools import lru_cache
from typing import TypeAlias

from game.report.theme import GROUP_SERIES, Theme

Rgb: TypeAlias = tuple[int, int, int]
Role: TypeAlias = str
"""A theme's field (``muted``), a group of levers (``sales``), ``series.3``, or ``#RRGGBB``."""


@lru_cache(maxsize=512)
def colour(theme: Theme, role: Role) -> str:
    """Return the ``#RRGGBB`` of a role.

    Raises:
        AttributeError: if the theme has no such role.

    """
    if role.startswith("#"):
        return role
    if role in GROUP_SERIES:
        return theme.group(role)
    if role.startswith("series."):
        return theme.series[int(role.removeprefix("series.")) % len(theme.series)]
    return str(getattr(theme, role))


@lru_cache(maxsize=1024)
def rgb(hex_colour: str) -> Rgb:
    """Return red, green and blue (0 to 255) of ``#RRGGBB``."""
    return int(hex_colour[1:3], 16), int(hex_colour[3:5], 16), int(hex_colour[5:7], 16)


@lru_cache(maxsize=4096)
def mix(below: str, above: str, share: float) -> str:
    """Lay one colour over another: 0 is ``below``, 1 is ``above``.

    >>> mix("#000000", "#FFFFFF", .5)
    '#808080'
    """
    pairs = zip(rgb(below), rgb(above), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


def contrast_ratio(first: str, second: str) -> float:
    """Return how far apart two colours are in brightness, 1 to 21 (WCAG 2.2).

    >>> round(contrast_ratio("#000000", "#FFFFFF"), 1)
    21.0
    """
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(hex_colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in rgb(hex_colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
