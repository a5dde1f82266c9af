"""A new page is seen once all of it is drawn, and until then the page before it."""

from dataclasses import dataclass

import pygame

from game.report.theme import DARK
from game.ui.toolkit import Card, Column, Label, Navigator, Screen, Slider, Ui, Widget
from game.ui.toolkit.app import App
from game.words import sentence
from tests.ui.toolkit_stage import Files

_A_LOOK = 0.002
"""Seconds that pass between two looks at the clock."""

_FEW = 12
"""Frames in which forty texts are drawn by a clock that slow."""


class Clock:
    """Seconds that pass by being looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += _A_LOOK
        return self.now


@dataclass
class Page(Screen):
    """Forty lines, and how often time passed on it."""

    name: str
    amount: float = 40.0
    asked: int = 0
    moving: bool = False

    title = sentence("Page")

    def view(self, ui: Ui) -> Widget:
        words = [Label(f"{self.name} {number} {self.asked * self.moving}") for number in range(40)]
        slider = Slider(
            key="slider",
            name="SEO",
            tooltip="x",
            value=self.amount,
            high=100,
            step=1,
            on_change=self.set,
            role="sales",
        )
        return Card(Column([slider, *words], gap=0), self.name)

    def set(self, amount: float) -> None:
        self.amount = amount

    def tick(self, dt: int) -> bool:
        self.asked += 1
        return self.moving


def opened(page: Page) -> tuple[App, bytes]:
    """Return an app that is about to show a page, and what it shows before."""
    app = App((640, 960), DARK, Files(), Navigator(Page("Before")))
    app.tick([], 0)
    app.tick([], 1000)
    app.ahead.clock = Clock()
    before = pixels(app)
    app.navigator.push(page)
    return app, before


def pixels(app: App) -> bytes:
    return bytes(pygame.image.tobytes(app.surface, "RGB"))


def test_the_page_before_stands_until_the_new_one_is_drawn() -> None:
    app, before = opened(Page("After"))
    frames = 0
    while not app.tick([], 16):
        frames += 1
        assert pixels(app) == before
        assert app.patience() == 0
    assert 1 < frames < _FEW
    app.tick([], 1000)
    at_once = App((640, 960), DARK, Files(), Navigator(Page("After")))
    at_once.tick([], 0)
    at_once.tick([], 1000)
    assert pixels(app) == pixels(at_once)


def test_what_moves_in_a_page_begins_when_it_is_seen() -> None:
    page = Page("After")
    app, _ = opened(page)
    while not app.tick([], 16):
        assert page.asked <= 1  # before its first view
    asked = page.asked
    app.tick([], 16)
    assert page.asked == asked + 1


def test_a_page_that_is_another_in_every_frame_is_seen_all_the_same() -> None:
    page = Page("After")
    app, _ = opened(page)
    for frame in range(40):
        page.asked, page.moving = frame, True
        app.refresh()
        if app.tick([], 16):
            return
    raise AssertionError("It was never painted.")


def test_a_little_change_is_seen_at_once() -> None:
    page = Page("After")
    app, _ = opened(page)
    while not app.tick([], 16):
        pass
    app.tick([], 1000)
    page.set(80)
    app.refresh()
    assert app.tick([], 16)


def test_a_window_of_another_size_is_painted_at_once() -> None:
    app, _ = opened(Page("After"))
    while not app.tick([], 16):
        pass
    app.resize((960, 960))
    assert app.tick([], 16)
    assert pixels(app) != bytes(len(pixels(app)))


def test_what_takes_long_is_seen_in_the_next_frame() -> None:
    page = Page("After")
    app, _ = opened(page)
    clock = app.ahead.clock
    assert isinstance(clock, Clock)
    while not app.tick([], 16):
        pass
    app.tick([], 1000)

    def slowly(_: int) -> bool:
        clock.now += 0.05
        page.amount += 1
        return True

    page.tick = slowly  # type: ignore[assignment,method-assign]
    assert [app.tick([], 16) for _ in range(4)] == [False, True, False, True]


def test_another_look_is_drawn_before_it_is_seen() -> None:
    app, _ = opened(Page("After"))
    while not app.tick([], 16):
        pass
    app.tick([], 1000)
    app.restyle(text=1.25)
    before = pixels(app)
    assert not app.tick([], 16)
    assert pixels(app) == before
    while not app.tick([], 16):
        pass
    assert pixels(app) != before
