"""More of one lever, all else equal, never lowers own bookings and never raises a rival's."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.market import LEVERS
from game.market.reference import reference_decisions, reference_params
from tests.market.markets import bookings, budgets, spending

MONTHS = 36


@pytest.mark.parametrize("lever", LEVERS)
@pytest.mark.parametrize("scale", [0.2, 1.0, 4.0])
def test_more_of_a_lever_pays_the_firm_and_never_a_rival(lever: str, scale: float) -> None:
    params = reference_params(3)
    base = reference_decisions(params, scale).spend
    more = base.copy()
    more[0, LEVERS.index(lever)] *= 1.25
    before = bookings(params, spending(params, base.tolist()), MONTHS)
    after = bookings(params, spending(params, more.tolist()), MONTHS)
    assert after[0] > before[0]
    assert (after[1:] <= before[1:] * (1 + 1e-12)).all()


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(data=st.data(), lever=st.sampled_from(range(len(LEVERS))), extra=st.floats(0.05, 5))
def test_more_of_a_lever_never_hurts_from_any_plan(
    data: st.DataObject, lever: int, extra: float
) -> None:
    params = reference_params(2)
    base = data.draw(budgets(2, most=6.0))
    more = base.copy()
    more[0, lever] += extra * params.reference[lever]
    before = bookings(params, spending(params, base.tolist()), MONTHS)
    after = bookings(params, spending(params, more.tolist()), MONTHS)
    assert after[0] >= before[0] * (1 - 1e-9)
    assert after[1] <= before[1] * (1 + 1e-9)


def test_nothing_at_all_books_least() -> None:
    params = reference_params(2)
    rival = reference_decisions(params).spend[1].tolist()
    nothing = bookings(params, spending(params, [[0.0] * 16, rival]), 12)[0]
    for place in range(len(LEVERS)):
        single = [0.0] * 16
        single[place] = float(params.reference[place])
        assert bookings(params, spending(params, [single, rival]), 12)[0] > nothing
    assert np.isfinite(nothing)
