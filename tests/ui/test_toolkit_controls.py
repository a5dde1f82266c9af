"""Controls by pointer and by keyboard: sliders, amounts and reasons."""

import pygame
import pytest

from game.ui.toolkit import (
    AmountField,
    Box,
    Column,
    Slider,
    Spacer,
    TextField,
    Widget,
)
from game.ui.toolkit.edit import Edit
from game.ui.toolkit.overlay import Tooltip
from game.ui.toolkit.typed import Typing
from game.words import Sentence, sentence
from tests.ui.toolkit_stage import Stage


class Board:
    """One slider and one amount that show the same money."""

    def __init__(self) -> None:
        self.amount = 5000.0
        self.done = 0
        self.disabled = ""

    def set(self, amount: float) -> None:
        self.amount = amount

    def finish(self) -> None:
        self.done += 1

    def __call__(self) -> Widget:
        return Column(
            [
                Slider(
                    key="slider",
                    name="SEO",
                    tooltip="What it costs",
                    value=self.amount,
                    high=10000,
                    step=500,
                    last=2000,
                    on_change=self.set,
                    on_done=self.finish,
                    disabled=self.disabled,
                ),
                AmountField(
                    key="amount",
                    name="SEO",
                    tooltip="What it costs",
                    text=f"{self.amount:,.0f}",
                    parse=parse,
                    on_commit=self.set,
                ),
                Spacer(),
            ]
        )


def parse(text: str) -> float | Sentence:
    try:
        return float(text.replace(",", "").replace("k", "000"))
    except ValueError:
        return sentence("“{typed}” is no amount.", typed=text)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def stage(board: Board) -> Stage:
    return Stage(board)


