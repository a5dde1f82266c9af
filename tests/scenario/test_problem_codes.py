from pathlib import Path
from typing import get_args

import pytest

from game.scenario.checking import check
from game.scenario.problems import Code

HOSTILE = Path(__file__).parent / "hostile"

LINES = "title: A\n"
EVENT = "title: A\nevents:\n  e:\n    title: x\n"
SEGMENT = "title: A\nsegments:\n  offices: {accounts: 100}\n  labs: {accounts: 50"

EXAMPLES: dict[str, str] = {
    "too_large": "a: b\n" * 250_000,
    "too_many_entries": "a:\n" + "- b\n" * 20_001,
    "syntax": "title: ? b\n",
    "extends_too_deep": "extends: deeper\n",
    "nothing_to_remove": "extends: parent\nsummary:\n",
    "empty_value": "title: A\nsummary:\n",
    "no_space": "title:A\nlanguage: en\n",
    "dot_in_number": LINES + "budget: {per_turn: 60.000}\n",
    "too_long": f"title: {'A' * 201}\n",
    "too_many": LINES + "positioning:\n" + "".join(f"  m{i}: text\n" for i in range(9)),
    "too_few": LINES + "quiz:\n  q: {question: x, answers: {a: y}, right: a, why: z}\n",
    "percent_missing": LINES + "company: {goodwill: 40}\n",
    "not_whole": LINES + "turns: {count: 2.5}\n",
    "wrong_unit": LINES + "company: {response: 3 apples}\n",
    "bad_turn": LINES + "levers: {seo: {unlock: never}}\n",
    "unknown_measure": EVENT + "    when: [trun > 1]\n",
    "bad_effect": EVENT + "    affects: [everything -10%]\n",
    "effect_unit": EVENT + "    affects: [demand 10%]\n",
    "effect_where": EVENT + "    affects: [demand -10% for you]\n",
    "weights_sum": LINES + "scorecard: {satisfaction: {weight: 50%}, goodwill: {weight: 20%}}\n",
    "event_never": EVENT + "    when: [turn > 5, turn < 5]\n",
    "event_after_end": EVENT + "    when: [turn > 20]\n",
    "choice_unreachable": EVENT + "    choices: {a: {text: y}, b: {text: z, costs: 90M}}\n",
    "unlock_after_end": LINES + "levers: {seo: {unlock: turn 13}}\n",
    "lever_nobody_decides": LINES + "roles: {marketing: {levers: [sales]}}\n",
    "segment_unused": SEGMENT + ", in_market: 0%}\n",
    "hint_unheard": LINES + "hints: {a: {say: x, to: sales, when: [congruence < 20%]}}\n",
    "budget_zero": LINES + "budget: {per_turn: 0}\n",
    "expert_unit": LINES + "expert: {forgetting: {value: 0.3, unit: kg}}\n",
    "no_learning_goals": LINES,
    "unknown_term": LINES + "learning_goals: {a: {text: x, terms: [funnel, atribution]}}\n",
    "no_debrief": LINES,
    "price_zero": LINES + "segments: {a: {price: 0 EUR}}\n",
    "no_levers": LINES + "levers: {others: off}\n",
    "language_unspoken": LINES + "language: de\n",
    "message_alone": SEGMENT + ", cares_about: {m: a lot}}\npositioning: {m: text}\n",
    "unusual_length": LINES + "turns: {count: 2}\n",
}


def find(name: str) -> str | None:
    deep = {f"{'deeper' * n}": f"extends: {'deeper' * (n + 1)}\n" for n in range(1, 8)}
    return {"parent": "title: Parent\n", **deep}.get(name)


def hostile_codes() -> set[str]:
    found: set[str] = set()
    for path in HOSTILE.glob("*.yaml"):
        first = path.read_bytes().decode().splitlines()[0]
        found |= set(first.removeprefix("# expect: ").split(","))
    return found


