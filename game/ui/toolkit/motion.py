"""Values that move in time: from where they are to where they should be, by a clock that is told.

Nothing here reads a clock: ``advance(dt)`` is the only time there is, so that tests feed it.
"""

from dataclasses import dataclass
from typing import Final

HOVER: Final = 80
PRESS: Final = 60
TOOLTIP: Final = 400
DIALOG: Final = 180
REVEAL: Final = 350
COUNT: Final = 400
"""How long things take, in milliseconds."""


@dataclass(slots=True)
class _Glide:
    start: float
    target: float
    span: int
    spent: int = 0

    @property
    def now(self) -> float:
        if self.spent >= self.span:
            return self.target
        left = 1 - self.spent / self.span
        return self.target + (self.start - self.target) * left**3


class Motion:
    """Moving values by name; still ones cost nothing."""

    def __init__(self) -> None:
        self.reduced = False
        """Whether everything jumps to its end at once."""
        self._glides: dict[str, _Glide] = {}
        self._moving: set[str] = set()
        self._used: set[str] = set()

    def toward(self, name: str, target: float, span: int, start: float | None = None) -> float:
        """Send a value to ``target`` in ``span`` milliseconds and return where it is now.

        A name that is new starts at ``start``, or is there already.
        """
        self._used.add(name)
        glide = self._glides.get(name)
        if glide is None:
            glide = _Glide(target if start is None else start, target, span)
            self._glides[name] = glide
            self._begin(name, glide)
        elif glide.target != target:
            glide.start, glide.target, glide.span, glide.spent = glide.now, target, span, 0
            self._begin(name, glide)
        return glide.now

    def advance(self, dt: int) -> bool:
        """Let ``dt`` milliseconds pass; say whether anything moved."""
        moved = bool(self._moving)
        for name in list(self._moving):
            glide = self._glides[name]
            glide.spent += dt
            if glide.spent >= glide.span:
                self._moving.discard(name)
        return moved

    @property
    def moving(self) -> bool:
        """Whether any value is on its way."""
        return bool(self._moving)

    def clear(self) -> None:
        """Forget all values: another screen has others."""
        self._glides.clear()
        self._moving.clear()

    def keep_used(self) -> None:
        """Forget the values that nobody asked about since the last call."""
        for name in self._glides.keys() - self._used:
            del self._glides[name]
            self._moving.discard(name)
        self._used.clear()

    def _begin(self, name: str, glide: _Glide) -> None:
        if self.reduced or glide.start == glide.target:
            glide.spent = glide.span
            self._moving.discard(name)
        else:
            self._moving.add(name)
