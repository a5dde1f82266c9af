"""What if: both games side by side, said in a sentence, and nothing of what a seat does not see."""

import pytest

from game.analysis.changes import (
    AsTurnBefore,
    Change,
    GroupOut,
    LeverOut,
    NothingSpent,
    OtherAnswer,
    OtherJournal,
    OtherPlan,
    OtherPolicies,
    from_turn,
)
from game.analysis.what_if import what_if
from game.report.change_words import change_name, change_note, quotation
from game.report.charts import Size, line_chart
from game.report.language import ENGLISH, Language
from game.report.number_style import as_counted
from game.report.theme import DARK
from game.report.what_ifs import COMPARED, SUMMED, WhatIfReport, what_if_report
from game.scenario.rules import RoleKey, Rules
from game.session import Seat, Session, empty_plan, new_session, player_view, team
from tests.report.reading import sentences, walk
from tests.report.test_secrets import secrets
from tests.session.tables import OFFER, STORM, play, small_rules

TURNS = 6


def game(role: RoleKey = "all") -> tuple[Rules, Session]:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    return rules, play(rules, new_session(rules, 3, seats=team(rules, role)), "steady")


def report_of(change: Change, role: RoleKey = "all") -> WhatIfReport:
    rules, session = game(role)
    view = player_view(rules, session, Seat(0, role))
    return what_if_report(rules, view, what_if(rules, session, change))


WITHOUT = GroupOut(group="together")


def test_a_sentence_tells_the_deals_of_both_games() -> None:
    rules, session = game()
    compared = what_if(rules, session, WITHOUT)
    played, changed = (
        as_counted(sum(each.series["wins"])) for each in (compared.played, compared.changed)
    )
    assert changed < played
    wins = next(each for each in report_of(WITHOUT).series if each.key == "wins")
    assert ENGLISH.say(wins.said) == (
        f"Without money for working together: {changed:g} deals instead of {played:g}"
    )
    assert wins.good == -1


def test_flows_are_summed_and_of_stocks_the_last_turn_counts() -> None:
    rules, session = game()
    compared = what_if(rules, session, WITHOUT)
    for one in report_of(WITHOUT).series:
        values = compared.changed.series[one.key]
        assert one.whole == (one.key in SUMMED)
        assert one.of_changed == (sum(values) if one.whole else values[-1])
        assert one.changed == values


def test_a_change_that_changes_nothing_is_as_played() -> None:
    report = report_of(AsTurnBefore(turn=1))
    assert all(one.good == 0 for one in report.series)
    assert all("as played" in ENGLISH.say(one.said) for one in report.series)
    assert ENGLISH.say(report.headline).endswith("points, as played")


def test_both_games_are_drawn_over_each_other() -> None:
    report = report_of(WITHOUT)
    data = report.line_data("bookings")
    assert [line.label for line in data.lines] == [
        "As played",
        "Without money for working together",
    ]
    size = Size(width=500, height=240)
    assert line_chart(data, size=size, theme=DARK, fmt=ENGLISH.short).description
    with pytest.raises(KeyError):
        report.line_data("goodwill")


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_a_seat_compares_what_it_sees(role: RoleKey) -> None:
    rules, session = game(role)
    view = player_view(rules, session, Seat(0, role))
    compared = what_if(rules, session, WITHOUT)
    report = what_if_report(rules, view, compared, measures=tuple(compared.played.series))
    keys = {one.key for one in report.series}
    assert {"wins", "bookings", "revenue"} <= keys
    assert ("satisfaction" in keys) == (role == "sales")
    hidden = secrets(view, player_view(rules, session, Seat()))
    assert hidden.isdisjoint(each for each in walk(report) if isinstance(each, float))


def test_before_the_end_a_seat_is_told_deals_and_no_score() -> None:
    rules = small_rules(TURNS)
    session = play(rules, new_session(rules, seats=team(rules, "sales")), "steady", 3)
    view = player_view(rules, session, Seat(0, "sales"))
    report = what_if_report(rules, view, what_if(rules, session, WITHOUT))
    assert report.score_played is None
    assert "deal" in ENGLISH.say(report.headline)
    assert "points" not in ENGLISH.say(report.headline)


CHANGES: dict[str, Change] = {
    "Without SEO": LeverOut(lever="seo"),
    "Without SEO in February": LeverOut(lever="seo", turns=(2,)),
    "Without SEO from May on": LeverOut(lever="seo", turns=(5, 6)),
    "Without SEO in February and April": LeverOut(lever="seo", turns=(2, 4)),
    "Without money for sales": GroupOut(group="sales", money="unspent"),
    "With nothing spent in March": NothingSpent(turns=(3,)),
    "With the plan of March once more in April": AsTurnBefore(turn=4),
    "With another plan": OtherPlan(plan=empty_plan(small_rules())),
    "With the bar at 80 % and the message “Bold”": OtherPolicies(bar=0.8, positioning=1),
    "With another focus": OtherPolicies(focus=(1.0, 0.0, 0.0, 0.0)),
    "With “Pay” in answer to “An offer”": OtherAnswer(event="offer", choice="pay"),
    "Played otherwise": OtherJournal(journal=()),
}


@pytest.mark.parametrize("said", list(CHANGES))
def test_a_change_is_called_by_what_it_is(said: str) -> None:
    name = change_name(small_rules(events=(OFFER,)), CHANGES[said], ENGLISH)
    assert ENGLISH.say(name).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_whole_game_needs_no_turns_to_be_named() -> None:
    rules = small_rules()
    every = LeverOut(lever="seo", turns=from_turn(rules, 1))
    assert ENGLISH.say(change_name(rules, every, ENGLISH)) == "Without SEO"


def test_money_that_is_moved_is_told_from_money_that_is_kept() -> None:
    moved, kept = (
        change_note(LeverOut(lever="seo", money=money)) for money in ("moved", "unspent")
    )
    assert moved is not None
    assert kept is not None
    assert "other lines" in ENGLISH.say(moved)
    assert "bank" in ENGLISH.say(kept)
    assert change_note(AsTurnBefore(turn=2)) is None


@pytest.mark.parametrize("text", ['"Leave it here."', "Leave it here", "„Leave it here“"])
def test_words_are_quoted_once(text: str) -> None:
    assert ENGLISH.say(quotation(text)) == "“Leave it here”"


@pytest.mark.parametrize("locale", ["en", "de", "qps"])
def test_a_comparison_can_be_said_in_every_language(locale: str) -> None:
    rules, session = game()
    language = Language.from_catalogue(locale)
    view = player_view(rules, session, Seat())
    for change in CHANGES.values():
        if isinstance(change, OtherJournal):
            continue
        report = what_if_report(rules, view, what_if(rules, session, change), language)
        assert [one.key for one in report.series] == list(COMPARED)
        assert all(language.say(each) for each in sentences(report) if each.text != "{text}")
