"""A partner who is no person: what it thinks of the others, and what it does with its own part.

Everything follows from the partner's own :class:`PlayerView`; the scenario's rules add only what
everybody may read before the game. It sees no more than a person in its seat, and acts on less.

How it plays follows from **common ground**, its own feeling for whether all want the same. The
feeling begins with the company's congruence, grows with what ``shared_vision`` does (a line of its
own, whose effect it sees) and fades without it. Without common ground it cares for its own figures
alone: leads for marketing, deals and easy leads for sales. With it, it cares for the bookings of
the firm and pays its part of working together. A broken promise takes ground away for some turns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.market import GROUPS, LEVERS
from game.market.heads import congruence_after
from game.scenario.rules import Rules
from game.session.bots import divided
from game.session.commands import Submit, Terms
from game.session.drafts import Draft, draft_submit, last_draft
from game.session.seats import Seat
from game.session.sights import PlayerView
from game.session.split import within
from game.session.trades import Trade, promised

NO_GROUND: Final = 0.20
"""Common ground at and below which a partner cares for its own figures alone."""

FULL_GROUND: Final = 0.60
"""Common ground from which on it cares for the firm."""

BROKEN: Final = 0.40
KEPT: Final = 0.10
"""What a promise broken or kept does to willingness, in the turn after."""

REMEMBERS: Final = 0.75
"""Part of it that is left a turn later."""

ENOUGH: Final = 0.70
"""Response of a collaboration lever that a partner thinks enough."""

FIRST_SHARE: Final = 0.035
"""Part of its budget that a willing partner puts on each collaboration lever to begin with."""

MOST_LACKING: Final = 2.0
"""Most that it thinks all together need on one of them, in parts of what it begins with."""

MOST_TOGETHER: Final = 0.30
"""Most of its budget that it puts on all of them."""

BUSY: Final = 0.7
"""Load of sales below which more money for it would buy little."""

MOST_SPARED: Final = 0.4
"""Most of its budget that a willing partner leaves to the firm."""

LAST_TURNS: Final = 3
"""Turns at the end in which it leaves nothing: the others could not use it any more."""

EASY_BAR: Final = 0.80
"""The bar of a sales lead who wants easy leads and a good acceptance rate."""

_OWN_GAIN: Final[Mapping[str, float]] = {
    "advertising": 2.0,
    "social_media": 1.2,
    "seo": 1.0,
    "content_marketing": 0.3,
    "public_relations": 0.2,
    "brand_building": 0.1,
    "prospecting": 1.6,
    "negotiation": 1.2,
    "product_demos": 0.9,
    "relationship_building": 0.2,
}
"""How a partner weighs its lines who wants leads, or deals, now and for itself."""

_FIRM_GAIN: Final[Mapping[str, float]] = {
    "market_research": 0.6,
    "social_media": 0.7,
    "negotiation": 0.8,
    "prospecting": 0.8,
}
"""How one weighs them who wants bookings; what is not here counts 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How a partner feels about the others."""

    ground: float  # 0–1: whether all want the same, as far as it can feel
    trust: float  # below 0 after broken promises, above after kept ones
    broken: bool  # somebody broke a promise to it in the last turn, or in this one
    kept: bool  # a promise to it was kept in the last turn

    @property
    def willing(self) -> float:
        """0 = cares for its own figures alone, 1 = for the firm's."""
        shared = (self.ground - NO_GROUND) / (FULL_GROUND - NO_GROUND)
        return min(max(min(max(shared, 0.0), 1.0) + self.trust, 0.0), 1.0)


def mood(rules: Rules, view: PlayerView) -> Mood:
    """Return how the partner in a seat feels, from what the seat has seen so far."""
    trust, last, now = 0.0, view.now.trades, view.trades
    for turn in view.history:
        kept = sum(_was_kept(each, view.seat) for each in turn.trades)
        trust = REMEMBERS * trust + KEPT * kept - BROKEN * _broken(turn.trades, view.seat)
    broken_now = _broken(now, view.seat)
    return Mood(
        ground=common_ground(rules, view),
        trust=min(trust - BROKEN * broken_now, 2 * KEPT),
        broken=bool(_broken(last, view.seat) or broken_now),
        kept=any(_was_kept(each, view.seat) for each in last),
    )


