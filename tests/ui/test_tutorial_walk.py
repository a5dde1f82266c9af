"""A newcomer's way through all steps of the tutorial, with every look and every way out of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from game.report.tutorial import SCENARIO, STEPS
from game.ui.toolkit import Box
from game.ui.toolkit.guide import Spotlight
from tests.ui.driver import click, is_there, press, type_text, write
from tests.ui.houses import Home
from tests.ui.pictures import SIZES, Sight
from tests.ui.test_tutorial import SCENARIOS, at_school, played, read_news, shown

IN_QUESTION: Final = ("deals", "play")
"""Steps in the dialog that asks for a prediction."""


def first_sales(home: Home) -> None:
    type_text(home.app, "amount.advertising", "9000")
    type_text(home.app, "amount.product_demos", "8000")
    played(home)
    press(home.app, "enter", ctrl=True)
    read_news(home)


def first_meetings(home: Home) -> None:
    type_text(home.app, "amount.advertising", "4000")
    type_text(home.app, "amount.joint_meetings", "1200")
    played(home)


def next_turn(home: Home) -> None:
    press(home.app, "enter", ctrl=True)
    read_news(home)


DONE: Final[dict[str, Callable[[Home], None]]] = {
    "advertise": lambda home: type_text(home.app, "amount.advertising", "15000"),
    "left": lambda home: press(home.app, "f2"),
    "content": lambda home: type_text(home.app, "amount.content_marketing", "6000"),
    "predict": lambda home: press(home.app, "enter", ctrl=True),
    "deals": lambda home: type_text(home.app, "predict.deals", "2"),
    "play": lambda home: press(home.app, "enter", ctrl=True),
    "pipeline": lambda home: press(home.app, "f2"),
    "people": lambda home: click(home.app, "tabs.people"),
    "next": next_turn,
    "demos": first_sales,
    "meetings": first_meetings,
    "help": lambda home: press(home.app, "f1"),
}
"""What a player does at each step."""


def walked(home: Home) -> Iterator[str]:
    """Go through all steps; stop at each until asked for the next."""
    assert [step.key for step in STEPS] == list(DONE)
    for key, do in DONE.items():
        home.rest()
        assert shown(home) == key
        yield key
        home.restyle(SIZES[0], "light", 1.0)
        assert shown(home) == key
        do(home)


def asked_again(home: Home, key: str) -> None:
    """Open the question again that was closed on the way out."""
    if key in IN_QUESTION:
        assert shown(home) == "predict"
        press(home.app, "enter", ctrl=True)
        home.rest()
    if key == "play" and shown(home) == "deals":
        type_text(home.app, "predict.deals", "2")


def place_and_card(home: Home) -> tuple[Box, Box]:
    """Return what is lit up, and the card beside it."""
    nodes = home.app.nodes
    spot = next(node for node in nodes if isinstance(node.widget, Spotlight))
    card = next(node for node in nodes if node.parent >= 0 and nodes[node.parent] is spot)
    assert isinstance(spot.widget, Spotlight)
    assert spot.widget.place is not None
    return spot.widget.place, card.box


def keyed(home: Home, *keys: str) -> None:
    for key in keys:
        press(home.app, key)
        home.rest()


def test_f2_and_the_keys_on_a_slider_are_enough_for_all_of_it(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    doing = {
        "advertise": ["f2", *["page up"] * 4],
        "left": ["f2"],
        "content": ["f2", *["page up"] * 2],
        "predict": ["f2", "enter"],
        "deals": ["f2", "2", "enter"],
        "play": ["f2", "enter"],
        "pipeline": ["f2"],
        "people": ["f2"],
        "next": ["f2", "enter", "enter"],  # and the news
        "demos": ["f2", *["page up"] * 2],
        "meetings": ["f2", "page up"],
        "help": ["f2"],
    }
    for key, keys in doing.items():
        if key in ("meetings", "help"):
            type_text(home.app, "amount.advertising", "5000")
            played(home)
        if key == "meetings":
            next_turn(home)
        assert shown(home) == key
        for stroke in keys:
            if stroke.isdigit():
                write(home.app, stroke)
            else:
                keyed(home, stroke)
    assert home.house.settings.tutorial_done
    assert home.house.settings.tutorial_at == ""


@pytest.mark.parametrize("tongue", ["", "qps"])
def test_every_step_has_room_beside_what_it_shows(tongue: str, tmp_path: Path) -> None:
    home = at_school(tmp_path)
    if tongue:
        home.house.change(language=tongue)
    sight = Sight()
    for key in walked(home):
        for size, look, text in (
            (SIZES[0], "light", 1.0),
            (SIZES[0], "dark", 2.0),
            (SIZES[1], "high_contrast", 1.5),
            ((960, 540), "dark", 1.0),
        ):
            home.restyle(size, look, text)
            home.rest()
            told = f"{key}, {size}, text {text}"
            assert shown(home) == key, told
            place, card = place_and_card(home)
            assert key == "pipeline" or not card.meets(place), told
            hidden = card.overlap(place)
            assert hidden.w * hidden.h < 0.3 * place.w * place.h, told
            assert sight.problems(home.app) == [], told


def test_at_every_step_it_is_put_away_and_brought_back(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    for key in walked(home):
        press(home.app, "escape")
        home.rest()
        if key in IN_QUESTION:  # the question closes first
            assert shown(home) == "predict"
            press(home.app, "escape")
            home.rest()
        assert shown(home) == ""
        assert home.house.settings.tutorial_done
        press(home.app, "f1")
        home.rest()
        click(home.app, "words.tutorial")
        home.rest()
        assert not is_there(home.app, "words")
        asked_again(home, key)


def test_who_leaves_a_plan_finds_the_step_that_waits(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    for key in walked(home):
        if key == "pipeline":
            break
        if key == "advertise":
            continue  # nothing has been done yet that would be kept
        if key in IN_QUESTION:
            press(home.app, "escape")
            home.rest()
        click(home.app, "leave")
        home.rest()
        assert home.screen == "Title"
        assert shown(home) == ""
        click(home.app, "menu.first")
        home.rest()
        home.rest()
        asked_again(home, key)


def test_who_leaves_results_goes_on_with_the_next_plan(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    for key in walked(home):
        if key == "people":
            break
    click(home.app, "leave")
    home.rest()
    click(home.app, "menu.first")
    home.rest()
    read_news(home)
    assert shown(home) == "demos"


def test_who_holds_one_role_is_not_taught_to_play_all(tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=SCENARIOS)
    home.house.start_game(home.house.shelf.rules(SCENARIO), "marketing", seed=3)
    home.rest()
    assert home.screen == "Desk"
    assert shown(home) == ""
    press(home.app, "f1")
    home.rest()
    assert is_there(home.app, "words")
    assert not is_there(home.app, "words.tutorial")
    home.house.open_briefing(SCENARIO, "marketing")
    home.rest()
    assert not is_there(home.app, "briefing.tutorial")
    home.house.open_briefing(SCENARIO)
    home.rest()
    assert is_there(home.app, "briefing.tutorial")
