"""What a scenario file holds: the whole of it, and the half about people, news and learning."""

from typing import Annotated

from pydantic import Field

from game.scenario.blocks import (
    Budget,
    Collaboration,
    Company,
    Expert,
    Levers,
    Policies,
    Positioning,
    Rivals,
    Roles,
    Scorecard,
    Segments,
    Turns,
    World,
)
from game.scenario.fields import (
    Affects,
    Block,
    Currency,
    Difficulty,
    FormatNumber,
    Headline,
    LanguageCode,
    Lasting,
    LongText,
    Minutes,
    Money,
    Name,
    Ref,
    Share,
    Teams,
    Text,
    To,
    When,
    Worlds,
    YesNo,
)

FORMAT = 1
"""The newest ``scenario_format``."""


class Goal(Block):
    """Something a player should understand at the end."""

    text: LongText
    """the goal, as you would say it"""
    measure: Annotated[Text, Ref("measures")] = ""
    """the measure that shows it"""
    terms: list[Text] = Field(default_factory=list)
    """words of the glossary that belong to it"""


class ChoiceEntry(Block):
    """One way to answer an event."""

    text: LongText
    """what the players read"""
    affects: list[Affects] = Field(default_factory=list)
    """what it changes; it meets the firm that chose it"""
    lasts_turns: Lasting = 1
    """for how many turns"""
    costs: Money = 0.0
    """taken from the bank at once"""


class EventEntry(Block):
    """Something that may happen at the start of a turn."""

    title: Headline
    """headline of the card"""
    story: LongText = ""
    """what happened, in two or three sentences"""
    when: list[When] = Field(default_factory=list)
    """conditions; all of them must hold"""
    chance: Share = 1.0
    """chance in each turn in which the conditions hold"""
    segment: Annotated[Text, Ref("segments")] = ""
    """the segment it is about; without it all"""
    affects: list[Affects] = Field(default_factory=list)
    """what it changes; it meets all firms unless an effect says for whom"""
    lasts_turns: Lasting = 1
    """for how many turns"""
    repeats: YesNo = False
    """yes = it may happen again after it is over"""
    choices: Annotated[dict[Name, ChoiceEntry], Field(max_length=6)] = Field(default_factory=dict)
    """ways to answer; the first is taken where nobody chooses"""
    discuss: LongText = ""
    """a question for the debrief"""


class HintEntry(Block):
    """Advice with its reason, given when it is needed."""

    when: list[When] = Field(default_factory=list)
    """conditions; all of them must hold"""
    say: LongText
    """the advice, with its reason"""
    to: To = "all"
    """the role that hears it; where nobody has that role, everybody does"""
    unseen: list[Annotated[Text, Ref("measures")]] = Field(default_factory=list)
    """measures: it is said only to who does not see them, and not once they are shown"""


class QuizEntry(Block):
    """A question asked before and after the game."""

    question: LongText
    """the question"""
    answers: Annotated[dict[Name, Text], Field(min_length=2, max_length=6)]
    """named answers: {a: …, b: …}"""
    right: Annotated[Text, Ref("answers")]
    """name of the right answer"""
    why: LongText
    """the reason, shown afterwards"""


class RunEntry(Block):
    """One run of a workshop that plays the scenario more than once."""

    turns: Lasting | None = None
    """how many turns this run has; without it all"""
    locked: list[Annotated[Text, Ref("levers_or_groups")]] = Field(default_factory=list)
    """levers or groups nobody may use in this run"""
    notes: LongText = ""
    """what the trainer says before it"""


class Workshop(Block):
    """How several teams play it in one room."""

    worlds: Worlds = "parallel"
    """parallel: each team has its own market; shared: the teams are rivals"""
    teams: Teams = 4
    """how many firms of players a shared market has"""
    runs: dict[Name, RunEntry] = Field(default_factory=dict)
    """runs one after the other; without them one of all turns"""


