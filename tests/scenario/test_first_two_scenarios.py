from pathlib import Path

import pytest

from game.market import LEVERS
from game.scenario.checking import Checked, check
from game.scenario.facts import Facts, fact_sentences
from game.scenario.rules import Rules

FOLDER = Path(__file__).parents[2] / "scenarios"


def checked(name: str) -> Checked:
    return check((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), f"scenarios/{name}.yaml")


def rules_of(name: str) -> Rules:
    rules = checked(name).rules
    assert rules is not None
    return rules


def facts_of(text: str, name: str) -> Facts:
    facts = check(text, name).facts
    assert facts is not None
    return facts


@pytest.mark.parametrize("name", ["first_steps", "fresh_start"])
def test_a_shipped_scenario_has_no_problem_and_no_remark(name: str) -> None:
    assert checked(name).problems == ()


def test_the_tutorial_meets_marketing_then_sales_then_the_handoff() -> None:
    rules = rules_of("first_steps")
    opened = {
        turn: {each.key for each in rules.levers if each.available and each.unlock_turn == turn}
        for turn in range(1, 5)
    }
    assert opened == {
        1: {"advertising", "content_marketing"},
        2: {"prospecting", "product_demos"},
        3: {"joint_meetings", "shared_kpis"},
        4: set(),
    }


def test_the_full_game_has_everything() -> None:
    rules = rules_of("fresh_start")
    assert all(lever.available for lever in rules.levers)
    assert len(rules.levers) == len(LEVERS)
    assert len(rules.rivals) == 3
    assert len(rules.events) >= 6
    assert sum(bool(event.choices) for event in rules.events) >= 2
    assert len(rules.hints) >= 8
    assert len(rules.learning_goals) >= 4
    assert len(rules.quiz) == 5
    assert len(rules.debrief) >= 5
    assert len(rules.runs) == 2
    assert rules.expects.ranking


def test_facts_say_what_a_scenario_is() -> None:
    text = (FOLDER / "first_steps.yaml").read_text(encoding="utf-8")
    said = [str(each) for each in fact_sentences(facts_of(text, "first_steps.yaml"))]
    assert said[0] == "4 turns of a month, about 15 minutes"
    assert "6 levers" in said
    assert "segments: Design studios, Medical practices" in said


def test_facts_tell_which_events_can_never_happen() -> None:
    text = "title: A\nevents:\n  x: {title: X, chance: 0%}\n  y: {title: Y}\n"
    facts = facts_of(text, "a.yaml")
    assert (facts.events_possible, facts.events_impossible) == (("y",), ("x",))
