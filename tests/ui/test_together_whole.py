"""Whole games of several at one machine, by pointer and by keyboard alone."""

from pathlib import Path

import pytest

from game.scenario.rules import RoleKey
from game.storage.results import best_results
from game.ui.screens.ending import Ending
from tests.ui.driver import click, drag_slider, go_to, is_there, press, type_text, write
from tests.ui.game_states import at_table
from tests.ui.houses import Home
from tests.ui.test_together import MARKETING, SALES, says_nothing_private, to_the_briefing
from tests.ui.together_states import (
    at_desk,
    begun,
    read_news,
    sit,
    table_of,
)


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
