"""A sheet to draw a chart on: shapes become SVG, and no text may leave it or cover another."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.report.charts.chart import (
    LINE_BOX,
    Anchor,
    Box,
    Chart,
    Measure,
    Size,
    Text,
)
from game.report.charts.labels import fit, wrap
from game.report.theme import Theme

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a text is set; ``size`` in px at scale 1."""

    color: str
    size: float = 12.0
    weight: int = 400


class Drawing:
    """Collects the shapes and texts of one chart; used once, then ``finish``ed.

    Lengths given to it are px of the finished picture; stroke widths, dashes and font sizes are px
    at scale 1 and multiplied here.
    """

    __slots__ = ("_boxes", "_shapes", "_texts", "measure", "scale", "size", "theme")

    def __init__(self, size: Size, theme: Theme, scale: float, measure: Measure) -> None:
        self.size = size
        self.theme = theme
        self.scale = scale
        self.measure = measure
        self._shapes: list[str] = []
        self._texts: list[Text] = []
        self._boxes: list[Box] = []

    # Sizes -----------------------------------------------------------------------------------

    def px(self, length: float) -> float:
        """Return a length given at scale 1 in px of the picture."""
        return length * self.scale

    def wide(self, text: str, ink: Ink) -> float:
        """Return how wide a text is set in this ink."""
        return self.measure(text, ink.size * self.scale, ink.weight)

    def widest(self, texts: Iterable[str], ink: Ink) -> float:
        """Return the width of the widest text; 0 for none."""
        return max((self.wide(text, ink) for text in texts), default=0.0)

    def high(self, ink: Ink) -> float:
        """Return the height of one line of text in this ink."""
        return ink.size * self.scale * LINE_BOX

    def series(self, index: int) -> str:
        """Return a series colour; indices beyond the last start again."""
        return self.theme.series[index % len(self.theme.series)]

    # Shapes ----------------------------------------------------------------------------------

    def line(
        self, start: Point, end: Point, color: str, *, width: float = 1.0, dash: str = ""
    ) -> None:
        """Draw a straight stroke."""
        self.stroke((start, end), color, width=width, dash=dash)

    def stroke(
        self,
        points: Iterable[Point],
        color: str,
        *,
        width: float = 2.0,
        dash: str = "",
        opacity: float = 1.0,
    ) -> None:
        """Draw a stroke through points."""
        self.path(_through(points), stroke=color, width=width, dash=dash, opacity=opacity)

    def polygon(self, points: Iterable[Point], color: str, opacity: float = 1.0) -> None:
        """Fill the area between points."""
        self.path(_through(points) + "Z", fill=color, opacity=opacity)

    def path(
        self,
        d: str,
        *,
        fill: str = "none",
        stroke: str = "none",
        width: float = 1.0,
        dash: str = "",
        opacity: float = 1.0,
    ) -> None:
        """Add a path in SVG's own path language; ``opacity`` is that of fill or stroke."""
        parts = [f'<path d="{d}" fill="{fill}"']
        if fill != "none" and opacity < 1:
            parts.append(f' fill-opacity="{opacity:g}"')
        if stroke != "none":
            parts.append(f' stroke="{stroke}" stroke-width="{width * self.scale:g}"')
            parts.append(' stroke-linejoin="round"')
            # A round end would fill the gaps of a dash.
            parts.append(f' stroke-dasharray="{self._dash(dash)}"' if dash else _ROUND_END)
            if opacity < 1:
                parts.append(f' stroke-opacity="{opacity:g}"')
        parts.append("/>")
        self._shapes.append("".join(parts))

    def rect(self, box: Box, color: str, *, radius: float = 0.0, opacity: float = 1.0) -> None:
        """Fill a rectangle; ``radius`` at scale 1, at most half its shorter side."""
        width, height = box.right - box.left, box.bottom - box.top
        if width <= 0 or height <= 0:
            return
        corner = min(radius * self.scale, width / 2, height / 2)
        rounded = f' rx="{corner:.1f}"' if corner > 0 else ""
        clear = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self._shapes.append(
            f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{width:.1f}"'
            f' height="{height:.1f}"{rounded} fill="{color}"{clear}/>'
        )

    def dot(self, at: Point, radius: float, color: str, *, opacity: float = 1.0) -> None:
        """Fill a circle; ``radius`` at scale 1."""
        clear = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self._shapes.append(
            f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius * self.scale:.1f}"'
            f' fill="{color}"{clear}/>'
        )

    def ring(self, at: Point, radius: float, color: str, *, width: float = 2.0) -> None:
        """Draw a circle's outline; ``radius`` at scale 1."""
        self._shapes.append(
            f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius * self.scale:.1f}"'
            f' fill="none" stroke="{color}" stroke-width="{width * self.scale:g}"/>'
        )

    def arrow(self, at: Point, color: str, *, up: bool, size: float = 7.0) -> None:
        """Fill a triangle of good or bad news centred on a point."""
        half, rise = self.px(size) / 2, self.px(size) * (-0.43 if up else 0.43)
        x, y = at
        self.polygon(((x - half, y - rise), (x + half, y - rise), (x, y + rise)), color)

    def fade(self, color: str, start: float, end: float, *, down: bool = False) -> str:
        """Return a fill of one colour whose opacity changes from left to right, or downwards."""
        stops = (
            f'<stop offset="0%" stop-color="{color}" stop-opacity="{start:g}"/>'
            f'<stop offset="100%" stop-color="{color}" stop-opacity="{end:g}"/>'
        )
        # Several charts share one page: equal names must mean equal gradients.
        way = 'x2="0%" y2="100%"' if down else 'x2="100%" y2="0%"'
        name = f"fade{zlib.crc32((stops + way).encode()):08x}"
        define = (
            f'<defs><linearGradient id="{name}" x1="0%" y1="0%" {way}>'
            f"{stops}</linearGradient></defs>"
        )
        if define not in self._shapes:
            self._shapes.append(define)
        return f"url(#{name})"

    # Texts -----------------------------------------------------------------------------------

    def text(
        self,
        at: Point,
        text: str,
        ink: Ink,
        *,
        anchor: Anchor = "start",
        room: float | None = None,
    ) -> bool:
        """Set a text if there is room; ``at`` is its anchor and vertical middle.

        It is cut with an ellipsis to ``room``, moved to stay on the chart, and left out (False)
        when it would cover a text set before: so set what matters most first.
        """
        placed = self.place(at, text, ink, anchor=anchor, room=room)
        if placed is None:
            return False
        box = placed.box(self.measure)
        # Words side by side need a space between them.
        apart = 0.15 * placed.size
        wider = Box(left=box.left - apart, top=box.top, right=box.right + apart, bottom=box.bottom)
        if any(wider.overlaps(other, _TOUCHING) for other in self._boxes):
            return False
        self._texts.append(placed)
        self._boxes.append(box)
        return True

    def place(
        self,
        at: Point,
        text: str,
        ink: Ink,
        *,
        anchor: Anchor = "start",
        room: float | None = None,
    ) -> Text | None:
        """Return the text as it would be set, without setting it; None if it cannot be."""
        px = ink.size * self.scale
        width, height = self.size.width, self.size.height
        text = fit(
            text, min(width, room) if room is not None else width, px, ink.weight, self.measure
        )
        half = px * LINE_BOX / 2
        if not text.strip() or 2 * half > height:
            return None
        wide = self.measure(text, px, ink.weight)
        before = wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        x = min(max(at[0], before), width - wide + before)
        y = min(max(at[1], half), height - half)
        return Text(
            x=x,
            y=y,
            text=text,
            color=ink.color,
            size=px,
            weight=ink.weight,
            anchor=anchor,
            width=room,
        )

    def is_free(self, box: Box) -> bool:
        """Whether no text lies in a box and the box lies on the chart."""
        inside = (
            box.left >= -_TOUCHING
            and box.top >= -_TOUCHING
            and box.right <= self.size.width + _TOUCHING
            and box.bottom <= self.size.height + _TOUCHING
        )
        return inside and not any(box.overlaps(other, _TOUCHING) for other in self._boxes)

    def reserve(self, box: Box) -> None:
        """Keep texts out of a box."""
        self._boxes.append(box)

    def paragraph(
        self, at: Point, text: str, ink: Ink, *, room: float, lines: int, anchor: Anchor = "middle"
    ) -> float:
        """Set wrapped lines from the middle of the first one; return how far down they reach."""
        px = ink.size * self.scale
        y = at[1]
        for line in wrap(text, room, lines, px, ink.weight, self.measure):
            self.text((at[0], y), line, ink, anchor=anchor, room=room)
            y += px * LINE_BOX
        return y - at[1]

    # The end ---------------------------------------------------------------------------------

    def empty(self, text: str, title: str) -> Chart:
        """Return the honest picture of having nothing to show: the caller's sentence, centred."""
        ink = Ink(color=self.theme.muted, size=14.0)
        room = self.size.width * 0.9
        lines = wrap(text, room, 3, self.px(14.0), 400, self.measure)
        top = self.size.height / 2 - (len(lines) - 1) * self.high(ink) / 2
        self.paragraph((self.size.width / 2, top), text, ink, room=room, lines=3)
        return self.finish(title=title, description=text)

    def finish(self, *, title: str, description: str) -> Chart:
        """Return the chart."""
        width, height = self.size.width, self.size.height
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
            f' viewBox="0 0 {width:g} {height:g}">{"".join(self._shapes)}</svg>'
        )
        return Chart(
            width=width,
            height=height,
            svg=svg,
            texts=tuple(self._texts),
            title=title,
            description=description,
        )

    def _dash(self, dash: str) -> str:
        """Return a dash pattern at this scale."""
        return " ".join(f"{float(part) * self.scale:g}" for part in dash.split())


_TOUCHING: Final = 0.01
"""Texts may touch: sums of lengths differ in the last digits."""

_ROUND_END: Final = ' stroke-linecap="round"'


def _through(points: Iterable[Point]) -> str:
    """Return path commands through points."""
    return "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in points])
