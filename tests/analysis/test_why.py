"""Why a figure changed: the causes add up to the change, and what did not change is no cause."""

from dataclasses import replace
from typing import Final

import numpy as np
import pytest

from game.analysis.turn_inputs import CAUSES
from game.analysis.why import EXPLAINED, Why, why, whys
from game.market.arrays import frozen
from game.market.reference import new_state, reference_params
from game.scenario.rules import Effect, EventRule, Rules
from game.session import (
    Choose,
    Command,
    EndTurn,
    Seat,
    Session,
    Submit,
    new_session,
    no_luck,
    replay,
)
from game.session.measures import measure
from tests.session.tables import BUDGET, OFFER, STORM, even, good_month, play, small_rules, submit

YOURS: Final = ("marketing", "sales", "together", "policies")


def sum_of(found: Why) -> float:
    return sum(found.parts.values())


def repeated_plan(rules: Rules, turns: int = 4) -> Session:
    """Return a game in which nothing is decided anew, and nothing unusual happens."""
    start = new_session(rules, 1, luck=no_luck(rules))
    return replay(rules, start, [submit(), *[EndTurn()] * turns])


@pytest.mark.parametrize("strategy", ["random", "silo_sales"])
def test_the_causes_add_up_to_the_change_of_every_measure(strategy: str) -> None:
    rules = small_rules(turns=5, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), strategy)
    for turn in range(2, 6):
        for found in whys(rules, session, EXPLAINED, turn):
            size = max(abs(found.before), abs(found.now), 1.0)
            assert sum_of(found) == pytest.approx(found.now - found.before, abs=1e-9 * size)
            assert tuple(found.parts) == CAUSES


def test_the_figures_are_those_of_the_game() -> None:
    rules = small_rules(turns=5, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), "random")
    for turn in range(2, 6):
        for found in whys(rules, session, EXPLAINED, turn):
            for record, told in (
                (session.history[turn - 2], found.before),
                (session.history[turn - 1], found.now),
            ):
                assert told == float(measure(rules, record.closed, found.measure)[0])


def test_one_measure_is_explained_as_among_many() -> None:
    rules = small_rules(turns=3)
    session = play(rules, new_session(rules, 3), "random")
    many = {found.measure: found for found in whys(rules, session, EXPLAINED, 3)}
    assert why(rules, session, "leads", 3).parts == many["leads"].parts


def test_a_plan_that_stays_is_no_cause() -> None:
    rules = small_rules(turns=4)
    found = why(rules, repeated_plan(rules), "bookings", 4)
    assert [found.parts[cause] for cause in YOURS] == [0.0] * 4
    assert found.parts["events"] == found.parts["demand"] == 0
    assert found.parts["pipeline"] > 0
    assert found.parts["built_up"] > 0


@pytest.mark.parametrize(
    ("lever", "cause", "name"),
    [
        ("advertising", "marketing", "leads"),
        ("product_demos", "sales", "opportunities"),
        ("joint_meetings", "together", "sqls"),
    ],
)
def test_more_money_is_a_cause_of_its_own_group(lever: str, cause: str, name: str) -> None:
    rules = small_rules(turns=3, events=())
    more = submit(even(**{lever: 40_000.0}))
    start = new_session(rules, 1, luck=no_luck(rules))
    session = replay(rules, start, [submit(), EndTurn(), EndTurn(), more, EndTurn()])
    parts = dict(why(rules, session, name, 3).parts)
    assert parts.pop(cause) > 0  # type: ignore[call-overload]  # one of CAUSES
    assert [parts[each] for each in YOURS if each in parts] == [0.0] * 3


def test_a_stricter_bar_is_a_policy() -> None:
    rules = small_rules(turns=3)
    start = new_session(rules, 1, luck=no_luck(rules))
    strict = submit(bar=1.0)
    session = replay(rules, start, [submit(), EndTurn(), EndTurn(), strict, EndTurn()])
    found = why(rules, session, "mqls", 3)
    assert found.parts["policies"] < 0
    assert found.parts["marketing"] == 0


