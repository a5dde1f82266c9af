"""Running games are found again from the library, the briefing and the title; none is lost."""

from pathlib import Path

import pytest

from game.errors import StorageFailed
from game.scenario.rules import RoleKey
from game.session import Session
from game.storage import making_room
from game.ui.screens.desk import Desk
from game.ui.screens.hand_over import HandOver
from game.words import sentence
from tests.ui.driver import click, press, type_text
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def left_in_turn(home: Home, turn: int, scenario: str = "harbour_tea") -> Session:
    """Leave a game at the beginning of a turn, and play something else for a moment."""
    playing = home.playing(scenario, turns=turn - 1)
    home.house.play(playing.rules, playing.session, playing.seat)
    home.house.autosave(playing.rules, playing.session)
    other = "first_steps" if scenario == "harbour_tea" else "harbour_tea"
    home.house.start_game(home.house.shelf.rules(other))
    home.house.open_title()
    home.rest()
    return playing.session


def called(home: Home) -> set[str]:
    return {node.widget.called(home.app.ui) for node in home.app.nodes}


def told(home: Home) -> str:
    return "\n".join(home.app.ui.say(text) for text, _ in home.app.ui.toasts)


def desk(home: Home) -> Desk:
    home.rest()
    shown = home.house.navigator.current
    assert isinstance(shown, Desk)
    return shown


def library(home: Home) -> None:
    home.house.shelf.wait()
    home.house.open_library()
    home.rest()


def test_the_library_goes_on_with_a_game_that_was_not_the_last(home: Home) -> None:
    session = left_in_turn(home, 4)
    library(home)
    assert "Running: month 4 of 6" in home.words
    click(home.app, "go_on.harbour_tea")
    assert desk(home).playing.session.journal == session.journal


def test_the_briefing_goes_on_by_enter(home: Home) -> None:
    session = left_in_turn(home, 4)
    library(home)
    click(home.app, "scenario.harbour_tea")
    home.rest()
    assert "Go on with month 4" in called(home)
    home.press("enter")
    assert desk(home).playing.session.journal == session.journal


def test_starting_over_asks_and_keeps_the_game_before(home: Home) -> None:
    session = left_in_turn(home, 4)
    home.house.open_briefing("harbour_tea")
    home.rest()
    click(home.app, "briefing.over")
    assert "3 months played, 6 in all" in home.words
    home.press("escape")
    assert "over.start" not in home.keys
    click(home.app, "briefing.over")
    click(home.app, "over.start")
    assert desk(home).playing.session.turn == 1
    (named,) = [card for card in home.house.saves() if not card.automatic]
    home.house.load(named)
    assert desk(home).playing.session.journal == session.journal


def test_a_game_that_was_left_in_its_first_turn_is_there_with_its_plan(home: Home) -> None:
    home.house.open_briefing("harbour_tea")
    home.rest()
    press(home.app, "enter", ctrl=True)
    type_text(home.app, "amount.seo", "1,234")
    click(home.app, "leave")
    assert "Harbour Tea · turn 1 of 6" in home.words
    home.press("enter")
    assert desk(home).playing.draft.on("seo") == 1_234


def test_a_game_of_several_is_found_from_its_briefing(home: Home) -> None:
    rules = home.house.shelf.rules("harbour_tea")
    home.house.gathering.begin(rules, ("marketing", "sales"))
    home.house.open_title()
    library(home)
    assert "Running: month 1 of 6" in home.words
    click(home.app, "scenario.harbour_tea")
    home.rest()
    assert "Go on with month 1" in called(home)
    click(home.app, "briefing.start")
    assert isinstance(home.house.navigator.current, HandOver)


def test_the_saved_games_list_every_running_game(home: Home) -> None:
    session = left_in_turn(home, 3)
    click(home.app, "menu.saves")
    home.rest()
    assert "turn 3 of 6" in home.words
    assert "turn 1 of" in home.words
    click(home.app, "save.harbour_tea.autosave")
    assert desk(home).playing.session.journal == session.journal


def test_a_running_game_can_be_deleted(home: Home) -> None:
    left_in_turn(home, 3)
    click(home.app, "menu.saves")
    click(home.app, "delete.harbour_tea.autosave")
    click(home.app, "doom.delete")
    assert "save.harbour_tea.autosave" not in home.keys
    assert not list(home.house.places.saves.glob("harbour_tea*"))


def played_on_beside(home: Home, role: RoleKey = "all") -> tuple[Session, Session]:
    """Save a game under a name, play it on, load the named one, and change its plan."""
    home.house.start_game(home.house.shelf.rules("harbour_tea"), role)
    early = home.playing(turns=2, role=role)
    home.house.play(early.rules, early.session, early.seat)
    home.house.autosave(early.rules, early.session)
    home.house.save("Early", early)
    late = home.playing(turns=4, role=role)
    home.house.autosave(late.rules, late.session)
    home.house.open_title()
    home.rest()
    (named,) = [card for card in home.house.saves() if card.name == "Early"]
    home.house.load(named)
    desk(home)
    return early.session, late.session


@pytest.mark.parametrize("role", ["all", "marketing"])
def test_playing_a_saved_game_on_keeps_the_running_one_under_a_name(
    home: Home, role: RoleKey
) -> None:
    early, late = played_on_beside(home, role)
    plan = desk(home).playing
    plan.commit(3.0, "")
    assert "is kept as “Harbour Tea, " in told(home)
    (aside,) = [c for c in home.house.saves() if not c.automatic and c.name != "Early"]
    home.house.load(aside)
    assert desk(home).playing.session.journal == late.journal
    running = home.house.running_of("harbour_tea", role)
    assert running is not None
    assert running.turn == early.turn + 1


def test_looking_at_a_saved_game_leaves_the_running_one_where_it_is(home: Home) -> None:
    _, late = played_on_beside(home)
    home.press("escape")
    running = home.house.running_of("harbour_tea", "all")
    assert running is not None
    assert running.turn == late.turn
    assert [card.name for card in home.house.saves() if not card.automatic] == ["Early"]


def test_a_game_that_is_played_on_takes_its_own_place(home: Home) -> None:
    playing = home.playing(turns=2)
    home.house.play(playing.rules, playing.session, playing.seat)
    home.house.autosave(playing.rules, playing.session)
    home.house.save("Now", playing)
    home.house.open_title()
    (named,) = [card for card in home.house.saves() if not card.automatic]
    home.house.load(named)
    desk(home).playing.commit(3.0, "")
    assert [card.name for card in home.house.saves() if not card.automatic] == ["Now"]


def test_what_cannot_be_kept_aside_is_not_written_over(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, late = played_on_beside(home)

    def full(*_: object, **__: object) -> str:
        raise StorageFailed("full", sentence("The disk is full."))

    monkeypatch.setattr(making_room, "set_aside", full)
    plan = desk(home).playing
    plan.commit(3.0, "")
    assert "The disk is full." in told(home)
    plan.commit(3.0, "")
    running = home.house.running_of("harbour_tea", "all")
    assert running is not None
    assert running.turn == late.turn
