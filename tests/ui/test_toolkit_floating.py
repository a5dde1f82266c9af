"""What floats above a screen: tooltips and messages cover nothing that is needed just then."""

from dataclasses import replace

import pygame

from game.ui.toolkit import (
    Box,
    Button,
    Card,
    Column,
    Label,
    Option,
    Row,
    Spacer,
    Tabs,
    Widget,
    heading,
)
from game.ui.toolkit.overlay import Toast, Tooltip
from tests.ui.toolkit_stage import Stage, button, nothing


def floating(stage: Stage, kind: type[Widget]) -> list[Box]:
    """Return where everything of a kind floats."""
    nodes = stage.app._floating(Box(0, 0, *stage.app.surface.get_size()))
    return [node.box for node in nodes if isinstance(node.widget, kind)]


def footed() -> Widget:
    go_on = Button("Predict", nothing, variant="primary", key="go", tooltip="Play the turn")
    return Column([Spacer(), Row([button("undo"), Spacer(), go_on]), Label("End")])


def test_a_message_covers_neither_the_way_on_nor_what_is_beside_it() -> None:
    stage = Stage(footed)
    stage.app.ui.toast("A message that is long enough to reach from the middle to both sides.")
    stage.app.refresh()
    stage.wait(20)
    (message,) = floating(stage, Toast)
    assert message.bottom <= min(stage.box("go").y, stage.box("undo").y)


def test_a_message_stands_where_it_covers_the_fewest_things_to_use() -> None:
    stage = Stage(lambda: Column([Spacer(), Row([Spacer(), button("middle"), Spacer()])]))
    stage.app.ui.toast("Saved.")
    stage.app.refresh()
    stage.wait(20)
    (message,) = floating(stage, Toast)
    assert not message.meets(stage.box("middle"))


def test_a_message_that_is_said_again_is_shown_once_and_stays_longer() -> None:
    stage = Stage(footed)
    for _ in range(3):
        stage.app.ui.toast("Too much.")
        stage.app.refresh()
        stage.wait(2000)
    assert len(floating(stage, Toast)) == 1
    stage.wait(1900)
    assert len(floating(stage, Toast)) == 1
    stage.wait(200)
    assert floating(stage, Toast) == []


def test_a_tooltip_leaves_the_title_beneath_in_sight() -> None:
    def page() -> Widget:
        first = Row([button("card"), Spacer()], height=60)
        return Column([Spacer(height=200, grow=0), first, heading("About the next card")], gap=4)

    stage = Stage(page)
    stage.key(pygame.K_TAB)
    stage.wait(500)
    (tooltip,) = floating(stage, Tooltip)
    assert tooltip.bottom <= stage.box("card").y


def test_a_tooltip_is_above_where_both_sides_would_cover_nothing_only_if_it_must() -> None:
    stage = Stage(lambda: Column([Row([button("a"), Spacer()]), Spacer()]))
    stage.key(pygame.K_TAB)
    stage.wait(500)
    (tooltip,) = floating(stage, Tooltip)
    assert tooltip.y >= stage.box("a").bottom


def test_a_tooltip_that_says_what_is_read_already_is_not_shown() -> None:
    def page() -> Widget:
        same = Button("Go on", nothing, key="same", tooltip="Go on.")
        return Card(Row([same, button("other")]), "Page")

    stage = Stage(page)
    stage.key(pygame.K_TAB)
    stage.wait(500)
    assert floating(stage, Tooltip) == []
    assert stage.app.patience() is None
    stage.key(pygame.K_TAB)
    stage.wait(500)
    assert len(floating(stage, Tooltip)) == 1


def test_a_tooltip_moves_along_to_leave_the_title_beside_it_in_sight() -> None:
    def page() -> Widget:
        first = Row([Spacer(), button("field"), Spacer(width=80, grow=0)])
        title = Row([Spacer(), heading("A forecast")])
        return Column([heading("Plan"), first, title, Spacer()], gap=4)

    stage = Stage(page)
    stage.key(pygame.K_TAB)
    stage.wait(500)
    (tooltip,) = floating(stage, Tooltip)
    (title,) = [node.box for node in stage.app.nodes if node.widget == heading("A forecast")]
    assert not tooltip.meets(title)


def test_a_tooltip_stands_beside_a_card_between_two_titles() -> None:
    def page() -> Widget:
        card = Row([replace(button("card"), height=90), Spacer()])
        return Column([heading("About this"), card, heading("About the next card")], gap=4)

    stage = Stage(page)
    stage.key(pygame.K_TAB)
    stage.wait(500)
    (tooltip,) = floating(stage, Tooltip)
    assert tooltip.x >= stage.box("card").right


WHY = "Choose one of these first."


def shut(key: str = "shut") -> Button:
    return Button("Decide", nothing, variant="primary", key=key, disabled=WHY, tooltip="Decide it")


def test_a_press_on_what_cannot_be_used_says_at_once_why() -> None:
    stage = Stage(lambda: Column([Row([shut(), Spacer(), button("open")]), Spacer()]))
    stage.click("shut")
    assert len(floating(stage, Tooltip)) == 1
    stage.wait(1000)
    assert len(floating(stage, Tooltip)) == 1
    stage.point("open")
    assert floating(stage, Tooltip) == []


def test_enter_on_what_cannot_be_used_says_at_once_why() -> None:
    stage = Stage(lambda: Column([Row([button("open"), shut()]), Spacer()]))
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_RETURN)
    assert len(floating(stage, Tooltip)) == 1
    stage.key(pygame.K_TAB)
    assert floating(stage, Tooltip) == []


def test_what_can_be_used_again_no_longer_says_why_not() -> None:
    why = [WHY]

    def page() -> Widget:
        return Column([Button("Decide", nothing, key="shut", disabled=why[0], tooltip="Do it")])

    stage = Stage(page)
    stage.click("shut")
    assert len(floating(stage, Tooltip)) == 1
    why[0] = ""
    stage.app.refresh()
    stage.wait(20)
    assert floating(stage, Tooltip) == []


def test_a_tab_that_was_just_pressed_shows_no_tooltip_until_the_pointer_returns() -> None:
    chosen = ["one"]
    options = [Option("one", "One", tooltip="The first"), Option("two", "Two", tooltip="Another")]

    def page() -> Widget:
        def choose(value: str) -> None:
            chosen[0] = value

        return Column([Tabs(options, chosen[0], choose, key="tabs"), button("below"), Spacer()])

    stage = Stage(page)
    stage.click("tabs.two")
    stage.wait(1000)
    assert chosen == ["two"]
    assert floating(stage, Tooltip) == []
    stage.point("below")
    stage.point("tabs.two")
    stage.wait(500)
    assert len(floating(stage, Tooltip)) == 1
