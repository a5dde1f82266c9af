"""What a debrief begins with: three moments, and everything else that can be asked of a game."""

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.changes import AsTurnBefore
from game.analysis.courses import course_of_session
from game.analysis.debrief import debrief
from game.analysis.moments import moments
from game.analysis.what_if import what_if
from game.analysis.why import EXPLAINED, whys
from game.market import GROUPS
from game.market.arrays import locked
from game.scenario import load
from game.session import EndTurn, Seat, Session, Submit, apply, new_session, replay
from game.session.measures import measure
from tests.analysis.shipped_games import finished
from tests.session.tables import OFFER, STORM, even, play, small_rules, submit


def told(*plans: Submit, turns: int = 4) -> Session:
    rules = small_rules(turns=turns)
    journal = [command for plan in plans for command in (plan, EndTurn())]
    return replay(rules, new_session(rules, 2), journal)


def test_the_miss_is_the_prediction_furthest_from_what_came() -> None:
    rules = small_rules(turns=4)
    said = (0.0, 900.0, 1.0, None)
    session = told(*(submit(prediction=each) for each in said))
    miss = moments(rules, session).miss
    assert miss is not None
    assert (miss.turn, miss.said) == (2, 900.0)
    assert miss.won == float(measure(rules, session.history[1].closed, "wins")[0])


def test_who_never_predicts_never_misses() -> None:
    rules = small_rules(turns=4)
    assert moments(rules, told(submit(), submit())).miss is None


def test_of_several_predictions_that_of_the_first_seat_counts() -> None:
    rules = small_rules(turns=1)
    seats = (Seat(0, "marketing"), Seat(0, "sales"))
    plans = [Submit(seat=seat, spend=even(0.0), prediction=7.0) for seat in seats]
    plans[1] = replace(plans[1], prediction=70.0)
    session = replay(rules, new_session(rules, 1, seats), [*reversed(plans), EndTurn()])
    miss = moments(rules, session).miss
    assert miss is not None
    assert miss.said == 7.0


def test_the_missed_gain_is_what_the_best_simple_plan_would_have_brought() -> None:
    rules = small_rules(turns=4)
    good, bad = submit(), submit(even(0.0, public_relations=150_000.0))
    missed = moments(rules, told(good, good, bad, good)).missed_gain
    assert missed is not None
    assert missed.turn == 3
    assert missed.instead in {"as_before", "even"}
    comparison = what_if(rules, told(good, good, bad, good), missed.change)
    assert missed.score == pytest.approx(comparison.score_gained)
    assert missed.bookings == pytest.approx(comparison.bookings_gained)
    again = what_if(rules, told(good, good, bad, good), AsTurnBefore(turn=3))
    assert missed.score >= again.score_gained - 1e-9


def test_where_no_simple_plan_is_better_no_gain_was_missed() -> None:
    rules = small_rules(turns=3)
    session = play(rules, new_session(rules, 2), "steady")
    gains = moments(rules, session).missed_gain
    # Dividing evenly is what was done; whole units of money leave a rounding to be gained.
    assert gains is None or gains.score < 0.01


def test_pars_shares_are_tried_where_they_are_known() -> None:
    rules = small_rules(turns=3)
    poor = told(*[submit(even(0.0, public_relations=150_000.0))] * 3, turns=3)
    spend = np.zeros((3, 1, 16))
    spend[..., 7:11] = 1.0  # sales alone: any other division than the even one
    par = locked(replace(course_of_session(rules, poor), spend=spend))
    without, with_par = (moments(rules, poor, par=each).missed_gain for each in (None, par))
    assert without is not None
    assert with_par is not None
    assert with_par.score >= without.score
    assert {without.instead, with_par.instead} <= {"even", "par"}


def test_in_a_shared_market_every_firm_is_measured_by_the_plan_of_par() -> None:
    rules = load("title: Both\nworkshop: {worlds: shared, teams: 2}\n", "both")
    seats = (Seat(0), Seat(1))
    session = new_session(rules, 1, seats)
    for seat in seats:
        wasted = even(0.0, public_relations=40_000.0)
        session = apply(rules, session, Submit(seat=seat, spend=wasted))
    session = apply(rules, session, EndTurn())
    course = course_of_session(rules, session)
    spend = np.full_like(course.spend, 1 / 16)
    spend[:, 0] = np.array(even(0.05, joint_meetings=0.15, shared_kpis=0.1, prospecting=0.1))
    par = locked(replace(course, spend=spend, of_cash=True))  # the first firm plays it
    for firm in (0, 1):
        missed = moments(rules, session, firm, par).missed_gain
        assert missed is not None
        assert missed.instead == "par"


def test_collaboration_begins_with_the_first_money_for_it() -> None:
    rules = small_rules(turns=4)
    alone = submit(tuple(0.0 if place > 10 else 9_000.0 for place in range(16)))
    both = submit(even(9_000.0))
    found = moments(rules, told(alone, alone, both, both)).together
    assert found is not None
    assert found.turn == 3
    assert found.money == pytest.approx(9_000.0 * len(GROUPS["together"]))
    assert found.share == pytest.approx(5 / 16)
    assert moments(rules, told(alone, alone)).together is None


def test_a_debrief_holds_it_all_and_its_parts_agree() -> None:
    rules = small_rules(turns=5, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), "random")
    found = debrief(rules, session, worlds=10)
    assert found.turns == found.attribution.turns == found.luck.turns == 5
    assert found.luck.played == pytest.approx(found.groups.score)
    together = [each for each in found.attribution.groups if each.change.group == "together"]  # type: ignore[union-attr]  # groups hold GroupOut
    assert -found.collaboration.moved.score_gained == pytest.approx(together[0].score)
    assert -found.collaboration.unspent.score_gained == pytest.approx(together[1].score)


@pytest.mark.parametrize("scenario", ["first_steps", "fresh_start", "two_silos"])
def test_every_kind_of_scenario_can_be_debriefed(scenario: str) -> None:
    rules, session = finished(scenario)
    found = debrief(rules, session, worlds=3)
    points = sum(each.score for each in found.groups.groups)
    assert points == pytest.approx(found.groups.score - found.groups.score_of_nothing)
    assert np.isfinite([each.score for each in found.attribution.levers]).all()
    for turn in range(2, rules.turns + 1):
        for each in whys(rules, session, EXPLAINED, turn):
            size = max(abs(each.before), abs(each.now), 1.0)
            rest = sum(each.parts.values()) - (each.now - each.before)
            assert abs(rest) < 1e-9 * size


def test_a_debrief_needs_a_turn() -> None:
    rules = small_rules()
    with pytest.raises(ValueError, match="no turn"):
        debrief(rules, new_session(rules), worlds=1)