def test_a_slider_follows_the_pointer_in_steps(board: Board, stage: Stage) -> None:
    box = stage.box("slider")
    stage.press(box.middle)
    assert board.amount == 5000
    stage.move((box.x + box.w * 3 // 4, box.y))
    assert board.amount == 7500
    stage.move((box.right + 400, box.y - 300))
    assert board.amount == 10000
    assert board.done == 0
    stage.release((box.right + 400, box.y - 300))
    assert board.done == 1


@pytest.mark.parametrize(
    ("key", "amount"),
    [
        (pygame.K_RIGHT, 5500),
        (pygame.K_UP, 5500),
        (pygame.K_LEFT, 4500),
        (pygame.K_DOWN, 4500),
        (pygame.K_PAGEUP, 7500),
        (pygame.K_PAGEDOWN, 2500),
        (pygame.K_HOME, 0),
        (pygame.K_END, 10000),
    ],
)
def test_a_slider_obeys_the_keys(board: Board, stage: Stage, key: int, amount: float) -> None:
    stage.key(pygame.K_TAB)
    stage.key(key)
    assert board.amount == amount
    assert board.done == 1


def test_a_slider_stops_at_its_ends(board: Board, stage: Stage) -> None:
    stage.key(pygame.K_TAB)
    for _ in range(30):
        stage.key(pygame.K_PAGEDOWN)
    assert board.amount == 0


def test_the_wheel_moves_a_slider_only_with_the_focus(board: Board, stage: Stage) -> None:
    stage.point("slider")
    stage.wheel(1)
    assert board.amount == 5000
    stage.key(pygame.K_TAB)
    stage.wheel(1)
    assert board.amount == 5500


def test_a_disabled_slider_stays_and_says_why(board: Board, stage: Stage) -> None:
    board.disabled = "Locked by the scenario"
    stage.app.refresh()
    stage.wait(10)
    stage.click("slider")
    stage.key(pygame.K_END)
    assert board.amount == 5000
    node = next(node for node in stage.app.nodes if node.key == "slider")
    assert node.widget.hint(stage.app.ui, node.box) == "Locked by the scenario"


def test_a_typed_amount_replaces_the_old_one(board: Board, stage: Stage) -> None:
    stage.click("amount")
    stage.type("2")
    stage.type("0k")
    assert board.amount == 5000
    stage.key(pygame.K_RETURN)
    assert board.amount == 20000


def test_a_typed_amount_is_taken_when_the_focus_moves_on(board: Board, stage: Stage) -> None:
    stage.click("amount")
    stage.type("7k")
    stage.key(pygame.K_TAB)
    assert board.amount == 7000


def test_escape_gives_the_old_amount_back(board: Board, stage: Stage) -> None:
    stage.click("amount")
    stage.type("9999")
    stage.key(pygame.K_ESCAPE)
    stage.key(pygame.K_RETURN)
    assert board.amount == 5000


def test_what_is_no_amount_is_refused_and_stays_to_be_mended(board: Board, stage: Stage) -> None:
    stage.click("amount")
    stage.type("2x")
    stage.key(pygame.K_RETURN)
    assert board.amount == 5000
    node = next(node for node in stage.app.nodes if node.key == "amount")
    assert "2x" in node.widget.hint(stage.app.ui, node.box)
    assert node.widget.edge(stage.app.ui) == "bad"
    stage.key(pygame.K_BACKSPACE)
    stage.type("k")
    stage.key(pygame.K_RETURN)
    assert board.amount == 2000


def test_an_amount_is_copied_and_pasted(board: Board, stage: Stage) -> None:
    stage.click("amount")
    stage.key(pygame.K_a, pygame.KMOD_CTRL)
    stage.key(pygame.K_c, pygame.KMOD_CTRL)
    assert stage.app.ui.clipboard.paste() == "5,000"
    stage.app.ui.clipboard.copy("3k")
    stage.key(pygame.K_v, pygame.KMOD_CTRL)
    stage.key(pygame.K_RETURN)
    assert board.amount == 3000


def test_text_that_an_input_method_has_not_decided_on_is_not_taken() -> None:
    said: list[str] = []
    stage = Stage(
        lambda: TextField(key="why", name="Because", tooltip="x", text="", on_change=said.append)
    )
    stage.click("why")
    stage.send(pygame.event.Event(pygame.TEXTEDITING, text="か", start=0, length=1))
    assert said == []
    stage.type("可")
    assert said == ["可"]


def test_a_reason_is_no_longer_than_its_limit() -> None:
    said: list[str] = []
    field = TextField(key="why", name="Because", tooltip="x", limit=5, on_change=said.append)
    stage = Stage(lambda: field)
    stage.click("why")
    stage.type("much too long")
    assert said == ["much "]


def test_words_are_erased_and_selected_with_control() -> None:
    edit = Edit("more joint meetings", 19, 19)
    assert edit.erased(forward=False, word=True).text == "more joint "
    assert edit.moved(-1, word=True, extend=True).selected == "meetings"
    assert edit.placed(0).moved(1, word=True).caret == 5
    assert Edit("abc", 2, 1).typed("X", 10).text == "aXc"


def test_a_refused_amount_says_why_after_it_was_left(stage: Stage) -> None:
    stage.click("amount")
    stage.type("much")
    stage.key(pygame.K_TAB)
    assert stage.app.focus != "amount"
    said = [node.widget for node in stage.app._floating(Box(0, 0, 1280, 720))]
    assert "“much” is no amount." in [str(each.text) for each in said if isinstance(each, Tooltip)]


def marked(stage: Stage) -> str:
    kept = stage.app.ui.recall("amount")
    assert isinstance(kept, Typing)
    return kept.edit.selected


def test_an_amount_is_all_marked_by_the_first_click_after_it_was_taken(
    board: Board, stage: Stage
) -> None:
    stage.click("amount")
    stage.type("1")
    stage.key(pygame.K_RETURN)
    assert board.amount == 1
    stage.wait(1000)
    stage.click("amount")
    stage.type("1500")
    stage.key(pygame.K_RETURN)
    assert board.amount == 1500


def test_a_hand_that_trembles_while_it_clicks_leaves_all_marked(stage: Stage) -> None:
    middle = stage.box("amount").middle
    stage.press(middle)
    stage.move((middle[0] + 1, middle[1]))
    stage.release((middle[0] + 1, middle[1]))
    assert marked(stage) == "5,000"


def test_a_click_into_what_is_being_typed_puts_the_caret(stage: Stage) -> None:
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_TAB)
    stage.type("15")
    stage.click("amount")
    assert marked(stage) == ""
