"""Small pictures of a share: the saturation hint, a bar, the progress of long work."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.button import icon_button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.labels import Label
from game.ui.toolkit.layout import Column, Row
from game.ui.toolkit.motion import COUNT
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Glide, Look, Widget
from game.words import sentence

_BLOCKS: Final = 4


@dataclass(frozen=True, slots=True)
class Meter(Widget):
    """Four little blocks, filled by a share of 0 to 1; None draws them as unknown."""

    share: float | None
    role: Role = "accent"

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the blocks' size."""
        return Size(_BLOCKS * ui.px(4) + (_BLOCKS - 1) * ui.px(3), ui.px(7))

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint full blocks in colour and the others pale."""
        ui = canvas.ui
        wide, step = ui.px(4), ui.px(4) + ui.px(3)
        tall = min(box.h, ui.px(7))
        full = 0 if self.share is None else round(self.share * _BLOCKS)
        for number in range(_BLOCKS):
            block = Box(box.x + number * step, box.y + (box.h - tall) // 2, wide, tall)
            if self.share is None:
                canvas.rounded(block, 1, border="control")
            else:
                canvas.rounded(block, 1, self.role if number < full else "hairline")


@dataclass(frozen=True, slots=True)
class ShareBar(Widget):
    """A lying bar that is filled by a share of 0 to 1, moving when the share changes."""

    share: float
    role: Role = "accent"
    thick: float = 8

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.thick,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return a bar of the usual length."""
        return Size(min(room, ui.px(120)), ui.px(self.thick))

    def least(self, ui: Ui) -> int:
        """Return a short bar."""
        return ui.px(32)

    def glide(self) -> Glide:
        """Return the share to move to."""
        return Glide(self.share, COUNT, self.share)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint track and filling."""
        canvas.pill(box, "hairline")
        filled = round(box.w * min(1.0, max(0.0, look.glide)))
        if filled:
            canvas.pill(Box(box.x, box.y, max(box.h, filled), box.h), self.role)


@dataclass(frozen=True, slots=True)
class Progress(Composite):
    """Long work: what is done, how far it is, and a way to stop it."""

    text: Wording
    share: float
    on_cancel: Callable[[], None] | None = field(default=None, compare=False)

    def build(self, ui: Ui) -> Widget:
        """Put the bar under the text and the way out beside both."""
        key = self.key or "progress"
        cancel = (
            icon_button("x", sentence("Cancel"), self.on_cancel, key=f"{key}.cancel")
            if self.on_cancel
            else None
        )
        bar = ShareBar(self.share, key=f"{key}.bar")
        column = Column([Label(self.text, weight=500), bar], grow=1)
        return Row([column, cancel], gap=12)
