"""What is measured of a scenario to say whether it teaches: plain figures, ready to be kept.

Scores are points, 100 = every target met. Parts of par are fractions, 1 = par. Everything is a mean
over the same worlds unless it says otherwise.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

PlanKind: TypeAlias = Literal["par", "bot", "group", "lever", "nothing"]
"""The best plan; a bot; all of par's money in one group; all money on one lever; no money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one way to play does."""

    key: str  # strategy, group or lever; "nothing"
    kind: PlanKind
    score: float
    of_par: float
    low: float  # of par; one world in ten is below
    high: float  # of par; one world in ten is above


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverWorth:
    """One lever in the par plan, and the par plan without it."""

    lever: str
    share: float  # of all money spent
    first: float  # of the first turn's money
    middle: float  # of the middle turn's
    last: float  # of the last turn's
    first_half: float  # part of the lever's own money that is spent in the first half; 0.5 = evenly
    costs_moved: float  # part of par that is lost when its money goes to the others in proportion
    costs_unspent: float  # the same when the money stays in the bank


@dataclass(frozen=True, slots=True, kw_only=True)
class MixPoint:
    """The par plan with another share of the money for working together."""

    share: float
    of_par: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationWorth:
    """What the five levers of working together earn."""

    share: float  # of par's money
    earns_moved: float  # part of par that is lost without them, money moved to the others
    earns_unspent: float  # the same, money left in the bank
    best: float  # share of the money at which the par plan does best
    interior: bool  # whether that is between the ends of the scan
    scan: tuple[MixPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckAndSkill:
    """How far luck moves a score, and how far decisions do. All parts of par."""

    par: float  # p90 - p10 of the par plan
    steady: float  # p90 - p10 of the even split
    strategies: float  # best minus worst of the bots and par, means
    over_steady: float  # par minus the even split


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSeen:
    """What a tenth of a turn's money more on one lever does, beside par without that lever.

    Where the lever takes less than that in a turn, all it takes.
    """

    lever: str
    paid: int  # the turn: the second, or that in which the lever opens
    turn: int | None  # first in which a measure moves by more than 1 %; None: in none
    measure: str  # the one that moves first; "" if none does
    within: float | None  # part of all later bookings from it that falls into the game; None: none


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyBinds:
    """Whether there is too much or too little money."""

    unspent: float  # part of all its money that par leaves
    tenth_more: float  # of par: the par plan with 10 % more of everything
    tenth_less: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice and what the par plan reaches with it."""

    key: str
    of_par: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyWorth:
    """The policies of the par plan, and what others would cost."""

    bar: float  # mean over the turns, 0–1
    bars: tuple[Option, ...]  # "0" … "1", the same in every turn; none where it is locked
    best_bar: float  # the best of them
    focus: tuple[Option, ...]  # segment -> share of effort (not of par)
    even_focus: float  # of par, with even effort; with that of the scenario where it is locked
    message: str  # key
    messages: tuple[Option, ...]  # each message in every turn; none where it is locked


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWorth:
    """One answer to an event under par."""

    key: str
    worth: float  # part of par a game in which it happens, beside the worst answer


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCount:
    """How often an event happens in a game."""

    key: str
    happens: float  # part of the games of all bots
    under_par: float  # part of the games of par
    least: float  # of the bot that meets it least
    most: float
    answers: tuple[AnswerWorth, ...]  # none where it never happens under par


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetReached:
    """One line of the scorecard; parts of its target."""

    measure: str
    par: float
    steady: float
    nothing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Everything that was measured."""

    worlds: int
    par: float  # points, mean of the par plan in these worlds
    spent: float  # money, by the par plan in a game
    bookings: float  # money, won by it
    standings: tuple[Standing, ...]  # best first
    levers: tuple[LeverWorth, ...]  # those that can be used, in their order
    collaboration: CollaborationWorth | None  # None where none of its levers can be used
    luck: LuckAndSkill
    effects: tuple[EffectSeen, ...]
    money: MoneyBinds
    policies: PolicyWorth
    events: tuple[EventCount, ...]
    targets: tuple[TargetReached, ...]

    def standing(self, key: str) -> Standing:
        """Return how one way to play does, by its key; KeyError if there is none."""
        for each in self.standings:
            if each.key == key:
                return each
        raise KeyError(key)
