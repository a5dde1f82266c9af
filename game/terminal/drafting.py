"""The plan while it is being made: amounts and policies of one seat, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.market import LEVERS
from game.session import PlayerView, Session, Submit
from game.session.bots import divided


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the seat means to do in this turn."""

    spend: tuple[float, ...]  # money a lever, the seat's own part
    bar: float  # 0–1
    focus: tuple[float, ...]  # shares a segment, sum 1
    positioning: int  # index of the message

    @property
    def total(self) -> float:
        """Money the draft spends."""
        return sum(self.spend)

    def on(self, lever: str) -> float:
        """Money the draft spends on one lever."""
        return self.spend[LEVERS.index(lever)]

    def with_spend(self, lever: str, amount: float) -> "Draft":
        """Return the draft with another amount on one lever."""
        place = LEVERS.index(lever)
        return replace(self, spend=(*self.spend[:place], amount, *self.spend[place + 1 :]))

    def with_focus(self, place: int, share: float) -> "Draft":
        """Return the draft with another share for one segment; the others give way in proportion.

        Args:
            place: index of the segment.
            share: 0–1.

        """
        others = sum(self.focus) - self.focus[place]
        rest = 1 - share
        evenly = rest / max(len(self.focus) - 1, 1)
        focus = [evenly if others <= 0 else each * rest / others for each in self.focus]
        focus[place] = share if len(focus) > 1 else 1.0
        return replace(self, focus=tuple(focus))


def first_draft(session: Session, view: PlayerView) -> Draft:
    """Return what the turn's planning begins with: what was planned already, or the last plan."""
    for submit in session.submits:
        if submit.seat == view.seat:
            plan = view.plan
            return Draft(
                spend=submit.spend,
                bar=plan.bar if submit.bar is None else submit.bar,
                focus=plan.focus if submit.focus is None else submit.focus,
                positioning=plan.positioning if submit.positioning is None else submit.positioning,
            )
    return last_draft(session, view)


def last_draft(session: Session, view: PlayerView) -> Draft:
    """Return the seat's last plan as far as its levers are open and the money is there."""
    spend = tuple(
        amount if lever.open and lever.mine else 0.0
        for amount, lever in zip(_last_spend(session, view), view.levers, strict=True)
    )
    total = sum(spend)
    if total > view.budget:
        spend = tuple(float(amount * view.budget // total) for amount in spend)
    plan = view.plan
    return Draft(spend=spend, bar=plan.bar, focus=plan.focus, positioning=plan.positioning)


def even_draft(draft: Draft, view: PlayerView) -> Draft:
    """Return the draft with the whole budget spread evenly over the open lines of the seat."""
    return replace(draft, spend=tuple(divided(view, [1.0] * len(LEVERS))))


def submit_of(
    view: PlayerView, draft: Draft, prediction: float | None = None, because: str = ""
) -> Submit:
    """Return the command that plays a draft; policies of others are left to them."""
    mine = view.policies
    return Submit(
        seat=view.seat,
        spend=draft.spend,
        bar=draft.bar if mine["qualification_bar"] else None,
        focus=draft.focus if mine["segment_focus"] else None,
        positioning=draft.positioning if mine["positioning"] else None,
        prediction=prediction,
        because=because,
    )


class Drafting:
    """The draft with its past, so that every step can be taken back."""

    def __init__(self, first: Draft) -> None:
        self._first = first
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self.draft = first

    def change(self, draft: Draft) -> None:
        """Go on with another draft."""
        if draft != self.draft:
            self._past.append(self.draft)
            self._future.clear()
            self.draft = draft

    def reset(self) -> None:
        """Start the turn's plan anew; this can be taken back too."""
        self.change(self._first)

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self._step(self._past, self._future.append)

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        return self._step(self._future, self._past.append)

    def _step(self, source: list[Draft], keep: Callable[[Draft], None]) -> bool:
        if not source:
            return False
        keep(self.draft)
        self.draft = source.pop()
        return True


def _last_spend(session: Session, view: PlayerView) -> tuple[float, ...]:
    if not session.history:
        return view.plan.spend
    for submit in session.history[-1].submits:
        if submit.seat == view.seat:
            return submit.spend
    # Nobody sat here in the last turn: the firm's lines of this seat are the nearest to a plan.
    return view.plan.spend
