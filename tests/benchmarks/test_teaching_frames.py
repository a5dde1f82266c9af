"""How long a frame takes at 1920×1080 under the tutorial's darkness, and while words are read."""

from itertools import cycle
from pathlib import Path

import pygame
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.test_frames import LARGE, dragging, timed
from tests.ui.driver import click, go_to, type_text
from tests.ui.game_states import at_table, desk_of
from tests.ui.test_tutorial import at_school, played


def test_a_frame_while_a_slider_is_dragged_in_the_tutorial(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    app = at_school(tmp_path, LARGE).app
    timed(benchmark, dragging(app))
    assert app.painted


def test_a_frame_while_people_walk_in_the_tutorial(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    home = at_school(tmp_path, LARGE, reduce_motion=False)
    type_text(home.app, "amount.advertising", "15000")
    played(home)
    playback = home.house.navigator.current.playback  # type: ignore[attr-defined]

    def frame() -> None:
        if playback.now > 5000:
            playback.replay()
            playback.now = 1000.0
        home.app.tick([], 16)

    timed(benchmark, frame)
    assert home.app.painted


def test_a_frame_while_the_arrows_go_down_the_glossary(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    desk_of(home, 3)
    home.restyle(LARGE, "dark", 1.0)
    home.app.ui.focus("lever.advertising")
    home.rest()
    go_to(home.app, "lever.advertising")
    home.app.tick([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0, unicode="")], 16)
    home.rest()
    keys = cycle([*[pygame.K_DOWN] * 40, *[pygame.K_UP] * 40])

    def frame() -> None:
        home.app.tick([pygame.event.Event(pygame.KEYDOWN, key=next(keys), mod=0, unicode="")], 16)

    timed(benchmark, frame)
    assert home.app.painted


def test_a_frame_in_which_the_help_opens(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """All frames of opening and closing it, with the dialog that fades in."""
    home = at_table(tmp_path)
    desk_of(home, 3)
    home.restyle(LARGE, "dark", 1.0)
    home.app.restyle(reduce_motion=False)
    strokes = cycle([pygame.K_F1, *[0] * 14, pygame.K_ESCAPE, *[0] * 9])

    def frame() -> None:
        stroke = next(strokes)
        down = pygame.event.Event(pygame.KEYDOWN, key=stroke, mod=0, unicode="")
        home.app.tick([down] if stroke else [], 16)

    timed(benchmark, frame)
    assert home.screen == "Desk"


def test_a_frame_while_a_word_is_looked_for(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 3)
    home.restyle(LARGE, "dark", 1.0)
    click(home.app, "help")
    click(home.app, "words.wanted")
    text, back = pygame.TEXTINPUT, {"key": pygame.K_BACKSPACE, "mod": 0, "unicode": ""}
    typed = [pygame.event.Event(text, text=letter) for letter in "handoff"]
    events = cycle([*typed, *[pygame.event.Event(pygame.KEYDOWN, back) for _ in typed]])
    timed(benchmark, lambda: home.app.tick([next(events)], 16))
    assert home.app.painted
