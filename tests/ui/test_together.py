"""Several people at one machine: who plays, what each is asked, and what the manager divides."""

import re
from pathlib import Path

import pytest

from game.session import Seat
from game.ui.screens.lab import LabScreen
from tests.ui.driver import click, drag_slider, press, type_text
from tests.ui.game_states import at_table, think
from tests.ui.houses import Home
from tests.ui.reading import painted
from tests.ui.together_states import (
    at_desk,
    begun,
    enter,
    plan,
    sit,
    table_of,
    turn,
)

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")


def to_the_briefing(home: Home) -> None:
    home.house.shelf.wait()
    click(home.app, "menu.first")
    home.rest()
    click(home.app, "scenario.bakery")
    home.rest()


def says_nothing_private(home: Home) -> None:
    """Hold a hand-over to its word: the only figure on it is the turn."""
    assert home.screen == "HandOver"
    figures = {text for text in painted(home) if re.search(r"\d", text)}
    assert all(re.fullmatch(r"Month \d of 6", text) for text in figures), figures


def resumed(home: Home, folder: Path) -> Home:
    """Close the window and open it again."""
    home.app.tick([], 16)
    assert home.app.may_quit()
    return at_table(folder)


# Who plays ----------------------------------------------------------------------------------------


def test_fewer_than_two_cannot_begin(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    to_the_briefing(home)
    click(home.app, "briefing.who.several")
    click(home.app, "briefing.role.sales")
    press(home.app, "enter", ctrl=True)
    assert home.screen == "Briefing"
    assert "Choose at least two roles, one for each of you." in home.words
    click(home.app, "briefing.role.customer_voice")
    press(home.app, "enter", ctrl=True)
    assert table_of(home).people == (MARKETING, Seat(0, "customer_voice"))


def test_a_role_that_nobody_takes_is_the_computers(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home, ("marketing", "manager"))
    assert "played by the computer" in home.words
    turn(home)
    assert SALES in {each.seat for each in table_of(home).session.history[0].submits}


def test_whoever_sits_down_is_named_on_the_desk(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home)
    assert "Marketing lead" in home.words
    plan(home)
    sit(home)
    assert "Marketing" in home.words
    assert "Sales lead" in home.words.split("Plan")[0]


def test_the_same_people_play_again(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    seed = table_of(home).session.seed
    click(home.app, "ending.again")
    assert home.screen == "HandOver"
    assert table_of(home).people == (MARKETING, SALES)
    assert table_of(home).session.seed == seed


def test_after_the_end_all_take_the_whole_company_into_the_lab(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    table = table_of(home)
    click(home.app, "ending.lab")
    home.rest()
    screen = home.house.navigator.current
    assert isinstance(screen, LabScreen)
    lab = screen.lab
    assert lab.seat == Seat()
    assert lab.session.world.market.cash.tolist() == table.session.world.market.cash.tolist()
    assert table.session.seats == (MARKETING, SALES)
    branch = lab.played(lab.branch(2))
    assert branch.history[1].plans == table.session.history[1].plans


def test_a_saved_game_of_several_that_is_over_is_taken_into_the_lab(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    home.house.open_title()
    home.rest()
    click(home.app, "menu.lab")
    home.rest()
    click(home.app, next(key for key in sorted(home.keys) if key.startswith("lab.game.")))
    home.rest()
    screen = home.house.navigator.current
    assert isinstance(screen, LabScreen)
    assert screen.lab.seat == Seat()


def test_after_the_end_the_results_hide_nothing_any_more(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    home.house.open_results(table_of(home).together())
    think(home)
    for tab in ("flow", "figures", "people"):
        click(home.app, f"tabs.{tab}")
        think(home)
        assert not [text for text in painted(home) if "idden" in text or "may see" in text]


def test_what_not_all_may_see_is_called_so_where_all_look(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "results_together")
    words: set[str] = set()
    for tab in ("flow", "why", "figures", "people"):
        click(home.app, f"tabs.{tab}")
        think(home)
        words |= painted(home)
    assert any("Not each of you may see" in text for text in words)
    assert not [text for text in words if "our role" in text]


def test_people_are_called_as_they_call_themselves_and_so_is_the_game_they_left(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    to_the_briefing(home)
    click(home.app, "briefing.who.several")
    type_text(home.app, "briefing.name.marketing", "Anna")
    click(home.app, "briefing.start")
    assert "Hand over to: Anna (Marketing lead)" in home.words
    sit(home).playing.set_amount("seo", 700)
    home.app.refresh()
    plan(home)
    assert any("Anna (Marketing lead)" in text for text in painted(home))
    sit(home)
    assert any("Decided by: Anna (Marketing lead)" in text for text in painted(home))
    again = resumed(home, tmp_path)
    assert "Anna (Marketing lead) and Sales lead" in again.words
    again.press("enter")
    assert "Anna (Marketing lead)" in again.words
    assert "Hand over to: Sales lead" in again.words


# The general manager ------------------------------------------------------------------------------


def test_a_manager_divides_the_money_and_the_others_plan_within_it(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home, ("marketing", "sales", "manager"))
    manager = sit(home).playing
    assert manager.seat.role == "manager"
    drag_slider(home.app, "split.sales", 0.5)
    assert manager.draft.split is not None
    assert manager.draft.split[1] == pytest.approx(0.5, abs=0.02)
    assert sum(manager.draft.split) == pytest.approx(1)
    click(home.app, "predict")
    click(home.app, "predict.more")
    click(home.app, "commit.play")
    split = table_of(home).session.submits[0].split
    assert split == manager.draft.split
    assert split is not None
    marketing = sit(home).playing
    assert marketing.view.allotted["marketing"] == pytest.approx(split[0] * marketing.view.purse)
    most = marketing.view.allotted["together"]
    type_text(home.app, "amount.shared_kpis", str(int(most) + 500))
    refusal = marketing.refusal()
    assert refusal is not None
    assert "The general manager gives you" in home.house.language.say(refusal)
    type_text(home.app, "amount.shared_kpis", str(int(most)))
    assert marketing.refusal() is None
    assert any(text.startswith("of €") for text in painted(home))


def test_the_forecast_follows_how_a_manager_divides_the_money(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home, ("marketing", "sales", "manager"))
    desk = sit(home)
    foreseen = []
    for place in (0, 1):
        desk.playing.set_split(place, 0.9)
        home.app.refresh()
        think(home)
        card = desk.foresight.card("bookings", home.house.language)
        assert card is not None
        foreseen.append(card)
    assert foreseen[0] != foreseen[1]


def test_who_has_nothing_to_promise_is_not_asked_for_an_offer(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home, ("manager", "marketing"))
    sit(home)
    assert not [key for key in home.keys if key.startswith("talk.offer")]
    assert "What I mean to do" in home.words


# What one asks of another -------------------------------------------------------------------------


def test_one_asks_another_who_answers_at_the_same_machine(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "desk_asked")
    click(home.app, "talk.yes.marketing")
    desk = at_desk(home)
    assert desk.playing.draft.on("shared_vision") == 2_100
    assert any("Agreed: you put" in text for text in painted(home))
    plan(home)
    while table_of(home).stop == "hand_over":
        sit(home)
        plan(home)
    (trade,) = table_of(home).session.history[0].trades
    assert trade.state == "kept"


def test_a_promise_to_somebody_who_has_planned_asks_for_another_plan(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    desk = sit(home)
    desk.playing.set_amount("advertising", 31_000)
    home.app.refresh()
    home.click("talk.offer.sales")
    home.rest()
    home.click("offer.make")
    home.click("predict")
    home.click("commit.play")
    sit(home)
    home.click("talk.yes.marketing")
    plan(home)
    assert table_of(home).seat == MARKETING
    again = sit(home)
    assert again.playing.draft.on("advertising") == 31_000
    assert again.playing.draft.on("shared_vision") == 2_100
    plan(home)
    assert table_of(home).stop == "together"
