"""A long day at the window, played by the computer at speed: nothing fails, no memory grows."""

import gc
import random
import sys
from pathlib import Path
from typing import Final

import pygame
import pytest

from game.report.theme import THEMES
from game.ui.screens.desk import Desk
from game.ui.sweep import Sweep
from game.ui.toolkit.cache import LIMIT
from tests.ui.driver import drag_slider, is_there, press, write
from tests.ui.game_states import at_table
from tests.ui.houses import Home

GAMES: Final = 36
"""Whole games of six turns: somebody who thinks for two minutes a turn needs a working day."""

ROUND: Final = 12
"""Games after which every size was seen in every look and text: rounds can be compared."""

MAY_GROW: Final = 6.0
"""Megabytes."""

DESK: Final = ("trends", "segments", "rivals", "team", "money", "journal", "plan")
RESULTS: Final = ("figures", "people", "flow")
SIZES: Final = ((1280, 720), (1920, 1080), (1440, 900))


def resident() -> float:
    """Return the megabytes of memory that the process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


class Player:
    """Plays games as people do: tries sliders, reads tabs, commits, looks around, starts again."""

    def __init__(self, home: Home, seed: int) -> None:
        self.home = home
        self.luck = random.Random(seed)
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
        self._another_look(number)

    def _turn(self) -> None:
        app = self.home.app
        self._answer()
        for tab in DESK:
            self.home.click(f"tabs.{tab}")
            self._move()
        levers = [each.key for each in app.nodes if each.key.startswith("lever.")]
        for key in self.luck.sample([key for key in levers if self._usable(key)], 3):
            drag_slider(app, key, self.luck.uniform(0.02, 0.15), steps=20)
        press(app, "z", ctrl=True)
        press(app, "y", ctrl=True)
        press(app, "enter", ctrl=True)
        write(app, str(self.luck.randrange(40)))
        press(app, "enter", ctrl=True)
        if self.home.screen == Desk.__name__:  # nothing is planned: it asks once
            press(app, "enter", ctrl=True)
        for _ in range(60):
            app.tick([], 100)
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
        for _ in range(6):
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


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the memory from /proc")
def test_a_day_of_play_does_not_grow(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    player = Player(home, seed=1)
    held: list[float] = []
    with Sweep() as sweep:
        for number in range(GAMES):
            player.play(number)
            sweep.rest()
            held.append(resident())
    gc.collect()
    ui = home.app.ui
    assert ui.cache.size + ui.pictures.size <= LIMIT
    assert len(ui._said) <= 10_000
    assert len(ui._numbers) <= 6_000
    assert len(home.app.navigator._stack) < 4
    grown = max(held[-ROUND:]) - max(held[-2 * ROUND : -ROUND])
    assert grown <= MAY_GROW, f"{grown:.1f} MB more: {[round(each) for each in held]}"
