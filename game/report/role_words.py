"""Who decides what at one table: the roles of a scenario as they are shared out there."""

from collections.abc import Collection, Iterator
from typing import Final

from game.market import GROUPS
from game.market.levers import Group
from game.report.names import role_description
from game.scenario.rules import RoleRule, Rules
from game.words import Sentence, sentence

_WORK: Final[dict[str, Sentence]] = {
    "marketing": sentence("You bring the people."),
    "sales": sentence("You win the deals."),
    "customer_voice": sentence("You speak for the customers."),
}

_MONEY: Final[dict[Group, Sentence]] = {
    "marketing": sentence("marketing's budget"),
    "sales": sentence("sales' budget"),
}

_POLICIES: Final[dict[str, Sentence]] = {
    "positioning": sentence("the message"),
    "qualification_bar": sentence("the qualification bar"),
    "segment_focus": sentence("whom to focus on"),
}


def role_words(rules: Rules, role: RoleRule, played: Collection[str]) -> Sentence:
    """Return what a role is for and what it decides where certain roles are played.

    Args:
        rules: the scenario; what it has fixed is nobody's to decide.
        role: one of its roles.
        played: keys of the roles that somebody plays, the computer included.

    """
    if role.key not in _WORK:
        return role_description(role.key)
    things = tuple(_things(rules, role, played))
    if not things:
        return _WORK[role.key]
    return sentence("{work} You decide about {things:list}.", work=_WORK[role.key], things=things)


def _things(rules: Rules, role: RoleRule, played: Collection[str]) -> Iterator[Sentence]:
    usable = {lever.key for lever in rules.levers if lever.available}
    lines = usable & set(role.levers)
    for group, money in _MONEY.items():
        if lines & set(GROUPS[group]):
            yield money
    for key, words in _POLICIES.items():
        if key in role.policies and _free(rules, key) and _last_word(rules, role, key, played):
            yield words
    joint = lines & set(GROUPS["together"])
    if joint and any(joint & set(other.levers) for other in rules.roles if other.key != role.key):
        yield sentence("your part of what is spent together")
    elif joint:
        yield sentence("what is spent together")


def _free(rules: Rules, key: str) -> bool:
    """Say whether a scenario leaves a policy to its players, with something to choose from."""
    free = rules.policies
    return {
        "positioning": free.positioning_free and len(rules.messages) > 1,
        "qualification_bar": free.bar_free,
        "segment_focus": free.focus_free and len(rules.segments) > 1,
    }[key]


def _last_word(rules: Rules, role: RoleRule, key: str, played: Collection[str]) -> bool:
    """Say whether a policy is this role's: of several that are played the last one decides."""
    keys = [each.key for each in rules.roles]
    later = rules.roles[keys.index(role.key) + 1 :]
    return not any(key in each.policies and each.key in played for each in later)
