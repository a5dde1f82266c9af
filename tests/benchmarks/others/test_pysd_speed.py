"""PySD: a Vensim model, translated once to Python; a run of all turns, and turn by turn."""

from importlib import import_module
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.others.funnel import STOCKS, TURNS, after, decisions
from tests.benchmarks.others.measuring import Table, timed

pysd: Any = import_module("pysd")
output: Any = import_module("pysd.py_backend.output")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The funnel; PySD writes its Python beside the file, so it is given a copy."""
    place = tmp_path_factory.mktemp("pysd")
    return pysd.read_vensim(copy(Path(__file__).with_name("funnel.mdl"), place))


@pytest.mark.parametrize("turns", TURNS)
def test_a_run_of_pysd(model: Any, turns: int, benchmark: BenchmarkFixture, table: Table) -> None:
    columns = list(STOCKS)

    def run() -> Any:
        return model.run(final_time=turns, return_columns=columns)

    found = timed(benchmark, table, "PySD, a whole run", turns, run)
    assert found.iloc[-1].tolist() == pytest.approx(after([1.0] * turns))


@pytest.mark.parametrize("turns", TURNS)
def test_pysd_turn_by_turn(
    model: Any, turns: int, benchmark: BenchmarkFixture, table: Table
) -> None:
    columns, spends = list(STOCKS), decisions(turns)

    def begin() -> Any:
        kept = output.ModelOutput()
        model.set_stepper(kept, step_vars=["spend"], return_columns=columns, final_time=turns)
        return kept

    def play(kept: Any) -> Any:
        for spend in spends:
            model.step(1, {"spend": spend})
        return kept

    kept = timed(benchmark, table, "PySD, turn by turn", turns, play, begin)
    assert kept.collect(model).iloc[-1].tolist() == pytest.approx(after(spends))
