"""What a partner says to a plan that somebody shows it: yes; yes, but; rather not; or hm."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.market import GROUPS, LEVERS
from game.market.levers import Group
from game.scenario.rules import Rules
from game.session.commands import NO_TERMS, Propose, Terms
from game.session.drafts import Draft
from game.session.partner import mood, others_part, partner_draft, round_step
from game.session.partner_eyes import FEELS_FOR_FIRM, late_answers
from game.session.partner_offers import (
    DISTRUST,
    added,
    money,
    money_for,
    partner_offer,
    weakest,
)
from game.session.partner_worries import BAR_STEP, Finding, moved, on_group, worry
from game.session.seats import Seat, role_of
from game.session.sights import PlayerView
from game.session.trades import keeps, promised

SPARSE: Final = 0.04
"""Part of a plan below which a willing partner thinks too little is put into working together."""

NEARLY_ALL: Final = 0.80
"""Part of a plan on one line from which on a partner calls it a bet."""

SEVERAL: Final = 3
"""Lines that somebody must have for that."""

LOPSIDED: Final = 0.60
"""Part of a plan on working together from which on too little is left to work with."""

MORE: Final = 1.1
"""Part of last turn's money from which on a partner speaks of more."""

Kind: TypeAlias = Literal["agree", "note", "trade", "warn"]
"""It agrees; takes note, without caring; would rather trade; or warns."""


_IDLE: Final = ("too_few", "no_marketing")
"""Worries that its people will have nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """What a partner says to a plan."""

    kind: Kind
    findings: tuple[Finding, ...]
    offer: Propose | None = None  # what it would do, and asks for


def partner_reaction(rules: Rules, view: PlayerView, shown: Draft, of: Seat) -> Reaction:
    """Return what a partner says to the plan that somebody shows it.

    Args:
        rules: the scenario.
        view: of the partner's own seat.
        shown: the part of the plan of another seat; its policies where that seat decides them.
        of: the seat that shows it.

    """
    if not keeps(promised(view.trades, of), shown.spend, shown.bar):
        return Reaction(kind="warn", findings=(Finding("breaks_word"),))
    warning = worry(view, shown)
    if warning is not None:
        offer = _relief(rules, view, shown, of, warning)
        return Reaction(kind="warn", findings=(warning,), offer=offer)
    risk = _too_dear(rules, view, shown, of) or _all_in_one(rules, view, shown, of)
    risk = risk or _lopsided(shown)
    if risk is not None:
        return Reaction(kind="warn", findings=(risk,))
    if mood(rules, view).willing < FEELS_FOR_FIRM:
        return _for_itself(view, shown)
    return _about_together(rules, view, shown, of)


def _for_itself(view: PlayerView, shown: Draft) -> Reaction:
    """React as somebody who cares for its own figures alone: by what they say of the handoff."""
    welcome = _welcome(view, shown)
    if welcome is not None:
        return Reaction(kind="agree", findings=(welcome,))
    together = on_group(shown.spend, "together")
    if together > 0:
        return Reaction(kind="note", findings=(Finding("wait_and_see", together),))
    late = late_answers(view) if view.now.responses else None
    return Reaction(kind="note", findings=(Finding("your_affair"), *([late] if late else [])))


def _welcome(view: PlayerView, shown: Draft) -> Finding | None:
    """Return what suits the partner's own figures: more of its leads, or as many as it can call."""
    if view.seat.role == "marketing":
        if shown.bar <= view.plan.bar - BAR_STEP / 2:
            return Finding("bar_down", shown.bar, view.plan.bar)
        now, before = on_group(shown.spend, "sales"), on_group(view.plan.spend, "sales")
        return Finding("more_selling", now, before) if 0 < MORE * before <= now else None
    load, change = view.now.figures["sales_load"].value, moved(view, shown)
    if view.seat.role != "sales" or load is None or change is None:
        return None
    if load < 1 and change >= MORE:
        return Finding("more_leads", load)
    return Finding("fewer_leads", load) if load > 1.05 and change < 1 else None


