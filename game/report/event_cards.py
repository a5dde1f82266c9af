"""Event cards: what happened, what it does in figures, and what can be answered."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Final

from game.market import LEVERS
from game.report.language import Language
from game.report.names import lever_names
from game.scenario.effects import TYPICAL_WIN_RATE
from game.scenario.rules import Choice, Effect, Rules
from game.scenario.usual_words import firm_name, segment_name
from game.session import EventView, PlayerView
from game.words import Sentence, counted, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCard:
    """One way to answer; the first one is taken where nobody answers."""

    key: str
    text: Sentence
    costs: float
    cost_note: Sentence | None  # "Costs € 12,000 (your share: € 7,200)"; None where it is free
    leaves: Sentence | None  # "Leaves you € 24,000 to spend"; None where that is not known
    does: Sentence | None  # "Churn: −10 % · Satisfaction: +2 pp, for 3 turns"; None for nothing
    affordable: bool
    chosen: bool
    is_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event on the table, or still at work."""

    key: str
    title: Sentence
    story: Sentence
    effects: tuple[Sentence, ...]
    new: bool
    waiting: bool  # a choice is due
    lasts: Sentence | None
    choices: tuple[ChoiceCard, ...]
    discuss: Sentence


def event_cards(rules: Rules, view: PlayerView, language: Language) -> tuple[EventCard, ...]:
    """Return a card for every event that acts now: what waits first, then what is new."""
    cards = [_card(rules, view, event, language) for event in view.events]
    return tuple(sorted(cards, key=lambda card: (not card.waiting, not card.new)))


def _card(rules: Rules, view: PlayerView, event: EventView, language: Language) -> EventCard:
    rule = next(each for each in rules.events if each.key == event.key)
    return EventCard(
        key=event.key,
        title=verbatim(event.title),
        story=verbatim(event.story),
        effects=tuple(effect_sentence(rules, each, language) for each in rule.effects),
        new=event.new,
        waiting=bool(event.new and event.choices and not event.chosen),
        lasts=_lasts(event.turns_left),
        choices=_choices(rules, view, event, rule.choices, language),
        discuss=verbatim(event.discuss),
    )


def _choices(
    rules: Rules,
    view: PlayerView,
    event: EventView,
    written: tuple[Choice, ...],
    language: Language,
) -> tuple[ChoiceCard, ...]:
    does = {choice.key: choice_sentence(rules, choice, language) for choice in written}
    leaves = {choice.key: _leaves(view, choice) for choice in written if not event.chosen}
    return tuple(
        ChoiceCard(
            key=choice.key,
            text=verbatim(choice.text),
            costs=choice.costs,
            cost_note=_cost(view, choice.costs, waits=not event.chosen),
            leaves=leaves.get(choice.key),
            does=does[choice.key],
            affordable=place == 0 or choice.costs <= view.purse,
            chosen=choice.key == event.chosen,
            is_default=place == 0,
        )
        for place, choice in enumerate(event.choices)
    )


def _cost(view: PlayerView, costs: float, *, waits: bool) -> Sentence | None:
    """Say what a choice costs the company and, while it waits, the seat that has a part of it."""
    if not costs:
        return None
    if not (waits and 0 < view.budget < view.purse - 0.5):
        return sentence("Costs {costs:money}", costs=costs)
    return sentence(
        "Costs {costs:money} (your share: {share:money})",
        costs=costs,
        share=costs * view.budget / view.purse,
    )


def _leaves(view: PlayerView, choice: Choice) -> Sentence | None:
    """Say what a choice leaves of the seat's money, or of the company's for a seat without any.

    The company pays, so each seat pays the part that it has of the money. None where the choice
    does more to the money than to cost some of it.
    """
    moved = any(effect.target in _MONEY for effect in choice.effects)
    if moved or choice.costs > view.purse:
        return None
    left = view.purse - choice.costs
    if view.budget <= 0:
        return sentence("Leaves the company {cash:money}", cash=left)
    mine = left * view.budget / view.purse if view.purse > 0 else 0.0
    return sentence("Leaves you {cash:money} to spend", cash=mine)


