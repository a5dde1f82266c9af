"""Whole games in the window, by pointer and by keyboard alone, and what happens on the way."""

from pathlib import Path

import pygame
import pytest

from game.storage.places import shipped
from game.ui.screens.briefing import Briefing
from game.ui.screens.desk import Desk
from game.ui.screens.ending import Ending
from game.ui.screens.keys import KEYS
from game.ui.screens.library import Library
from game.ui.screens.quiz import QuizScreen
from game.ui.screens.results import Results
from game.ui.screens.words import Help
from game.ui.toolkit import App, Screen
from tests.ui.driver import (
    box_of,
    click,
    drag_slider,
    go_to,
    is_there,
    press,
    type_text,
    wait,
    write,
)
from tests.ui.game_states import SHELF, at_table, desk_of, results_of
from tests.ui.houses import Home
from tests.ui.test_screens_outer import QUIZ


def shown_desk(home: Home) -> Desk:
    screen = home.house.navigator.current
    assert isinstance(screen, Desk)
    return screen


def read_by_pointer(app: App) -> None:
    """Answer what waits for an answer with the first choice, and close what is only to be read."""
    while is_there(app, "event.done"):
        choices = [node.key for node in app.nodes if node.key.startswith("choice.")]
        if choices:
            click(app, choices[0])
        click(app, "event.done")


def test_the_tutorial_is_played_from_the_title_to_its_end_with_the_pointer(tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=shipped("scenarios"))
    app = home.app
    home.house.shelf.wait()
    click(app, "menu.first")
    home.rest()
    click(app, "scenario.first_steps")
    click(app, "briefing.start")
    for turn in range(1, 5):
        desk = shown_desk(home)
        assert desk.playing.view.turn == turn
        read_by_pointer(app)
        drag_slider(app, "lever.advertising", 0.25)
        assert desk.playing.draft.on("advertising") > 0
        type_text(app, "amount.content_marketing", "2.5k")
        assert desk.playing.draft.on("content_marketing") == 2_500
        click(app, "predict")
        click(app, "predict.more")
        click(app, "commit.play")
        assert home.screen == "Results"
        click(app, "next")
    assert home.screen == "Ending"
    assert any(card.over for card in home.house.saves())


def test_a_game_is_played_to_its_end_with_the_keyboard_alone(tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=shipped("scenarios"))
    app = home.app
    home.house.shelf.wait()
    press(app, "enter")
    home.rest()
    press(app, "enter")
    press(app, "enter")
    for turn in range(1, 5):
        desk = shown_desk(home)
        assert desk.playing.view.turn == turn
        if is_there(app, "event.done"):
            go_to(app, "event.done")
            press(app, "enter")
        go_to(app, "lever.advertising")
        for name in ("home", "page up", "right", "left"):
            press(app, name)
        assert desk.playing.draft.on("advertising") > 0
        go_to(app, "amount.content_marketing")
        write(app, "20 %")
        # Ctrl+Enter takes what is still being typed.
        press(app, "enter", ctrl=True)
        assert desk.playing.draft.on("content_marketing") == pytest.approx(
            desk.playing.view.budget * 0.2
        )
        assert app.focus == "predict.deals"
        write(app, "7")
        press(app, "tab")
        press(app, "tab")
        write(app, "they know us now")
        press(app, "enter", ctrl=True)
        assert home.screen == "Results"
        assert desk.playing.view.now.prediction == 7
        assert desk.playing.view.now.because == "they know us now"
        press(app, "enter", ctrl=True)
    assert home.screen == "Ending"


def test_a_prediction_that_is_still_typed_counts(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 1)
    press(home.app, "enter", ctrl=True)
    write(home.app, "31")
    press(home.app, "enter", ctrl=True)
    assert desk.playing.view.now.prediction == 31


def test_a_prediction_that_is_no_number_is_not_committed(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 1)
    press(home.app, "enter", ctrl=True)
    write(home.app, "many")
    press(home.app, "enter", ctrl=True)
    assert desk.playing.view.turn == 2
    assert home.screen == "Desk"


