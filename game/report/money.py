"""Money by turn: what customers brought, what the team was given, what it spent and what is left.

What customers pay is the company's. The team lives on a budget that it is given each turn, and in
some scenarios on a share of the revenue.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.market import GROUPS
from game.market.levers import group_slice
from game.report.figures import Curtain, in_bank, known
from game.report.language import ENGLISH, Language
from game.report.names import group_name, measure_name, turn_label, turn_name
from game.report.tables import Cell, Column, Table
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView, role_of
from game.words import Sentence, sentence, verbatim

MONEY: Final = ("bookings", "revenue", "spend", "contribution", "cash", "cac")
"""The measures of money, one a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSpend:
    """What may be spent in this turn, and of what it is made.

    Attributes:
        bank: left at the end of the last turn, the firm's.
        budget: given to the firm for this turn.
        events: what events added (above 0) or cost (below 0) in this turn.
        whole: the firm's money: bank + budget + events.
        share: the seat's part of it; 1 who decides all.
        mine: what the seat may spend.

    """

    bank: float
    budget: float
    events: float
    whole: float
    share: float
    mine: float


def to_spend(rules: Rules, view: PlayerView) -> ToSpend:
    """Return what a seat may spend in this turn, and of what it is made."""
    share = _share(rules, view)
    bank = in_bank(rules, view.seat.firm, view.now)
    budget = float(rules.params.allowance[view.seat.firm])
    # A seat without money of its own cannot tell from its money what events have cost.
    whole = view.budget / share if share > 0 else bank + budget
    events = whole - bank - budget
    return ToSpend(
        bank=bank,
        budget=budget,
        events=events if abs(events) >= _SEEN else 0.0,
        whole=whole,
        share=share,
        mine=view.budget,
    )


def to_spend_note(rules: Rules, view: PlayerView) -> Sentence:
    """Say what the money of this turn is made of, and that what customers pay is not in it."""
    total = to_spend_sum(rules, view)
    return sentence("{total} {revenue}", total=total, revenue=_revenue_note(rules, view))


def to_spend_sum(rules: Rules, view: PlayerView) -> Sentence:
    """Say what the money of this turn is made of, and which part of it a role plans."""
    money = to_spend(rules, view)
    total = _sum_said(money)
    if money.share < 1:
        return sentence(
            "{total} {share:share} of it is yours to plan: {mine:money}.",
            total=total,
            share=money.share,
            mine=money.mine,
        )
    return total


def _sum_said(money: ToSpend) -> Sentence:
    parts = {"bank": money.bank, "budget": money.budget, "whole": money.whole}
    if money.events < 0:
        return sentence(
            "In the bank {bank:money} + this turn's budget {budget:money} − events {events:money} "
            "= {whole:money} to spend.",
            events=-money.events,
            **parts,
        )
    if money.events > 0:
        return sentence(
            "In the bank {bank:money} + this turn's budget {budget:money} + events {events:money} "
            "= {whole:money} to spend.",
            events=money.events,
            **parts,
        )
    return sentence(
        "In the bank {bank:money} + this turn's budget {budget:money} = {whole:money} to spend.",
        **parts,
    )


def _revenue_note(rules: Rules, view: PlayerView) -> Sentence:
    share = float(rules.params.revenue_share[view.seat.firm])
    if share > 0:
        return sentence(
            "After each turn {share:share} of what customers paid is added.", share=share
        )
    return sentence("What customers pay goes to the company, which pays your team its budget.")


def _share(rules: Rules, view: PlayerView) -> float:
    """Return the seat's part of the firm's money, as those who sit there divide it."""
    if view.seat.role == "all":
        return 1.0
    if view.split is not None:  # a manager has divided it
        return view.budget / view.purse if view.purse > 0 else 0.0
    roles = [each for each in rules.roles if each.key in view.seated and each.levers]
    total = sum(each.budget_share for each in roles)
    own = role_of(rules, view.seat)
    return own.budget_share / total if own.levers and total > 0 else 0.0


