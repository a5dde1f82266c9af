"""Icons: Lucide's SVG in the theme's colour, drawn anew at each size."""

from io import BytesIO

import pygame

from game.ui.toolkit.assets import Assets
from game.ui.toolkit.cache import Cache

_SHAPE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<path d="{}" fill="currentColor"/></svg>'
)
_OWN = {
    "@up": "M12 3 L22 20 Q22 21 21 21 H3 Q2 21 2 20 Z",
    "@down": "M12 21 L22 4 Q22 3 21 3 H3 Q2 3 2 4 Z",
    "@left": "M3 12 L20 2 Q21 2 21 3 V21 Q21 22 20 22 Z",
    "@right": "M21 12 L4 2 Q3 2 3 3 V21 Q3 22 4 22 Z",
}


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
            own = _OWN.get(name)
            self._texts[name] = _SHAPE.format(own) if own else self._assets.icon_svg(name)
        svg = self._texts[name].replace("currentColor", hex_colour)
        return drawn_svg(svg, (px, px))


def drawn_strip(svg: str, size: tuple[int, int], top: int, tall: int) -> pygame.Surface:
    """Draw ``tall`` rows of a chart's SVG of a size, from a row on.

    A large chart takes longer than a frame has.
    """
    across, down = size
    whole = f'height="{down}" viewBox="0 0 {across} {down}"'
    strip = f'height="{tall}" viewBox="0 {top} {across} {tall}"'
    return drawn_svg(svg.replace(whole, strip, 1), (across, tall))


def drawn_svg(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """Draw an SVG text at a size in pixels; of one without a size, one pixel is drawn.

    pygame returns its colours in another order than a window's, which makes each blit four times
    as slow; they are put in order once.
    """
    seen = (max(1, size[0]), max(1, size[1]))
    picture = pygame.image.load_sized_svg(BytesIO(svg.encode()), seen)
    return picture.convert(pygame.Surface((1, 1), pygame.SRCALPHA, 32))
