"""Odd hands: presses that end elsewhere, other keyboards, input methods, wheels, pasted books."""

from pathlib import Path

import pygame
import pytest

from game.ui.toolkit import AmountField, Column, Slider, TextField, Widget
from game.words import Sentence, sentence
from tests.ui.houses import Home
from tests.ui.toolkit_stage import Stage, button

EVENT = pygame.event.Event


class Table:
    """A slider, an amount, a reason and a button, and what became of them."""

    def __init__(self) -> None:
        self.amount, self.done, self.reason, self.pressed = 50.0, 0, "", 0
        self.stage = Stage(self.view)

    def view(self) -> Widget:
        return Column(
            [
                Slider(
                    key="slider",
                    name="Amount",
                    tooltip="x",
                    value=self.amount,
                    high=100,
                    step=1,
                    on_change=self.set_amount,
                    on_done=self.count,
                ),
                AmountField(
                    key="amount",
                    name="Amount",
                    tooltip="x",
                    text=f"{self.amount:.0f}",
                    parse=parsed,
                    on_commit=self.set_amount,
                ),
                TextField(
                    key="reason",
                    name="Because",
                    tooltip="x",
                    text=self.reason,
                    on_change=self.set_reason,
                    limit=40,
                ),
                button("go", self.press),
            ]
        )

    def set_amount(self, amount: float) -> None:
        self.amount = amount

    def set_reason(self, reason: str) -> None:
        self.reason = reason

    def count(self) -> None:
        self.done += 1

    def press(self) -> None:
        self.pressed += 1

    def take(self, key: str) -> tuple[int, int]:
        """Press the pointer down on a widget and return where."""
        at = self.stage.box(key).middle
        self.stage.move(at)
        self.stage.press(at)
        return at

    def moved(self, at: tuple[int, int], *, held: bool) -> None:
        """Move the pointer, as a mouse tells it."""
        self.stage.send(EVENT(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(int(held), 0, 0)))

    def key(self, code: int, mod: int = 0, scancode: int = 0) -> None:
        """Press a key that brings no text."""
        self.stage.send(EVENT(pygame.KEYDOWN, key=code, mod=mod, scancode=scancode))
        self.stage.send(EVENT(pygame.KEYUP, key=code, mod=mod, scancode=scancode))

    def compose(self, text: str) -> None:
        """Let an input method show what it has made so far."""
        self.stage.send(EVENT(pygame.TEXTEDITING, text=text, start=len(text), length=0))


def parsed(text: str) -> float | Sentence:
    return float(text) if text.isascii() and text.isdigit() else sentence("Type a number.")


@pytest.fixture
def table() -> Table:
    return Table()


# --- the pointer ------------------------------------------------------------------------------


def test_a_drag_that_ended_outside_the_window_does_not_go_on(table: Table) -> None:
    x, y = table.take("slider")
    table.moved((x + 60, y), held=True)
    reached = table.amount
    assert reached > 50
    table.moved((x + 300, y), held=False)
    table.moved((x + 310, y), held=False)
    assert (table.amount, table.done) == (reached, 1)


def test_a_drag_ends_when_another_window_comes_to_the_front(table: Table) -> None:
    x, y = table.take("slider")
    table.stage.send(EVENT(pygame.WINDOWFOCUSLOST))
    table.moved((x + 300, y), held=True)
    table.stage.release((x + 300, y))
    assert (table.amount, table.done) == (50, 1)


def test_a_button_is_not_pressed_by_a_press_that_was_lost(table: Table) -> None:
    at = table.take("go")
    table.stage.send(EVENT(pygame.WINDOWFOCUSLOST))
    table.stage.release(at)
    assert table.pressed == 0


def test_a_drag_goes_on_while_the_pointer_is_outside(table: Table) -> None:
    _, y = table.take("slider")
    table.stage.send(EVENT(pygame.WINDOWLEAVE))
    table.moved((5_000, y), held=True)
    assert table.amount == 100
    table.moved((-5_000, -900), held=True)
    assert table.amount == 0
    table.stage.release((-5_000, -900))
    assert table.done == 1


def test_a_storm_of_the_wheel_is_one_movement(table: Table) -> None:
    table.stage.click("slider")
    table.amount = 50
    table.stage.send(*[EVENT(pygame.MOUSEWHEEL, x=0, y=1) for _ in range(7)])
    assert (table.amount, table.done) == (57, 2)


def test_a_wheel_that_is_turned_sideways_moves_no_slider(table: Table) -> None:
    table.stage.click("slider")
    table.amount = 50
    table.stage.send(EVENT(pygame.MOUSEWHEEL, x=3, y=0, precise_y=0.0))
    assert table.amount == 50


# --- other keyboards --------------------------------------------------------------------------


def test_control_and_a_letter_work_on_a_keyboard_without_latin_letters(table: Table) -> None:
    table.stage.click("reason")
    table.stage.type("word")
    select = {"key": 0x444, "mod": pygame.KMOD_CTRL, "scancode": pygame.KSCAN_A}
    # The window system types the letter as well: it must not replace what was selected.
    typed = EVENT(pygame.TEXTINPUT, text="ф")
    table.stage.send(EVENT(pygame.KEYDOWN, select), typed, EVENT(pygame.KEYUP, select))
    assert table.reason == "word"
    table.stage.type("other")
    assert table.reason == "other"


