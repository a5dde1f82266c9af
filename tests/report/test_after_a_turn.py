"""What is told after a turn: what had been foreseen, who was left over, and what was decided."""

from pathlib import Path

import pytest

from game.analysis.branches import answers_given
from game.report.happened import happened
from game.report.language import ENGLISH
from game.report.results import prediction, results
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    Seat,
    Session,
    apply,
    new_bot,
    new_session,
    player_view,
    team,
)
from game.storage.places import Places, shipped
from game.storage.scenarios import load_scenario

SHELF = Path(__file__).resolve().parents[1] / "ui" / "desk_shelf"


@pytest.fixture(scope="module")
def rules() -> Rules:
    places = Places(home=SHELF, scenarios=SHELF, assets=shipped("assets"))
    return load_scenario(places, "bakery")


def played(rules: Rules, turns: int, answer: int = 0) -> Session:
    """Play some turns, every event being answered with the same choice."""
    session, bot = new_session(rules, 5, team(rules, "all")), new_bot("steady")
    for _ in range(turns):
        view = player_view(rules, session, Seat())
        for event in view.pending:
            choose = Choose(seat=Seat(), event=event.key, choice=event.choices[answer].key)
            session = apply(rules, session, choose)
        plan = bot.decide(player_view(rules, session, Seat()))
        session = apply(rules, apply(rules, session, plan), EndTurn())
    return session


def test_the_band_of_deals_is_written_as_deals_are(rules: Rules) -> None:
    turn = player_view(rules, played(rules, 3), Seat()).now
    wide, narrow = prediction(turn, (10.6, 18.2)), prediction(turn, (3.01, 3.04))
    assert wide.foreseen is not None
    assert narrow.foreseen is not None
    assert ENGLISH.say(wide.foreseen) == "8 of 10 futures: 11 to 18"
    assert ENGLISH.say(narrow.foreseen) == "8 of 10 futures: 3 deals"
    assert prediction(turn).foreseen is None


def test_a_main_figure_outside_its_forecast_is_remarked_on(rules: Rules) -> None:
    view = player_view(rules, played(rules, 3), Seat())
    leads = view.now.figures["leads"].value
    assert leads is not None
    foreseen = {"wins": (1.0, 2.0), "leads": (1.3 * leads, 2 * leads)}
    report = results(rules, view, ENGLISH, foreseen)
    assert report is not None
    assert report.prediction.surprise is not None
    assert ENGLISH.say(report.prediction.surprise).startswith(f"Leads: {leads:.0f}, outside")
    calm = results(rules, view, ENGLISH, foreseen | {"leads": (0.5 * leads, 2 * leads)})
    assert calm is not None
    assert calm.prediction.surprise is None


def test_who_still_waited_is_counted_among_those_at_the_handoff_of_the_next_turn(
    rules: Rules,
) -> None:
    view = player_view(rules, played(rules, 3), Seat())
    report = results(rules, view)
    assert report is not None
    assert report.carried is not None
    before = view.history[2].flows["waiting"].value
    assert before is not None
    assert f"{before:.0f} at the handoff" in ENGLISH.say(report.carried)


def test_who_went_cold_and_who_waits_are_told_apart(rules: Rules) -> None:
    view = player_view(rules, played(rules, 3), Seat())
    report = results(rules, view)
    assert report is not None
    assert report.unanswered is not None
    cold, waiting = (round(view.now.flows[key].value or 0.0) for key in ("unworked", "waiting"))
    said = ENGLISH.say(report.unanswered)
    assert said.startswith(f"Sales did not get to {cold + waiting}: ")
    assert said.endswith(f"{waiting} still wait")


def test_who_wants_a_demo_is_accepted_now_or_left_over(rules: Rules) -> None:
    view = player_view(rules, played(rules, 3), Seat())
    report = results(rules, view)
    assert report is not None
    assert report.carried is not None
    accepted = round(view.now.figures["sqls"].value or 0.0)
    wanted = round(report.pipeline.flow.demos_wanted)
    assert f"{wanted - accepted} for a demo" in ENGLISH.say(report.carried)
    flow, words = report.pipeline.flow, report.pipeline.words
    assert words.narrow == f"demos for {flow.demos:.0f} of {wanted}"


def test_nobody_was_left_over_before_the_first_turn(rules: Rules) -> None:
    report = results(rules, player_view(rules, played(rules, 1), Seat()))
    assert report is not None
    assert report.carried is None


@pytest.mark.parametrize("answer", [0, 1])
def test_news_that_asked_for_an_answer_tell_what_was_decided_and_what_it_did(
    rules: Rules, answer: int
) -> None:
    session = played(rules, 2, answer)
    view = player_view(rules, session, Seat())
    told = happened(rules, view.now, ENGLISH, answers_given(rules, session))
    asked = next(each for each in told if each.answer is not None)
    rule = next(each for each in rules.events if each.key == asked.key)
    choice = rule.choices[answer]
    assert asked.answer is not None
    said = ENGLISH.say(asked.answer)
    assert choice.text.rstrip(".") in said
    assert ("for €" in said) == bool(choice.costs)
    assert (asked.brought is not None) == bool(choice.effects)
