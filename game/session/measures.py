"""Every figure of a firm, by name: computed from the market's answer, for one world or a batch."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np

from game.market import Array, MarketState, Outcome
from game.market.arrays import over_last
from game.market.levers import Group, group_slice
from game.scenario.rules import Rules

if TYPE_CHECKING:
    from game.session.world import World


def measure(rules: Rules, world: "World", name: str) -> Array:
    """Return one measure of all firms, (…, f); NaN where nothing has happened yet.

    Args:
        rules: the scenario.
        world: after a turn, or at its start (then stocks are known and flows are NaN).
        name: a key of ``scenario.measures.MEASURES``, ``turn`` excepted.

    Raises:
        KeyError: if there is no such measure.

    """
    if name in _STOCKS:
        return _STOCKS[name](rules, world)
    flow = _FLOWS[name]
    if world.outcome is None or world.before is None:
        return np.full(world.market.cash.shape, np.nan)
    return flow(world.outcome, world.before)


def share(part: Array, whole: Array) -> Array:
    """Return part / whole, 0 where the whole is nothing."""
    return np.where(whole > 1e-9, part / np.maximum(whole, 1e-9), 0.0)


def lost_at_handoff(outcome: Outcome) -> Array:
    """Return MQLs lost between the functions, (…, f, s).

    Nobody called them, sales had no time, sales turned them down, or the answer came too late.
    """
    return outcome.leaked + outcome.unworked + outcome.rejected + outcome.too_late


def handed_over(outcome: Outcome) -> Array:
    """Return MQLs that became SQLs, (…, f, s): without prospected and referred ones."""
    return outcome.sqls - outcome.outbound - outcome.referrals


def leads(outcome: Outcome) -> Array:
    """Return all leads of the turn, (…, f, s): inbound and prospected."""
    return outcome.inbound + outcome.outbound


def closed_deals(outcome: Outcome) -> Array:
    """Return deals decided in the turn, (…, f, s)."""
    return outcome.wins + outcome.lost_to_rivals + outcome.lost_to_no_decision


def _awareness(rules: Rules, world: "World") -> Array:
    accounts = rules.params.accounts
    result: Array = over_last(world.market.awareness * accounts) / accounts.sum()
    return result


def _market_share(_: Rules, world: "World") -> Array:
    customers = over_last(world.market.customer)
    return share(customers, over_last(customers)[..., None])


def _pipeline(rules: Rules, world: "World") -> Array:
    return 12 * over_last(world.market.opportunity * rules.params.price)


_STOCKS: Final[dict[str, Callable[[Rules, "World"], Array]]] = {
    "customers": lambda rules, world: over_last(world.market.customer),
    "awareness": _awareness,
    "goodwill": lambda rules, world: world.market.goodwill,
    "satisfaction": lambda rules, world: world.market.satisfaction,
    "congruence": lambda rules, world: world.market.congruence,
    "market_share": _market_share,
    "pipeline": _pipeline,
    "cash": lambda rules, world: world.market.cash,
    "total_bookings": lambda rules, world: world.total_bookings,
    "total_contribution": lambda rules, world: world.total_contribution,
}


def spend_of(outcome: Outcome, group: Group) -> Array:
    """Return the money spent on one group of levers, (…, f)."""
    return over_last(outcome.spend[..., group_slice(group)])


_FLOWS: Final[dict[str, Callable[[Outcome, MarketState], Array]]] = {
    "leads": lambda now, before: over_last(leads(now)),
    "mqls": lambda now, before: over_last(now.mqls),
    "sqls": lambda now, before: over_last(now.sqls),
    "opportunities": lambda now, before: over_last(now.opportunities),
    "wins": lambda now, before: over_last(now.wins),
    "churned": lambda now, before: over_last(now.churned),
    "referrals": lambda now, before: over_last(now.referrals),
    "lead_fit": lambda now, before: now.lead_fit,
    "acceptance": lambda now, before: now.acceptance,
    "response_hours": lambda now, before: now.response_hours,
    "leakage": lambda now, before: np.minimum(
        share(over_last(lost_at_handoff(now)), _at_bridge(now, before)), 1.0
    ),
    "handoff": lambda now, before: np.minimum(
        share(over_last(handed_over(now)), _at_bridge(now, before)), 1.0
    ),
    "win_rate": lambda now, before: share(over_last(now.wins), over_last(closed_deals(now))),
    "discount": lambda now, before: now.discount,
    "churn": lambda now, before: share(over_last(now.churned), over_last(before.customer)),
    "sales_load": lambda now, before: now.sales_load,
    "demo_load": lambda now, before: now.demo_load,
    "bookings": lambda now, before: now.bookings,
    "revenue": lambda now, before: now.revenue,
    "contribution": lambda now, before: now.contribution,
    "spend": lambda now, before: over_last(now.spend),
    "cost_per_lead": lambda now, before: share(spend_of(now, "marketing"), over_last(leads(now))),
    "cac": lambda now, before: share(over_last(now.spend), over_last(now.wins)),
    "marketing_share": lambda now, before: share(spend_of(now, "marketing"), over_last(now.spend)),
    "sales_share": lambda now, before: share(spend_of(now, "sales"), over_last(now.spend)),
    "together_share": lambda now, before: share(spend_of(now, "together"), over_last(now.spend)),
}


def _at_bridge(now: Outcome, before: MarketState) -> Array:
    """Return the MQLs that stood at the handoff in the turn, (…, f): new and waiting ones."""
    return over_last(now.mqls) + over_last(before.mql)
