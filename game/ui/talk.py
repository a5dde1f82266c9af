"""What a person and the others of its company say to each other while a turn is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.errors import DecisionRejected
from game.market import GROUPS
from game.report.partner import (
    PartnerCard,
    PartnerSays,
    partner_answer,
    partner_card,
    partner_farewell,
    partner_says,
    seat_name,
)
from game.report.promises import LinePromise, bar_promise, line_promises
from game.session import (
    PlayerView,
    Propose,
    Reply,
    Seat,
    Session,
    TakeBack,
    apply,
    open_trade,
    player_view,
    role_of,
)
from game.session.drafts import Draft
from game.session.partner_table import (
    offer_of,
    partner_seats,
    possible,
    put_to_partner,
    settle,
)
from game.session.trade_checks import check_propose
from game.session.trades import Trade
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.playing import Playing


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody else of the company, and what stands between the two now.

    Attributes:
        seat: where it sits.
        name: of its role.
        card: what a partner means to do, and why; None where a person sits there.
        said: what a partner said to the plan; None before it was asked.
        answer: its answer to what was said to it last; None before that.
        offer: what it offers, waiting for a yes or no; None if nothing.
        asked: what it was asked, waiting for its turn at the machine; None if nothing.

    """

    seat: Seat
    name: Sentence
    card: PartnerCard | None = None
    said: PartnerSays | None = None
    answer: Sentence | None = None
    offer: Propose | None = None
    asked: Propose | None = None


