"""Setting text: measuring, breaking lines, shortening and drawing, all remembered."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal, NamedTuple, TypeAlias, TypeVar

import pygame

from game.ui.toolkit.assets import Assets
from game.ui.toolkit.cache import Cache
from game.ui.toolkit.colour import rgb
from game.ui.toolkit.geometry import Box, Size

Side: TypeAlias = Literal["left", "center", "right"]

SMOOTH_FROM: Final = 11
"""Pixels from which text is drawn large and scaled down: pygame rounds every advance to whole
pixels, which tears words apart."""

_ZOOM: Final = 4
_LINE: Final = 1.4
_WEIGHTS: Final = (400, 500, 600, 700)
_ELLIPSIS: Final = "…"
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Face(NamedTuple):
    """A size in pixels and a weight (400 to 700)."""

    px: int
    weight: int = 400

    @property
    def line(self) -> int:
        """The height of a line in pixels."""
        return round(self.px * _LINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One line of text in its place, as it is drawn and as it is checked.

    Attributes:
        box: what the text may cover.
        needed: what it does cover at this size.
        role: the colour's role.
        ground: the role it stands on, where that is not the nearest widget with a ground.
        whole: the text before it was shortened.

    """

    text: str
    box: Box
    face: Face
    role: str
    needed: Size
    side: Side = "left"
    ground: str = ""
    whole: str = ""


class Typesetter:
    """Measures and draws text with the fonts of ``assets``, remembering both."""

    def __init__(self, assets: Assets, cache: Cache) -> None:
        pygame.font.init()
        self._assets = assets
        self._cache = cache
        self._files: dict[int, bytes] = {}
        self._fonts: dict[tuple[int, int], pygame.font.Font] = {}
        self._widths: dict[tuple[str, Face], int] = {}
        self._ascents: dict[Face, int] = {}
        self._rises: dict[Face, int] = {}
        self._lines: dict[tuple[str, Face, int], tuple[str, ...]] = {}

    def forget(self) -> None:
        """Drop what was measured; called when the scale changes, so that it does not pile up."""
        self._fonts.clear()
        self._widths.clear()
        self._lines.clear()

    def width(self, text: str, face: Face) -> int:
        """Return the pixels that a line of text takes."""
        key = (text, face)
        known = self._widths.get(key)
        if known is None:
            zoom = _zoom(face)
            known = -(-self._font(face, zoom).size(text)[0] // zoom) if text else 0
            _remember(self._widths, key, known)
        return known

    def wrap(self, text: str, face: Face, width: int) -> tuple[str, ...]:
        """Break text at spaces (not at no-break spaces) into lines of at most ``width`` pixels.

        A word that is wider than a line is broken where it must.
        """
        key = (text, face, width)
        known = self._lines.get(key)
        if known is None:
            known = tuple(
                line for part in text.split("\n") for line in self._broken(part, face, width)
            )
            _remember(self._lines, key, known)
        return known

    def shorten(self, text: str, face: Face, width: int) -> str:
        """Return the text, or as much of it as fits before an ellipsis."""
        if self.width(text, face) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.width(text[:middle].rstrip() + _ELLIPSIS, face) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + _ELLIPSIS

    def ascent(self, face: Face) -> int:
        """Return the pixels from the top of a line to its baseline."""
        known = self._ascents.get(face)
        if known is None:
            font = self._font(face, _ZOOM)
            tall = (font.get_ascent() - font.get_descent()) / _ZOOM
            known = round((face.line - tall) / 2 + font.get_ascent() / _ZOOM)
            self._ascents[face] = known
        return known

    def draw(self, text: str, face: Face, hex_colour: str) -> tuple[pygame.Surface, int]:
        """Return a line of text on nothing, and the pixels from its top to its baseline."""
        key = _drawing(text, face, hex_colour)
        surface = self._cache.get(key, lambda: self._drawn(text, face, hex_colour))
        return surface, self._rise(face)

    def knows(self, text: str, face: Face, hex_colour: str) -> bool:
        """Say whether a line of text has been drawn and is remembered."""
        return _drawing(text, face, hex_colour) in self._cache

    def _rise(self, face: Face) -> int:
        known = self._rises.get(face)
        if known is None:
            zoom = _zoom(face)
            known = self._rises[face] = -(-self._font(face, zoom).get_ascent() // zoom)
        return known

    def _drawn(self, text: str, face: Face, hex_colour: str) -> pygame.Surface:
        zoom = _zoom(face)
        font = self._font(face, zoom)
        if not font.size(text)[0]:  # it is made of marks that stand on nothing
            return pygame.Surface((1, 1), pygame.SRCALPHA)
        large = font.render(text, True, rgb(hex_colour))
        if zoom == 1:
            return large
        # Room above, so that the baseline falls between two rows of pixels and stays sharp.
        above = -font.get_ascent() % zoom
        size = Size(-(-large.get_width() // zoom), -(-(large.get_height() + above) // zoom))
        sheet = pygame.Surface((size.w * zoom, size.h * zoom), pygame.SRCALPHA)
        sheet.fill((*rgb(hex_colour), 0))
        sheet.blit(large, (0, above), special_flags=pygame.BLEND_RGBA_MAX)
        return pygame.transform.smoothscale(sheet, size)

    def _broken(self, text: str, face: Face, width: int) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, face) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = self._chopped(word, face, width)
            lines.extend(full)
        return [*lines, line]

    def _chopped(self, word: str, face: Face, width: int) -> list[str]:
        parts = []
        while len(word) > 1 and self.width(word, face) > width:
            end = len(word) - 1
            while end > 1 and self.width(word[:end], face) > width:
                end -= 1
            parts.append(word[:end])
            word = word[end:]
        return [*parts, word]

    def _font(self, face: Face, zoom: int) -> pygame.font.Font:
        weight = min(_WEIGHTS, key=lambda known: abs(known - face.weight))
        key = (weight, face.px * zoom)
        if key not in self._fonts:
            if weight not in self._files:
                self._files[weight] = self._assets.font_bytes(weight)
            content = self._files[weight]
            self._fonts[key] = pygame.font.Font(BytesIO(content) if content else None, key[1])
        return self._fonts[key]


def _remember(memory: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    if len(memory) > 20_000:
        memory.clear()
    memory[key] = value


def _drawing(text: str, face: Face, hex_colour: str) -> tuple[str, str, Face, str]:
    return "text", text, face, hex_colour


def _zoom(face: Face) -> int:
    return _ZOOM if face.px >= SMOOTH_FROM else 1
