"""A page that is longer than its place: the wheel, the focus and the bar move it."""

import pygame

from game.ui.toolkit import (
    Button,
    Column,
    ScrollArea,
    Spacer,
    Widget,
)
from tests.ui.toolkit_stage import Stage


def long_page() -> Widget:
    rows = [
        Button(f"Row {number}", lambda: None, key=f"row.{number}", tooltip="x")
        for number in range(60)
    ]
    return ScrollArea(Column(rows), key="page")


def test_the_wheel_scrolls_and_stops_at_the_ends() -> None:
    stage = Stage(long_page)
    stage.move((300, 300))
    before = stage.box("row.0").y
    stage.wheel(-2)
    assert stage.box("row.0").y < before
    for _ in range(100):
        stage.wheel(-5)
    assert stage.box("row.59").bottom == 720
    for _ in range(100):
        stage.wheel(5)
    assert stage.box("row.0").y == before


def test_the_focus_is_kept_in_view() -> None:
    stage = Stage(long_page)
    for _ in range(45):
        stage.key(pygame.K_TAB)
    box = stage.box(stage.app.focus)
    assert box.y >= 0
    assert box.bottom <= 720


def test_what_was_scrolled_out_is_not_seen_above_the_area() -> None:
    stage = Stage(lambda: Column([Spacer(height=100, grow=0), long_page()]))
    area = next(node.box for node in stage.app.nodes if node.key == "page")
    stage.move((300, 300))
    stage.wheel(-3)
    seen = [node for node in stage.app.nodes if node.key.startswith("row.")]
    assert min(node.clip.y for node in seen if node.clip.h) == area.y


def test_the_bar_of_a_scroll_area_can_be_dragged() -> None:
    stage = Stage(long_page)
    bar = stage.box("page.bar")
    stage.press((bar.x + 2, bar.y + 10))
    stage.move((bar.x + 2, bar.bottom))
    stage.release((bar.x + 2, bar.bottom))
    assert stage.box("row.59").bottom == 720
