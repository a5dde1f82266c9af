"""A plan while it is being made: one seat's part of the money, its policies, where it begins."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from game.market import GROUP_OF, LEVERS
from game.session.bots import divided
from game.session.commands import Submit
from game.session.plans import Plan
from game.session.sights import PlayerView
from game.session.split import within

Draft: TypeAlias = Plan
"""What a seat means to do this turn: like a firm's plan, with the seat's own part of the money."""


def first_draft(view: PlayerView) -> Draft:
    """Return what a turn's planning begins with: what was submitted already, or the last plan."""
    draft, submitted = last_draft(view), view.submit
    if submitted is None:
        return draft
    return Draft(
        spend=_fitted(view, submitted.spend),
        bar=draft.bar if submitted.bar is None else submitted.bar,
        focus=draft.focus if submitted.focus is None else submitted.focus,
        positioning=draft.positioning if submitted.positioning is None else submitted.positioning,
        split=draft.split,
    )


def last_draft(view: PlayerView) -> Draft:
    """Return the seat's last plan as far as its levers are open and the money is there."""
    return replace(view.plan, spend=_fitted(view, view.part), split=view.split)


def even_draft(view: PlayerView, draft: Draft) -> Draft:
    """Return a draft with the seat's whole budget spread evenly over its open lines."""
    if not view.allotted:
        return replace(draft, spend=tuple(divided(view, [1.0] * len(LEVERS))))
    spend = [0.0] * len(LEVERS)
    for group, most in view.allotted.items():
        weights = [float(GROUP_OF[lever] == group) for lever in LEVERS]
        parts = divided(replace(view, budget=most), weights)
        spend = [a + b for a, b in zip(spend, parts, strict=True)]
    return replace(draft, spend=tuple(spend))


def shared(shares: Sequence[float], place: int, share: float) -> tuple[float, ...]:
    """Give one share a new value, and what is left to the others as they stood to each other.

    Args:
        shares: 0 or more, sum 1.
        place: index of the one that changes.
        share: its new value, taken as whole percent from 0 to 1. The only share there is stays 1.

    Returns:
        shares in whole percent, sum 1.

    >>> shared((0.5, 0.25, 0.25), 0, 0.81)
    (0.81, 0.1, 0.09)

    """
    if len(shares) == 1:
        return (1.0,)
    wanted = round(100 * min(1.0, max(0.0, share)))
    others = sum(shares) - shares[place]
    even = 1 / (len(shares) - 1)
    exact = [(100 - wanted) * (each / others if others > 0 else even) for each in shares]
    exact[place] = wanted
    percents = [int(each) for each in exact]
    # The percents that rounding down leaves go to those that lost most by it.
    losers = sorted(range(len(exact)), key=lambda at: (percents[at] - exact[at], at))
    for at in [at for at in losers if at != place][: 100 - sum(percents)]:
        percents[at] += 1
    return tuple(percent / 100 for percent in percents)


def draft_submit(
    view: PlayerView, draft: Draft, prediction: float | None = None, because: str = ""
) -> Submit:
    """Return the command that plays a draft; policies that the seat may not set are left alone.

    Args:
        view: of the seat.
        draft: what it means to do.
        prediction: of the deals it will win, 0 or more; None = none is made.
        because: the reason of the prediction.

    """
    may = view.policies
    return Submit(
        seat=view.seat,
        spend=draft.spend,
        bar=draft.bar if may["qualification_bar"] else None,
        focus=draft.focus if may["segment_focus"] else None,
        positioning=draft.positioning if may["positioning"] else None,
        split=draft.split if view.divides else None,
        prediction=prediction,
        because=because,
    )


def _fitted(view: PlayerView, spend: Sequence[float]) -> tuple[float, ...]:
    """Leave out closed lines and others', and cut all alike where the money is short."""
    usable = tuple(
        amount if lever.open and lever.mine else 0.0
        for amount, lever in zip(spend, view.levers, strict=True)
    )
    usable = within(view.allotted, usable)
    total = sum(usable)
    if total <= view.budget:
        return usable
    return tuple(float(amount * view.budget // total) for amount in usable)
