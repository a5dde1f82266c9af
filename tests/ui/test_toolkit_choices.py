"""What is chosen, switched and pressed: tabs, chips, switches and buttons."""

import pygame
import pytest

from game.ui.toolkit import (
    Button,
    Chips,
    Column,
    Option,
    Spacer,
    Tabs,
    Toggle,
)
from tests.ui.toolkit_stage import Stage


def options() -> list[Option]:
    return [
        Option("plan", "Plan", tooltip="x"),
        Option("team", "Team", tooltip="x", disabled="Unlock with joint meetings"),
        Option("money", "Money", tooltip="x"),
    ]


@pytest.mark.parametrize("group", [Tabs, Chips])
def test_arrows_go_round_what_can_be_chosen(group: type[Tabs] | type[Chips]) -> None:
    chosen = ["plan"]
    stage = Stage(lambda: group(options(), chosen[-1], chosen.append, key="tabs"))
    stage.key(pygame.K_TAB)
    assert stage.app.focus == "tabs.plan"
    stage.key(pygame.K_RIGHT)
    assert (chosen[-1], stage.app.focus) == ("money", "tabs.money")
    stage.key(pygame.K_RIGHT)
    assert chosen[-1] == "plan"


def test_a_locked_tab_cannot_be_chosen() -> None:
    chosen = ["plan"]
    stage = Stage(lambda: Tabs(options(), chosen[-1], chosen.append, key="tabs"))
    stage.click("tabs.team")
    assert chosen == ["plan"]
    stage.click("tabs.money")
    assert chosen == ["plan", "money"]


def test_a_group_of_choices_is_one_stop() -> None:
    stage = Stage(lambda: Tabs(options(), "money", lambda value: None, key="tabs"))
    for _ in range(3):
        stage.key(pygame.K_TAB)
        assert stage.app.focus == "tabs.money"


def test_a_switch_turns_by_space_and_by_pointer() -> None:
    stands = [False]
    stage = Stage(lambda: Toggle("Sound", stands[-1], stands.append, key="sound", tooltip="x"))
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_SPACE)
    assert stands[-1] is True
    stage.click("sound")
    assert stands[-1] is False


def pressed_button(disabled: str = "") -> tuple[Stage, list[int]]:
    presses: list[int] = []
    stage = Stage(
        lambda: Column(
            [
                Button(
                    "Commit", lambda: presses.append(1), key="go", tooltip="x", disabled=disabled
                ),
                Spacer(),
            ],
            align="start",
        )
    )
    return stage, presses


def test_a_button_is_pressed_when_the_pointer_goes_up_inside() -> None:
    stage, presses = pressed_button()
    stage.click("go")
    assert presses == [1]
    stage.press(stage.box("go").middle)
    stage.move((900, 600))
    stage.release((900, 600))
    assert presses == [1]


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE])
def test_a_button_is_pressed_by_enter_and_space(key: int) -> None:
    stage, presses = pressed_button()
    stage.key(pygame.K_TAB)
    stage.key(key)
    assert presses == [1]


def test_a_disabled_button_has_the_focus_but_does_nothing() -> None:
    stage, presses = pressed_button("The plan is over the budget")
    stage.key(pygame.K_TAB)
    stage.key(pygame.K_RETURN)
    stage.click("go")
    assert stage.app.focus == "go"
    assert presses == []
