"""The window's loop on a display that nobody sees: it shows, resizes, asks before it ends."""

from collections.abc import Iterator

import pygame
import pytest

from game.report.theme import LIGHT
from game.ui.toolkit import App, Button, Label, Navigator, Screen, TextField, Ui, Widget
from game.ui.window import Window, open_window
from game.words import sentence
from tests.ui.toolkit_stage import Files


class Front(Screen):
    title = sentence("Front")
    may_end = True

    def __init__(self) -> None:
        self.asked = 0

    def view(self, ui: Ui) -> Widget:
        return TextField(key="why", name="Because", tooltip="x", text="", on_change=lambda _: None)

    def ask_to_quit(self) -> bool:
        self.asked += 1
        return self.may_end


@pytest.fixture
def front() -> Front:
    return Front()


@pytest.fixture
def window(front: Front) -> Iterator[Window]:
    size = open_window("Handoff", b"")
    yield Window(App(size, LIGHT, Files(), front))
    pygame.display.quit()


def app(window: Window) -> App:
    return window._app


def test_what_the_app_paints_is_on_the_display(window: Window) -> None:
    window.turn()
    display = pygame.display.get_surface()
    assert display is not None
    seen = pygame.image.tobytes(display, "RGB")
    assert seen == pygame.image.tobytes(app(window).surface, "RGB")


def test_closing_asks_the_screen_first(window: Window, front: Front) -> None:
    front.may_end = False
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    window.turn()
    assert (front.asked, app(window).navigator.running) == (1, True)
    front.may_end = True
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    window.turn()
    assert not app(window).navigator.running


def test_f11_covers_the_screen_and_gives_it_back(window: Window) -> None:
    for full in (True, False):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_F11, mod=0))
        window.turn()
        assert window.full_screen is full
        assert app(window).surface.get_size() == pygame.display.get_window_size()


def test_text_is_taken_only_while_a_field_has_the_focus(window: Window) -> None:
    window.turn()
    assert app(window).text_box() is None
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
    window.turn()
    assert app(window).text_box() is not None


def test_a_held_key_does_its_thing_once(window: Window) -> None:
    for _ in range(6):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0))
    window.turn()
    assert window.full_screen


class Second(Screen):
    title = sentence("Second")

    def view(self, ui: Ui) -> Widget:
        return Label("Second")


class First(Screen):
    title = sentence("First")
    first_focus = "on"

    def __init__(self) -> None:
        self.navigator: Navigator | None = None

    def view(self, ui: Ui) -> Widget:
        return Button("On", self.go, key="on", tooltip="x")

    def go(self) -> None:
        assert self.navigator is not None
        self.navigator.push(Second())


def test_a_screen_moves_on_in_the_same_frame() -> None:
    first = First()
    stage = App((1280, 720), LIGHT, Files(), first)
    first.navigator = stage.navigator
    stage.tick()
    stage.tick([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0)], 10)
    assert [type(node.widget) for node in stage.nodes] == [Label]
