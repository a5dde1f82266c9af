"""A screen that fails: the game is kept, the fault is written down, and play goes on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pygame
import pytest

from game.errors import StorageFailed
from game.storage import faults
from game.storage.faults import write_fault
from game.storage.saves import list_saves, load_autosave
from game.ui.screens.desk import Desk
from game.ui.shelf import Shelf
from game.ui.toolkit import Button, Label, Shortcut, problems
from game.words import sentence
from tests.ui.game_states import STATES, at_table, desk_of
from tests.ui.houses import Home
from tests.ui.lab_states import STATES as LAB
from tests.ui.pictures import LOOKS, SIZES, TEXTS
from tests.ui.test_screens_outer import SCREENS
from tests.ui.together_states import STATES as TOGETHER

TABLE = {**STATES, **LAB, **TOGETHER}
"""Screens of games at a table on which nothing moves by itself."""

ALL = {**TABLE, **{f"outer_{enter.__name__}": enter for enter in SCREENS}}

Break = Callable[[Home, pytest.MonkeyPatch], None]


def fail(*_: Any, **__: Any) -> NoReturn:
    raise ZeroDivisionError("a fault of the program")


def view(home: Home, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(home.house.navigator.current, "view", fail)
    home.app.refresh()
    home.rest()


def time(home: Home, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(home.house.navigator.current, "tick", fail)
    home.rest()


def key(home: Home, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        home.house.navigator.current, "shortcuts", lambda: {Shortcut("f8"): fail}, raising=True
    )
    patch.setattr(type(home.app._router), "_around_focus", lambda _: [])
    patch.setattr("game.ui.toolkit.app.top_layer", lambda _: -1)
    home.app.tick([pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F8, mod=0, unicode="")], 16)


def paint(home: Home, patch: pytest.MonkeyPatch) -> None:
    with patch.context() as broken:
        broken.setattr("game.ui.toolkit.painter.Painter.paint", fail_once())
        home.app.resize((1290, 730))
        home.rest()


def fail_once() -> Callable[..., Any]:
    from game.ui.toolkit.painter import Painter

    whole, left = Painter.paint, [1]

    def painting(*args: Any) -> Any:
        if left:
            left.pop()
            fail()
        return whole(*args)

    return painting


BREAKS = (view, time, key, paint)


def home_of(name: str, folder: Path) -> Home:
    home = Home(folder) if name.startswith("outer_") else at_table(folder)
    ALL[name](home)
    home.rest()
    return home


@pytest.mark.slow
@pytest.mark.parametrize("broken", BREAKS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", ALL)
def test_a_fault_on_any_screen_is_told_in_plain_words(
    name: str, broken: Break, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_of(name, tmp_path)
    title = home.house.navigator.current.title
    with monkeypatch.context() as patch:
        broken(home, patch)
        assert home.screen == "Crash"
    assert f"“{title}”" in home.words
    for technical in ("Traceback", "ZeroDivision", "Error"):
        assert technical not in home.words
    log = next(home.house.places.faults.glob("*.txt")).read_text()
    assert "ZeroDivisionError: a fault of the program" in log
    home.click("crash.on")
    assert home.screen != "Crash"


@pytest.mark.parametrize(
    ("broken", "when"),
    [(view, "drawing it"), (time, "by itself"), (key, "did last"), (paint, "drawing it")],
)
def test_a_fault_says_when_it_happened(
    broken: Break, when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    with monkeypatch.context() as patch:
        broken(home, patch)
    assert when in home.words


@pytest.mark.parametrize("broken", BREAKS, ids=lambda each: each.__name__)
def test_the_game_and_its_plan_are_kept_and_gone_on_with(
    broken: Break, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 2)
    desk.playing.set_amount("seo", 4_321)
    with monkeypatch.context() as patch:
        broken(home, patch)
    assert home.screen == "Crash"
    kept = load_autosave(home.house.places, "bakery", desk.playing.seat)
    assert kept is not None
    assert kept.draft is not None
    assert kept.draft.on("seo") == 4_321
    home.press("enter")
    again = home.house.navigator.current
    assert isinstance(again, Desk)
    assert again is not desk
    assert again.playing.draft.on("seo") == 4_321
    assert again.playing.session.journal == desk.playing.session.journal


def test_a_screen_that_fails_again_is_not_offered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    monkeypatch.setattr(Desk, "view", fail)
    home.app.refresh()
    home.rest()
    home.press("enter")
    assert home.screen == "Crash"
    assert "crash.title" not in home.keys
    home.press("enter")
    assert home.screen == "Title"
    assert list_saves(home.house.places) != ()


def test_what_can_be_mended_is_told_and_the_screen_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk_of(home)

    def refuse(*_: Any) -> NoReturn:
        raise StorageFailed("full", sentence("The disk is full."))

    monkeypatch.setattr(Button, "react", refuse)
    home.click("predict")
    assert home.screen == "Desk"
    assert "The disk is full." in [home.app.ui.say(text) for text, _, _ in home.app._toasts]


def test_a_screen_that_is_refused_by_itself_cannot_end_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)

    def refuse(*_: Any) -> NoReturn:
        raise StorageFailed("full", sentence("The disk is full."))

    monkeypatch.setattr(desk, "tick", refuse)
    home.rest()
    assert home.screen == "Crash"
    assert list_saves(home.house.places) != ()


def test_a_fault_is_told_even_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk_of(home)
    monkeypatch.setattr("game.ui.rescue.write_fault", fail)
    monkeypatch.setattr("game.storage.saves.autosave", fail)
    view(home, monkeypatch)
    assert "could not be written down" in home.words
    assert "as it was after your last decision" in home.words


def test_a_fault_that_nobody_catches_is_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    monkeypatch.setattr(Label, "texts", fail)
    home.app.resize((1290, 730))
    with pytest.raises(ZeroDivisionError):  # not even the screen that tells of it can be drawn
        home.rest()


def test_a_screen_that_fails_to_answer_cannot_hold_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    monkeypatch.setattr(desk, "ask_to_quit", fail)
    assert home.app.may_quit()
    assert list_saves(home.house.places) != ()


def test_a_scenario_that_the_program_fails_at_does_not_stop_the_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    monkeypatch.setattr("game.storage.scenarios.load_scenario", fail)
    shelf = Shelf(home.house.places)
    shelf.read()
    assert shelf.ready
    assert all(each.rules is None and each.problem for each in shelf.scenarios)


def test_a_shelf_that_cannot_be_listed_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path)
    monkeypatch.setattr("game.storage.scenarios.list_scenarios", fail)
    shelf = Shelf(home.house.places)
    shelf.wait()
    assert shelf.ready
    assert shelf.scenarios == ()


def test_only_the_newest_faults_are_kept(tmp_path: Path) -> None:
    places = Home(tmp_path).house.places
    for _ in range(faults.KEPT + 5):
        newest = write_fault(places, ZeroDivisionError("x"), "test")
    kept = list(places.faults.glob("*.txt"))
    assert len(kept) == faults.KEPT
    assert newest in kept


@pytest.mark.parametrize("size", SIZES)
def test_the_screen_that_tells_of_a_fault_is_sound_in_every_look(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    view(home, monkeypatch)
    for text in TEXTS:
        for look in LOOKS:
            home.restyle(size, look, text)
            assert problems(home.app) == [], f"text {text}, {look}"
