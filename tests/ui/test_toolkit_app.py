"""The app: focus, dialogs, tooltips, keys, screens behind each other, painting."""

import pygame
import pytest

from game.ui.toolkit import (
    UNDO,
    Button,
    Column,
    Dialog,
    Label,
    Layers,
    Navigator,
    Row,
    Screen,
    Spacer,
    TextField,
    Ui,
    Widget,
)
from game.ui.toolkit.overlay import Tooltip
from game.ui.toolkit.screen import BACK, COMMIT, FULL_SCREEN
from game.words import sentence
from tests.ui.toolkit_stage import Shown, Stage, button, nothing, three


def test_tab_goes_in_the_order_of_reading_and_round() -> None:
    stage = Stage(three)
    seen = []
    for _ in range(4):
        stage.key(pygame.K_TAB)
        seen.append(stage.app.focus)
    assert seen == ["first", "second", "third", "first"]
    stage.key(pygame.K_TAB, pygame.KMOD_SHIFT)
    assert stage.app.focus == "third"


def test_the_ring_is_shown_after_keys_and_not_after_the_pointer() -> None:
    stage = Stage(three)
    stage.click("second")
    assert (stage.app.focus, stage.app.ring) == ("second", False)
    stage.key(pygame.K_TAB)
    assert (stage.app.focus, stage.app.ring) == ("third", True)
    stage.click("first")
    assert not stage.app.ring


def test_the_focus_stays_with_its_key_when_the_view_changes() -> None:
    names = ["first", "second"]
    stage = Stage(lambda: Column([button(name) for name in names]))
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_TAB)
    names.insert(0, "new")
    stage.app.refresh()
    stage.wait(10)
    assert stage.app.focus == "second"
    names.remove("second")
    stage.app.refresh()
    stage.wait(10)
    assert stage.app.focus == ""


class Asking:
    """A page with a button that opens a dialog with two."""

    def __init__(self) -> None:
        self.open = False
        self.committed = 0

    def show(self) -> None:
        self.open = True

    def hide(self) -> None:
        self.open = False

    def commit(self) -> None:
        self.committed += 1

    def __call__(self) -> Widget:
        page = Column([button("other"), button("ask", on_press=self.show), Spacer()])
        dialog = Dialog(
            "Commit May?",
            Label("You cannot take it back."),
            [button("no", on_press=self.hide), button("yes", on_press=self.commit)],
            self.hide,
            key="dialog",
            shortcuts={COMMIT: self.commit},
        )
        return Layers([page, dialog if self.open else None])


def test_a_dialog_keeps_the_focus_and_gives_it_back() -> None:
    asking = Asking()
    stage = Stage(asking)
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_RETURN)
    assert stage.app.focus == "no"
    seen = set()
    for _ in range(7):
        stage.key(pygame.K_TAB)
        seen.add(stage.app.focus)
    assert seen == {"no", "yes", "dialog.close"}
    stage.key(pygame.K_ESCAPE)
    assert not asking.open
    assert stage.app.focus == "ask"


def test_the_pointer_cannot_reach_under_a_dialog() -> None:
    asking = Asking()
    stage = Stage(asking)
    stage.click("ask")
    pressed: list[str] = []
    stage.screen.keys = {UNDO: lambda: pressed.append("undo")}
    stage.click("other")
    stage.key(pygame.K_z, pygame.KMOD_CTRL)
    assert stage.app.focus == ""
    assert pressed == []
    stage.key(pygame.K_ESCAPE)
    assert not asking.open


def test_a_dialog_has_keys_of_its_own() -> None:
    asking = Asking()
    stage = Stage(asking)
    stage.click("ask")
    stage.key(pygame.K_RETURN, pygame.KMOD_CTRL)
    assert asking.committed == 1


def test_a_dialog_fades_in_and_is_whole_after_its_time() -> None:
    asking = Asking()
    stage = Stage(asking)
    still = stage.pixels
    stage.click("ask")
    stage.wait(60)
    half = stage.pixels
    stage.wait(200)
    whole = stage.pixels
    assert still != half != whole
    stage.wait(200)
    assert stage.pixels == whole


def test_with_reduced_motion_a_dialog_is_there_at_once() -> None:
    asking = Asking()
    stage = Stage(asking)
    stage.app.restyle(reduce_motion=True)
    stage.click("ask")
    whole = stage.pixels
    stage.wait(300)
    assert stage.pixels == whole


def tooltip_of(stage: Stage) -> str:
    widgets = [node.widget for node in stage.app._floating(stage.box("first"))]
    return next((str(widget.text) for widget in widgets if isinstance(widget, Tooltip)), "")


