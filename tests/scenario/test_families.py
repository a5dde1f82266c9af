from itertools import pairwise

import pytest

from game.errors import ScenarioInvalid
from game.scenario.checking import Checked, check, load, rules_from_source
from game.scenario.rules import Rules
from game.scenario.tree import Node

PARENT = """
title: Parent
budget: {per_turn: 100k}
rivals:
  one: {budget: 10k}
  two: {budget: 20k}
debrief: [first, second]
events:
  storm: {title: Storm, chance: 50%, affects: [demand -20%]}
"""


def child(text: str) -> Checked:
    return check(f"extends: parent\n{text}", "folder/child.yaml", {"parent": PARENT}.get)


def variant(text: str) -> Rules:
    rules = child(text).rules
    assert rules is not None
    return rules


def test_a_variant_changes_only_what_it_names() -> None:
    rules = variant("title: Child\nrivals: {two: {budget: 99k}}\n")
    assert rules.title == "Child"
    assert rules.name == "child"
    assert [(each.key, each.budget) for each in rules.rivals] == [("one", 10_000), ("two", 99_000)]


def test_lists_are_replaced() -> None:
    assert variant("debrief: [other]\n").debrief == ("other",)


def test_a_name_with_nothing_after_the_colon_takes_the_parents_entry_away() -> None:
    rules = variant("rivals: {one: }\nevents: {storm: {chance: }}\n")
    assert [each.key for each in rules.rivals] == ["two"]
    assert rules.events[0].chance == 1.0


def test_taking_away_what_is_not_there_is_said() -> None:
    problem = next(each for each in child("rivals: {three: }\n").problems if each.line == 2)
    assert (problem.code, problem.severity) == ("nothing_to_remove", "warning")


def test_nothing_in_a_file_of_its_own_is_a_default_with_a_hint() -> None:
    checked = check("title: A\nsummary:\n", "a.yaml")
    assert checked.rules is not None
    assert ("empty_value", 2) in [(each.code, each.line) for each in checked.problems]


def test_no_entries_at_all_replace_the_parents() -> None:
    assert variant("rivals: {}\n").rivals == ()


def test_a_problem_points_to_the_file_its_line_stands_in() -> None:
    broken = PARENT.replace("demand -20%", "demnad -20%")
    checked = check(
        "extends: parent\nturns: {count: x}\n", "folder/child.yaml", {"parent": broken}.get
    )
    places = {(each.file, each.line) for each in checked.errors}
    assert places == {("folder/child.yaml", 2), ("folder/parent.yaml", 9)}


def test_scenarios_may_be_five_generations_deep_and_no_deeper() -> None:
    names = [f"g{number}" for number in range(8)]
    family = {name: f"extends: {above}\n" for name, above in pairwise(names)}
    family["g5"] = "title: Root\n"
    assert load(family["g0"], "g0", family.get).title == "Root"
    family["g5"], family["g6"] = "extends: g6\n", "title: Root\n"
    assert check(family["g0"], "g0.yaml", family.get).errors[0].code == "extends_too_deep"


def test_a_circle_is_named() -> None:
    family = {"a": "extends: b\n", "b": "extends: a\n"}
    problem = check(family["a"], "a.yaml", family.get).errors[0]
    assert problem.code == "extends_circle"
    assert "a → b → a" in str(problem.sentence)


def test_an_ending_on_the_parents_name_is_taken_off() -> None:
    problem = check("extends: parent.yaml\n", "a.yaml", {"parent": PARENT}.get).errors[0]
    assert (problem.code, problem.suggestion) == ("parent_unknown", "parent")


def test_a_saved_source_needs_no_parent_and_gives_the_same_rules() -> None:
    rules = variant("title: Child\nrivals: {one: }\n")
    again = rules_from_source(rules.source, "child")
    assert again.source == rules.source
    assert repr(again) == repr(rules)
    assert (again.params.price == rules.params.price).all()


@pytest.mark.parametrize(
    "source",
    [
        "",
        "nonsense",
        "[]",
        "null",
        '{"title": 5}',
        '{"title": "A", "turns": "x"}',
        "{}",
        "[" * 9_999,
    ],
)
def test_a_damaged_source_is_refused(source: str) -> None:
    with pytest.raises(ScenarioInvalid):
        rules_from_source(source, "saved")


def test_loading_says_the_first_problem_and_how_many_more() -> None:
    with pytest.raises(ScenarioInvalid) as caught:
        load("titel: A\nturns: {count: x}\nbudget: {start: y}\n", "mine")
    assert "'titel' is not known here (mine.yaml:1), and 2 more errors" in str(caught.value)
    assert len(caught.value.problems) == 3


def test_an_old_format_is_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(root: Node) -> None:
        root.entries["title"] = root.entries.pop("name")

    monkeypatch.setattr("game.scenario.formats.CONVERSIONS", {0: rename})
    assert load("scenario_format: 0\nname: Old\n", "old").title == "Old"


def test_a_format_that_never_was_is_refused() -> None:
    assert check("scenario_format: 0\ntitle: A\n", "a.yaml").errors[0].code == "format_unknown"
