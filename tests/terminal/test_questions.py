"""What can be asked of a game at the keyboard: what a plan may bring, why a figure changed."""

import pytest

from tests.terminal.conftest import Typist

TURN = "even\ndone\n\n"
STRIKE = "1\n"
TWO = TURN + STRIKE + TURN


def test_a_forecast_says_what_the_plan_so_far_may_bring(typist: Typist) -> None:
    out = typist.play("even\nforecast\nadvertising 0\nforecast\n")
    first, second = out.split("Forecast for January")[1:]
    assert "in eight of ten" in first
    assert "On average" in first
    leads = [part.split("- Leads:")[1].splitlines()[0] for part in (first, second)]
    assert leads[0] != leads[1]


def test_a_plan_that_cannot_be_paid_has_no_forecast(typist: Typist) -> None:
    out = typist.play("adv 900k\nforecast\n")
    assert "which is € 800,000 too" in out
    assert "Forecast for" not in out


def test_a_role_is_told_nothing_of_what_it_does_not_see(typist: Typist) -> None:
    out = typist.play("even\nforecast\n", role="marketing")
    assert "- Satisfaction: Your role does not see this." in out


def test_the_results_say_why_bookings_changed_from_the_second_turn_on(typist: Typist) -> None:
    out = typist.play(TWO)
    assert out.count("Why bookings changed") == 1
    assert out.index("Results of February") < out.index("Why bookings changed")


@pytest.mark.parametrize("typed", ["why", "why bookings", "why BOOKINGS"])
def test_why_bookings_tells_all_causes_and_the_funnel(typist: Typist, typed: str) -> None:
    out = typist.play(TWO + typed + "\n")
    assert "Bookings: " in out.split("Month 3 of 3")[1]
    assert "Where in the funnel" in out


def test_a_measure_is_asked_for_by_its_name_too(typist: Typist) -> None:
    out = typist.play(TWO + "why deals won\n")
    assert "Deals won: " in out.split("Month 3 of 3")[1]


def test_before_two_turns_there_is_nothing_to_explain(typist: Typist) -> None:
    assert "Two turns must have been played" in typist.play("why\n")
    for asked in ("why satisfaction\n", "even\ndone\n\n1\nwhy satisfaction\n"):
        out = typist.play(asked)
        assert "Two turns must have been played" in out
        assert "Satisfaction\n" in out  # what it is


def test_nothing_is_said_of_a_next_plan_after_the_last_turn(typist: Typist) -> None:
    out = typist.play(TWO + TURN)
    assert out.count("at the next plan") == 1
    assert out.index("at the next plan") < out.index("Month 3 of 3")


def test_help_keeps_what_is_typed_apart_from_what_it_does(typist: Typist) -> None:
    out = typist.play("help\n", role="marketing")
    said = out[out.index("Plan> help") :].splitlines()
    offer = next(line for line in said if line.startswith(" offer LINE"))
    assert offer.startswith(" offer LINE 3k for LINE 2k offer something")
    rows = [line for line in said[1:] if line.startswith(" ") and not line.startswith("  ")]
    column = offer.index("offer something")
    assert all(row[column - 1] == " " and row[column] != " " for row in rows)
    assert column == len(" offer LINE 3k for LINE 2k ")


def test_help_lists_no_policy_that_another_role_decides(typist: Typist) -> None:
    assert "\n bar 60%" not in typist.play("help\n", role="marketing")
    assert "\n bar 60%" in typist.play("help\n", role="sales")


def test_a_hidden_measure_is_not_explained(typist: Typist) -> None:
    out = typist.play(TWO + "why satisfaction\n", role="marketing")
    assert "Your role does not see this." in out.split("Month 3 of 3")[1]


def test_the_help_lists_both_questions(typist: Typist) -> None:
    out = typist.play("help\n")
    assert "what the plan may bring" in out
    assert "why a figure changed in the last turn" in out


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_no_line_is_wider_than_eighty_columns(typist: Typist, role: str) -> None:
    out = typist.play(TWO + "why\nwhy leads\nwhy revenue\nforecast\nhelp\n", role=role)
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 80
