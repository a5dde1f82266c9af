"""``scenarios``: what can be played, as a table or JSON."""

import json
import sys
from typing import Any

from game.cli.setup import Setup
from game.errors import HandoffError
from game.report.names import DIFFICULTY_NAMES, turns_long
from game.scenario.rules import Rules
from game.storage.scenarios import ScenarioFile, list_scenarios, load_scenario
from game.words import Sentence, counted, sentence, verbatim


def show_scenarios(setup: Setup, *, as_json: bool) -> None:
    """Print the shelf; a scenario that cannot be read is listed with the reason."""
    shelf = [(each, _read(setup, each)) for each in list_scenarios(setup.places)]
    if as_json:
        facts = [_facts(setup, file, rules) for file, rules in shelf]
        sys.stdout.write(json.dumps(facts, ensure_ascii=False, indent=1) + "\n")
        return
    from game.cli.tables import new_console, table_of  # rich is slow to come

    if not shelf:
        setup.remark(sentence("No scenario was found. Install Handoff again."))
        return
    say = setup.language.say
    heads = [sentence("Name"), sentence("Title"), sentence("Length"), sentence("Difficulty")]
    rows = [[say(cell) for cell in _cells(file, rules)] for file, rules in shelf]
    new_console().print(table_of([say(head) for head in heads], rows, left=4))


def _read(setup: Setup, file: ScenarioFile) -> Rules | Sentence:
    try:
        return load_scenario(setup.places, str(file.path), room=True)
    except HandoffError as error:
        return error.sentence


def _cells(file: ScenarioFile, rules: Rules | Sentence) -> tuple[Sentence, ...]:
    name = verbatim(file.name)
    if isinstance(rules, Sentence):
        return name, rules, sentence("–"), sentence("–")
    length = sentence(
        "{turns}, about {minutes}",
        turns=turns_long(rules, rules.turns),
        minutes=counted("{count} minute", "{count} minutes", rules.minutes),
    )
    title = verbatim(rules.title)
    return name, title, length, DIFFICULTY_NAMES[rules.difficulty]


def _facts(setup: Setup, file: ScenarioFile, rules: Rules | Sentence) -> dict[str, Any]:
    facts: dict[str, Any] = {"name": file.name, "path": str(file.path), "shipped": file.shipped}
    if isinstance(rules, Sentence):
        return facts | {"problem": setup.language.say(rules)}
    return facts | {
        "title": rules.title,
        "summary": rules.summary,
        "language": rules.language,
        "currency": rules.currency,
        "turns": rules.turns,
        "one_turn_is": rules.one_turn_is,
        "minutes": rules.minutes,
        "difficulty": rules.difficulty,
        "for_players": rules.for_players,
        "players": rules.players,
        "roles": [role.key for role in rules.roles],
        "segments": [segment.key for segment in rules.segments],
        "levers": [lever.key for lever in rules.levers if lever.available],
        "rivals": [rival.key for rival in rules.rivals],
        "events": len(rules.events),
        "learning_goals": [goal.text for goal in rules.learning_goals],
    }
