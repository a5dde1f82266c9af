"""The lab's questions: only what would have been different, and said as far as a seat may know."""

import pytest

from game.analysis.branches import answers_given
from game.analysis.changes import GroupOut, LeverOut, OtherAnswer, OtherPolicies
from game.analysis.what_if import what_if
from game.report.lab import Question, gain, lab_turns, overlaid, questions
from game.report.language import ENGLISH
from game.report.what_ifs import what_if_report
from game.scenario.rules import RoleKey, Rules
from game.session import PlayerView, Seat, Session, new_session, player_view, team
from tests.session.tables import OFFER, STORM, play, small_rules

TURNS = 6


def game(role: RoleKey = "all", strategy: str = "steady") -> tuple[Rules, Session, PlayerView]:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3, seats=team(rules, role)), strategy)
    return rules, session, player_view(rules, session, Seat(0, role))


def asked(strategy: str = "steady") -> tuple[Question, ...]:
    rules, session, view = game(strategy=strategy)
    return questions(rules, view, answers_given(rules, session))


def test_no_question_is_asked_twice() -> None:
    keys = [question.key for question in asked()]
    assert len(set(keys)) == len(keys) > 10


def test_lines_that_never_got_money_are_not_left_out_once_more() -> None:
    levers = {each.change.lever for each in asked() if isinstance(each.change, LeverOut)}
    groups = {
        each.change.group for each in asked("no_collaboration") if isinstance(each.change, GroupOut)
    }
    assert "joint_meetings" in levers
    assert groups == {"marketing", "sales"}


def test_the_answer_that_was_given_is_not_asked_about() -> None:
    rules, session, view = game()
    given = answers_given(rules, session)
    assert given
    for question in questions(rules, view, given):
        if isinstance(question.change, OtherAnswer):
            assert given[question.change.event] != question.change.choice


def test_the_bar_that_was_played_is_not_asked_about() -> None:
    _, _, view = game()
    played = {turn.plan.bar for turn in view.history[1:]}
    bars = [each.change.bar for each in asked() if isinstance(each.change, OtherPolicies)]
    assert played == {0.4}
    assert [bar for bar in bars if bar is not None] == [0.2, 0.6, 0.8]


def test_every_turn_says_what_was_spent_and_won() -> None:
    rules, _, view = game()
    turns = lab_turns(rules, view)
    assert [each.turn for each in turns] == list(range(1, TURNS + 1))
    assert all("spent" in ENGLISH.say(each.said) for each in turns)


def test_a_gain_is_counted_in_points_and_both_futures_are_named() -> None:
    rules, session, view = game()
    found = what_if(rules, session, GroupOut(group="sales"))
    told = what_if_report(rules, view, found)
    assert gain(told).value == pytest.approx(found.score_gained, abs=0.051)
    assert gain(told).value < 0
    assert ENGLISH.say(gain(told).said).startswith("−")
    assert [line.label for line in overlaid(told, "wins").lines] == ["As played", "Otherwise"]


def test_who_does_not_see_the_score_is_told_of_deals() -> None:
    rules, session, view = game("sales")
    found = what_if(rules, session, GroupOut(group="sales"))
    told = what_if_report(rules, view, found)
    if told.score_played is None:
        deals = next(each for each in told.series if each.key == "wins")
        assert gain(told).value == round(deals.of_changed) - round(deals.of_played)
    else:
        assert told.score_changed is not None
        before, after = (round(each, 1) for each in (told.score_played, told.score_changed))
        assert gain(told).value == round(after - before, 1)
    assert gain(told).value < 0
