"""Opens the game in its window: the title first, everything else after the first frame."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.report.language import Language
from game.storage.places import Places
from game.storage.settings import Settings

if TYPE_CHECKING:
    from game.scenario.rules import RoleKey
    from game.ui.house import House


class NoScreen(Exception):
    """There is nothing to open a window on; nothing has been shown yet."""


def open_window(
    places: Places,
    settings: Settings,
    language: Language,
    *,
    scenario: str | None = None,
    seed: int | None = None,
    role: "RoleKey | None" = None,
    load: Path | str | None = None,
) -> int:
    """Play in the window until the player leaves.

    Args:
        places: the player's folders.
        settings: what the player has set.
        language: what the player reads.
        scenario: a name on the shelf or a path; its briefing is opened.
        seed: the luck of the game.
        role: the role that is played; None for all of them.
        load: a save's name or path, which is gone on with at once.

    Returns:
        the exit code, 0.

    Raises:
        NoScreen: if no window can be opened here.
        HandoffError: if the scenario, role or save cannot be played; there is no window then.

    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame  # after the line above

    from game.ui.house import House

    house = House(places, settings, language)
    enter = _way_in(house, scenario, seed, role, load)
    try:
        _show(house, enter)
    except pygame.error as error:
        raise NoScreen(str(error)) from None
    finally:
        pygame.quit()
    return 0


def _way_in(
    house: "House",
    scenario: str | None,
    seed: int | None,
    role: "RoleKey | None",
    load: Path | str | None,
) -> Callable[[], None] | None:
    """Return what is opened instead of the title, read before there is a window to fail in."""
    if load is not None:
        from game.storage.saves import load_save  # builds the scenario

        opened = load_save(house.places, str(load))
        return lambda: house.play(opened.rules, opened.session, opened.seat)
    if scenario is not None:
        from game.session import Seat, role_of  # pulls in numpy

        rules = house.shelf.rules(scenario)
        role_of(rules, Seat(0, role or "all"))
        return lambda: house.brief(rules, role or "all", seed)
    if role is not None:
        return lambda: house.open_library(role)
    return None


def _show(house: "House", enter: Callable[[], None] | None) -> None:
    import pygame

    from game.storage.atomic import read_bytes
    from game.ui import window
    from game.ui.screens.parts import GAME
    from game.ui.shipped import ShippedAssets
    from game.ui.toolkit import FULL_SCREEN, App

    size = window.open_window(GAME, read_bytes(house.places.assets / "icon.png"))
    app = App(
        size,
        house.theme,
        ShippedAssets(house.places),
        house.navigator,
        text=house.settings.text_scale,
        say=house.language.say,
        clipboard=window.SystemClipboard(),
    )
    app.shortcuts[FULL_SCREEN] = house.toggle_full_screen
    shown = window.Window(app)
    house.attach(app, shown)
    if enter is not None:
        enter()
    shown.turn()
    # The first frame is seen; what takes longer begins now.
    house.shelf.wake = _wake
    house.shelf.start()
    while house.navigator.running:
        shown.turn()
    pygame.key.stop_text_input()


def _wake() -> None:
    """Let the window look around, from another thread; one that is closed needs not."""
    import pygame

    with contextlib.suppress(pygame.error):
        pygame.event.post(pygame.event.Event(pygame.USEREVENT))
