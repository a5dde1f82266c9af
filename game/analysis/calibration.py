"""The reference market measured as the field measures real ones: by running it again with a change.

Four equal firms spend the reference budget. Elasticities compare a run in which one firm spends
10 % more on something; rates are read off the settled market. ``game/market/README.md`` shows the
figures beside published ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.market import LEVERS, Array, Decisions, MarketParams, MarketState, Outcome, step
from game.market.arrays import locked
from game.market.levers import GROUP_OF
from game.market.reference import new_state, no_luck, reference_decisions, reference_params

FIRMS: Final = 4
SETTLED: Final = 36
"""Months after which the reference market is read; stocks move by less than 1 % a month."""

MORE: Final = 1.10
"""What "more" of a lever means for an elasticity."""

FULL: Final = 9.0
"""Times the reference at which a lever with n = 1 shows 90 % of what it can do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elasticity:
    """Percent more of a result for one percent more money."""

    month_leads: float  # spent in one month, leads of that month
    year_leads: float  # spent for a year, leads of that year
    lasting_leads: float  # spent for good, leads of the third year
    year_bookings: float  # spent for a year, bookings of that year
    lasting_bookings: float  # spent for good, bookings of the third year


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """What becomes of people in the settled market, shares of the stage before."""

    lead_to_mql: float
    mql_to_sql: float
    sql_to_opportunity: float
    opportunity_to_won: float
    inbound_to_won: float
    outbound_to_won: float
    referral_to_won: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Economics:
    """What a customer costs and brings in the settled market."""

    cost_per_lead: float  # money of marketing for an inbound lead
    cac: float  # money of all levers for a deal
    payback_months: float
    ltv_to_cac: float
    churn: float  # share a month
    discount: float
    days_to_close: float  # from lead to signature
    spend_to_bookings: float  # a year's spend / a year's bookings


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamwork:
    """What one collaboration lever changes at full spend, against none, others at reference."""

    lever: str
    response_hours: float  # difference, hours
    leak_rate: float  # difference, share
    acceptance: float  # difference, share
    lead_fit: float  # difference
    win_rate: float  # factor
    retention: float  # factor on churn
    bookings: float  # factor, third year


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """Months of the reference market."""

    outcomes: tuple[Outcome, ...]
    state: MarketState

    def total(self, name: str, months: slice = slice(None)) -> float:
        """Return a flow of the first firm, summed over months and segments."""
        flows = [getattr(outcome, name)[0] for outcome in self.outcomes[months]]
        return float(sum(flow.sum() for flow in flows))


def run(
    months: int, scale: Sequence[Array] | Array | None = None, start: MarketState | None = None
) -> Run:
    """Run the reference market.

    Args:
        months: how many.
        scale: (l,) factor on the first firm's reference spend, or one such for each month.
        start: where from; None = a young market.

    """
    params = reference_params(FIRMS)
    state = new_state(params) if start is None else start
    usual, outcomes = reference_decisions(params), []
    for month in range(months):
        factor = scale[month] if isinstance(scale, Sequence) else scale
        decisions = usual if factor is None else _scaled(usual, factor)
        state, outcome = step(params, state, decisions, no_luck())
        outcomes.append(outcome)
    return Run(outcomes=tuple(outcomes), state=state)


def _scaled(usual: Decisions, factor: Array) -> Decisions:
    spend = usual.spend.copy(order="K")
    spend[0] *= factor
    return locked(replace(usual, spend=spend))


def factors(levers: Sequence[str], factor: float) -> Array:
    """Return (l,): a factor on some levers, 1 on the others."""
    return np.array([factor if lever in levers else 1.0 for lever in LEVERS])


def elasticity(levers: Sequence[str]) -> Elasticity:
    """Return what 10 % more money on some levers brings the first firm in percent, per percent.

    ``ln(result with / result without) / ln(1.1)``, from the settled market on.
    """
    start, more = run(SETTLED).state, factors(levers, MORE)
    none = np.ones(len(LEVERS))
    usual = run(SETTLED, None, start)
    for_good = run(SETTLED, more, start)
    a_month = run(1, [more, none], start)

    def of(changed: Run, name: str, months: slice) -> float:
        both = changed.total(name, months), usual.total(name, months)
        return float(np.log(both[0] / both[1]) / np.log(MORE))

    month, year, third = slice(0, 1), slice(0, 12), slice(24, 36)
    return Elasticity(
        month_leads=of(a_month, "inbound", month),
        year_leads=of(for_good, "inbound", year),
        lasting_leads=of(for_good, "inbound", third),
        year_bookings=of(for_good, "bookings", year),
        lasting_bookings=of(for_good, "bookings", third),
    )


