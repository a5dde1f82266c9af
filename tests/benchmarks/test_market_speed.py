"""How fast the market answers: 4 firms × 4 segments × 16 levers. Aims: .3 ms, 300,000 a second."""

from dataclasses import replace
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.market import Decisions, MarketState, Shocks, step
from game.market.arrays import batched, locked
from game.market.reference import new_state, no_luck, reference_decisions, reference_params
from tests.market.markets import arrays


def batch(value: Any, worlds: int) -> Any:
    """Repeat every array of a state or of decisions for so many worlds."""
    return locked(
        replace(value, **{name: batched(array, (worlds,)) for name, array in arrays(value).items()})
    )


def test_one_turn_of_one_market(benchmark: BenchmarkFixture) -> None:
    params = reference_params()
    state, decisions, shocks = new_state(params), reference_decisions(params), no_luck()
    for _ in range(6):
        state, _ = step(params, state, decisions, shocks)
    benchmark(step, params, state, decisions, shocks)


@pytest.mark.parametrize("worlds", [250, 1_000, 2_000])
def test_one_turn_of_a_batch(benchmark: BenchmarkFixture, worlds: int) -> None:
    params = reference_params()
    state: MarketState = batch(new_state(params), worlds)
    decisions: Decisions = batch(reference_decisions(params), worlds)
    shocks: Shocks = batch(no_luck(), worlds)
    for _ in range(6):
        state, _ = step(params, state, decisions, shocks)
    benchmark(step, params, state, decisions, shocks)
    if benchmark.stats is not None:
        fastest = benchmark.stats.stats.min
        benchmark.extra_info["world_turns_a_second"] = round(worlds / fastest)
