"""The program in a real window: it opens, is seen, listens to keys, and ends."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pygame
import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool", "import")
GAME = "Handoff"
PATIENCE = 30.0
"""Seconds after which what has not happened is not going to."""

Found = TypeVar("Found")

pytestmark = pytest.mark.window


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a window server that nobody sees."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # Without -noreset it starts over, and is deaf for a moment, when the last program ends.
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)


class Program:
    """The running game, and hands that reach it through the window server alone."""

    def __init__(self, display: str, home: Path, *words: str) -> None:
        self._home = home
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "HANDOFF_HOME": str(home),
            "LC_ALL": "C.UTF-8",
        }
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.window = self._until(self._found)

    def ask(self, *words: str) -> str:
        """Run a tool on the display and return what it prints."""
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Send real keys to the window."""
        self.ask("xdotool", "windowfocus", "--sync", self.window)
        self.ask("xdotool", "key", "--delay", "120", *keys)

    def seen(self, name: str) -> pygame.Surface:
        """Return what the window shows."""
        path = self._home / f"{name}.png"
        self.ask("import", "-window", self.window, str(path))
        return pygame.image.load(path)

    def shows(self, wanted: Callable[[pygame.Surface], bool], name: str) -> pygame.Surface:
        """Wait for a picture, and return it."""
        return self._until(lambda: next(filter(wanted, [self.seen(name)]), None))

    def ended(self) -> int:
        """Wait for the end of the program; return its exit code."""
        return self.process.wait(PATIENCE)

    def _found(self) -> str | None:
        assert self.process.poll() is None, self.process.communicate()[1]
        known = self.ask("xdotool", "search", "--onlyvisible", "--class", ".*").split()
        named = (each for each in known if self.ask("xdotool", "getwindowname", each) == GAME)
        return next(named, None)

    def _until(self, found: Callable[[], Found | None]) -> Found:
        latest = time.monotonic() + PATIENCE
        while time.monotonic() < latest:
            value = found()
            if value is not None:
                return value
            time.sleep(0.1)
        raise AssertionError("It has not happened in time.")


@pytest.fixture
def program(display: str, tmp_path: Path) -> Iterator[Program]:
    running = Program(display, tmp_path)
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.wait(PATIENCE)


def colours(picture: pygame.Surface) -> int:
    """Return how many colours a few hundred places of a picture have."""
    w, h = picture.get_size()
    places = [(x, y) for x in range(8, w, 40) for y in range(8, h, 40)]
    return len({tuple(picture.get_at(place))[:3] for place in places})


def apart(one: pygame.Surface, other: pygame.Surface) -> bool:
    """Say whether two pictures differ."""
    return pygame.image.tobytes(one, "RGB") != pygame.image.tobytes(other, "RGB")


def test_the_window_has_its_title_shows_the_game_listens_and_ends(program: Program) -> None:
    assert program.ask("xdotool", "getwindowname", program.window) == GAME
    title = program.shows(lambda picture: colours(picture) > 8, "title")
    assert title.get_size() == (1280, 720)
    program.press("Down", "Return")
    library = program.shows(lambda picture: apart(picture, title), "library")
    assert colours(library) > 4
    program.press("Escape", "Escape")
    assert program.ended() == 0
    assert program.process.communicate()[1] == ""


def test_a_scenario_named_on_the_command_line_is_briefed(display: str, tmp_path: Path) -> None:
    program = Program(display, tmp_path, "play", "first_steps", "--seed", "5", "--role", "sales")
    briefing = program.shows(lambda picture: colours(picture) > 4, "briefing")
    program.press("Return")
    program.shows(lambda picture: apart(picture, briefing), "desk")
    program.process.terminate()
    program.ended()
