"""The quiz at the end of a game played by typing."""

import pytest

from game.storage.places import Places
from game.storage.results import best_results
from tests.storage.homes import CORNER_SHOP
from tests.terminal.conftest import Typist

QUIZ = """\
quiz:
  where:
    question: Where are most leads lost?
    answers: {a: In the market, b: Between the teams, c: At the till}
    right: b
    why: Nobody feels responsible there.
  when:
    question: When does a name pay?
    answers: {a: At once, b: Later}
    right: b
    why: It is remembered.
"""

TURN = "even\ndone\n\n"
WHOLE = TURN + "1\n" + TURN + TURN


@pytest.fixture
def quizzed(places: Places) -> None:
    (places.own_scenarios / "quizzed.yaml").write_text(CORNER_SHOP + QUIZ, encoding="utf-8")


def ended(typist: Typist, typed: str) -> str:
    out = typist.play(WHOLE + typed, scenario="quizzed")
    return out[out.index("The end of") :]


@pytest.mark.usefixtures("quizzed")
def test_an_answer_is_judged_with_its_reason_and_counted(typist: Typist) -> None:
    out = ended(typist, "b\nA)\n")
    assert "2 questions about what you have played" in out
    assert " b) Between the teams" in out
    assert "Right. Nobody feels responsible there." in out
    assert "No, it is b. It is remembered." in out
    assert "1 of 2 answers right." in out


@pytest.mark.usefixtures("quizzed")
def test_what_is_no_answer_is_asked_again(typist: Typist) -> None:
    out = ended(typist, "c\nd\nx\nb\n")
    assert out.count("Type one of these letters: a or b.") == 2
    assert "1 of 2 answers right." in out


@pytest.mark.usefixtures("quizzed")
@pytest.mark.parametrize("typed", ["\n", "quit\n", ""])
def test_the_quiz_may_be_left_out_and_the_game_counts(
    typist: Typist, places: Places, typed: str
) -> None:
    out = ended(typist, typed)
    assert "answers right" not in out
    assert "When does a name pay?" not in out
    assert "The game is saved" not in out
    assert best_results(places)["quizzed"].attempts == 1


def test_where_there_is_no_quiz_nothing_is_asked(typist: Typist) -> None:
    assert "Your answer" not in typist.play(WHOLE)
