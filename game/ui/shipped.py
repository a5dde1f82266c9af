"""The typeface and icons of the window, read from where the game was installed."""

from game.storage.assets import font_bytes, icon_text
from game.storage.places import Places


class ShippedAssets:
    """The toolkit's way to the shipped files: it opens none itself."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def font_bytes(self, weight: int) -> bytes:
        """Return the TrueType font of a weight."""
        return font_bytes(self._places, weight)

    def icon_svg(self, name: str) -> str:
        """Return an icon as SVG text."""
        return icon_text(self._places, name)
