"""One game at the window: the session, what its seat may see, and the plan being made."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.errors import DecisionRejected
from game.market import LEVERS
from game.report.language import Language
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    PlayerView,
    Seat,
    Session,
    Submit,
    apply,
    check_submit,
    is_over,
    new_bot,
    player_view,
)
from game.session.bots import divided
from game.ui.draft import Draft, shared
from game.words import Sentence, sentence

PARTNER = "steady"
"""The strategy of the computer in the seats that no person has taken."""


class Playing:
    """A game that somebody plays: screens read it and tell it what was decided.

    Several changes in a row of one thing (a slider that is dragged) are one step of ``undo``.

    Args:
        rules: the scenario.
        session: the game, new or loaded.
        seat: the person's; every other seat is played by the computer.
        language: the reader's, with the scenario's currency.
        keep: called with the game whenever something was decided that must not be lost.

    """

    def __init__(
        self,
        rules: Rules,
        session: Session,
        seat: Seat,
        language: Language,
        *,
        keep: Callable[[Rules, Session], None],
    ) -> None:
        self.rules = rules
        self.seat = seat
        self.language = language
        self._keep = keep
        self._session = session
        self._view: PlayerView | None = None
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self._touched = ""
        self.draft = self._first_draft()
        """The plan as it stands."""

    @property
    def session(self) -> Session:
        """The game as it stands."""
        return self._session

    @property
    def view(self) -> PlayerView:
        """What the seat may know now."""
        if self._view is None:
            self._view = player_view(self.rules, self._session, self.seat)
        return self._view

    @property
    def over(self) -> bool:
        """Whether all turns are played."""
        return is_over(self.rules, self._session)

    @property
    def left_to_spend(self) -> float:
        """Money of this turn that the draft leaves; below 0 if it spends too much."""
        return self.view.budget - self.draft.total

    def say(self, words: Sentence | str) -> str:
        """Return words in the reader's language, with the scenario's currency."""
        return words if isinstance(words, str) else self.language.say(words)

    def refusal(self) -> Sentence | None:
        """Return why the draft cannot be played now, or None if it can."""
        for event in self.view.pending:
            return sentence("Decide about “{event}” first.", event=event.title)
        try:
            check_submit(self.rules, self._session, self._submit(None, ""))
        except DecisionRejected as refused:
            return refused.sentence
        return None

    # The draft -----------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something that was taken back can be done again."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self.draft)
            self.draft, self._touched = self._past.pop(), ""

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._future:
            self._past.append(self.draft)
            self.draft, self._touched = self._future.pop(), ""

    def reset(self) -> None:
        """Go back to how the turn began; this can be taken back too."""
        self._change("", self._first_draft())

    def as_last_turn(self) -> None:
        """Plan what was played last turn, cut to the money and the levers there are."""
        self._change("", self._last_draft())

    def split_evenly(self) -> None:
        """Put the same amount on every line, as a place to start from."""
        self._change("", replace(self.draft, spend=tuple(divided(self.view, [1.0] * len(LEVERS)))))

    def set_amount(self, lever: str, amount: float) -> None:
        """Put an amount of money, 0 or more, on a lever."""
        place, spend = LEVERS.index(lever), self.draft.spend
        after = (*spend[:place], max(0.0, amount), *spend[place + 1 :])
        self._change(lever, replace(self.draft, spend=after))

    def set_bar(self, bar: float) -> None:
        """Set how strict a lead must be judged before it is handed over, 0 to 1."""
        self._change("bar", replace(self.draft, bar=min(1.0, max(0.0, bar))))

    def set_focus(self, segment: int, share: float) -> None:
        """Give a segment a share of the effort; the others share the rest as they did before."""
        what = f"focus {segment}"
        # While one slider is dragged, the others keep the proportions they had before it.
        before = self._past[-1] if what == self._touched else self.draft
        self._change(what, replace(self.draft, focus=shared(before.focus, segment, share)))

    def set_positioning(self, message: int) -> None:
        """Lead with another message."""
        self._change("positioning", replace(self.draft, positioning=message))

    def _change(self, what: str, draft: Draft) -> None:
        if draft == self.draft:
            return
        if not what or what != self._touched:
            self._past.append(self.draft)
        self._future.clear()
        self.draft, self._touched = draft, what

    # The turn ------------------------------------------------------------------------------

    def choose(self, event: str, choice: str) -> None:
        """Answer an event.

        Raises:
            DecisionRejected: if it is not allowed now.

        """
        self._take(
            apply(self.rules, self._session, Choose(seat=self.seat, event=event, choice=choice))
        )

    def commit(self, prediction: float | None, because: str) -> None:
        """Submit the draft, let the computer's seats submit theirs, and end the turn.

        Raises:
            DecisionRejected: if the draft may not be played; the game is as it was.

        """
        session = apply(self.rules, self._session, self._submit(prediction, because))
        for seat in session.seats:
            if seat != self.seat:
                partner = new_bot(PARTNER, session.seed)
                plan = partner.decide(player_view(self.rules, session, seat))
                session = apply(self.rules, session, plan)
        self._take(session)
        self._take(apply(self.rules, session, EndTurn()))
        self._past.clear()
        self._future.clear()
        self._touched = ""
        self.draft = self._first_draft()

    def _take(self, session: Session) -> None:
        self._session, self._view = session, None
        self._keep(self.rules, session)

    def _submit(self, prediction: float | None, because: str) -> Submit:
        draft, may = self.draft, self.view.policies
        return Submit(
            seat=self.seat,
            spend=draft.spend,
            bar=draft.bar if may["qualification_bar"] else None,
            focus=draft.focus if may["segment_focus"] else None,
            positioning=draft.positioning if may["positioning"] else None,
            prediction=prediction,
            because=because,
        )

    def _first_draft(self) -> Draft:
        """Return what the turn begins with: the last turn's plan, or nothing in the first turn."""
        submitted, draft = self.view.submit, self._last_draft()
        if submitted is None:
            return draft
        return Draft(
            spend=self._fitted(submitted.spend),
            bar=draft.bar if submitted.bar is None else submitted.bar,
            focus=draft.focus if submitted.focus is None else submitted.focus,
            positioning=draft.positioning
            if submitted.positioning is None
            else submitted.positioning,
        )

    def _last_draft(self) -> Draft:
        return self._draft(self.view.part)

    def _draft(self, spend: Sequence[float]) -> Draft:
        plan = self.view.plan
        return Draft(
            spend=self._fitted(spend),
            bar=plan.bar,
            focus=plan.focus,
            positioning=plan.positioning,
        )

    def _fitted(self, spend: Sequence[float]) -> tuple[float, ...]:
        """Leave out closed lines and others', and cut all alike where the money is short."""
        rows = zip(spend, self.view.levers, strict=True)
        usable = [amount if lever.open and lever.mine else 0.0 for amount, lever in rows]
        total = sum(usable)
        if total > self.view.budget:
            return tuple(float(amount * self.view.budget // total) for amount in usable)
        return tuple(usable)
