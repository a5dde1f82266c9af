"""How large things are: one rule from design units to pixels, for every window and text setting."""

from dataclasses import dataclass
from typing import Final

from game.ui.toolkit.geometry import Size

DESIGN: Final = Size(1280, 720)
"""The window for which sizes are written down."""

SMALLEST: Final = Size(960, 540)
"""The smallest window that can be opened, in pixels."""

TEXT_SETTINGS: Final = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text sizes that a settings screen offers, as shares of the normal one."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """A window's size in pixels and the user's text size (.9 to 2)."""

    window: Size
    text: float = 1.0

    @property
    def scale(self) -> float:
        """Pixels in a design unit: the window's share of 1280×720, from 1 to 1.6, times the text.

        >>> Metrics(Size(1920, 1080), text=1.0).scale
        1.5
        """
        window = min(self.window.w / DESIGN.w, self.window.h / DESIGN.h)
        return min(1.6, max(1.0, window)) * min(2.0, max(0.9, self.text))

    def px(self, units: float) -> int:
        """Return design units as whole pixels; what has a size keeps at least one.

        >>> Metrics(Size(1280, 720), text=1.5).px(14)
        21
        """
        if units == 0:
            return 0
        pixels = round(units * self.scale)
        return pixels or (1 if units > 0 else -1)

    @property
    def units(self) -> Size:
        """The window in design units: what a screen asks when it chooses between arrangements."""
        return Size(int(self.window.w / self.scale), int(self.window.h / self.scale))
