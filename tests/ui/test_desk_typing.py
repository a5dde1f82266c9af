"""Typed at the desk: what stands in a field counts, and what was taken back stays taken back."""

from pathlib import Path

import pytest

from game.storage.saves import open_save
from tests.ui.driver import click, drag_slider, go_to, press, type_text, write
from tests.ui.game_states import at_table, desk_of
from tests.ui.houses import Home

LINE = "advertising"
FIELD = f"amount.{LINE}"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return at_table(tmp_path)


def typed_anew(home: Home, text: str) -> None:
    """Put a text in place of an amount, and stay in its field."""
    click(home.app, FIELD)
    press(home.app, "a", ctrl=True)
    write(home.app, text)


@pytest.mark.parametrize("way", ["tab", "pointer", "commit"])
def test_what_was_taken_back_in_a_field_is_not_planned_again(home: Home, way: str) -> None:
    playing = desk_of(home, 3).playing
    before = playing.draft.on(LINE)
    drag_slider(home.app, f"lever.{LINE}", 0.9)
    assert playing.draft.on(LINE) != before
    click(home.app, FIELD)
    press(home.app, "z", ctrl=True)
    if way == "tab":
        press(home.app, "tab")
    elif way == "pointer":
        click(home.app, "predict")
    else:
        press(home.app, "enter", ctrl=True)
    assert playing.draft.on(LINE) == before
    assert playing.can_redo


def test_undo_in_a_field_takes_back_what_was_typed_there(home: Home) -> None:
    playing = desk_of(home, 3).playing
    before = playing.draft.on(LINE)
    typed_anew(home, "4321")
    press(home.app, "z", ctrl=True)
    press(home.app, "tab")
    assert playing.draft.on(LINE) == before


def test_a_field_shows_what_the_plan_holds_after_it_was_taken_back(home: Home) -> None:
    playing = desk_of(home, 3).playing
    type_text(home.app, FIELD, "4k")
    assert playing.draft.on(LINE) == 4_000
    go_to(home.app, FIELD)
    press(home.app, "z", ctrl=True)
    press(home.app, "tab")
    press(home.app, "tab", shift=True)
    assert playing.draft.on(LINE) != 4_000


def test_an_amount_that_is_still_typed_is_saved(home: Home) -> None:
    desk_of(home, 3)
    typed_anew(home, "4321")
    press(home.app, "s", ctrl=True)
    home.rest()
    press(home.app, "enter")
    home.rest()
    card = next(card for card in home.house.saves() if not card.automatic)
    draft = open_save(card.path).draft
    assert draft is not None
    assert draft.on(LINE) == 4_321


def test_an_amount_that_is_still_typed_is_in_the_plan_when_the_window_closes(home: Home) -> None:
    playing = desk_of(home, 3).playing
    typed_anew(home, "4321")
    assert home.app.may_quit()
    assert playing.draft.on(LINE) == 4_321


def test_help_over_a_dialog_does_not_lose_where_the_dialog_was_opened(home: Home) -> None:
    desk_of(home, 3)
    go_to(home.app, FIELD)
    for name, ctrl in (("s", True), ("f1", False), ("escape", False), ("escape", False)):
        press(home.app, name, ctrl=ctrl)
        home.rest()
    assert home.screen == "Desk"
    assert home.app.focus == FIELD
