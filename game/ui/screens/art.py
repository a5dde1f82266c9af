"""The picture on the title: two cliffs, the bridge between them, people on it, and those who fall.

It is drawn as SVG in the theme's colours for the room there is; chance is counted, not drawn, so
that the picture is the same every time.
"""

import math
from collections.abc import Iterator
from typing import Final

from game.report.theme import Theme

_ACROSS: Final = 0.7548776662466927
"""One through the plastic number: its multiples and those of its square never bunch."""

_PLANKS: Final = 15
_GAPS: Final = (5, 9)
"""Planks of the bridge, and which of them are missing."""


def cliffs_svg(width: int, height: int, theme: Theme) -> str:
    """Return the picture, ``width`` × ``height`` pixels; the foot of the window is its foot."""
    w, h = float(width), float(height)
    shapes = [
        _definitions(theme),
        _ridge(w, h, theme, "marketing", left=True),
        _ridge(w, h, theme, "sales", left=False),
        *_crowd(w, h, theme),
        _bridge(w, h, theme),
        *_fallen(w, h, theme),
        *_arrived(w, h, theme),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">{"".join(shapes)}</svg>'
    )


_LEFT_EDGE: Final = 0.42
_RIGHT_EDGE: Final = 0.66
"""Where the cliffs end, as shares of the width."""


def _definitions(theme: Theme) -> str:
    return (
        "<defs>"
        + "".join(
            f'<linearGradient id="{group}" x1="0%" y1="0%" x2="0%" y2="100%">'
            f'<stop offset="0%" stop-color="{_mixed(theme, group, 0.34)}"/>'
            f'<stop offset="100%" stop-color="{_mixed(theme, group, 0.06)}"/></linearGradient>'
            for group in ("marketing", "sales")
        )
        + "</defs>"
    )


def _mixed(theme: Theme, group: str, share: float) -> str:
    """Return a group's colour, thinned with the background."""
    colours = zip(_rgb(theme.group(group)), _rgb(theme.background), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in colours)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _top(x: float, h: float) -> float:
    """Return how high the left cliff is at a share of the width: it slopes to the bridge."""
    return h * (0.44 + 0.22 * x + 0.010 * math.sin(17 * x))


def _landing(x: float, h: float) -> float:
    """Return how high the right cliff is at a share of the width: it rises to the customers."""
    return h * (0.56 - 0.34 * (x - _RIGHT_EDGE) + 0.008 * math.sin(19 * x))


def _ridge(w: float, h: float, theme: Theme, group: str, *, left: bool) -> str:
    """Draw a cliff: its top a gentle line, its face steep and broken."""
    steps = [step / 24 for step in range(25)]
    if left:
        tops = [(x * _LEFT_EDGE * w, _top(x * _LEFT_EDGE, h)) for x in steps]
        face = [(_LEFT_EDGE - d, y) for d, y in ((0.012, 0.66), (0.004, 0.74), (0.03, 0.86))]
        foot = [((_LEFT_EDGE - 0.055) * w, h), (0.0, h)]
    else:
        tops = [(x * w, _landing(x, h)) for x in (1 - s * (1 - _RIGHT_EDGE) for s in steps)]
        face = [(_RIGHT_EDGE + d, y) for d, y in ((0.014, 0.70), (0.004, 0.79), (0.028, 0.89))]
        foot = [((_RIGHT_EDGE + 0.05) * w, h), (w, h)]
    outline = [*tops, *((x * w, y * h) for x, y in face), *foot]
    path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in outline) + " Z"
    edge = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in tops)
    thick = max(2.0, h / 240)
    return (
        f'<path d="{path}" fill="url(#{group})"/>'
        f'<path d="{edge}" fill="none" stroke="{theme.group(group)}" stroke-width="{thick:.1f}"'
        ' stroke-linecap="round"/>'
    )


