"""One game at the window: the session, what its seat may see, and the plan being made."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from game.errors import DecisionRejected
from game.report.language import Language
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    PlayerView,
    Seat,
    Session,
    apply,
    check_submit,
    is_over,
    player_view,
    promised,
)
from game.session.drafts import (
    Draft,
    draft_submit,
    even_draft,
    first_draft,
    last_draft,
    shared,
)
from game.session.partner import keeping
from game.session.partner_table import with_partners
from game.session.split import EVEN_SPLIT
from game.ui.steps import whole_steps
from game.ui.talk import Talk
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.table import Table

_ROUNDING = 1e-6
"""Of a unit of money: what 5 % of a budget may lack by counting in binary."""


_SHORT = 0.5
"""Money that may lack before anybody speaks of it."""


class Playing:
    """A game that somebody plays: screens read it and tell it what was decided.

    Several changes in a row of one thing (a slider that is dragged) are one step of ``undo``.

    Args:
        rules: the scenario.
        session: the game, new or loaded.
        seat: the person's; seats of no person are the computer's.
        language: the reader's, with the scenario's currency.
        keep: called with the game whenever something was decided that must not be lost.
        keep_draft: called with the game and the plan in the making, when ``rest`` finds it changed.
        draft: the plan in the making where there is one, from a save.
        table: where several people play, who has the machine; None for one person alone.

    """

    together: ClassVar[bool] = False
    """Whether all people look at it at once, so that it shows what each may see alone."""

    def __init__(
        self,
        rules: Rules,
        session: Session,
        seat: Seat,
        language: Language,
        *,
        keep: Callable[[Rules, Session], None],
        keep_draft: Callable[[Rules, Session, Draft], None] | None = None,
        draft: Draft | None = None,
        table: "Table | None" = None,
    ) -> None:
        self.rules = rules
        self.seat = seat
        self.table = table
        self.people: Sequence[Seat] = (seat,) if table is None else table.people
        """Seats of people; all others are the computer's."""
        self.talk = Talk(self, self.people)
        """What is said to the others of the company."""
        self.language = language
        self._keep = keep
        self._keep_draft = keep_draft
        self._session = session
        self._view: PlayerView | None = None
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self._touched = ""
        self.draft = self._first()
        """The plan as it stands."""
        self.put_away: set[str] = set()
        """Keys of the advice that was read and put away."""
        self._kept = (session, self.draft)
        if draft is not None:
            self._change("", draft)
            self._kept = (session, draft)

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

    @property
    def can_change(self) -> bool:
        """Whether there is anything to decide in this turn besides the prediction."""
        view = self.view
        return self.can_spend or view.divides or any(view.policies.values())

    @property
    def can_spend(self) -> bool:
        """Whether there is money for this turn and a line to put it on."""
        return self.view.budget > 0 and any(each.open and each.mine for each in self.view.levers)

    def say(self, words: Sentence | str) -> str:
        """Return words in the reader's language, with the scenario's currency."""
        return words if isinstance(words, str) else self.language.say(words)

    def refusal(self) -> Sentence | None:
        """Return why the draft cannot be played now, or None if it can."""
        for event in self.view.pending:
            return sentence("Decide about “{event}” first.", event=event.title)
        try:
            check_submit(self.rules, self._session, draft_submit(self.view, self.draft))
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
            self.draft, self._touched = self._word(self._past.pop()), ""

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._future:
            self._past.append(self.draft)
            self.draft, self._touched = self._word(self._future.pop()), ""

    def reset(self) -> None:
        """Go back to how the turn began; this can be taken back too."""
        self._change("", self._first())

    def as_last_turn(self) -> None:
        """Plan what was played last turn, cut to the money and the levers there are."""
        self._change("", self._word(self._whole(last_draft(self.view))))

    @property
    def cut(self) -> float:
        """By what part last turn's plan was cut to what there is now; 0 once it is another plan."""
        view = self.view
        lines = zip(view.part, view.levers, strict=True)
        wanted = sum(amount for amount, lever in lines if lever.open and lever.mine)
        if wanted <= view.budget + _SHORT or view.allotted:
            return 0.0
        fitted = self._word(self._whole(last_draft(view)))
        return 1 - fitted.total / wanted if self.draft.spend == fitted.spend else 0.0

    def split_evenly(self) -> None:
        """Put the same amount on every line, as a place to start from."""
        even = even_draft(self.view, self.draft)
        if self.view.divides:
            even = replace(even, split=EVEN_SPLIT)
        self._change("", self._word(self._whole(even)))

    def set_amount(self, lever: str, amount: float) -> None:
        """Put an amount of money, 0 or more, on a lever; parts of a whole unit are left away."""
        whole = float(math.floor(max(0.0, amount) + _ROUNDING))
        self._change(lever, self.draft.with_spend(lever, whole))

    def set_bar(self, bar: float) -> None:
        """Set how strict a lead must be judged before it is handed over, 0 to 1."""
        self._change("bar", replace(self.draft, bar=min(1.0, max(0.0, bar))))

    def set_focus(self, segment: int, share: float) -> None:
        """Give a segment a share of the effort; the others share the rest as they did before."""
        what = f"focus {segment}"
        # While one slider is dragged, the others keep the proportions they had before it.
        before = self._past[-1] if what == self._touched else self.draft
        self._change(what, replace(self.draft, focus=shared(before.focus, segment, share)))

    def set_split(self, group: int, part: float) -> None:
        """Give a group a part of the money; the others share the rest as they did before."""
        what = f"split {group}"
        before = self._past[-1] if what == self._touched else self.draft
        if before.split is not None:
            self._change(what, replace(self.draft, split=shared(before.split, group, part)))

    def set_positioning(self, message: int) -> None:
        """Lead with another message."""
        self._change("positioning", replace(self.draft, positioning=message))

    def rest(self) -> None:
        """Let the plan be kept, if it is another than what was kept last."""
        state = (self._session, self.draft)
        if self._keep_draft is None or self.over or state == self._kept:
            return
        self._kept = state
        self._keep_draft(self.rules, *state)

    def _first(self) -> Draft:
        return self._word(self._whole(first_draft(self.view)))

    def _word(self, draft: Draft) -> Draft:
        """Return a draft that keeps what the seat has promised for this turn."""
        terms = promised(self.view.trades, self.seat)
        return draft if terms.empty else keeping(self.view, draft, terms)

    def _whole(self, draft: Draft) -> Draft:
        submitted = self.view.submit
        same = self.view.part if submitted is None else submitted.spend
        return whole_steps(draft, same, self.view.budget)

    def _change(self, what: str, draft: Draft) -> None:
        if draft == self.draft:
            return
        if not what or what != self._touched:
            self._past.append(self.draft)
        elif draft == self._past[-1]:  # dragged away and back: there is nothing to take back
            self._past.pop()
            what = ""
        self._future.clear()
        self.draft, self._touched = draft, what

    # The turn ------------------------------------------------------------------------------

    def choose(self, event: str, choice: str) -> None:
        """Answer an event; a plan that nobody has touched yet is fitted to what it leaves.

        Raises:
            DecisionRejected: if it is not allowed now.

        """
        untouched = self.draft == self._first()
        self._take(
            apply(self.rules, self._session, Choose(seat=self.seat, event=event, choice=choice))
        )
        if untouched:
            self.draft = self._first()

    def agree(self, session: Session) -> None:
        """Go on with a game in which something was said; the plan keeps what was promised."""
        self._take(session)
        self._change("", self._word(self.draft))

    def commit(self, prediction: float | None, because: str) -> None:
        """Submit the draft; once all people have, the computer's seats do, and the turn ends.

        Raises:
            DecisionRejected: if the draft may not be played; the game is as it was.

        """
        submit = draft_submit(self.view, self.draft, prediction, because)
        session = apply(self.rules, self._session, submit)
        if self.table is not None:
            self.table.remember(self.seat, self.draft)
            self._take(session)  # the table ends the turn, once everybody has planned
            return
        session = with_partners(self.rules, session, self.people)
        self._take(apply(self.rules, session, EndTurn()))
        self._past.clear()
        self._future.clear()
        self._touched = ""
        self.draft = self._first()
        self._kept = (self._session, self.draft)

    def _take(self, session: Session) -> None:
        self._session, self._view = session, None
        self._keep(self.rules, session)
