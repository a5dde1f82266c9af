"""A forecast is honest: what it says about the next turns holds about as often as it says."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.analysis.forecast import WORLDS, Imagined, Outlook, forecast, imagine
from game.analysis.foreseen import foreseen
from game.analysis.strategies import new_strategy
from game.market import LEVERS
from game.scenario import load
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    Seat,
    Session,
    Submit,
    answers,
    apply,
    empty_plan,
    firm_plan,
    is_over,
    new_bot,
    new_session,
    player_view,
)
from game.session.estimates import BLIND
from game.session.measures import measure
from game.storage.pars import known_par
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario

RESEARCH = LEVERS.index("market_research")
SHIPPED = [each.name for each in list_scenarios(found_places()) if each.shipped]
WATCHED = ("leads", "mqls", "wins", "bookings", "revenue", "pipeline")


@cache
def fresh_start() -> Rules:
    return load_scenario(found_places(), "fresh_start")


def even(rules: Rules, share: float = 1.0) -> tuple[float, ...]:
    return (float(rules.params.allowance[0]) * share / len(LEVERS),) * len(LEVERS)


def planned(seed: int, turns: int = 0, strategy: str = "steady") -> tuple[Rules, Session]:
    """Return a game after some turns, with the next plan submitted."""
    rules = fresh_start()
    session, bot = new_session(rules, seed), new_strategy(strategy, rules, seed)
    while not is_over(rules, session):
        for answer in answers(player_view(rules, session, Seat())):
            session = apply(rules, session, answer)
        session = apply(rules, session, bot.decide(player_view(rules, session, Seat())))
        if session.turn == turns + 1:
            break
        session = apply(rules, session, EndTurn())
    return rules, session


def outlook(seed: int = 1, turns: int = 3) -> tuple[Rules, Session, Imagined, Outlook]:
    rules, session = planned(seed, turns)
    imagined = imagine(rules, session)
    return rules, session, imagined, forecast(imagined, firm_plan(rules, session, 0))


def test_a_forecast_says_something_of_the_next_three_turns() -> None:
    _, session, _, found = outlook()
    assert found.turns == (session.turn, session.turn + 1, session.turn + 2)
    for name, band in found.bands.items():
        if np.isfinite(band.mean).all():
            assert (band.low <= band.high).all(), name


def test_no_forecast_looks_beyond_the_end() -> None:
    rules, session = planned(1, turns=10)
    assert forecast(imagine(rules, session), firm_plan(rules, session, 0)).turns == (11, 12)


def test_the_same_plan_has_the_same_forecast() -> None:
    rules, session, _, found = outlook()
    again = forecast(imagine(rules, session), firm_plan(rules, session, 0))
    for name, band in found.bands.items():
        np.testing.assert_array_equal(again.bands[name].mean, band.mean)


def test_a_forecast_does_not_know_the_luck_to_come() -> None:
    rules, session, _, found = outlook()
    demand = session.luck.demand.copy()
    demand[session.turn - 1 :] *= 3
    lucky = replace(session, luck=replace(session.luck, demand=demand))
    again = forecast(imagine(rules, lucky), firm_plan(rules, session, 0))
    np.testing.assert_array_equal(again.bands["leads"].mean, found.bands["leads"].mean)


def test_more_advertising_is_expected_to_bring_more_leads() -> None:
    rules, session, imagined, found = outlook()
    plan = firm_plan(rules, session, 0)
    more = plan.with_spend("advertising", plan.on("advertising") + 0.2 * plan.total)
    moved = replace(more, spend=tuple(amount / 1.2 for amount in more.spend))
    assert (forecast(imagined, moved).bands["leads"].mean > found.bands["leads"].mean).all()


def test_market_research_makes_forecasts_sharper() -> None:
    def width(research: float) -> float:
        rules = fresh_start()
        total = 0.0
        for seed in range(6):
            session = new_session(rules, seed)
            memory = session.world.market.memory.copy()
            memory[0, LEVERS.index("market_research")] = research
            world = replace(session.world, market=replace(session.world.market, memory=memory))
            imagined = imagine(rules, replace(session, world=world))
            band = forecast(imagined, replace(empty_plan(rules), spend=even(rules))).bands["leads"]
            total += float((band.high - band.low)[0])
        return total

    assert width(4.0) < 0.7 * width(0.0)


def test_trying_out_messages_tells_no_more_than_research_does() -> None:
    rules, session = planned(1, turns=2)
    # Other wishes, and other errors about them: the same ranges, so the same is known.
    wishes = np.clip(rules.params.cares[:, ::-1], 0.3, 0.7)
    response = float(session.history[-1].closed.outcome.response[0, RESEARCH])  # type: ignore[union-attr]  # a turn was played
    half = BLIND * (1 - response)
    known = replace(session, luck=replace(session.luck, errors=0.2 * session.luck.errors))
    errors = known.luck.errors.copy()
    errors[0] -= (wishes - rules.params.cares) / half
    other = replace(known, luck=replace(known.luck, errors=errors))
    changed = replace(rules, params=replace(rules.params, cares=wishes))
    plan = firm_plan(rules, session, 0)
    for message in range(len(rules.messages)):
        led = replace(plan, positioning=message)
        one, same = (
            forecast(imagine(each, game), led).bands
            for each, game in ((rules, known), (changed, other))
        )
        for name in WATCHED:
            np.testing.assert_allclose(one[name].mean, same[name].mean, rtol=1e-9)


def test_what_another_player_plans_is_not_foreseen() -> None:
    rules = load("title: Both\nworkshop: {worlds: shared, teams: 2}\n", "both")
    seats = (Seat(0), Seat(1))
    session = new_session(rules, 1, seats)
    all_in = replace(empty_plan(rules), spend=even(rules, 0.5)).with_spend("advertising", 90_000)
    for _ in range(2):
        secret = Submit(seat=seats[1], spend=all_in.spend)
        told = apply(rules, session, secret)
        plan = replace(empty_plan(rules), spend=even(rules))
        before, after = (forecast(imagine(rules, each), plan) for each in (session, told))
        for name in WATCHED:
            np.testing.assert_array_equal(before.bands[name].mean, after.bands[name].mean)
        session = apply(rules, told, EndTurn())


NEWS = """\
title: Both
turns: {count: 3}
workshop: {worlds: shared, teams: 2}
events:
  rain:
    title: Rain
    choices:
      wait: {text: Wait}
      shout: {text: Shout, costs: 20k, affects: [demand +30%, awareness +9 points]}