def test_a_good_month_is_demand() -> None:
    rules, session = good_month()
    found = why(rules, session, "leads", 3)
    assert found.parts["demand"] > 0.4 * found.before
    assert max(found.parts, key=lambda cause: found.parts[cause]) == "demand"


def test_the_season_is_demand() -> None:
    rules = small_rules(turns=3)
    season = np.ones(12)
    season[2] = 0.0
    rules = replace(rules, params=replace(rules.params, season=frozen(season)))
    found = why(rules, repeated_plan(rules, 3), "leads", 3)
    assert found.now == 0
    assert found.parts["demand"] == pytest.approx(-found.before, rel=0.2)


def test_a_storm_is_an_event_when_it_comes_and_when_it_goes() -> None:
    storm = replace(STORM, effects=(Effect(target="demand", operation="times", value=0.5),))
    rules = small_rules(turns=5, events=(storm,))
    session = repeated_plan(rules, 5)
    events = [why(rules, session, "leads", turn).parts["events"] for turn in range(2, 6)]
    assert events[0] < 0 < events[2]
    assert events[1] == events[3] == 0


def test_a_gift_to_customers_is_an_event() -> None:
    rules = small_rules(turns=3, events=(OFFER,))
    pay = Choose(seat=Seat(), event="offer", choice="pay")
    plan = submit(even(5_000.0))
    start = new_session(rules, 1, luck=no_luck(rules))
    session = replay(rules, start, [plan, EndTurn(), pay, plan, EndTurn(), EndTurn()])
    there, gone = (why(rules, session, "satisfaction", turn).parts for turn in (2, 3))
    assert there["events"] > 0.05
    assert there["events"] > max(abs(there[cause]) for cause in CAUSES if cause != "events")
    # The push was given once and stays: in the next turn it is part of what was built up.
    assert gone["events"] < 0 < gone["built_up"]


def test_what_other_firms_do_is_rivals() -> None:
    firms = 2
    params = replace(reference_params(firms), allowance=frozen([BUDGET] * firms))
    rules = small_rules(turns=3, rivals=1, players=2, params=params, start=new_state(params))
    rules = replace(rules, rivals=(), firm_names=("You", "They"))
    seats = (Seat(0), Seat(1))
    mine, theirs = (Submit(seat=seat, spend=even(9_000.0)) for seat in seats)
    loud = replace(theirs, spend=even(0.0, advertising=BUDGET))
    journal: list[Command] = [mine, theirs, EndTurn(), EndTurn(), loud, EndTurn()]
    start = new_session(rules, 1, seats, no_luck(rules))
    session = replay(rules, start, journal)
    ours = why(rules, session, "leads", 3)
    assert ours.parts["rivals"] < 0
    assert [ours.parts[cause] for cause in YOURS] == [0.0] * 4
    assert why(rules, session, "leads", 3, firm=1).parts["marketing"] > 0


def test_quarters_are_explained_as_months_are() -> None:
    params = replace(small_rules().params, steps=3)
    event = EventRule(key="boom", title="", effects=STORM.effects, lasts_turns=1)
    rules = small_rules(turns=3, params=params, one_turn_is="quarter", events=(event,))
    session = play(rules, new_session(rules, 4), "random")
    for found in whys(rules, session, EXPLAINED, 2):
        size = max(abs(found.before), abs(found.now), 1.0)
        assert sum_of(found) == pytest.approx(found.now - found.before, abs=1e-9 * size)
        assert found.now == float(measure(rules, session.history[1].closed, found.measure)[0])


def test_a_firm_alone_in_its_market_has_no_rivals() -> None:
    rules = small_rules(turns=3, rivals=0)
    session = play(rules, new_session(rules, 4), "random")
    assert why(rules, session, "bookings", 3).parts["rivals"] == 0


@pytest.mark.parametrize(
    ("name", "turn"), [("bookings", 1), ("bookings", 3), ("cash", 2), ("joy", 2)]
)
def test_what_has_no_turn_before_or_no_causes_is_refused(name: str, turn: int) -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 4), "steady", turns=2)
    with pytest.raises(ValueError, match=r"."):
        why(rules, session, name, turn)
