"""What all window tests share: letters and pictures that were drawn once are not drawn again.

Most tests open a window of their own, and half of what that takes is to draw the same words and
icons. What is kept here depends on nothing but what it is asked for, so no test sees another.
"""

from io import BytesIO
from typing import Final

import pygame
import pytest

from game.ui.shipped import ShippedAssets
from game.ui.toolkit.cache import Cache
from game.ui.toolkit.text import Face, Typesetter

_DRAWN: Final = Cache(96 * 1024 * 1024)
_FONTS: Final[dict[tuple[int, int, int], pygame.font.Font]] = {}


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is drawn for all tests of a process; who counts bytes overrides this."""
    _forget_fonts_of_a_window_that_ended()
    letters, svg, fonts = Typesetter._drawn, pygame.image.load_sized_svg, Typesetter._font

    def letters_once(self: Typesetter, text: str, face: Face, colour: str) -> pygame.Surface:
        if not isinstance(self._assets, ShippedAssets):
            return letters(self, text, face, colour)
        return _DRAWN.get((text, face, colour), lambda: letters(self, text, face, colour))

    def font_once(self: Typesetter, face: Face, zoom: int) -> pygame.font.Font:
        if not isinstance(self._assets, ShippedAssets):
            return fonts(self, face, zoom)
        size = (face.px, face.weight, zoom)
        if size not in _FONTS:
            _FONTS[size] = fonts(self, face, zoom)
        return _FONTS[size]

    def svg_once(source: BytesIO, size: tuple[int, int]) -> pygame.Surface:
        return _DRAWN.get((source.getvalue(), size), lambda: svg(source, size))

    monkeypatch.setattr(Typesetter, "_drawn", letters_once)
    monkeypatch.setattr(Typesetter, "_font", font_once)
    monkeypatch.setattr(pygame.image, "load_sized_svg", svg_once)


def _forget_fonts_of_a_window_that_ended() -> None:
    """Drop fonts that cannot write any more, because a test has ended pygame since."""
    try:
        for font in _FONTS.values():
            font.get_height()
    except pygame.error:
        _FONTS.clear()
