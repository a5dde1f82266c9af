"""The quiz in the window: asked after a game by choice, played with the keys alone, and calm."""

from pathlib import Path

import pytest

from game.ui.toolkit.tree import stops
from tests.ui.houses import Home
from tests.ui.test_screens_outer import QUIZ, ending, ending_with_quiz, quiz


def asked(folder: Path) -> Home:
    home = Home(folder)
    quiz(home)
    home.rest()
    return home


def test_who_has_played_may_answer_questions_about_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    ending_with_quiz(home)
    home.rest()
    assert home.screen == "Ending"
    home.focus("ending.quiz")
    home.press("enter")
    assert home.screen == "QuizScreen"
    assert QUIZ[0].question in home.words
    assert QUIZ[0].why not in home.words


def test_where_a_scenario_asks_nothing_no_quiz_is_offered(tmp_path: Path) -> None:
    home = Home(tmp_path)
    ending(home)
    home.rest()
    assert "ending.save" in home.keys
    assert "ending.quiz" not in home.keys


def test_a_wrong_answer_shows_the_right_one_and_why(tmp_path: Path) -> None:
    home = asked(tmp_path)
    home.press("enter")
    assert f"No, it is b. {QUIZ[0].why}" in home.words
    assert "Your answer" in home.words
    assert home.app.focus == "quiz.next"


def test_the_quiz_is_played_with_the_keys_to_how_many_were_right(tmp_path: Path) -> None:
    home = asked(tmp_path)
    home.press("down", "enter")
    assert f"Right. {QUIZ[0].why}" in home.words
    home.press("enter")
    assert home.app.focus == "quiz.answer.a"
    home.press("enter", "enter")
    assert "1 of 2 answers right." in home.words
    for question in QUIZ:
        assert question.why in home.words
    home.press("enter")
    assert home.screen == "Ending"


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_the_reason_comes_into_view_in_every_text_size(tmp_path: Path, text: float) -> None:
    home = asked(tmp_path)
    home.restyle((1280, 720), "dark", text)
    home.press("enter")
    home.rest()
    node = next(node for node in home.app.nodes if node.key == "quiz.reason")
    assert node.clip.encloses(node.box)


def test_an_answer_that_was_given_cannot_be_given_again(tmp_path: Path) -> None:
    home = asked(tmp_path)
    home.press("enter")
    assert not any(node.key.startswith("quiz.answer") for node in stops(home.app.nodes))


def test_leaving_in_the_middle_returns_to_how_it_went(tmp_path: Path) -> None:
    home = asked(tmp_path)
    home.press("enter", "escape")
    assert home.screen == "Ending"
