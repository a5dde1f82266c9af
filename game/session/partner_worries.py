"""What a partner fears of a plan, from its own figures, and what became of what it feared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.market import GROUPS, LEVERS
from game.market.levers import Group
from game.session.drafts import Draft
from game.session.sights import PlayerView, TurnView

TOO_MUCH: Final = 1.15
"""Load from which on a partner warns."""

BUSY: Final = 1.05
"""Load above which somebody had to wait."""

TOO_LITTLE: Final = 0.75
"""Load below which its people have time that nobody uses."""

MOVES: Final = 0.2
"""Part of sales' load that moves with marketing's money of one turn; the rest was there before."""

BUSIER: Final = 0.6
"""Exponent from that money to the leads that come of it, as a sales lead reckons."""

MOST_MOVED: Final = 3.0
"""Times last turn's money that a sales lead reckons with at most: more does not come at once."""

CUT: Final = 0.7
"""Part of last turn's money for the other side's work below which a partner warns."""

BAR_STEP: Final = 0.10
"""By how much a partner offers, or asks, to move the qualification bar."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a partner noticed.

    Attributes:
        key: what it is; ``report.partner`` has the words.
        value: the figure it is about, in its own unit.
        before: what the figure is compared with.
        lever: the line it is about; "" = none.
        weight: how much it matters, to choose a few.
        again: whether the partner said it a turn ago as well.

    """

    key: str
    value: float = 0.0
    before: float = 0.0
    lever: str = ""
    weight: float = 0.0
    again: bool = False


def worry(view: PlayerView, shown: Draft) -> Finding | None:
    """Return what the partner in a seat fears most of a plan that it is shown; None if nothing.

    Args:
        view: of the partner's own seat.
        shown: the part of the plan of another seat; its policies where that seat decides them.

    """
    if view.seat.role == "sales":
        return _no_marketing(view, shown) or _too_busy(view, shown)
    if view.seat.role == "marketing":
        return _bar_moved(view, shown) or _no_selling(view, shown)
    return None


def on_group(spend: Sequence[float], group: Group) -> float:
    """Return the money of a plan on a group of lines."""
    return sum(
        amount for lever, amount in zip(LEVERS, spend, strict=True) if lever in GROUPS[group]
    )


def moved(view: PlayerView, shown: Draft) -> float | None:
    """Return a plan's marketing money in parts of last turn's; None where there was none."""
    before = on_group(view.plan.spend, "marketing")
    return on_group(shown.spend, "marketing") / before if before > 0 else None


def _no_marketing(view: PlayerView, shown: Draft) -> Finding | None:
    if on_group(shown.spend, "marketing") > 0 or not _open(view, "marketing"):
        return None
    before = on_group(view.plan.spend, "marketing")
    return Finding("no_marketing", 0.0, before)


def _too_busy(view: PlayerView, shown: Draft) -> Finding | None:
    """Return what a sales lead expects of marketing's money: too many leads, or too few."""
    load, change = view.now.figures["sales_load"].value, moved(view, shown)
    if load is None or change is None or load <= 0:
        return None
    coming = load * (1 - MOVES + MOVES * min(change, MOST_MOVED)) ** BUSIER
    if coming > TOO_MUCH:
        return Finding("too_many", coming, load if load > 1 else 0.0)
    if change < CUT and coming < TOO_LITTLE:
        return Finding("too_few", coming, load if load < 1 else 0.0)
    return None


def _bar_moved(view: PlayerView, shown: Draft) -> Finding | None:
    """Return that a higher bar keeps marketing's leads out, or a lower one floods sales."""
    if shown.bar >= view.plan.bar + BAR_STEP / 2:
        return Finding("bar_up", shown.bar, view.plan.bar)
    load = view.now.figures["sales_load"].value
    if load is not None and load > BUSY and shown.bar <= view.plan.bar - BAR_STEP / 2:
        return Finding("bar_floods", shown.bar, load)
    return None


def _no_selling(view: PlayerView, shown: Draft) -> Finding | None:
    now, before = on_group(shown.spend, "sales"), on_group(view.plan.spend, "sales")
    if 0 < now >= CUT * before or not _open(view, "sales"):
        return None
    return Finding("no_selling", now, before)


def _open(view: PlayerView, group: Group) -> bool:
    """Say whether there is a line of a group to spend on."""
    return any(each.open for each in view.levers if each.key in GROUPS[group])


# Looking back ------------------------------------------------------------------------------------


def a_turn_ago(view: PlayerView) -> PlayerView:
    """Return what a seat saw while it planned the last turn: its figures, lines and last plan."""
    turn = view.now.turn
    levers = (
        replace(each, open=each.available and each.unlock_turn <= turn) for each in view.levers
    )
    return replace(
        view,
        turn=turn,
        over=False,
        levers=tuple(levers),
        plan=view.history[-2].plan,
        history=view.history[:-1],
        trades=(),
    )


def came_of_worry(view: PlayerView) -> Finding | None:
    """Return what became of what the partner feared of last turn's plan: it was right, or wrong.

    None where it feared nothing, where its figures do not tell, and where more than one other seat
    had a part in the plan, so that nobody was told all of it.

    Args:
        view: of the partner's own seat.

    """
    if len(view.history) < 2 or len(set(view.seated) & {"marketing", "sales"}) < len(view.seated):
        return None
    spend = tuple(
        max(whole - own, 0.0) for whole, own in zip(view.now.plan.spend, view.part, strict=True)
    )
    feared = worry(a_turn_ago(view), replace(view.now.plan, spend=spend))
    return None if feared is None else _came(feared.key, view.history[-2], view.now)


def _came(feared: str, before: TurnView, now: TurnView) -> Finding | None:
    if feared == "bar_up":
        rates = _passed(now), _passed(before)
    elif feared == "no_selling":
        rates = now.figures["wins"].value, before.figures["wins"].value
    else:
        return _came_of_load(feared, now.figures["sales_load"].value)
    after, earlier = rates
    if after is None or earlier is None:
        return None
    kind = "bar" if feared == "bar_up" else "selling"
    right = "right" if after < earlier else "wrong"
    return Finding(f"{right}_{kind}", after, earlier)


def _came_of_load(feared: str, load: float | None) -> Finding | None:
    if load is None:
        return None
    if feared in {"too_many", "bar_floods"}:
        return Finding("right_busy", load) if load > BUSY else Finding("wrong_busy")
    if feared in {"too_few", "no_marketing"}:
        return Finding("right_idle" if load < TOO_LITTLE else "wrong_idle", load)
    return None


def _passed(turn: TurnView) -> float | None:
    """Return which part of a turn's leads became leads for sales; None where that is not seen."""
    leads, mqls = turn.figures["leads"].value, turn.figures["mqls"].value
    return mqls / leads if leads and mqls is not None else None
