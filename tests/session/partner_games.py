"""Games of one person, played by a plain strategy, with a partner in the other seat."""

from dataclasses import replace
from typing import Literal, TypeAlias

from game.market.arrays import frozen
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    Session,
    TakeBack,
    apply,
    is_over,
    new_bot,
    new_session,
    player_view,
    promised,
    team,
)
from game.session.drafts import Draft, draft_submit
from game.session.partner import keeping
from game.session.partner_table import offer_of, partner_seats, settle, with_partners

Manner: TypeAlias = Literal["refuses", "agrees", "breaks"]
"""What the person says to offers."""


def of_congruence(rules: Rules, congruence: float) -> Rules:
    """Return a scenario whose company begins with another congruence of goals."""
    before = rules.start.congruence
    start = replace(rules.start, congruence=frozen([congruence, *before[1:]]))
    return replace(rules, start=start)


def drafted(view: PlayerView, strategy: str) -> Draft:
    """Return the plan of a strategy as the draft of a person."""
    plan = new_bot(strategy).decide(view)
    return replace(view.plan, spend=plan.spend, bar=view.plan.bar if plan.bar is None else plan.bar)


def partnered(
    rules: Rules,
    role: RoleKey,
    strategy: str,
    seed: int = 1,
    manner: Manner = "refuses",
    turns: int = 99,
) -> Session:
    """Play a role by a strategy with a partner in the other seat, for some turns or to the end."""
    me, session = Seat(0, role), new_session(rules, seed, team(rules, role))
    (partner,) = partner_seats(rules, session, [me])
    while turns and not is_over(rules, session):
        offer = offer_of(rules, session, partner, me)
        if offer is not None and manner != "refuses":
            session = settle(rules, session, offer, yes=True)
            if manner == "breaks":
                session = apply(rules, session, TakeBack(seat=me))
        view = player_view(rules, session, me)
        draft = keeping(view, drafted(view, strategy), promised(session.trades, me))
        session = apply(rules, session, draft_submit(view, draft))
        session = apply(rules, with_partners(rules, session, [me]), EndTurn())
        turns -= 1
    return session
