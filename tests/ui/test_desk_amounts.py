"""Amounts typed at the desk: what cannot be read stops the plan, however it is committed."""

from pathlib import Path

import pytest

from game.ui.screens.desk import Desk
from tests.ui.driver import click, drag_slider, go_to, is_there, press, type_text, write
from tests.ui.game_states import at_table, desk_of
from tests.ui.houses import Home

FIELD = "amount.advertising"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return at_table(tmp_path)


@pytest.fixture
def desk(home: Home) -> Desk:
    return desk_of(home, 3)


def begin_to_type(home: Home, text: str) -> None:
    click(home.app, FIELD)
    press(home.app, "a", ctrl=True)
    write(home.app, text)


def asked(home: Home) -> bool:
    return is_there(home.app, "commit.play")


def typed(home: Home) -> str:
    field = next(node.widget for node in home.app.nodes if node.key == FIELD)
    return str(field.edit(home.app.ui).text)  # type: ignore[attr-defined]  # an AmountField


def test_a_click_on_predict_does_not_pass_over_an_amount_that_cannot_be_read(
    home: Home, desk: Desk
) -> None:
    before = desk.playing.draft
    begin_to_type(home, "a lot")
    click(home.app, "predict")
    assert not asked(home)
    assert home.app.focus == FIELD
    click(home.app, "predict")  # again, with nothing mended
    assert not asked(home)
    assert desk.playing.draft == before
    write(home.app, "4k")
    click(home.app, "predict")
    assert asked(home)
    assert desk.playing.draft.on("advertising") == 4_000


@pytest.mark.parametrize("key", ["ctrl enter", "enter", "space"])
def test_keys_do_not_pass_over_an_amount_that_was_left_unread(home: Home, key: str) -> None:
    desk_of(home, 3)
    begin_to_type(home, "a lot")
    press(home.app, "tab")
    if key == "ctrl enter":
        press(home.app, "enter", ctrl=True)
    else:
        go_to(home.app, "predict")
        press(home.app, key)
    assert not asked(home)
    assert home.app.focus == FIELD


def test_what_was_refused_is_still_there_to_be_mended(home: Home) -> None:
    desk_of(home, 3)
    begin_to_type(home, "12x")
    click(home.app, "predict")
    assert typed(home) == "12x"
    click(home.app, "tabs.team")
    click(home.app, "tabs.plan")
    assert typed(home) == "12x"


def test_moving_the_slider_forgets_what_was_refused(home: Home, desk: Desk) -> None:
    type_text(home.app, FIELD, "a lot")
    drag_slider(home.app, "lever.advertising", 0.05)
    assert typed(home) == home.house.language.number(desk.playing.draft.on("advertising"))
    click(home.app, "predict")
    assert asked(home)


def test_other_buttons_still_work_beside_an_amount_that_was_refused(home: Home, desk: Desk) -> None:
    before = desk.playing.draft
    drag_slider(home.app, "lever.seo", 0.9)
    type_text(home.app, FIELD, "a lot")
    click(home.app, "undo")
    assert desk.playing.draft == before


def test_a_prediction_that_cannot_be_read_is_not_played(home: Home, desk: Desk) -> None:
    turn = desk.playing.session.turn
    click(home.app, "predict")
    write(home.app, "many")
    click(home.app, "commit.play")
    assert desk.playing.session.turn == turn
    assert home.app.focus == "predict.deals"
    write(home.app, "4")
    click(home.app, "commit.play")
    assert desk.playing.session.turn == turn + 1
