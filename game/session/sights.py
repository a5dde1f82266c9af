"""What a seat may know of a game, as plain values; ``session.views`` alone fills them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from game.market.levers import Group
from game.scenario.rules import RoleKey
from game.session.commands import Submit
from game.session.estimates import Estimate
from game.session.plans import Plan
from game.session.score import Score
from game.session.seats import Seat
from game.session.split import MANAGER
from game.session.trades import Trade

NOTHING_ALLOTTED: Final[Mapping[Group, float]] = MappingProxyType({})
"""Where nobody divides the money, a seat spends its part of it as it likes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as a seat sees it.

    Attributes:
        value: the number, or None where it is hidden.
        revealed_by: the collaboration lever that would show it; "" where none would.

    """

    value: float | None
    revealed_by: str = ""

    @property
    def known(self) -> bool:
        """Whether the seat sees the number."""
        return self.value is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One played turn as a seat sees it; turn 0 is how the game began (stocks only)."""

    turn: int
    figures: Mapping[str, Figure]  # by measure
    flows: Mapping[str, Figure]  # by name of flow, accounts of the whole firm
    sources: Mapping[str, Figure]  # leads by lever, "organic" and "prospecting"
    losses: Mapping[str, Figure]  # lost deals by reason
    segments: Mapping[str, tuple[Figure, ...]]  # by flow or measure, one a segment
    responses: tuple[Figure, ...]  # 0–1 a lever: how saturated it is
    shares: tuple[float, ...]  # market share of every firm
    plan: Plan
    prediction: float | None
    because: str
    events: tuple[str, ...]  # keys of those that happened in the turn
    trades: tuple[Trade, ...] = ()  # of the firm in the turn, kept or broken
    hints: tuple[str, ...] = ()  # what the author said while the turn was planned


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """A choice on an event card."""

    key: str
    text: str
    costs: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event that acts, or has just happened."""

    key: str
    title: str
    story: str
    new: bool  # happened in this turn
    turns_left: int
    choices: tuple[ChoiceView, ...]
    chosen: str  # key; "" where nothing is chosen yet
    discuss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverView:
    """A budget line as a seat may use it."""

    key: str
    name: str  # the author's own; "" = the usual one
    mine: bool
    open: bool
    available: bool
    unlock_turn: int
    limit: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """Everything a seat may know now."""

    seat: Seat
    role_name: str
    turn: int
    turns: int
    over: bool
    budget: float  # money this seat may spend in this turn
    levers: tuple[LeverView, ...]
    policies: Mapping[str, bool]  # may this seat change it?
    plan: Plan  # of the firm in the last turn
    part: tuple[float, ...]  # money this seat put on each lever in it: what "as last turn" means
    submit: Submit | None  # what this seat has submitted for this turn
    draft: Plan | None  # of this turn, once somebody of the firm has submitted
    history: tuple[TurnView, ...]  # turn 0 first
    events: tuple[EventView, ...]
    hints: tuple[str, ...]
    cares: tuple[tuple[Estimate, ...], ...]  # a segment, a message: what is known of it
    score: Score | None  # None where the role may not see it yet
    trades: tuple[Trade, ...] = ()  # of the firm in this turn
    seated: tuple[RoleKey, ...] = ()  # roles of the firm that somebody plays, person or computer
    purse: float = 0.0  # money of the whole firm in this turn
    split: tuple[float, ...] | None = None  # how a manager divides it; None = nobody does
    # Most money of this seat a group, where somebody divides it.
    allotted: Mapping[Group, float] = field(default_factory=lambda: NOTHING_ALLOTTED)
    shared: bool = False  # several people look at it at once: what each of them may see alone

    @property
    def divides(self) -> bool:
        """Whether this seat divides the money of the firm between the groups."""
        return self.seat.role == MANAGER and not self.over

    @property
    def now(self) -> TurnView:
        """The last played turn (or how the game began)."""
        return self.history[-1]

    @property
    def pending(self) -> tuple[EventView, ...]:
        """Events that wait for a choice."""
        return tuple(
            event for event in self.events if event.new and event.choices and not event.chosen
        )
