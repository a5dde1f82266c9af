"""Icons: Lucide's SVG in the theme's colour, drawn anew at each size."""

from io import BytesIO

import pygame

from game.ui.toolkit.assets import Assets
from game.ui.toolkit.cache import Cache


class Icons:
    """Draws icons by name, keeping them in ``cache``."""

    def __init__(self, assets: Assets, cache: Cache) -> None:
        self._assets = assets
        self._cache = cache
        self._texts: dict[str, str] = {}

    def draw(self, name: str, px: int, hex_colour: str) -> pygame.Surface:
        """Return an icon as a square of ``px`` pixels on nothing."""
        return self._cache.get(
            ("icon", name, px, hex_colour), lambda: self._drawn(name, px, hex_colour)
        )

    def _drawn(self, name: str, px: int, hex_colour: str) -> pygame.Surface:
        if name not in self._texts:
            self._texts[name] = self._assets.icon_svg(name)
        svg = self._texts[name].replace("currentColor", hex_colour)
        return pygame.image.load_sized_svg(BytesIO(svg.encode()), (px, px))
