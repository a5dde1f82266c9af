"""The quiz of a scenario: questions asked when the game is over, each answered with the reason."""

from collections.abc import Sequence

from game.scenario.rules import QuizQuestion
from game.terminal.console import Console, InputEnded
from game.words import Sentence, counted, sentence, verbatim


def ask_quiz(console: Console, questions: Sequence[QuizQuestion]) -> None:
    """Ask the questions until they are answered or the reader has had enough.

    Args:
        console: where they are printed and answered.
        questions: of the scenario; where there are none, nothing is printed.

    """
    if not questions:
        return
    console.heading(sentence("What do you make of it?"))
    console.say(
        counted(
            "{count} question about what you have played. Type the letter of your answer; Enter "
            "leaves the quiz out.",
            "{count} questions about what you have played. Type the letter of your answer; Enter "
            "leaves the quiz out.",
            len(questions),
        )
    )
    right = []
    try:
        for number, question in enumerate(questions, start=1):
            answer = _asked(console, question, number)
            if answer is None:
                break
            right.append(answer == question.right)
    except InputEnded:
        pass  # nobody is there any more, and the game is over
    if right:
        console.blank()
        console.say(_result(sum(right), len(right)), style="bold")


def _result(right: int, asked: int) -> Sentence:
    return counted(
        "{right} of {count} answer right.", "{right} of {count} answers right.", asked, right=right
    )


def _asked(console: Console, question: QuizQuestion, number: int) -> int | None:
    """Ask one question and say whether the answer is right, and why; None for no answer."""
    console.blank()
    console.say(
        sentence("{number}. {question}", number=str(number), question=question.question),
        style="bold",
    )
    letters = [chr(ord("a") + place) for place in range(len(question.answers))]
    for letter, text in zip(letters, question.answers, strict=True):
        console.item(verbatim(text), mark=f"{letter})")
    said: list[int | None] = []

    def read(typed: str) -> Sentence | None:
        letter = typed.casefold().strip(" .)")
        if letter in letters:
            said.append(letters.index(letter))
        elif letter in {"", "quit"}:
            said.append(None)
        else:
            return sentence("Type one of these letters: {letters:either}.", letters=tuple(letters))
        return None

    console.ask_until(sentence("Your answer:"), read)
    answer = said[-1]
    if answer is not None:
        console.say(_judged(question, letters[question.right], right=answer == question.right))
    return answer


def _judged(question: QuizQuestion, letter: str, *, right: bool) -> Sentence:
    if right:
        return sentence("Right. {why}", why=question.why)
    return sentence("No, it is {letter}. {why}", letter=letter, why=question.why)