def test_a_plan_that_spends_nothing_is_asked_about_once(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    press(home.app, "enter", ctrl=True)
    press(home.app, "enter", ctrl=True)
    assert "Nothing is spent. Commit anyway?" in home.words
    assert desk.playing.view.turn == 1
    press(home.app, "enter", ctrl=True)
    assert home.screen == "Results"


def test_a_key_that_would_predict_says_why_it_does_not(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home)
    type_text(home.app, "amount.seo", "1m")
    press(home.app, "enter", ctrl=True)
    assert any("900,000" in home.app.ui.say(text) for text, _, _ in home.app._toasts)


def test_a_draft_is_kept_while_other_tabs_are_read(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 2)
    drag_slider(home.app, "lever.seo", 0.5)
    type_text(home.app, "amount.advertising", "1,500")
    written = desk.playing.draft
    for tab in ("trends", "segments", "rivals", "team", "money", "journal", "plan"):
        click(home.app, f"tabs.{tab}")
    assert desk.playing.draft == written
    assert box_of(home.app, "amount.advertising")


def test_undo_and_redo_by_keys_and_by_buttons(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    drag_slider(home.app, "lever.seo", 0.5)
    after = desk.playing.draft
    press(home.app, "z", ctrl=True)
    assert desk.playing.draft.total == 0
    press(home.app, "y", ctrl=True)
    assert desk.playing.draft == after
    click(home.app, "undo")
    assert desk.playing.draft.total == 0
    click(home.app, "redo")
    click(home.app, "reset")
    assert desk.playing.draft.total == 0


def test_too_much_money_greys_the_button_and_says_why(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    type_text(home.app, "amount.seo", "1m")
    click(home.app, "predict")
    press(home.app, "enter", ctrl=True)
    assert not is_there(home.app, "commit.play")
    assert "Over budget by" in home.words
    node = next(each for each in home.app.nodes if each.key == "predict")
    assert "900,000" in node.widget.hint(home.app.ui, node.box)
    click(home.app, "undo")
    assert desk.playing.refusal() is None


def test_a_slider_that_was_stretched_by_typing_stays_so_while_it_is_dragged(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    type_text(home.app, "amount.seo", "80k")
    drag_slider(home.app, "lever.seo", 0.5)
    assert desk.playing.draft.on("seo") == pytest.approx(40_000, abs=1_000)


def test_nonsense_in_an_amount_is_refused_in_words_and_changes_nothing(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    type_text(home.app, "amount.seo", "a lot")
    assert desk.playing.draft.total == 0
    node = next(each for each in home.app.nodes if each.key == "amount.seo")
    assert "is not an amount" in node.widget.hint(home.app.ui, node.box)


def test_an_event_is_answered_before_anything_is_planned(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    desk.playing.split_evenly()
    press(home.app, "enter", ctrl=True)
    press(home.app, "enter", ctrl=True)
    press(home.app, "enter", ctrl=True)
    desk = shown_desk(home)
    assert is_there(home.app, "event.done")
    click(home.app, "event.done")
    assert desk.playing.view.pending
    go_to(home.app, "choice.raise")
    press(home.app, "space")
    go_to(home.app, "event.done")
    press(home.app, "enter")
    assert [event.chosen for event in desk.playing.view.events] == ["raise"]
    assert not is_there(home.app, "event.done")


def continued(tmp_path: Path) -> Desk:
    """Open the program anew and go on with the last game."""
    home = Home(tmp_path, scenarios=SHELF)
    card = home.house.unfinished()
    assert card is not None
    home.house.load(card)
    home.rest()
    return shown_desk(home)


def test_a_plan_that_is_left_is_there_again_when_the_game_is_continued(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    drag_slider(home.app, "lever.seo", 0.5)
    written = desk.playing.draft
    click(home.app, "leave")
    assert home.screen == "Title"
    again = continued(tmp_path)
    assert again.playing.draft == written
    again.playing.undo()
    assert again.playing.draft.total == 0


def test_a_plan_is_kept_when_the_window_is_closed_even_from_the_settings(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 2)
    type_text(home.app, "amount.seo", "1,234")
    assert desk.ask_to_quit()
    assert continued(tmp_path).playing.draft == desk.playing.draft
    type_text(home.app, "amount.seo", "4,321")
    click(home.app, "settings")
    assert continued(tmp_path).playing.draft.on("seo") == 4_321


def test_a_plan_that_rests_for_a_moment_outlives_a_crash(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 2)
    type_text(home.app, "amount.seo", "1,234")
    wait(home.app, 500)
    assert continued(tmp_path).playing.draft == desk.playing.draft


def test_a_plan_that_was_played_is_not_offered_again(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 2)
    type_text(home.app, "amount.seo", "1,234")
    wait(home.app, 500)
    desk.playing.commit(3.0, "")
    again = continued(tmp_path).playing
    assert again.view.turn == desk.playing.view.turn
    assert not again.can_undo


def test_settings_opened_from_the_desk_lead_back_to_the_same_plan(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home)
    drag_slider(home.app, "lever.seo", 0.5)
    written = desk.playing.draft
    click(home.app, "settings")
    press(home.app, "escape")
    assert shown_desk(home) is desk
    assert desk.playing.draft == written


def test_a_word_is_found_behind_f1(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home)
    press(home.app, "f1")
    write(home.app, "qualification")
    assert "Qualification bar" in home.words
    assert "Brand building" not in home.words.split("Help")[1]
    press(home.app, "escape")
    assert not is_there(home.app, "words.wanted")


def test_a_question_mark_asks_for_help_and_letters_do_nothing(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    results_of(home, 2)
    for letter in "abcdefghijklmnopqrstuvwxyz":
        press(home.app, letter)
    assert home.screen == "Results"
    assert not is_there(home.app, "words.wanted")
    sign = pygame.event.Event(
        pygame.KEYDOWN, key=pygame.K_SLASH, mod=pygame.KMOD_SHIFT, unicode="/"
    )
    home.app.tick([sign], 16)
    home.app.tick([], 16)
    assert is_there(home.app, "words.wanted")


def test_help_opens_outside_a_game_and_lists_the_keys(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    press(home.app, "f1")
    home.rest()
    assert home.screen == "Help"
    click(home.app, "words.pages.keys")
    assert "Ctrl + Enter" in home.words
    press(home.app, "f1")
    assert home.screen == "Title"


def test_every_key_of_a_screen_is_in_the_list_of_keys(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.app.restyle(reduce_motion=False)
    house = home.house
    screens: list[Screen] = [desk_of(home), results_of(home, 2), Help(house), Library(house)]
    playing = home.playing("bakery", turns=99)
    screens += [Ending(house, playing), Briefing(house, playing.rules, "all", 1)]
    screens.append(QuizScreen(house, QUIZ, playing.rules.title))
    for screen in screens:
        name = type(screen).__name__
        told = {
            str(key).lower().replace(" ", "")
            for page in KEYS
            if page.screen in {"", name}
            for line in page.lines
            for key in line.keys
        }
        told |= {"up", "left", "right"} if "arrows" in told else set()
        for shortcut in screen.shortcuts():
            key = {"escape": "esc", "return": "enter"}.get(shortcut.name, shortcut.name)
            assert ("ctrl+" if shortcut.ctrl else "") + key in told, (name, shortcut)


def in_motion(tmp_path: Path) -> tuple[Home, Results]:
    home = at_table(tmp_path)
    home.app.restyle(reduce_motion=False)
    return home, results_of(home, 2)


def test_people_walk_for_a_while_and_then_stand_still(tmp_path: Path) -> None:
    home, results = in_motion(tmp_path)
    assert not results.playback.done
    wait(home.app, round(results.playback.length))
    assert results.playback.done
    assert home.app.patience() != 0
    assert not home.app.tick([], 16)


@pytest.mark.parametrize("key", ["space", "escape"])
def test_a_key_ends_the_motion_at_once(tmp_path: Path, key: str) -> None:
    home, results = in_motion(tmp_path)
    go_to(home.app, "tabs.flow")
    if key == "space":
        click(home.app, "pipeline")
    else:
        press(home.app, key)
    assert results.playback.done


def test_the_walk_is_replayed_and_skipped_by_its_button(tmp_path: Path) -> None:
    home, results = in_motion(tmp_path)
    click(home.app, "replay")
    assert results.playback.done
    click(home.app, "replay")
    assert not results.playback.done


def test_with_less_motion_the_still_picture_is_there_at_once(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    assert results_of(home, 2).playback.done