def common_ground(rules: Rules, view: PlayerView) -> float:
    """Return the goal congruence that a seat feels, 0–1; the very figure where it is shown.

    Felt, it is what the company began with, moved on by what the seat saw of ``shared_vision``.
    """
    shown = view.now.figures["congruence"].value
    if shown is not None:
        return shown
    place, params = LEVERS.index("shared_vision"), rules.params
    ground = np.array(float(rules.start.congruence[view.seat.firm]))
    for turn in view.history:
        if turn.responses:
            vision = np.array(turn.responses[place].value or 0.0)
            for _ in range(params.steps):
                ground = congruence_after(params, ground, vision)
    return float(ground)


def _was_kept(trade: Trade, seat: Seat) -> bool:
    return trade.state == "kept" and trade.concerns(seat)


def _broken(trades: tuple[Trade, ...], seat: Seat) -> int:
    """Return how many promises to a seat others broke."""
    return sum(
        each.concerns(seat) and any(who != seat for who in each.broken_by) for each in trades
    )


# What it does ----------------------------------------------------------------------------------


def partner_submit(rules: Rules, view: PlayerView) -> Submit:
    """Return the partner's part of the plan, ready to be played; it predicts deals as before."""
    wins = view.now.figures["wins"].value
    prediction = 0.0 if wins is None else float(round(wins))
    return draft_submit(view, partner_draft(rules, view), prediction)


def partner_draft(rules: Rules, view: PlayerView) -> Draft:
    """Return what the partner means to do in this turn; it keeps what it has promised.

    Args:
        rules: the scenario.
        view: of the partner's own seat.

    """
    willing = mood(rules, view).willing
    together = together_part(view, willing)
    own = divided(view, _weights(view, willing))
    left = max(view.budget - sum(together) - spared(view, willing), 0.0)
    part = left / view.budget if view.budget > 0 else 0.0
    spend = tuple(
        shared + float(np.floor(amount * part))
        for shared, amount in zip(together, own, strict=True)
    )
    spend = within(view.allotted, spend)
    draft = replace(last_draft(view), spend=spend, bar=_bar(view, willing))
    return keeping(view, draft, promised(view.trades, view.seat))


def spared(view: PlayerView, willing: float) -> float:
    """Return what a willing sales lead leaves in the bank because its people have time to spare.

    What stays there is divided anew in the next turn, and marketing has the larger part of it.
    """
    loads = [view.now.figures[name].value for name in ("sales_load", "demo_load")]
    busiest = max((1.0 if load is None else load for load in loads), default=1.0)
    if view.seat.role != "sales" or view.turns - view.turn < LAST_TURNS:
        return 0.0
    idle = min(max((BUSY - busiest) / BUSY, 0.0), 1.0)
    step = round_step(view.budget)
    return float(np.floor(willing * idle * MOST_SPARED * view.budget / step) * step)


def keeping(view: PlayerView, draft: Draft, terms: Terms) -> Draft:
    """Return a draft that keeps terms; what they cost is taken from the other lines alike."""
    spend, bound = list(draft.spend), {lever for lever, _ in (*terms.least, *terms.most)}
    for lever, amount in terms.most:
        spend[LEVERS.index(lever)] = min(spend[LEVERS.index(lever)], amount)
    for lever, amount in terms.least:
        spend[LEVERS.index(lever)] = max(spend[LEVERS.index(lever)], amount)
    for group, most in view.allotted.items():
        _cut(spend, [each for each in GROUPS[group] if each not in bound], GROUPS[group], most)
    _cut(spend, [lever for lever in LEVERS if lever not in bound], LEVERS, view.budget)
    bar = draft.bar if terms.bar is None else terms.bar
    return replace(draft, spend=tuple(spend), bar=bar)


def _cut(spend: list[float], free: Sequence[str], lines: Sequence[str], most: float) -> None:
    """Take what lines have too much from those of them that are free, from all alike."""
    over = sum(spend[LEVERS.index(lever)] for lever in lines) - most
    there = sum(spend[LEVERS.index(lever)] for lever in free)
    if over > 0 and there > 0:
        for place in map(LEVERS.index, free):
            spend[place] = float(np.floor(max(spend[place] * (1 - over / there), 0.0)))


