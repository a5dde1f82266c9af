"""People are conserved: nobody appears, nobody vanishes, nobody is counted twice."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.market import Shocks, at_pace, step
from game.market.arrays import locked
from game.market.reference import new_state, reference_decisions, reference_params
from tests.market.markets import PIPELINE, arrays, budgets, firm_counts, people, run


@settings(max_examples=60, deadline=None)
@given(data=st.data(), firms=firm_counts())
def test_people_are_conserved_under_extreme_budgets_every_month(
    data: st.DataObject, firms: int
) -> None:
    params = reference_params(firms)
    state = new_state(params)
    for _ in range(8):
        spend = data.draw(budgets(firms))
        bar = data.draw(st.floats(0, 1))
        wave = data.draw(st.sampled_from([0.0, 0.3, 1.0, 5.0, 100.0]))
        decisions = replace(
            reference_decisions(params), spend=spend, qualification_bar=np.full(firms, bar)
        )
        state, _ = step(params, state, decisions, Shocks(demand=np.array([wave])))
        assert np.allclose(people(state), params.accounts, rtol=1e-12, atol=1e-9)
        for stock in (*PIPELINE, "uncommitted", "cooling"):
            assert getattr(state, stock).min() >= 0, stock


@settings(max_examples=30, deadline=None)
@given(
    demand=st.floats(0, 20),
    churn=st.floats(0, 0.5),
    leak=st.floats(0, 1),
    acceptance=st.floats(0, 1),
    capacity=st.floats(0, 1e4),
)
def test_people_are_conserved_whatever_an_event_bends(
    demand: float, churn: float, leak: float, acceptance: float, capacity: float
) -> None:
    plain = reference_params(3)
    params = replace(
        plain,
        in_market=plain.in_market * demand,
        churn=np.full(4, churn),
        leak=np.array([leak]),
        acceptance=np.array([acceptance]),
        sales_capacity=np.array([capacity]),
        demo_capacity=np.array([capacity]),
    )
    states, _ = run(params, reference_decisions(params, 5.0), 12, luck=(0.2, 3.0, 1.0))
    for state in states:
        assert np.allclose(people(state), params.accounts, rtol=1e-12, atol=1e-9)
        assert min(float(getattr(state, stock).min()) for stock in PIPELINE) >= 0


@pytest.mark.parametrize("length", ["week", "month", "quarter"])
def test_people_are_conserved_at_every_pace(length: str) -> None:
    params = at_pace(reference_params(), length)  # type: ignore[arg-type]
    states, _ = run(params, reference_decisions(params, 2.0), 30)
    assert np.allclose(people(states[-1]), params.accounts, rtol=1e-12, atol=1e-9)


def test_every_flow_is_where_its_people_are() -> None:
    """The flows that a report shows explain the change of each stock."""
    params = reference_params()
    before = new_state(params)
    for _ in range(5):
        state, flow = step(params, before, reference_decisions(params), Shocks(demand=np.ones(1)))
        mqls = before.mql + flow.mqls - flow.leaked - flow.unworked - flow.rejected - flow.too_late
        reached = flow.sqls - flow.outbound - flow.referrals
        assert np.allclose(state.mql, mqls - reached, atol=1e-9)
        sqls = before.sql + flow.sqls - flow.no_demo - flow.unfit - flow.opportunities
        assert np.allclose(state.sql, sqls, atol=1e-9)
        closed = flow.wins + flow.lost_to_rivals + flow.lost_to_no_decision
        deals = before.opportunity + flow.opportunities - closed
        assert np.allclose(state.opportunity, deals, atol=1e-9)
        assert np.allclose(state.customer, before.customer + flow.wins - flow.churned, atol=1e-9)
        before = state


def test_state_and_outcome_cannot_be_written_to() -> None:
    params = reference_params()
    state, outcome = step(
        params, new_state(params), reference_decisions(params), Shocks(demand=np.ones(1))
    )
    for name, array in {**arrays(state), **arrays(outcome)}.items():
        assert not array.flags.writeable, name
    with pytest.raises(ValueError, match="read-only"):
        locked(state).customer[0, 0] = 1.0