def test_a_tooltip_comes_after_four_tenths_of_a_second() -> None:
    stage = Stage(three)
    stage.point("first")
    stage.wait(390)
    assert tooltip_of(stage) == ""
    stage.wait(20)
    assert tooltip_of(stage) == "About first"
    stage.point("second")
    assert tooltip_of(stage) == ""


def test_a_tooltip_comes_with_the_keyboard_too_and_for_what_is_disabled() -> None:
    stage = Stage(lambda: button("first", disabled="The plan is over the budget"))
    stage.key(pygame.K_TAB)
    stage.wait(420)
    assert tooltip_of(stage) == "The plan is over the budget"


def test_a_tooltip_goes_when_something_is_pressed() -> None:
    stage = Stage(three)
    stage.point("first")
    stage.wait(420)
    stage.press(stage.box("first").middle)
    assert tooltip_of(stage) == ""
    stage.wait(600)
    assert tooltip_of(stage) == ""


def test_no_tooltip_comes_on_a_new_screen_before_the_pointer_has_moved_there() -> None:
    stage = Stage(three)
    stage.point("first")
    stage.app.navigator.push(Shown(lambda ui: three()))
    stage.wait(10)
    stage.point("first")  # a window may tell the place again, though nobody moved
    stage.wait(900)
    assert tooltip_of(stage) == ""
    x, y = stage.box("first").middle
    stage.move((x + 1, y))
    stage.wait(420)
    assert tooltip_of(stage) == "About first"


@pytest.mark.parametrize("corner", [(0, 0), (1, 0), (0, 1), (1, 1)])
def test_a_tooltip_stays_in_the_window(corner: tuple[int, int]) -> None:
    right, low = corner
    text = "A long sentence about what this costs and what it moves next month. " * 2
    line = Row([Spacer() if right else None, Button("x", nothing, key="x", tooltip=text)])
    stage = Stage(lambda: Column([Spacer() if low else None, line, None if low else Spacer()]))
    stage.point("x")
    stage.wait(420)
    window = stage.box("x")._replace(x=0, y=0, w=1280, h=720)
    floating = stage.app._floating(window)
    assert floating
    assert all(window.encloses(node.box) for node in floating)


def test_a_shortened_text_is_told_in_whole_by_its_tooltip() -> None:
    text = "The lever that nobody has room for"
    stage = Stage(lambda: Row([Label(text, shorten=True, key="label", width=90), Spacer()]))
    stage.point("label")
    stage.wait(420)
    node = next(node for node in stage.app.nodes if node.key == "label")
    assert node.widget.hint(stage.app.ui, node.box) == text


def test_shortcuts_work_wherever_the_focus_is() -> None:
    done: list[str] = []
    field = TextField(key="why", name="Because", tooltip="x", on_change=nothing)
    stage = Stage(lambda: field)
    stage.screen.keys = {UNDO: lambda: done.append("undo"), COMMIT: lambda: done.append("commit")}
    stage.app.shortcuts[FULL_SCREEN] = lambda: done.append("full")
    stage.click("why")
    stage.key(pygame.K_z, pygame.KMOD_CTRL)
    stage.key(pygame.K_RETURN, pygame.KMOD_CTRL)
    stage.key(pygame.K_F11)
    assert done == ["undo", "commit", "full"]


def test_a_message_is_shown_for_four_seconds() -> None:
    stage = Stage(three)
    stage.wait(20)
    before = stage.pixels
    stage.app.ui.toast(sentence("Saved."), "good")
    stage.app.refresh()
    stage.wait(100)
    assert stage.pixels != before
    stage.wait(4100)
    assert stage.pixels == before


class Page(Screen):
    title = sentence("Page")
    first_focus = "second"

    def view(self, ui: Ui) -> Widget:
        return three()


def test_screens_lie_behind_each_other_and_keep_their_focus() -> None:
    navigator = Navigator(Shown(lambda ui: three()))
    stage = Stage(three)
    stage.app.navigator = navigator
    stage.wait(10)
    stage.key(pygame.K_TAB)
    assert stage.app.focus == "first"
    navigator.push(Page())
    stage.wait(10)
    assert stage.app.focus == "second"
    navigator.pop()
    stage.wait(10)
    assert stage.app.focus == "first"
    assert navigator.depth == 1
    navigator.pop()
    assert navigator.depth == 1


def test_escape_reaches_the_screen_when_nothing_else_wants_it() -> None:
    gone: list[int] = []
    stage = Stage(three)
    stage.screen.keys = {BACK: lambda: gone.append(1)}
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_ESCAPE)
    assert gone == [1]


def test_what_changed_is_painted_though_an_event_came_before_its_frame() -> None:
    words = ["before"]
    stage = Stage(lambda: Label(words[0]))
    stage.app.refresh()
    words[0] = "after"
    left = stage.send(pygame.event.Event(pygame.WINDOWLEAVE))
    assert left
    assert stage.app.painted
