"""The quiz of a scenario: asked when the game is over, each answer met with its reason.

The questions and their answers always stand in the scenario's order, so that the answers somebody
gave before a game can be laid beside those given after it. It is no part of the game's score.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from game.scenario.rules import QuizQuestion
from game.words import Sentence, counted, sentence

Mark = Literal["right", "wrong", ""]
"""What an answer is, once its question is answered: right, wrong and chosen, or nothing of it."""

TITLE: Final = sentence("What do you make of it?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Questions, and what was answered so far.

    Attributes:
        questions: in their order.
        answers: the place of the chosen answer, from 0, for each question that is answered.

    """

    questions: tuple[QuizQuestion, ...]
    answers: tuple[int, ...] = ()

    @property
    def over(self) -> bool:
        """Whether every question is answered."""
        return len(self.answers) == len(self.questions)

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(map(self.is_right, range(len(self.answers))))

    def is_right(self, place: int) -> bool:
        """Say whether the question at a place was answered rightly."""
        return self.answers[place] == self.questions[place].right

    def answered(self, answer: int) -> "Quiz":
        """Return it with an answer to the first open question.

        Args:
            answer: its place among the answers, from 0.

        Raises:
            ValueError: if no question is open, or it has no such answer.

        """
        if self.over or not 0 <= answer < len(self.questions[len(self.answers)].answers):
            raise ValueError(answer)
        return replace(self, answers=(*self.answers, answer))

    def mark(self, place: int, answer: int) -> Mark:
        """Return how an answer to an answered question is marked."""
        if answer == self.questions[place].right:
            return "right"
        return "wrong" if answer == self.answers[place] else ""

    def judged(self, place: int) -> Sentence:
        """Say whether an answered question was answered rightly, and why the right one is right."""
        question = self.questions[place]
        if self.is_right(place):
            return sentence("Right. {why}", why=question.why)
        return sentence(
            "No, it is {letter}. {why}", letter=letter(question.right), why=question.why
        )

    def result(self) -> Sentence:
        """Say how many of the answers given are right."""
        return counted(
            "{right} of {count} answer right.",
            "{right} of {count} answers right.",
            len(self.answers),
            right=self.right,
        )


def letter(answer: int) -> str:
    """Return what an answer is called, by its place.

    >>> letter(1)
    'b'
    """
    return chr(ord("a") + answer)
