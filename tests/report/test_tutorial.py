"""The tutorial's steps, one after the other."""

from dataclasses import replace

import pytest

from game.market import LEVERS
from game.report.tutorial import (
    STEPS,
    Looks,
    Moment,
    Now,
    Spends,
    is_done,
    place_of_step,
    seen_instead,
    step_now,
)

PLAN = Now(moment=Moment(1, "plan"), budget=30_000.0)


def test_there_are_at_most_twelve_short_steps() -> None:
    assert len(STEPS) <= 12
    assert len({step.key for step in STEPS}) == len(STEPS)
    assert all(len(step.say.text) <= 130 for step in STEPS)


def test_steps_follow_each_other_in_time() -> None:
    moments = [step.moment for step in STEPS]
    assert moments == sorted(moments)


def test_steps_ask_for_money_only_on_levers_that_exist() -> None:
    asked = [step.done for step in STEPS if isinstance(step.done, Spends)]
    assert {doing.lever for doing in asked} <= set(LEVERS)
    assert sum(doing.share for doing in asked) < 1


def test_a_step_of_a_later_turn_says_where_its_money_comes_from() -> None:
    """The plan of the turn before lies on the desk, and hardly anything is left."""
    later = [step for step in STEPS if isinstance(step.done, Spends) and step.moment.turn > 1]
    assert len(later) >= 2
    assert all("from advertising" in step.say.text for step in later)


def test_the_first_turn_is_played_before_two_minutes_of_reading() -> None:
    """At 100 words a minute, which is slow; the briefing has a page of its own."""
    first = [step for step in STEPS if step.moment == Moment(1, "plan")]
    words = sum(len(step.say.text.split()) for step in first)
    assert words <= 120
    assert len(STEPS[0].say.text.split()) <= 30


def test_a_step_waits_until_enough_is_planned() -> None:
    little = replace(PLAN, spend={"advertising": 5_000.0})
    enough = replace(PLAN, spend={"advertising": 15_000.0})
    assert step_now(0, PLAN) == step_now(0, little) == 0
    assert step_now(0, enough) == 1


def test_a_step_waits_while_more_is_planned_than_there_is() -> None:
    over = replace(PLAN, spend={"advertising": 15_000.0, "content_marketing": PLAN.budget})
    assert step_now(0, over) == 0


def test_a_step_that_is_only_to_be_looked_at_waits_for_the_player() -> None:
    done = replace(PLAN, spend={"advertising": 15_000.0, "content_marketing": 9_000.0})
    assert isinstance(STEPS[step_now(0, done)].done, Looks)
    assert STEPS[step_now(2, done)].key == "predict"


def test_steps_whose_moment_has_gone_are_passed() -> None:
    results = Now(moment=Moment(1, "results"), budget=0.0)
    assert STEPS[step_now(0, results)].key == "pipeline"
    late = Now(moment=Moment(4, "plan"), budget=24_000.0)
    assert step_now(0, late) == len(STEPS)


def test_a_step_of_a_later_moment_waits_for_it() -> None:
    demos = place_of_step("demos")
    assert step_now(demos, replace(PLAN, spend={"product_demos": 30_000.0})) == demos


def test_who_closes_the_question_is_shown_the_button_that_asks_it() -> None:
    deals = place_of_step("deals")
    planned = replace(PLAN, spend={"advertising": 15_000.0, "content_marketing": 9_000.0})
    shown = seen_instead(deals, planned, {"advertise", "left", "content", "predict"})
    assert shown is not None
    assert shown.key == "predict"
    assert seen_instead(deals, planned, set()) is None


@pytest.mark.parametrize("key", ["", "a step of another version"])
def test_a_step_that_nobody_knows_is_the_first(key: str) -> None:
    assert place_of_step(key) == 0


def test_without_money_nothing_counts_as_planned() -> None:
    assert not is_done(STEPS[0], replace(PLAN, budget=0.0))
