"""What a seat may expect of the others of its firm before they have played their part of a turn."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from game.market import LEVERS
from game.scenario.rules import Rules
from game.session.commands import Submit
from game.session.drafts import Draft, draft_submit, even_draft, last_draft
from game.session.game import Session
from game.session.partner import keeping, partner_submit
from game.session.plans import Plan
from game.session.seats import Seat
from game.session.sights import PlayerView
from game.session.trades import promised
from game.session.views import player_view


def expected_parts(
    rules: Rules,
    session: Session,
    seat: Seat,
    people: Collection[Seat],
    split: tuple[float, ...] | None = None,
) -> tuple[Submit, ...]:
    """Return what is known of the parts of all other seats of a firm in this turn.

    A partner does what it says; everybody does what was promised. What a person has planned for
    this turn is theirs until it is played: people are taken to repeat their last part, and before
    the first turn to divide their money evenly.

    Args:
        rules: the scenario.
        session: the game.
        seat: the one that looks.
        people: seats of people; all others are partners.
        split: how the seat means to divide the money, where that is what it decides.

    """
    if split is not None:
        session = _divided(session, seat, split)
    firm = [each for each in session.seats if each.firm == seat.firm and each != seat]
    return tuple(_part(rules, session, each, person=each in people) for each in firm)


def _divided(session: Session, seat: Seat, split: tuple[float, ...]) -> Session:
    """Return a game in which the money is divided so, and nothing else is decided."""
    divides = Submit(seat=seat, spend=(0.0,) * len(LEVERS), split=split)
    others = tuple(each for each in session.submits if each.seat != seat)
    return replace(session, submits=(*others, divides))


def expected_plan(view: PlayerView, draft: Draft, parts: Sequence[Submit]) -> Plan:
    """Return what the firm does if a seat plays its draft and all others what is expected of them.

    Args:
        view: of the seat.
        draft: what it means to do.
        parts: of all other seats of its firm.

    """
    spend = tuple(
        sum(each) for each in zip(draft.spend, *(one.spend for one in parts), strict=True)
    )
    bars = [one.bar for one in parts if one.bar is not None]
    if view.policies["qualification_bar"] or not bars:
        return replace(draft, spend=spend)
    return replace(draft, spend=spend, bar=bars[0])


def _part(rules: Rules, session: Session, seat: Seat, *, person: bool) -> Submit:
    view = player_view(rules, session, seat)
    if not person:
        return partner_submit(rules, view)
    draft = last_draft(view)
    if len(view.history) == 1:
        draft = even_draft(view, draft)
    return draft_submit(view, keeping(view, draft, promised(view.trades, seat)))