def together_part(view: PlayerView, willing: float) -> list[float]:
    """Return what a partner puts on each lever of working together, (l,) money.

    It fills up what the firm lacks for ``ENOUGH`` beyond what the others put there last turn, as
    far as it is willing.
    """
    wanted = [
        willing * max(lacking(view, lever) - others_part(view, lever), 0.0)
        if lever in GROUPS["together"]
        else 0.0
        for lever in LEVERS
    ]
    most = MOST_TOGETHER * view.budget
    scale = min(1.0, most / sum(wanted)) if sum(wanted) > 0 else 0.0
    step = round_step(view.budget)
    limits = [each.limit for each in view.levers]
    rounded = [float(np.floor(amount * scale / step) * step) for amount in wanted]
    return [
        amount if limit is None else min(amount, limit)
        for amount, limit in zip(rounded, limits, strict=True)
    ]


def lacking(view: PlayerView, lever: str) -> float:
    """Return the money that all together should put on a collaboration lever in this turn."""
    place = LEVERS.index(lever)
    if not (view.levers[place].mine and view.levers[place].open):
        return 0.0
    first, last = FIRST_SHARE * view.budget, view.plan.spend[place]
    response = response_of(view, lever)
    if response is None or response < 0.05 or last <= 0:
        return first
    # A lever that works at h on x money works at h* on x·(h*/(1-h*))/(h/(1-h)).
    odds = ENOUGH / (1 - ENOUGH) * (1 - response) / response
    # What has a long memory works late; asking for ever more before it does would be waste.
    return min(max(last * min(max(odds, 0.5), 1.6), 0.2 * first), MOST_LACKING * first)


def others_part(view: PlayerView, lever: str) -> float:
    """Return what the others put on a lever in the last turn; 0 before the first one."""
    place = LEVERS.index(lever)
    if len(view.history) == 1:
        return 0.0
    return max(view.plan.spend[place] - view.part[place], 0.0)


def response_of(view: PlayerView, lever: str) -> float | None:
    """Return how a lever worked in the last turn, 0–1; None where that is not seen."""
    if not view.now.responses:
        return None
    return view.now.responses[LEVERS.index(lever)].value


def round_step(budget: float) -> float:
    """Return the step in which a partner speaks of money: about a four-hundredth of its budget.

    >>> round_step(40_000), round_step(250_000)
    (100.0, 1000.0)
    """
    return float(10.0 ** max(np.floor(np.log10(max(budget, 1.0))) - 2, 0.0))


def _weights(view: PlayerView, willing: float) -> list[float]:
    """Return how the partner weighs its own lines, (l,); those of working together count 0."""
    weights = []
    for lever in LEVERS:
        if lever in GROUPS["together"]:
            weights.append(0.0)
            continue
        response = response_of(view, lever)
        fresh = 1.0 if response is None else 1.4 - response  # what is full gets less
        firm = _FIRM_GAIN.get(lever, 1.0) * fresh * _need(view, lever)
        weights.append(willing * firm + (1 - willing) * _OWN_GAIN.get(lever, 0.0))
    return weights


def _need(view: PlayerView, lever: str) -> float:
    """Return how much more or less a sales line is needed at the load that sales sees."""
    figures = view.now.figures
    if lever == "product_demos":
        return _by_load(figures["demo_load"].value, more=1.5, less=0.7)
    if lever == "prospecting":
        return _by_load(figures["sales_load"].value, more=0.7, less=1.0)
    return 1.0


def _by_load(load: float | None, *, more: float, less: float) -> float:
    if load is None or 0.7 <= load <= 1.0:
        return 1.0
    return more if load > 1.0 else less


def _bar(view: PlayerView, willing: float) -> float:
    """Return the bar a sales lead sets: by its load for the firm, high for itself."""
    now = view.plan.bar
    if not view.policies["qualification_bar"]:
        return now
    load, firm = view.now.figures["sales_load"].value, now
    if load is not None and load > 1.1:
        firm = max(now, min(now + 0.05, 0.70))
    if load is not None and load < 0.75:
        firm = min(now, max(now - (0.10 if load < 0.4 else 0.05), 0.25))
    wanted = willing * firm + (1 - willing) * max(EASY_BAR, now)
    step = min(max(wanted - now, -0.10), 0.15)
    return round(now + step, 2)
