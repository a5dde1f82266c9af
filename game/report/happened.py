"""What happened in a turn that has been played: its events, with their effects in figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.report.event_cards import choice_sentence, effect_sentence
from game.report.language import Language
from game.scenario.rules import EventRule, Rules
from game.session import TurnView
from game.words import Sentence, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One event of a played turn; ``effects`` are those that every answer had.

    ``answer`` is what the firm decided ("You decided: “Pay it ourselves.”"), ``brought`` what that
    did in figures; None where there was nothing to decide, or where it did nothing.
    """

    key: str
    title: Sentence
    effects: tuple[Sentence, ...]
    discuss: Sentence
    answer: Sentence | None = None
    brought: Sentence | None = None


def happened(
    rules: Rules, turn: TurnView, language: Language, given: Mapping[str, str] | None = None
) -> tuple[Happened, ...]:
    """Return the events of a turn in the scenario's order; empty where nothing happened.

    Args:
        rules: the scenario.
        turn: that was played.
        language: says the effects' figures.
        given: the key of the answer that the firm gave to each event, by the event's key.

    """
    return tuple(
        Happened(
            key=event.key,
            title=verbatim(event.title),
            effects=tuple(effect_sentence(rules, each, language) for each in event.effects),
            discuss=verbatim(event.discuss),
            **_answered(rules, event, (given or {}).get(event.key, ""), language),
        )
        for event in rules.events
        if event.key in turn.events
    )


def _answered(
    rules: Rules, event: EventRule, key: str, language: Language
) -> dict[str, Sentence | None]:
    choice = next((each for each in event.choices if each.key == key), None)
    if choice is None:
        return {}
    answer = choice.text.rstrip(".")
    said = sentence("You decided: “{answer}”", answer=answer)
    if choice.costs:
        said = sentence(
            "You decided: “{answer}”, for {costs:money}", answer=answer, costs=choice.costs
        )
    return {"answer": said, "brought": choice_sentence(rules, choice, language)}
