"""What a scenario is, in a few figures: shown after "no problems", in lists and on the desk."""

from dataclasses import dataclass

from game.scenario.build import build_levers, estimated_minutes
from game.scenario.model import Scenario
from game.scenario.remarks import never_fires, unused_segments
from game.scenario.rules import Rules
from game.scenario.usual_words import firm_name, segment_name
from game.words import Sentence, counted, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A scenario at a glance."""

    turns: int
    one_turn_is: str
    minutes: int
    segments: tuple[Sentence, ...]  # as players read them
    rivals: tuple[Sentence, ...]
    levers: int  # that can ever be used
    events_possible: tuple[str, ...]  # keys
    events_impossible: tuple[str, ...]
    unused_segments: tuple[str, ...]


def build_facts(scenario: Scenario, rules: Rules) -> Facts:
    """Return the facts of a checked scenario."""
    never = tuple(key for key in scenario.events if never_fires(scenario, key))
    return Facts(
        turns=rules.turns,
        one_turn_is=rules.one_turn_is,
        minutes=estimated_minutes(scenario),
        segments=tuple(segment_name(rules, each) for each in range(len(rules.segments))),
        rivals=tuple(
            firm_name(rules, each) for each in range(rules.players, len(rules.firm_names))
        ),
        levers=sum(
            each.available and each.unlock_turn <= rules.turns for each in build_levers(scenario)
        ),
        events_possible=tuple(key for key in scenario.events if key not in never),
        events_impossible=never,
        unused_segments=unused_segments(scenario),
    )


def fact_sentences(facts: Facts) -> tuple[Sentence, ...]:
    """Return the facts as sentences."""
    said = [_length(facts)]
    said.append(counted("{count} lever", "{count} levers", facts.levers))
    said.append(sentence("segments: {names:list}", names=facts.segments))
    if facts.rivals:
        said.append(sentence("rivals: {names:list}", names=facts.rivals))
    if facts.events_possible:
        said.append(sentence("events that can happen: {names:list}", names=facts.events_possible))
    if facts.events_impossible:
        said.append(sentence("events that cannot: {names:list}", names=facts.events_impossible))
    if facts.unused_segments:
        said.append(sentence("unused segments: {names:list}", names=facts.unused_segments))
    return tuple(said)


def _length(facts: Facts) -> Sentence:
    match facts.one_turn_is:
        case "week":
            return sentence(
                "{turns} turns of a week, about {minutes} minutes",
                turns=facts.turns,
                minutes=facts.minutes,
            )
        case "quarter":
            return sentence(
                "{turns} turns of a quarter, about {minutes} minutes",
                turns=facts.turns,
                minutes=facts.minutes,
            )
        case _:
            return sentence(
                "{turns} turns of a month, about {minutes} minutes",
                turns=facts.turns,
                minutes=facts.minutes,
            )
