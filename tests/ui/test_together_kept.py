"""Games of several are kept: after a break, at their end, and where a screen fails."""

from pathlib import Path

import pytest

from game.errors import UnknownName
from game.session import Seat
from game.storage.saves import list_saves
from game.ui import start
from tests.ui.driver import click, wait
from tests.ui.game_states import at_table
from tests.ui.test_together import MARKETING, SALES, resumed, says_nothing_private
from tests.ui.together_states import (
    at_desk,
    begun,
    enter,
    look,
    plan,
    sit,
    table_of,
    turns,
)


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
    assert "once it is over" in home.words
    click(home.app, next(key for key in home.keys if key.startswith("lab.game.")))
    home.rest()
    assert home.screen == "LabGames"


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
