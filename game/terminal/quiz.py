"""The quiz of a scenario, asked line by line when the game is over."""

from collections.abc import Sequence

from game.report.quiz import TITLE, Quiz, letter
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
    console.heading(TITLE)
    console.say(
        counted(
            "{count} question about what you have played. Type the letter of your answer; Enter "
            "leaves the quiz out.",
            "{count} questions about what you have played. Type the letter of your answer; Enter "
            "leaves the quiz out.",
            len(questions),
        )
    )
    quiz = Quiz(questions=tuple(questions))
    try:
        while not quiz.over:
            place = len(quiz.answers)
            answer = _asked(console, questions[place], place)
            if answer is None:
                break
            quiz = quiz.answered(answer)
            console.say(quiz.judged(place))
    except InputEnded:
        pass  # nobody is there any more, and the game is over
    if quiz.answers:
        console.blank()
        console.say(quiz.result(), style="bold")


def _asked(console: Console, question: QuizQuestion, place: int) -> int | None:
    """Ask one question and return the place of the answer; None for no answer."""
    console.blank()
    console.say(
        sentence("{number}. {question}", number=str(place + 1), question=question.question),
        style="bold",
    )
    letters = [letter(each) for each in range(len(question.answers))]
    for mark, text in zip(letters, question.answers, strict=True):
        console.item(verbatim(text), mark=f"{mark})")
    said: list[int | None] = []

    def read(typed: str) -> Sentence | None:
        chosen = typed.casefold().strip(" .)")
        if chosen in letters:
            said.append(letters.index(chosen))
        elif chosen in {"", "quit"}:
            said.append(None)
        else:
            return sentence("Type one of these letters: {letters:either}.", letters=tuple(letters))
        return None

    console.ask_until(sentence("Your answer:"), read)
    return said[-1]
