"""Collects garbage while nobody waits for a frame: a sweep in the middle of a drag is seen."""

import gc
from typing import Final

_MUCH: Final = 2_000
"""New objects that make a sweep worth while once there is time for it."""

_TOO_MUCH: Final = 50_000
"""New objects after which the young ones are swept even while something moves: some 5 ms."""


class Sweep:
    """Keeps the garbage collector out of frames, as a context around the window's loop.

    Almost everything is freed by reference counts; only rings of objects need the collector. Left
    alone it would walk over all objects of the game, 30 ms and more, whenever it likes.
    """

    def __enter__(self) -> "Sweep":
        """Take the sweeping over."""
        gc.disable()
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        gc.unfreeze()
        gc.enable()

    def settle(self) -> None:
        """Sweep, and count everything there is among what stays: modules, fonts, scenarios."""
        gc.collect()
        gc.freeze()

    def rest(self) -> None:
        """Sweep thoroughly if that is worth while: nothing moves and nobody does anything."""
        if gc.get_count()[0] > _MUCH:
            gc.collect()

    def work(self) -> None:
        """Sweep what is new, and only where there is far too much of it: something moves."""
        if gc.get_count()[0] > _TOO_MUCH:
            gc.collect(0)
