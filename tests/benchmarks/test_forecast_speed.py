"""How fast a forecast follows a slider: 256 worlds × 3 turns. Aim: 10 ms."""

from dataclasses import replace

from pytest_benchmark.fixture import BenchmarkFixture

from game.analysis.forecast import forecast, imagine
from game.market import LEVERS
from game.session import empty_plan, new_session
from game.storage.places import found_places
from game.storage.scenarios import load_scenario


def test_one_forecast_of_all_measures(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    imagined = imagine(rules, new_session(rules, 1))
    plan = replace(empty_plan(rules), spend=(6_000.0,) * len(LEVERS))
    benchmark(forecast, imagined, plan)


def test_preparing_a_turn(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    benchmark(imagine, rules, new_session(rules, 1))
