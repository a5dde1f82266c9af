"""Signs in the figures of a turn that are worth a word: a reason, with its figures, and a question.

A sign speaks only of what the seat sees, and asks; it never says what to do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.report.eyes import ALMOST_NOTHING, Eyes, Said
from game.report.names import lever_names, measure_name, role_name
from game.report.signs_of_sides import SIGNS_OF_SIDES
from game.session import Seat, role_of
from game.words import counted, sentence

_QUEUE: Final = 0.15
"""Part of the qualified leads that may wait at the bridge before it is worth a word."""

_SLOW: Final = 24.0
"""Hours to an answer after which people have usually gone elsewhere."""

_LOSING: Final = 0.5
_REFUSED: Final = 0.45
_FULL: Final = 0.8
_DRIFT: Final = 0.02
_ONE_SIDED: Final = 0.65
_APART: Final = 0.05
_ONE_LINE: Final = 0.5
_FEWER: Final = 0.75
"""Parts: of leads lost between the teams; of leads accepted; of what a lever can do; of common
goals gone in a turn; of the money on one side, on working together, on one line; of the bookings
that are left of the turn before."""

_FEW_LINES: Final = 3
"""So many lines must be one's own before most money on one of them is a choice."""

_LISTED: Final = 3
"""Hidden figures that are named at once."""

_BETWEEN: Final = ("leakage", "response_hours", "acceptance")
_OF_OTHERS: Final = (
    *("sqls", "win_rate", "lead_fit", "sales_load", "demo_load"),
    *("leads", "awareness", "cost_per_lead"),
)
"""Figures of the handoff itself, and of one side's work, by what they tell the other side."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that figures may show.

    Attributes:
        key: its name.
        icon: of what it is about.
        about: measures; two signs about the same are one thing said twice.
        look: finds it, or nothing.

    """

    key: str
    icon: str
    about: frozenset[str]
    look: Callable[[Eyes], Said]


def _idle(eyes: Eyes) -> Said:
    lines, cash = eyes.own_lines(), eyes.figure("cash")
    if not lines or sum(lines.values()) >= ALMOST_NOTHING or cash is None:
        return None
    return (
        sentence("None of your budget lines got money last turn.")
        if cash < ALMOST_NOTHING
        else sentence(
            "None of your budget lines got money last turn; {cash:short} is in the bank.", cash=cash
        ),
        sentence("What is it being kept for, and what does waiting cost?"),
    )


def _queue(eyes: Eyes) -> Said:
    waiting, mqls, hours = eyes.flow("waiting"), eyes.figure("mqls"), eyes.figure("response_hours")
    if waiting is None or not mqls or round(waiting) < 1 or waiting < _QUEUE * mqls:
        return None
    reason = counted(
        "{count} lead waits at the bridge.", "{count} leads wait at the bridge.", waiting
    )
    if hours is not None:
        reason = counted(
            "{count} lead waits at the bridge; an answer takes {hours:hours}.",
            "{count} leads wait at the bridge; an answer takes {hours:hours}.",
            waiting,
            hours=hours,
        )
    return reason, sentence("How long would you wait for a call?")


def _slow(eyes: Eyes) -> Said:
    hours = eyes.figure("response_hours")
    if hours is None or hours < _SLOW:
        return None
    return (
        sentence("A lead hears from sales after {hours:hours}.", hours=hours),
        sentence("Who else has called by then?"),
    )


def _lost_between(eyes: Eyes) -> Said:
    lost = eyes.figure("leakage")
    if lost is None or lost < _LOSING:
        return None
    return (
        sentence("{lost:share} of the qualified leads fell between the two teams.", lost=lost),
        sentence("Which team noticed, and did the other one hear of it?"),
    )


def _refused(eyes: Eyes) -> Said:
    accepted = eyes.figure("acceptance")
    if accepted is None or accepted > _REFUSED:
        return None
    return (
        sentence("Of the leads it looked at, sales took {accepted:share}.", accepted=accepted),
        sentence("Do both teams mean the same by a good lead?"),
    )


def _one_sided(eyes: Eyes) -> Said:
    marketing, sales = eyes.share_of("marketing"), eyes.share_of("sales")
    if not (eyes.can_spend_on("marketing") and eyes.can_spend_on("sales")):
        return None
    if max(marketing, sales) < _ONE_SIDED:
        return None
    reason = sentence(
        "{marketing:share} of last turn's money went into marketing, {sales:share} into sales.",
        marketing=marketing,
        sales=sales,
    )
    if marketing > sales:
        return reason, sentence("Who is to work with the interest that it brings?")
    return reason, sentence("Whom will sales call when those who know you are used up?")


def _apart(eyes: Eyes) -> Said:
    share = eyes.share_of("together")
    if not eyes.can_spend_on("together") or eyes.turn.plan.total < ALMOST_NOTHING:
        return None
    if share >= _APART:
        return None
    reason = sentence("{share:share} of last turn's money went into working together.", share=share)
    unseen = eyes.hidden(_BETWEEN)
    if not unseen:
        return reason, sentence("What does each team know of the other without it?")
    return (
        sentence(
            "{share:share} of last turn's money went into working together, and this is hidden "
            "from you: {names:list}.",
            share=share,
            names=tuple(measure_name(name) for name in unseen),
        ),
        sentence("How would you notice that something goes wrong between the two teams?"),
    )


