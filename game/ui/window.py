"""The real window: opens the display, sleeps while nothing happens, shows what the app painted."""

import contextlib
import os
import warnings
from collections.abc import Callable
from io import BytesIO
from time import perf_counter
from typing import Final

import pygame

from game.ui.sweep import Sweep
from game.ui.toolkit.app import App
from game.ui.toolkit.scale import DESIGN, SMALLEST
from game.ui.toolkit.screen import FULL_SCREEN

_FRAME: Final = 16
_NAP: Final = 500
_GLANCE: Final = 10
"""Milliseconds of a frame while something moves, of a wait while nothing does, and between two
looks for events in such a wait."""

_DOING: Final = frozenset(
    {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_F1, pygame.K_F11}
)
"""Keys that do something once, however long they are held."""

_SHOWN: Final = frozenset(
    {
        pygame.WINDOWEXPOSED,
        pygame.WINDOWSHOWN,
        pygame.WINDOWRESTORED,
        pygame.WINDOWMAXIMIZED,
        pygame.WINDOWDISPLAYCHANGED,
    }
)
"""After these, nothing of what was shown can be relied upon."""

_FLAGS: Final = pygame.RESIZABLE


class SystemClipboard:
    """The clipboard that all programs share; what cannot be had from it is nothing."""

    def copy(self, text: str) -> None:
        """Put text there."""
        with contextlib.suppress(pygame.error):
            pygame.scrap.put_text(text)

    def paste(self) -> str:
        """Return the text that lies there, or nothing."""
        try:
            return pygame.scrap.get_text() if pygame.scrap.has_text() else ""
        except (pygame.error, UnicodeError):  # another program owns it, and may put anything there
            return ""


def open_window(title: str, icon: bytes, size: tuple[int, int] = DESIGN) -> tuple[int, int]:
    """Open the window and return its size in pixels.

    Raises:
        pygame.error: where there is no display.

    """
    pygame.display.init()
    _spare_the_driver()
    pygame.display.set_caption(title)
    if icon:
        pygame.display.set_icon(pygame.image.load(BytesIO(icon)))
    pygame.display.set_mode(size, _FLAGS)
    pygame.key.set_repeat(400, 40)
    return pygame.display.get_window_size()


def _spare_the_driver() -> None:
    """Let an X server show our pixels as they are: SDL would load 100 MB of OpenGL to do that."""
    if pygame.display.get_driver() == "x11":
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


def run(window: "Window", settled: Callable[[], bool] = lambda: True) -> None:
    """Show a window's app until its navigator is told to quit.

    Args:
        window: what is shown.
        settled: says whether everything has been read that stays as long as the window.

    """
    with Sweep() as sweep:
        is_settled = False
        while window.running:
            window.turn()
            if not window.rested:
                sweep.work()
            elif is_settled or not settled():
                sweep.rest()
            else:
                sweep.settle()
                is_settled = True
    pygame.key.stop_text_input()


class Window:
    """The display of an app, one turn of its loop at a time."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._clock = pygame.time.Clock()
        self._full = False
        self._size: tuple[int, int] = DESIGN
        self._typing = ""
        self._lost = False
        self._held: set[int] = set()
        self.rested = False
        """Whether the last turn was a long wait in which nothing happened."""
        self._smallest()
        pygame.key.stop_text_input()  # the library begins with it, and letters are keys here
        app.ahead.clock = perf_counter
        app.shortcuts.setdefault(FULL_SCREEN, self.toggle_full_screen)
        app.resize(pygame.display.get_window_size())

    @property
    def running(self) -> bool:
        """Whether the app wants to be shown."""
        return self._app.navigator.running

    @property
    def full_screen(self) -> bool:
        """Whether the window covers the screen."""
        return self._full

    def toggle_full_screen(self) -> None:
        """Cover the whole screen, or go back to the window as large as it was."""
        self._full = not self._full
        if self._full:
            self._size = pygame.display.get_window_size()
            pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        else:
            pygame.display.set_mode(self._size, _FLAGS)
            self._smallest()
        self._app.resize(pygame.display.get_window_size())

    def turn(self) -> None:
        """Wait for something, take it, and show what changed."""
        events = self._once(self._events())
        for event in events:
            if event.type == pygame.QUIT:
                self._ask_to_quit()
            elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
                self._app.resize(pygame.display.get_window_size())
            elif event.type == pygame.WINDOWFOCUSLOST:
                self._held.clear()  # keys that are let go elsewhere are not told
        exposed = any(event.type in _SHOWN for event in events)
        changed = self._app.tick(events, min(100, self._clock.tick()))
        if changed or exposed or self._lost:
            self._show(whole=exposed)
        self._follow_typing()

    def _events(self) -> list[pygame.event.Event]:
        """Return what happened; sleeps until something does or the app wants to move.

        A window that is minimised moves only twice a second.
        """
        patience = self._app.patience() if pygame.display.get_active() else None
        self.rested = False
        if patience == 0:
            # A frame's length less what painting took keeps motion even; a page that is still to
            # come keeps nothing waiting.
            left = 0 if self._app.ahead.holding else _FRAME - self._clock.get_rawtime()
            pygame.time.wait(max(1, left))
            return pygame.event.get()
        left = _NAP if patience is None else min(_NAP, patience)
        # pygame's own wait looks every millisecond, which is work for nothing.
        while left > 0 and not pygame.event.peek():
            left -= pygame.time.wait(min(left, _GLANCE))
        events = pygame.event.get()
        self.rested = left <= 0 and not events
        return events

    def _once(self, events: list[pygame.event.Event]) -> list[pygame.event.Event]:
        """Leave out what a held key repeats, if it is one that does something: Enter commits."""
        kept = []
        for event in events:
            if event.type == pygame.KEYDOWN and event.key in _DOING:
                if event.key in self._held:
                    continue
                self._held.add(event.key)
            elif event.type == pygame.KEYUP:
                self._held.discard(event.key)
            kept.append(event)
        return kept

    def _show(self, *, whole: bool) -> None:
        """Bring the picture to the screen; where that fails for now, all of it the next time."""
        whole, self._lost = whole or self._lost, True
        display, picture = pygame.display.get_surface(), self._app.surface
        if display is None:
            return
        with contextlib.suppress(pygame.error):
            if whole or display.get_size() != picture.get_size():
                display.blit(picture, (0, 0))
                pygame.display.flip()
            else:
                for box in self._app.painted:
                    display.blit(picture, box[:2], box)
                pygame.display.update(list(self._app.painted))
            self._lost = False

    def _ask_to_quit(self) -> None:
        if self._app.may_quit():
            self._app.navigator.quit()
        self._app.refresh()

    def _follow_typing(self) -> None:
        """Let the input method open its window where text is typed, and begin anew elsewhere."""
        box = self._app.text_box()
        where = "" if box is None else self._app.focus
        if where != self._typing:
            if self._typing:
                pygame.key.stop_text_input()
            if where:
                pygame.key.start_text_input()
            self._typing = where
        if box is not None:
            pygame.key.set_text_input_rect(pygame.Rect(box))

    def _smallest(self) -> None:
        with warnings.catch_warnings():
            # The display module has no other way to say how small its window may become.
            warnings.simplefilter("ignore", DeprecationWarning)
            pygame.Window.from_display_module().minimum_size = SMALLEST
