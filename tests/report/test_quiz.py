"""A quiz: every answer is judged with its reason, and those before and after compare."""

import pytest

from game.report.quiz import Quiz
from game.scenario.rules import QuizQuestion

QUESTIONS = (
    QuizQuestion(question="Where?", answers=("Here", "There", "Nowhere"), right=1, why="It is."),
    QuizQuestion(question="When?", answers=("Now", "Then"), right=0, why="It was."),
)


def test_answers_are_counted_as_they_are_given() -> None:
    quiz = Quiz(questions=QUESTIONS)
    assert not quiz.over
    quiz = quiz.answered(1).answered(1)
    assert quiz.over
    assert quiz.right == 1
    assert str(quiz.result()) == "1 of 2 answers right."


def test_each_answer_is_marked_once_its_question_is_answered() -> None:
    quiz = Quiz(questions=QUESTIONS).answered(2)
    assert [quiz.mark(0, answer) for answer in range(3)] == ["", "right", "wrong"]


def test_a_reason_is_said_whether_or_not_the_answer_is_right() -> None:
    assert str(Quiz(questions=QUESTIONS).answered(1).judged(0)) == "Right. It is."
    assert str(Quiz(questions=QUESTIONS).answered(0).judged(0)) == "No, it is b. It is."


def test_the_same_questions_asked_before_and_after_stand_in_the_same_places() -> None:
    before = Quiz(questions=QUESTIONS).answered(0).answered(0)
    after = Quiz(questions=QUESTIONS).answered(1).answered(0)
    learnt = [after.is_right(each) - before.is_right(each) for each in range(len(QUESTIONS))]
    assert learnt == [1, 0]


@pytest.mark.parametrize("answer", [-1, 3])
def test_an_answer_that_is_not_offered_is_refused(answer: int) -> None:
    with pytest.raises(ValueError, match=str(answer)):
        Quiz(questions=QUESTIONS).answered(answer)
