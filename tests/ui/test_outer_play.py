"""From the title to the desk and from the end back again, with the keyboard alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.session import EndTurn, apply
from game.storage.results import best_results
from game.storage.saves import list_saves, load_autosave
from game.ui import start
from game.ui.screens.briefing import Briefing
from game.ui.screens.desk import Desk
from game.ui.shelf import Shelf
from tests.ui.houses import SHELF, Home

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_the_keyboard_alone_leads_from_the_title_to_the_desk(home: Home) -> None:
    home.house.shelf.wait()
    home.press("enter")
    assert home.screen == "Library"
    home.press("right", "left", "enter")
    assert home.screen == "Briefing"
    home.press("enter")
    assert home.screen == "Desk"
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    assert desk.playing.rules.name == "first_steps"


def test_arrows_walk_the_menu_and_escape_leads_back(home: Home) -> None:
    home.press("down", "down", "down", "down")
    assert home.app.focus == "menu.settings"
    home.press("enter")
    assert home.screen == "SettingsScreen"
    home.press("escape")
    assert home.screen == "Title"
    assert home.app.focus == "menu.settings"


def test_one_role_is_chosen_before_the_scenario(home: Home) -> None:
    home.house.shelf.wait()
    home.press("down", "enter", "enter", "enter")
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    assert desk.playing.seat.role == "marketing"


def test_there_is_nothing_to_continue_before_something_was_played(home: Home) -> None:
    assert "Continue" not in home.words
    assert "menu.saves" not in home.keys


def test_continue_names_the_game_and_goes_on_with_it(home: Home) -> None:
    playing = home.playing(turns=2)
    home.house.autosave(playing.rules, playing.session)
    home.app.refresh()
    home.rest()
    assert "Harbour Tea · turn 3 of 6" in home.words
    home.press("enter")
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    assert desk.playing.session.journal == playing.session.journal


def test_a_game_that_is_over_is_not_continued(home: Home) -> None:
    playing = home.playing()
    home.house.autosave(playing.rules, playing.session)
    home.app.refresh()
    home.rest()
    assert "Continue" not in home.words


def test_escape_on_the_title_ends_the_program_where_no_game_is_running(home: Home) -> None:
    home.press("escape")
    assert not home.house.navigator.running


def test_escape_on_the_title_asks_first_where_a_game_is_running(home: Home) -> None:
    playing = home.playing(turns=2)
    home.house.autosave(playing.rules, playing.session)
    home.app.refresh()
    home.press("escape")
    assert home.house.navigator.running
    assert "“Harbour Tea” is kept at turn 3 of 6" in home.words
    home.press("escape")
    assert "leave" not in home.keys
    home.press("escape")
    home.focus("leave.quit")
    home.press("enter")
    assert not home.house.navigator.running


def test_the_shelf_begins_with_the_tutorial_and_ends_with_what_is_damaged(home: Home) -> None:
    own = home.house.places.own_scenarios
    own.mkdir(parents=True)
    (own / "aaa.yaml").write_text("turns: 3 4\n")
    (own / "abc.yaml").write_text((SHELF / "harbour_tea.yaml").read_text())
    home.house.shelf.wait()
    names = [each.name for each in home.house.shelf.scenarios]
    assert names == ["first_steps", "harbour_tea", "abc", "aaa"]


def test_a_damaged_scenario_says_line_and_problem_and_cannot_be_played(home: Home) -> None:
    own = home.house.places.own_scenarios
    own.mkdir(parents=True)
    (own / "damaged.yaml").write_text((SHELF / "first_steps.yaml").read_text() + "turms: 3\n")
    home.house.open_library()
    home.house.shelf.wait()
    home.rest()
    assert "Line 20" in home.words
    assert "did you mean “turns”?" in home.words
    home.focus("scenario.damaged")
    home.press("enter")
    assert home.screen == "Library"


def test_the_library_is_drawn_while_scenarios_are_being_read(home: Home) -> None:
    shelf = home.house.shelf
    shelf.start = lambda: None  # type: ignore[method-assign]  # they have not been read yet
    home.house.open_library()
    home.rest()
    assert not any(key.startswith("scenario.") for key in home.keys)
    shelf.read()
    home.rest()
    assert {"scenario.first_steps", "scenario.harbour_tea"} <= home.keys


def test_the_card_of_a_played_scenario_says_the_best_result(home: Home) -> None:
    playing = home.playing()
    home.house.autosave(playing.rules, playing.session)
    home.house.open_library()
    home.house.shelf.wait()
    home.rest()
    best = round(best_results(home.house.places)["harbour_tea"].total)
    assert f"Your best: {best} points" in home.words
    assert home.words.count("Your best") == 1


def test_luck_is_typed_before_the_game_and_makes_it(home: Home) -> None:
    home.house.open_briefing("first_steps", seed=1234)
    home.focus("briefing.luck")
    home.press("9", "enter")
    home.focus("briefing.start")
    home.press("enter")
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    assert desk.playing.session.seed == 9


def test_luck_that_is_no_number_is_refused(home: Home) -> None:
    home.house.open_briefing("first_steps", seed=1234)
    home.focus("briefing.luck")
    home.press("much", "enter")
    home.click("briefing.start")
    assert isinstance(home.house.navigator.current, Briefing)
    assert home.app.focus == "briefing.luck"
    home.press("escape")
    home.click("briefing.start")
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    assert desk.playing.session.seed == 1234


def test_the_last_turn_records_the_result_once(home: Home) -> None:
    before = home.playing(turns=5)
    over = apply(before.rules, before.session, EndTurn())
    home.house.autosave(before.rules, over)
    home.house.autosave(before.rules, over)
    assert best_results(home.house.places)["harbour_tea"].attempts == 1


def test_the_end_compares_with_the_best_result_before(home: Home) -> None:
    playing = home.playing()
    home.house.autosave(playing.rules, playing.session)
    home.house.open_ending(playing)
    home.rest()
    assert "Your first result here" in home.words
    other = home.playing(seed=8)
    home.house.autosave(other.rules, other.session)
    home.house.open_ending(other)
    home.rest()
    assert "A new best" in home.words or "Your best: " in home.words


def test_a_result_is_counted_for_the_role_that_was_played(home: Home) -> None:
    playing = home.playing(role="sales", turns=5)
    home.house.open_desk(playing)
    home.house.autosave(playing.rules, apply(playing.rules, playing.session, EndTurn()))
    assert home.house.best("harbour_tea", "sales") is not None
    assert home.house.best("harbour_tea") is None


def test_a_finished_game_that_is_opened_again_is_compared_with_all_games(home: Home) -> None:
    best, weak = home.playing(seed=7), home.playing(seed=7, strategy="marketing_only")
    for playing in (best, weak):
        home.house.autosave(playing.rules, playing.session)
    home.house.open_ending(best)
    home.rest()
    assert "Your best so far" in home.words


@pytest.mark.parametrize("again", ["ending.again", "ending.new"])
def test_the_same_scenario_is_played_again_with_the_same_or_with_new_luck(
    home: Home, again: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home.house, "new_luck", lambda: 4321)
    home.house.open_ending(home.playing(seed=7))
    home.focus(again)
    home.press("enter")
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    assert desk.playing.session.seed == (7 if again == "ending.again" else 4321)
    assert desk.playing.session.turn == 1


def test_the_end_leads_back_to_the_last_turn(home: Home) -> None:
    home.house.open_ending(home.playing())
    home.focus("header.back")
    home.press("enter")
    assert home.screen == "Results"


def test_one_role_offers_the_role_that_was_played_last(home: Home) -> None:
    home.house.start_game(home.house.shelf.rules("harbour_tea"), "sales")
    home.house.open_title()
    home.house.shelf.wait()
    home.rest()
    home.focus("menu.role")
    home.press("enter")
    assert "role.sales" in home.keys
    assert "You win the deals" in home.words


def test_a_finished_game_is_saved_under_a_name_and_opened_again(home: Home) -> None:
    home.house.open_ending(home.playing())
    home.focus("ending.save")
    home.press("enter", "The long year", "enter")
    assert [card.name for card in list_saves(home.house.places)] == ["The long year"]
    home.press("escape")
    assert home.screen == "Title"
    home.focus("menu.saves")
    home.press("enter", "tab", "tab", "enter")
    assert home.screen == "Ending"


def test_a_saved_game_is_deleted_only_after_a_question(home: Home) -> None:
    home.house.save("Old", home.playing(turns=1))
    home.house.open_saves()
    home.focus("delete.Old")
    home.press("enter")
    assert "“Old” cannot be brought back." in home.words
    assert home.words.count("turn 2 of 6") == 2  # in the list, and in the question
    home.focus("doom.delete")
    home.press("enter")
    assert list_saves(home.house.places) == ()
    assert "No game is saved" in home.words


def test_what_cannot_be_written_is_told_and_the_game_goes_on(home: Home) -> None:
    home.house.places.saves.parent.mkdir(parents=True, exist_ok=True)
    home.house.places.saves.write_text("a file where a folder should be")
    playing = home.playing(turns=1)
    home.house.autosave(playing.rules, playing.session)
    assert len(home.app.ui.toasts) == 1


def test_every_decision_at_the_desk_is_kept(home: Home) -> None:
    home.house.start_game(home.house.shelf.rules("harbour_tea"), seed=5)
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    desk.playing.commit(None, "")
    opened = load_autosave(home.house.places, "harbour_tea", desk.playing.seat)
    assert opened is not None
    assert opened.session.journal == desk.playing.session.journal


def test_a_thread_reads_the_shelf_and_wakes_the_window(home: Home) -> None:
    woken: list[bool] = []
    shelf = Shelf(home.house.places, wake=lambda: woken.append(True))
    shelf.wait()
    assert shelf.ready
    assert len(woken) == len(shelf.scenarios) + 1


def test_a_window_that_cannot_be_opened_says_so(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "x11")
    monkeypatch.setenv("DISPLAY", ":987")
    house = home.house
    with pytest.raises(start.NoScreen):
        start.open_window(house.places, house.settings, house.language)


def test_the_first_frame_waits_for_no_market_and_no_scenario(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.ui.pictures import app_of\n"
        "from game.storage.places import Places, shipped\n"
        "from game.ui.house import House\n"
        "import game.ui.start, game.ui.window\n"
        f"home = Path({str(tmp_path / 'new')!r})\n"
        "places = Places(home=home, scenarios=shipped('scenarios'), assets=shipped('assets'))\n"
        "late = {'pydantic', 'yaml', 'game.session', 'game.market', 'typer'}\n"
        "app_of(House(places).navigator)\n"
        "print(sorted(late & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_game_of_a_role_that_needs_others_is_played_again_with_every_role(home: Home) -> None:
    rules = home.house.shelf.rules("harbour_tea")
    home.house.start_game(rules, "manager", 3)
    home.rest()
    assert home.screen == "Desk"
    assert home.house.navigator.current.playing.seat.role == "all"  # type: ignore[attr-defined]


def test_a_shelf_that_is_closed_reads_no_further(home: Home) -> None:
    shelf = Shelf(home.house.places)
    shelf.wake = shelf.close
    shelf.read()
    assert len(shelf.scenarios) == 1
    assert shelf.expected > 1
