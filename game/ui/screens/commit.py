"""The dialog before a turn is played: what will come of it, why, and what it costs, in figures."""

from collections.abc import Callable
from dataclasses import dataclass

from game.market import GROUPS
from game.report.amounts import AmountUnreadable, parse_amount
from game.report.board import BoardGroup, left_to_spend
from game.report.language import Language
from game.report.money import to_spend_note, to_spend_sum
from game.session.checks import BECAUSE_LIMIT
from game.ui.playing import Playing
from game.ui.toolkit import (
    COMMIT,
    AmountField,
    Button,
    Column,
    Dialog,
    Icon,
    Label,
    Panel,
    Paragraph,
    Row,
    ShareBar,
    Spacer,
    TextField,
    Widget,
    caption,
    icon_button,
)
from game.words import Sentence, sentence

FIRST = "predict.deals"
"""The key of the field that has the focus when the dialog opens."""

_MOST_DEALS = 99_999.0


@dataclass(slots=True)
class Guess:
    """What is typed in the dialog: deals that will be won, and why.

    Attributes:
        deals: None while nothing was said.
        because: a reason; may stay empty.
        warned: whether somebody who spends nothing has been asked if that is meant.

    """

    deals: float | None
    because: str = ""
    warned: bool = False

    @classmethod
    def of(cls, playing: Playing) -> "Guess":
        """Return what the dialog begins with: as many deals as last turn."""
        wins = playing.view.now.figures["wins"].value
        return cls(None if wins is None else float(round(wins)))

    def add(self, deals: float) -> None:
        """Say some more deals, or fewer."""
        self.deals = min(_MOST_DEALS, max(0.0, (self.deals or 0.0) + deals))


