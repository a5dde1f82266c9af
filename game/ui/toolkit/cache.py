"""A bounded memory of drawn things, so that nothing is drawn twice and nothing is kept for ever."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final

import pygame

LIMIT: Final = 64 * 1024 * 1024
"""Bytes of pixels that are kept."""


class Cache:
    """Surfaces by what they show (content, size, colours); the least recently used go first."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self.size = 0
        """Bytes kept at the moment."""

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable, draw: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Return the surface of this key, drawing it the first time."""
        surface = self._kept.get(key)
        if surface is not None:
            self._kept.move_to_end(key)
            return surface
        surface = draw()
        self._kept[key] = surface
        self.size += _bytes(surface)
        while self.size > self._limit and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.size -= _bytes(oldest)
        return surface

    def clear(self) -> None:
        """Forget everything: after a change of theme or scale none of it is shown again."""
        self._kept.clear()
        self.size = 0


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()
