"""The left side of the lab: where to branch, what was tried, and what can be asked."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from game.analysis.changes import Money
from game.analysis.what_if import Comparison
from game.report.lab import THEME_NAMES, Gain, Question
from game.report.names import turn_label
from game.ui.lab import Lab, Trial
from game.ui.screens.parts import Pressable, neighbours
from game.ui.toolkit import (
    Button,
    Change,
    Chips,
    Column,
    Divider,
    Icon,
    Label,
    Option,
    Panel,
    Progress,
    Row,
    ScrollArea,
    Segments,
    Spacer,
    Trend,
    Widget,
    caption,
)
from game.ui.toolkit.panel import Direction
from game.words import Sentence, sentence

_GAIN = 78
"""Design units for what a question brought."""


@dataclass(frozen=True, slots=True)
class LabList:
    """Puts the list of one lab together; ``chosen`` is the key of what is looked at.

    ``rows`` keeps lines as they were shown last.
    """

    lab: Lab
    money: Money
    chosen: str
    turn: int
    asking: bool
    rows: dict[str, tuple[Hashable, Widget]] = field(compare=False)
    on_choose: Callable[[str], None] = field(compare=False)
    on_money: Callable[[str], None] = field(compare=False)
    on_turn: Callable[[str], None] = field(compare=False)
    on_all: Callable[[], None] = field(compare=False)
    on_stop: Callable[[], None] = field(compare=False)

    def panel(self) -> Widget:
        """Return it beside the answer: it scrolls, and how far the asking is stays in view."""
        rows = ScrollArea(Column(self._rows(), gap=2), key="lab.list", edge_pad=4, grow=1)
        content = Column([*self._branches(), Divider(), rows, self._progress()], gap=8)
        return Panel(content, pad=14, pad_y=12, grow=1)

    def card(self) -> Widget:
        """Return it above the answer."""
        content = Column([*self._branches(), Divider(), *self._rows(), self._progress()], gap=6)
        return Panel(content, pad=14, pad_y=12)

    def _branches(self) -> list[Widget]:
        turns = self.lab.lab_turns()
        options = [
            Option(
                str(each.turn),
                turn_label(self.lab.rules, each.turn, self.lab.language),
                tooltip=each.said,
            )
            for each in turns
        ]
        return [
            Label(sentence("Go back to a turn and play on"), 16, weight=600),
            Chips(options, str(self.turn), self.on_turn, key="lab.turn"),
            caption(turns[self.turn - 1].said),
        ]

    def _rows(self) -> list[Widget]:
        """Return branches and questions under the headings of what they are."""
        lab = self.lab
        asked = lab.questions(self.money)
        keys = [*(each.key for each in lab.trials), *(each.key for each in asked)]
        rows: list[Widget] = []
        if lab.trials:
            rows.append(_head(sentence("Your branches"), self._unit()))
            rows.extend(self._trial(each, keys) for each in lab.trials)
        theme = ""
        for question in asked:
            if question.theme != theme:
                rows.append(_head(THEME_NAMES[question.theme], self._unit()))
                if question.theme == "together":
                    rows.append(self._money())
                theme = question.theme
            rows.append(self._question(question, keys))
        return rows

    def _money(self) -> Widget:
        options = (
            Option(
                "moved",
                sentence("to the other lines"),
                tooltip=sentence("Money of lines left out goes to all others, in proportion."),
            ),
            Option(
                "unspent",
                sentence("to the bank"),
                tooltip=sentence("Money of lines left out is not spent at all."),
            ),
        )
        choice = Segments(options, self.money, self.on_money, key="lab.money")
        where = caption(sentence("Where the money goes then"))
        return Column([where, Row([choice, Spacer()])], gap=4)

    def _trial(self, trial: Trial, keys: list[str]) -> Widget:
        turn = turn_label(self.lab.rules, trial.turn, self.lab.language, short=False)
        name = sentence("From {turn} on", turn=turn)
        alike = [each.key for each in self.lab.trials if each.turn == trial.turn]
        if len(alike) > 1:
            number = 1 + alike.index(trial.key)
            name = sentence("From {turn} on, try {number:number}", turn=turn, number=number)
        return self._kept(trial.key, "flask-conical", name, trial.found, keys)

    def _question(self, question: Question, keys: list[str]) -> Widget:
        found = self.lab.answer(question, self.money)
        return self._kept(question.key, question.icon, question.name, found, keys)

    def _kept(
        self, key: str, icon: str, name: Sentence, found: Comparison | None, keys: list[str]
    ) -> Widget:
        """Return a row as it was made before, if nothing about it has changed."""
        now = (found, name, key == self.chosen, self.lab.language, len(keys))
        kept = self.rows.get(key)
        if kept is None or kept[0] != now:
            shown = None if found is None else self._gain(found)
            kept = self.rows[key] = (now, self._row(key, icon, name, shown, keys))
        return kept[1]

    def _unit(self) -> Sentence:
        return sentence("deals won") if self.lab.view.score is None else sentence("points")

    def _gain(self, found: Comparison) -> Widget:
        return gain_mark(self.lab.gain(found))

    def _row(
        self, key: str, icon: str, name: Sentence, shown: Widget | None, keys: list[str]
    ) -> Widget:
        chosen = key == self.chosen
        label = Label(
            name,
            weight=600 if chosen else 400,
            role="accent" if chosen else "text",
            shorten=True,
            grow=1,
        )
        around = {way: f"lab.{other}" for way, other in neighbours(keys, keys.index(key)).items()}
        return Pressable(
            Row(
                [
                    Icon(icon, 16, "accent" if chosen else "muted"),
                    label,
                    Row([Spacer(), shown], width=_GAIN) if shown is not None else None,
                ],
                gap=10,
            ),
            lambda: self.on_choose(key),
            around,
            fill="raised" if chosen else "surface",
            tone="",
            radius=8,
            pad=10,
            pad_y=5,
            shadow=False,
            key=f"lab.{key}",
            name=name,
            tooltip=name,
        )

    def _progress(self) -> Widget | None:
        """Return how far the asking is, or a way to go on with it; None when all is known."""
        asked = self.lab.questions(self.money)
        known = sum(self.lab.answer(each, self.money) is not None for each in asked)
        if known == len(asked):
            return None
        if not self.asking:
            return Button(
                sentence("Ask the rest"),
                self.on_all,
                "play",
                key="lab.ask",
                tooltip=sentence("Play the game once more for every question"),
            )
        text = sentence("{known:number} of {all:number} asked", known=known, all=len(asked))
        return Progress(text, known / len(asked), self.on_stop, key="lab.progress")


def gain_mark(more: Gain, size: float = 12) -> Widget:
    """Return how much better it would have been as arrow, sign and colour."""
    way: Direction = "level" if more.value == 0 else ("up" if more.value > 0 else "down")
    return Trend(Change(more.said, way, None if more.value == 0 else more.value > 0), size=size)


def _head(name: Sentence, unit: Sentence) -> Widget:
    """Return a heading, and what the figures beneath count."""
    heading = Label(name, size=12, weight=600, role="muted", grow=1)
    return Row([heading, caption(unit), Spacer(width=2, grow=0)], height=28)
