"""What decisions were worth: exact, beside other worlds, and divided so that it adds up."""

from dataclasses import replace
from functools import cache

import pytest

from game.analysis.attribution import Worth
from game.analysis.changes import LeverOut
from game.analysis.debrief import Debrief, debrief
from game.analysis.ends import Spread
from game.report.charts import Size, bar_chart, range_dot, waterfall
from game.report.language import ENGLISH, Language
from game.report.theme import LIGHT
from game.report.worth import WorthReport, bar_data, range_data, worth_report
from game.report.worth_tables import worth_tables
from game.report.worth_words import verdict
from game.scenario.rules import Rules
from game.session import Seat, Session, new_session, player_view, team
from game.words import sentence
from tests.report.reading import sentences
from tests.session.tables import OFFER, STORM, play, small_rules

TURNS, WORLDS = 5, 12


@cache
def played(strategy: str = "random") -> tuple[Rules, Session, Debrief]:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), strategy)
    return rules, session, debrief(rules, session, worlds=WORLDS)


def report_of(strategy: str = "random", language: Language = ENGLISH) -> WorthReport:
    rules, session, found = played(strategy)
    report = worth_report(rules, player_view(rules, session, Seat()), found, language)
    assert report is not None
    return report


def test_lines_stand_by_worth_with_what_other_worlds_say() -> None:
    _, _, found = played()
    report = report_of()
    scores = [row.score for row in report.levers]
    assert scores == sorted(scores, reverse=True)
    assert report.worlds == WORLDS
    worths = {(each.change, each.score, each.scores.p10) for each in found.attribution.levers}
    shown = {(row.change, row.score, row.low) for row in report.levers + report.levers_unspent}
    assert shown == worths


def test_the_headline_names_the_best_line() -> None:
    report = report_of()
    assert ENGLISH.say(report.levers[0].name) in ENGLISH.say(report.headline)


def test_groups_and_what_came_without_money_add_up_to_the_score() -> None:
    _, _, found = played()
    parts = report_of().parts
    total = parts.nothing + sum(part.score for part in parts.parts)
    assert total == pytest.approx(parts.played)
    assert parts.played == round(found.groups.score, 1)
    assert all(
        abs(one.score - other.score) <= 0.1
        for one, other in zip(parts.parts, found.groups.groups, strict=True)
    )


@pytest.mark.parametrize("strategy", ["random", "steady", "silo_sales"])
def test_luck_and_skill_add_up_to_the_score(strategy: str) -> None:
    luck = report_of(strategy).luck
    assert luck.steady + luck.skill + luck.luck == pytest.approx(luck.played)
    assert len(luck.worlds) == WORLDS
    assert luck.low <= luck.mean <= luck.high


def spread(low: float, mean: float, high: float) -> Spread:
    return Spread(mean=mean, p10=low, p90=high)


@pytest.mark.parametrize(
    ("score", "worlds", "expected"),
    [
        (0.01, spread(1, 2, 3), "nothing"),
        (2.0, spread(1, 2, 3), "sure"),
        (-2.0, spread(-3, -2, -1), "sure"),
        (2.0, spread(-1, 2, 3), "mostly"),
        (-2.0, spread(-3, -2, 1), "mostly"),
        (2.0, spread(-3, -1, 3), "luck"),
        (-2.0, spread(-1, 1, 3), "luck"),
    ],
)
def test_a_worth_that_other_worlds_deny_is_luck(
    score: float, worlds: Spread, expected: str
) -> None:
    worth = Worth(
        change=LeverOut(lever="seo"),
        score=score,
        bookings=0.0,
        scores=worlds,
        all_bookings=worlds,
    )
    assert verdict(worth) == expected


def test_a_sentence_says_which_plan_was_better() -> None:
    for row in report_of().renewed[1:]:
        said = ENGLISH.say(row.said)
        assert ("would have brought" in said) == (row.score <= -0.05)
        assert ("better than" in said) == (row.score >= 0.05)


def test_every_turn_and_every_other_answer_is_there() -> None:
    report = report_of("steady")
    assert [row.key for row in report.spent] == [f"turn_{turn}" for turn in range(1, TURNS + 1)]
    assert [row.key for row in report.renewed] == [f"turn_{turn}" for turn in range(2, TURNS + 1)]
    assert [row.key for row in report.answers] == ["offer"]
    assert report.answers[0].event is not None
    assert ENGLISH.say(report.answers[0].event) == "“An offer”"
    assert ENGLISH.say(report.answers[0].name) == "“Pay”"


def test_collaboration_is_told_with_both_games_beside_the_one_played() -> None:
    _, _, found = played("steady")
    earned = report_of("steady").collaboration
    points = -found.collaboration.moved.score_gained
    assert points > 0
    assert f"earned {points:.1f} points more" in ENGLISH.say(earned.said[0])
    assert earned.unspent.score_changed == found.collaboration.unspent.changed.score.total


def test_who_never_worked_together_is_told_so() -> None:
    said = report_of("silo_sales").collaboration.said
    assert [ENGLISH.say(each) for each in said] == ["You spent nothing on working together."]
    assert "together" not in [moment.key for moment in report_of("silo_sales").moments]


def test_moments_stand_by_turn_and_can_be_branched_from() -> None:
    moments = report_of().moments
    assert [moment.turn for moment in moments] == sorted(moment.turn for moment in moments)
    missed = next(moment for moment in moments if moment.key == "missed_gain")
    assert missed.change is not None
    assert "would have brought" in ENGLISH.say(missed.said)


def test_who_may_not_see_the_score_is_told_nothing_yet() -> None:
    rules = small_rules(TURNS)
    session = play(rules, new_session(rules, seats=team(rules, "sales")), "steady", 2)
    found = debrief(rules, session, worlds=2)
    assert worth_report(rules, player_view(rules, session, Seat(0, "sales")), found) is None


@pytest.mark.parametrize("locale", ["en", "de", "qps"])
@pytest.mark.parametrize("strategy", ["random", "silo_sales"])
def test_all_of_it_can_be_said_and_put_in_tables(locale: str, strategy: str) -> None:
    language = Language.from_catalogue(locale)
    report = report_of(strategy, language)
    assert all(language.say(each) for each in sentences(report) if each.text != "{text}")
    for table in worth_tables(report):
        assert table.rows
        assert len(table.said(language)) == len(table.raw(language)) == len(table.rows)


def test_all_of_it_can_be_drawn() -> None:
    report, size = report_of(), Size(width=600, height=400)
    fmt = ENGLISH.decimal
    title = sentence("Points")
    charts = [
        range_dot(range_data(report.levers, title), size=size, theme=LIGHT, fmt=fmt),
        bar_chart(bar_data(report.levers, title), size=size, theme=LIGHT, fmt=fmt),
        range_dot(report.luck.range_data(), size=size, theme=LIGHT, fmt=fmt),
        waterfall(report.luck.waterfall(), size=size, theme=LIGHT, fmt=fmt),
        waterfall(report.parts.waterfall(), size=size, theme=LIGHT, fmt=fmt),
    ]
    assert all(chart.description for chart in charts)


def test_a_game_in_which_nothing_paid_has_a_headline() -> None:
    rules, session, found = played()
    nothing = replace(found, attribution=replace(found.attribution, levers=()))
    report = worth_report(rules, player_view(rules, session, Seat()), nothing)
    assert report is not None
    assert ENGLISH.say(report.headline).startswith("No line was worth more")
