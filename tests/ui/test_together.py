"""Several people at one machine, by pointer and by keyboard alone."""

import re
from pathlib import Path

import pytest

from game.errors import UnknownName
from game.scenario.rules import RoleKey
from game.session import Seat
from game.storage.results import best_results
from game.storage.saves import list_saves
from game.ui import start
from game.ui.screens.ending import Ending
from game.ui.screens.lab import LabScreen
from tests.ui.driver import click, drag_slider, go_to, is_there, press, type_text, wait, write
from tests.ui.game_states import at_table, think
from tests.ui.houses import Home
from tests.ui.reading import painted
from tests.ui.together_states import (
    at_desk,
    begun,
    enter,
    look,
    plan,
    read_news,
    sit,
    table_of,
    turn,
    turns,
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


# A whole game -------------------------------------------------------------------------------------


def test_a_whole_game_of_two_is_played_with_the_pointer(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    app = home.app
    to_the_briefing(home)
    click(app, "briefing.who.several")
    click(app, "briefing.start")
    for number in range(1, 7):
        read_news(home)
        for seat in (MARKETING, SALES):
            says_nothing_private(home)
            click(app, "hand_over.go")
            if number > 1:
                assert home.screen == "Results"
                click(app, "next")
            desk = at_desk(home)
            assert desk.playing.seat == seat
            assert desk.playing.view.turn == number
            line = "advertising" if seat == MARKETING else "prospecting"
            drag_slider(app, f"lever.{line}", 0.3)
            type_text(app, "amount.joint_meetings", "1.5k")
            click(app, "predict")
            click(app, "predict.more")
            click(app, "commit.play")
        says_nothing_private(home)
        assert "All together" in home.words
        click(app, "hand_over.go")
        assert home.screen == "Results"
        click(app, "next")
    for _ in (MARKETING, SALES):
        says_nothing_private(home)
        click(app, "hand_over.go")
        assert home.screen == "Results"
        click(app, "next")
    assert home.screen == "Ending"
    assert "Marketing lead: " in home.words
    assert best_results(home.house.places) == {}
    last = home.house.navigator.current
    assert isinstance(last, Ending)
    people = [each.seat for each in table_of(home).session.history[-1].submits]
    assert people == [MARKETING, SALES]


def test_a_whole_game_of_two_is_played_with_the_keyboard_alone(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    app = home.app
    home.house.shelf.wait()
    press(app, "enter")
    home.rest()
    go_to(app, "scenario.bakery")
    press(app, "enter")
    go_to(app, "briefing.who.one")
    press(app, "right")
    press(app, "enter", ctrl=True)
    for number in range(1, 7):
        read_by_keys(home)
        for seat in (MARKETING, SALES):
            assert app.focus == "hand_over.go"
            press(app, "enter")
            if number > 1:
                press(app, "enter", ctrl=True)
            desk = at_desk(home)
            assert desk.playing.seat == seat
            go_to(app, "amount.shared_kpis")
            write(app, "5 %")
            press(app, "enter", ctrl=True)
            write(app, "7")
            press(app, "enter", ctrl=True)
            assert home.screen == "HandOver"
        press(app, "enter")
        assert home.screen == "Results"
        press(app, "enter", ctrl=True)
    go_to(app, "hand_over.skip")
    press(app, "enter")
    assert home.screen == "Ending"
    guesses = [each.prediction for each in table_of(home).session.history[-1].submits]
    assert guesses == [7, 7]


FOUR: tuple[RoleKey, ...] = ("manager", "marketing", "sales", "customer_voice")


def test_a_whole_game_of_four_is_played_and_each_decides_what_is_its_own(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    app = home.app
    begun(home, FOUR)
    for number in range(1, 7):
        for role in FOUR:
            read_news(home)
            says_nothing_private(home)
            click(app, "hand_over.go")
            if number > 1:
                assert home.screen == "Results"
                click(app, "next")
            desk = at_desk(home)
            assert desk.playing.seat.role == role
            if role == "manager":
                drag_slider(app, "split.together", 0.1 * number)
            elif role == "customer_voice":
                desk.playing.set_focus(0, 0.1 * number)
                app.refresh()
            else:
                click(app, "even" if number == 1 else "repeat")
            assert desk.playing.refusal() is None
            press(app, "enter", ctrl=True)
            click(app, "predict.more")
            press(app, "enter", ctrl=True)
        click(app, "hand_over.go")
        click(app, "next")
    session = table_of(home).session
    assert len(session.history) == 6
    for record in session.history:
        parts = {each.seat.role: each for each in record.submits}
        split, focus = parts["manager"].split, parts["customer_voice"].focus
        assert split is not None
        assert split[2] == pytest.approx(0.1 * record.turn, abs=0.02)
        assert focus is not None
        assert record.plans[0].focus == focus
        assert record.plans[0].split == split
    click(app, "hand_over.skip")
    assert home.screen == "Ending"


def read_by_keys(home: Home) -> None:
    """Read what happened, and take the first answer, with keys."""
    for _ in range(3):
        choices = [node.key for node in home.app.nodes if node.key.startswith("choice.")]
        if choices:
            go_to(home.app, choices[0])
            press(home.app, "enter")
        if is_there(home.app, "event.done"):
            go_to(home.app, "event.done")
            press(home.app, "enter")


def test_the_key_that_commits_does_not_open_the_next_ones_figures(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    desk = sit(home)
    desk.playing.split_evenly()
    home.app.refresh()
    for _ in range(4):
        press(home.app, "enter", ctrl=True)
    assert home.screen == "HandOver"


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


# Kept ---------------------------------------------------------------------------------------------


def resumed(home: Home, folder: Path) -> Home:
    """Close the window and open it again."""
    home.app.tick([], 16)
    assert home.app.may_quit()
    return at_table(folder)


def test_a_plan_in_the_making_is_there_after_a_break_and_only_its_owner_sees_it(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home)
    plan(home)
    sit(home).playing.set_amount("negotiation", 4_321)
    home.app.refresh()
    wait(home.app, 500)
    again = resumed(home, tmp_path)
    assert "Marketing lead and Sales lead" in again.words
    again.press("enter")
    says_nothing_private(again)
    assert "Hand over to: Sales lead" in again.words
    again.click("hand_over.go")
    assert at_desk(again).playing.draft.on("negotiation") == 4_321
    assert table_of(again).session.submits[0].seat == MARKETING


def test_after_a_break_the_last_results_are_shown_again_before_anybody_plans(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    again = resumed(home, tmp_path)
    again.press("enter")
    assert "All together" in again.words
    look(again)
    assert again.screen == "HandOver"


def test_leaving_in_the_middle_leads_to_the_hand_over_and_not_to_a_desk(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home).playing.set_amount("seo", 999)
    home.app.refresh()
    home.rest()
    click(home.app, "leave")
    assert home.screen == "Title"
    click(home.app, "menu.first")
    says_nothing_private(home)
    click(home.app, "hand_over.go")
    assert at_desk(home).playing.draft.on("seo") == 999


def test_a_game_of_several_and_one_alone_are_kept_beside_each_other(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    home.house.start_game(table_of(home).rules, "marketing", 3)
    at_desk(home).playing.set_amount("seo", 500)
    wait(home.app, 500)
    cards = {card.people for card in list_saves(home.house.places)}
    assert cards == {(), (MARKETING, SALES)}


def test_a_finished_game_is_saved_with_its_people_and_opened_at_its_end(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    click(home.app, "ending.save")
    home.rest()
    click(home.app, "save.save")
    (card,) = [each for each in list_saves(home.house.places) if not each.automatic]
    assert card.people == (MARKETING, SALES)
    home.house.open_title()
    home.house.load(card)
    home.rest()
    assert home.screen == "Ending"
    assert "Sales lead: " in home.words


def test_a_save_of_several_named_at_the_start_begins_with_the_hand_over(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    (card,) = list_saves(home.house.places)
    again = at_table(tmp_path)
    enter_by = start._way_in(again.house, None, None, None, str(card.path))
    assert enter_by is not None
    enter_by()
    again.rest()
    says_nothing_private(again)


def test_the_same_people_named_at_the_start_go_on_with_the_game_they_left(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home)
    plan(home)
    again = at_table(tmp_path)
    start._way_together(again.house, "bakery", 3, ("marketing", "sales"))()
    assert table_of(again).seat == SALES
    start._way_together(again.house, "bakery", 3, ("sales", "manager"))()
    assert table_of(again).people == (Seat(0, "manager"), SALES)
    assert table_of(again).session.seed == 3


def test_roles_that_there_are_not_are_refused_before_a_window_opens(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    with pytest.raises(UnknownName, match="two to four"):
        start._way_together(home.house, "bakery", None, ("sales", "sales"))


def test_a_running_game_of_several_is_nobodys_to_take_into_the_lab(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 2)
    home.house.open_title()
    home.rest()
    click(home.app, "menu.lab")
    home.rest()
    assert "No game to ask yet" in home.words


def test_a_screen_that_fails_leads_back_to_the_hand_over(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home).playing.set_amount("seo", 777)
    desk = at_desk(home)
    desk.view = None  # type: ignore[method-assign,assignment]  # any fault of the program
    home.app.refresh()
    home.rest()
    assert home.screen == "Crash"
    click(home.app, "crash.on")
    says_nothing_private(home)
    click(home.app, "hand_over.go")
    assert at_desk(home).playing.draft.on("seo") == 777
