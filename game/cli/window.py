"""Opens the window, if there is a screen to open it on."""

import os
import sys
from typing import TYPE_CHECKING

from game.cli.setup import Setup

if TYPE_CHECKING:
    from game.cli.play import Request


class NoScreen(Exception):
    """There is nothing to open a window on."""


def open_window(setup: Setup, request: "Request") -> None:
    """Play in the window until the player leaves.

    Raises:
        NoScreen: if no window can be opened here; nothing has been shown yet.
        HandoffError: if the scenario, the role or the save cannot be played.

    """
    if not has_screen():
        raise NoScreen
    from game.ui import start

    try:
        start.open_window(
            setup.places,
            setup.settings,
            setup.language,
            scenario=request.scenario,
            seed=request.seed,
            role=request.role,
            load=request.save,
            people=request.hot_seat,
        )
    except start.NoScreen:
        raise NoScreen from None


def has_screen() -> bool:
    """Say whether a screen may be there; SDL has the last word when the window opens."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("SDL_VIDEODRIVER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