def _deck(t: float, w: float, h: float) -> tuple[float, float]:
    """Return a place on the bridge's deck, ``t`` from 0 (left) to 1 (right): a low arch."""
    x = _LEFT_EDGE + (_RIGHT_EDGE - _LEFT_EDGE) * t
    start, end = _top(_LEFT_EDGE, h), _landing(_RIGHT_EDGE, h)
    return x * w, start + (end - start) * t - 0.06 * h * math.sin(math.pi * t)


def _bridge(w: float, h: float, theme: Theme) -> str:
    """Draw the bridge, with a few planks missing: that is where people fall."""
    planks = []
    thick = max(3.0, h / 120)
    for number in range(_PLANKS):
        if number in _GAPS:
            continue
        (x1, y1), (x2, y2) = (_deck((number + d) / _PLANKS, w, h) for d in (0.08, 0.92))
        planks.append(
            f'<path d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}" stroke="{theme.group("together")}"'
            f' stroke-width="{thick:.1f}" stroke-linecap="round" fill="none"/>'
        )
    return "".join(planks)


def _crowd(w: float, h: float, theme: Theme) -> Iterator[str]:
    """Draw the people above marketing's cliff: many at the left, a line at the bridge."""
    colours = (theme.group("marketing"), theme.series[3], theme.group("together"), theme.series[4])
    for number in range(190):
        along, high = _spread(number)
        x = along * (_LEFT_EDGE - 0.01)
        room = 0.24 * (1 - along) ** 1.4 + 0.016
        y = _top(x, h) - h * 0.014 - high * room * h
        yield _dot(x * w, y, h, colours[number % 4], 0.30 + 0.65 * along)
    for number in range(7):
        x, y = _deck((number + 0.5) / 7, w, h)
        yield _dot(x, y - h * 0.018, h, colours[number % 4], 1.0)


def _fallen(w: float, h: float, theme: Theme) -> Iterator[str]:
    """Draw those who fall through the gaps, and the heap they make."""
    for number in range(34):
        deep, aside = _spread(number)
        x, top = _deck((_GAPS[number % 2] + 0.5) / _PLANKS, w, h)
        y = top + (h * 0.93 - top) * (0.03 + 0.97 * deep**0.85)
        drift = (aside - 0.5) * w * (0.012 + 0.075 * deep)
        yield _dot(x + drift, y, h, theme.bad, 0.95 - 0.35 * deep)
    middle = (_LEFT_EDGE + _RIGHT_EDGE) / 2 * w
    for number in range(110):
        across, high = _spread(number)
        away = 2 * across - 1
        y = h * 0.995 - high * h * 0.075 * (1 - abs(away)) ** 1.2
        yield _dot(middle + away * 0.105 * w, y, h, theme.bad, 0.85)


def _arrived(w: float, h: float, theme: Theme) -> Iterator[str]:
    """Draw those who came over, on their way up to becoming customers."""
    colours = (theme.group("sales"), theme.group("together"), theme.group("marketing"))
    for number in range(30):
        along, high = _spread(number)
        x = _RIGHT_EDGE + 0.01 + along * (0.99 - _RIGHT_EDGE)
        y = _landing(x, h) - h * 0.014 - high * 0.034 * h
        yield _dot(x * w, y, h, colours[number % 3], 0.9)


def _spread(number: int) -> tuple[float, float]:
    """Return a place in a unit square: the places of all numbers fill it, and form no rows."""
    across, high = 0.5 + number * _ACROSS, 0.5 + number * _ACROSS**2
    return (across + 0.16 * _shaken(number)) % 1.0, (high + 0.3 * _shaken(number + 0.5)) % 1.0


def _shaken(number: float) -> float:
    """Return a value from 0 to 1 that looks like chance and is always the same."""
    return math.sin(12.9898 * number + 4.1414) * 43758.5453 % 1.0


def _dot(x: float, y: float, h: float, colour: str, strength: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{h / 170:.1f}" fill="{colour}"'
        f' fill-opacity="{strength:.2f}"/>'
    )
