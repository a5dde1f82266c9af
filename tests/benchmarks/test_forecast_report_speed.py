"""How much the words and charts of a forecast add to it, at every move of a slider. Aim: 2 ms."""

from dataclasses import replace

from pytest_benchmark.fixture import BenchmarkFixture

from game.analysis.forecast import forecast, imagine
from game.market import LEVERS
from game.report.forecasts import FORECAST, forecast_report
from game.report.language import ENGLISH
from game.session import EndTurn, Seat, Submit, apply, empty_plan, new_session, player_view
from game.storage.places import found_places
from game.storage.scenarios import load_scenario


def test_one_report_said_and_ready_to_be_drawn(benchmark: BenchmarkFixture) -> None:
    rules = load_scenario(found_places(), "fresh_start")
    session, spend = new_session(rules, 1), (4_000.0,) * len(LEVERS)
    for _ in range(rules.turns - 3):
        session = apply(rules, session, Submit(seat=Seat(), spend=spend))
        session = apply(rules, session, EndTurn())
    view = player_view(rules, session, Seat())
    plan = replace(empty_plan(rules), spend=spend)
    outlook = forecast(imagine(rules, session), plan, FORECAST)

    def report() -> list[str]:
        found = forecast_report(rules, view, outlook)
        return [ENGLISH.say(card.said) for card in found.cards if card.line_data().lines]

    assert len(benchmark(report)) == len(FORECAST)
