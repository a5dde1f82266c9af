"""The lab: what might have been. Questions on the left, both futures on the right."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from game.analysis.what_if import Comparison
from game.ui.lab import Lab, Trial
from game.ui.screens.frame import is_wide
from game.ui.screens.lab_answer import AnswerPage
from game.ui.screens.lab_desk import LabDesk
from game.ui.screens.lab_list import LabList
from game.ui.screens.parts import footer, header, page
from game.ui.screens.save_as import SaveDialog, SaveWords
from game.ui.toolkit import (
    BACK,
    COMMIT,
    SAVE,
    Button,
    Column,
    Inset,
    Layers,
    Notice,
    Option,
    Row,
    Screen,
    ScrollArea,
    Segments,
    Shortcut,
    Spacer,
    Ui,
    Widget,
)
from game.words import sentence

if TYPE_CHECKING:
    from game.analysis.changes import Money
    from game.ui.house import House

_LIST = 392
"""Design units that the questions are wide where the answer stands beside them."""

_SAVE_WORDS = SaveWords(
    title=sentence("Save this branch as a new game"),
    why=sentence("The game that you branched stays as it is; this one is kept beside it."),
    replaces=False,
)


class LabScreen(Screen):
    """One game in the lab."""

    title = sentence("Lab")
    first_focus: ClassVar[str] = "lab.branch"

    def __init__(self, house: "House", lab: Lab, question: str = "") -> None:
        self._house = house
        self.lab = lab
        self._money: Money = "moved"
        self._turn = 1
        self._chosen = question
        self._measure = "bookings"
        self._every = False
        self._work: Iterator[None] | None = lab.ask_all(self._money)
        self._painted = False
        self._answering = bool(question)
        self._rows: dict[str, tuple[Hashable, Widget]] = {}
        self._answered: tuple[Hashable, Widget] | None = None
        self._saving: SaveDialog | None = None

    def view(self, ui: Ui) -> Widget:
        """Put questions and answer side by side, or under each other where it is narrow."""
        self.lab.language = self._house.language
        games = Button(
            sentence("Another game"),
            partial(self._house.lab),
            "folder-open",
            "quiet",
            key="lab.games",
            tooltip=sentence("Choose which game to take into the lab"),
        )
        head = header(
            self.title,
            self._house.navigator.pop,
            note=self.lab.rules.title,
            aside=games,
        )
        saving = None if self._saving is None else self._saving.view()
        return Layers([page(head, self._body(ui), self._foot()), saving])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return the way back and the way into a branch."""
        return {BACK: self._back, COMMIT: self._branch, SAVE: self._save}

    def tick(self, dt: int) -> bool:
        """Ask a bit more, from the second frame on."""
        if not self._painted:
            self._painted = True
            return False
        if self._work is None:
            return False
        known = self.lab.answers
        if next(self._work, self) is self:
            self._work = None
        return self._work is None or self.lab.answers > known

    def busy(self) -> bool:
        """Say whether there is more to ask."""
        return self._work is not None

    def forget(self) -> None:
        """Ask everything anew."""
        self.lab.forget()
        self._ask_all()

    # Pieces ---------------------------------------------------------------------------------

    def _body(self, ui: Ui) -> Widget:
        questions = LabList(
            self.lab,
            self._money,
            self._key(),
            self._turn,
            asking=self._work is not None,
            rows=self._rows,
            on_choose=self._choose,
            on_money=self._set_money,
            on_turn=self._set_turn,
            on_all=self._ask_all,
            on_stop=self._stop,
        )
        answer = self._answer(fixed=is_wide(ui))
        if is_wide(ui):
            side = Column([questions.panel()], width=_LIST)
            return Inset(Row([side, answer], gap=12, align="stretch"), 16, 12, grow=1)
        seen = answer if self._answering else questions.card()
        pages = Inset(Row([self._pages(), Spacer()]), 12, 8)
        stack = ScrollArea(Inset(Column([seen]), 12, 8), key="lab.all", edge_pad=4, grow=1)
        return Column([pages, stack], gap=0, grow=1)

    def _pages(self) -> Widget:
        """Return the choice between questions and answer, where only one of them has room."""
        options = (
            Option("ask", sentence("Questions"), tooltip=sentence("What can be asked of the game")),
            Option("answer", sentence("Answer"), tooltip=sentence("Both futures side by side")),
        )
        shown = "answer" if self._answering else "ask"
        return Segments(options, shown, self._turn_page, key="lab.page")

    def _answer(self, *, fixed: bool) -> Widget:
        found = self._found()
        if found is None:
            return Notice(
                "flask-conical",
                sentence("Asking…"),
                sentence("The game is played once more, with the same luck."),
                grow=1,
            )
        now = (found, self._measure, self._every, fixed, self.lab.language)
        if self._answered is None or self._answered[0] != now:
            told = self.lab.report(found, every=self._every)
            more = len(told.series) < len(self.lab.seen(found))
            page_of = AnswerPage(
                told=told,
                language=self.lab.language,
                measure=self._measure,
                more=more,
                fixed=fixed,
                on_measure=self._show,
                on_every=self._show_every,
            )
            self._answered = (now, page_of.widget())
        return self._answered[1]

    def _foot(self) -> Widget:
        trial = self._trial()
        names = self.lab.lab_turns()
        save = Button(
            sentence("Save this branch…"),
            self._save,
            "save",
            key="lab.save",
            tooltip=sentence("Keep the branch as a game of its own (Ctrl+S)"),
        )
        branch = Button(
            sentence("Play {turn} otherwise", turn=names[self._turn - 1].name),
            self._branch,
            "arrow-right",
            "primary",
            icon_last=True,
            key="lab.branch",
            tooltip=sentence("Go back to that turn and decide anew (Ctrl+Enter)"),
        )
        return footer([Spacer(), save if trial is not None else None, branch])

    # What is chosen -------------------------------------------------------------------------

    def _key(self) -> str:
        """Return the key of what is looked at: the first question until something is chosen."""
        if self._chosen:
            return self._chosen
        asked = self.lab.questions(self._money)
        return asked[0].key if asked else ""

    def _trial(self) -> Trial | None:
        key = self._key()
        return next((each for each in self.lab.trials if each.key == key), None)

    def _found(self) -> Comparison | None:
        trial = self._trial()
        if trial is not None:
            return trial.found
        key = self._key()
        for question in self.lab.questions(self._money):
            if question.key == key:
                return self.lab.answer(question, self._money)
        return None

    def _turn_page(self, shown: str) -> None:
        self._answering = shown == "answer"

    def _choose(self, key: str) -> None:
        self._chosen, self._answering = key, True
        for question in self.lab.questions(self._money):
            if question.key == key and self.lab.answer(question, self._money) is None:
                self._work = self._first(self.lab.ask(question, self._money))

    def _first(self, urgent: Iterator[None]) -> Iterator[None]:
        """Answer what is looked at before all else that is being asked."""
        rest, self._work = self._work, None
        yield from urgent
        if rest is not None:
            yield from rest

    def _set_money(self, money: str) -> None:
        self._money = "moved" if money == "moved" else "unspent"
        self._ask_all()

    def _set_turn(self, turn: str) -> None:
        self._turn = int(turn)

    def _show(self, measure: str) -> None:
        self._measure = measure

    def _show_every(self) -> None:
        self._every = True

    # What is done ---------------------------------------------------------------------------

    def _ask_all(self) -> None:
        self._work = self.lab.ask_all(self._money)

    def _stop(self) -> None:
        self._work = None

    def _branch(self) -> None:
        desk = LabDesk(self._house, self.lab, self._turn, self._finished)
        self._house.navigator.push(desk)

    def _finished(self, trial: Trial) -> None:
        """Show a branch that has come to its end."""
        self._chosen, self._answering = trial.key, True
        self._house.navigator.pop()

    def _save(self) -> None:
        trial = self._trial()
        if trial is not None:
            planned = partial(self.lab.planning, trial.session, "kept")
            self._saving = SaveDialog(self._house, planned, _SAVE_WORDS)
            self._saving.open(self._free_name(self._saving))

    def _free_name(self, saving: SaveDialog) -> str:
        """Return a name that no saved game has."""
        title, say = self.lab.rules.title, self.lab.language.say
        return next(
            name
            for number in count(1)
            if not saving.is_taken(
                name := say(sentence("{title}, branch {number:number}", title=title, number=number))
            )
        )

    def _back(self) -> None:
        if self._work is not None:
            self._stop()
        self._house.navigator.pop()
