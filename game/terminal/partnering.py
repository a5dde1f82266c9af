"""Talking with a partner by typing: its proposal, what it thinks of a plan, offers and answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from game.errors import DecisionRejected
from game.report.amounts import parse_amount
from game.report.names import lever_names
from game.report.partner import (
    PartnerSays,
    offer_sentence,
    partner_answer,
    partner_card,
    partner_farewell,
    partner_says,
    promises,
    seat_name,
)
from game.scenario.rules import Rules
from game.session import (
    Propose,
    Reply,
    Seat,
    Session,
    TakeBack,
    Terms,
    apply,
    open_trade,
    player_view,
    promised,
)
from game.session.drafts import Draft
from game.session.expected import expected_parts, expected_plan
from game.session.partner import keeping
from game.session.partner_table import (
    offer_of,
    partner_seats,
    possible,
    put_to_partner,
    settle,
)
from game.session.plans import Plan
from game.terminal.console import Console
from game.terminal.orders import choose_name
from game.words import Sentence, sentence

FOR: Final = " for "
"""What stands between what is offered and what is asked for."""


class Partnering:
    """What one person and the others of its company say to each other in one turn.

    Args:
        console: where it is printed and typed.
        rules: the scenario.
        session: the game, with the turn opened.
        people: seats of people; the first one is who is sitting here.
        keep: called with the game whenever something was agreed or refused.

    """

    def __init__(
        self,
        console: Console,
        rules: Rules,
        session: Session,
        people: Sequence[Seat],
        keep: Callable[[Session], None],
    ) -> None:
        self._console = console
        self._rules = rules
        self._seat = people[0]
        self._people = tuple(people)
        self._partners = partner_seats(rules, session, people)
        self._others = (*self._partners, *people[1:])
        self._keep = keep
        self._offer: Propose | None = None  # of a partner, waiting for yes or no
        self.session = session
        """The game as it stands."""

    @property
    def orders(self) -> tuple[tuple[str, Sentence], ...]:
        """What can be typed and what it does; () where nobody is there to talk to."""
        return tuple(TALK.items()) if self._others else ()

    def expected(self, draft: Draft) -> Plan:
        """Return what the firm does if the others do what can be known of them by now."""
        view = player_view(self._rules, self.session, self._seat)
        split = draft.split if view.divides else None
        parts = expected_parts(self._rules, self.session, self._seat, self._people, split)
        return expected_plan(view, draft, parts)

    def begin(self) -> None:
        """Print what is proposed for the turn, and what somebody else has offered."""
        for partner in self._partners:
            self._print_card(partner)
        waiting = open_trade(self.session.trades, self._seat)
        if waiting is not None:
            self._say_offer(
                Propose(seat=waiting.by, to=waiting.to, gives=waiting.gives, asks=waiting.asks)
            )
        for partner in self._partners if waiting is None else ():
            self._offer = offer_of(self._rules, self.session, partner, self._seat)
            if self._offer is not None:
                self._say_offer(self._offer)
                break
        self._print_promises()

    def say(self, verb: str, rest: str, draft: Draft) -> Draft:
        """Carry out one order of ``TALK``.

        Args:
            verb: its name.
            rest: what was typed behind it.
            draft: the person's plan so far.

        Returns:
            the plan, with what has been promised.

        Raises:
            DecisionRejected: if there is nobody to talk to, or it may not be done.

        """
        if not self._others:
            raise DecisionRejected(
                "nobody_there", sentence("You hold every role; there is nobody else to ask.")
            )
        match verb:
            case "partner":
                self.begin()
            case "ask":
                self._ask(draft)
            case "offer":
                self._make_offer(rest)
            case "takeback":
                self._take_back()
            case _:
                self._answer(yes=verb == "yes")
        view = player_view(self._rules, self.session, self._seat)
        return keeping(view, draft, promised(view.trades, self._seat))

    # What the partner says -----------------------------------------------------------------

    def _print_card(self, partner: Seat) -> None:
        view, heard = (
            player_view(self._rules, self.session, each) for each in (partner, self._seat)
        )
        card = partner_card(self._rules, view, heard)
        self._console.blank()
        self._console.say(sentence("{name}:", name=card.name), style="bold")
        for each in (*card.reasons, *card.plan):
            self._console.item(each)

    def _say_offer(self, offer: Propose) -> None:
        self._console.say(
            sentence(
                "{name}: “{offer}” Type 'yes' or 'no'.",
                name=seat_name(self._rules, offer.seat),
                offer=offer_sentence(self._rules, offer, self.session.plans[self._seat.firm].bar),
            )
        )

    def _print_promises(self) -> None:
        for each in promises(self._rules, player_view(self._rules, self.session, self._seat)):
            self._console.say(each)

    def _quote(self, by: Seat, words: Sentence) -> None:
        self._console.say(
            sentence("{name}: “{words}”", name=seat_name(self._rules, by), words=words)
        )

    # What the person says ------------------------------------------------------------------

    def _ask(self, draft: Draft) -> None:
        if not self._partners:
            raise DecisionRejected(
                "no_partner", sentence("People play the other roles; ask them yourself.")
            )
        for partner in self._partners:
            said = self._said_to(draft, partner)
            for words in said.sentences:
                self._quote(partner, words)
            offer = None if said.offer is None else possible(self._rules, self.session, said.offer)
            if offer is not None:
                self._offer = offer
                self._say_offer(offer)

    def _said_to(self, draft: Draft, partner: Seat) -> PartnerSays:
        view, heard = (
            player_view(self._rules, self.session, each) for each in (partner, self._seat)
        )
        return partner_says(self._rules, view, draft, heard)

    def warn(self, draft: Draft) -> None:
        """Print what partners warn of before a plan is played, so that nobody has not heard it."""
        for partner in self._partners:
            said = self._said_to(draft, partner)
            for words in said.sentences if said.kind == "warn" else ():
                self._quote(partner, words)

    def _answer(self, *, yes: bool) -> None:
        if open_trade(self.session.trades, self._seat) is not None:
            self._take(apply(self._rules, self.session, Reply(seat=self._seat, yes=yes)))
            self._print_promises()
            return
        offer, self._offer = self._offer, None
        if offer is None:
            raise DecisionRejected("no_offer", sentence("Nobody waits for an answer from you."))
        self._take(settle(self._rules, self.session, offer, yes=yes))
        self._quote(offer.seat, partner_farewell("accepted" if yes else "declined"))
        self._print_promises()

    def _make_offer(self, rest: str) -> None:
        given, _, asked = rest.partition(FOR)
        offer = Propose(
            seat=self._seat, to=self._others[0], gives=self._terms(given), asks=self._terms(asked)
        )
        if offer.to not in self._partners:
            self._take(apply(self._rules, self.session, offer))
            self._console.say(
                sentence("{name} will be asked.", name=seat_name(self._rules, offer.to))
            )
            return
        said = [] if self._offer is None else [self._offer]
        answered = put_to_partner(self._rules, self.session, offer, said)
        self._take(answered.session)
        view = player_view(self._rules, self.session, offer.to)
        self._quote(offer.to, partner_answer(self._rules, view, answered.verdict))
        if answered.verdict.why != "stands":
            self._offer = answered.verdict.counter
        if self._offer is not None:
            self._say_offer(self._offer)
        self._print_promises()

    def _take_back(self) -> None:
        self._take(apply(self._rules, self.session, TakeBack(seat=self._seat)))
        for partner in self._partners:
            self._quote(partner, partner_farewell("taken_back"))

    def _take(self, session: Session) -> None:
        self.session = session
        self._keep(session)

    # Reading -------------------------------------------------------------------------------

    def _terms(self, typed: str) -> Terms:
        """Return terms as they are typed: ``shared_kpis 3k and bar 60%``, ``at most`` before."""
        least: list[tuple[str, float]] = []
        most: list[tuple[str, float]] = []
        bar = None
        for part in typed.replace(",", " and ").split(" and "):
            words = part.split()
            if not words:
                continue
            limited = [each.casefold() for each in words[:2]] == ["at", "most"]
            name, amount = " ".join(words[2 * limited : -1]), words[-1]
            if name.casefold() == "bar":
                bar = self._share(amount)
            else:
                (most if limited else least).append((self._lever(name), self._amount(amount)))
        return Terms(least=tuple(least), most=tuple(most), bar=bar)

    def _lever(self, name: str) -> str:
        names = {
            key: (self._console.text(words),) for key, words in lever_names(self._rules).items()
        }
        return choose_name(name, names, sentence("line"))

    def _amount(self, typed: str) -> float:
        return parse_amount(typed, self._console.language)

    def _share(self, typed: str) -> float:
        share = parse_amount(typed, self._console.language, whole=1.0)
        return share / 100 if share > 1 else share


TALK: Final[Mapping[str, Sentence]] = {
    "partner": sentence("what your partner plans, why, and what it offers"),
    "ask": sentence("what your partner thinks of your plan so far"),
    "yes, no": sentence("answer an offer; a yes binds both for this turn"),
    "offer LINE 3k for LINE 2k": sentence(
        "offer something for something; 'bar 60%' and 'at most' work as well"
    ),
    "takeback": sentence("take your word back; it will be remembered"),
}
"""What can be typed to a partner and what it does."""

TALK_VERBS: Final = ("partner", "ask", "yes", "no", "offer", "takeback")
