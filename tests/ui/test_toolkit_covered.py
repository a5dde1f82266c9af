"""What lies under a dialog or a panel is not painted again and again, and never stays behind."""

import pygame
import pytest

from game.report.theme import DARK, LIGHT, Theme
from game.ui.toolkit import Canvas, Column, Dialog, Label, Layers, Panel, Picture, Widget
from game.ui.toolkit.geometry import Box
from tests.ui.toolkit_stage import Stage, button

FRAMES = 20
"""Frames of 10 ms, in which a dialog has come and hovering has gone."""


class Room:
    """A figure, a picture that counts how often it is painted, and a dialog over both."""

    def __init__(self) -> None:
        self.asking = False
        self.figure = 1
        self.painted = 0
        self.answer = "yes"

    def paint(self, canvas: Canvas, box: Box) -> None:
        self.painted += 1
        canvas.fill(box, "good")

    def __call__(self) -> Widget:
        below = Column(
            [
                button("ask"),
                Label(str(self.figure), 28),
                Picture(self.paint, self.figure, grow=1),
            ]
        )
        question = Dialog(
            "Question",
            Column([Label(self.answer), Panel(Label("inner"), "raised"), button("inside")]),
            [button("yes")],
            key="question",
        )
        return Layers([below, question if self.asking else None])


def opened(theme: Theme = LIGHT) -> tuple[Room, Stage]:
    room = Room()
    stage = Stage(room, theme=theme)
    stage.wait(500)
    room.asking = True
    stage.app.refresh()
    return room, stage


def whole(stage: Stage) -> bytes:
    """Return what is to be seen if everything is painted anew."""
    stage.app.restyle()
    stage.send(dt=0)
    return stage.pixels


def test_a_dialog_that_has_only_begun_to_come_is_not_seen() -> None:
    room, stage = opened()
    before = stage.pixels
    stage.send(dt=0)
    assert stage.shows("yes")
    assert stage.pixels == before
    stage.wait(50)
    assert stage.pixels != before
    assert room.asking


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_dialog_that_has_come_looks_as_if_it_had_always_been_there(theme: Theme) -> None:
    _, stage = opened(theme)
    stage.wait(10 * FRAMES)
    assert stage.pixels == whole(stage)


def test_what_a_dialog_covers_is_painted_once_while_it_comes() -> None:
    room, stage = opened()
    stage.send(dt=0)
    before = room.painted
    stage.wait(100)
    assert room.painted == before
    stage.wait(10 * FRAMES)
    assert room.painted == before + 1


def test_what_changes_under_a_dialog_is_seen_once_it_has_come() -> None:
    room, stage = opened()
    stage.wait(50)
    room.figure = 2
    stage.app.refresh()
    stage.wait(10 * FRAMES)
    assert stage.pixels == whole(stage)


def test_a_dialog_that_goes_before_it_has_come_leaves_nothing_behind() -> None:
    room, stage = opened()
    before = stage.pixels
    stage.wait(50)
    room.asking = False
    stage.app.refresh()
    stage.wait(10 * FRAMES)
    assert stage.pixels == before


def test_in_a_panel_only_the_panel_is_painted_anew() -> None:
    room, stage = opened()
    stage.wait(10 * FRAMES)
    before = room.painted
    stage.point("inside")
    stage.wait(200)
    room.answer = "no"
    stage.app.refresh()
    stage.wait(50)
    assert room.painted == before
    assert stage.pixels == whole(stage)


def test_at_the_corners_of_a_panel_what_is_under_it_is_painted() -> None:
    room, stage = opened()
    stage.wait(10 * FRAMES)
    before = room.painted
    stage.key(pygame.K_TAB)
    room.figure = 3
    stage.app.refresh()
    stage.wait(50)
    assert room.painted > before
    assert stage.pixels == whole(stage)
