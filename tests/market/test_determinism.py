"""Same inputs, same bits: alone or in a batch, and whatever the firms are called."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.market import Decisions, MarketState, Shocks, step
from game.market.arrays import batched, locked
from game.market.reference import new_state, reference_decisions, reference_params
from tests.market.markets import arrays, budgets, plan, run, spending


def batch_of(state: MarketState, shape: tuple[int, ...]) -> MarketState:
    changes: dict[str, Any] = {name: batched(array, shape) for name, array in arrays(state).items()}
    return locked(replace(state, **changes))


@settings(max_examples=25, deadline=None)
@given(data=st.data(), firms=st.integers(1, 5), order=st.sampled_from(["C", "F"]))
def test_a_world_of_a_batch_equals_the_world_alone_to_the_last_bit(
    data: st.DataObject, firms: int, order: str
) -> None:
    params, worlds = reference_params(firms), 3
    plans = [data.draw(budgets(firms, most=20.0)) for _ in range(worlds)]
    luck = data.draw(st.lists(st.floats(0.2, 4), min_size=worlds, max_size=worlds))
    usual = reference_decisions(params)
    together = Decisions(
        spend=np.array(np.stack(plans), order=order),  # type: ignore[call-overload]
        qualification_bar=batched(usual.qualification_bar, (worlds,)),
        focus=batched(usual.focus, (worlds,)),
        positioning=batched(usual.positioning, (worlds,)),
    )
    state = batch_of(new_state(params), (worlds,))
    alone = [new_state(params)] * worlds
    for _ in range(4):
        state, outcome = step(params, state, together, Shocks(demand=np.array(luck)[:, None]))
        for world in range(worlds):
            decisions = replace(usual, spend=plans[world])
            shocks = Shocks(demand=np.array([luck[world]]))
            alone[world], single = step(params, alone[world], decisions, shocks)
            for name, array in arrays(single).items():
                assert (getattr(outcome, name)[world] == array).all(), name
            for name, array in arrays(alone[world]).items():
                assert (getattr(state, name)[world] == array).all(), name


def test_the_same_game_twice_gives_the_same_bits() -> None:
    params = reference_params()
    first, _ = run(params, reference_decisions(params, 1.3), 12, luck=(0.9, 1.2))
    second, _ = run(params, reference_decisions(params, 1.3), 12, luck=(0.9, 1.2))
    for name, array in arrays(first[-1]).items():
        assert (getattr(second[-1], name) == array).all(), name


@settings(max_examples=20, deadline=None)
@given(plans=budgets(4, most=10.0), order=st.permutations(range(4)))
def test_relabelling_firms_permutes_the_results(plans: np.ndarray, order: list[int]) -> None:
    params = reference_params(4)
    states, outcomes = run(params, spending(params, plans.tolist()), 6)
    others, renamed = run(params, spending(params, plans[order].tolist()), 6)
    assert np.allclose(renamed[-1].bookings, outcomes[-1].bookings[order], rtol=1e-10, atol=1e-9)
    assert np.allclose(others[-1].customer, states[-1].customer[order], rtol=1e-10, atol=1e-9)


def test_equal_firms_stay_equal() -> None:
    params = reference_params(5)
    states, outcomes = run(params, reference_decisions(params), 24)
    for value in (states[-1], outcomes[-1]):
        for name, array in arrays(value).items():
            if array.shape[:1] == (5,):
                spread = np.abs(array - array[:1]).max()
                assert spread <= 1e-12 * max(1.0, np.abs(array).max()), name


def test_a_firm_without_money_and_name_changes_nothing() -> None:
    three, four = reference_params(3), reference_params(4)
    spend = reference_decisions(three, 1.5).spend.tolist()
    _, outcomes = run(three, spending(three, spend), 12)
    awareness = np.full((4, 4), 0.15)
    customers = np.full((4, 4), 0.0015)
    awareness[3], customers[3] = 0.0, 0.0
    start = new_state(four, awareness=awareness, customer_share=customers)
    _, others = run(four, spending(four, [*spend, plan()]), 12, state=start)
    assert np.allclose(others[-1].bookings[:3], outcomes[-1].bookings, rtol=1e-12)
    assert others[-1].wins[3].sum() == pytest.approx(0, abs=1e-12)
