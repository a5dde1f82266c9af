"""The shape of response: bounded, with diminishing returns, a threshold only where n > 1."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.market import LEVERS, MarketParams
from game.market.reference import reference_decisions, reference_params
from game.market.response import adstock, hill
from tests.market.markets import arrays, plan, run, spending

GRID = np.linspace(0, 12, 4001)


def curve(exponent: float) -> np.ndarray:
    shape = np.array([exponent])
    curved = (slice(0, 1),) if exponent != 1 else ()
    return hill(GRID[:, None], shape, curved)[:, 0]


@settings(max_examples=50, deadline=None)
@given(exponent=st.floats(1, 3.9))
def test_response_rises_from_nothing_to_at_most_one(exponent: float) -> None:
    values = curve(exponent)
    assert values[0] == 0
    assert values[-1] < 1
    assert (np.diff(values) > -1e-12).all()


def test_a_plain_lever_has_diminishing_returns_everywhere() -> None:
    assert (np.diff(curve(1.0), 2) < 1e-12).all()


@settings(max_examples=50, deadline=None)
@given(exponent=st.floats(1.1, 3.9))
def test_a_lever_with_a_threshold_has_exactly_one_inflection(exponent: float) -> None:
    bend = np.diff(curve(exponent), 2)
    signs = np.sign(bend[np.abs(bend) > 1e-11])
    assert (np.diff(signs) != 0).sum() == 1
    assert signs[0] > 0 > signs[-1]


def test_half_of_the_response_is_reached_at_the_reference() -> None:
    params = reference_params()
    _, outcomes = run(params, reference_decisions(params), 60)
    uncrowded = [lever for lever in LEVERS if params.crowding[LEVERS.index(lever)] == 0]
    for lever in uncrowded:
        assert outcomes[-1].response[0, LEVERS.index(lever)] == pytest.approx(0.5, abs=0.01), lever


@given(carry=st.floats(0, 0.95), level=st.floats(0, 100))
def test_memory_settles_at_what_is_spent_for_ever(carry: float, level: float) -> None:
    memory = np.zeros(1)
    for _ in range(600):
        memory = adstock(memory, np.array([carry]), np.array([level]))
    assert memory[0] == pytest.approx(level, rel=1e-6, abs=1e-12)


def test_without_money_everything_decays_to_an_organic_floor() -> None:
    params = reference_params(1)
    _, outcomes = run(params, spending(params, [plan()]), 240)
    last, before = outcomes[-1], outcomes[-2]
    assert last.response.max() < 1e-9
    assert last.inbound.sum() > 0, "people who know the firm still come by themselves"
    assert last.inbound.sum() <= before.inbound.sum() * 1.001
    assert last.bookings[0] < outcomes[12].bookings[0] + 1e-9


def test_a_billionfold_budget_stays_finite() -> None:
    params = reference_params()
    states, outcomes = run(params, reference_decisions(params, 1e9), 24)
    for value in (states[-1], outcomes[-1]):
        for name, array in arrays(value).items():
            assert np.isfinite(array).all(), name


def test_more_rivals_spending_makes_attention_dearer_within_bounds() -> None:
    params = reference_params()
    quiet = spending(params, [plan(advertising=35_000)] + [plan()] * 3)
    loud = spending(params, [plan(advertising=35_000)] + [plan(advertising=350_000)] * 3)
    _, calm = run(params, quiet, 3)
    _, crowded = run(params, loud, 3)
    assert crowded[-1].price_of_attention[0] > calm[-1].price_of_attention[0]
    assert crowded[-1].price_of_attention[0] <= MarketParams().price_ceiling
    assert crowded[-1].response[0, 2] < calm[-1].response[0, 2]
