"""A finished chart: shapes as an SVG string, texts as data, one description for those who listen.

The window draws ``svg`` and sets ``texts`` with its own font on top, because its SVG reader knows
no ``<text>``; a page takes ``to_html()``, which is the same picture with the texts inside.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final, Literal, TypeAlias

Anchor: TypeAlias = Literal["start", "middle", "end"]

Measure: TypeAlias = Callable[[str, float, int], float]
"""``measure(text, px, weight)``: how wide a text is set, in px."""

Format: TypeAlias = Callable[[float], str]
"""``fmt(value)``: a number as the reader's language writes it."""

LINE_BOX: Final = 1.2
"""Height of a text's box in font sizes: ascent plus descent of the typeface."""

_MIDDLE_TO_BASELINE: Final = 0.36
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The room a chart has, in px. Raises ValueError unless both are positive."""

    width: float
    height: float

    def __post_init__(self) -> None:
        if not (self.width > 0 and self.height > 0):
            raise ValueError(f"A chart needs a positive size, not {self.width} × {self.height}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright rectangle in chart units; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", slack: float = 0.0) -> bool:
        """Whether the two share more than ``slack`` px both across and down."""
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text on a chart, in chart units (px of the finished picture, ``size`` already scaled).

    ``x`` is where ``anchor`` lies. ``y`` is the vertical MIDDLE of the line box (with Inter that is
    also the middle of the capitals): a window blits with ``midleft``, ``center`` or ``midright``.
    ``width`` is the room the text was fitted into, None when nothing bounded it.
    """

    x: float
    y: float
    text: str
    color: str
    size: float = 12.0
    weight: int = 400
    anchor: Anchor = "start"
    width: float | None = None

    def box(self, measure: Measure) -> Box:
        """Return the rectangle this text covers."""
        wide = measure(self.text, self.size, self.weight)
        left = self.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        half = self.size * LINE_BOX / 2
        return Box(left=left, top=self.y - half, right=left + wide, bottom=self.y + half)

    def to_svg(self) -> str:
        """Return this text as an SVG ``<text>`` element on its baseline."""
        return (
            f'<text x="{self.x:.1f}" y="{self.y + self.size * _MIDDLE_TO_BASELINE:.1f}"'
            f' font-size="{self.size:g}" font-weight="{self.weight}" fill="{self.color}"'
            f' text-anchor="{self.anchor}">{xml_text(self.text)}</text>'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart ready to be shown; ``width`` and ``height`` in px."""

    width: float
    height: float
    svg: str
    texts: tuple[Text, ...]
    title: str
    description: str

    def to_html(self) -> str:
        """Return the SVG with its texts, a title and a description for screen readers."""
        head, body = self.svg.split(">", 1)
        spoken = (
            f"<title>{xml_text(self.title)}</title><desc>{xml_text(self.description)}</desc>"
            if self.title
            else f"<desc>{xml_text(self.description)}</desc>"
        )
        label = xml_text(f"{self.title}. {self.description}" if self.title else self.description)
        texts = "".join(text.to_svg() for text in self.texts)
        inner = body.removesuffix("</svg>")
        return f'{head} class="chart" role="img" aria-label="{label}">{spoken}{inner}{texts}</svg>'


def approximate_width(text: str, px: float, weight: int) -> float:
    """Return about how wide a text is, when no font is at hand: 0.56 px a character, bold 0.6.

    >>> approximate_width("Won", 100, 400)
    168.0
    """
    return round(len(text) * px * (0.6 if weight >= 600 else 0.56), 6)


def xml_text(text: str) -> str:
    """Return a text safe inside XML: marks escaped, characters XML forbids left out."""
    return escape(_NOT_XML.sub("", text))
