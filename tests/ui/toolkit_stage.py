"""A stage for widgets: an app without a window, with pointer, keyboard and clock in hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.report.theme import LIGHT, Theme
from game.ui.toolkit import App, Box, Button, Column, Row, Screen, Shortcut, Spacer, Ui, Widget
from game.words import sentence

_ASSETS = Path(__file__).parents[2] / "assets"


class Files:
    """The shipped fonts and icons."""

    def font_bytes(self, weight: int) -> bytes:
        return (_ASSETS / "fonts" / f"HandoffSans-{weight}.ttf").read_bytes()

    def icon_svg(self, name: str) -> str:
        return (_ASSETS / "icons" / f"{name}.svg").read_text()


class Shown(Screen):
    """A screen that shows what a function makes, and takes the shortcuts that it is given."""

    title = sentence("Stage")

    def __init__(self, make: Callable[[Ui], Widget]) -> None:
        self.make = make
        self.keys: dict[Shortcut, Callable[[], None]] = {}

    def view(self, ui: Ui) -> Widget:
        return self.make(ui)

    def shortcuts(self) -> dict[Shortcut, Callable[[], None]]:
        return self.keys


class Stage:
    """An app with hands."""

    def __init__(
        self,
        make: Callable[[], Widget],
        size: tuple[int, int] = (1280, 720),
        theme: Theme = LIGHT,
        text: float = 1.0,
    ) -> None:
        self.screen = Shown(lambda ui: make())
        self.app = App(size, theme, Files(), self.screen, text=text)
        self.app.tick([], 0)

    def send(self, *events: pygame.event.Event, dt: int = 10) -> bool:
        return self.app.tick(events, dt)

    def wait(self, milliseconds: int) -> None:
        for _ in range(0, milliseconds, 10):
            self.app.tick([], 10)

    def box(self, key: str) -> Box:
        return next(node.box for node in self.app.nodes if node.key == key)

    def shows(self, key: str) -> bool:
        return any(node.key == key for node in self.app.nodes)

    def move(self, at: tuple[int, int]) -> None:
        buttons = (int(self.app.held), 0, 0)
        self.send(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=buttons))

    def point(self, key: str) -> None:
        self.move(self.box(key).middle)

    def press(self, at: tuple[int, int]) -> None:
        self.send(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))

    def release(self, at: tuple[int, int]) -> None:
        self.send(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))

    def click(self, key: str) -> None:
        at = self.box(key).middle
        self.move(at)
        self.press(at)
        self.release(at)

    def wheel(self, notches: int) -> None:
        self.send(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=notches, precise_y=float(notches)))

    def key(self, code: int, mod: int = 0) -> None:
        self.send(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""))
        self.send(pygame.event.Event(pygame.KEYUP, key=code, mod=mod))

    def type(self, text: str) -> None:
        self.send(pygame.event.Event(pygame.TEXTINPUT, text=text))

    @property
    def pixels(self) -> bytes:
        return pygame.image.tobytes(self.app.surface, "RGB")


def nothing(*_: object) -> None:
    return None


def button(key: str, on_press: Callable[[], None] = nothing, disabled: str = "") -> Button:
    return Button(key, on_press, key=key, tooltip=f"About {key}", disabled=disabled)


def three() -> Widget:
    return Column(
        [Row([button("first"), button("second")]), Spacer(), button("third")], align="start"
    )
