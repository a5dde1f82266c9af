"""The funnel of one turn: how many people stood at each stage, and where they fell."""

from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain, Shown, known, ratio, total
from game.report.names import flow_name, loss_name, stage_name
from game.report.whole import whole_by_key
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, counted, sentence

BEFORE_HANDOFF: Final = ("aware", "leads", "mqls")
"""Stages on marketing's side; the others are on sales' side."""

AT_HANDOFF: Final = ("leaked", "too_late", "unworked", "rejected")
"""How people fall between the functions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """One stage. ``share`` compares it with the stage before, as ``share_note`` explains."""

    key: str
    name: Sentence
    group: str  # whose side it is on
    count: Shown
    share: Shown
    share_note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """People who fell somewhere, and why: "27 no demo in time"."""

    key: str
    place: str  # "not_ready", "handoff", "demo" or "deal"
    count: Shown
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """All stages of one turn, and what fell at the handoff after the third of them."""

    rows: tuple[FunnelRow, ...]
    handoff: Shown  # people who did not get across
    handoff_note: Sentence
    straight: Sentence | None  # of the accepted, who never crossed the handoff; None for nobody
    leaks: tuple[Leak, ...]


def funnel(rules: Rules, view: PlayerView, turn: TurnView | None = None) -> Funnel:
    """Return the funnel of a turn, the last one where none is given."""
    turn = view.now if turn is None else turn
    curtain = Curtain(rules, view)
    lost = total(*(curtain.flow(turn, key) for key in AT_HANDOFF))
    return Funnel(
        rows=_rows(curtain, turn),
        handoff=lost,
        handoff_note=_handoff_note(lost),
        straight=straight_to_sales(rules, view, turn),
        leaks=leaks(rules, view, turn),
    )


def leaks(rules: Rules, view: PlayerView, turn: TurnView) -> tuple[Leak, ...]:
    """Return everybody who fell in a turn, from the market to the deal; hidden ones say so."""
    curtain = Curtain(rules, view)
    places = (
        ("not_ready", ("not_ready",)),
        ("handoff", AT_HANDOFF),
        ("demo", ("no_demo", "unfit")),
    )
    counts = {key: curtain.flow(turn, key) for _, keys in places for key in keys}
    counts |= whole_by_key({key: counts[key] for key in AT_HANDOFF})
    fallen = [
        Leak(key=key, place=place, count=counts[key], reason=flow_name(key))
        for place, keys in places
        for key in keys
    ]
    lost = whole_by_key({key: curtain.part(turn.losses, key, "win_rate") for key in turn.losses})
    fallen += [
        Leak(key=key, place="deal", count=count, reason=loss_name(key))
        for key, count in lost.items()
    ]
    return tuple(fallen)


def straight_to_sales(rules: Rules, view: PlayerView, turn: TurnView) -> Sentence | None:
    """Say how many of the accepted leads came without marketing: more than were handed over.

    Returns:
        None where nobody did, or where the seat may not see it.

    """
    curtain = Curtain(rules, view)
    accepted = curtain.measure(turn, "sqls").value
    called, sent = (curtain.flow(turn, key).value or 0.0 for key in ("outbound", "referrals"))
    # In whole people as the list of sources has them, so that both say the same.
    sources = whole_by_key({key: curtain.part(turn.sources, key, "leads") for key in turn.sources})
    listed = sources["prospecting"].value if "prospecting" in sources else None
    if called and listed is not None:
        called = listed
    if accepted is None or round(called) + round(sent) == 0:
        return None
    if round(sent) == 0:
        return sentence("Of the accepted, {called:number} prospected", called=called)
    if round(called) == 0:
        return sentence("Of the accepted, {sent:number} referred", sent=sent)
    return sentence(
        "Of the accepted, {called:number} prospected, {sent:number} referred",
        called=called,
        sent=sent,
    )


def unanswered(rules: Rules, view: PlayerView, turn: TurnView) -> Sentence | None:
    """Say that those who went cold and those who wait are two groups, often of one size.

    Returns:
        None where either is nobody, or where the seat may not see it.

    """
    curtain = Curtain(rules, view)
    fallen = whole_by_key({key: curtain.flow(turn, key) for key in AT_HANDOFF})
    cold, waiting = fallen["unworked"].value, curtain.flow(turn, "waiting").value
    if cold is None or waiting is None or round(cold) == 0 or round(waiting) == 0:
        return None
    return sentence(
        "Sales did not get to {all:number}: {cold}, {waiting}",
        all=round(cold) + round(waiting),
        cold=counted("{count} went cold", "{count} went cold", cold),
        waiting=counted("{count} still waits", "{count} still wait", waiting),
    )


def aware_people(curtain: Curtain, turn: TurnView) -> Shown:
    """Return how many accounts know the firm's name."""
    share = curtain.measure(turn, "awareness")
    if share.value is None:
        return share
    return known("people", share.value * float(curtain.rules.params.accounts.sum()))


def _rows(curtain: Curtain, turn: TurnView) -> tuple[FunnelRow, ...]:
    aware = aware_people(curtain, turn)
    counts = {
        key: curtain.measure(turn, key)
        for key in ("leads", "mqls", "sqls", "opportunities", "wins")
    }
    parts = (
        ("aware", aware, curtain.measure(turn, "awareness"), sentence("of the whole market")),
        ("leads", counts["leads"], _of(counts["leads"], aware), sentence("of those aware")),
        (
            "mqls",
            counts["mqls"],
            _of(counts["mqls"], counts["leads"]),
            sentence("compared with the leads"),
        ),
        (
            "sqls",
            counts["sqls"],
            curtain.measure(turn, "handoff"),
            sentence("of the qualified leads got across"),
        ),
        (
            "opportunities",
            counts["opportunities"],
            _of(counts["opportunities"], counts["sqls"]),
            sentence("compared with the accepted leads"),
        ),
        (
            "wins",
            counts["wins"],
            curtain.measure(turn, "win_rate"),
            sentence("of the deals decided"),
        ),
    )
    return tuple(
        FunnelRow(
            key=key,
            name=stage_name(key),
            group="marketing" if key in BEFORE_HANDOFF else "sales",
            count=count,
            share=share,
            share_note=note,
        )
        for key, count, share, note in parts
    )


def _of(part: Shown, whole: Shown) -> Shown:
    """Return a share; nothing where people of earlier turns make it more than the whole."""
    share = ratio(part, whole)
    return known("share", None) if share.value is not None and share.value > 1 else share


def _handoff_note(lost: Shown) -> Sentence:
    if lost.note is not None:
        return lost.note
    count = lost.value or 0.0
    return counted("{count:people} fell here", "{count:people} fell here", count)
