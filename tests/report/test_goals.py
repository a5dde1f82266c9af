"""How far goals are reached: as the score counts, and no more than a seat may see."""

from dataclasses import replace

import pytest

from game.report.goals import goals_so_far
from game.report.language import ENGLISH
from game.scenario.rules import ScoreRule
from game.session import Seat, new_session, player_view, score, team
from tests.session.tables import play, small_rules

CARD = (
    ScoreRule(measure="bookings", target=90_000.0, weight=0.4, at="total"),
    ScoreRule(measure="satisfaction", target=0.7, weight=0.3, at="end"),
    ScoreRule(measure="acceptance", target=0.5, weight=0.2, at="mean"),
    ScoreRule(measure="response_hours", target=24.0, weight=0.1, at="mean"),
)


def test_goals_stand_where_the_score_counts_them() -> None:
    rules = replace(small_rules(6), scorecard=CARD)
    session = play(rules, new_session(rules), "steady", 3)
    goals = goals_so_far(rules, player_view(rules, session, Seat()))
    for goal, part in zip(goals, score(rules, session.world, 0).parts, strict=True):
        assert goal.now.value == pytest.approx(part.value)
        assert goal.reached == pytest.approx(part.reached)
    assert sum(goal.weight for goal in goals) == pytest.approx(1.0)


def test_a_goal_that_a_role_may_not_see_is_hidden_and_says_why() -> None:
    rules = replace(small_rules(6), scorecard=CARD)
    session = play(rules, new_session(rules, seats=team(rules, "marketing")), "no_collaboration", 2)
    goals = goals_so_far(rules, player_view(rules, session, Seat(0, "marketing")))
    hidden = {goal.key: goal for goal in goals if goal.now.hidden}
    assert "satisfaction" in hidden
    assert hidden["satisfaction"].said is None
    assert hidden["satisfaction"].reached is None
    assert hidden["satisfaction"].now.note is not None
    assert not goals[0].now.hidden


def test_each_goal_says_its_target_and_how_it_is_counted() -> None:
    rules = replace(small_rules(6), scorecard=CARD)
    goals = goals_so_far(rules, player_view(rules, new_session(rules), Seat()))
    assert [ENGLISH.say(goal.note).replace("\N{NO-BREAK SPACE}", " ") for goal in goals] == [
        "€ 90,000 in all · counts 40 %",
        "70 % at the end · counts 30 %",
        "50 % on average · counts 20 %",
        "at most 24 h on average · counts 10 %",
    ]
