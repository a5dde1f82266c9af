"""Several people at one machine: who has it, what everybody may look at, and when a turn ends."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from game.report.language import Language
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    PlayerView,
    Seat,
    Session,
    apply,
    is_over,
    player_view,
    promised,
)
from game.session.drafts import Draft
from game.session.hot_seat import (
    Guess,
    HotSeat,
    as_one,
    common_rules,
    common_view,
    everyone_in,
    guesses,
    handed_on,
    taken,
    waiting,
)
from game.session.partner import keeping
from game.session.partner_table import partner_seats, with_partners
from game.ui.playing import Playing

Stop: TypeAlias = Literal["together", "hand_over", "ending"]
"""What comes next: a turn's results for all, somebody's own seat, or how it went as a whole."""


class Table:
    """A game of several people who hand the machine round.

    It holds the game; whoever sits down gets a ``Playing`` of it. A turn is news for all, then each
    one's own figures and plan, then the results for all.

    Args:
        rules: the scenario.
        session: the game, new or loaded, with a seat for everyone.
        people: their seats, in the order in which they plan.
        language: the readers', with the scenario's currency.
        keep: called with the game whenever something was decided that must not be lost.
        keep_draft: called with the game and the plan in the making of whoever has the machine.
        drafts: plans in the making, from a save.

    """

    def __init__(
        self,
        rules: Rules,
        session: Session,
        people: tuple[Seat, ...],
        language: Language,
        *,
        keep: Callable[[Rules, Session], None],
        keep_draft: Callable[[Rules, Session, Draft], None] | None = None,
        drafts: Mapping[Seat, Draft] | None = None,
    ) -> None:
        self.rules = rules
        self.people: Final = people
        self.language = language
        self.read: set[str] = set()
        """Keys of this turn's news that were read together."""
        self._session = session
        self._keep = keep
        self._keep_draft = keep_draft
        self._common: tuple[tuple[Session, bool], PlayerView] | None = None
        self._drafts = dict(drafts or {})
        self._looked = set(people) if self.over else set[Seat]()
        # Who comes back before anybody has begun to plan looks at the last turn again.
        self._untold = bool(session.history) and not (self.over or session.submits or drafts)
        self._hot = self._next()

    @property
    def session(self) -> Session:
        """The game as it stands."""
        return self._session

    @property
    def over(self) -> bool:
        """Whether all turns are played."""
        return is_over(self.rules, self._session)

    @property
    def stop(self) -> Stop:
        """What comes next."""
        if self._untold:
            return "together"
        return "ending" if self._hot.seat is None else "hand_over"

    @property
    def seat(self) -> Seat | None:
        """Who has the machine or gets it next; None where all look at it together."""
        return None if self._untold else self._hot.seat

    @property
    def waiting(self) -> tuple[Seat, ...]:
        """People who have yet to plan this turn, or after the last one to look, in their order."""
        if self.over:
            return tuple(each for each in self.people if each not in self._looked)
        return waiting(self._hot, self._session)

    @property
    def partners(self) -> tuple[Seat, ...]:
        """Seats that the computer plays in the people's company."""
        return partner_seats(self.rules, self._session, self.people)

    @property
    def view(self) -> PlayerView:
        """What all people may see at once; reports of it are made with ``common``.

        Once everybody has looked at the last turn, nothing is secret any more.
        """
        known = self._session, self.stop == "ending"
        if self._common is None or self._common[0] != known:
            if self.stop == "ending":
                found = player_view(self.rules, as_one(self.rules, self._session), Seat())
            else:
                found = common_view(self.rules, self._session, self.people)
            self._common = (known, found)
        return self._common[1]

    @property
    def common(self) -> Rules:
        """The scenario as it reads for all people at once."""
        if self.stop == "ending":
            return self.rules
        return common_rules(self.rules, self.people)

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """What everybody predicted for the turn that was played last."""
        return guesses(self._session, self.people)

    @property
    def views(self) -> tuple[PlayerView, ...]:
        """What each of the people may see alone."""
        return tuple(player_view(self.rules, self._session, each) for each in self.people)

    @property
    def opening(self) -> bool:
        """Whether the turn has just begun: its news are read by all together."""
        return not (self._untold or self.over or self._session.submits)

    def looked(self, seat: Seat) -> bool:
        """Say whether somebody has seen its own figures of the last turn, if there was one."""
        return seat in self._looked or not self._session.history

    # What is done --------------------------------------------------------------------------

    def choose(self, event: str, choice: str) -> None:
        """Answer this turn's news for all.

        Raises:
            DecisionRejected: if it is not allowed now.

        """
        answer = Choose(seat=self.people[0], event=event, choice=choice)
        self._take(self.rules, apply(self.rules, self._session, answer))

    def together(self) -> Playing:
        """Return the game as all look at it together, with nothing to decide."""
        return Together(self)

    def sit(self) -> Playing:
        """Return the game for the one who has just taken the machine."""
        self._hot = taken(self._hot)
        seat = self._hot.seat
        assert seat is not None  # somebody has taken it
        return Playing(
            self.rules,
            self._session,
            seat,
            self.language,
            keep=self._take,
            keep_draft=self._remember,
            draft=self._draft_of(seat),
            table=self,
        )

    def looked_at(self, playing: Playing) -> None:
        """Note that what a turn brought was seen, by all together or by whoever has the machine."""
        if playing.together:
            self._untold = False
            self._hot = self._next()
        else:
            self._looked.add(playing.seat)
            if self.over:
                self._hot = self._next()

    def skip(self) -> None:
        """Leave out the looks at one's own figures after the last turn."""
        self._looked.update(self.people)
        self._hot = self._next()

    def hand_on(self) -> None:
        """Let the next one have the machine; once everybody has planned, the turn is played."""
        if everyone_in(self._hot, self._session):
            self._end_turn()
        else:
            self._hot = handed_on(self._hot, self._session)

    def rise(self) -> None:
        """Let whoever has the machine get up; it is asked again to sit down."""
        self._hot = replace(self._hot, has_it=False)

    def remember(self, seat: Seat, draft: Draft) -> None:
        """Keep somebody's plan, in case a later promise of the turn asks for another one."""
        self._drafts[seat] = draft

    # ---------------------------------------------------------------------------------------

    def _next(self) -> HotSeat:
        """Return who gets the machine first from here on."""
        nobody = HotSeat(people=self.people)
        if self.over:
            missing = self.waiting
            return HotSeat(people=self.people, seat=missing[0]) if missing else nobody
        return handed_on(nobody, self._session)

    def _draft_of(self, seat: Seat) -> Draft | None:
        """Return what somebody has planned, changed by what was promised since then."""
        draft = self._drafts.get(seat)
        if draft is None:
            return None
        view = player_view(self.rules, self._session, seat)
        terms = promised(view.trades, seat)
        return draft if terms.empty else keeping(view, draft, terms)

    def _end_turn(self) -> None:
        session = with_partners(self.rules, self._session, self.people)
        self._take(self.rules, apply(self.rules, session, EndTurn()))
        self._drafts.clear()
        self._looked.clear()
        self.read.clear()
        self._hot = HotSeat(people=self.people)
        self._untold = True

    def _take(self, rules: Rules, session: Session) -> None:
        self._session = session
        self._keep(rules, session)

    def _remember(self, rules: Rules, session: Session, draft: Draft) -> None:
        if self._hot.seat is not None:
            self._drafts[self._hot.seat] = draft
        if self._keep_draft is not None:
            self._keep_draft(rules, session, draft)


class Together(Playing):
    """A game as all its people look at it: what each may see alone, and nobody's plan.

    Args:
        table: the people and their game.

    """

    together = True

    def __init__(self, table: Table) -> None:
        self._common = table.view
        super().__init__(
            table.common,
            table.session,
            table.people[0] if table.stop != "ending" else Seat(),
            table.language,
            keep=lambda rules, session: None,
            table=table,
        )

    @property
    def view(self) -> PlayerView:
        """What all may know now."""
        return self._common
