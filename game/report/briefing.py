"""The briefing before a game: the story, the goals, the roles and the rules in five sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.market import GROUP_OF, GROUPS
from game.report.money import to_spend
from game.report.names import (
    GROUP_WORK,
    measure_description,
    measure_name,
    role_name,
    turns_long,
)
from game.report.role_words import role_words
from game.report.whole import whole_parts
from game.scenario.measures import MEASURES
from game.scenario.rules import RoleRule, Rules, ScoreRule
from game.session import PlayerView
from game.session.views import ALWAYS
from game.words import Sentence, counted, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One line of the scorecard: what to reach, and how much it counts."""

    key: str
    name: Sentence
    description: Sentence
    target: Sentence  # "€ 1,000,000 in all"
    weight: float  # share of the score


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a player should understand at the end."""

    text: Sentence
    measure: Sentence | None
    terms: tuple[str, ...]  # of the glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard:
    """One role: what it is for, what it decides, what it sees by itself."""

    key: str
    name: Sentence
    description: Sentence
    decides: Sentence
    sees: Sentence
    yours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that somebody should have read before the first turn."""

    title: Sentence
    summary: Sentence
    story: Sentence
    lessons: tuple[Lesson, ...]
    goals: tuple[Goal, ...]
    roles: tuple[RoleCard, ...]
    rules: tuple[Sentence, ...]


def briefing(rules: Rules, view: PlayerView, *, together: bool = False) -> Briefing:
    """Return the briefing.

    Args:
        rules: the scenario.
        view: of the seat that reads it; of all roles where it is read ``together``.
        together: whether several people read it, each of whom will hold one role.

    """
    return Briefing(
        title=verbatim(rules.title),
        summary=verbatim(rules.summary),
        story=verbatim(rules.story),
        lessons=tuple(
            Lesson(
                text=verbatim(goal.text),
                measure=measure_name(goal.measure) if goal.measure in MEASURES else None,
                terms=goal.terms,
            )
            for goal in rules.learning_goals
        ),
        goals=_goals(rules),
        roles=tuple(_role(rules, role, view) for role in rules.roles),
        rules=five_rules(rules, view, together=together),
    )


def five_rules(rules: Rules, view: PlayerView, *, together: bool = False) -> tuple[Sentence, ...]:
    """Return how this scenario is played, in five sentences."""
    return (
        _rule_of_turns(rules),
        _rule_of_money(rules, view),
        _rule_of_time(rules),
        _RULE_OF_THE_ROUND if together else _rule_of_sight(rules, view),
        _rule_of_score(rules),
    )


def _rule_of_turns(rules: Rules) -> Sentence:
    rivals = len(rules.rivals)
    length = turns_long(rules, rules.turns)
    if rivals:
        return counted(
            "You lead one firm for {length}; {count} rival wants the same customers.",
            "You lead one firm for {length}; {count} rivals want the same customers.",
            rivals,
            length=length,
        )
    return sentence("You lead one firm for {length}.", length=length)


def _rule_of_money(rules: Rules, view: PlayerView) -> Sentence:
    budget = view.budget if view.turn == 1 else float(rules.params.allowance[view.seat.firm])
    names = _groups(lever.key for lever in view.levers if lever.mine and lever.available)
    if not names:
        return sentence("Your role has no money of its own: the others divide the budget.")
    share = to_spend(rules, view).share
    amount = sentence("{budget:money}", budget=budget)
    if share < 1:
        amount = sentence(
            "{share:share} of the team's money, {budget:money}", share=share, budget=budget
        )
    if len(names) == 1:
        return sentence(
            "Every turn you have a budget, {budget} to begin with, for {group}; "
            "what you do not spend stays in the bank.",
            budget=amount,
            group=names[0],
        )
    return sentence(
        "Every turn you divide one budget, {budget} to begin with, between {groups:list}; "
        "what you do not spend stays in the bank.",
        budget=amount,
        groups=names,
    )


def _groups(levers: Iterable[str]) -> tuple[Sentence, ...]:
    """Return what is worked on by some lines of the board, each kind of work once."""
    groups = {GROUP_OF[lever] for lever in levers}
    return tuple(GROUP_WORK[group] for group in GROUPS if group in groups)


