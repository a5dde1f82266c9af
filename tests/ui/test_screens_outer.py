"""The screens around the game: everything is reached, nothing collides, in every size and look."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.scenario.rules import QuizQuestion
from game.storage.habits import count_habits
from game.storage.places import shipped
from game.storage.results import Result, record_result
from game.ui.shelf import Shelf
from game.ui.toolkit import problems
from tests.ui.game_states import think
from tests.ui.houses import SHELF, Home
from tests.ui.pictures import faults_however_seen

Enter = Callable[[Home], None]

QUIZ = (
    QuizQuestion(
        question="Calls are made after four days. You double the leads. What happens?",
        answers=(
            "Deals double as well, since the same part of the leads is won as before",
            "A larger part goes cold, and each deal becomes dearer",
            "Deals stay as they are",
        ),
        right=1,
        why="Sales has no more hours than before. The extra leads wait behind the others.",
    ),
    QuizQuestion(
        question="When does a name pay?",
        answers=("At once", "Later"),
        right=1,
        why="It is remembered.",
    ),
)


def title(_: Home) -> None:
    pass


def title_with_games(home: Home) -> None:
    playing = home.playing(turns=2)
    home.house.autosave(playing.rules, playing.session)
    home.house.save("Before the price attack", playing)


def leaving(home: Home) -> None:
    title_with_games(home)
    home.press("escape")


def credit(home: Home) -> None:
    home.click("title.credits")


def habits(home: Home) -> None:
    count_habits(home.house.places, ["met_thrice", "always_predicted"])
    count_habits(home.house.places, ["met_thrice"])
    home.click("title.habits")


def library(home: Home) -> None:
    home.house.open_library()
    home.house.shelf.wait()


def library_with_damage(home: Home) -> None:
    own = home.house.places.own_scenarios
    own.mkdir(parents=True)
    text = (SHELF / "first_steps.yaml").read_text().replace("difficulty", "difficlty")
    (own / "damaged.yaml").write_text(text)
    home.house.open_library("sales")
    home.house.shelf.wait()


def library_of_a_dozen(home: Home) -> None:
    places = home.house.places
    home.house.shelf = Shelf(replace(places, scenarios=shipped("scenarios")))
    record_result(places, Result(scenario="first_steps", total=83.0, of_par=0.83))
    library(home)


def library_being_read(home: Home) -> None:
    home.house.shelf.start = lambda: None  # type: ignore[method-assign]  # a slow disk
    home.house.open_library()


def library_without_scenarios(home: Home) -> None:
    home.house.shelf.start = lambda: None  # type: ignore[method-assign]  # nothing to read
    home.house.shelf.ready = True
    home.house.open_library()


def briefing(home: Home) -> None:
    home.house.open_briefing("first_steps", seed=1234)


def briefing_of_a_role(home: Home) -> None:
    home.house.open_briefing("harbour_tea", "sales", seed=1234)


def ending(home: Home) -> None:
    home.house.shelf.wait()
    home.house.open_ending(home.playing())
    think(home)


def ending_at_work(home: Home) -> None:
    """Show an ending while it is worked out what decided the game."""
    home.house.open_ending(home.playing())


def saving(home: Home) -> None:
    home.house.open_ending(home.playing())
    home.rest()
    home.click("ending.save")


def ending_with_quiz(home: Home) -> None:
    playing = home.playing()
    playing.rules = replace(playing.rules, quiz=QUIZ)
    home.house.open_ending(playing)


def quiz(home: Home) -> None:
    ending_with_quiz(home)
    home.rest()
    home.click("ending.quiz")


def quiz_answered(home: Home) -> None:
    """Answer the first question wrongly."""
    quiz(home)
    home.rest()
    home.click("quiz.answer.a")


def quiz_over(home: Home) -> None:
    """Answer one question wrongly and one rightly, and look at all of them."""
    quiz_answered(home)
    home.press("enter", "down", "enter", "enter")


def settings(home: Home) -> None:
    home.house.open_settings()


def saved_games(home: Home) -> None:
    home.house.save("Before the price attack", home.playing(turns=2))
    home.house.save("One side", home.playing(role="sales", turns=1))
    for path in home.house.places.saves.glob("*.json"):
        # A picture must not tell when it was taken.
        path.write_text(
            re.sub(r'("saved_at": *")[^"]*', r"\g<1>2026-03-02 09:30:00+01:00", path.read_text())
        )
    (home.house.places.saves / "damaged.json").write_text("{")
    home.house.forget_saves()
    home.house.open_saves()


def running_games(home: Home) -> None:
    """Leave a game in the middle, and one of several at its beginning."""
    playing = home.playing(turns=3)
    home.house.sit(playing.seat)
    home.house.autosave(playing.rules, playing.session)
    home.house.gathering.begin(home.house.shelf.rules("first_steps"), ("marketing", "sales"))
    home.house.open_title()


def library_with_running_games(home: Home) -> None:
    running_games(home)
    library(home)


def briefing_of_a_running_game(home: Home) -> None:
    running_games(home)
    home.house.open_briefing("harbour_tea")


def starting_over(home: Home) -> None:
    briefing_of_a_running_game(home)
    home.rest()
    home.click("briefing.over")


def saved_and_running_games(home: Home) -> None:
    running_games(home)
    saved_games(home)


def no_saved_games(home: Home) -> None:
    home.house.open_saves()


SCREENS: tuple[Enter, ...] = (
    title,
    title_with_games,
    leaving,
    credit,
    habits,
    library,
    library_of_a_dozen,
    library_with_damage,
    library_being_read,
    library_without_scenarios,
    briefing,
    briefing_of_a_role,
    library_with_running_games,
    briefing_of_a_running_game,
    starting_over,
    saved_and_running_games,
    ending,
    ending_at_work,
    ending_with_quiz,
    quiz,
    quiz_answered,
    quiz_over,
    saving,
    settings,
    saved_games,
    no_saved_games,
)


@pytest.mark.parametrize("enter", SCREENS, ids=lambda enter: enter.__name__)
def test_nothing_is_wrong_with_a_screen(enter: Enter, tmp_path: Path) -> None:
    home = Home(tmp_path)
    enter(home)
    for how, wrong in faults_however_seen(home.restyle, home.app):
        assert wrong == [], how


@pytest.mark.parametrize("enter", SCREENS, ids=lambda enter: enter.__name__)
def test_the_smallest_window_is_large_enough(enter: Enter, tmp_path: Path) -> None:
    home = Home(tmp_path)
    enter(home)
    home.restyle((960, 540), "dark", 1.25)
    assert problems(home.app) == []
