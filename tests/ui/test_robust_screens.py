"""Whatever comes from keyboards, mice, input methods and displays: no screen fails at it."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pygame
import pytest

from game.ui.toolkit import App
from tests.ui.houses import Home
from tests.ui.pictures import STRAY, differing
from tests.ui.test_crash import ALL, home_of

ROUNDS: Final = 20
"""Events of each odd kind that a screen is given."""

KEYS: Final = (
    *(pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_BACKSPACE),
    *(pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_HOME, pygame.K_END),
    *(pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_DELETE, pygame.K_F1, pygame.K_F2),
    *(pygame.K_a, pygame.K_z, pygame.K_v, pygame.K_x, pygame.K_s, pygame.K_1, pygame.K_SLASH),
    *(0x44F, 0x3B1, 0xE9, 0x142, 0x20AC),  # Cyrillic, Greek, é, ł, €
    *(0, 1, 0x7FFF, 0x4000_0000 | 0x1FF, 0x7FFF_FFFF),  # none, and what no keyboard has
)
MODS: Final = (
    *(0, 0, pygame.KMOD_CTRL, pygame.KMOD_SHIFT, pygame.KMOD_ALT, pygame.KMOD_META),
    *(pygame.KMOD_MODE, pygame.KMOD_LCTRL | pygame.KMOD_RALT, pygame.KMOD_NUM, 0xFFFF),
)
TEXTS: Final = (
    *("1", "20k", "-7", "1e308", "1e9999", "nan", "inf", "٣٤", "½", "１２", "0x10", "1_000"),
    *("", " ", "\0", "\n\n", "\t", "\x1b[31m", "\ud800", "é", "e\u0301", "\u202e", "\u200d"),
    *("你好", "한글", "👩‍👩‍👧", "ﷺ", "x" * 5_000, "~" * 300, "%s {name} <b>", "${HOME}"),
)

STRANGE: Final = (pygame.JOYBUTTONDOWN, pygame.FINGERDOWN, pygame.USEREVENT, pygame.DROPFILE)


def odd_events(luck: random.Random, size: tuple[int, int]) -> Iterator[list[pygame.event.Event]]:
    """Yield what comes within a frame: keys, texts, wheels, moves, presses, windows that change."""
    at = (luck.randrange(-50, size[0] + 50), luck.randrange(-50, size[1] + 50))
    event, choose = pygame.event.Event, luck.choice
    key = {"key": choose(KEYS), "mod": choose(MODS), "scancode": luck.randrange(0, 512)}
    yield [event(pygame.KEYDOWN, key), event(pygame.KEYUP, key)]
    yield [event(pygame.KEYDOWN, {**key, "unicode": choose(TEXTS)[:1]})]
    yield [event(pygame.TEXTINPUT, text=choose(TEXTS)) for _ in range(luck.randrange(3))]
    yield [event(pygame.TEXTEDITING, text=choose(TEXTS), start=0, length=9)]
    yield [event(pygame.MOUSEWHEEL, x=choose((0, 1)), y=choose((-9_999, -1, 0, 1, 9_999)))] * 50
    yield [event(pygame.MOUSEMOTION, pos=at, rel=(9, 9), buttons=choose(((1, 0, 0), (0, 0, 0))))]
    yield [event(pygame.MOUSEBUTTONDOWN, pos=at, button=choose((1, 1, 1, 2, 3, 4, 5, 9)))]
    yield [event(choose((pygame.WINDOWLEAVE, pygame.WINDOWFOCUSLOST, pygame.WINDOWEXPOSED)))]
    yield [event(pygame.MOUSEBUTTONUP, pos=at, button=choose((1, 1, 3)))] * 2
    yield [
        event(choose((pygame.JOYBUTTONDOWN, pygame.FINGERDOWN, pygame.USEREVENT, pygame.DROPFILE)))
    ]


def bare(home: Home) -> App:
    """Return the app with nobody who would hide what a screen raises."""
    home.app.rescue = None
    return home.app


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_no_screen_fails_at_odd_keys_texts_wheels_and_presses(name: str, tmp_path: Path) -> None:
    home = home_of(name, tmp_path)
    app, luck = bare(home), random.Random(name)
    for _ in range(ROUNDS):
        for events in odd_events(luck, app.surface.get_size()):
            app.tick(events, luck.choice((0, 16, 500)))
    assert home.house.navigator.current.title


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_a_window_that_was_tiny_and_huge_shows_what_it_showed_before(
    name: str, tmp_path: Path
) -> None:
    home = home_of(name, tmp_path)
    app = bare(home)
    app.refresh()
    app.tick([pygame.event.Event(pygame.WINDOWLEAVE)], 16)  # no tooltip comes or goes
    home.rest()
    before = app.surface.copy()
    for size in ((1, 1), (0, 0), (40, 2000), (320, 200), (3840, 2160), (1280, 720)):
        app.resize(size)
        home.rest()
    assert differing(app.surface, before) <= STRAY
