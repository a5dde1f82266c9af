"""The program in a real window: it opens, is seen, listens to keys, and ends."""

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

import pygame
import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool", "setxkbmap")
GAME = "Handoff"
PATIENCE = 30.0
"""Seconds after which what has not happened is not going to."""

MOST = 200.0
"""Megabytes that the program may hold at the desk."""

OWNER = """
import sys, pygame
pygame.display.init()
pygame.display.set_mode((1, 1), pygame.NOFRAME)
pygame.scrap.put_text(sys.argv[1] * int(sys.argv[2]))
print("ready", flush=True)
while True:
    pygame.time.wait(20)
    pygame.event.pump()
"""
"""A program that has a text on the clipboard and hands it to whoever asks."""

STILL = 15
"""Looks, a tenth of a second and more apart, after which nothing is going to change by itself."""

A_KEY = "38"
"""The key that has the A where letters are Latin."""

Found = TypeVar("Found")

pytestmark = pytest.mark.window


class Display(NamedTuple):
    """A window server that nobody sees: its name, and the file that has its pixels."""

    name: str
    pixels: Path

    def seen(self) -> pygame.Surface:
        """Return the whole screen, from a file of the form that xwd has."""
        dump = self.pixels.read_bytes()
        header = struct.unpack_from(">25I", dump)
        size, start = header[4:6], header[0] + 12 * header[19]
        assert header[11:13] == (32, 4 * size[0])
        pixels = dump[start : start + 4 * size[0] * size[1]]
        return pygame.image.frombytes(pixels, size, "BGRA")


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """Start a window server that nobody sees."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("screen")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # Without -noreset it starts over, and is deaf for a moment, when the last program ends.
        [
            *("Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset"),
            *("-fbdir", str(folder)),
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield Display(f":{number}", folder / "Xvfb_screen0")
    server.terminate()
    server.wait(PATIENCE)


class Program:
    """The running game, and hands that reach it through the window server alone."""

    def __init__(self, display: Display, home: Path, *words: str) -> None:
        self._display = display
        self.environment = {
            **os.environ,
            "DISPLAY": display.name,
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

    def seen(self) -> pygame.Surface:
        """Return what the window shows, as far as it is on the screen."""
        told = self.ask("xdotool", "getwindowgeometry", "--shell", self.window).split()
        known = dict(line.split("=") for line in told if "=" in line)
        box = pygame.Rect(*(int(known[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))
        screen = self._display.seen()
        return screen.subsurface(box.clip(screen.get_rect()))

    def shows(self, wanted: Callable[[pygame.Surface], bool]) -> pygame.Surface:
        """Wait for a picture, and return it."""
        return self._until(lambda: next(filter(wanted, [self.seen()]), None))

    def still(self) -> pygame.Surface:
        """Return what the window shows when it has shown the same for a while."""
        kept = [self.seen()]

        def unchanged() -> pygame.Surface | None:
            picture = self.seen()
            if apart(picture, kept[-1]):
                kept.clear()
            kept.append(picture)
            return picture if len(kept) > STILL else None

        return self._until(unchanged)

    def resize(self, width: int, height: int) -> None:
        """Pull the window to a size in pixels, and wait until it has it."""
        self.ask("xdotool", "windowsize", self.window, str(width), str(height))
        wanted = {f"WIDTH={width}", f"HEIGHT={height}"}

        def taken() -> bool | None:
            told = self.ask("xdotool", "getwindowgeometry", "--shell", self.window).split()
            return wanted <= set(told) or None

        self._until(taken)

    def click(self, x: int, y: int) -> None:
        """Press a place of the window, and take the pointer where nothing is."""
        self.ask("xdotool", "mousemove", "--window", self.window, str(x), str(y), "click", "1")
        self.ask("xdotool", "mousemove", "--window", self.window, "640", "4")

    @property
    def megabytes(self) -> float:
        """How much memory it holds."""
        told = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(each for each in told.splitlines() if each.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

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
def program(display: Display, tmp_path: Path) -> Iterator[Program]:
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
    title = program.shows(lambda picture: colours(picture) > 8)
    assert title.get_size() == (1280, 720)
    program.press("Down", "Return")
    library = program.shows(lambda picture: apart(picture, title))
    assert colours(library) > 4
    program.press("Escape", "Escape")
    assert program.ended() == 0
    assert program.process.communicate()[1] == ""


def test_a_scenario_named_on_the_command_line_is_briefed(display: Display, tmp_path: Path) -> None:
    program = Program(display, tmp_path, "play", "first_steps", "--seed", "5", "--role", "sales")
    briefing = program.shows(lambda picture: colours(picture) > 4)
    program.press("Return")
    program.shows(lambda picture: apart(picture, briefing))
    program.process.terminate()
    program.ended()


@contextmanager
def owning(program: Program, text: str, times: int) -> Iterator[None]:
    """Let another program have a text, so many times in a row, on the clipboard."""
    environment = {**program.environment, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    words = [sys.executable, "-c", OWNER, text, str(times)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as owner:
        try:
            assert owner.stdout is not None
            assert owner.stdout.readline() == "ready\n"
            yield
        finally:
            owner.kill()


def as_before(before: pygame.Surface) -> Callable[[pygame.Surface], bool]:
    """Return what knows a picture again."""
    size = before.get_size()
    return lambda picture: picture.get_size() == size and not apart(picture, before)


def test_a_window_that_is_pulled_small_and_large_shows_the_same_again(program: Program) -> None:
    title = program.shows(lambda picture: colours(picture) > 8)
    for width, height in ((300, 200), (1, 1), (3840, 2160), (961, 541), (1280, 720)):
        program.resize(width, height)
    program.shows(as_before(title))
    program.press("Escape")
    assert program.ended() == 0
    assert program.process.communicate()[1] == ""


def test_a_window_that_was_hidden_shows_the_same_again(program: Program) -> None:
    title = program.shows(lambda picture: colours(picture) > 8)
    for _ in range(3):
        program.ask("xdotool", "windowunmap", "--sync", program.window)
        program.ask("xdotool", "windowmap", "--sync", program.window)
    program.shows(as_before(title))


def test_a_drag_that_ends_outside_the_window_is_over(display: Display, tmp_path: Path) -> None:
    program = Program(display, tmp_path, "play", "fresh_start", "--seed", "5")
    briefing = program.shows(lambda picture: colours(picture) > 4)
    program.press("Return")
    program.shows(lambda picture: apart(picture, briefing))
    assert program.megabytes <= MOST
    program.resize(1000, 600)
    for step in ("mousemove 200 110", "mousedown 1", "mousemove 260 110", "mousemove 1200 790"):
        program.ask("xdotool", *step.split())
    program.ask("xdotool", "mouseup", "1", "mousemove", "500", "4")
    program.press("F1")
    help_page = program.shows(lambda picture: colours(picture) > 4)
    program.press("Escape")
    program.shows(lambda picture: apart(picture, help_page))
    assert program.process.poll() is None
    program.process.terminate()
    assert program.process.communicate()[1] == ""


@pytest.mark.parametrize(
    ("text", "times"), [("garbage \x01\x1b[31m \u202e", 1), ("word ", 2_000_000)]
)
def test_any_text_of_other_programs_can_be_pasted(program: Program, text: str, times: int) -> None:
    title = program.shows(lambda picture: colours(picture) > 8)
    with owning(program, text, times):
        program.press("Return")
        program.shows(lambda picture: apart(picture, title))
        library = program.still()
        program.click(800, 95)
        program.press("ctrl+v")
        program.press("z", "q")
        program.shows(lambda picture: apart(picture, library))
    program.press("Escape", "Escape", "Escape")
    assert program.ended() == 0
    assert program.process.communicate()[1] == ""


def test_shortcuts_work_on_a_keyboard_of_another_script(program: Program) -> None:
    title = program.shows(lambda picture: colours(picture) > 8)
    program.press("Return")
    program.shows(lambda picture: apart(picture, title))
    program.still()
    program.click(800, 95)
    program.press("q", "BackSpace")
    empty = program.seen()
    program.ask("setxkbmap", "ru")
    program.press(A_KEY, A_KEY)
    program.shows(lambda picture: apart(picture, empty))
    program.ask("xdotool", "keydown", "ctrl", "key", A_KEY, "keyup", "ctrl")
    program.press("BackSpace")
    program.shows(as_before(empty))
