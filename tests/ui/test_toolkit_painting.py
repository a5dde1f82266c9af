"""The app: what it paints, when it paints nothing, and what moves by itself."""

import pygame

from game.report.theme import DARK
from game.ui.toolkit import (
    Card,
    Column,
    Figure,
    Icon,
    KpiCard,
    Picture,
    Row,
    Slider,
    Widget,
)
from tests.ui.toolkit_stage import Files, Stage, button, three


class Desk:
    """Enough of a desk to change in many places at once."""

    def __init__(self) -> None:
        self.amount = 40.0

    def set(self, amount: float) -> None:
        self.amount = amount

    def __call__(self) -> Widget:
        slider = Slider(
            key="slider",
            name="SEO",
            tooltip="x",
            value=self.amount,
            high=100,
            step=1,
            last=20,
            on_change=self.set,
            role="sales",
        )
        picture = Picture(
            lambda canvas, box: canvas.disc(box.middle, 5 + int(self.amount) // 4, "good"),
            self.amount,
        )
        return Column(
            [
                Row([KpiCard("Deals", self.amount, "{:.0f}".format, grow=1), button("first")]),
                Card(Row([Icon("search"), slider, Figure(self.amount)]), "Budget"),
                Card(picture, "Picture", grow=1),
            ]
        )


def test_what_is_painted_in_parts_is_what_would_be_painted_as_a_whole() -> None:
    desk = Desk()
    stage = Stage(desk, theme=DARK)
    box = stage.box("slider")
    stage.press(box.middle)
    for x in range(box.x, box.right, 97):
        stage.move((x, box.y))
        stage.wait(50)
        assert stage.app.painted == [] or len(stage.app.painted) < 12
    stage.release((box.right, box.y))
    stage.key(pygame.K_TAB)
    stage.point("first")
    stage.wait(1000)
    in_parts = stage.pixels
    stage.app.restyle()
    stage.wait(10)
    assert stage.pixels == in_parts


def test_nothing_is_painted_while_nothing_changes() -> None:
    stage = Stage(Desk())
    stage.wait(1000)
    assert not stage.send(dt=16)
    assert stage.app.painted == []
    assert stage.app.patience() is None


def test_a_small_change_paints_a_small_part() -> None:
    stage = Stage(Desk())
    stage.wait(1000)
    stage.point("first")
    stage.wait(10)
    painted = sum(box.w * box.h for box in stage.app.painted)
    assert 0 < painted < 1280 * 720 / 20


def test_many_pointer_positions_ask_for_one_view() -> None:
    views: list[int] = []
    desk = Desk()

    def make() -> Widget:
        views.append(1)
        return desk()

    stage = Stage(make)
    box = stage.box("slider")
    stage.press(box.middle)
    del views[:]
    moves = [
        pygame.event.Event(pygame.MOUSEMOTION, pos=(x, box.y), rel=(0, 0), buttons=(1, 0, 0))
        for x in range(box.x, box.right, 5)
    ]
    stage.send(*moves)
    assert len(views) == 1


def test_a_figure_counts_up_to_its_value() -> None:
    value = [100.0]
    stage = Stage(lambda: Figure(value[0], "{:.0f}".format, key="figure"))
    value[0] = 200.0
    stage.app.refresh()
    shown = []
    for _ in range(60):
        stage.send(dt=10)
        look = stage.app._looks["figure"]
        shown.append(look.glide)
    assert shown == sorted(shown)
    assert 100 < shown[10] < 200
    assert shown[-1] == 200


def test_the_window_may_change_its_size() -> None:
    stage = Stage(Desk())
    stage.app.resize((1920, 1080))
    stage.wait(10)
    assert stage.app.surface.get_size() == (1920, 1080)
    assert stage.app.nodes[0].box.w == 1920
    assert stage.app.ui.px(10) == 15


def test_files_are_read_once_for_each_weight() -> None:
    files = Files()
    stage = Stage(three)
    assert stage.app.ui.letters.width("a", stage.app.ui.face(14)) > 0
    assert files.font_bytes(400)[:4] in (b"\x00\x01\x00\x00", b"true", b"OTTO")
