"""The market's half of a scenario file: segments, levers, rivals, the company, the calendar."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from game.market import MarketParams
from game.scenario.fields import (
    Accounts,
    At,
    Block,
    BySegment,
    Caring,
    Debt,
    Effort,
    GrowingShare,
    Hours,
    Kept,
    Leads,
    LongText,
    Minutes,
    Money,
    Months,
    Name,
    Noise,
    Number,
    Policy,
    Ref,
    Share,
    Style,
    Text,
    Turn,
    TurnCount,
    TurnIs,
    YesNo,
    off_or_entries,
)
from game.scenario.usual_words import COMPANY

_USUAL = MarketParams()
"""The market's own defaults, so that they are written once."""


class Turns(Block):
    """How long the game is."""

    count: TurnCount = 12
    """how many turns are played; 4 to 24 is usual"""
    one_turn_is: TurnIs = "month"
    """a week, a month or a quarter"""
    minutes_to_decide: Minutes = 0.0
    """clock of a turn in a workshop; 0 = no clock"""
    starts_in: Annotated[str, Ref("months")] = "january"
    """month of the first turn"""


class Budget(Block):
    """The money of a firm. It is shared by marketing, sales and what makes them work together."""

    start: Debt = 0.0
    """in the bank before the first turn"""
    per_turn: Money | None = None
    """new money each turn; without it 200 000 a month"""
    share_of_revenue: GrowingShare = 0.0
    """share of a turn's revenue that is added to the next turn's money"""
    carry_over: Kept = 1.0
    """how much of unspent money is kept: all, none, or a share"""


class Company(Block):
    """The players' own firm at the start."""

    name: Text = COMPANY.text
    """as shown to players"""
    awareness: BySegment = Field(default_factory=lambda: {"all": 0.10})
    """share of possible customers who know the brand"""
    customers: BySegment = Field(default_factory=lambda: {"all": 0.001})
    """share of possible customers who buy already"""
    goodwill: Share = 0.15
    """how well those who know the brand think of it"""
    satisfaction: Share = 0.60
    """of the customers at the start"""
    sales_capacity: Leads | None = None
    """marketing-qualified leads that sales can treat in a month"""
    demo_capacity: Leads | None = None
    """accepted leads a month that can be shown the product, at full effort"""
    response: Hours = float(_USUAL.response_hours[0])
    """time until a lead is called, without joint meetings"""
    leak: Share = float(_USUAL.leak[0])
    """share of leads that nobody ever calls, without joint meetings"""
    acceptance: Share = float(_USUAL.acceptance[0])
    """share of treated leads that sales accepts, without shared KPIs"""
    margin: Share = float(_USUAL.margin[0])
    """share of revenue left after variable cost"""


class SegmentEntry(Block):
    """A group of customers who buy alike."""

    name: Text = ""
    """as shown to players"""
    description: LongText = ""
    """who they are, in a sentence"""
    accounts: Accounts = 10_000
    """how many possible customers there are"""
    price: Money = 1_000.0
    """what one pays a month"""
    in_market: Share = 0.017
    """share of them looking for an offer in a usual month"""
    churn: Annotated[Share, Field(le=0.5)] = 0.012
    """share of customers who leave in a month when satisfaction is 70%"""
    cares_about: dict[Annotated[str, Ref("positioning")], Caring] = Field(default_factory=dict)
    """how much each message of 'positioning' matters to them: a lot, much, some, little"""
    deal_takes: Months = 2.76
    """from first talk to signature, on average"""
    effort: Effort = 1.0
    """how much of the sales team's time one lead takes"""


class LeverEntry(Block):
    """One budget line, as this scenario has it."""

    available: YesNo = True
    """no = this line does not exist here; 'seo: off' says the same"""
    unlock: Turn = 1
    """first turn in which money may be spent on it"""
    name: Text = ""
    """your own name for it"""
    description: LongText = ""
    """your own description"""
    reference: Money | None = None
    """money a month that reaches half of what the line can do"""
    limit: Money | None = None
    """most money in one turn"""
    effect: GrowingShare = 1.0
    """how well it works here: 100% is usual"""


Lever = Annotated[LeverEntry, BeforeValidator(off_or_entries)]


class BarPolicy(Block):
    """How strict a lead must be before it is handed to sales."""

    value: Share = 0.5
    """where it stands at the start: 0% takes everybody, 100% only the surest"""
    locked: YesNo = False
    """yes = nobody may change it"""


class FocusPolicy(Block):
    """How effort is shared over the segments."""

    value: dict[Annotated[str, Ref("segments")], Share] = Field(default_factory=dict)
    """a share for each segment; equal shares without it"""
    locked: YesNo = False
    """yes = nobody may change it"""


