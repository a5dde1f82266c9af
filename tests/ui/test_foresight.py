"""The forecast on the desk: it follows the plan, never keeps a frame waiting, and hides secrets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.analysis.forecast import Imagined, Outlook, forecast, foresee, imagine
from game.market import LEVERS
from game.scenario.rules import RoleKey
from game.session import Plan, Propose, Reply, Terms, apply, player_view
from game.session.expected import expected_parts, expected_plan
from game.session.partner import partner_submit
from game.ui import foresight as foresights
from game.ui.foresight import FORESEEN, Foresight
from game.ui.playing import Playing
from game.ui.toolkit import described
from tests.ui.driver import drag_slider
from tests.ui.game_states import at_table, desk_of, played
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return at_table(tmp_path)


def settled(foresight: Foresight) -> None:
    for _ in range(10):
        foresight.tick()
    assert foresight.resting


def expected(playing: Playing) -> Plan:
    parts = expected_parts(playing.rules, playing.session, playing.seat, playing.people)
    return expected_plan(playing.view, playing.draft, parts)


def test_the_first_frame_of_a_desk_does_not_wait_for_a_forecast(home: Home) -> None:
    home.house.open_desk(played(home, 0))
    home.app.tick([], 16)
    assert "Looking ahead …" in home.words
    assert home.app.patience() == 0
    home.app.tick([], 16)
    assert "Forecast for March" in home.words
    assert "Looking ahead …" not in home.words


def test_the_forecast_is_the_one_that_analysis_makes_of_the_same_plan(home: Home) -> None:
    playing = played(home, 3)
    foresight = Foresight(playing)
    playing.set_amount("advertising", 12_000)
    settled(foresight)
    report = foresight.report(home.house.language)
    assert report is not None
    imagined = imagine(playing.rules, playing.session)
    exact = forecast(imagined, playing.draft, FORESEEN)
    for key in FORESEEN:
        assert report.card(key).mean.value == exact.bands[key].mean[0]
        assert report.card(key).high == exact.bands[key].high[0]


def test_while_a_plan_changes_each_frame_looks_one_turn_ahead_at_most(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = 0

    def counted(
        imagined: Imagined, plan: Plan, measures: tuple[str, ...]
    ) -> Iterator[Outlook | None]:
        nonlocal steps
        for found in foresee(imagined, plan, measures):
            steps += 1
            yield found

    monkeypatch.setattr(foresights, "foresee", counted)
    playing = played(home, 2)
    foresight = Foresight(playing)
    settled(foresight)
    reports = set()
    for amount in range(1_000, 21_000, 1_000):
        playing.set_amount("seo", amount)
        before = steps
        foresight.tick()
        assert steps - before == 1
        reports.add(foresight.report(home.house.language))
    assert len(reports) >= 4  # it is alive under the hand, not only at the end
    before = steps
    foresight.tick()
    assert foresight.resting
    assert steps > before + 1


def test_more_money_for_prospecting_foresees_more_leads(home: Home) -> None:
    desk = desk_of(home, 3)
    drag_slider(home.app, "lever.prospecting", 0.0)
    home.rest()
    card = desk.foresight.card("leads", home.house.language)
    drag_slider(home.app, "lever.prospecting", 1.0)
    home.rest()
    more = desk.foresight.card("leads", home.house.language)
    assert card is not None
    assert more is not None
    assert (more.mean.value or 0) > (card.mean.value or 0)


def test_a_forecast_of_what_a_role_may_not_see_is_not_told(home: Home) -> None:
    desk = desk_of(home, 2, "marketing")
    card = desk.foresight.card("satisfaction", home.house.language)
    assert card is not None
    assert card.mean.hidden
    assert not any(card.lows)
    home.click("forecast.satisfaction")
    assert "Hidden" in home.words
    assert "chart.forecast" not in home.keys


def test_a_partner_is_expected_to_do_what_it_says(home: Home) -> None:
    playing = played(home, 2, "marketing")
    playing.set_amount("advertising", 1_000)
    plan = expected(playing)
    sales = next(seat for seat in playing.session.seats if seat.role == "sales")
    meant = partner_submit(playing.rules, player_view(playing.rules, playing.session, sales))
    assert plan.on("advertising") == 1_000
    assert plan.on("negotiation") == meant.spend[LEVERS.index("negotiation")] > 0
    assert plan.bar == meant.bar != playing.draft.bar


def test_what_a_partner_promises_counts_in_the_forecast(home: Home) -> None:
    playing = played(home, 2, "marketing")
    foresight = Foresight(playing)
    settled(foresight)
    before = foresight.card("leads", home.house.language)
    sales = next(seat for seat in playing.session.seats if seat.role == "sales")
    offer = Propose(
        seat=sales, to=playing.seat, gives=Terms(least=(("prospecting", 25_000),)), asks=Terms()
    )
    session = apply(playing.rules, playing.session, offer)
    playing.agree(apply(playing.rules, session, Reply(seat=playing.seat, yes=True)))
    settled(foresight)
    after = foresight.card("leads", home.house.language)
    assert before is not None
    assert after is not None
    assert (after.mean.value or 0) > (before.mean.value or 0)


def test_another_person_is_expected_to_repeat_the_last_part_and_to_keep_its_word(
    home: Home,
) -> None:
    playing = played(home, 2, "marketing")
    sales = next(seat for seat in playing.session.seats if seat.role == "sales")
    playing.people = (playing.seat, sales)
    plan = expected(playing)
    assert plan.on("negotiation") == playing.view.plan.on("negotiation") > 0
    assert plan.bar == playing.view.plan.bar
    offer = Propose(
        seat=sales, to=playing.seat, gives=Terms(least=(("negotiation", 9_000),)), asks=Terms()
    )
    session = apply(playing.rules, playing.session, offer)
    playing.agree(apply(playing.rules, session, Reply(seat=playing.seat, yes=True)))
    plan = expected(playing)
    assert plan.on("negotiation") == 9_000


def test_before_the_first_turn_another_person_is_expected_to_divide_its_money(home: Home) -> None:
    playing = played(home, 0, "sales")
    marketing = next(seat for seat in playing.session.seats if seat.role == "marketing")
    playing.people = (playing.seat, marketing)
    plan = expected(playing)
    assert plan.on("advertising") == plan.on("seo") > 0
    assert plan.on("negotiation") == 0


def test_a_measure_that_a_tab_shows_is_foreseen_while_it_is_open(home: Home) -> None:
    desk = desk_of(home, 3)
    language = home.house.language
    assert desk.foresight.card("congruence", language) is None
    home.click("tabs.team")
    home.rest()
    assert desk.foresight.card("congruence", language) is not None
    home.click("tabs.plan")
    home.rest()
    assert desk.foresight.card("congruence", language) is None


def test_what_is_over_is_not_foreseen(home: Home) -> None:
    playing: Playing = played(home, 99)
    foresight = Foresight(playing)
    assert foresight.resting
    assert not foresight.tick()


def test_advice_that_was_put_away_stays_away_and_the_journal_keeps_it(home: Home) -> None:
    playing = desk_of(home, 0).playing
    (key,) = (key for key in home.keys if key.startswith("advice.") and "/" not in key)
    home.click(key)
    assert "Worth a thought" not in home.words
    home.house.open_desk(playing)
    home.rest()
    assert "Worth a thought" not in home.words
    playing.split_evenly()
    playing.commit(3, "we are new")
    home.house.open_desk(playing)
    home.rest()
    while "event.done" in home.keys:
        for event in playing.view.pending:
            home.click(f"choice.{event.choices[0].key}")
        home.click("event.done")
    home.click("tabs.journal")
    assert "Nobody can buy what nobody knows." in home.words
    assert "because we are new" in home.words


def test_how_an_amount_differs_from_last_turn_stands_beside_it(home: Home) -> None:
    playing = desk_of(home, 3).playing
    last = playing.view.part[2]
    playing.set_amount("advertising", last + 1_500)
    home.app.refresh()
    home.rest()
    assert "+1.5\N{NO-BREAK SPACE}k" in home.words


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_the_forecast_is_in_sight_while_any_slider_is_dragged(
    home: Home, text: float, role: RoleKey
) -> None:
    desk_of(home, 3, role)
    home.restyle((1280, 720), "light", text)
    for key in [key for key in home.keys if key.startswith("lever.") and "/" not in key]:
        home.app.reveal(key)
        home.rest()
        assert is_seen(home, key)
        assert is_seen(home, "chart.forecast") or is_seen(home, "glance.bookings")


def is_seen(home: Home, key: str) -> bool:
    """Say whether all of a widget is seen."""
    return any(node.key == key and node.clip.encloses(node.box) for node in home.app.nodes)


def test_the_forecast_in_one_line_leads_to_its_course(home: Home) -> None:
    desk_of(home, 3)
    home.restyle((1280, 720), "light", 2.0)
    before = figure(home, "glance.bookings")
    drag_slider(home.app, "lever.market_research", 0.0)
    drag_slider(home.app, "lever.advertising", 0.9)
    home.rest()
    assert figure(home, "glance.bookings") != before
    assert not is_seen(home, "forecast.wins")
    home.click("glance.wins")
    home.rest()
    assert is_seen(home, "forecast.wins")
    assert home.app.focus == "forecast.wins"
    assert "Deals won" in name_of(home, "chart.forecast")


def figure(home: Home, key: str) -> str:
    """Return what is said of a figure in one line."""
    texts = (each for each in described(home.app) if each.key.startswith(f"{key}/"))
    return " ".join(run.text for each in texts for run in each.texts)


def name_of(home: Home, key: str) -> str:
    return next(each.name for each in described(home.app) if each.key == key)