def funnel() -> Funnel:
    """Return the rates of the settled market, flows of a year."""
    year = run(12, None, run(SETTLED).state)
    inbound, mqls = year.total("inbound"), year.total("mqls")
    sqls, referrals, outbound = (year.total(name) for name in ("sqls", "referrals", "outbound"))
    opportunities, wins = year.total("opportunities"), year.total("wins")
    lost = year.total("lost_to_rivals") + year.total("lost_to_no_decision")
    won, worked = wins / (wins + lost), opportunities / sqls
    handed = (sqls - referrals - outbound) / mqls
    return Funnel(
        lead_to_mql=mqls / inbound,
        mql_to_sql=handed,
        sql_to_opportunity=worked,
        opportunity_to_won=won,
        inbound_to_won=mqls / inbound * handed * worked * won,
        outbound_to_won=worked * won,
        referral_to_won=worked * won,
    )


def economics() -> Economics:
    """Return costs and worth of a customer in the settled market."""
    params, before = reference_params(FIRMS), run(SETTLED).state
    year = run(12, None, before)
    spend = sum(float(outcome.spend[0].sum()) for outcome in year.outcomes)
    marketing = spend * _group_share(params, "marketing")
    wins, customers = year.total("wins"), float(before.customer[0].sum())
    price = year.total("bookings") / wins / 12
    churn = float(year.outcomes[0].churned[0].sum()) / customers
    margin, cac = float(params.margin[0]), spend / wins
    return Economics(
        cost_per_lead=marketing / year.total("inbound"),
        cac=cac,
        payback_months=cac / (price * margin),
        ltv_to_cac=price * margin / churn / cac,
        churn=churn,
        discount=float(year.outcomes[-1].discount[0]),
        days_to_close=_days(before, year),
        spend_to_bookings=spend / year.total("bookings"),
    )


def _group_share(params: MarketParams, group: str) -> float:
    mine = np.array([GROUP_OF[lever] == group for lever in LEVERS])
    return float(params.reference[mine].sum() / params.reference.sum())


def _days(state: MarketState, year: Run) -> float:
    """Return days from lead to signature: people in each stage / people who pass it (Little's law).

    What passes a stage within the month in which it came is not in its stock and counts as no time.
    """
    stages = {
        "inbound": state.lead,
        "mqls": state.mql,
        "sqls": state.sql,
        "opportunities": state.opportunity,
    }
    months = sum(float(stock[0].sum()) / (year.total(flow) / 12) for flow, stock in stages.items())
    return months * 365 / 12


def teamwork(lever: str) -> Teamwork:
    """Return what a collaboration lever changes: full spend against none, for good."""
    start = run(SETTLED).state
    none, full = (run(SETTLED, factors([lever], factor), start) for factor in (0.0, FULL))
    third = slice(24, 36)

    def last(each: Run, name: str) -> float:
        return float(getattr(each.outcomes[-1], name)[0])

    def won(each: Run) -> float:
        lost = each.total("lost_to_rivals", third) + each.total("lost_to_no_decision", third)
        return each.total("wins", third) / (each.total("wins", third) + lost)

    def leaving(each: Run) -> float:
        churned: float = float(each.outcomes[-1].churned[0].sum())
        return churned / float(each.state.customer[0].sum())

    return Teamwork(
        lever=lever,
        response_hours=last(full, "response_hours") - last(none, "response_hours"),
        leak_rate=last(full, "leak_rate") - last(none, "leak_rate"),
        acceptance=last(full, "acceptance") - last(none, "acceptance"),
        lead_fit=last(full, "lead_fit") - last(none, "lead_fit"),
        win_rate=won(full) / won(none),
        retention=leaving(full) / leaving(none),
        bookings=full.total("bookings", third) / none.total("bookings", third),
    )


def pulse(lever: str, months: int = 12) -> Array:
    """Return the time course of one month of double spend on a lever: extra leads, (months,).

    As shares of all extra leads within ``months``.
    """
    start = run(SETTLED).state
    none = np.ones(len(LEVERS))
    once = [factors([lever], 2.0), *[none] * (months - 1)]
    with_it, without = run(months, once, start), run(months, None, start)
    extra = np.array(
        [
            float(a.inbound[0].sum() - b.inbound[0].sum())
            for a, b in zip(with_it.outcomes, without.outcomes, strict=True)
        ]
    )
    return np.asarray(extra / extra.sum())
