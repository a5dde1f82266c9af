"""What a plan may bring: as far as a seat may know it, with the band and what makes it sharper."""

from dataclasses import replace

import pytest

from game.analysis.forecast import Outlook, forecast, imagine
from game.report.charts import Size, line_chart
from game.report.figures import NOT_YOURS
from game.report.forecasts import FORECAST, ForecastReport, forecast_report, span
from game.report.language import ENGLISH, Language
from game.report.theme import DARK
from game.scenario.rules import LeverRule, RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    Session,
    apply,
    empty_plan,
    new_session,
    player_view,
    team,
)
from tests.report.reading import sentences, walk
from tests.session.tables import even, play, small_rules, submit


def game(rules: Rules, role: RoleKey = "all", turns: int = 2) -> tuple[Session, PlayerView]:
    session = play(rules, new_session(rules, seats=team(rules, role)), turns=turns)
    return session, player_view(rules, session, Seat(0, role))


def outlook_of(rules: Rules, session: Session) -> Outlook:
    plan = replace(empty_plan(rules), spend=even())
    return forecast(imagine(rules, session), plan)


def report_of(rules: Rules, role: RoleKey = "all", turns: int = 2) -> ForecastReport:
    session, view = game(rules, role, turns)
    return forecast_report(rules, view, outlook_of(rules, session))


def test_a_card_says_the_next_turn_and_its_band() -> None:
    rules = small_rules()
    session, view = game(rules, turns=5)
    outlook = outlook_of(rules, session)
    card = forecast_report(rules, view, outlook).card("wins")
    band = outlook.bands["wins"]
    assert (card.mean.value, card.low, card.high) == (band.mean[0], band.low[0], band.high[0])
    assert band.low[0] < band.mean[0] < band.high[0]
    low, mean, high = (ENGLISH.people(float(each[0])) for each in (band.low, band.mean, band.high))
    assert ENGLISH.say(card.said) == f"{mean} deals, {low} to {high} in eight of ten"


def test_the_chart_goes_on_from_what_has_been() -> None:
    rules = small_rules()
    session, view = game(rules)
    outlook = outlook_of(rules, session)
    card = forecast_report(rules, view, outlook).card("bookings")
    past = [turn.figures["bookings"].value for turn in view.history]
    assert list(card.course) == past + outlook.bands["bookings"].mean.tolist()
    assert list(card.highs) == [None] * 3 + outlook.bands["bookings"].high.tolist()
    assert card.played == 3
    assert card.labels == ("Start", "Jan", "Feb", "Mar", "Apr", "May")
    chart = line_chart(
        card.line_data(), size=Size(width=400, height=200), theme=DARK, fmt=ENGLISH.short
    )
    assert chart.description


def test_before_the_first_turn_there_is_a_forecast_of_deals() -> None:
    card = report_of(small_rules(), turns=0).card("wins")
    assert card.mean.value is not None
    assert card.course[0] is None
    assert card.change.value is None


def test_what_a_seat_does_not_see_is_not_foreseen_for_it() -> None:
    rules = small_rules()
    session, view = game(rules, "marketing")
    outlook = outlook_of(rules, session)
    report = forecast_report(rules, view, outlook)
    card = report.card("satisfaction")
    assert card.said == NOT_YOURS
    assert card.width == 0.0
    hidden = {
        each
        for key in ("satisfaction", "pipeline")
        for row in (outlook.bands[key].mean, outlook.bands[key].low, outlook.bands[key].high)
        for each in row.tolist()
    }
    assert hidden.isdisjoint(walk(report))
    assert not hidden.isdisjoint(walk(forecast_report(rules, game(rules)[1], outlook)))


def test_a_wide_forecast_says_what_makes_it_sharper() -> None:
    sharper = report_of(small_rules(), turns=0).sharper
    assert sharper is not None
    assert "more Market research makes later forecasts sharper" in ENGLISH.say(sharper)


def test_a_firm_that_knows_its_market_is_told_that_the_rest_is_chance() -> None:
    rules = small_rules(12)
    session = new_session(rules)
    for _ in range(8):
        session = apply(rules, session, submit(even(5_000.0, market_research=100_000.0)))
        session = apply(rules, session, EndTurn())
    view = player_view(rules, session, Seat())
    outlook = outlook_of(rules, session)
    wide = replace(
        outlook,
        bands={
            key: replace(band, low=band.mean * 0.5, high=band.mean * 1.5)
            for key, band in outlook.bands.items()
        },
    )
    sharper = forecast_report(rules, view, wide).sharper
    assert sharper is not None
    assert "the rest is chance" in ENGLISH.say(sharper)
    narrow = replace(
        outlook,
        bands={
            key: replace(band, low=band.mean * 0.99, high=band.mean * 1.01)
            for key, band in outlook.bands.items()
        },
    )
    assert forecast_report(rules, view, narrow).sharper is None


@pytest.mark.parametrize(
    ("lever", "said"),
    [
        (LeverRule(key="market_research", available=False), None),
        (LeverRule(key="market_research", unlock_turn=5), "From turn 5 on, Market research"),
    ],
)
def test_nobody_is_sent_to_a_line_that_is_closed(lever: LeverRule, said: str | None) -> None:
    rules = small_rules()
    levers = tuple(lever if each.key == lever.key else each for each in rules.levers)
    sharper = report_of(replace(rules, levers=levers)).sharper
    if said is None:
        assert sharper is None
    else:
        assert sharper is not None
        assert said in ENGLISH.say(sharper)


def test_what_does_not_vary_has_no_band() -> None:
    rules = small_rules()
    session, view = game(rules)
    outlook = outlook_of(rules, session)
    band = outlook.bands["satisfaction"]
    flat = replace(band, low=band.mean - 1e-6, high=band.mean + 1e-6)
    report = forecast_report(
        rules, view, replace(outlook, bands={**outlook.bands, "satisfaction": flat})
    )
    assert ENGLISH.say(report.card("satisfaction").said).startswith("About ")


@pytest.mark.parametrize("locale", ["en", "de", "qps"])
@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
@pytest.mark.parametrize("turns", [0, 3, 5])
def test_a_forecast_can_be_said_at_any_time(locale: str, role: RoleKey, turns: int) -> None:
    rules = small_rules()
    session, view = game(rules, role, turns)
    language = Language.from_catalogue(locale)
    outlook = outlook_of(rules, session)
    report = forecast_report(rules, view, outlook, language)
    assert all(language.say(each) for each in sentences(report))
    every = tuple(outlook.bands)
    assert all(
        language.say(card.said)
        for card in forecast_report(rules, view, outlook, language, every).cards
        if card.mean.value is not None
    )
    assert len(report.cards) == len(FORECAST)


def test_the_ends_of_a_range_of_few_are_said_with_a_decimal() -> None:
    few, many = span("people", 0.2, 0.44), span("people", 3.2, 12.4)
    assert few is not None
    assert many is not None
    assert [ENGLISH.say(few), ENGLISH.say(many)] == ["0.2 to 0.4", "3.2 to 12"]
    assert span("people", None, None) is None
