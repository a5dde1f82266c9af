"""A scenario that leaves everything to the game has not one English word in another language."""

import re
from dataclasses import replace

import pytest

from game.report.briefing import briefing
from game.report.desk import desk
from game.report.ending import ending
from game.report.journal import journal, journal_table
from game.report.language import Language
from game.report.money import money_table
from game.report.results import results
from game.report.rivals import rivals, rivals_table
from game.report.segments import segments_table
from game.report.trends import OFFERED, trend_table
from game.scenario import check, load
from game.scenario.facts import fact_sentences
from game.scenario.rules import RoleKey, Rules
from game.scenario.usual_words import firm_name, message_text, segment_name
from game.session import EndTurn, PlayerView, Seat, Session, apply, new_session, player_view, team
from game.session.drafts import draft_submit, even_draft, first_draft
from game.words import Sentence
from tests.report.reading import sentences

PSEUDO = Language.from_catalogue("qps")

BARE = """\
title: "47 11"
turns: {count: 5, one_turn_is: quarter}
events:
  e1:
    title: "1"
    when: [turn = 3]
    affects: [demand -20% in enterprises, price -10% for goldmark, win chance -5% for quickline]
    lasts_turns: 2
"""
"""Says nothing in words, so that every letter that is read is the game's."""


BABELS = {"and", "or"}
"""What Babel puts into lists; the pseudo-language has no locale of its own."""


def english_in(words: Sentence) -> set[str]:
    """Return the words that are not in the pseudo-language, whose vowels all have accents."""
    said = re.findall(r"[^\W\d_]+", PSEUDO.say(words))
    return {word for word in said if set("aeiou") & set(word.lower())} - BABELS


def said_reports(rules: Rules, view: PlayerView) -> list[object]:
    """All reports of a seat, for a reader of the pseudo-language."""
    entries, firms = journal(rules, view, PSEUDO), rivals(rules, view, PSEUDO)
    return [
        briefing(rules, view),
        desk(rules, view, PSEUDO),
        results(rules, view, PSEUDO),
        entries,
        journal_table(entries),
        firms,
        rivals_table(firms),
        segments_table(rules, view),
        money_table(rules, view),
        trend_table(rules, view, OFFERED),
        ending(rules, view, PSEUDO),
    ]


def changed_every_turn(rules: Rules, session: Session) -> Session:
    """Play a turn in which money, bar and focus are not as they were."""
    for seat in session.seats:
        view = player_view(rules, session, seat)
        draft = even_draft(view, first_draft(view))
        count = len(rules.segments)
        most = session.turn % count
        focus = tuple(0.4 if place == most else 0.6 / (count - 1) for place in range(count))
        bar = 0.4 + session.turn / 20
        session = apply(rules, session, draft_submit(view, replace(draft, bar=bar, focus=focus)))
    return apply(rules, session, EndTurn())


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_every_word_of_a_bare_scenario_is_said_in_the_readers_language(role: RoleKey) -> None:
    rules = load(BARE, "0")
    session = new_session(rules, seats=team(rules, role))
    for _ in range(rules.turns - 1):
        session = changed_every_turn(rules, session)
        view = player_view(rules, session, Seat(0, role))
        for words in sentences(said_reports(rules, view)):
            assert not english_in(words), words


def test_the_facts_of_a_bare_scenario_name_its_market_in_the_readers_language() -> None:
    facts = check(BARE, "0.yaml").facts
    assert facts is not None
    for words in (*facts.segments, *facts.rivals):
        assert not english_in(words), words
    assert "Goldmark" in str(fact_sentences(facts)[3])


def test_firms_that_share_a_market_are_numbered_in_the_readers_language() -> None:
    rules = load("title: T\nworkshop: {worlds: shared, teams: 3}\n", "t")
    named = [firm_name(rules, firm) for firm in range(len(rules.firm_names))]
    assert tuple(map(str, named)) == rules.firm_names
    assert all(not english_in(words) for words in named)


def test_an_authors_words_stay_as_they_are() -> None:
    rules = load(
        "title: T\ncompany: {name: Blue Sea}\n"
        "segments: {enterprises: {name: Large ones}, hub: {}}\n"
        "rivals: {northwind: {name: Southwind}}\npositioning: {fair_offer: Half the price}\n",
        "t",
    )
    said = [PSEUDO.say(segment_name(rules, place)) for place in range(2)]
    assert said == ["Large ones", "Hub"]
    assert [PSEUDO.say(firm_name(rules, firm)) for firm in range(2)] == ["Blue Sea", "Southwind"]
    assert PSEUDO.say(message_text(rules, 0)) == "Half the price"
