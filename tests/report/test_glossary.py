"""The glossary has every word that the game uses, and says of each what it promises to say."""

import pytest

from game.market import LEVERS, POLICIES
from game.report.glossary import glossary, glossary_entry, glossary_sorted, known_entries
from game.report.language import ENGLISH, Language
from game.report.measure_words import MEASURE_WORDS
from game.report.names import lever_words
from game.scenario.measures import MEASURES
from game.scenario.terms import ALIASES, TERMS
from game.storage.places import found_places
from game.storage.scenarios import load_scenario

SCENARIOS = sorted(path.stem for path in found_places().scenarios.glob("*.yaml"))

KEYS = [entry.key for entry in glossary()]


def test_every_lever_policy_and_measure_has_an_entry() -> None:
    for key in (*LEVERS, *POLICIES, *(MEASURES.keys() - {"turn"})):
        assert glossary_entry(key).key in KEYS


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_term_and_measure_that_a_lesson_names_has_an_entry(name: str) -> None:
    goals = load_scenario(found_places(), name).learning_goals
    assert goals
    for goal in goals:
        for term in (*goal.terms, *filter(None, [goal.measure])):
            assert glossary_entry(term).key in KEYS, term


def test_no_word_has_two_entries() -> None:
    terms = [ENGLISH.say(entry.term) for entry in glossary()]
    assert len(set(terms)) == len(terms)
    assert len(set(KEYS)) == len(KEYS)
    assert not set(ALIASES) & set(KEYS)
    assert set(ALIASES.values()) <= set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_an_entry_says_what_it_is_and_what_each_side_says_of_it(key: str) -> None:
    entry = glossary_entry(key)
    said = [entry.definition, entry.marketing, entry.sales, entry.example]
    assert all(ENGLISH.say(each).endswith((".", "?", "!")) for each in said)
    assert len(set(map(ENGLISH.say, said))) == len(said)
    assert any(letter.isdigit() for letter in ENGLISH.say(entry.example)), "with figures"
    assert len(ENGLISH.say(entry.definition)) <= 320


@pytest.mark.parametrize("key", KEYS)
def test_an_entry_leads_to_others_and_others_to_it(key: str) -> None:
    entry = glossary_entry(key)
    assert 1 <= len(entry.see) <= 6
    assert key not in [glossary_entry(other).key for other in entry.see]


def test_every_entry_is_found_by_its_name_in_any_language() -> None:
    for language in (ENGLISH, Language.from_catalogue("qps")):
        for entry in glossary():
            found = glossary_sorted(language, language.say(entry.term))
            assert entry in found
            assert len(glossary_sorted(language)) == len(KEYS)


@pytest.mark.parametrize("language", [ENGLISH, Language.from_catalogue("qps")], ids=["en", "qps"])
def test_whatever_the_window_calls_a_figure_or_a_line_finds_its_word_first(
    language: Language,
) -> None:
    shown = {key: MEASURE_WORDS[key].name for key in MEASURES if key != "turn"}
    shown |= {key: lever_words(key).name for key in (*LEVERS, *POLICIES)}
    for key, name in shown.items():
        found = glossary_sorted(language, language.say(name))
        assert glossary_entry(key) in found[:2], key
    assert glossary_sorted(ENGLISH, "handoff rate")[0].key == "handoff"


def test_a_term_that_nobody_knows_is_left_out() -> None:
    found = known_entries(["leads", "nonsense", "lead", "handoff"])
    assert [entry.key for entry in found] == ["lead", "handoff"]


def test_a_scenario_can_ask_for_every_word_of_the_glossary_and_for_no_other() -> None:
    assert set(TERMS) == {*KEYS, *ALIASES}
    assert len(TERMS) == len(set(TERMS))
