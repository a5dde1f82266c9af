"""BPTK-Py: the funnel in its own words, on both of its engines, and turn by turn in a session.

Its Python engine (3.2) writes ``a - (b + c)`` and ``(a / b) ** c`` without their brackets, so the
model here subtracts one flow after the other and gives the quotient an element of its own.
"""

from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from operator import add, sub
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.others import funnel
from tests.benchmarks.others.funnel import STOCKS, TURNS, after, decisions
from tests.benchmarks.others.measuring import Table, timed

bptk_py: Any = import_module("BPTK_Py")
sd: Any = import_module("BPTK_Py.sddsl.functions")

ENGINES = ("python", "rust")


def new_model(turns: int) -> Any:
    """Return the funnel as a model of BPTK-Py."""
    model = bptk_py.Model(starttime=0.0, stoptime=float(turns), dt=1.0, name="funnel")
    stocks = {name: model.stock(name) for name in STOCKS}
    for name, people in zip(STOCKS, funnel.start(), strict=True):
        stocks[name].initial_value = float(people)
    spend = model.constant("spend")
    spend.equation = 1.0
    flows = _flows(model, stocks, spend)
    for name, (into, out_of) in _ways(flows).items():
        stocks[name].equation = reduce(sub, out_of, reduce(add, into))
    return model


def _flows(model: Any, stocks: dict[str, Any], spend: Any) -> dict[str, Any]:
    meetings = model.constant("meetings")
    meetings.equation = funnel.MEETINGS
    attraction, days, contact, shown = (
        model.converter(name) for name in ("attraction", "days", "contact", "shown")
    )
    attraction.equation = 1.6 * spend / (1.0 + spend)
    days.equation = 42.0 / 24.0 * sd.exp(-1.6 * meetings)
    contact.equation = 1.0 / (1.0 + days**0.8)
    waiting = stocks["sql"]
    shown.equation = funnel.DEMO_CAPACITY * (1.0 - sd.exp(-1.0 * waiting / funnel.DEMO_CAPACITY))
    flows: dict[str, Any] = {}

    def flow(name: str, equation: Any) -> None:
        flows[name] = model.flow(name)
        flows[name].equation = equation

    flow("taken", stocks["uncommitted"] * funnel.IN_MARKET * (1.0 - sd.exp(-1.0 * attraction)))
    flow("assessed", funnel.ASSESSED * stocks["lead"])
    flow("qualified", funnel.QUALIFIED * flows["assessed"])
    flow("unready", flows["assessed"] - flows["qualified"])
    flow("handed", funnel.HANDED_OVER * stocks["mql"])
    flow("reached", funnel.ACCEPTED * contact * flows["handed"])
    flow("dropped", flows["handed"] - flows["reached"])
    flow("opened", funnel.OPENED * shown)
    flow("cold", waiting - flows["opened"])
    flow("decided", funnel.DECIDED * stocks["opportunity"])
    flow("won", funnel.WON * flows["decided"])
    flow("lost", flows["decided"] - flows["won"])
    flow("churned", funnel.CHURNED * stocks["customer"])
    flow("rested", funnel.RESTED * stocks["cooling"])
    return flows


def _ways(flows: dict[str, Any]) -> dict[str, tuple[list[Any], list[Any]]]:
    """Return the flows into and out of each stock."""
    names = {
        "uncommitted": (("rested", "unready"), ("taken",)),
        "lead": (("taken",), ("assessed",)),
        "mql": (("qualified",), ("handed",)),
        "sql": (("reached",), ("opened", "cold")),
        "opportunity": (("opened",), ("decided",)),
        "customer": (("won",), ("churned",)),
        "cooling": (("dropped", "cold", "lost", "churned"), ("rested",)),
    }
    return {
        stock: ([flows[name] for name in into], [flows[name] for name in out_of])
        for stock, (into, out_of) in names.items()
    }


@pytest.mark.parametrize("turns", TURNS)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_run_of_bptk(engine: str, turns: int, benchmark: BenchmarkFixture, table: Table) -> None:
    model = new_model(turns)

    def run() -> Any:
        return model.simulate(list(STOCKS), backend=engine)

    found = timed(benchmark, table, f"BPTK-Py ({engine}), a whole run", turns, run)
    assert found.loc[turns, list(STOCKS)].tolist() == pytest.approx(after([1.0] * turns))


@pytest.fixture
def bptk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Start BPTK-Py where there is no folder "scenarios", all files of which it would read."""
    monkeypatch.chdir(tmp_path)
    started = bptk_py.bptk()
    yield started
    started.destroy()


@pytest.mark.parametrize("turns", TURNS)
@pytest.mark.parametrize("engine", ENGINES)
def test_bptk_turn_by_turn(
    bptk: Any, engine: str, turns: int, benchmark: BenchmarkFixture, table: Table
) -> None:
    bptk.register_model(new_model(turns))
    spends = decisions(turns)
    # What is set with a step holds from then on: a turn's decision goes with the step before it,
    # and the last step has nothing left to decide.
    first, *later = ({"smFunnel": {"base": {"constants": {"spend": spend}}}} for spend in spends)
    settings = [*later, {}]

    def begin() -> None:
        bptk.end_session()
        bptk.begin_session(["base"], ["smFunnel"], equations=list(STOCKS), backend=engine)
        bptk.run_step(first)

    def play(_: None) -> Any:
        for each in settings:
            found = bptk.run_step(each)
        return found

    found = timed(benchmark, table, f"BPTK-Py ({engine}), turn by turn", turns, play, begin)
    last = found["smFunnel"]["base"]
    assert [last[name][float(turns)] for name in STOCKS] == pytest.approx(after(spends))
