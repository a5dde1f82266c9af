"""How long it takes to say whether a scenario teaches, beside the search of its par.

The aim: 60 s for both, on two cores.
"""

from functools import cache
from typing import Any

import pytest

from game.analysis.balance import measured_balance
from game.analysis.memory import keep_freed_memory
from game.analysis.par import Par, search_par
from game.scenario.rules import Rules
from game.storage.places import found_places
from game.storage.scenarios import load_scenario


@pytest.fixture(scope="module", autouse=True)
def _as_the_program_starts() -> None:
    keep_freed_memory()


@cache
def fresh_start() -> tuple[Rules, Par]:
    rules = load_scenario(found_places(), "fresh_start")
    return rules, search_par(rules, effort=0.02)


def test_playing_a_scenario_in_all_ways_in_200_worlds(benchmark: Any) -> None:
    rules, par = fresh_start()
    measured = benchmark.pedantic(measured_balance, (rules, par), rounds=2)
    assert measured.worlds == 200