def _too_dear(rules: Rules, view: PlayerView, shown: Draft, of: Seat) -> Finding | None:
    """Return that a plan costs more than the others' part of the firm's money, if it does."""
    mine, theirs = (role_of(rules, seat).budget_share for seat in (view.seat, of))
    if mine <= 0:
        return None
    budget = view.budget * theirs / mine
    return Finding("too_dear", shown.total, budget) if shown.total > budget + 1 else None


def _all_in_one(rules: Rules, view: PlayerView, shown: Draft, of: Seat) -> Finding | None:
    """Return that nearly all money goes to one line, where there would be several to choose."""
    usable = {each.key for each in view.levers if each.open} & set(role_of(rules, of).levers)
    if len(usable) < SEVERAL or shown.total <= 0:
        return None
    most, place = max((amount, place) for place, amount in enumerate(shown.spend))
    if most < NEARLY_ALL * shown.total:
        return None
    handed = view.now.figures["mqls"].value or 0.0
    return Finding("all_in_one", most / shown.total, handed, LEVERS[place])


def _lopsided(shown: Draft) -> Finding | None:
    """Return that most of a plan goes into working together, so that there is little to work on."""
    together = on_group(shown.spend, "together")
    if together <= LOPSIDED * shown.total:
        return None
    return Finding("lopsided", together / shown.total)


def _about_together(rules: Rules, view: PlayerView, shown: Draft, of: Seat) -> Reaction:
    """React as somebody who wants both to put money into working together."""
    together = on_group(shown.spend, "together")
    before = sum(others_part(view, lever) for lever in GROUPS["together"])
    offer = partner_offer(rules, view, of)
    if together < 0.5 * before:
        kind: Kind = "warn" if offer is None else "trade"
        finding = Finding("less_together", together, before)
        return Reaction(kind=kind, findings=(finding,), offer=offer)
    usable = {each.key for each in view.levers if each.open} & set(role_of(rules, of).levers)
    if together <= SPARSE * shown.total and usable & set(GROUPS["together"]):
        kind = "note" if offer is None else "trade"
        return Reaction(kind=kind, findings=(Finding("little_together", together),), offer=offer)
    welcome = _welcome(view, shown)
    suits = Finding("suits", together)
    return Reaction(kind="agree", findings=(suits,) if welcome is None else (welcome, suits))


def _relief(
    rules: Rules, view: PlayerView, shown: Draft, of: Seat, warning: Finding
) -> Propose | None:
    """Return what a partner asks for instead, and gives for it."""
    if mood(rules, view).trust < DISTRUST or any(each.state == "agreed" for each in view.trades):
        return None
    asks, gives, draft = _wish(view, shown, warning), NO_TERMS, partner_draft(rules, view)
    if warning.key in _IDLE and view.policies["qualification_bar"] and draft.bar > 0.3:
        gives = Terms(bar=round(draft.bar - BAR_STEP, 2))
    elif (lever := weakest(rules, view, of)) is not None:
        gives = added(view, draft, lever, money_for(view, lever))
    return Propose(seat=view.seat, to=of, gives=gives, asks=asks) if asks != NO_TERMS else None


def _wish(view: PlayerView, shown: Draft, warning: Finding) -> Terms:
    """Return what would end a worry: the line that changed most as it was, or the old bar."""
    if warning.key in {"bar_up", "bar_floods"}:
        return Terms(bar=view.plan.bar)
    group: Group = "sales" if warning.key == "no_selling" else "marketing"
    changes = [
        (now - before, lever, before)
        for lever, now, before in zip(LEVERS, shown.spend, view.plan.spend, strict=True)
        if lever in GROUPS[group]
    ]
    if warning.key == "too_many":
        change, lever, before = max(changes)
        return Terms(most=((lever, _rounded(view, before)),)) if change > 0 else NO_TERMS
    change, lever, before = min(changes)
    return money(lever, _rounded(view, before)) if change < 0 else NO_TERMS


def _rounded(view: PlayerView, amount: float) -> float:
    """Return money as a partner speaks of it."""
    step = round_step(view.budget)
    return round(amount / step) * step
