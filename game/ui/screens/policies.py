"""How the seat plays: qualification bar, focus on segments, and the message it leads with."""

from dataclasses import dataclass
from functools import partial

from game.report.language import Language
from game.report.policies import FocusRow, MessageRow, Policies, Policy
from game.ui.playing import Playing
from game.ui.toolkit import (
    Card,
    Chips,
    Column,
    Grid,
    Icon,
    Inset,
    Label,
    Option,
    Row,
    ShareBar,
    Slider,
    Spacer,
    Widget,
    caption,
)
from game.words import sentence

_BESIDE = 5
"""Design units over a word that stands on one line with a slider."""


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """The card "How you play it" of one seat; ``report`` is how policies stood last turn."""

    playing: Playing
    language: Language
    report: Policies

    def card(self) -> Card:
        """Return the card."""
        report = self.report
        several = len(report.focus_rows) > 1
        return Card(
            Column(
                [
                    self._bar(report.bar),
                    self._focus(report.focus) if several else None,
                    self._message(report.positioning) if len(report.messages) > 1 else None,
                ],
                gap=8,
            ),
            sentence("How you play it"),
            pad=14,
            gap=6,
        )

    def _bar(self, policy: Policy) -> Widget:
        value = self.playing.draft.bar
        promised = self.playing.talk.promised_bar
        word = None if promised is None else _promised_bar(promised)
        said = Label(self.language.share(value, 0), weight=600, side="right", width=52)
        ends = Row(
            [caption(sentence("more leads")), Spacer(), caption(sentence("better leads"))], gap=8
        )
        if not policy.editable:
            shown = Row([ShareBar(value, "control", grow=1), said], gap=12)
            return Column([_title(policy), shown, word])
        slider = Slider(
            key="policy.bar",
            name=policy.name,
            tooltip=policy.description,
            value=value,
            step=0.01,
            last=self.report.bar_value,
            on_change=self.playing.set_bar,
            role="together",
        )
        return Row(
            [
                Inset(_title(policy), 0, _BESIDE, width=132),
                Column([slider, ends, word], gap=0, grow=1),
                Inset(said, 0, _BESIDE),
            ],
            gap=12,
            align="start",
        )

    def _focus(self, policy: Policy) -> Widget:
        rows = [
            self._segment(policy, place, row) for place, row in enumerate(self.report.focus_rows)
        ]
        return Column([_title(policy), Grid(rows, columns=min(3, len(rows)), gap=16)], gap=0)

    def _segment(self, policy: Policy, place: int, row: FocusRow) -> Widget:
        share = self.playing.draft.focus[place]
        name = Label(row.name, size=12, tooltip=row.description)
        said = Label(self.language.share(share, 0), size=12, weight=600, side="right", width=36)
        if not policy.editable:
            bar = Row([ShareBar(share, "control", grow=1), said], gap=4)
            return Column([name, Spacer(), bar], gap=2)
        slider = Slider(
            key=f"policy.focus.{row.key}",
            name=row.name,
            tooltip=self.language.say(row.description) or policy.description,
            value=share,
            step=0.01,
            last=row.share,
            on_change=partial(self.playing.set_focus, place),
            role="accent",
            grow=1,
        )
        # All sliders of a row stand on one line, however many lines the names take.
        return Column([name, Spacer(), Row([slider, said], gap=4)], gap=0)

    def _message(self, policy: Policy) -> Widget:
        chosen = self.report.messages[self.playing.draft.positioning]
        if not policy.editable:
            return Column([_title(policy), Label(chosen.text)], gap=2)
        options = [_option(row) for row in self.report.messages]
        return Column(
            [
                Row([_title(policy), Spacer(), caption(chosen.fit)], gap=12),
                Chips(options, str(chosen.place), self._choose, small=True, key="policy.message"),
            ],
            gap=4,
        )

    def _choose(self, place: str) -> None:
        self.playing.set_positioning(int(place))


def _promised_bar(bar: float) -> Widget:
    """Return what was agreed about the bar for this turn."""
    said = sentence("Agreed for this turn: {bar:share}", bar=bar)
    return Row([Icon("handshake", 16, "together"), caption(said, "together")], gap=6)


def _title(policy: Policy) -> Widget:
    if policy.editable:
        return Label(policy.name, weight=500, tooltip=policy.description)
    return Row(
        [
            Label(policy.name, weight=500, tooltip=policy.description),
            Icon("lock", 14),
            caption(policy.reason or ""),
        ],
        gap=6,
    )


def _option(row: MessageRow) -> Option:
    return Option(str(row.place), row.text, tooltip=row.fit)
