"""How long a search takes. Aims for 12 turns: honest par 20 s, hindsight par a third of it."""

from pytest_benchmark.fixture import BenchmarkFixture

from game.analysis.par import hindsight_par, search_par
from game.analysis.par_key import par_key
from game.session import draw_luck
from game.storage.places import found_places
from game.storage.scenarios import load_scenario


def test_the_honest_par_of_twelve_turns(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    par = benchmark.pedantic(search_par, (rules,), rounds=1)  # type: ignore[no-untyped-call]
    assert par.complete


def test_the_hindsight_par_of_twelve_turns(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    honest = search_par(rules, effort=0.1)
    wanted = (rules, draw_luck(rules, 1), honest)
    par = benchmark.pedantic(hindsight_par, wanted, rounds=1)  # type: ignore[no-untyped-call]
    assert par.complete


def test_the_key_by_which_a_par_is_known(benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(par_key, load_scenario(found_places(), "fresh_start"))) == 16
