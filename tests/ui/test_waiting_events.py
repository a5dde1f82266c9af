"""What waits for an answer can be put aside: the plan is looked at first, or the game is left."""

from pathlib import Path

import pytest

from game.ui.screens.desk import Desk
from tests.ui.driver import click, go_to, press, write
from tests.ui.game_states import at_table, played
from tests.ui.houses import Home
from tests.ui.together_states import news


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk on which an event waits for an answer."""
    home = at_table(tmp_path)
    home.house.open_desk(played(home, 1))
    home.rest()
    assert "event.done" in home.keys
    return home


def desk(home: Home) -> Desk:
    shown = home.house.navigator.current
    assert isinstance(shown, Desk)
    return shown


def disabled(home: Home, key: str) -> str:
    node = next(each for each in home.app.nodes if each.key == key)
    return node.widget.hint(home.app.ui, node.box)


@pytest.mark.parametrize("way", ["escape", "button"])
def test_the_plan_is_looked_at_before_the_answer(home: Home, way: str) -> None:
    if way == "escape":
        press(home.app, "escape")
    else:
        click(home.app, "event.later")
    assert "event.done" not in home.keys
    assert "Waiting for your answer" in home.words
    (event,) = desk(home).playing.view.pending
    assert event.title in disabled(home, "predict")
    press(home.app, "enter", ctrl=True)
    assert desk(home).playing.session.turn == 2
    click(home.app, f"event.{event.key}")
    click(home.app, f"choice.{event.choices[0].key}")
    press(home.app, "enter")
    assert not desk(home).playing.view.pending
    assert "Waiting for your answer" not in home.words


def test_enter_decides_once_something_is_picked(home: Home) -> None:
    (event,) = desk(home).playing.view.pending
    go_to(home.app, f"choice.{event.choices[1].key}")
    press(home.app, "space")
    assert home.app.focus == "event.done"
    press(home.app, "enter")
    chosen = {each.key: each.chosen for each in desk(home).playing.view.events}
    assert chosen[event.key] == event.choices[1].key


def test_a_choice_says_what_it_leaves_to_spend(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    playing = played(home, 0)
    playing.commit(None, "")  # nothing is spent, so that there is something in the bank
    home.house.open_desk(playing)
    home.rest()
    (event,) = playing.view.pending
    free, paid = sorted(event.choices, key=lambda choice: choice.costs)
    there = playing.view.budget
    assert f"Leaves you {playing.language.money(there)} to spend" in home.words
    assert f"Leaves you {playing.language.money(there - paid.costs)} to spend" in home.words
    click(home.app, f"choice.{paid.key}")
    click(home.app, "event.done")
    assert playing.view.budget == pytest.approx(there - paid.costs)
    assert free.costs == 0


def test_a_game_is_left_while_an_answer_is_due(home: Home) -> None:
    press(home.app, "escape")
    click(home.app, "leave")
    assert home.screen == "Title"


def test_people_at_one_machine_leave_while_an_answer_is_due(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    news(home)
    home.rest()
    assert "event.done" in home.keys
    press(home.app, "escape")
    assert home.screen == "Title"
    press(home.app, "enter")
    home.rest()
    assert home.screen == "HandOver"


def test_a_game_is_saved_under_a_name_from_the_desk_with_its_plan(home: Home) -> None:
    press(home.app, "escape")
    desk(home).playing.split_evenly()
    draft = desk(home).playing.draft
    press(home.app, "s", ctrl=True)
    home.rest()
    press(home.app, "a", ctrl=True)
    write(home.app, "Before the answer")
    press(home.app, "enter")
    assert "save.name" not in home.keys
    (card,) = [each for each in home.house.saves() if not each.automatic]
    assert card.name == "Before the answer"
    home.house.open_title()
    home.house.load(card)
    assert desk(home).playing.draft == draft
