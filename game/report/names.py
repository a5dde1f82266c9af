"""What everything is called: one word per thing, for every surface.

Keys are fixed and never shown; ask here for the name of a lever, policy, group, measure, flow,
loss, role, stage, strategy or turn. An author's own name always goes before the usual one.
"""

from collections.abc import Callable, Collection
from typing import Final

from game.market import TurnLength
from game.report.language import Language
from game.report.lever_words import LEVER_WORDS, POLICY_WORDS, LeverWords
from game.report.measure_words import (
    FLOW_NAMES,
    LOSS_NAMES,
    MEASURE_WORDS,
    STAGE_NAMES,
)
from game.scenario.rules import RoleKey, RoleRule, Rules
from game.words import Sentence, counted, sentence, verbatim

GROUP_NAMES: Final[dict[str, Sentence]] = {
    "marketing": sentence("Marketing"),
    "sales": sentence("Sales"),
    "together": sentence("Together"),
}

GROUP_WORK: Final[dict[str, Sentence]] = {
    "marketing": sentence("marketing"),
    "sales": sentence("sales"),
    "together": sentence("working together"),
}
"""The groups within a sentence."""

GROUP_DESCRIPTIONS: Final[dict[str, Sentence]] = {
    "marketing": sentence("Makes people know you, want you and ask for you."),
    "sales": sentence("Talks to people, shows the product, closes deals and keeps customers."),
    "together": sentence("Makes marketing and sales work as one, so that less is lost between."),
}

ROLE_NAMES: Final[dict[str, Sentence]] = {
    "all": sentence("Everyone"),
    "marketing": sentence("Marketing lead"),
    "sales": sentence("Sales lead"),
    "manager": sentence("General manager"),
    "customer_voice": sentence("Voice of the customer"),
}

ROLE_DESCRIPTIONS: Final[dict[str, Sentence]] = {
    "all": sentence("You hold every role, decide about everything and see everything."),
    "marketing": sentence(
        "You bring the people: marketing's budget, the message, whom to focus on and your part of "
        "what is spent together."
    ),
    "sales": sentence(
        "You win the deals: sales' budget, the qualification bar and your part of what is spent "
        "together."
    ),
    "manager": sentence("You divide the money between the groups and make the prediction."),
    "customer_voice": sentence("You speak for the customers and decide whom to focus on."),
}

STRATEGY_NAMES: Final[dict[str, Sentence]] = {
    "steady": sentence("Even split"),
    "silo_marketing": sentence("Marketing first"),
    "silo_sales": sentence("Sales first"),
    "marketing_only": sentence("Marketing only"),
    "sales_only": sentence("Sales only"),
    "no_collaboration": sentence("Side by side"),
    "random": sentence("At random"),
    "greedy": sentence("One turn ahead"),
    "par": sentence("Par"),
}

STRATEGY_DESCRIPTIONS: Final[dict[str, Sentence]] = {
    "steady": sentence("The same amount on every lever, every turn."),
    "silo_marketing": sentence(
        "Most of the money for marketing, a low bar, nothing spent together."
    ),
    "silo_sales": sentence("Most of the money for sales, a high bar, nothing spent together."),
    "marketing_only": sentence("All the money for marketing."),
    "sales_only": sentence("All the money for sales."),
    "no_collaboration": sentence(
        "An even split over marketing and sales, and nothing spent together."
    ),
    "random": sentence("A new division of the money every turn, by chance."),
    "greedy": sentence("Looks one turn ahead and takes what is best for that turn alone."),
    "par": sentence("The best plan that was found by searching, knowing only what players know."),
}

DIFFICULTY_NAMES: Final[dict[int, Sentence]] = {
    1: sentence("Easy"),
    2: sentence("Medium"),
    3: sentence("Hard"),
}

_TURNS: Final[dict[TurnLength, Sentence]] = {
    "week": sentence("Week"),
    "month": sentence("Month"),
    "quarter": sentence("Quarter"),
}

ORGANIC: Final = sentence("By themselves")
"""The source of leads that no money brought."""


def lever_words(key: str) -> LeverWords:
    """Return everything that is said of a lever or policy; KeyError if there is none."""
    return LEVER_WORDS.get(key) or POLICY_WORDS[key]


def lever_name(key: str, own: str = "") -> Sentence:
    """Return a lever's name, the author's ``own`` one if there is one."""
    return verbatim(own) if own else LEVER_WORDS[key].name


def lever_description(key: str, own: str = "") -> Sentence:
    """Return what a lever does, in the author's ``own`` words if there are any."""
    return verbatim(own) if own else LEVER_WORDS[key].description


def lever_icon(key: str) -> str:
    """Return the Lucide icon of a lever or policy."""
    return lever_words(key).icon


def lever_names(rules: Rules) -> dict[str, Sentence]:
    """Return the names that all levers have in a scenario, in their order."""
    return {lever.key: lever_name(lever.key, lever.name) for lever in rules.levers}