"""


def test_how_another_player_answers_the_news_is_not_foreseen() -> None:
    rules = load(NEWS, "both")
    seats = (Seat(0), Seat(1))
    session = new_session(rules, 1, seats)
    plan = replace(empty_plan(rules), spend=even(rules, 0.5))
    quiet = forecast(imagine(rules, session), plan, WATCHED)
    theirs, mine = (
        apply(rules, session, Choose(seat=seat, event="rain", choice="shout"))
        for seat in reversed(seats)
    )
    told = forecast(imagine(rules, theirs), plan, WATCHED)
    shouting = forecast(imagine(rules, mine), plan, WATCHED)
    for name in WATCHED:
        np.testing.assert_array_equal(told.bands[name].mean, quiet.bands[name].mean)
    assert shouting.bands["leads"].mean[0] > 1.2 * quiet.bands["leads"].mean[0]
    ended = apply(rules, apply(rules, mine, Submit(seat=seats[0], spend=plan.spend)), EndTurn())
    (found,) = (each for each in foreseen(rules, ended, 1, WATCHED) if each is not None)
    for name in WATCHED:
        np.testing.assert_array_equal(found.bands[name].mean, shouting.bands[name].mean)


def test_before_the_first_turn_others_are_taken_to_keep_to_the_limits() -> None:
    text = "title: Both\nworkshop: {worlds: shared, teams: 2}\nlevers: {seo: {limit: 1k}}\n"
    rules = load(text, "both")
    session = new_session(rules, 1, (Seat(0), Seat(1)))
    usual = imagine(rules, session).others[1]
    assert usual.on("seo") == 1_000
    assert usual.on("advertising") > 1_000


@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["launch_day", "brand_or_now"])
def test_weeks_and_quarters_keep_the_band_for_three_turns_of_one_plan(scenario: str) -> None:
    rules = load_scenario(found_places(), scenario)
    within: dict[str, list[bool]] = {name: [] for name in WATCHED}
    for seed in range(1, 61):
        session = new_session(rules, seed)
        spend = new_bot("steady").decide(player_view(rules, session, Seat())).spend
        kept = tuple(float(int(0.6 * amount)) for amount in spend)  # what every turn can pay
        session = apply(rules, session, Submit(seat=Seat(), spend=kept))
        told = []
        while not is_over(rules, session):
            for answer in answers(player_view(rules, session, Seat())):
                session = apply(rules, session, answer)
            told.append(forecast(imagine(rules, session), firm_plan(rules, session, 0), WATCHED))
            session = apply(rules, session, EndTurn())
        for found in told:
            for at, turn in enumerate(found.turns):
                for name, band in found.bands.items():
                    value = measure(rules, session.history[turn - 1].closed, name)[0]
                    within[name].append(bool(band.low[at] <= value <= band.high[at]))
    for name, hits in within.items():
        assert 0.72 <= np.mean(hits) <= 0.88, name


@pytest.mark.slow
@pytest.mark.parametrize("strategy", ["steady", "silo_marketing", "par"])
def test_eight_of_ten_outcomes_lie_within_the_band(strategy: str) -> None:
    hold_to_eight_of_ten("fresh_start", strategy)


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SHIPPED)
def test_eight_of_ten_outcomes_lie_within_the_band_in_every_scenario(scenario: str) -> None:
    hold_to_eight_of_ten(scenario, "random")


def hold_to_eight_of_ten(scenario: str, strategy: str) -> None:
    """Play some 500 turns of one way to play, other player firms being steady."""
    places = found_places()
    rules = load_scenario(places, scenario)
    par = known_par(places, rules)
    seats = tuple(Seat(firm) for firm in range(rules.players))
    within: dict[str, list[bool]] = {name: [] for name in WATCHED}
    for seed in range(1, 1 + 500 // rules.turns):
        session = new_session(rules, seed, seats)
        bots = {seat: new_strategy(strategy, rules, seed, par) for seat in seats[:1]}
        while not is_over(rules, session):
            for seat in seats:
                view = player_view(rules, session, seat)
                for answer in answers(view):
                    session = apply(rules, session, answer)
                    view = player_view(rules, session, seat)
                bot = bots.get(seat, new_bot("steady"))
                session = apply(rules, session, bot.decide(view))
            imagined = imagine(rules, session, ahead=1)
            found = forecast(imagined, firm_plan(rules, session, 0), WATCHED)
            session = apply(rules, session, EndTurn())
            for name, band in found.bands.items():
                value = measure(rules, session.history[-1].closed, name)[0]
                within[name].append(bool(band.low[0] <= value <= band.high[0]))
    for name, hits in within.items():
        assert 0.72 <= np.mean(hits) <= 0.88, name


def test_worlds_are_imagined_in_mirrored_pairs() -> None:
    rules, session = planned(2)
    luck = imagine(rules, session).luck
    assert luck.demand.shape[0] == WORLDS
    logs = np.log(luck.demand[:, session.turn - 1, 0])
    half = WORLDS // 2
    np.testing.assert_allclose(logs[:half] + logs[half:], 2 * logs.mean(), rtol=1e-9)