def _handed_over(eyes: Eyes) -> Said:
    """Say how little a side knows of what it handed over, or of what it was handed."""
    mqls = eyes.figure("mqls")
    if mqls is None or round(mqls) < 1:
        return None
    if eyes.hidden(("sqls",)):
        return (
            counted(
                "{count} lead was handed over. What became of it is hidden from you.",
                "{count} leads were handed over. What became of them is hidden from you.",
                mqls,
            ),
            sentence("Who can tell you, and what would you ask?"),
        )
    if eyes.hidden(("leads",)):
        return (
            counted(
                "{count} lead was handed to you. How many people had asked is hidden from you.",
                "{count} leads were handed to you. How many people had asked is hidden from you.",
                mqls,
            ),
            sentence("Who chose these, and by what rule?"),
        )
    return None


def _ask(eyes: Eyes) -> Said:
    unseen = eyes.hidden(_OF_OTHERS)
    for role in eyes.partners():
        names = [name for name in unseen if name in eyes.seen_by(role)][:_LISTED]
        if names:
            rule = role_of(eyes.rules, Seat(eyes.view.seat.firm, role))
            return (
                sentence(
                    "Hidden from you and seen by {role}: {names:list}.",
                    role=role_name(role, rule.name),
                    names=tuple(measure_name(name) for name in names),
                ),
                sentence("What would you ask before you plan, and what could you tell in return?"),
            )
    return None


def _drifting(eyes: Eyes) -> Said:
    pair = eyes.pair("congruence")
    if pair is None or pair[0] - pair[1] < _DRIFT:
        return None
    return (
        sentence(
            "Common goals fell from {before:share} to {now:share}.", before=pair[0], now=pair[1]
        ),
        sentence("What does each team think the other is paid for?"),
    )


def _fewer(eyes: Eyes) -> Said:
    pair = eyes.pair("bookings")
    if pair is None or pair[0] < ALMOST_NOTHING or pair[1] > _FEWER * pair[0]:
        return None
    return (
        sentence("Bookings were {before:short} and are {now:short}.", before=pair[0], now=pair[1]),
        sentence("Did it begin last turn, or some turns earlier?"),
    )


def _one_line(eyes: Eyes) -> Said:
    lines = eyes.own_lines()
    total = sum(lines.values())
    if len(lines) < _FEW_LINES or total < ALMOST_NOTHING:
        return None
    most, lever = max((money, lever) for lever, money in lines.items())
    if most < _ONE_LINE * total:
        return None
    return (
        sentence(
            "{share:share} of the money on your lines went into one: {lever}.",
            share=most / total,
            lever=lever_names(eyes.rules)[lever],
        ),
        sentence("Which step of the way does it serve, and who serves the others?"),
    )


def _full(eyes: Eyes) -> Said:
    rows = zip(eyes.view.levers, eyes.turn.responses, eyes.turn.plan.spend, strict=True)
    lines = [
        (response.value, lever.key)
        for lever, response, money in rows
        if lever.mine
        and money >= ALMOST_NOTHING
        and response.value is not None
        and response.value >= _FULL
    ]
    if not lines:
        return None
    reached, lever = max(lines)
    return (
        sentence(
            "{lever}: {reached:share} of what this line can do is reached.",
            lever=lever_names(eyes.rules)[lever],
            reached=reached,
        ),
        sentence("What would the next bit of money bring there, and what elsewhere?"),
    )


def _sign(key: str, icon: str, look: Callable[[Eyes], Said], *about: str) -> Sign:
    return Sign(key, icon, frozenset(about), look)


SIGNS: Final = (
    _sign("idle", "coins", _idle, "spend", "one_line"),
    _sign("queue", "clock", _queue, "response_hours"),
    *(_sign(*row) for row in SIGNS_OF_SIDES["narrow"]),
    _sign("lost_between", "droplets", _lost_between, "leakage"),
    _sign("refused", "funnel", _refused, "acceptance"),
    _sign("slow", "clock", _slow, "response_hours"),
    _sign("handed_over", "users", _handed_over, "sqls"),
    *(_sign(*row) for row in SIGNS_OF_SIDES["worse"]),
    _sign("one_sided", "scale", _one_sided, "marketing_share", "sales_share"),
    _sign("apart", "users", _apart, "together_share"),
    *(_sign(*row) for row in SIGNS_OF_SIDES["low"]),
    _sign("drifting", "users", _drifting, "congruence"),
    _sign("ask", "users", _ask, "ask"),
    _sign("fewer", "chart-line", _fewer, "bookings"),
    _sign("one_line", "scale", _one_line, "one_line"),
    _sign("full", "scale", _full, "full"),
)
"""What may be seen, what matters most first."""
