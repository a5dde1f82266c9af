"""Where in the funnel a figure changed: the stages add up to the change."""

from dataclasses import replace
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.funnel_why import STAGES, funnel_why, product_parts
from game.session import Session, new_session
from game.session.measures import measure
from tests.session.tables import OFFER, STORM, good_month, play, small_rules

FACTOR = st.floats(1e-3, 1e3) | st.just(0.0)


@given(st.lists(st.tuples(FACTOR, FACTOR), min_size=1, max_size=7))
def test_the_parts_of_a_product_leave_no_rest(factors: list[tuple[float, float]]) -> None:
    before, now = prod(x for x, _ in factors), prod(y for _, y in factors)
    size = prod(max(both) for both in factors)
    assert sum(product_parts(factors)) == pytest.approx(now - before, rel=1e-9, abs=1e-9 * size)


@given(st.lists(st.tuples(FACTOR, FACTOR), min_size=2, max_size=5))
def test_each_part_goes_the_way_of_its_factor(factors: list[tuple[float, float]]) -> None:
    for (before, now), part in zip(factors, product_parts(factors), strict=True):
        assert part * (now - before) >= 0


@pytest.mark.parametrize("name", STAGES)
def test_the_stages_add_up_to_the_change(name: str) -> None:
    rules = small_rules(turns=5, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), "random")
    for turn in range(2, 6):
        found = funnel_why(session, name, turn)
        assert sum(found.parts.values()) == pytest.approx(found.now - found.before, rel=1e-9)
        assert tuple(found.parts) == STAGES[: STAGES.index(name) + 1]
        if name != "closed":
            closed = session.history[turn - 1].closed
            assert found.now == float(measure(rules, closed, name)[0])


def test_more_people_in_the_market_are_more_leads_and_no_better_rates() -> None:
    _, session = good_month()
    found = funnel_why(session, "mqls", 3)
    assert found.parts["leads"] > found.parts["mqls"]
    assert found.parts["leads"] > 0


def without(session: Session, turn: int, *flows: str) -> Session:
    """Return a game in which some flows of a turn were nothing."""
    record = session.history[turn - 1]
    outcome = record.closed.outcome
    assert outcome is not None
    changes = {name: np.zeros_like(getattr(outcome, name)) for name in flows}
    closed = replace(record.closed, outcome=replace(outcome, **changes))
    history = list(session.history)
    history[turn - 1] = replace(record, closed=closed)
    return replace(session, history=tuple(history))


@pytest.mark.parametrize(
    "flows",
    [
        ("inbound", "outbound"),
        ("mqls",),
        ("wins", "bookings"),
        ("inbound", "outbound", "sqls"),
        ("inbound", "outbound", "mqls", "sqls", "opportunities"),
    ],
)
@pytest.mark.parametrize("turn", [2, 3])
def test_a_stage_with_nobody_in_it_leaves_no_rest_either(flows: tuple[str, ...], turn: int) -> None:
    rules = small_rules(turns=3)
    session = play(rules, new_session(rules, 3), "steady")
    found = funnel_why(without(session, turn, *flows), "bookings", 3)
    assert found.now != found.before
    assert sum(found.parts.values()) == pytest.approx(found.now - found.before, rel=1e-9)


def test_a_rate_of_nobody_is_no_cause() -> None:
    rules = small_rules(turns=3)
    session = play(rules, new_session(rules, 3), "steady")
    gone = ("inbound", "outbound", "mqls", "sqls", "opportunities")
    nothing = (*gone, "wins", "lost_to_rivals", "lost_to_no_decision", "bookings")
    found = funnel_why(without(session, 3, *nothing), "bookings", 3)
    assert found.parts["leads"] == pytest.approx(-found.before)
    assert not any(part for stage, part in found.parts.items() if stage != "leads")


@pytest.mark.parametrize(("name", "turn"), [("wins", 1), ("wins", 4), ("awareness", 2)])
def test_what_is_no_stage_or_has_no_turn_before_is_refused(name: str, turn: int) -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 3), "steady", turns=3)
    with pytest.raises(ValueError, match=r"."):
        funnel_why(session, name, turn)