@dataclass(frozen=True, slots=True)
class CommitDialog:
    """Asks for the prediction; ``turn`` is the name of the turn that will be played."""

    playing: Playing
    language: Language
    groups: tuple[BoardGroup, ...]
    guess: Guess
    turn: str
    on_close: Callable[[], None]
    on_commit: Callable[[], None]

    def dialog(self) -> Dialog:
        """Return the dialog."""
        return Dialog(
            sentence("What will {turn} bring?", turn=self.turn),
            Column(
                [
                    self._question(),
                    self._reason(),
                    self._summary(),
                    *self._warnings(),
                    self._doubt(),
                ],
                gap=16,
            ),
            [
                Button(
                    sentence("Back to the plan"),
                    self.on_close,
                    key="commit.back",
                    tooltip=sentence("Change something first. (Esc)"),
                ),
                Button(
                    sentence("Spend nothing") if self.guess.warned else self._verb(),
                    self.on_commit,
                    "arrow-right",
                    "primary",
                    icon_last=True,
                    key="commit.play",
                    tooltip=sentence("The plan cannot be taken back after this. (Ctrl+Enter)"),
                ),
            ],
            self.on_close,
            "target",
            limit=540,
            shortcuts={COMMIT: self.on_commit},
            key="commit",
        )

    def _verb(self) -> Sentence:
        """Return what the button does: play the turn, or only submit where others plan, too."""
        if self.playing.table is None:
            return sentence("Play {turn}", turn=self.turn)
        return sentence("Commit my plan")

    def _question(self) -> Widget:
        last = self.playing.view.now.figures["wins"].value
        before = (
            sentence("This is the first turn: a guess is enough.")
            if last is None
            else sentence("Last turn: {deals:people}", deals=last)
        )
        few = sentence("One deal fewer")
        more = sentence("One deal more")
        return Column(
            [
                Label(sentence("How many deals will you win?"), weight=600),
                Row(
                    [
                        icon_button(
                            "minus",
                            few,
                            lambda: self.guess.add(-1),
                            key="predict.fewer",
                            variant="secondary",
                        ),
                        AmountField(
                            key=FIRST,
                            name=sentence("Deals you expect to win"),
                            tooltip=sentence("Type a number of deals."),
                            width=96,
                            text=self._deals(),
                            parse=self._parse,
                            on_commit=self._say,
                        ),
                        icon_button(
                            "plus",
                            more,
                            lambda: self.guess.add(1),
                            key="predict.more",
                            variant="secondary",
                        ),
                        caption(before),
                    ],
                    gap=8,
                ),
            ],
            gap=6,
        )

    def _deals(self) -> str:
        deals = self.guess.deals
        return "" if deals is None else self.language.number(deals)

    def _say(self, deals: float) -> None:
        self.guess.deals = float(round(deals))

    def _parse(self, text: str) -> float | Sentence:
        try:
            deals = parse_amount(text, self.language)
        except AmountUnreadable as unreadable:
            return unreadable.sentence
        if deals != round(deals):
            return sentence("Type a whole number of deals.")
        if deals > _MOST_DEALS:
            return sentence("At most {most:number} deals fit here.", most=_MOST_DEALS)
        return deals

    def _reason(self) -> Widget:
        return Column(
            [
                Label(sentence("Because …"), weight=600),
                TextField(
                    key="predict.because",
                    name=sentence("Because"),
                    tooltip=sentence("A reason to compare with what happens. It may stay empty."),
                    placeholder=sentence("for example: the new advertising meets a known name"),
                    text=self.guess.because,
                    limit=BECAUSE_LIMIT,
                    on_change=self._because,
                ),
            ],
            gap=6,
        )

    def _because(self, text: str) -> None:
        self.guess.because = text

    def _summary(self) -> Widget | None:
        """Return what is spent on whom, and what is left."""
        if self.playing.view.divides:
            return self._divided()
        if not any(each.mine for each in self.playing.view.levers):
            return None
        plan = left_to_spend(self.playing.view, self.playing.draft.spend)
        rows: list[Widget] = [
            self._group(group, plan.budget)
            for group in self.groups
            if group.planned(self.playing.draft.spend) > 0
        ]
        if not rows:
            rows.append(Label(sentence("This plan spends nothing."), role="warning", weight=600))
        left = Row(
            [
                Icon("piggy-bank", 16),
                Label(sentence("Stays in the bank"), grow=1),
                Label(self.language.money(plan.left), weight=600, side="right"),
            ],
            tooltip=to_spend_note(self.playing.rules, self.playing.view),
        )
        made_of = caption(to_spend_sum(self.playing.rules, self.playing.view))
        return Panel(
            Column([*rows, left, made_of], gap=8), "raised", "", radius=8, pad=16, shadow=False
        )

    def _divided(self) -> Widget:
        """Return what a manager gives each group."""
        purse, places = self.playing.view.purse, [str(key) for key in GROUPS]
        split = self.playing.draft.split or (0.0,) * len(places)
        rows = [
            self._part(group, split[places.index(group.key)] * purse, purse)
            for group in self.groups
        ]
        return Panel(Column(rows, gap=8), "raised", "", radius=8, pad=16, shadow=False)

    def _warnings(self) -> list[Widget]:
        """Return what partners warn of, so that nobody plays a plan without having heard it."""
        return [
            Row(
                [
                    Icon("triangle-alert", 18, "warning"),
                    Paragraph(sentence("{name}: “{said}”", name=voice.name, said=said), grow=1),
                ],
                gap=8,
                align="start",
            )
            for voice in self.playing.talk.voices
            if voice.said is not None and voice.said.kind == "warn"
            for said in voice.said.sentences
        ]

    def _doubt(self) -> Widget | None:
        """Return the question that is asked once where nothing at all is spent."""
        if not self.guess.warned:
            return None
        return Row(
            [
                Icon("triangle-alert", 18, "warning"),
                Label(sentence("Nothing is spent. Commit anyway?"), weight=600, role="warning"),
            ],
            gap=8,
        )

    def _group(self, group: BoardGroup, budget: float) -> Widget:
        return self._part(group, group.planned(self.playing.draft.spend), budget)

    def _part(self, group: BoardGroup, planned: float, budget: float) -> Widget:
        return Row(
            [
                Icon(group.icon, 16, group.key),
                Label(group.name, width=92, shorten=True),
                ShareBar(planned / budget if budget > 0 else 0.0, group.key, grow=1),
                Spacer(width=8, grow=0),
                Label(self.language.money(planned), weight=600, side="right", width=104),
            ]
        )
