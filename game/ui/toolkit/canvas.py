"""Where widgets paint: a surface with the theme's colours and the window's scale."""

from typing import Final

import pygame

from game.ui.toolkit.colour import Role, mix
from game.ui.toolkit.geometry import Box
from game.ui.toolkit.text import Run
from game.ui.toolkit.ui import Ui

SHADE: Final = (4, 8, 16)
"""What is laid over a screen to darken it."""

_STRIP: Final = 32
"""Pixels."""


class Canvas:
    """A surface, painted by role and in pixels."""

    def __init__(self, surface: pygame.Surface, ui: Ui) -> None:
        self.surface = surface
        self.ui = ui
        self.new_texts: int | None = None
        """How many texts may still be drawn that are not remembered; None for any number."""

    def fill(self, box: Box, role: Role) -> None:
        """Fill a box with square corners."""
        self.surface.fill(self.ui.colour(role), box)

    def darken(self, box: Box, dark: int) -> None:
        """Lay darkness over what is there: ``dark`` of 255."""
        region = self.surface.get_clip().clip(pygame.Rect(box))
        if not (region.w and region.h):
            return
        # Strip by strip: a surface as large as the window costs more to make than to lay.
        strip = pygame.Surface((region.w, min(region.h, _STRIP)))
        strip.fill(SHADE)
        strip.set_alpha(dark)
        for y in range(region.y, region.bottom, _STRIP):
            self.surface.blit(strip, (region.x, y), (0, 0, region.w, region.bottom - y))

    def rounded(
        self, box: Box, radius: float, fill: Role = "", border: Role = "", line: float = 1
    ) -> None:
        """Paint a box with smooth corners; ``radius`` and ``line`` in design units."""
        ui = self.ui
        ui.shapes.box(
            self.surface,
            box,
            ui.px(radius),
            ui.colour(fill) if fill else None,
            ui.colour(border) if border else None,
            max(1, int(line * ui.metrics.scale)),
        )

    def pill(self, box: Box, fill: Role = "", border: Role = "", line: float = 1) -> None:
        """Paint a box with round ends."""
        self.rounded(box, min(box.w, box.h) / 2 / self.ui.metrics.scale, fill, border, line)

    def disc(self, middle: tuple[int, int], radius: int, fill: Role) -> None:
        """Paint a circle of ``radius`` pixels."""
        self.ui.shapes.disc(self.surface, middle, radius, self.ui.colour(fill))

    def shadow(self, box: Box, radius: float, blur: float = 5, drop: float = 2) -> None:
        """Paint a shadow under a box, in themes that have shadows."""
        ui = self.ui
        if ui.theme.shadows:
            low = Box(box.x, box.y + ui.px(drop), box.w, box.h)
            ui.shapes.shadow(self.surface, low, ui.px(radius), ui.px(blur), ui.theme.text)

    def ring(self, box: Box, radius: float) -> None:
        """Paint the focus ring: two units thick, two away from the box."""
        gap = self.ui.px(4)
        self.rounded(box.grown(gap), radius + 4, border="accent", line=2)

    def icon(self, name: str, box: Box, role: Role) -> None:
        """Paint an icon in the middle of a box, as large as the box is high or wide."""
        side = min(box.w, box.h)
        picture = self.ui.icons.draw(name, side, self.ui.colour(role))
        self.surface.blit(picture, (box.x + (box.w - side) // 2, box.y + (box.h - side) // 2))

    def run(self, run: Run) -> None:
        """Paint a line of text in its box, on the baseline that its face has everywhere."""
        if not run.text:
            return
        ui, colour = self.ui, self.ui.colour(run.role)
        if self.new_texts is not None and not ui.letters.knows(run.text, run.face, colour):
            if not self.new_texts:
                return
            self.new_texts -= 1
        picture, rise = ui.letters.draw(run.text, run.face, colour)
        room = run.box.w - run.needed.w
        shift = {"left": 0, "center": room // 2, "right": room}[run.side]
        top = run.box.y + (run.box.h - run.face.line) // 2
        baseline = top + ui.letters.ascent(run.face)
        self.surface.blit(picture, (run.box.x + shift, baseline - rise))

    def between(self, below: Role, above: Role, share: float) -> Role:
        """Return a colour between two roles, as a role."""
        return mix(self.ui.colour(below), self.ui.colour(above), share)