def policy_name(key: str) -> Sentence:
    """Return a policy's name."""
    return POLICY_WORDS[key].name


def group_name(key: str) -> Sentence:
    """Return the name of a group of levers."""
    return GROUP_NAMES[key]


def group_description(key: str) -> Sentence:
    """Return what a group of levers is for."""
    return GROUP_DESCRIPTIONS[key]


def measure_name(key: str) -> Sentence:
    """Return a measure's name."""
    return MEASURE_WORDS[key].name


def measure_description(key: str) -> Sentence:
    """Return what a measure counts."""
    return MEASURE_WORDS[key].description


def measure_icon(key: str) -> str:
    """Return the Lucide icon of a measure."""
    return MEASURE_WORDS[key].icon


def stage_name(key: str) -> Sentence:
    """Return the name of a stage of the journey: aware, leads, mqls, … customers."""
    return STAGE_NAMES[key]


def flow_name(key: str) -> Sentence:
    """Return what happens to people in a flow, as it reads after their number."""
    return FLOW_NAMES[key]


def loss_name(key: str) -> Sentence:
    """Return the reason of a lost deal."""
    return LOSS_NAMES[key]


def source_name(key: str, own: str = "") -> Sentence:
    """Return where leads came from: a lever's name, or what came without money."""
    return ORGANIC if key == "organic" else lever_name(key, own)


def deciders(
    rules: Rules, seated: Collection[RoleKey], decides: Callable[[RoleRule], bool]
) -> tuple[Sentence, ...]:
    """Return the names of the roles that decide about something: of those that somebody plays.

    Args:
        rules: the scenario.
        seated: roles that somebody plays.
        decides: whether a role may.

    """
    may = [role for role in rules.roles if decides(role)]
    there = [role for role in may if role.key in seated]
    return tuple(role_name(role.key, role.name) for role in there or may)


def role_name(key: str, own: str = "") -> Sentence:
    """Return a role's name, the author's ``own`` one if there is one."""
    return verbatim(own) if own else ROLE_NAMES[key]


def role_description(key: str) -> Sentence:
    """Return what a role decides."""
    return ROLE_DESCRIPTIONS[key]


def strategy_name(key: str) -> Sentence:
    """Return a strategy's name, its key if somebody else wrote it."""
    return STRATEGY_NAMES.get(key) or verbatim(key)


def strategy_description(key: str) -> Sentence:
    """Return the idea of a strategy; nothing for one that somebody else wrote."""
    return STRATEGY_DESCRIPTIONS.get(key) or verbatim("")


def turn_length_name(length: TurnLength) -> Sentence:
    """Return "Week", "Month" or "Quarter"."""
    return _TURNS[length]


def turn_name(rules: Rules, turn: int) -> Sentence:
    """Return "Month 5"; "Start" for turn 0."""
    if turn == 0:
        return sentence("Start")
    if rules.one_turn_is == "week":
        return sentence("Week {turn}", turn=turn)
    if rules.one_turn_is == "quarter":
        return sentence("Quarter {turn}", turn=turn)
    return sentence("Month {turn}", turn=turn)


def turn_of(rules: Rules, turn: int) -> Sentence:
    """Return "Month 5 of 12"."""
    if rules.one_turn_is == "week":
        return sentence("Week {turn} of {turns}", turn=turn, turns=rules.turns)
    if rules.one_turn_is == "quarter":
        return sentence("Quarter {turn} of {turns}", turn=turn, turns=rules.turns)
    return sentence("Month {turn} of {turns}", turn=turn, turns=rules.turns)


def as_last_turn(rules: Rules) -> Sentence:
    """Return what the button says that repeats the last plan."""
    if rules.one_turn_is == "week":
        return sentence("As last week")
    if rules.one_turn_is == "quarter":
        return sentence("As last quarter")
    return sentence("As last month")


def turns_long(rules: Rules, count: int) -> Sentence:
    """Return "12 months"."""
    if rules.one_turn_is == "week":
        return counted("{count} week", "{count} weeks", count)
    if rules.one_turn_is == "quarter":
        return counted("{count} quarter", "{count} quarters", count)
    return counted("{count} month", "{count} months", count)


def turn_label(rules: Rules, turn: int, language: Language, *, short: bool = True) -> str:
    """Return what stands beneath a turn on an axis: "Apr" for a month, "W5", "Q2", "Start".

    Args:
        rules: the length of a turn, and the month the game starts in.
        turn: 0 is how the game began.
        language: names the months.
        short: False gives "April", "Week 5", "Quarter 2".

    """
    if turn > 0 and rules.one_turn_is == "month":
        return language.month(rules.start_month + turn - 1, short=short)
    if turn == 0 or not short:
        return language.say(turn_name(rules, turn))
    if rules.one_turn_is == "week":
        return language.say(sentence("W{turn}", turn=turn))
    return language.say(sentence("Q{turn}", turn=turn))
