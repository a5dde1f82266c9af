"""What people do to a game. The journal is a list of these, and replaying it is the game."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from game.session.seats import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """A seat's part of the plan for this turn; a later one replaces it until the turn ends."""

    seat: Seat
    spend: tuple[float, ...]  # money the seat puts on each lever, in the order of LEVERS
    bar: float | None = None  # None = as it was
    focus: tuple[float, ...] | None = None  # shares a segment, sum 1
    positioning: int | None = None
    split: tuple[float, ...] | None = None  # of the firm's money: a part for each of GROUPS, sum 1
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one seat binds itself to in this turn; everything that is not named stays free."""

    least: tuple[tuple[str, float], ...] = ()  # lever, and the money it puts there at least
    most: tuple[tuple[str, float], ...] = ()  # lever, and the money it puts there at most
    bar: float | None = None  # the qualification bar it sets; None = as it likes

    @property
    def empty(self) -> bool:
        """Whether nothing is promised."""
        return not self.least and not self.most and self.bar is None


NO_TERMS: Final = Terms()


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose:
    """A seat's offer to another one of its firm: what it would do, and what it asks for.

    It takes the place of what the two had open before, so a counter-offer is just another one.
    """

    seat: Seat
    to: Seat
    gives: Terms = NO_TERMS
    asks: Terms = NO_TERMS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A seat's answer to the offer that is open to it. A yes binds both until the turn ends."""

    seat: Seat
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """A seat takes its word back: nobody is bound any more, and everybody will remember."""

    seat: Seat


Command: TypeAlias = Submit | Choose | EndTurn | Propose | Reply | TakeBack