@pytest.mark.parametrize("code", EXAMPLES)
def test_each_mistake_gets_its_code(code: str) -> None:
    problems = check(EXAMPLES[code], "example.yaml", find).problems
    assert code in [problem.code for problem in problems]


def test_every_code_is_shown_by_an_example() -> None:
    assert set(EXAMPLES) | hostile_codes() == set(get_args(Code))


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("weights_sum", "warning"),
        ("event_after_end", "warning"),
        ("no_learning_goals", "warning"),
        ("unknown_term", "warning"),
        ("lever_nobody_decides", "warning"),
        ("segment_unused", "warning"),
        ("hint_unheard", "warning"),
        ("choice_unreachable", "warning"),
        ("price_zero", "warning"),
        ("language_unspoken", "hint"),
        ("no_debrief", "hint"),
        ("unusual_length", "hint"),
    ],
)
def test_a_remark_stops_nobody_from_playing(code: str, severity: str) -> None:
    checked = check(EXAMPLES[code], "example.yaml", find)
    assert {each.severity for each in checked.problems if each.code == code} == {severity}
    assert checked.rules is not None


@pytest.mark.parametrize(
    "code",
    [
        *("event_after_end", "event_never", "budget_zero", "unlock_after_end", "price_zero"),
        "hint_unheard",
        "unknown_term",
        *("choice_unreachable", "no_levers", "message_alone", "language_unspoken"),
    ],
)
def test_a_remark_says_what_to_do(code: str) -> None:
    problems = check(EXAMPLES[code], "example.yaml", find).problems
    assert all(each.next_step is not None for each in problems if each.code == code)


def test_a_word_that_the_glossary_does_not_have_is_named_with_the_one_that_was_meant() -> None:
    text = LINES + "learning_goals:\n  a:\n    text: x\n    terms: [funnel, reponse_time]\n"
    (found,) = [
        each for each in check(text, "example.yaml", find).problems if each.code == "unknown_term"
    ]
    assert (found.line, found.place.column, found.suggestion) == (5, 21, "response_time")
    assert "reponse_time" in str(found.sentence)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title:\nlanguage: en\n", 1),
        ("language: en\ntitle: ''\n", 2),
        ("title: A\nevents:\n  e:\n    title:\n    chance: 20%\n", 4),
    ],
)
def test_a_title_with_nothing_in_it_is_one_problem(text: str, line: int) -> None:
    problems = check(text, "a.yaml").problems
    assert [(each.code, each.severity, each.line) for each in problems] == [
        ("empty_value", "error", line)
    ]


@pytest.mark.parametrize(
    ("given", "meant"), [("klingon", ""), ("German", "de"), ("DE", "de"), ("xx", "")]
)
def test_a_language_that_there_is_not_is_refused(given: str, meant: str) -> None:
    (error,) = check(f"{LINES}language: {given}\n", "a.yaml").errors
    assert (error.code, error.suggestion, error.line) == ("not_a_choice", meant, 2)


def test_a_language_of_the_game_deserves_no_remark() -> None:
    text = LINES + "language: pt_BR\n"
    codes = [each.code for each in check(text, "a.yaml", spoken=("en", "pt")).problems]
    assert "language_unspoken" not in codes


def test_all_problems_are_found_at_once_and_sorted_by_place() -> None:
    text = EVENT + "    chance: 120%\n    when: [trun > 1]\nturns: {count: x}\nbudgt: {}\n"
    errors = check(text, "a.yaml").errors
    assert [each.line for each in errors] == [5, 6, 7, 8]


def test_no_sentence_of_the_validation_library_gets_through() -> None:
    jargon = ("pydantic", "input should", "valid dictionary", "validation", "type=", "str_type")
    for path in HOSTILE.glob("*.yaml"):
        for problem in check(path.read_bytes().decode(), path.name).problems:
            said = f"{problem.sentence} {problem.next_step}".lower()
            assert not any(word in said for word in jargon), said
