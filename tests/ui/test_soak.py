"""A long day at the window, played by the computer at speed: nothing fails, no memory grows.

``HANDOFF_SOAK=240 python -m pytest tests/ui/test_soak.py --log-cli-level=INFO`` plays as many games
as it names, and says after every round what the process holds.
"""

import ctypes
import gc
import itertools
import logging
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pygame
import pytest

from game.report.theme import THEMES
from game.ui.screens.desk import Desk
from game.ui.sweep import Sweep
from game.ui.toolkit import App
from game.ui.toolkit.cache import LIMIT
from tests.ui.driver import drag_slider, is_there, press, write
from tests.ui.game_states import at_table
from tests.ui.houses import Home

_LOG: Final = logging.getLogger(__name__)

ROUND: Final = 6
"""Games after which every size was seen in every look and text: ends of rounds can be compared."""

GAMES: Final = int(os.environ.get("HANDOFF_SOAK", 2 * ROUND))
"""Whole games of six turns. 40 are a working day of somebody who thinks for two minutes a turn."""

MORE_BLOCKS: Final = 4_000
"""Pieces of memory by which one end of a round may exceed another: 1 % of what there is, as many as
seven views of turns that nobody forgets."""

MORE_BYTES: Final = 2 * 2**20
"""Bytes in use outside of Python's own pieces: pixels, fonts, long texts and arrays."""

MORE_RESIDENT: Final = 48.0
"""Megabytes of the process. Beside what is used it has the holes between, which come and go: from
one round to another 30 of them were seen, over 240 games no more than that."""

DESK: Final = ("trends", "segments", "rivals", "team", "money", "journal", "plan")
RESULTS: Final = ("figures", "people", "flow")
SIZES: Final = ((1280, 720), (1920, 1080), (1440, 900))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the process holds: pieces of Python's, bytes of the C library's, megabytes in all."""

    blocks: int
    used: int
    resident: float

    @classmethod
    def now(cls) -> "Held":
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        resident = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
        return cls(blocks=sys.getallocatedblocks(), used=_used(), resident=resident)


class _Heap(ctypes.Structure):
    """What the C library says of its heap (struct mallinfo2)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def _used() -> int:
    """Return the bytes in use on the C library's heap; 0 where it does not tell."""
    tell = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if tell is None:
        return 0
    tell.restype = _Heap
    heap = tell()
    return int(heap.uordblks + heap.hblkhd)


@pytest.fixture
def drawn_once() -> None:
    """Draw everything anew: what other tests keep would hide what is never let go."""


class Player:
    """Plays games as people do: tries sliders, reads tabs, commits, looks around, starts again."""

    def __init__(self, home: Home, seed: int) -> None:
        self.home = home
        self.luck = random.Random(seed)
        self.turns = 0
        home.app.restyle(reduce_motion=False)

    def play(self, number: int) -> None:
        home = self.home
        home.house.open_title()
        self._move()
        home.house.open_library()
        self._move()
        home.house.open_briefing("bakery", self.luck.choice(["all", "sales"]), seed=number)
        self._move()
        press(home.app, "enter")
        while home.screen == Desk.__name__:
            self._turn()
        assert home.screen == "Ending"
        self._move()
        for door in (home.house.open_settings, home.house.open_help, home.house.open_credits):
            door()
            self._move()
            press(home.app, "escape")
        self.home.click("ending.lab")
        for _ in range(20):
            home.app.tick([], 100)
        self._move()
        self._another_look(number)

    def _turn(self) -> None:
        app = self.home.app
        self.turns += 1
        self._answer()
        for tab in DESK:
            self.home.click(f"tabs.{tab}")
            self._move()
        levers = [each.key for each in app.nodes if each.key.startswith("lever.")]
        for key in self.luck.sample([key for key in levers if self._usable(key)], 3):
            drag_slider(app, key, self.luck.uniform(0.02, 0.15))
        press(app, "z", ctrl=True)
        press(app, "y", ctrl=True)
        press(app, "enter", ctrl=True)
        write(app, str(self.luck.randrange(40)))
        press(app, "enter", ctrl=True)
        if self.home.screen == Desk.__name__:  # nothing is planned: it asks once
            press(app, "enter", ctrl=True)
        for _ in range(20):
            app.tick([], 300)
        for tab in RESULTS:
            self.home.click(f"tabs.{tab}")
            self._move()
        press(app, "enter", ctrl=True)

    def _usable(self, key: str) -> bool:
        node = next(each for each in self.home.app.nodes if each.key == key)
        return node.widget.usable() and node.box.overlap(node.clip).h > 0

    def _answer(self) -> None:
        app = self.home.app
        while is_there(app, "event.done"):
            choices = [node.key for node in app.nodes if node.key.startswith("choice.")]
            if choices:
                self.home.click(self.luck.choice(choices))
            self.home.click("event.done")

    def _move(self) -> None:
        """Wander over the window, so that tooltips come and go."""
        app = self.home.app
        w, h = app.surface.get_size()
        for _ in range(4):
            at = (self.luck.randrange(w), self.luck.randrange(h))
            moved = {"pos": at, "rel": (1, 1), "buttons": (0, 0, 0)}
            app.tick([pygame.event.Event(pygame.MOUSEMOTION, moved)], 16)
            app.tick([], 500)

    def _another_look(self, number: int) -> None:
        app = self.home.app
        app.resize(SIZES[number % len(SIZES)])
        names = list(THEMES)
        app.restyle(theme=THEMES[names[number % len(names)]], text=(1.0, 1.25)[number % 2])
        self._move()


def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Count the frames of all apps from now on; each look at the count is one more."""
    frames, tick = itertools.count(1), App.tick

    def counted(*given: Any) -> bool:
        next(frames)
        return tick(*given)

    monkeypatch.setattr(App, "tick", counted)
    return frames


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the memory from /proc")
def test_a_day_of_play_does_not_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = at_table(tmp_path)
    frames = counting(monkeypatch)
    player = Player(home, seed=1)
    held: list[Held] = []
    with Sweep() as sweep:
        for number in range(GAMES):
            player.play(number)
            sweep.rest()
            if (number + 1) % ROUND == 0:
                held.append(Held.now())
                _LOG.info("%d turns, %d frames, %s", player.turns, next(frames) - 1, held[-1])
    ui = home.app.ui
    assert ui.cache.size + ui.pictures.size <= LIMIT
    assert len(home.app.navigator._stack) < 4
    # The first round fills what is remembered; from then on every round must end like it.
    full, last = held[0], held[-1]
    assert last.blocks - full.blocks <= MORE_BLOCKS, held
    assert last.used - full.used <= MORE_BYTES, held
    assert last.resident - full.resident <= MORE_RESIDENT, held
