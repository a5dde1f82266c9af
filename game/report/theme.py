"""How things look, as data: the colours of window, page and charts, by role and never by name.

A widget or a chart names a role (``theme.warning``); only this file knows a colour. Series colours
are far enough apart for colour-blind eyes (smallest distance 18 under simulation), and each group
of levers keeps its colour, dash and icon everywhere.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one look, each ``#RRGGBB``.

    All text reaches 4.5:1 on ``background``, ``surface`` and ``raised``; ``control`` borders 3:1.
    """

    name: str
    background: str
    surface: str
    raised: str
    hairline: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    bad: str
    warning: str
    series: tuple[str, ...]
    shadows: bool

    def group(self, group: str) -> str:
        """Return the colour that marketing, sales and together have everywhere."""
        return self.series[GROUP_SERIES[group]]


GROUP_SERIES: Final = {"marketing": 0, "sales": 1, "together": 2}
"""Which series colour belongs to a group of levers."""

GROUP_ICON: Final = {"marketing": "megaphone", "sales": "briefcase-business", "together": "users"}
"""The Lucide icon of a group."""

SERIES_DASH: Final = ("", "6 4", "2 3", "10 3 2 3", "1 3", "8 2")
"""The SVG dash of each series, so that lines differ without colour; empty is solid."""

DARK: Final = Theme(
    name="dark",
    background="#0B1220",
    surface="#131C2E",
    raised="#1A2640",
    hairline="#2A3A57",
    control="#64789C",
    text="#E6EDF6",
    muted="#9FB0C6",
    accent="#6EA3FF",
    on_accent="#0B1220",
    good="#4CC9A4",
    bad="#FF8A7A",
    warning="#F2B84B",
    series=("#6EA3FF", "#F29436", "#4EDAB7", "#D47DBA", "#F0E6A8", "#CC6133"),
    shadows=False,
)

LIGHT: Final = Theme(
    name="light",
    background="#F3F6FB",
    surface="#FFFFFF",
    raised="#EAF0F8",
    hairline="#D3DCE9",
    control="#76859D",
    text="#142033",
    muted="#51607A",
    accent="#1F5FD6",
    on_accent="#FFFFFF",
    good="#0B7A5B",
    bad="#B93A2B",
    warning="#8A5A00",
    series=("#1F5FD6", "#A0480D", "#077E66", "#9B3B9B", "#323D53", "#B31940"),
    shadows=True,
)

HIGH_CONTRAST: Final = Theme(
    name="high_contrast",
    background="#000000",
    surface="#000000",
    raised="#1A1A1A",
    hairline="#8A8A8A",
    control="#FFFFFF",
    text="#FFFFFF",
    muted="#E0E0E0",
    accent="#FFD60A",
    on_accent="#000000",
    good="#5CF2A5",
    bad="#FF9A8A",
    warning="#FFD60A",
    series=("#7FB2FF", "#FFB05C", "#5CF2D0", "#F09AE0", "#F5F0B0", "#FF8A5C"),
    shadows=False,
)

THEMES: Final = {theme.name: theme for theme in (DARK, LIGHT, HIGH_CONTRAST)}
