"""What a partner offers, and how it answers an offer: money for money, or the bar for money."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

import numpy as np

from game.market import GROUPS, LEVERS
from game.scenario.rules import Rules
from game.session.commands import NO_TERMS, Propose, Terms
from game.session.drafts import Draft
from game.session.partner import (
    ENOUGH,
    Mood,
    lacking,
    mood,
    others_part,
    partner_draft,
    response_of,
    round_step,
)
from game.session.partner_worries import BAR_STEP
from game.session.seats import Seat, role_of
from game.session.sights import PlayerView
from game.session.trades import Trade, merged, promised

DISTRUST: Final = -0.30
"""Trust below which a partner offers nothing and takes only what costs it nothing."""

BAR_WORTH: Final = 0.40
"""What the whole way of the bar from 0 to 1 is worth to it, in its own budgets."""

SMALLEST: Final = 0.01
"""Part of its budget below which money is not worth an offer."""

_PARTS: Final = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25)
"""Of what it was asked for, a partner offers back the most that still suits it."""

_FIRST: Final[Mapping[str, tuple[str, ...]]] = {
    "marketing": ("feedback_loops", "shared_kpis", "joint_meetings", "cross_training"),
    "sales": ("shared_kpis", "joint_meetings", "feedback_loops", "cross_training"),
}
"""What each side would rather put money into together, where all is equally weak."""


Why: TypeAlias = Literal["costs", "distrust", "impossible", "stands", "turned_down", "again"]
"""It costs more than it brings; a broken promise; it cannot be kept; its own offer stands, or was
declined; it was asked the same before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A partner's answer to an offer.

    Attributes:
        yes: whether it agrees.
        counter: what it would do instead, never what was offered already; None = nothing.
        why: of a no without another idea.

    """

    yes: bool
    counter: Propose | None = None
    why: Why = "costs"


def partner_offer(rules: Rules, view: PlayerView, to: Seat) -> Propose | None:
    """Return the trade that a partner offers at the start of a turn; None if it wants none.

    Args:
        rules: the scenario.
        view: of the partner's own seat.
        to: the seat that it would trade with.

    """
    feeling = mood(rules, view)
    bound = any(each.state == "agreed" for each in view.trades)
    if feeling.broken or feeling.trust < DISTRUST or bound:
        return None
    lever = weakest(rules, view, to)
    if lever is None:
        return None
    amount = money_for(view, lever)
    return Propose(
        seat=view.seat,
        to=to,
        gives=_matching(view, partner_draft(rules, view), lever, amount, feeling),
        asks=merged([money(lever, amount), _asked_bar(rules, view, to)]),
    )


def weakest(rules: Rules, view: PlayerView, to: Seat) -> str | None:
    """Return the lever of working together that needs money most; None if all have enough.

    Only those on which both may spend. A lever whose effect is hidden, or that has never been
    used, is as weak as any; one on which the others spend what it needs is left alone.
    """
    order = _FIRST.get(view.seat.role, GROUPS["together"])
    theirs = role_of(rules, to).levers
    open_lines = {each.key for each in view.levers if each.mine and each.open}
    ranked = [
        (response_of(view, lever) or 0.0, order.index(lever) if lever in order else len(order))
        for lever in GROUPS["together"]
    ]
    found = [
        (response, place, lever)
        for (response, place), lever in zip(ranked, GROUPS["together"], strict=True)
        if lever in open_lines
        and lever in theirs
        and response < ENOUGH
        and lacking(view, lever) > others_part(view, lever)
    ]
    return min(found)[2] if found else None


def money_for(view: PlayerView, lever: str) -> float:
    """Return what a partner asks for on a lever: half of what it thinks the firm needs there."""
    step = round_step(view.budget)
    least = max(SMALLEST * view.budget, step)
    limit = view.levers[LEVERS.index(lever)].limit
    wanted = max(lacking(view, lever) / 2, least)
    amount = float(np.ceil(wanted / step) * step)
    return amount if limit is None else min(amount, limit)


def money(lever: str, amount: float) -> Terms:
    """Return the promise of at least so much money on one lever."""
    return Terms(least=((lever, amount),))


def _matching(view: PlayerView, draft: Draft, lever: str, amount: float, feeling: Mood) -> Terms:
    """Return what a partner adds for money it asks for: as much again, or a part of it."""
    return added(view, draft, lever, amount * min(1.0, 0.25 + feeling.willing))


def added(view: PlayerView, draft: Draft, lever: str, amount: float) -> Terms:
    """Return the promise of more money on a line than a partner means to put there anyway.

    Args:
        view: of the partner's seat.
        draft: what it means to do.
        lever: a line of its own.
        amount: how much more; at least a step in which it speaks of money.

    """
    step, planned = round_step(view.budget), draft.on(lever)
    more = max(float(np.floor(amount / step) * step), step)
    limit = view.levers[LEVERS.index(lever)].limit
    whole = float(np.ceil(planned / step) * step) + more
    whole = whole if limit is None else min(whole, limit)
    return money(lever, whole) if whole > planned else NO_TERMS


def _asked_bar(rules: Rules, view: PlayerView, to: Seat) -> Terms:
    """Return the lower bar that marketing asks for where few of its leads pass."""
    if view.seat.role != "marketing" or "qualification_bar" not in role_of(rules, to).policies:
        return NO_TERMS
    leads, mqls = view.now.figures["leads"].value, view.now.figures["mqls"].value
    if not rules.policies.bar_free or not leads or mqls is None or mqls / leads > 0.15:
        return NO_TERMS
    return NO_TERMS if view.plan.bar < 0.4 else Terms(bar=round(view.plan.bar - BAR_STEP, 2))


# Answering ---------------------------------------------------------------------------------------


def partner_verdict(
    rules: Rules, view: PlayerView, trade: Trade, said: Collection[Propose] = ()
) -> Verdict:
    """Return how a partner answers an offer made to it.

    Args:
        rules: the scenario.
        view: of the partner's own seat.
        trade: open, made to this seat; its ``asks`` are what the partner would do.
        said: what it has offered in this turn and nobody has answered yet.

    """
    feeling, draft = mood(rules, view), partner_draft(rules, view)
    standing = partner_offer(rules, view, trade.by)
    own = standing is not None and (standing.asks, standing.gives) == (trade.gives, trade.asks)
    if own or _suits(view, feeling, draft, trade.gives, trade.asks):
        return Verdict(yes=True)
    if feeling.trust < DISTRUST:
        return Verdict(yes=False, why="distrust")
    standing_too = () if standing is None else (standing,)
    found = _other_idea(view, feeling, draft, trade, {*said, *standing_too})
    if found is not None:
        return found
    mine = Propose(seat=trade.by, to=trade.to, gives=trade.gives, asks=trade.asks)
    if mine in _refused(view, trade.by):
        return Verdict(yes=False, why="again")
    return Verdict(yes=False, why="costs" if _possible(view, trade.asks) else "impossible")


def _other_idea(
    view: PlayerView, feeling: Mood, draft: Draft, trade: Trade, said: Collection[Propose]
) -> Verdict | None:
    """Return the counter-offer that comes nearest to what was asked, or that it was made before.

    Args:
        view: of the partner's seat.
        feeling: how it feels about the others.
        draft: what it means to do anyway.
        trade: what it was offered.
        said: what it offers already.

    """
    declined = _refused(view, view.seat)
    for part in _PARTS:
        less = _part_of(view, draft, trade.asks, part)
        if less in (NO_TERMS, trade.asks) or not _suits(view, feeling, draft, trade.gives, less):
            continue
        counter = Propose(seat=view.seat, to=trade.by, gives=less, asks=trade.gives)
        if counter in declined:
            return Verdict(yes=False, why="turned_down")
        if counter in said:
            return Verdict(yes=False, why="stands")
        return Verdict(yes=False, counter=counter)
    if any(each.asks == trade.gives and each not in declined for each in said):
        return Verdict(yes=False, why="stands")
    return None


def _refused(view: PlayerView, by: Seat) -> set[Propose]:
    """Return what a seat offered in this turn and was refused."""
    return {
        Propose(seat=each.by, to=each.to, gives=each.gives, asks=each.asks)
        for each in view.trades
        if each.state == "refused" and each.by == by
    }


def _suits(view: PlayerView, feeling: Mood, draft: Draft, gets: Terms, gives: Terms) -> bool:
    """Say whether a trade is worth to the partner what it costs, and can be kept."""
    if not _possible(view, gives):
        return False
    cost = _cost(view, feeling.willing, draft, gives)
    if feeling.trust < DISTRUST:
        return cost <= 0
    common = feeling.willing * 0.05 * view.budget if _for_together(gives) else 0.0
    gain = _gain(view, feeling.willing, gets) * (1 + 0.5 * feeling.willing + feeling.trust)
    return cost <= gain + common


def _possible(view: PlayerView, gives: Terms) -> bool:
    whole = merged([promised(view.trades, view.seat), gives])
    lines = {each.key: each for each in view.levers}
    usable = all(
        lines[lever].mine and lines[lever].open and amount <= (lines[lever].limit or amount)
        for lever, amount in (*gives.least, *gives.most)
    )
    may_set = gives.bar is None or view.policies["qualification_bar"]
    return usable and may_set and sum(amount for _, amount in whole.least) <= view.budget


def _cost(view: PlayerView, willing: float, draft: Draft, gives: Terms) -> float:
    """Return what terms cost a partner beyond what it would do anyway, in money."""
    cost = 0.0
    for lever, amount in gives.least:
        mind = 1 - 0.7 * willing if lever in GROUPS["together"] else 0.5
        cost += mind * max(amount - draft.on(lever), 0.0)
    for lever, amount in gives.most:
        cost += 0.5 * max(draft.on(lever) - amount, 0.0)
    if gives.bar is not None:
        cost += (1 - 0.5 * willing) * BAR_WORTH * view.budget * abs(gives.bar - draft.bar)
    return cost


def _gain(view: PlayerView, willing: float, gets: Terms) -> float:
    """Return what others' promises are worth to a partner, in money."""
    gain = 0.0
    for lever, amount in gets.least:
        before = others_part(view, lever)
        news = max(amount - before, 0.0) + 0.5 * min(amount, before)
        gain += news * (0.4 + 0.6 * willing if lever in GROUPS["together"] else 0.3)
    for lever, amount in gets.most:
        gain += 0.2 * max(others_part(view, lever) - amount, 0.0)
    if gets.bar is not None:
        lower = view.plan.bar - gets.bar  # more leads pass: what marketing wants
        gain += BAR_WORTH * view.budget * max(lower, 0.0)
    return gain


def _for_together(terms: Terms) -> bool:
    return any(lever in GROUPS["together"] for lever, _ in terms.least)


def _part_of(view: PlayerView, draft: Draft, asks: Terms, part: float) -> Terms:
    """Return a part of what a partner was asked for, counted from what it would do anyway."""
    step = round_step(view.budget)
    least = tuple(
        (lever, float(np.floor((base + part * (amount - base)) / step) * step))
        for lever, amount in asks.least
        if (base := min(draft.on(lever), amount)) < amount
    )
    most = tuple(
        (lever, float(np.ceil(amount + (1 - part) * max(draft.on(lever) - amount, 0.0))))
        for lever, amount in asks.most
    )
    bar = None if asks.bar is None else round(draft.bar + part * (asks.bar - draft.bar), 2)
    return replace(
        asks,
        least=tuple((lever, amount) for lever, amount in least if amount > 0),
        most=most,
        bar=bar,
    )