class Talk:
    """The talk of one game; what was agreed is in the game, what was only said is here.

    Args:
        playing: the game; its seat is who talks.
        people: seats of all people, the others of whom are asked when it is their turn.

    """

    def __init__(self, playing: "Playing", people: Sequence[Seat]) -> None:
        self._playing = playing
        self._people = tuple(people)
        self._turn = 0
        self._said: dict[Seat, PartnerSays] = {}
        self._about: tuple[Session, Draft] | None = None
        self._answers: dict[Seat, Sentence] = {}
        self._counters: dict[Seat, Propose] = {}
        self._known: tuple[Session, tuple[Voice, ...]] | None = None
        self._marks: tuple[PlayerView, dict[str, LinePromise], float | None] | None = None

    # What is shown -------------------------------------------------------------------------

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Everybody who can be talked to; () where one person holds every role."""
        session = self._playing.session
        if self._turn != session.turn:
            self._turn, self._about, self._known = session.turn, None, None
            for memory in (self._said, self._answers, self._counters):
                memory.clear()
        if self._known is None or self._known[0] is not session:
            self._known = (session, self._voices())
        return self._known[1]

    def promise_on(self, lever: str) -> LinePromise | None:
        """Return what was promised about a line for this turn."""
        return self._promised()[0].get(lever)

    @property
    def promised_bar(self) -> float | None:
        """The qualification bar that was promised for this turn."""
        return self._promised()[1]

    @property
    def bound(self) -> bool:
        """Whether something was agreed that could be taken back."""
        seat = self._playing.seat
        return any(
            each.state == "agreed" and each.concerns(seat) for each in self._playing.view.trades
        )

    def lines_of(self, seat: Seat) -> tuple[str, ...]:
        """Return the open lines that a seat may spend on, those of working together first."""
        mine = role_of(self._playing.rules, seat).levers
        usable = [each.key for each in self._playing.view.levers if each.open and each.key in mine]
        return tuple(sorted(usable, key=lambda lever: lever not in GROUPS["together"]))

    def sets_bar(self, seat: Seat) -> bool:
        """Say whether a seat decides about the qualification bar."""
        rules = self._playing.rules
        return rules.policies.bar_free and "qualification_bar" in role_of(rules, seat).policies

    # What is said --------------------------------------------------------------------------

    def listen(self, *, final: bool = False) -> bool:
        """Let partners look at the plan as it stands; say whether they had something new to say.

        The empty plan of the first turn is none yet: they wait for one to speak of.

        Args:
            final: whether it is about to be played, so that it is one, however empty.

        """
        playing = self._playing
        about = (playing.session, playing.draft)
        seen = self._about == about and not (final and not self._said)
        if not self.voices or seen or playing.over:
            return False
        self._about = about
        planned = playing.draft.total > 0 or playing.can_undo or playing.view.turn > 1
        before = dict(self._said)
        self._said.clear()
        for voice in self.voices if planned or final else ():
            if voice.card is not None:
                view = player_view(playing.rules, playing.session, voice.seat)
                self._said[voice.seat] = partner_says(
                    playing.rules, view, playing.draft, playing.view
                )
        if before == self._said:
            return False
        self._known = None
        return True

    def reply(self, voice: Voice, *, yes: bool) -> None:
        """Answer what somebody offers.

        Raises:
            DecisionRejected: if it cannot be kept any more; nothing was answered.

        """
        playing, offer = self._playing, voice.offer
        assert offer is not None  # only what is offered is answered
        if voice.card is None:
            session = apply(playing.rules, playing.session, Reply(seat=playing.seat, yes=yes))
        else:
            session = settle(playing.rules, playing.session, offer, yes=yes)
            self._answers[voice.seat] = partner_farewell("accepted" if yes else "declined")
        self._counters.pop(voice.seat, None)
        self._agree(session)

    def propose(self, offer: Propose) -> None:
        """Make an offer; a partner answers at once, a person when it sits here.

        Raises:
            DecisionRejected: if it may not be made.

        """
        playing, to = self._playing, offer.to
        if to in self._people:
            session = apply(playing.rules, playing.session, offer)
            self._answers[to] = sentence("{name} will be asked.", name=seat_name(playing.rules, to))
        else:
            said = [each.offer for each in self.voices if each.seat == to and each.offer]
            answered = put_to_partner(playing.rules, playing.session, offer, said)
            session, verdict = answered.session, answered.verdict
            view = player_view(playing.rules, session, to)
            self._answers[to] = partner_answer(playing.rules, view, verdict)
            if verdict.counter is not None:
                self._counters[to] = verdict.counter
            elif verdict.why != "stands":
                self._counters.pop(to, None)
        self._agree(session)

    def take_back(self) -> None:
        """Take one's word back, all of it.

        Raises:
            DecisionRejected: if nothing was promised.

        """
        playing = self._playing
        me = playing.seat
        bound = [each for each in playing.view.trades if each.state == "agreed"]
        self._agree(apply(playing.rules, playing.session, TakeBack(seat=me)))
        for voice in self.voices:
            if voice.card is None:
                continue  # a person says for itself what it thinks of it
            if any(each.concerns(me) and each.concerns(voice.seat) for each in bound):
                self._answers[voice.seat] = partner_farewell("taken_back")
        self._known = None

    def refusal(self, offer: Propose) -> Sentence | None:
        """Return why an offer may not be made, or None if it may."""
        try:
            check_propose(self._playing.rules, self._playing.session, offer)
        except DecisionRejected as refused:
            return refused.sentence
        return None

    def _agree(self, session: Session) -> None:
        self._known = None
        self._playing.agree(session)

    # ---------------------------------------------------------------------------------------

    def _voices(self) -> tuple[Voice, ...]:
        playing = self._playing
        if playing.over:
            return ()
        rules, session = playing.rules, playing.session
        partners = tuple(
            self._partner(each)
            for each in partner_seats(rules, session, self._people)
            if each.firm == playing.seat.firm
        )
        persons = tuple(
            self._person(each)
            for each in self._people
            if each != playing.seat and role_of(rules, each).levers
        )
        return (*partners, *persons)

    def _partner(self, seat: Seat) -> Voice:
        rules, session = self._playing.rules, self._playing.session
        card = partner_card(rules, player_view(rules, session, seat), self._playing.view)
        said = self._said.get(seat)
        broken = said is not None and said.breaks
        return Voice(
            seat=seat,
            name=card.name,
            card=card,
            said=said,
            # Who is told that a promise is not kept is not thanked for it in the same breath.
            answer=None if broken else self._answers.get(seat),
            offer=self._offered(seat),
        )

    def _person(self, seat: Seat) -> Voice:
        session, me = self._playing.session, self._playing.seat
        waiting = open_trade(session.trades, me)
        asked = next(
            (each for each in session.trades if each.state == "open" and each.to == seat), None
        )
        return Voice(
            seat=seat,
            name=seat_name(self._playing.rules, seat),
            answer=self._answers.get(seat),
            offer=_again(waiting) if waiting is not None and waiting.by == seat else None,
            asked=_again(asked) if asked is not None and asked.by == me else None,
        )

    def _offered(self, seat: Seat) -> Propose | None:
        """Return what a partner offers now, unless that was answered with no in this turn."""
        rules, session = self._playing.rules, self._playing.session
        if seat in self._counters:
            counter = possible(rules, session, self._counters[seat])
            if counter is not None:
                return counter
        said = self._said.get(seat)
        offers = (
            [] if said is None or said.offer is None else [possible(rules, session, said.offer)]
        )
        offers.append(offer_of(rules, session, seat, self._playing.seat))
        refused = [_again(each) for each in session.trades if each.state == "refused"]
        return next((each for each in offers if each is not None and each not in refused), None)

    def _promised(self) -> tuple[dict[str, LinePromise], float | None]:
        view = self._playing.view
        if self._marks is None or self._marks[0] is not view:
            found = dict(line_promises(self._playing.rules, view))
            self._marks = (view, found, bar_promise(view))
        return self._marks[1], self._marks[2]


def _again(trade: Trade) -> Propose:
    """Return the offer that a trade began as."""
    return Propose(seat=trade.by, to=trade.to, gives=trade.gives, asks=trade.asks)
