"""What floats over the desk: tooltips leave titles in sight, messages leave the foot alone."""

from pathlib import Path

import pytest

from game.ui.toolkit import Box
from game.ui.toolkit.overlay import Toast, Tooltip, beside, headings_beside
from tests.ui.driver import box_of, press
from tests.ui.game_states import at_table, desk_of, over_budget
from tests.ui.houses import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return at_table(tmp_path)


def messages(home: Home) -> list[Box]:
    """Return where messages float."""
    nodes = home.app._floating(Box(0, 0, *home.app.surface.get_size()))
    return [node.box for node in nodes if isinstance(node.widget, Toast)]


def test_no_tooltip_covers_the_title_of_a_card(home: Home) -> None:
    desk_of(home, 3)
    ui, nodes = home.app.ui, home.app.nodes
    window = Box(0, 0, *home.app.surface.get_size())
    seen = 0
    for node in nodes:
        hint = node.widget.hint(ui, node.box)
        if hint and node.box.y > box_of(home.app, "tabs.plan").bottom:
            titles = headings_beside(nodes, node)
            at = beside(ui, Tooltip(hint), node.box.overlap(node.clip), window, titles)
            assert not any(at.meets(title) for title in titles), node.key
            seen += 1
    assert seen > 50


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_what_is_refused_again_is_said_once_and_leaves_the_foot_in_sight(
    home: Home, text: float
) -> None:
    over_budget(home)
    home.restyle((1280, 720), "light", text)
    for _ in range(3):
        press(home.app, "enter", ctrl=True)
    (message,) = messages(home)
    for key in ("left", "undo", "repeat", "predict"):
        assert not message.meets(box_of(home.app, key)), key


def test_a_game_is_saved_with_a_button_that_is_seen(home: Home) -> None:
    desk_of(home, 3)
    home.click("keep")
    assert home.app.focus == "save.name"
    press(home.app, "enter")
    assert [card.name for card in home.house.saves() if not card.automatic] == ["Corner Bakery"]
    assert home.app.focus == "keep"
