"""Our market beside them: 4 firms × 4 segments × 16 levers, alone and 1,000 worlds at once."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.market import Decisions, MarketState, Shocks, step
from game.market.arrays import batched, locked
from game.market.reference import new_state, no_luck, reference_decisions, reference_params
from tests.benchmarks.others.funnel import TURNS
from tests.benchmarks.others.measuring import BATCH, SINGLE, WORLDS, Table, timed

PARAMS = reference_params()


def batch(value: Any) -> Any:
    """Repeat every array of a state, of decisions or of luck for all worlds."""
    arrays = {each.name: getattr(value, each.name) for each in fields(value)}
    many = {
        name: batched(array, (WORLDS,))
        for name, array in arrays.items()
        if isinstance(array, np.ndarray)
    }
    return locked(replace(value, **many))


def game(turns: int, form: Callable[[Any], Any]) -> Callable[[], MarketState]:
    """Return a game of so many turns, to be played; ``form`` makes a batch of one world."""
    first: MarketState = form(new_state(PARAMS))
    decisions: Decisions = form(reference_decisions(PARAMS))
    shocks: Shocks = form(no_luck())

    def play() -> MarketState:
        state = first
        for _ in range(turns):
            state, _ = step(PARAMS, state, decisions, shocks)
        return state

    return play


@pytest.mark.parametrize("turns", TURNS)
def test_our_market_turn_by_turn(turns: int, benchmark: BenchmarkFixture, table: Table) -> None:
    state = timed(benchmark, table, SINGLE, turns, game(turns, lambda value: value))
    assert state.elapsed == turns


@pytest.mark.parametrize("turns", TURNS)
def test_a_thousand_of_our_markets(turns: int, benchmark: BenchmarkFixture, table: Table) -> None:
    state = timed(benchmark, table, BATCH, turns, game(turns, batch), worlds=WORLDS)
    alone = game(turns, lambda value: value)()
    assert np.array_equal(state.customer[-1], alone.customer)