def test_a_sign_typed_with_the_right_alt_key_is_no_shortcut(table: Table) -> None:
    table.stage.click("reason")
    table.stage.type("za")
    # Windows tells AltGr as Ctrl and Alt: a Polish ą would select everything first.
    table.key(pygame.K_a, pygame.KMOD_LCTRL | pygame.KMOD_RALT, pygame.KSCAN_A)
    table.stage.type("ą")
    assert table.reason == "zaą"


def test_a_shortcut_follows_the_letters_of_the_keyboard_and_not_their_places(table: Table) -> None:
    table.stage.click("reason")
    table.stage.type("word")
    # On a French keyboard A lies where Q lies on others.
    table.key(pygame.K_a, pygame.KMOD_CTRL, pygame.KSCAN_Q)
    table.stage.type("mot")
    assert table.reason == "mot"


@pytest.mark.parametrize("key", [0, 1, 0x44F, 0x7FFF, 0x4000_01FF, 0x7FFF_FFFF])
@pytest.mark.parametrize("place", ["slider", "amount", "reason", "go"])
def test_keys_that_mean_nothing_do_nothing(table: Table, key: int, place: str) -> None:
    table.stage.click(place)
    before = (table.amount, table.reason, table.pressed, table.stage.app.focus)
    for mod in (0, pygame.KMOD_CTRL, pygame.KMOD_SHIFT, 0xFFFF):
        table.key(key, mod, 300)
    assert (table.amount, table.reason, table.pressed, table.stage.app.focus) == before


# --- input methods ----------------------------------------------------------------------------


def test_what_an_input_method_has_decided_on_is_taken_once(table: Table) -> None:
    table.stage.click("reason")
    for text in ("n", "ni", "ni h", "ni hao"):
        table.compose(text)
        assert table.reason == ""
    table.compose("")
    table.stage.type("你好")
    assert table.reason == "你好"


def test_a_composition_that_is_given_up_leaves_the_text(table: Table) -> None:
    table.stage.click("reason")
    table.stage.type("好")
    table.compose("ni")
    table.compose("")
    table.key(pygame.K_RIGHT)
    table.stage.type("!")
    assert table.reason == "好!"


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_BACKSPACE, pygame.K_LEFT, pygame.K_a])
def test_keys_belong_to_the_input_method_while_it_is_composing(table: Table, key: int) -> None:
    table.stage.click("amount")
    table.stage.type("70")
    table.compose("きゅう")
    table.key(key, pygame.KMOD_CTRL if key == pygame.K_a else 0)
    assert table.amount == 50
    table.compose("")
    table.stage.type("9")
    table.key(pygame.K_RETURN)
    assert table.amount == 709


def test_a_composition_is_not_taken_when_the_focus_goes(table: Table) -> None:
    table.stage.click("amount")
    table.stage.type("70")
    table.compose("5")
    table.stage.click("reason")
    assert table.amount == 70
    table.stage.type("x")
    assert table.reason == "x"


def test_an_amount_in_other_digits_is_refused_in_words_and_can_be_mended(table: Table) -> None:
    table.stage.click("amount")
    table.stage.type("７０")
    table.key(pygame.K_RETURN)
    assert table.amount == 50
    table.key(pygame.K_a, pygame.KMOD_CTRL)
    table.stage.type("70")
    table.key(pygame.K_RETURN)
    assert table.amount == 70


# --- the clipboard ----------------------------------------------------------------------------


def paste(table: Table, place: str, text: str) -> None:
    table.stage.click(place)
    table.stage.app.ui.clipboard.copy(text)
    table.key(pygame.K_v, pygame.KMOD_CTRL)


def test_a_pasted_book_is_cut_to_what_there_is_room_for(table: Table) -> None:
    paste(table, "reason", "word " * 5_000_000)
    assert table.reason == ("word " * 8)[:40]


def test_lines_are_pasted_as_one(table: Table) -> None:
    paste(table, "reason", "more demos\r\nfewer\tads\n")
    assert table.reason == "more demos fewer ads "


def test_what_cannot_be_seen_is_not_pasted(table: Table) -> None:
    table.stage.click("reason")
    table.stage.type("kept")
    table.key(pygame.K_a, pygame.KMOD_CTRL)
    for garbage in ("\0\x01\x02", "\ud800\udfff", "\x7f\x1b", "\u200b\u202e", ""):
        paste(table, "reason", garbage)
        assert table.reason == "kept"


def test_a_pasted_amount_is_refused_like_a_typed_one(table: Table) -> None:
    paste(table, "amount", "=cmd|'/c calc'!A1" * 1_000)
    table.key(pygame.K_RETURN)
    assert table.amount == 50
    table.key(pygame.K_ESCAPE)
    table.key(pygame.K_RETURN)
    assert table.amount == 50


# --- a whole screen ---------------------------------------------------------------------------


def test_marks_that_stand_on_nothing_are_a_name_like_any_other(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.house.open_ending(home.playing())
    home.rest()
    home.click("ending.save")
    home.press("\u0301")
    home.press("你好", "enter")
    assert [card.name for card in home.house.saves() if not card.automatic] == ["\u0301你好"]