_MONEY: Final = frozenset({"cash", "budget"})
"""What effects of choices act on at once that is money."""


def choice_sentence(rules: Rules, choice: Choice, language: Language) -> Sentence | None:
    """Say in figures what a choice brings about; None where that is nothing but its cost."""
    said = [effect_sentence(rules, effect, language) for effect in choice.effects]
    if not said:
        return None
    together = reduce(lambda one, more: sentence("{one} · {more}", one=one, more=more), said)
    if choice.lasts_turns <= 1:
        return together
    return counted(
        "{effects}, for {count} turn",
        "{effects}, for {count} turns",
        choice.lasts_turns,
        effects=together,
    )


def _lasts(turns: int) -> Sentence | None:
    if turns <= 0:
        return None
    if turns == 1:
        return sentence("Ends with this turn")
    more = turns - 1
    return counted("In this turn and {count} more", "In this turn and {count} more", more)


def effect_sentence(rules: Rules, effect: Effect, language: Language) -> Sentence:
    """Say what an effect does, in figures: "Demand in Law firms: −20 %"."""
    what = _target(rules, effect)
    amount = _amount(effect, language)
    if effect.segment is not None:
        segment = segment_name(rules, effect.segment)
        what = sentence("{what} in {segment}", what=what, segment=segment)
    if effect.rival is not None:
        firm = firm_name(rules, effect.rival)
        return sentence("{what}, {firm}: {amount}", what=what, firm=firm, amount=amount)
    if effect.firms == "rivals":
        return sentence("{what}, rivals: {amount}", what=what, amount=amount)
    return sentence("{what}: {amount}", what=what, amount=amount)


def _target(rules: Rules, effect: Effect) -> Sentence:
    if effect.target == "lever" and effect.lever is not None:
        name = lever_names(rules)[LEVERS[effect.lever]]
        return sentence("Effect of {lever}", lever=name)
    return TARGET_NAMES[effect.target]


def _amount(effect: Effect, language: Language) -> str:
    if effect.operation == "times":
        return language.signed_share(effect.value - 1)
    return _ADDED.get(effect.target, Language.points)(language, effect.value)


def _win_chance(log_odds: float) -> float:
    """Return the relative change of a typical win rate, as the author of a scenario writes it."""
    typical = TYPICAL_WIN_RATE
    odds = typical / (1 - typical) * math.exp(log_odds)
    return odds / (1 + odds) / typical - 1


TARGET_NAMES: Final[dict[str, Sentence]] = {
    "demand": sentence("Demand"),
    "churn": sentence("Customers who leave"),
    "price": sentence("Prices"),
    "win_chance": sentence("Chance to win a deal"),
    "lever": sentence("Effect of every lever"),
    "sales_capacity": sentence("Sales' time for leads"),
    "demo_capacity": sentence("Time for demos"),
    "response_hours": sentence("Response time"),
    "leak": sentence("Leads that nobody calls"),
    "acceptance": sentence("Acceptance of leads"),
    "contentment": sentence("Contentment of customers"),
    "budget": sentence("Budget of a turn"),
    "satisfaction": sentence("Satisfaction"),
    "awareness": sentence("Awareness"),
    "goodwill": sentence("Goodwill"),
    "congruence": sentence("Common goals"),
    "credibility": sentence("Credibility"),
    "cash": sentence("Money in the bank"),
}
"""What events act on."""

_ADDED: Final[dict[str, Callable[[Language, float], str]]] = {
    "win_chance": lambda language, odds: language.signed_share(_win_chance(odds)),
    "cash": Language.signed_money,
    "budget": Language.signed_money,
    "price": Language.signed_money,
    "response_hours": lambda language, hours: language.change("hours", hours),
    "sales_capacity": Language.signed,
    "demo_capacity": Language.signed,
}
"""How an amount that is added reads; shares are said in percentage points."""
