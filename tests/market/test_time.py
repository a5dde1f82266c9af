"""One parameter set serves weeks, months and quarters; decisions show within a game."""

from dataclasses import replace

import numpy as np
import pytest

from game.market import LEVERS, Shocks, at_pace, step
from game.market.pace import FLOWS, STOCK_RATES
from game.market.params import MarketParams
from game.market.reference import new_state, reference_decisions, reference_params
from tests.market.markets import arrays, bookings, run, spending


def test_three_months_equal_one_quarter() -> None:
    monthly = reference_params()
    quarterly = at_pace(monthly, "quarter")
    luck = np.array([0.8, 1.1, 1.3])
    state = new_state(monthly)
    booked = np.zeros(4)
    for month in range(3):
        state, outcome = step(
            monthly, state, reference_decisions(monthly), Shocks(demand=luck[month : month + 1])
        )
        booked = booked + outcome.bookings
    quarter, whole = step(
        quarterly, new_state(quarterly), reference_decisions(quarterly), Shocks(demand=luck)
    )
    for name, array in arrays(state).items():
        if name != "cash":
            assert np.allclose(getattr(quarter, name), array, rtol=1e-12, atol=1e-12), name
    assert np.allclose(whole.bookings, booked, rtol=1e-12)
    assert whole.spend.sum() == pytest.approx(3 * reference_decisions(monthly).spend.sum())


def test_a_year_of_weeks_is_about_a_year_of_months() -> None:
    monthly = reference_params()
    weekly = at_pace(monthly, "week")
    months, _ = run(monthly, reference_decisions(monthly), 12)
    weeks, _ = run(weekly, replace(reference_decisions(weekly), spend=_a_week(weekly)), 52)
    assert weeks[-1].awareness == pytest.approx(months[-1].awareness, rel=0.05)
    assert weeks[-1].customer == pytest.approx(months[-1].customer, rel=0.08)


def _a_week(weekly: MarketParams) -> np.ndarray:
    return np.tile(weekly.reference, (weekly.firms, 1))


@pytest.mark.parametrize("name", [*STOCK_RATES, *FLOWS, "memory"])
def test_every_rate_named_by_the_pace_is_a_parameter(name: str) -> None:
    assert name in MarketParams.__dataclass_fields__


@pytest.mark.parametrize("lever", LEVERS)
def test_every_lever_shows_within_six_months(lever: str) -> None:
    params = reference_params(3)
    base = reference_decisions(params).spend
    more = base.copy()
    more[0, LEVERS.index(lever)] *= 3
    before = bookings(params, spending(params, base.tolist()), 6)[0]
    after = bookings(params, spending(params, more.tolist()), 6)[0]
    assert after > before * 1.001
