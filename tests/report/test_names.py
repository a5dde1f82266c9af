"""Everything has one name, and a description that says what it does."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import DecisionRejected
from game.market import GROUPS, LEVERS, POLICIES
from game.report import names
from game.report.concept_words import CONCEPT_WORDS
from game.report.glossary import glossary, glossary_entry, glossary_sorted
from game.report.language import ENGLISH, Language
from game.report.lever_words import LEVER_WORDS, POLICY_WORDS
from game.report.measure_words import FLOW_NAMES, LOSS_NAMES, MEASURE_WORDS
from game.scenario.measures import MEASURES
from game.scenario.terms import ALIASES
from game.session import STRATEGIES, EndTurn, apply, new_session
from game.session.flows import FLOWS, SEGMENT_FLOWS, loss_reasons
from game.words import Sentence
from tests.session.tables import small_rules, submit

ROOT = Path(__file__).resolve().parents[2]
ICONS = {path.stem for path in (ROOT / "assets/icons").glob("*.svg")}


def test_every_lever_and_policy_is_named_described_and_seen_from_both_desks() -> None:
    assert tuple(LEVER_WORDS) == LEVERS
    assert tuple(POLICY_WORDS) == POLICIES
    for words in (*LEVER_WORDS.values(), *POLICY_WORDS.values()):
        texts = (words.name, words.description, words.marketing, words.sales)
        assert all(len(text.text) > 2 for text in texts)
        assert len(set(texts)) == 4


@pytest.mark.parametrize("key", sorted(MEASURES))
def test_every_measure_has_a_name_and_a_sentence(key: str) -> None:
    assert names.measure_name(key).text
    assert names.measure_description(key).text.endswith(".")


def test_no_measure_is_named_that_does_not_exist() -> None:
    assert set(MEASURE_WORDS) == set(MEASURES)


def test_every_flow_and_loss_reads_after_its_number() -> None:
    assert set(FLOW_NAMES) == FLOWS.keys() | SEGMENT_FLOWS.keys()
    rules = small_rules()
    world = apply(rules, new_session(rules), EndTurn()).world
    assert world.outcome is not None
    assert set(LOSS_NAMES) == set(loss_reasons(world.outcome, 0))
    assert all(text.text[0].islower() for text in (*FLOW_NAMES.values(), *LOSS_NAMES.values()))


@pytest.mark.parametrize("role", ["all", "marketing", "sales", "manager", "customer_voice"])
def test_every_role_has_a_name_and_a_task(role: str) -> None:
    assert names.role_name(role).text
    assert names.role_description(role).text.startswith("You ")


def test_every_strategy_and_group_has_a_name() -> None:
    assert STRATEGIES.keys() <= names.STRATEGY_NAMES.keys() == names.STRATEGY_DESCRIPTIONS.keys()
    assert set(GROUPS) == set(names.GROUP_NAMES) == set(names.GROUP_DESCRIPTIONS)


def test_no_two_things_share_a_name() -> None:
    for table in (
        [words.name for words in (*LEVER_WORDS.values(), *POLICY_WORDS.values())],
        [words.name for words in MEASURE_WORDS.values()],
        [entry.term for entry in glossary()],
    ):
        assert len(set(table)) == len(table)


def test_every_icon_is_shipped() -> None:
    levers = {words.icon for words in (*LEVER_WORDS.values(), *POLICY_WORDS.values())}
    assert levers | {words.icon for words in MEASURE_WORDS.values()} <= ICONS


def test_an_authors_own_name_goes_before_the_usual_one() -> None:
    assert ENGLISH.say(names.lever_name("seo", "Google {things}")) == "Google {things}"
    assert ENGLISH.say(names.lever_name("seo")) == "SEO"


@pytest.mark.parametrize(
    ("length", "named", "of", "label"),
    [
        ("week", "Week 5", "Week 5 of 6", "W5"),
        ("month", "Month 5", "Month 5 of 6", "Mar"),
        ("quarter", "Quarter 5", "Quarter 5 of 6", "Q5"),
    ],
)
def test_turns_are_named_by_their_length(length: str, named: str, of: str, label: str) -> None:
    rules = small_rules(one_turn_is=length, start_month=10)
    assert ENGLISH.say(names.turn_name(rules, 5)) == named
    assert ENGLISH.say(names.turn_of(rules, 5)) == of
    assert names.turn_label(rules, 5, ENGLISH) == label
    assert names.turn_label(rules, 0, ENGLISH) == "Start"
    assert ENGLISH.say(names.as_last_turn(rules)) == f"As last {length}"


def test_months_are_named_in_the_readers_language() -> None:
    rules = small_rules(start_month=2)
    assert names.turn_label(rules, 1, Language("de"), short=False) == "März"


def test_every_reference_of_the_glossary_leads_somewhere() -> None:
    for entry in glossary():
        for key in entry.see:
            assert glossary_entry(key).key != entry.key
    for key in (*LEVERS, *POLICIES, *ALIASES, *(set(MEASURES) - {"turn"})):
        assert isinstance(glossary_entry(key).definition, Sentence)


def test_every_word_is_spoken_by_both_sides_with_an_example_and_something_to_read_next() -> None:
    for entry in glossary():
        assert entry.marketing != entry.sales
        assert entry.see, entry.key
        assert any(char.isdigit() for char in ENGLISH.say(entry.example)), entry.key
        assert entry.icon in ICONS


def test_every_term_that_a_shipped_scenario_names_is_in_the_glossary() -> None:
    lines = [
        line
        for path in (ROOT / "scenarios").glob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if line.strip().startswith("terms: [")
    ]
    terms = {term.strip() for line in lines for term in line.split("[")[1].rstrip("]").split(",")}
    assert terms
    assert {glossary_entry(term).key for term in terms}


def test_the_glossary_puts_terms_that_begin_with_the_letters_first() -> None:
    found = [entry.key for entry in glossary_sorted(ENGLISH, "lead")]
    assert found[0] == "lead"
    assert "mql" in found
    everything = [entry.term.text.casefold() for entry in glossary_sorted(ENGLISH)]
    assert everything == sorted(everything)
    assert len(everything) == len(glossary()) > len(CONCEPT_WORDS)


def test_a_refusal_names_things_and_no_keys() -> None:
    rules = small_rules(policies=replace(small_rules().policies, bar_free=False))
    with pytest.raises(DecisionRejected) as refused:
        apply(rules, new_session(rules), submit(bar=0.9))
    said = ENGLISH.say(refused.value.sentence)
    assert said == "This scenario does not let you change Qualification bar."
