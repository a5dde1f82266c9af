"""Markets for the tests of the market: any number of firms, any plans, any luck."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from game.market import LEVERS, Array, Decisions, MarketParams, MarketState, Outcome, Shocks, step
from game.market.arrays import locked
from game.market.reference import new_state, no_luck, reference_decisions, reference_params

PIPELINE = ("lead", "nurture", "mql", "sql", "opportunity", "customer")


def people(state: MarketState) -> Array:
    """Return the accounts of each segment, wherever they are."""
    in_firms = sum(getattr(state, stock).sum(axis=-2) for stock in PIPELINE)
    total: Array = in_firms + state.uncommitted + state.cooling
    return total


def spending(params: MarketParams, plans: Sequence[Sequence[float]]) -> Decisions:
    """Return decisions with one row of amounts a firm, the policies as usual."""
    decisions = reference_decisions(params)
    return locked(replace(decisions, spend=np.array(plans, dtype=float)))


def run(
    params: MarketParams,
    decisions: Decisions,
    turns: int,
    luck: Sequence[float] | None = None,
    state: MarketState | None = None,
) -> tuple[list[MarketState], list[Outcome]]:
    """Play the same decisions for some turns."""
    state = new_state(params) if state is None else state
    states, outcomes = [state], []
    for turn in range(turns):
        shocks = no_luck(params.steps)
        if luck is not None:
            shocks = Shocks(demand=np.full(params.steps, luck[turn % len(luck)]))
        state, outcome = step(params, state, decisions, shocks)
        states.append(state)
        outcomes.append(outcome)
    return states, outcomes


def bookings(params: MarketParams, decisions: Decisions, months: int) -> Array:
    """Return what each firm books in so many months, (f,)."""
    _, outcomes = run(params, decisions, months)
    total: Array = sum(outcome.bookings for outcome in outcomes)  # type: ignore[assignment]
    return total


def plan(**amounts: float) -> list[float]:
    """Return one firm's amounts, 0 where nothing is said."""
    return [amounts.get(lever, 0.0) for lever in LEVERS]


def arrays(value: Any) -> dict[str, Array]:
    """Return the arrays of a state or an outcome by name."""
    found = {field.name: getattr(value, field.name) for field in fields(value)}
    return {name: array for name, array in found.items() if isinstance(array, np.ndarray)}


def firm_counts() -> st.SearchStrategy[int]:
    return st.integers(min_value=1, max_value=6)


def budgets(firms: int, most: float = 1_000.0) -> st.SearchStrategy[Array]:
    """Random spend of every firm on every lever, 0 to ``most`` times the reference."""
    size = firms * len(LEVERS)
    # Many zeros and a few giants find more than evenly spread amounts.
    amount = st.one_of(
        st.just(0.0), st.floats(0, 3), st.floats(0, most), st.just(1e-12), st.just(most)
    )
    reference = reference_params(firms).reference
    return st.lists(amount, min_size=size, max_size=size).map(
        lambda values: np.array(values).reshape(firms, len(LEVERS)) * reference
    )
