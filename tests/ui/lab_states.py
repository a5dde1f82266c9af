"""The lab in every state that somebody may meet, for structure and pictures."""

from collections.abc import Callable
from typing import Final

from game.scenario.rules import RoleKey
from game.session import Seat
from game.ui.screens.lab import LabScreen
from game.ui.screens.lab_desk import LabDesk
from tests.ui.game_states import played, think
from tests.ui.houses import Home

State = Callable[[Home], None]


def lab_of(home: Home, turns: int = 6, role: RoleKey = "all") -> LabScreen:
    """Take a game into the lab, and let it ask everything."""
    home.house.lab(played(home, turns, role))
    think(home)
    lab = home.house.navigator.current
    assert isinstance(lab, LabScreen)
    return lab


def lab_desk_of(home: Home, turn: int, turns: int = 6) -> LabDesk:
    """Branch a game in the lab."""
    lab_of(home, turns)
    home.click(f"lab.turn.{turn}")
    home.click("lab.branch")
    home.rest()
    desk = home.house.navigator.current
    assert isinstance(desk, LabDesk)
    return desk


def lab(home: Home) -> None:
    lab_of(home)


def _asked_in_part(home: Home) -> None:
    home.house.lab(played(home, 6))
    for _ in range(20):
        home.app.tick([], 16)


def lab_being_asked(home: Home) -> None:
    _asked_in_part(home)
    asking = home.house.navigator.current
    asking.tick = lambda dt: False  # type: ignore[method-assign]  # a slow machine


def lab_stopped(home: Home) -> None:
    _asked_in_part(home)
    home.click("lab.progress.cancel")


def lab_of_a_role(home: Home) -> None:
    lab_of(home, 3, "marketing")


def lab_of_everything(home: Home) -> None:
    lab_of(home)
    home.focus("lab.every")
    home.press("enter")


def lab_desk(home: Home) -> None:
    lab_desk_of(home, 3)


def lab_desk_later(home: Home) -> None:
    desk = lab_desk_of(home, 3)
    for lever, amount in (("advertising", 0), ("seo", 0), ("product_demos", 16_000)):
        desk.playing.set_amount(lever, amount)
    home.app.refresh()
    home.rest()
    home.click("lab.one_turn")


def lab_desk_choice(home: Home) -> None:
    lab_desk_of(home, 2)


def lab_branch(home: Home) -> None:
    lab_desk_later(home)
    home.click("lab.end")
    think(home)


def lab_saving(home: Home) -> None:
    lab_branch(home)
    home.click("lab.save")


def lab_games(home: Home) -> None:
    running = played(home, 3)
    home.house.autosave(running.rules, running.session)
    home.house.save("Before the warm summer", played(home, 4))
    home.house.save("One side", played(home, 6, "sales"))
    several = played(home, 2)
    home.house.sit(several.seat, (Seat(0, "marketing"), Seat(0, "sales")))
    home.house.autosave(several.rules, several.session)
    home.house.lab()


def lab_without_games(home: Home) -> None:
    home.house.lab()


STATES: Final[dict[str, State]] = {
    "lab": lab,
    "lab_being_asked": lab_being_asked,
    "lab_stopped": lab_stopped,
    "lab_of_a_role": lab_of_a_role,
    "lab_of_everything": lab_of_everything,
    "lab_desk": lab_desk,
    "lab_desk_later": lab_desk_later,
    "lab_desk_choice": lab_desk_choice,
    "lab_branch": lab_branch,
    "lab_saving": lab_saving,
    "lab_games": lab_games,
    "lab_without_games": lab_without_games,
}
