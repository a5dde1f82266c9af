"""The tutorial in the window: played through with hands, with the keyboard alone, at every size."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.report.tutorial import SCENARIO, STEPS
from game.storage.places import shipped
from game.storage.settings import load_settings
from game.ui.toolkit import Label, Layers, problems
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.guide import Spotlight, beside
from tests.ui.driver import (
    box_of,
    click,
    drag_slider,
    go_to,
    is_there,
    press,
    type_text,
    write,
)
from tests.ui.houses import Home
from tests.ui.pictures import check_picture, faults_however_seen
from tests.ui.toolkit_stage import Stage

SCENARIOS = shipped("scenarios")


def at_school(folder: Path, size: tuple[int, int] = (1280, 720), **settings: object) -> Home:
    """Sit down at the desk of the scenario that has a tutorial."""
    home = Home(folder, size, scenarios=SCENARIOS, **settings)
    home.house.start_game(home.house.shelf.rules(SCENARIO), seed=3)
    home.rest()
    return home


def shown(home: Home) -> str:
    """The step that is shown; "" for none."""
    keys = {f"tutorial.{step.key}" for step in STEPS} & home.keys
    return keys.pop().removeprefix("tutorial.") if keys else ""


def read_news(home: Home) -> None:
    home.rest()
    while "event.done" in home.keys:
        click(home.app, "event.done")
        home.rest()


def first_plan(home: Home) -> None:
    type_text(home.app, "amount.advertising", "15000")
    click(home.app, "tutorial.go")
    type_text(home.app, "amount.content_marketing", "6000")


def played(home: Home) -> None:
    """Play the turn that is planned, without a look at what is shown."""
    press(home.app, "enter", ctrl=True)
    home.rest()
    press(home.app, "enter", ctrl=True)
    home.rest()


def test_the_tutorial_is_done_by_doing_it(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    assert shown(home) == "advertise"
    drag_slider(home.app, "lever.advertising", 0.5)
    assert shown(home) == "left"
    click(home.app, "tutorial.go")
    assert shown(home) == "content"
    type_text(home.app, "amount.content_marketing", "6000")
    assert shown(home) == "predict"
    click(home.app, "predict")
    home.rest()
    assert shown(home) == "deals"
    type_text(home.app, "predict.deals", "2")
    assert shown(home) == "play"
    click(home.app, "commit.play")
    home.rest()
    assert home.screen == "Results"
    assert shown(home) == "pipeline"
    click(home.app, "tutorial.go")
    assert shown(home) == "people"
    click(home.app, "tabs.people")
    assert shown(home) == "next"
    click(home.app, "next")
    read_news(home)
    assert shown(home) == "demos"
    type_text(home.app, "amount.product_demos", "8000")
    assert shown(home) == ""
    played(home)
    assert shown(home) == ""
    press(home.app, "enter", ctrl=True)
    read_news(home)
    assert shown(home) == "meetings"
    type_text(home.app, "amount.advertising", "4000")
    type_text(home.app, "amount.joint_meetings", "1200")
    played(home)
    assert shown(home) == "help"
    click(home.app, "help")
    home.rest()
    assert shown(home) == ""
    assert home.house.settings.tutorial_done


def test_the_keyboard_alone_goes_through_it(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    press(home.app, "f2")
    home.rest()
    assert home.app.focus == "lever.advertising"
    for _ in range(4):
        press(home.app, "page up")
    assert shown(home) == "left"
    press(home.app, "f2")
    assert shown(home) == "content"
    press(home.app, "f2")
    home.rest()
    assert home.app.focus == "lever.content_marketing"
    for _ in range(2):
        press(home.app, "page up")
    press(home.app, "f2")
    home.rest()
    assert home.app.focus == "predict"
    press(home.app, "enter")
    home.rest()
    write(home.app, "2")
    press(home.app, "enter")
    assert shown(home) == "play"
    press(home.app, "f2")
    home.rest()
    assert home.app.focus == "commit.play"
    press(home.app, "enter")
    home.rest()
    assert shown(home) == "pipeline"


def test_tab_comes_to_the_card_and_enter_puts_it_away(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    go_to(home.app, "tutorial.close")
    press(home.app, "enter")
    home.rest()
    assert shown(home) == ""
    assert home.house.settings.tutorial_done


def test_a_step_stays_while_the_pointer_is_down(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    steps = []
    original = home.app.tick

    def watched(*args: object) -> bool:
        changed = original(*args)  # type: ignore[arg-type]
        steps.append((shown(home), home.app.held))
        return changed

    home.app.tick = watched  # type: ignore[method-assign,assignment]
    drag_slider(home.app, "lever.advertising", 0.9)
    assert {step for step, held in steps if held} == {"advertise"}
    assert steps[-1] == ("left", False)


def test_nothing_is_blocked_by_what_is_shown(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    click(home.app, "tabs.journal")
    assert "Nothing decided yet" in home.words
    assert shown(home) == ""
    click(home.app, "tabs.plan")
    assert shown(home) == "advertise"
    type_text(home.app, "amount.content_marketing", "6000")
    assert shown(home) == "advertise"
    played(home)
    assert home.screen == "Results"
    assert shown(home) == "pipeline"


def test_a_press_on_the_card_does_not_go_through_it(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    before = home.house.navigator.current
    card = box_of(home.app, "tutorial.text")
    under = [
        node.key
        for node in home.app.nodes
        if node.widget.usable() and node.box.holds(card.middle) and "tutorial" not in node.key
    ]
    home.app.tick([], 16)
    click(home.app, "tutorial.text")
    assert home.house.navigator.current is before
    assert shown(home) == "advertise"
    assert not any(home.app.focus == key for key in under)


def test_esc_puts_it_away_and_help_brings_it_back_where_it_was(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    drag_slider(home.app, "lever.advertising", 0.5)
    press(home.app, "escape")
    home.rest()
    assert shown(home) == ""
    press(home.app, "f1")
    home.rest()
    click(home.app, "words.tutorial")
    home.rest()
    assert shown(home) == "left"
    kept, _ = load_settings(home.house.places)
    assert (kept.tutorial_done, kept.tutorial_at) == (False, "left")


def test_esc_closes_the_question_first_and_shows_the_way_back_to_it(tmp_path: Path) -> None:
    home = at_school(tmp_path)
    first_plan(home)
    click(home.app, "predict")
    home.rest()
    assert shown(home) == "deals"
    press(home.app, "escape")
    home.rest()
    assert not is_there(home.app, "commit")
    assert shown(home) == "predict"


def test_a_later_start_goes_on_at_the_step_that_waited(tmp_path: Path) -> None:
    home = at_school(tmp_path, tutorial_at="content")
    assert shown(home) == "content"
    home.house.navigator.home()
    home.rest()
    assert shown(home) == ""
    home.house.start_game(home.house.shelf.rules(SCENARIO), seed=4)
    home.rest()
    assert shown(home) == "content"


def test_other_scenarios_show_nothing_of_it(tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=SCENARIOS)
    home.house.open_desk(home.playing("fresh_start", turns=0))
    home.rest()
    assert not any("tutorial" in key for key in home.keys)
    press(home.app, "f1")
    home.rest()
    assert not is_there(home.app, "words.tutorial")


def test_title_and_briefing_begin_it_again(tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=SCENARIOS, tutorial_done=True, tutorial_at="help")
    click(home.app, "menu.tutorial")
    home.rest()
    assert home.screen == "Briefing"
    assert not home.house.settings.tutorial_done
    click(home.app, "briefing.tutorial")
    assert home.house.settings.tutorial_done
    click(home.app, "briefing.tutorial")
    click(home.app, "briefing.start")
    home.rest()
    assert shown(home) == "advertise"


def to_step(home: Home, wanted: str) -> None:
    """Go on to a step of the first turn by doing the ones before it."""
    doing: dict[str, Callable[[], None]] = {
        "advertise": lambda: type_text(home.app, "amount.advertising", "15000"),
        "left": lambda: press(home.app, "f2"),
        "content": lambda: type_text(home.app, "amount.content_marketing", "6000"),
        "predict": lambda: press(home.app, "enter", ctrl=True),
        "deals": lambda: type_text(home.app, "predict.deals", "2"),
        "play": lambda: press(home.app, "enter", ctrl=True),
        "pipeline": lambda: press(home.app, "f2"),
    }
    for key, do in doing.items():
        home.rest()
        if key == wanted:
            break
        do()
    home.rest()
    assert shown(home) == wanted


@pytest.mark.parametrize("wanted", ["advertise", "left", "predict", "deals", "pipeline", "people"])
def test_a_step_has_no_faults_of_structure(wanted: str, tmp_path: Path) -> None:
    home = at_school(tmp_path)
    to_step(home, wanted)
    for how, wrong in faults_however_seen(home.restyle, home.app):
        assert shown(home) == wanted, how
        assert wrong == [], how


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_a_language_with_longer_words_has_room(text: float, tmp_path: Path) -> None:
    home = at_school(tmp_path)
    home.house.change(language="qps", text_scale=text)
    home.rest()
    for _ in range(2):
        assert problems(home.app) == []
        press(home.app, "f2")
        home.rest()


def test_with_less_motion_it_is_dark_at_once(tmp_path: Path) -> None:
    home = at_school(tmp_path, reduce_motion=True)
    before = home.app.surface.copy().get_at((900, 500))
    home.app.tick([], 1000)
    assert home.app.surface.get_at((900, 500)) == before
    assert home.app.patience() != 0


def test_a_card_hides_no_figures_where_one_is_to_look_first() -> None:
    home = Box(0, 0, 1280, 720)
    place, figures = Box(1124, 6, 44, 44), Box(820, 16, 260, 24)

    def stands(leave: tuple[Box, ...]) -> Box:
        card = Spotlight(place, Label("Look there, then open it."), False, leave, key="spot")
        stage = Stage(lambda: Layers([card]))
        (panel,) = card.arrange(stage.app.ui, home)
        return panel[1]

    assert stands(()).meets(figures)
    assert not stands((figures,)).meets(figures)


@pytest.mark.parametrize(
    ("place", "side"),
    [
        (Box(10, 300, 100, 30), "right"),
        (Box(900, 300, 90, 30), "left"),
        (Box(10, 10, 980, 100), "below"),
        (Box(10, 600, 980, 180), "above"),
        (Box(10, 10, 980, 780), "over"),
    ],
)
def test_a_card_stands_beside_its_place_and_inside_the_window(place: Box, side: str) -> None:
    room = Box(0, 0, 1000, 800)
    found, card = beside(place, Size(300, 200), room, 16)
    assert found == side
    assert room.encloses(card)
    assert found == "over" or not card.meets(place)


@pytest.mark.parametrize(
    ("wanted", "look", "text"),
    [("advertise", "light", 1.0), ("deals", "dark", 1.0), ("advertise", "high_contrast", 2.0)],
)
def test_a_step_looks_as_it_did(wanted: str, look: str, text: float, tmp_path: Path) -> None:
    home = at_school(tmp_path)
    to_step(home, wanted)
    home.restyle((1280, 720), look, text)
    home.rest()
    check_picture(home.app, f"tutorial_{wanted}_{look}")