class PositioningPolicy(Block):
    """Which message the firm leads with."""

    value: Annotated[Text, Ref("positioning")] = ""
    """name of the message at the start; the first without it"""
    locked: YesNo = False
    """yes = nobody may change it"""


class Policies(Block):
    """The three decisions that cost no money."""

    qualification_bar: BarPolicy = BarPolicy()
    """how strict a lead must be before it is handed over"""
    segment_focus: FocusPolicy = FocusPolicy()
    """how effort is shared over the segments"""
    positioning: PositioningPolicy = PositioningPolicy()
    """which message the firm leads with"""


class RoleEntry(Block):
    """Who decides what, and sees what without collaboration."""

    available: YesNo = True
    """no = nobody plays this role here; 'manager: off' says the same"""
    name: Text = ""
    """as shown to players"""
    levers: list[Annotated[Text, Ref("levers_or_groups")]] | None = None
    """lines it spends on: names of levers, or marketing, sales, together"""
    policies: list[Policy] | None = None
    """policies it decides"""
    sees: list[Annotated[Text, Ref("measures")]] | None = None
    """measures it sees; everyone sees revenue, cash and spend"""
    budget_share: Share | None = None
    """share of the money when the role is played with partners"""


Role = Annotated[RoleEntry, BeforeValidator(off_or_entries)]


class CollaborationEntry(Block):
    """What one of the five "together" levers starts with and shows."""

    start_level: Annotated[Share, Field(le=0.95)] = 0.0
    """how far it is in use before the first turn"""
    reveals: list[Annotated[Text, Ref("measures")]] | None = None
    """measures that both sides see once the level is reached"""
    at_level: Annotated[Share, Field(le=0.95)] = 0.3
    """the level from which on it shows them"""


class Collaboration(Block):
    """How well marketing and sales work together at the start, and what that lets them see."""

    congruence: Share = 0.3
    """how much the two want the same at the start"""
    shared_vision: CollaborationEntry = CollaborationEntry()
    """congruence of goals"""
    joint_meetings: CollaborationEntry = CollaborationEntry()
    """regular talk; shows the other side's numbers"""
    cross_training: CollaborationEntry = CollaborationEntry()
    """skills on both sides; shows how busy each side is"""
    shared_kpis: CollaborationEntry = CollaborationEntry()
    """jointly owned measures; shows the rates at the handoff"""
    feedback_loops: CollaborationEntry = CollaborationEntry()
    """what sales hears; shows lead quality and reasons"""


class RivalEntry(Block):
    """A competitor, run by the computer."""

    name: Text = ""
    """as shown to players"""
    style: Style = "steady"
    """steady, cheap (loud and pushy), premium (brand and care), follower (copies you)"""
    budget: Money | None = None
    """money each turn; without it as much as you get"""
    awareness: BySegment = Field(default_factory=lambda: {"all": 0.15})
    """share of possible customers who know it at the start"""
    customers: BySegment = Field(default_factory=lambda: {"all": 0.0015})
    """share of possible customers who buy from it at the start"""
    goodwill: Share = 0.20
    """how well people think of it at the start"""
    price: GrowingShare = 1.0
    """its price against yours: 90% is a tenth cheaper"""


class World(Block):
    """What nobody in the game decides."""

    season: dict[Annotated[str, Ref("months")], GrowingShare] = Field(default_factory=dict)
    """demand of a month against a usual one: {december: 60%}"""
    demand_noise: Noise = 0.12
    """how much demand jumps by chance: calm, normal, rough"""


class ExpertEntry(Block):
    """A parameter of the market model, set by someone who has measured it."""

    value: Number
    """in the unit of the model"""
    unit: Text = ""
    """as the model counts it; checked against the model"""
    source: Text = ""
    """where the number comes from"""


Segments = dict[Name, SegmentEntry]
Levers = dict[Annotated[str, Ref("levers_or_others")], Lever]
Positioning = dict[Name, Text]
Roles = dict[Annotated[str, Ref("roles")], Role]
Rivals = dict[Name, RivalEntry]
Expert = dict[Annotated[str, Ref("parameters")], ExpertEntry]


class ScoreEntry(Block):
    """One line of the scorecard that both sides own."""

    measure: Annotated[Text, Ref("measures")] = ""
    """what is measured; without it the name of the entry"""
    target: Text = ""
    """the value that counts as reached"""
    weight: Share = 0.0
    """how much of the score it is; all weights make 100%"""
    at: At = "end"
    """read at the end, as the total over all turns, or as their mean"""


Scorecard = dict[str, ScoreEntry]
