"""The window in rough surroundings: resized, minimised, moved elsewhere, its screen lost."""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import pygame
import pytest

from game.report.theme import LIGHT
from game.ui.toolkit import App, Column, Label, Screen, TextField, Ui, Widget
from game.ui.window import SystemClipboard, Window, open_window
from game.words import sentence
from tests.ui.toolkit_stage import Files


class Front(Screen):
    """Two fields, and something that moves without end."""

    title = sentence("Front")

    def __init__(self) -> None:
        self.seen = 0
        self.moves = False

    def view(self, ui: Ui) -> Widget:
        return Column([Label(f"Seen {self.seen}"), field("first"), field("second")])

    def tick(self, dt: int) -> bool:
        self.seen += self.moves
        return self.moves


def field(key: str) -> Widget:
    return TextField(key=key, name=key, tooltip="x", text="", on_change=lambda _: None)


@pytest.fixture
def window() -> Iterator[Window]:
    size = open_window("Handoff", b"")
    window = Window(App(size, LIGHT, Files(), Front()))
    window.turn()
    yield window
    pygame.display.quit()


def app(window: Window) -> App:
    return window._app


def shown(window: Window) -> bool:
    """Say whether the display shows the app's picture."""
    display = pygame.display.get_surface()
    assert display is not None
    picture = app(window).surface
    return pygame.image.tobytes(display, "RGB") == pygame.image.tobytes(picture, "RGB")


def scribble() -> None:
    """Do to the display what other windows do to it."""
    display = pygame.display.get_surface()
    assert display is not None
    display.fill((200, 0, 90))


def fails(*_: Any) -> NoReturn:
    raise pygame.error("display Surface quit")


@pytest.mark.parametrize(
    "kind",
    [
        pygame.WINDOWEXPOSED,
        pygame.WINDOWRESTORED,
        pygame.WINDOWSHOWN,
        pygame.WINDOWMAXIMIZED,
        pygame.WINDOWDISPLAYCHANGED,
    ],
)
def test_what_others_painted_over_is_shown_again(window: Window, kind: int) -> None:
    scribble()
    pygame.event.post(pygame.event.Event(kind))
    window.turn()
    assert shown(window)


def test_a_screen_that_is_lost_for_a_moment_is_painted_whole_when_it_is_back(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = app(window).navigator.current
    assert isinstance(front, Front)
    front.moves = True
    with monkeypatch.context() as lost:
        lost.setattr(pygame.display, "flip", fails)
        lost.setattr(pygame.display, "update", fails)
        for _ in range(3):
            window.turn()
    front.moves = False
    scribble()
    window.turn()
    assert shown(window)


def test_a_minimised_window_moves_no_more_than_twice_a_second(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []

    def wait(milliseconds: int) -> int:
        waited.append(milliseconds)
        return milliseconds

    monkeypatch.setattr(pygame.time, "wait", wait)
    front = app(window).navigator.current
    assert isinstance(front, Front)
    front.moves = True
    window.turn()
    waited.clear()
    window.turn()
    assert sum(waited) < 20
    monkeypatch.setattr(pygame.display, "get_active", lambda: False)
    waited.clear()
    window.turn()
    assert sum(waited) == 500


@pytest.mark.parametrize("size", [(1, 1), (3840, 2160), (1280, 719)])
def test_every_size_that_is_told_is_taken(window: Window, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
    window.turn()
    assert app(window).surface.get_size() == size
    assert shown(window)


def test_the_window_is_as_large_after_full_screen_as_before(window: Window) -> None:
    pygame.display.set_mode((1000, 600), pygame.RESIZABLE)
    window.toggle_full_screen()
    window.toggle_full_screen()
    window.turn()
    assert app(window).surface.get_size() == (1000, 600)


def test_an_input_method_begins_anew_in_another_field(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: told.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: told.append("stop"))
    for _ in range(3):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_TAB, mod=0))
        window.turn()
    assert told == ["start", "stop", "start", "stop", "start"]


def test_a_key_that_was_let_go_in_another_window_works_again(window: Window) -> None:
    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0))
        pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
        window.turn()
    assert not window.full_screen


@pytest.mark.parametrize("broken", [fails, b"\xff\xfe".decode])
def test_a_clipboard_that_cannot_be_read_is_empty(
    broken: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.scrap, "has_text", lambda: True)
    monkeypatch.setattr(pygame.scrap, "get_text", broken)
    assert SystemClipboard().paste() == ""


def test_a_clipboard_that_takes_nothing_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.scrap, "put_text", fails)
    SystemClipboard().copy("20k")
