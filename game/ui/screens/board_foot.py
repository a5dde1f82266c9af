"""The foot of the budget board: what is left to spend, and what can be done with the plan."""

from collections.abc import Callable
from dataclasses import dataclass

from game.report.board import left_to_spend
from game.report.language import Language
from game.report.money import to_spend_note
from game.ui.playing import Playing
from game.ui.toolkit import Button, Column, Figure, Label, Row, Ui, Widget, icon_button
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True)
class BoardFoot:
    """Sums up the plan of one seat, and lets it be taken back, filled and played."""

    playing: Playing
    language: Language

    def row(self, ui: Ui, room: float, on_predict: Callable[[], None], repeat: Sentence) -> Widget:
        """Return what is left to spend, and what can be done with the plan.

        Args:
            ui: measures whether all texts have room.
            room: design units of width.
            on_predict: opens the question before the turn is played.
            repeat: what the button says that repeats the last plan.

        """
        spelled = self._row(on_predict, self._start(repeat, short=False))
        if ui.natural(spelled) <= ui.px(room):
            return spelled
        return self._row(on_predict, self._start(repeat, short=True))

    def _row(self, on_predict: Callable[[], None], start: Widget | None) -> Widget:
        predict = Button(
            sentence("Predict"),
            on_predict,
            "arrow-right",
            "primary",
            icon_last=True,
            key="predict",
            tooltip=sentence("Say what will come of it, then play the turn. (Ctrl+Enter)"),
            disabled=self.playing.refusal() or "",
        )
        return Row([self.left(), *self.steps(), start, predict], gap=6)

    def left(self) -> Widget:
        """Return what is left to spend, or by how much the plan is over it."""
        view, money = self.playing.view, self.language.money
        left = left_to_spend(view, self.playing.draft.spend)
        if not self.playing.can_spend and view.budget <= 0:
            return self._whole()
        title = (
            sentence("Over budget by")
            if left.over
            else sentence("Left of {budget:money}", budget=left.budget)
        )
        return Column(
            [
                Label(
                    title,
                    size=12,
                    role="bad" if left.over else "muted",
                    shorten=True,
                    tooltip=to_spend_note(self.playing.rules, view),
                ),
                Figure(
                    abs(left.left),
                    money,
                    size=20,
                    role="bad" if left.over else "text",
                    key="left",
                    name=left.note,
                ),
            ],
            gap=0,
            grow=1,
        )

    def cut_note(self) -> Widget | None:
        """Return by how much last turn's plan was cut, as long as it stands so."""
        cut = self.playing.cut
        if not cut:
            return None
        said = sentence(
            "There is less to spend than last turn: every line was cut by {cut:share}.", cut=cut
        )
        note = to_spend_note(self.playing.rules, self.playing.view)
        return Label(said, size=12, role="warning", shorten=True, tooltip=note)

    def _whole(self) -> Widget:
        """Return the firm's money, to somebody who divides it or has none of it to plan."""
        view = self.playing.view
        title = sentence("To divide") if view.divides else sentence("The company has")
        note = to_spend_note(self.playing.rules, view)
        return Column(
            [
                Label(title, size=12, role="muted", shorten=True, tooltip=note),
                Figure(view.purse, self.language.money, size=20, key="left", name=title),
            ],
            gap=0,
            grow=1,
        )

    def steps(self) -> list[Widget]:
        """Return undo, redo and the way back to how the turn began."""
        playing = self.playing
        nothing = sentence("Nothing to take back.")
        return [
            icon_button(
                "undo-2",
                sentence("Undo (Ctrl+Z)"),
                playing.undo,
                key="undo",
                disabled="" if playing.can_undo else nothing,
            ),
            icon_button(
                "redo-2",
                sentence("Redo (Ctrl+Y)"),
                playing.redo,
                key="redo",
                disabled="" if playing.can_redo else sentence("Nothing to do again."),
            ),
            icon_button(
                "rotate-ccw",
                sentence("Back to how this turn began"),
                playing.reset,
                key="reset",
                disabled="" if playing.can_undo else nothing,
            ),
        ]

    def _start(self, repeat: Sentence, *, short: bool) -> Widget | None:
        """Return the button that fills the board: with the last plan, or evenly at first."""
        if not (self.playing.can_spend or self.playing.view.divides):
            return None
        if len(self.playing.view.history) > 1:
            text, icon, act, key = repeat, "rotate-ccw-clock", self.playing.as_last_turn, "repeat"
            why = sentence("Plan what was played last turn, as far as the money goes.")
        else:
            even = self.playing.split_evenly
            text, icon, act, key = sentence("Split evenly"), "scale", even, "even"
            why = sentence("Put the same amount on every open line, as a place to start from.")
        if short:
            return icon_button(icon, text, act, key=key, tooltip=why, variant="secondary")
        return Button(text, act, key=key, tooltip=why)
