"""Smooth shapes: rounded boxes, discs, rings and shadows, drawn four times as large once and kept.

A rounded box is nine slices: four corners that are kept, and plain fills between them, so that a
box of any size costs four small blits.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Final

import pygame

from game.ui.toolkit.cache import Cache
from game.ui.toolkit.colour import rgb
from game.ui.toolkit.geometry import Box

_ZOOM: Final = 4


class Shapes:
    """Paints shapes, keeping their corners in ``cache``."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def box(
        self,
        on: pygame.Surface,
        box: Box,
        radius: int,
        fill: str | None,
        border: str | None = None,
        line: int = 1,
    ) -> None:
        """Paint a rounded box; without ``fill`` only its border of ``line`` pixels."""
        if box.w <= 0 or box.h <= 0:
            return
        radius = min(radius, box.w // 2, box.h // 2)
        if fill is not None:
            on.fill(rgb(fill), (box.x + radius, box.y, box.w - 2 * radius, box.h))
            on.fill(rgb(fill), (box.x, box.y + radius, radius, box.h - 2 * radius))
            on.fill(rgb(fill), (box.right - radius, box.y + radius, radius, box.h - 2 * radius))
        if border is not None:
            across, down = box.w - 2 * radius, box.h - 2 * radius
            on.fill(rgb(border), (box.x + radius, box.y, across, line))
            on.fill(rgb(border), (box.x + radius, box.bottom - line, across, line))
            on.fill(rgb(border), (box.x, box.y + radius, line, down))
            on.fill(rgb(border), (box.right - line, box.y + radius, line, down))
        if radius:
            self._corners(on, box, self._tile(radius, fill, border, line), radius)

    def disc(self, on: pygame.Surface, middle: tuple[int, int], radius: int, fill: str) -> None:
        """Paint a filled circle around a pixel corner."""
        tile = self._tile(radius, fill, None, 0)
        on.blit(tile, (middle[0] - radius, middle[1] - radius))

    def shadow(self, on: pygame.Surface, box: Box, radius: int, blur: int, shade: str) -> None:
        """Paint a soft shadow around a box, as the four strips that stick out under its edges."""
        key = ("shadow", box.w, box.h, radius, blur, shade)
        reach = 2 * blur
        edge = reach + radius
        whole = box.grown(reach)
        if whole.w <= 2 * edge or whole.h <= 2 * edge:
            on.blit(self._cache.get(key, lambda: _shadow(box, radius, blur, shade)), whole[:2])
            return
        strips = (
            (0, 0, whole.w, edge),
            (0, whole.h - edge, whole.w, edge),
            (0, edge, edge, whole.h - 2 * edge),
            (whole.w - edge, edge, edge, whole.h - 2 * edge),
        )
        once = cache(partial(_shadow, box, radius, blur, shade))
        for strip in strips:
            piece = self._cache.get((*key, strip), partial(_cut, once, strip))
            on.blit(piece, (whole.x + strip[0], whole.y + strip[1]))

    def _corners(self, on: pygame.Surface, box: Box, tile: pygame.Surface, radius: int) -> None:
        right, low = box.right - radius, box.bottom - radius
        on.blit(tile, (box.x, box.y), (0, 0, radius, radius))
        on.blit(tile, (right, box.y), (radius, 0, radius, radius))
        on.blit(tile, (box.x, low), (0, radius, radius, radius))
        on.blit(tile, (right, low), (radius, radius, radius, radius))

    def _tile(self, radius: int, fill: str | None, border: str | None, line: int) -> pygame.Surface:
        return self._cache.get(
            ("corners", radius, fill, border, line), lambda: _tile(radius, fill, border, line)
        )


def _tile(radius: int, fill: str | None, border: str | None, line: int) -> pygame.Surface:
    """Draw a disc whose quarters are the corners of a box."""
    outer = border or fill or "#000000"
    side = 2 * radius * _ZOOM
    sheet = pygame.Surface((side, side), pygame.SRCALPHA)
    # The clear part has the colour of the edge, or smoothing would darken it.
    sheet.fill((*rgb(outer), 0))
    middle = (side // 2, side // 2)
    pygame.draw.circle(sheet, (*rgb(outer), 255), middle, radius * _ZOOM)
    if border is not None and line < radius:
        inner = (*rgb(fill), 255) if fill is not None else (*rgb(outer), 0)
        pygame.draw.circle(sheet, inner, middle, (radius - line) * _ZOOM)
    return pygame.transform.smoothscale(sheet, (2 * radius, 2 * radius))


def _cut(whole: Callable[[], pygame.Surface], strip: tuple[int, int, int, int]) -> pygame.Surface:
    return whole().subsurface(strip).copy()


def _shadow(box: Box, radius: int, blur: int, shade: str) -> pygame.Surface:
    """Draw the blurred box at a quarter of its size, which nobody can see in a blur."""
    reach = 2 * blur
    size = box.w + 2 * reach, box.h + 2 * reach
    small = pygame.Surface((max(1, size[0] // 4), max(1, size[1] // 4)), pygame.SRCALPHA)
    small.fill((*rgb(shade), 0))
    rect = pygame.Rect(reach // 4, reach // 4, box.w // 4, box.h // 4)
    pygame.draw.rect(small, (*rgb(shade), 26), rect, border_radius=max(1, radius // 4))
    blurred = pygame.transform.gaussian_blur(small, max(1, blur // 4), True)
    # The blur mixes colour with the clear part's; only its alpha is wanted.
    blurred.fill((*rgb(shade), 0), special_flags=pygame.BLEND_RGBA_MAX)
    return pygame.transform.smoothscale(blurred, size)
