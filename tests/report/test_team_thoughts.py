"""The team's page and the thought after a turn: what is revealed, and where most were lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.report.language import ENGLISH
from game.report.results import results
from game.report.team import team_report
from game.report.thoughts import thoughts, unseen
from game.scenario.rules import RoleKey, Rules
from game.session import EndTurn, PlayerView, Seat, apply, new_bot, new_session, player_view, team
from game.storage.places import Places, shipped
from game.storage.scenarios import load_scenario

SHELF = Path(__file__).resolve().parents[1] / "ui" / "desk_shelf"


@pytest.fixture(scope="module")
def rules() -> Rules:
    places = Places(home=SHELF, scenarios=SHELF, assets=shipped("assets"))
    return load_scenario(places, "bakery")


def view_of(rules: Rules, role: RoleKey, turns: int, strategy: str = "steady") -> PlayerView:
    session, bot = new_session(rules, 5, team(rules, role)), new_bot(strategy)
    for _ in range(turns):
        for seat in session.seats:
            session = apply(rules, session, bot.decide(player_view(rules, session, seat)))
        session = apply(rules, session, EndTurn())
    return player_view(rules, session, Seat(0, role))


def test_money_for_working_together_lifts_the_curtain_and_says_so(rules: Rules) -> None:
    lines = team_report(rules, view_of(rules, "marketing", 1)).lines
    meetings = next(line for line in lines if line.line.key == "joint_meetings")
    assert meetings.unveils
    assert all(each.lifted for each in meetings.unveils)


def test_without_money_for_it_the_page_says_from_which_level_on_it_reveals(rules: Rules) -> None:
    lines = team_report(rules, view_of(rules, "marketing", 1, "no_collaboration")).lines
    kpis = next(line for line in lines if line.line.key == "shared_kpis")
    assert not any(each.lifted for each in kpis.unveils)
    assert all("until it works at" in ENGLISH.say(each.note) for each in kpis.unveils)


def test_advice_of_the_scenario_goes_before_the_largest_leak(rules: Rules) -> None:
    first = view_of(rules, "all", 0)
    assert [ENGLISH.say(each)[:20] for each in thoughts(rules, first, ())][:1] == [
        "Nobody can buy what "
    ]


def test_the_thought_after_a_turn_names_the_largest_leak_and_asks_about_it(rules: Rules) -> None:
    rules = replace(rules, hints=())
    view = view_of(rules, "all", 2)
    report = results(rules, view)
    assert report is not None
    counted = [leak for leak in report.leaks if leak.place != "not_ready"]
    worst = max(counted, key=lambda leak: leak.count.value or 0.0)
    lost, question = thoughts(rules, view, report.leaks)
    assert ENGLISH.say(worst.reason) in ENGLISH.say(lost)
    assert ENGLISH.say(question).endswith("?")


def test_what_a_role_does_not_see_of_the_pipeline_is_said(rules: Rules) -> None:
    hidden = results(rules, view_of(rules, "marketing", 1, "no_collaboration"))
    assert hidden is not None
    said = " ".join(ENGLISH.say(each) for each in unseen(hidden.pipeline))
    assert "Opportunities" in said
    assert "Joint meetings" in said
    seen = results(rules, view_of(rules, "all", 1))
    assert seen is not None
    assert unseen(seen.pipeline) == ()
