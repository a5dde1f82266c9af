"""The quiz after a game: a question a page, each answer met with its reason, then all of them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from game.report.quiz import TITLE, Mark, Quiz, letter
from game.scenario.rules import QuizQuestion
from game.ui.screens.parts import NARROW, Pressable, calm, footer, header, neighbours, page
from game.ui.toolkit import (
    BACK,
    COMMIT,
    Button,
    Card,
    Column,
    Divider,
    Icon,
    Label,
    Panel,
    Paragraph,
    Role,
    Row,
    Screen,
    ScrollArea,
    ShareBar,
    Shortcut,
    Spacer,
    Ui,
    Widget,
    caption,
)
from game.words import Sentence, sentence, verbatim

if TYPE_CHECKING:
    from game.ui.house import House

NEXT: Final = "quiz.next"
"""Key of the button that goes on."""

_REASON: Final = "quiz.reason"
_WIDE: Final = 780
_SIGN: Final = 20
"""Design units for the letter or the mark before an answer."""

_INKS: Final[Mapping[Mark, Role]] = {"right": "good", "wrong": "bad", "": "hairline"}
_SIGNS: Final[Mapping[Mark, str]] = {"right": "check", "wrong": "x"}
_SAID: Final[Mapping[Mark, Sentence]] = {
    "right": sentence("Right"),
    "wrong": sentence("Your answer"),
}


class QuizScreen(Screen):
    """Questions about what was played; they count for nothing but what was learnt.

    Args:
        house: in which it is asked.
        questions: at least one, in their order.
        about: the scenario's title.

    """

    title = TITLE
    first_focus = "quiz.answer.a"

    def __init__(self, house: "House", questions: Sequence[QuizQuestion], about: str) -> None:
        self._house = house
        self._about = about
        self._quiz = Quiz(questions=tuple(questions))
        self._at = 0
        """The place of the question that is shown; behind the last one, all of them are."""

    def view(self, ui: Ui) -> Widget:
        """Ask, judge, and at the end say how many were right."""
        asked = self._at < len(self._quiz.questions)
        head = header(
            self.title,
            self._leave,
            note=verbatim(self._about),
            back_to=sentence("Leave the quiz (Esc)"),
            aside=self._how_far(ui) if asked else None,
        )
        content = self._question(ui) if asked else self._all()
        area = ScrollArea(calm(content, _WIDE), key=f"quiz.{self._at}", read=True, grow=1)
        return page(head, area, footer([Spacer(), self._go_on()]))

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys: the letter of each answer, and those that go on and back."""
        keys = {BACK: self._leave}
        if self._judged:
            return {**keys, COMMIT: self._next}
        letters = {Shortcut(letter(each)): partial(self._answer, each) for each in self._letters()}
        return {**keys, **letters}

    @property
    def _judged(self) -> bool:
        """Whether what is shown has been answered."""
        return self._at < len(self._quiz.answers) or self._quiz.over

    def _how_far(self, ui: Ui) -> Widget:
        count = len(self._quiz.questions)
        said = sentence("Question {number} of {count}", number=self._at + 1, count=count)
        bar = ShareBar(len(self._quiz.answers) / count)
        wide = ui.metrics.units.w >= NARROW
        return Row([Label(said, role="muted"), bar if wide else None], gap=12)

    def _question(self, ui: Ui) -> Widget:
        place, judged = self._at, self._judged
        question = self._quiz.questions[place]
        rows = [self._marked(each) if judged else self._choice(each) for each in self._letters()]
        return Column(
            [
                Card(
                    Column(
                        [
                            Label(question.question, size=20, weight=600),
                            Column(rows, gap=8),
                        ],
                        gap=16,
                    )
                ),
                self._reason() if judged else self._beneath(ui),
            ],
            gap=16,
        )

    def _beneath(self, ui: Ui) -> Widget:
        """Say what an answer counts for, with room for its reason: nothing moves when it comes."""
        about = caption(
            sentence("This counts for nothing in the game. Click an answer or type its letter.")
        )
        question = self._quiz.questions[self._at]
        wrong = self._quiz.answered((question.right + 1) % len(question.answers))
        reason = _reason(wrong.judged(self._at), right=False)
        room = min(ui.px(_WIDE), ui.metrics.window.w - 2 * ui.px(24))
        spare = ui.measure(reason, room).h - ui.measure(about, room).h
        return Column([about, Spacer(height=max(0, spare) / ui.metrics.scale, grow=0)], gap=0)

    def _letters(self) -> range:
        return range(len(self._quiz.questions[self._at].answers))

    def _choice(self, answer: int) -> Widget:
        """Return an answer that can be given."""
        keys = [f"quiz.answer.{letter(each)}" for each in self._letters()]
        text = self._quiz.questions[self._at].answers[answer]
        return Pressable(
            _row(_lettered(answer), text),
            partial(self._answer, answer),
            neighbours(keys, answer),
            tone="control",
            radius=8,
            pad=14,
            pad_y=10,
            shadow=False,
            key=keys[answer],
            name=text,
            tooltip=sentence("Give this answer ({letter})", letter=letter(answer)),
        )

    def _marked(self, answer: int) -> Widget:
        """Return an answer to a question that has been answered."""
        mark = self._quiz.mark(self._at, answer)
        ink = _INKS[mark]
        said = [Icon(_SIGNS[mark], 16, ink), Label(_SAID[mark], 12, 600, ink)] if mark else []
        text = self._quiz.questions[self._at].answers[answer]
        row = _row(_lettered(answer), text, Row(said, gap=4), strong=mark == "right")
        return Panel(row, "surface", ink, radius=8, pad=14, pad_y=10, shadow=False)

    def _reason(self) -> Widget:
        """Say whether the answer was right, and why."""
        return _reason(self._quiz.judged(self._at), right=self._quiz.is_right(self._at))

    def _all(self) -> Widget:
        """Say how many were right, and list each question with its answer."""
        quiz, rows = self._quiz, list[Widget | None]()
        for place in range(len(quiz.questions)):
            rows += [Divider(), self._looked_back(place)] if rows else [self._looked_back(place)]
        about = sentence("This counts for nothing in the game; it is for you.")
        result = Column([Label(quiz.result(), size=28, weight=700), caption(about)], gap=4)
        return Column([Card(result), Card(Column(rows, gap=12))], gap=16)

    def _looked_back(self, place: int) -> Widget:
        question, right = self._quiz.questions[place], self._quiz.is_right(place)
        icon = Icon(_SIGNS["right" if right else "wrong"], 18, "good" if right else "bad")
        mine = question.answers[self._quiz.answers[place]]
        words: list[Widget | None] = [
            Label(question.question, weight=600),
            None if right else Paragraph(sentence("Your answer: {answer}", answer=mine)),
            Paragraph(sentence("Right: {answer}", answer=question.answers[question.right])),
            Paragraph(question.why, role="muted"),
        ]
        return Row([icon, Column(words, gap=4, grow=1)], gap=12, align="start")

    def _go_on(self) -> Widget:
        """Return the one button that leads on."""
        text, tip = sentence("Next question"), sentence("On to the next question (Ctrl+Enter)")
        if self._at == len(self._quiz.questions):
            text = sentence("Done")
            tip = sentence("Back to how it went (Ctrl+Enter)")
        elif self._at == len(self._quiz.questions) - 1:
            text = sentence("How many were right")
            tip = sentence("All questions and their answers (Ctrl+Enter)")
        return Button(
            text,
            self._next,
            "arrow-right",
            "primary",
            icon_last=True,
            key=NEXT,
            tooltip=tip,
            disabled="" if self._judged else sentence("Choose an answer first."),
        )

    def _answer(self, answer: int) -> None:
        self._quiz = self._quiz.answered(answer)
        self._house.focus(NEXT)
        if self._house.tutor is not None:
            self._house.tutor.bring_into_view(_REASON)

    def _next(self) -> None:
        if self._at == len(self._quiz.questions):
            self._leave()
            return
        self._at += 1
        self._house.focus(NEXT if self._quiz.over else self.first_focus)

    def _leave(self) -> None:
        self._house.navigator.pop()


def _lettered(answer: int) -> Widget:
    return Label(letter(answer), weight=600, role="muted", side="center", width=_SIGN)


def _row(sign: Widget, text: str, said: Widget | None = None, *, strong: bool = False) -> Widget:
    """Return an answer behind its letter or its mark."""
    return Row([sign, Label(text, weight=600 if strong else 400, grow=1), said], gap=12)


def _reason(text: Sentence, *, right: bool) -> Widget:
    tone = "good" if right else "warning"
    icon = Icon("circle-check" if right else "lightbulb", 20, tone)
    row = Row([icon, Paragraph(text, size=16, grow=1)], gap=12, align="start")
    return Panel(row, pad_y=16, stripe=tone, key=_REASON)
