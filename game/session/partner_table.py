"""People and partners at one table: who is who, and the commands that a talk comes down to.

A front end reads ``report.partner`` for the words and calls these to act. Nothing else is needed:
a partner has no state of its own, all it remembers is in the journal.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from game.errors import DecisionRejected
from game.scenario.rules import Rules
from game.session.bots import answers, new_bot
from game.session.commands import Propose, Reply
from game.session.game import Session, apply
from game.session.partner import partner_submit
from game.session.partner_offers import Verdict, partner_offer, partner_verdict
from game.session.seats import Seat, role_of
from game.session.trade_checks import check_propose
from game.session.trades import open_trade
from game.session.views import player_view

OTHERS: str = "steady"
"""The strategy of the computer in other companies of the same market."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A game after somebody's offer to a partner was answered."""

    session: Session
    verdict: Verdict


def partner_seats(rules: Rules, session: Session, people: Collection[Seat]) -> tuple[Seat, ...]:
    """Return the seats of partners: those that spend money, in a company that people play."""
    firms = {seat.firm for seat in people}
    return tuple(
        seat
        for seat in session.seats
        if seat not in people and seat.firm in firms and role_of(rules, seat).levers
    )


def offer_of(rules: Rules, session: Session, partner: Seat, to: Seat) -> Propose | None:
    """Return what a partner offers somebody now; None if it offers nothing that both could keep."""
    offer = partner_offer(rules, player_view(rules, session, partner), to)
    if offer is None:
        return None
    return possible(rules, session, offer)


def possible(rules: Rules, session: Session, offer: Propose) -> Propose | None:
    """Return an offer if both sides could keep it, else None."""
    try:
        check_propose(rules, session, offer)
    except DecisionRejected:
        return None
    return offer


def settle(rules: Rules, session: Session, offer: Propose, *, yes: bool) -> Session:
    """Write down a partner's offer and a person's answer to it.

    Raises:
        DecisionRejected: if the offer cannot be kept any more.

    """
    return apply(rules, apply(rules, session, offer), Reply(seat=offer.to, yes=yes))


def put_to_partner(
    rules: Rules, session: Session, offer: Propose, said: Collection[Propose] = ()
) -> Answered:
    """Write down a person's offer to a partner, and the partner's answer.

    Where the partner would do it on other terms, ``verdict.counter`` says so; ``settle`` takes it.

    Args:
        rules: the scenario.
        session: the game.
        offer: made to a partner.
        said: what the partner has offered in this turn and nobody has answered yet.

    Raises:
        DecisionRejected: if the offer may not be made.

    """
    session = apply(rules, session, offer)
    trade = open_trade(session.trades, offer.to)
    assert trade is not None  # it has just been made
    verdict = partner_verdict(rules, player_view(rules, session, offer.to), trade, said)
    session = apply(rules, session, Reply(seat=offer.to, yes=verdict.yes))
    counter = None if verdict.counter is None else possible(rules, session, verdict.counter)
    return Answered(session=session, verdict=replace(verdict, counter=counter))


def with_partners(rules: Rules, session: Session, people: Collection[Seat]) -> Session:
    """Submit the plans of all seats that no person has taken, before the turn ends.

    Partners in the people's company play as ``partner_submit`` says and leave events to people;
    other companies are played by a plain strategy.
    """
    firms = {seat.firm for seat in people}
    for seat in session.seats:
        if seat in people:
            continue
        view = player_view(rules, session, seat)
        if seat.firm in firms:
            session = apply(rules, session, partner_submit(rules, view))
            continue
        for answer in answers(view):
            session = apply(rules, session, answer)
        plan = new_bot(OTHERS, session.seed).decide(player_view(rules, session, seat))
        session = apply(rules, session, plan)
    return session