def _rule_of_time(rules: Rules) -> Sentence:
    if any(lever.unlock_turn > 1 for lever in rules.levers if lever.available):
        return sentence(
            "Some things work at once and others only after a while, and new lines open as the "
            "game goes on."
        )
    return sentence(
        "Some things work at once and fade, others grow slowly and last: look at the course of a "
        "figure, not at one turn."
    )


_RULE_OF_THE_ROUND: Final = sentence(
    "The machine goes round: each of you sees and plans what the role allows, money spent on "
    "working together shows you the others' figures, and the results you see together."
)


def _rule_of_sight(rules: Rules, view: PlayerView) -> Sentence:
    if view.seat.role == "all" or not rules.reveals:
        return sentence(
            "Marketing brings people and sales wins them, and many are lost between the two: watch "
            "the handoff."
        )
    return sentence(
        "Your role sees its own figures only; money spent on working together shows you the "
        "other side's."
    )


def _rule_of_score(rules: Rules) -> Sentence:
    heaviest = sorted(rules.scorecard, key=lambda rule: -rule.weight)[:3]
    names = tuple(goal_name(rule.measure, rule.at) for rule in heaviest)
    return sentence(
        "Before each turn you predict how many deals you will win; these count most at the end: "
        "{measures:list}.",
        measures=names,
    )


def _goals(rules: Rules) -> tuple[Goal, ...]:
    """Return the goals; their weights in whole percent, which add up to 100."""
    weights = whole_parts([100 * rule.weight for rule in rules.scorecard], 100.0)
    rows = zip(rules.scorecard, weights, strict=True)
    return tuple(_goal(rule, weight / 100) for rule, weight in rows)


def _goal(rule: ScoreRule, weight: float) -> Goal:
    return Goal(
        key=rule.measure,
        name=goal_name(rule.measure, rule.at),
        description=measure_description(rule.measure),
        target=target_sentence(rule.measure, rule.target, rule.at),
        weight=weight,
    )


def goal_name(measure: str, at: str) -> Sentence:
    """Return what a goal is about: bookings, where all bookings so far are asked for at the end."""
    return measure_name(measure.removeprefix(_SO_FAR) if at == "end" else measure)


def target_sentence(measure: str, target: float, at: str) -> Sentence:
    """Return a target with its unit: "62 % at the end", "at most 24 h on average"."""
    amount = _AMOUNTS[MEASURES[measure].kind](target)
    if MEASURES[measure].better < 0:
        amount = sentence("at most {amount}", amount=amount)
    if at == "total" or (at == "end" and measure.startswith(_SO_FAR)):
        return sentence("{amount} in all", amount=amount)
    if at == "mean":
        return sentence("{amount} on average", amount=amount)
    return sentence("{amount} at the end", amount=amount)


_SO_FAR: Final = "total_"
"""Begin of the names of measures that add up what another measure was in each turn."""

_AMOUNTS: Final = {
    "money": lambda value: sentence("{amount:money}", amount=value),
    "share": lambda value: sentence("{amount:share}", amount=value),
    "hours": lambda value: sentence("{amount:hours}", amount=value),
    "people": lambda value: sentence("{amount:number}", amount=value),
    "ratio": lambda value: sentence("{amount:decimal}", amount=value),
    "turn": lambda value: sentence("{amount:number}", amount=value),
}
"""A number with the kind of its measure."""


def _role(rules: Rules, role: RoleRule, view: PlayerView) -> RoleCard:
    everybody = tuple(each.key for each in rules.roles)
    return RoleCard(
        key=role.key,
        name=role_name(role.key, role.name),
        description=role_words(rules, role, everybody if "all" in view.seated else view.seated),
        decides=_decides(role),
        sees=_sees(role),
        yours=view.seat.role == role.key,
    )


def _sees(role: RoleRule) -> Sentence:
    own = tuple(measure_name(key) for key in MEASURES if key in role.sees and key not in ALWAYS)
    if not own:
        return sentence("Sees what everybody sees")
    return sentence("Sees from the start: {measures:list}", measures=own)


def _decides(role: RoleRule) -> Sentence:
    groups = _groups(role.levers)
    if not groups:
        return sentence("Has no lines of its own to spend on")
    return sentence("Spends on: {groups:list}", groups=groups)
