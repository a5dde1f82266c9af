"""A scenario, built: the plain frozen values that a game is played by.

``build_rules`` makes them from a checked scenario file. Nothing here knows YAML or pydantic, so
that playing does not wait for either. Texts are the author's words and are
never translated; those that a scenario leaves to the game are said by ``usual_words``.
"""

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

import numpy as np

from game.market import MarketParams, MarketState, TurnLength
from game.market.arrays import locked

Comparison: TypeAlias = Literal["<", "<=", ">", ">=", "=", "!="]
Operation: TypeAlias = Literal["times", "plus"]
Target: TypeAlias = Literal[
    # bent as long as the event lasts (parameters of the market)
    "demand",
    "churn",
    "price",
    "win_chance",  # log odds
    "lever",  # the effect of one lever
    "sales_capacity",
    "demo_capacity",
    "response_hours",
    "leak",
    "acceptance",
    "contentment",
    "budget",  # the money of a turn
    # given a push once (state of the market)
    "satisfaction",
    "awareness",
    "goodwill",
    "congruence",
    "credibility",
    "cash",
]
"""What an event may act on."""

RivalStyle: TypeAlias = Literal["steady", "cheap", "premium", "follower"]
RoleKey: TypeAlias = Literal["all", "marketing", "sales", "manager", "customer_voice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """``satisfaction < 60%``, ready to be compared. Shares are fractions, money in units."""

    measure: str
    comparison: Comparison
    value: float
    text: str  # as the author wrote it


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an event or a choice does to the market."""

    target: Target
    operation: Operation
    value: float  # a factor, or an amount to be added
    firms: Literal["you", "rivals", "all"] = "all"
    segment: int | None = None  # index, None = all
    lever: int | None = None  # index on the lever axis, for target "lever"
    rival: int | None = None  # index of a firm, where one rival alone is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to answer an event."""

    key: str
    text: str
    effects: tuple[Effect, ...] = ()
    lasts_turns: int = 1
    costs: float = 0.0  # money, taken from the cash at once


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """Something that may happen at the start of a turn, once a game unless it repeats."""

    key: str
    title: str
    story: str = ""
    when: tuple[Condition, ...] = ()  # all must hold
    chance: float = 1.0  # each turn in which the conditions hold
    effects: tuple[Effect, ...] = ()
    lasts_turns: int = 1
    repeats: bool = False
    choices: tuple[Choice, ...] = ()  # the first is taken where nobody chooses
    discuss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverRule:
    """What a scenario says about one lever; one entry for each of the sixteen, in their order."""

    key: str
    available: bool = True
    unlock_turn: int = 1  # the first turn in which it may be used
    name: str = ""  # the author's own; empty = the usual one
    description: str = ""
    limit: float | None = None  # most money a turn


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRules:
    """Where the policies start, and which of them may be changed."""

    bar: float = 0.5
    bar_free: bool = True
    focus: tuple[float, ...]  # one share a segment, sum 1
    focus_free: bool = True
    positioning: int = 0
    positioning_free: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """Who decides what and sees what without collaboration."""

    key: RoleKey
    name: str = ""
    levers: tuple[str, ...]  # lines it may spend on; "together" lines may be shared
    policies: tuple[str, ...] = ()
    sees: tuple[str, ...]  # measures
    budget_share: float = 1.0  # of the firm's money, when the role is played alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """From a level of one collaboration lever on, these measures are seen by everyone."""

    lever: str
    response: float  # 0–1, the lever's response from which on the curtain lifts
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalRule:
    """A competitor run by the computer."""

    key: str
    name: str
    style: RivalStyle = "steady"
    budget: float  # money a turn


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRule:
    """One line of the scorecard. Weights of a scorecard sum to 1."""

    measure: str
    target: float
    weight: float
    at: Literal["end", "total", "mean"] = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Advice with a reason, said when its conditions hold."""

    key: str
    when: tuple[Condition, ...]
    say: str
    to: RoleKey = "all"
    unseen: tuple[str, ...] = ()  # measures: said as long as all are hidden from who would hear it


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningGoal:
    """What a player should understand at the end, and the measure that shows it."""

    text: str
    measure: str = ""
    terms: tuple[str, ...] = ()  # of the glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizQuestion:
    """A question asked before and after."""

    question: str
    answers: tuple[str, ...]
    right: int  # index
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRule:
    """One of several runs of a scenario in a workshop."""

    key: str
    turns: int
    locked: tuple[str, ...] = ()  # levers nobody may use in it
    notes: str = ""  # what the trainer says before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Expects:
    """What the author claims; the balance report proves or refutes it. None = no claim."""

    ranking: tuple[str, ...] = ()  # strategies, best first
    largest_lever_share: float | None = None  # of the best plan's money
    collaboration_earns: float | None = None  # share of the result lost without it, at least
    most_missed: tuple[str, ...] = ()  # among the five levers missed most by the best plan
    spent_early: tuple[str, ...] = ()  # levers that get more in the first half than in the second
    best_bar_at_least: float | None = None  # mean qualification bar of the best plan, 0–1
    best_bar_at_most: float | None = None
    best_message: str = ""  # key; with which the best plan does best
    best_focus: str = ""  # key of the segment that gets most effort in the best plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A group of customers, as players read it. Its figures are in ``Rules.params``."""

    key: str
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A value message that a firm can lead with."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rules:
    """Everything that stays the same through one game.

    Firms on axis f: ``players`` firms first, then one for each of ``rivals``.
    """

    name: str  # file name without its ending
    title: str
    summary: str = ""
    story: str = ""  # the briefing
    language: str = "en"
    currency: str = "EUR"
    for_players: str = ""
    minutes: int = 30
    difficulty: int = 1  # 1–3
    learning_goals: tuple[LearningGoal, ...] = ()
    turns: int
    one_turn_is: TurnLength
    minutes_to_decide: float = 0.0  # 0 = no clock
    start_month: int = 0  # 0 = January
    params: MarketParams  # at the pace of a turn
    start: MarketState
    players: int = 1
    firm_names: tuple[str, ...]
    segments: tuple[Segment, ...]
    messages: tuple[Message, ...]
    levers: tuple[LeverRule, ...]
    policies: PolicyRules
    roles: tuple[RoleRule, ...]
    reveals: tuple[Reveal, ...] = ()
    rivals: tuple[RivalRule, ...] = ()
    noise: float = 0.12  # σ of the log-normal demand shock
    events: tuple[EventRule, ...] = ()
    scorecard: tuple[ScoreRule, ...]
    hints: tuple[Hint, ...] = ()
    quiz: tuple[QuizQuestion, ...] = ()
    debrief: tuple[str, ...] = ()
    shared_market: bool = False  # in a workshop: teams are the player firms of one market
    runs: tuple[RunRule, ...] = ()
    expects: Expects = Expects()
    source: str = field(repr=False, default="")  # the merged scenario as canonical JSON: for saves


def alone(rules: Rules) -> Rules:
    """Return a scenario as one team plays it: the computer plays the other teams of its market.

    Without it, the teams of a shared market that nobody plays would stand still. The rules of a
    scenario for one team are returned as they are.
    """
    if rules.players == 1:
        return rules
    others = tuple(
        RivalRule(
            key=f"team_{firm + 1}",
            name=rules.firm_names[firm],
            budget=float(rules.params.allowance[firm]),
        )
        for firm in range(1, rules.players)
    )
    rivals = (*others, *rules.rivals)
    led = rules.start.positioning.copy()
    led[1:] = np.arange(len(rivals)) % len(rules.messages)  # what rivals lead with, all the time
    start = locked(replace(rules.start, positioning=led))
    return replace(rules, players=1, rivals=rivals, start=start)
