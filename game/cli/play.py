"""``play``: in the window, or as text where there is no screen or none is wanted."""

import secrets
from dataclasses import dataclass

from game.analysis.memory import keep_freed_memory
from game.cli.setup import Setup
from game.cli.window import NoScreen, open_window
from game.words import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be played; everything left out is asked."""

    scenario: str | None = None
    seed: int | None = None
    role: str | None = None
    text: bool = False
    save: str | None = None
    hot_seat: tuple[str, ...] = ()  # roles of the people who share this machine


def play(setup: Setup, request: Request) -> None:
    """Play until the player leaves.

    Raises:
        HandoffError: if the scenario, the role or the save cannot be played.

    """
    keep_freed_memory()
    if not request.text:
        try:
            return open_window(setup, request)
        except NoScreen:
            setup.remark(sentence("There is no screen to open a window on; the game is text here."))
    return _play_text(setup, request)


def new_seed() -> int:
    """Return luck that nobody chose, short enough to be told to somebody else."""
    return secrets.randbelow(1_000_000)


def _play_text(setup: Setup, request: Request) -> None:
    from game.terminal import Start, play_in_terminal  # not for the window

    play_in_terminal(
        setup.places,
        setup.language,
        Start(
            scenario=request.scenario,
            seed=new_seed() if request.seed is None else request.seed,
            role=request.role,
            save=request.save,
            hot_seat=request.hot_seat,
        ),
    )
