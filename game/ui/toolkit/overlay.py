"""What floats above a screen: the tooltip and the messages at the foot."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.labels import Label
from game.ui.toolkit.layout import Row
from game.ui.toolkit.panel import Panel
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Look, Placed, Widget

TOAST_LASTS: Final = 4000
"""Milliseconds that a message stays."""

_TOOLTIP_WIDTH: Final = 280


@dataclass(frozen=True, slots=True)
class Tooltip(Composite):
    """A sentence about the widget that is pointed at."""

    text: Wording

    def build(self, ui: Ui) -> Widget:
        """Put the sentence on a raised panel."""
        return _Floating(Label(self.text, size=13), pad=12, pad_y=8, radius=8)


@dataclass(frozen=True, slots=True)
class Toast(Composite):
    """A message that goes by itself."""

    text: Wording
    tone: Role

    def build(self, ui: Ui) -> Widget:
        """Put the message on a raised panel with a coloured dot."""
        content = Row([_Dot(self.tone), Label(self.text, size=14, weight=500)], gap=10)
        return _Floating(content, pad=16, pad_y=10, radius=8)


@dataclass(frozen=True, slots=True)
class _Floating(Widget):
    """A raised panel with a visible border and a deep shadow."""

    child: Widget = field(compare=False)
    pad: float = 12
    pad_y: float = 8
    radius: float = 8

    margin = 24.0

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self.child,)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.pad, self.pad_y)

    def measure(self, ui: Ui, room: int) -> Size:
        return self._panel().measure(ui, room)

    def least(self, ui: Ui) -> int:
        return self._panel().least(ui)

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        return self._panel().arrange(ui, box)

    def ground(self, ui: Ui) -> Role:
        return "raised" if not ui.theme.shadows else "surface"

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        canvas.shadow(box, self.radius, blur=10, drop=4)
        canvas.rounded(box, self.radius, self.ground(canvas.ui), "control")

    def _panel(self) -> Panel:
        return Panel(self.child, pad=self.pad, pad_y=self.pad_y)


@dataclass(frozen=True, slots=True)
class _Dot(Widget):
    tone: Role

    def measure(self, ui: Ui, room: int) -> Size:
        return Size(ui.px(8), ui.px(8))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        canvas.disc(box.middle, box.w // 2, self.tone)


def beside(ui: Ui, tooltip: Widget, target: Box, window: Box) -> Box:
    """Return where a tooltip goes: under its target, or above it, always inside the window."""
    gap = ui.px(8)
    inner = window.inset(gap)
    size = ui.measure(tooltip, min(inner.w, ui.px(_TOOLTIP_WIDTH)))
    x = min(max(inner.x, target.x + (target.w - size.w) // 2), inner.right - size.w)
    y = target.bottom + gap
    if y + size.h > inner.bottom:
        y = target.y - gap - size.h
    return Box(x, max(inner.y, y), size.w, size.h)


def at_foot(ui: Ui, toasts: Sequence[Widget], window: Box) -> list[Placed]:
    """Return where messages go: centred at the foot, the newest lowest."""
    placed: list[Placed] = []
    y = window.bottom - ui.px(24)
    for toast in reversed(toasts):
        size = ui.measure(toast, min(window.w - ui.px(48), ui.px(560)))
        y -= size.h
        placed.append((toast, Box(window.x + (window.w - size.w) // 2, y, size.w, size.h)))
        y -= ui.px(8)
    return placed
