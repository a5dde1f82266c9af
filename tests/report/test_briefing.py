"""The briefing tells each seat how it plays, and nothing that others decide."""

from dataclasses import replace

import pytest

from game.report.briefing import five_rules, goal_name, target_sentence
from game.report.language import ENGLISH
from game.report.role_words import role_words
from game.scenario.rules import RoleKey
from game.scenario.usual import ROLE_RULES
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


def described(played: tuple[RoleKey, ...], role: RoleKey, *, bar_free: bool = True) -> str:
    """Return what a role is told that it decides where certain roles are played."""
    rules = small_rules()
    rules = replace(
        rules,
        roles=tuple(ROLE_RULES.values()),
        policies=replace(rules.policies, bar_free=bar_free),
    )
    return ENGLISH.say(role_words(rules, ROLE_RULES[role], played))


def test_whom_to_focus_on_is_the_voices_where_it_is_played_and_marketings_else() -> None:
    two: tuple[RoleKey, ...] = ("marketing", "sales")
    assert "whom to focus on" in described(two, "marketing")
    assert "whom to focus on" not in described((*two, "customer_voice"), "marketing")
    assert "whom to focus on" in described((*two, "customer_voice"), "customer_voice")


def test_nobody_is_told_to_decide_what_the_scenario_has_fixed() -> None:
    two: tuple[RoleKey, ...] = ("marketing", "sales")
    assert "the qualification bar" in described(two, "sales")
    assert "the qualification bar" not in described(two, "sales", bar_free=False)
    assert described(two, "sales").endswith("and your part of what is spent together.")