class BestBar(Block):
    """Between which bounds the best qualification bar is."""

    at_least: Share | None = None
    """it is this strict or stricter"""
    at_most: Share | None = None
    """it is no stricter than this"""


class ExpectsEntry(Block):
    """What you claim the scenario teaches; 'balance' proves or refutes it."""

    ranking: list[Annotated[Text, Ref("strategies")]] = Field(default_factory=list)
    """strategies from best to worst"""
    largest_lever_share: Share | None = None
    """no lever gets more of the budget than this in the best plan"""
    collaboration_earns: Share | None = None
    """the result falls by at least this without collaboration"""
    most_missed: list[Annotated[Text, Ref("levers")]] = Field(default_factory=list)
    """levers among the five without which the best plan loses most"""
    spent_early: list[Annotated[Text, Ref("levers")]] = Field(default_factory=list)
    """levers that get more in the first half of the best plan than in the second"""
    best_bar: BestBar = BestBar()
    """how strict the qualification bar of the best plan is"""
    best_message: Annotated[Text, Ref("positioning")] = ""
    """the message with which the best plan does best"""
    best_focus: Annotated[Text, Ref("segments")] = ""
    """the segment that gets most effort in the best plan"""


class Scenario(Block):
    """A scenario of Handoff. Only 'title' is needed; everything else has a default that plays."""

    scenario_format: FormatNumber = FORMAT
    """version of this file format"""
    title: Headline
    """name of the scenario"""
    extends: Text = ""
    """name of a scenario that this one changes: of the same folder, or one of the game's own"""
    summary: LongText = ""
    """what it is about, in a sentence or two"""
    story: LongText = ""
    """the briefing players read at the start"""
    language: LanguageCode = "en"
    """language the texts are written in: en, de, …"""
    currency: Currency = "EUR"
    """the one currency of all amounts"""
    for_players: Text = ""
    """who it is made for"""
    minutes: Minutes | None = None
    """how long it takes; estimated without it"""
    difficulty: Difficulty = "medium"
    """easy, medium or hard"""
    learning_goals: dict[Name, Goal] = Field(default_factory=dict)
    """what players should understand at the end"""
    turns: Turns = Turns()
    """how many turns there are and how long one is"""
    budget: Budget = Budget()
    """the money"""
    company: Company = Company()
    """your firm at the start"""
    segments: Annotated[Segments, Field(max_length=12)] = Field(default_factory=dict)
    """groups of customers; four usual ones without it"""
    levers: Levers = Field(default_factory=dict)
    """budget lines: all sixteen without it; 'others' stands for all that are not named"""
    policies: Policies = Policies()
    """decisions that cost no money"""
    positioning: Annotated[Positioning, Field(max_length=8)] = Field(default_factory=dict)
    """messages the firm can lead with"""
    roles: Roles = Field(default_factory=dict)
    """who decides and sees what"""
    collaboration: Collaboration = Collaboration()
    """how well the two sides work together at the start"""
    rivals: Annotated[Rivals, Field(max_length=8)] | None = None
    """competitors; three usual ones without it, 'rivals: {}' for none"""
    world: World = World()
    """season and chance"""
    events: Annotated[dict[Name, EventEntry], Field(max_length=100)] = Field(default_factory=dict)
    """what may happen"""
    scorecard: Scorecard = Field(default_factory=dict)
    """what counts; five usual lines without it"""
    hints: Annotated[dict[Name, HintEntry], Field(max_length=100)] = Field(default_factory=dict)
    """advice"""
    quiz: Annotated[dict[Name, QuizEntry], Field(max_length=30)] = Field(default_factory=dict)
    """questions before and after"""
    debrief: list[LongText] = Field(default_factory=list)
    """questions to discuss at the end"""
    workshop: Workshop = Workshop()
    """how several teams play it"""
    expert: Expert = Field(default_factory=dict)
    """parameters of the market model, by name"""
    expects: ExpectsEntry = ExpectsEntry()
    """what the author claims"""
