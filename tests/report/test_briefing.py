"""The briefing tells each seat how it plays, and nothing that others decide."""

import pytest

from game.report.briefing import five_rules, goal_name, target_sentence
from game.report.language import ENGLISH
from game.scenario.rules import RoleKey
from game.session import Seat, new_session, player_view, team
from tests.session.tables import small_rules


def rule_of_money(role: RoleKey) -> str:
    rules = small_rules()
    session = new_session(rules, seats=team(rules, role))
    return ENGLISH.say(five_rules(rules, player_view(rules, session, Seat(0, role)))[1])


def test_who_decides_everything_divides_the_budget_between_all_groups() -> None:
    assert "between marketing, sales and working together; " in rule_of_money("all")


@pytest.mark.parametrize(("role", "other"), [("sales", "marketing"), ("marketing", "sales")])
def test_a_role_is_told_of_its_own_lines_alone(role: RoleKey, other: str) -> None:
    said = rule_of_money(role)
    assert role in said
    assert other not in said
    assert "what you do not spend stays in the bank." in said


@pytest.mark.parametrize(
    ("measure", "at", "said"),
    [
        ("total_bookings", "end", "Bookings: € 1,600,000 in all"),
        ("bookings", "total", "Bookings: € 1,600,000 in all"),
        ("bookings", "end", "Bookings: € 1,600,000 at the end"),
        ("total_bookings", "mean", "Bookings so far: € 1,600,000 on average"),
    ],
)
def test_a_goal_says_what_is_asked_and_when(measure: str, at: str, said: str) -> None:
    goal = f"{ENGLISH.say(goal_name(measure, at))}: "
    goal += ENGLISH.say(target_sentence(measure, 1_600_000, at))
    assert goal.replace("\N{NO-BREAK SPACE}", " ") == said


def test_of_what_should_be_little_a_goal_says_how_much_is_too_much() -> None:
    said = ENGLISH.say(target_sentence("response_hours", 24, "mean"))
    assert said.replace("\N{NO-BREAK SPACE}", " ") == "at most 24 h on average"
