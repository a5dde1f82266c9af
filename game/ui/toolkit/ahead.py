"""Drawing ahead: a new page is shown once its texts and pictures are drawn, a bit a frame.

Until then the page before it stands still. No frame waits for all of a page at once, and nobody
sees one that is half empty.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple, Protocol

from game.ui.toolkit.geometry import Box
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Widget

MOST: Final = 0.009
"""Seconds of a frame after which what is left is drawn in the next one."""

_MUCH: Final = 0.003
"""Seconds after which a frame has done enough that the page is painted in the next one."""

_LONG: Final = 0.012
"""Seconds after which what was done leaves nothing of a frame to be shown in."""

_PATIENCE: Final = 30
"""Frames that a page may be held back: what changes all the time is painted all the same."""

_LEAP: Final = 0.2
"""Share of what is seen that differs where a page is new: less than that is painted at once."""


class Painted(Protocol):
    """A widget in its place, as it is painted."""

    @property
    def widget(self) -> Widget:
        """What is painted."""

    @property
    def box(self) -> Box:
        """Where."""

    @property
    def look(self) -> Look:
        """How it stands."""


class _Page(NamedTuple):
    """What is being drawn ahead: for which widgets, and what is left of it."""

    widgets: list[Widget]
    left: Iterator[None]


class Ahead:
    """Decides when a page may be painted, and draws for it until then.

    Attributes:
        clock: seconds that pass, from anywhere; without one every page is painted at once.

    """

    def __init__(self) -> None:
        self.clock: Callable[[], float] | None = None
        self._began = 0.0
        self._page: _Page | None = None
        self._waited = False
        self._frames = 0

    @property
    def holding(self) -> bool:
        """Whether a page is waiting to be painted."""
        return self._page is not None

    def begin(self) -> bool:
        """Note that a frame begins; say whether a page is held back in it."""
        self._began = 0.0
        self._began = self._spent
        return self.holding

    def may_view(self, *, leaves: bool, is_held: bool) -> bool:
        """Say whether there is time in this frame to show what was done; it waits one at most.

        Args:
            leaves: whether another screen is to be seen.
            is_held: whether the pointer holds something that must follow it.

        """
        long = leaves or (self._spent > _LONG and not is_held)
        self._waited = self.clock is not None and long and not self._waited
        return not self._waited

    def forget(self) -> None:
        """Hold nothing back any more."""
        self._page, self._frames = None, 0

    def may_paint(self, ui: Ui, fresh: Sequence[Painted], seen: int) -> bool:
        """Draw for what is new of a page in the time that this frame has left.

        Args:
            ui: what everything is drawn with.
            fresh: what differs from the page that is seen, of ``seen`` things in all.
            seen: how much there is to be seen of the page.

        Returns:
            whether the page may be painted now: all of it is drawn, or little of it is new.

        """
        if self.clock is None or len(fresh) < _LEAP * seen:
            self.forget()
            return True
        widgets = [each.widget for each in fresh]
        if self._page is None or self._page.widgets != widgets:
            self._page = _Page(widgets, chain.from_iterable(_drawn(ui, each) for each in fresh))
        self._frames += 1
        allowed, ui.charts_allowed = ui.charts_allowed, None
        for _ in self._page.left:
            if self._spent > MOST:
                break
        else:
            if self._spent < _MUCH:
                self.forget()
        if self._frames > _PATIENCE:
            self.forget()
        ui.charts_allowed = allowed
        return self._page is None

    @property
    def _spent(self) -> float:
        return 0.0 if self.clock is None else self.clock() - self._began


def _drawn(ui: Ui, painted: Painted) -> Iterator[None]:
    """Draw a widget's pictures and texts, one after the other."""
    yield from painted.widget.ahead(ui, painted.box)
    for run in painted.widget.texts(ui, painted.box, painted.look._replace(glide=1.0)):
        colour = ui.colour(run.role)
        if run.text and not ui.letters.knows(run.text, run.face, colour):
            ui.letters.draw(run.text, run.face, colour)
            yield