_SEEN: Final = 0.5
"""Money from which on events have a line of their own."""


def purse_table(rules: Rules, view: PlayerView, language: Language = ENGLISH) -> Table:
    """Return the team's own money, one row a turn: what there was, came in, went out, is left.

    The lines add up: before + budget + revenue's share + events − spent = left.
    """
    firm = view.seat.firm
    shared = float(rules.params.revenue_share[firm]) > 0
    turns = [_purse(rules, firm, before, now) for before, now in pairwise(view.history)]
    moved = any(abs(turn["events"]) >= _SEEN for turn in turns)
    keys = ["before", "budget", "shared", "events", "spend", "cash"]
    keys = [key for key in keys if key not in _OWN or {"shared": shared, "events": moved}[key]]
    headings = _HEADINGS
    if rules.params.carry_over < 1:
        headings = headings | {"events": sentence("Events and money not kept")}
    columns = [Column(key="turn", heading=sentence("Turn"), kind="text")]
    columns += [Column(key=key, heading=headings[key], kind="money") for key in keys]
    rows: list[tuple[Cell, ...]] = [
        (
            _when(rules, now.turn, language),
            *(known("money", turn[key]) for key in keys),
        )
        for turn, now in zip(turns, view.history[1:], strict=True)
    ]
    return Table(title=sentence("Your team's money"), columns=tuple(columns), rows=tuple(rows))


def _when(rules: Rules, turn: int, language: Language) -> Sentence:
    """Return a turn's name: its month, as everywhere else."""
    if turn == 0 or rules.one_turn_is != "month":
        return turn_name(rules, turn)
    return verbatim(turn_label(rules, turn, language, short=False))


def _purse(rules: Rules, firm: int, before: TurnView, now: TurnView) -> dict[str, float]:
    """Return the lines of a turn in whole money; what events did is what the others leave open."""

    def figure(turn: TurnView, key: str) -> float:
        return float(round(turn.figures[key].value or 0.0))

    share = float(rules.params.revenue_share[firm])
    lines = {
        "before": float(round(in_bank(rules, firm, before))),
        "budget": float(round(rules.params.allowance[firm])),
        "shared": float(round(share * (now.figures["revenue"].value or 0.0))),
        "spend": figure(now, "spend"),
        "cash": figure(now, "cash"),
    }
    came = lines["before"] + lines["budget"] + lines["shared"] - lines["spend"]
    events = lines["cash"] - came
    return lines | {"events": events if abs(events) > _ROUNDED else 0.0}


_ROUNDED: Final = 2.0
"""Money that rounding of the lines may leave open."""


_OWN: Final = frozenset({"shared", "events"})
"""Lines that are left out where there is nothing in them."""

_HEADINGS: Final[dict[str, Sentence]] = {
    "before": sentence("In the bank before"),
    "budget": sentence("Budget"),
    "shared": sentence("Share of revenue"),
    "events": sentence("Events"),
    "spend": sentence("Spent"),
    "cash": sentence("Left in the bank"),
}
"""The lines of the team's money."""


def money_table(rules: Rules, view: PlayerView, language: Language = ENGLISH) -> Table:
    """Return one row a turn: what customers brought, what was spent and on whom."""
    curtain = Curtain(rules, view)
    columns = [Column(key="turn", heading=sentence("Turn"), kind="text")]
    columns += [
        Column(key=key, heading=measure_name(key), kind=MEASURES[key].kind) for key in MONEY
    ]
    columns += [Column(key=key, heading=group_name(key), kind="money") for key in GROUPS]
    rows: list[tuple[Cell, ...]] = []
    for turn in view.history:
        figures = [curtain.measure(turn, key) for key in MONEY]
        spent = [
            None if turn.turn == 0 else sum(turn.plan.spend[group_slice(group)]) for group in GROUPS
        ]
        rows.append((_when(rules, turn.turn, language), *figures, *spent))
    return Table(title=sentence("Money"), columns=tuple(columns), rows=tuple(rows))
