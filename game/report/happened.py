"""What happened in a turn that has been played: its events, with their effects in figures."""

from dataclasses import dataclass

from game.report.event_cards import effect_sentence
from game.report.language import Language
from game.scenario.rules import Rules
from game.session import TurnView
from game.words import Sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One event of a played turn; ``effects`` are those that every answer had."""

    key: str
    title: Sentence
    effects: tuple[Sentence, ...]
    discuss: Sentence


def happened(rules: Rules, turn: TurnView, language: Language) -> tuple[Happened, ...]:
    """Return the events of a turn in the scenario's order; empty where nothing happened."""
    return tuple(
        Happened(
            key=event.key,
            title=verbatim(event.title),
            effects=tuple(effect_sentence(rules, each, language) for each in event.effects),
            discuss=verbatim(event.discuss),
        )
        for event in rules.events
        if event.key in turn.events
    )
