"""The budget board: a line for every lever, and sums for the groups."""

from dataclasses import dataclass, replace
from functools import partial

from game.report.amounts import AmountUnreadable, parse_money
from game.report.board import BoardGroup, BoardLine
from game.report.language import Language
from game.report.saturation import Saturation, planned_saturation
from game.ui.playing import Playing
from game.ui.screens.parts import Explained
from game.ui.screens.reach import Reach
from game.ui.screens.saturation import SaturationCurve, curve_place
from game.ui.screens.split_head import given, split_head
from game.ui.toolkit import (
    AmountField,
    Column,
    Icon,
    Label,
    Row,
    Slider,
    Spacer,
    Widget,
)
from game.ui.toolkit.assets import Wording
from game.words import Sentence, sentence

ROW = 30
"""Height of a line in design units: sixteen of them and three sums fit into 720."""

_HEAD = 27
_LONG = 21
"""Letters from which a name has no room in the usual size."""

_LONG_REASON = 30
"""Letters from which a reason has no room beside last turn's amount."""

_NAME = 140
_AMOUNT = 76
_CHANGE = 48


@dataclass(frozen=True, slots=True)
class Board:
    """Puts the lines of one seat together; ``groups`` is the report of the turn."""

    playing: Playing
    language: Language
    groups: tuple[BoardGroup, ...]
    reach: Reach

    def lines(self) -> Widget:
        """Return the groups under each other."""
        rows: list[Widget] = []
        for group in self.groups:
            rows.append(self._head(group))
            said = None if self.playing.view.divides else self._whose(group)
            rows.extend(self._kept(line, said) for line in group.lines)
        return Column(rows, gap=0)

    def _kept(self, line: BoardLine, said: Sentence | None) -> Widget:
        """Return a line as it was made before, if nothing about it has changed.

        ``said`` is why it is closed, where the head of its group has said so.
        """
        amount = self.playing.draft.spend[line.place]
        # Whatever is promised about a line is in the view.
        now = (self.playing.view, amount, self.reach.high(line, amount), self.language)
        kept = self.reach.rows.get(line.key)
        if kept is None or kept[0] != now:
            kept = self.reach.rows[line.key] = (now, self._line(line, said))
        return kept[1]

    def _head(self, group: BoardGroup) -> Widget:
        if self.playing.view.divides:
            return split_head(self.playing, self.language, group, ROW)
        whose = self._whose(group)
        name = Label(group.name, weight=600, role=group.key, tooltip=group.description)
        if whose is None:
            told: Widget = replace(name, grow=1)
        else:
            decider = Label(whose, size=12, role="muted", shorten=True, grow=1)
            told = Row([name, Icon("users", 14), decider], gap=6, grow=1)
        return Row(
            [Icon(group.icon, 16, group.key, tooltip=group.description), told, *self._sum(group)],
            gap=10,
            height=_HEAD,
        )

    def _whose(self, group: BoardGroup) -> Sentence | None:
        """Return who decides about a group, if that is one partner for all of its lines."""
        whose = {line.reason for line in group.lines if self._is_partners(line)}
        alone = len(whose) == 1 and not any(line.editable for line in group.lines)
        return whose.pop() if alone else None

    def _sum(self, group: BoardGroup) -> list[Widget | None]:
        """Return what is planned for a group; of a partner's, what it got last turn."""
        if any(map(self._is_partners, group.lines)) and not any(
            line.editable for line in group.lines
        ):
            if not self._again:
                return []
            spent = sentence("Last turn {amount:money}", amount=group.spent)
            return [Label(spent, size=12, role="muted", side="right", tooltip=_PARTNERS)]
        planned = group.planned(self.playing.draft.spend)
        amount = Label(self.language.money(planned), weight=600, role=group.key, side="right")
        most = given(self.playing, group, planned)
        return [self._moved(planned, group.last), amount, most]

    def _line(self, line: BoardLine, said: Sentence | None) -> Widget:
        if not line.editable:
            return self._closed(line, said)
        amount = self.playing.draft.spend[line.place]
        change = partial(self.playing.set_amount, line.key)
        full = planned_saturation(self.playing.rules, self.playing.view, line.place, amount)
        about = sentence(
            "{description} {saturation}", description=line.description, saturation=full.note
        )
        return Row(
            [
                self._promise(line, amount) or Icon(line.icon, 16, tooltip=about),
                self._name(line, "text", about),
                Slider(
                    key=f"lever.{line.key}",
                    name=line.name,
                    tooltip=about,
                    grow=1,
                    value=amount,
                    high=self.reach.high(line, amount),
                    step=self.reach.step,
                    last=line.last if self._again else None,
                    on_change=change,
                    role=line.group,
                ),
                self._fresh(line, amount) or self._moved(amount, line.last),
                _curve(full, line.group),
                AmountField(
                    key=f"amount.{line.key}",
                    name=line.name,
                    tooltip=line.limit_note or sentence("Type an amount: 20k, 12,400 or 5 %."),
                    width=_AMOUNT,
                    compact=True,
                    text=self.language.number(amount),
                    parse=self._parse,
                    on_commit=change,
                ),
            ],
            gap=8,
            height=ROW,
        )

    @property
    def _again(self) -> bool:
        """Whether there is a turn to compare with."""
        return len(self.playing.view.history) > 1

    def _moved(self, amount: float, last: float) -> Widget | None:
        """Return how an amount differs from last turn's, with its room kept where it does not."""
        if not self._again:
            return None
        change = round(amount) - round(last)
        return Label(
            self.language.signed_short(change) if change else "",
            size=12,
            role="muted",
            side="right",
            width=_CHANGE,
            tooltip=sentence("Last turn: {last:money}", last=last),
        )

    def _fresh(self, line: BoardLine, amount: float) -> Widget | None:
        """Return the mark of a line that can be used from this turn on, until it is."""
        if not line.fresh or amount:
            return None
        why = sentence("You can put money on it from this turn on.")
        return Label(
            sentence("New"),
            size=12,
            weight=600,
            role=line.group,
            side="right",
            width=_CHANGE,
            shorten=True,
            tooltip=why,
        )

    def _name(self, line: BoardLine, role: str, why: Wording) -> Widget:
        # An author's long name is set smaller before it is cut.
        size = 14 if len(self.language.say(line.name)) <= _LONG else 12
        return Label(line.name, size, width=_NAME, shorten=True, role=role, tooltip=why)

    def _promise(self, line: BoardLine, amount: float) -> Widget | None:
        """Return the mark of a promise about a line: whether this plan keeps it, and its words."""
        promise = self.playing.talk.promise_on(line.key)
        if promise is None:
            return None
        kept = promise.kept(amount) or not promise.mine
        icon, role = ("handshake", "together") if kept else ("triangle-alert", "warning")
        return Icon(icon, 16, role, name=promise.note, tooltip=promise.note)

    def _closed(self, line: BoardLine, said: Sentence | None) -> Widget:
        """Return a line that cannot be used: not open yet, or a partner's."""
        partner = line.limit_note is None and self._is_partners(line)
        why = line.explanation or line.description
        return Explained(
            self._closed_row(line, why, partner=partner, told=said == line.reason),
            key=f"closed.{line.key}",
            name=line.name,
            disabled=why,
        )

    def _closed_row(self, line: BoardLine, why: Sentence, *, partner: bool, told: bool) -> Widget:
        last = Label(
            self.language.number(line.last),
            role="muted",
            side="right",
            tooltip=sentence("{partners} {why}", partners=_PARTNERS, why=why),
        )
        reason = Row(
            [
                None if told else Icon("users" if partner else "lock", 14),
                Spacer()
                if told
                else Label(self._why_short(line), size=12, role="muted", shorten=True, grow=1),
                self._partners_curve(line) if partner else None,
                last if partner and line.last else None,
                Spacer(width=4, grow=0),
            ],
            gap=6,
            grow=1,
        )
        mark = self._promise(line, line.last) or Icon(line.icon, 16)
        return Row([mark, self._name(line, "muted", why), reason], gap=8, height=ROW)

    def _why_short(self, line: BoardLine) -> Wording:
        """Return why a line is closed; only the names of those who decide where that is long."""
        if line.reason is None:
            return ""
        long = len(self.language.say(line.reason)) > _LONG_REASON
        return line.deciders if long and line.deciders is not None else line.reason

    def _partners_curve(self, line: BoardLine) -> Widget:
        """Return how full a partner's line is with what it got last turn, if that is known."""
        full = planned_saturation(self.playing.rules, self.playing.view, line.place, 0.0)
        return _curve(full, line.group)

    def _is_partners(self, line: BoardLine) -> bool:
        lever = self.playing.view.levers[line.place]
        return lever.open and not lever.mine

    def _parse(self, text: str) -> float | Sentence:
        try:
            return parse_money(text, self.language, self.playing.view.budget)
        except AmountUnreadable as unreadable:
            return unreadable.sentence


_PARTNERS = sentence("What was spent last turn. Whoever decides about it plans anew each turn.")


def _curve(full: Saturation, group: str) -> SaturationCurve:
    return SaturationCurve(
        curve_place(full.share, full.shape), full.shape, group, tooltip=full.note
    )
