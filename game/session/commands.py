"""What people do to a game. The journal is a list of these, and replaying it is the game."""

from dataclasses import dataclass
from typing import TypeAlias

from game.session.seats import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """A seat's part of the plan for this turn; a later one replaces it until the turn ends."""

    seat: Seat
    spend: tuple[float, ...]  # money the seat puts on each lever, in the order of LEVERS
    bar: float | None = None  # None = as it was
    focus: tuple[float, ...] | None = None  # shares a segment, sum 1
    positioning: int | None = None
    prediction: float | None = None  # deals the seat expects to win in this turn
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """A seat's answer to an event, for its firm. It cannot be taken back."""

    seat: Seat
    event: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTurn:
    """The turn is over. Who has submitted nothing plays as in the last turn."""


Command: TypeAlias = Submit | Choose | EndTurn
