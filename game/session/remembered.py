"""What was worked out about a part of a game: known as long as the game is, forgotten with it."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

Part = TypeVar("Part")
Known = TypeVar("Known")


class Remembered(Generic[Part, Known]):
    """Values by a part of a game, such as a played turn, and by what else they depend on.

    A part is known by its identity, not by what it holds. Nothing here keeps a game alive.
    """

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Part, dict[Hashable, Known]] = WeakKeyDictionary()

    def __len__(self) -> int:
        return len(self._known)

    def get(self, part: Part, more: Hashable, work_out: Callable[[], Known]) -> Known:
        """Return the value for a part and ``more``, worked out the first time."""
        of_part = self._known.setdefault(part, {})
        if more not in of_part:
            of_part[more] = work_out()
        return of_part[more]

    def clear(self) -> None:
        """Forget everything."""
        self._known.clear()
