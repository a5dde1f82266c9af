"""How fast a forecast follows a slider: 256 worlds × 3 turns. Aim: 10 ms."""

from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from game.analysis.forecast import forecast, imagine
from game.market import LEVERS
from game.session import Seat, empty_plan, firm_plan, new_session
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from tests.session.tables import play


def test_one_forecast_of_all_measures(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    imagined = imagine(rules, new_session(rules, 1))
    plan = replace(empty_plan(rules), spend=(6_000.0,) * len(LEVERS))
    benchmark(forecast, imagined, plan)


@pytest.mark.parametrize("scenario", ["fresh_start", "one_market", "launch_day", "keep_them"])
def test_one_forecast_in_the_middle_of_a_game(benchmark: BenchmarkFixture, scenario: str) -> None:
    """Events act, rivals follow, and a turn is a week, a month or a quarter of three months."""
    rules = load_scenario(found_places(), scenario)
    seats = tuple(Seat(firm) for firm in range(rules.players))
    session = play(rules, new_session(rules, 1, seats), turns=rules.turns // 2)
    benchmark(forecast, imagine(rules, session), firm_plan(rules, session, 0))


def test_preparing_a_turn(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    benchmark(imagine, rules, new_session(rules, 1))
