"""Keys at the desk: Tab comes to the plan before what leads away, and back to where one was."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.ui.playing import Playing
from game.ui.screens.reach import Reach, reach_of_game, usual_reach
from tests.ui.driver import box_of, click, press
from tests.ui.game_states import at_table, desk_of, played, results_of
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return at_table(tmp_path)


def test_after_the_tabs_come_the_lines_and_at_the_end_what_leads_away(home: Home) -> None:
    desk_of(home, 3)
    order = []
    for _ in range(120):
        press(home.app, "tab")
        if home.app.focus in order:
            break
        order.append(home.app.focus)
    assert order[0] == "tabs.plan"
    assert order[1].startswith("lever.")
    assert order.index("predict") < order.index("help")
    assert order[-4:] == ["help", "keep", "settings", "leave"]


def test_home_and_end_open_the_first_and_the_last_tab(home: Home) -> None:
    desk_of(home, 3)
    press(home.app, "tab")
    press(home.app, "end")
    assert home.app.focus == "tabs.journal"
    press(home.app, "home")
    assert home.app.focus == "tabs.plan"


@pytest.mark.parametrize("opened_by", ["keys", "pointer"])
def test_after_the_settings_the_focus_is_seen_where_they_were_opened(
    home: Home, opened_by: str
) -> None:
    desk_of(home, 3)
    if opened_by == "keys":
        for _ in range(2):
            press(home.app, "tab", shift=True)
        press(home.app, "enter")
    else:
        click(home.app, "settings")
    assert home.screen == "SettingsScreen"
    press(home.app, "escape")
    assert home.app.focus == "settings"
    assert home.app.ring


def test_what_led_away_is_scrolled_into_sight_where_the_text_has_grown(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.house.open_title()
    home.focus("menu.settings")
    press(home.app, "enter")
    home.restyle((640, 360), "dark", 2.0)
    press(home.app, "escape")
    home.rest()
    assert home.app.focus == "menu.settings"
    assert box_of(home.app, "menu.settings").h > 0


def test_an_amount_stands_in_one_place_while_there_is_about_as_much_to_spend(home: Home) -> None:
    playing = played(home, 2)
    usual = Reach.of(playing).usual
    assert usual_reach(replace(playing.view, budget=playing.view.budget * 0.6), 0.0, usual) == usual
    playing.as_last_turn()
    assert Reach.of(playing).usual == usual


def test_a_knob_stands_where_it_stood_when_a_game_is_opened_again(home: Home) -> None:
    playing = played(home, 3)
    before = Reach.of(playing).usual
    playing.set_amount("advertising", before * 0.6)
    again = Playing(
        playing.rules,
        playing.session,
        playing.seat,
        playing.language,
        keep=lambda _, __: None,
        draft=playing.draft,
    )
    assert Reach.of(again).usual == Reach.of(playing).usual == before


def test_sliders_are_as_long_in_a_game_that_is_opened_again_as_after_all_its_turns(
    home: Home,
) -> None:
    views = [played(home, turns).view for turns in range(4)]
    rules = played(home, 0).rules
    reach = 0.0
    for view in views:
        reach = usual_reach(view, max(view.part), reach)
        assert reach_of_game(rules, view) == reach


def test_sliders_become_shorter_where_there_is_much_less_to_spend(home: Home) -> None:
    view = played(home, 3).view
    usual = usual_reach(view, 0.0, 0.0)
    assert usual_reach(replace(view, budget=view.budget / 20), 0.0, usual) < usual / 10


def test_sliders_become_longer_where_there_is_more_to_spend(home: Home) -> None:
    view = played(home, 3).view
    usual = usual_reach(view, 0.0, 0.0)
    assert usual_reach(replace(view, budget=view.budget * 2), 0.0, usual) > usual


def test_an_event_that_is_put_aside_has_the_focus_where_it_waits(home: Home) -> None:
    home.house.open_desk(played(home, 1))
    home.rest()
    press(home.app, "escape")
    home.rest()
    assert home.app.focus.startswith("event.")


def test_esc_leads_from_a_page_of_the_results_to_the_first(home: Home) -> None:
    results_of(home, 3)
    home.click("tabs.why")
    assert "replay" not in home.keys
    press(home.app, "escape")
    home.rest()
    assert "replay" in home.keys, "the pipeline is seen again"


@pytest.mark.parametrize("opened_by", ["f1", "help"])
def test_after_the_help_the_focus_is_seen_where_it_was(home: Home, opened_by: str) -> None:
    desk_of(home, 3)
    before = "lever.seo" if opened_by == "f1" else "help"
    for _ in range(120):
        if home.app.focus == before:
            break
        press(home.app, "tab")
    press(home.app, "f1" if opened_by == "f1" else "enter")
    assert home.app.focus != before
    press(home.app, "escape")
    assert home.app.focus == before
    assert home.app.ring
