"""Text in, rules or problems out: the whole way of a scenario file, with all problems at once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import ValidationError

from game.errors import ScenarioInvalid
from game.scenario import usual
from game.scenario.build import build_rules
from game.scenario.facts import Facts, build_facts
from game.scenario.family import Find, no_family, read_family, split_name
from game.scenario.findings import model_problems, reference_problems
from game.scenario.formats import convert
from game.scenario.model import Scenario
from game.scenario.problems import Problem, in_order
from game.scenario.reader import DEEPEST, LARGEST, best_parser
from game.scenario.remarks import cross_errors, effect_errors, language_remarks, remarks
from game.scenario.rules import Rules
from game.scenario.shape import shape_of
from game.scenario.tree import Node, Raw, grown, plain
from game.words import Sentence, counted, sentence

MOST_SHOWN: Final = 200
"""Problems of one file that are reported; a file with more has one cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A scenario file, checked.

    Attributes:
        problems: everything found, sorted by place.
        scenario: what the file says; None if it has errors.
        rules: ready to be played; None if it has errors.
        facts: at a glance; None if it has errors.

    """

    problems: tuple[Problem, ...]
    scenario: Scenario | None = None
    rules: Rules | None = None
    facts: Facts | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop it from being played."""
        return tuple(each for each in self.problems if each.severity == "error")


def check(
    text: str,
    file_name: str,
    find: Find = no_family,
    parser: Any = best_parser,
    *,
    known: Sequence[str] = (),
    spoken: Sequence[str] = ("en",),
) -> Checked:
    """Check a scenario file and build it if it has no errors.

    Args:
        text: of the file.
        file_name: as it is shown to people; its folder and ending are cut off for its name.
        find: returns the text of another scenario of the folder, for ``extends``.
        parser: makes the source of YAML events.
        known: names of the scenarios that ``find`` finds.
        spoken: codes of the languages the game itself speaks.

    """
    root, problems = read_family(text, file_name, find, parser, known)
    if root is None:
        return Checked(problems=_sorted(problems))
    checked = _check_tree(root, problems, split_name(file_name)[1])
    if checked.scenario is None:
        return checked
    unspoken = language_remarks(checked.scenario, root, spoken)
    return replace(checked, problems=_sorted([*checked.problems, *unspoken]))


def load(text: str, name: str, find: Find = no_family, file_name: str = "") -> Rules:
    """Return the rules of a scenario.

    Args:
        text: of its file.
        name: of its file, without ending.
        find: for ``extends``.
        file_name: as problems name it; "" = the name with its usual ending.

    Raises:
        ScenarioInvalid: if it has errors; it carries all problems.

    """
    return _rules_or_raise(check(text, file_name or f"{name}.yaml", find), name)


def rules_from_source(source: str, name: str) -> Rules:
    """Return rules from what ``Rules.source`` held, as a save keeps it.

    Raises:
        ScenarioInvalid: if it is damaged.

    """
    try:
        raw = json.loads(source) if len(source) <= 2 * LARGEST else None
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict) or not _is_raw(raw, DEEPEST):
        words = sentence("The scenario '{name}' inside this save is damaged.", name=name)
        raise ScenarioInvalid("source_damaged", words)
    root = grown(raw, f"{name}.yaml")
    outdated = convert(root)
    if outdated is not None:
        return _rules_or_raise(Checked(problems=(outdated,)), name)
    return _rules_or_raise(_check_tree(root, [], name), name)


def _is_raw(value: object, levels: int) -> bool:
    if isinstance(value, dict):
        return levels > 0 and all(_is_raw(each, levels - 1) for each in value.values())
    if isinstance(value, list):
        return levels > 0 and all(_is_raw(each, levels - 1) for each in value)
    return value is None or isinstance(value, str)


def canonical(raw: Raw) -> str:
    """Return bare values as JSON that is the same for the same scenario; order has a meaning."""
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def _check_tree(root: Node, problems: list[Problem], name: str) -> Checked:
    shape = shape_of(Scenario)
    problems = [*problems, *reference_problems(root, shape, usual.NAMES)]
    raw = plain(root)
    try:
        scenario = Scenario.model_validate(raw, context=_context(root))
    except ValidationError as error:
        problems += model_problems(error, root, shape)
        wrong = {(each.place, each.code) for each in problems if each.severity == "error"}
        # That a default is used is not true of what has none.
        problems = [
            each
            for each in problems
            if each.severity == "error" or (each.place, each.code) not in wrong
        ]
        return Checked(problems=_sorted(problems))
    if not _any_error(problems):
        problems += [*cross_errors(scenario, root)]
    if _any_error(problems):
        return Checked(problems=_sorted(problems))
    rules = build_rules(scenario, name, canonical(raw))
    problems += effect_errors(scenario, root, rules.params)
    if _any_error(problems):
        return Checked(problems=_sorted(problems))
    problems += remarks(scenario, root)
    return Checked(
        problems=_sorted(problems),
        scenario=scenario,
        rules=rules,
        facts=build_facts(scenario, rules),
    )


def _context(root: Node) -> dict[str, object]:
    """Return what single values need to know of the whole: its currency, its names."""
    currency = root.child("currency")
    written = currency.text.strip().upper() if currency is not None else ""
    # A currency that is none is one problem, and not one for every amount.
    known: dict[str, object] = {"currency": written if len(written) == 3 else "EUR"}
    for block in ("segments", "rivals"):
        node = root.child(block)
        known[block] = usual.NAMES[block] if node is None else tuple(node.entries)
    return known


def _any_error(problems: list[Problem]) -> bool:
    return any(each.severity == "error" for each in problems)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=in_order)[:MOST_SHOWN])


def _rules_or_raise(checked: Checked, name: str) -> Rules:
    if checked.rules is not None:
        return checked.rules
    errors = checked.errors
    raise ScenarioInvalid(errors[0].code, _summary(errors, name), checked.problems)


def _summary(errors: tuple[Problem, ...], name: str) -> Sentence:
    first, more = errors[0], len(errors) - 1
    place = f"{first.file}:{first.line}"
    if more:
        return counted(
            "The scenario '{name}' cannot be played: {problem} ({place}), and {count} more error.",
            "The scenario '{name}' cannot be played: {problem} ({place}), and {count} more errors.",
            more,
            name=name,
            problem=first.sentence,
            place=place,
        )
    return sentence(
        "The scenario '{name}' cannot be played: {problem} ({place}).",
        name=name,
        problem=first.sentence,
        place=place,
    )
