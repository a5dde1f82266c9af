"""Opens the game in its window: the title first, everything else after the first frame."""

import contextlib
import os
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from game.errors import UnknownName
from game.report.language import Language
from game.storage.places import Places
from game.storage.settings import Settings
from game.ui import screens
from game.words import sentence

if TYPE_CHECKING:
    from game.scenario.rules import RoleKey
    from game.storage.saves import Opened
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
    role: str | None = None,
    load: str | None = None,
    people: tuple[str, ...] = (),
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
        people: roles of several people at this machine; their game is begun, or gone on with.

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
    enter = (
        _way_together(house, scenario, seed, people)
        if people
        else _way_in(house, scenario, seed, role, load)
    )
    try:
        _show(house, enter)
    finally:
        pygame.quit()
    return 0


def _way_in(
    house: "House",
    scenario: str | None,
    seed: int | None,
    role: str | None,
    load: str | None,
) -> Callable[[], None] | None:
    """Return what is opened instead of the title, read before there is a window to fail in."""
    if load is not None:
        from game.storage.saves import load_save  # builds the scenario

        opened = load_save(house.places, load)
        return lambda: house.go_on(opened)
    if scenario is not None:
        from game.session import Seat, role_of, team

        rules, played = house.shelf.rules(scenario), _role(role)
        role_of(rules, Seat(0, played))
        team(rules, played)  # refuses a role that decides nothing alone
        return lambda: house.brief(rules, played, seed)
    if role is not None:
        chosen = _role(role)
        return lambda: house.open_library(chosen)
    return None


def _way_together(
    house: "House", scenario: str | None, seed: int | None, people: tuple[str, ...]
) -> Callable[[], None]:
    """Return what several people open: the game that they left, a new one, or the library."""
    from game.session.hot_seat import crew
    from game.storage.saves import load_autosave

    if scenario is None:
        return house.open_library
    rules = house.shelf.rules(scenario)
    seats = crew(rules, people)[1].people  # refuses roles that there are not
    left = load_autosave(house.places, rules.name, seats[0], shared=True)
    if left is not None and left.people == seats and not _is_over(left):
        return lambda: house.go_on(left)
    roles = [each.role for each in seats]
    return lambda: house.gathering.begin(rules, roles, house.new_luck() if seed is None else seed)


def _is_over(opened: "Opened") -> bool:
    from game.session import is_over

    return is_over(opened.rules, opened.session)


def _role(name: str | None) -> "RoleKey":
    """Return the role of a name; all roles where none is given.

    Raises:
        UnknownName: if there is no such role.

    """
    from game.ui.house import ROLES

    for key in ROLES:
        if key == (name or "all"):
            return key
    raise UnknownName(
        "unknown_role",
        sentence(
            "There is no role '{role}'. Choose one of: {names:either}.",
            role=name or "",
            names=ROLES,
        ),
    )


def _show(house: "House", enter: Callable[[], None] | None) -> None:
    import pygame

    from game.storage.atomic import read_bytes
    from game.ui import window
    from game.ui.screens.parts import GAME
    from game.ui.shipped import ShippedAssets
    from game.ui.toolkit import FULL_SCREEN, App

    icon = read_bytes(house.places.assets / "icon.png")
    try:
        size = window.open_window(GAME, icon)
    except pygame.error as error:
        raise NoScreen(str(error)) from None
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
    house.sounds.open()
    house.shelf.wake = _wake
    house.shelf.afterwards = import_screens
    house.shelf.start()
    try:
        window.run(shown, settled=lambda: house.shelf.settled)
    finally:
        # A thread that is still at work while everything is taken down can take the program down.
        house.sounds.close()
        house.shelf.close()


def import_screens() -> None:
    """Import what is opened later, while nobody waits for it: a turn's results take 60 ms.

    What cannot be imported is told where it is opened.
    """
    names = [module.name for module in iter_modules(screens.__path__, f"{screens.__name__}.")]
    for name in (*names, "game.analysis.foreseen"):
        with contextlib.suppress(ImportError):
            import_module(name)


def _wake() -> None:
    """Let the window look around, from another thread; one that is closed needs not."""
    import pygame

    with contextlib.suppress(pygame.error):
        pygame.event.post(pygame.event.Event(pygame.USEREVENT))
