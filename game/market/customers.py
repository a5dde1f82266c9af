"""After the deal: satisfaction, who leaves, who recommends, and what customers pay."""

import numpy as np

from game.market.arrays import Array, over_firms
from game.market.demand import part_served
from game.market.params import MarketParams


def satisfaction_after(
    params: MarketParams, satisfaction: Array, care: Array, fit: Array, congruence: Array
) -> Array:
    """Return satisfaction (…, f) 0–1, moving towards what firm and leads deserve.

    ``sat' = sat + .2·(.45 + .30·h_care + .25·q/.95 - .10·(1-g) - sat)``

    Args:
        params: ``satisfaction_…``, ``contentment``.
        satisfaction: (…, f).
        care: (…, f) response of ``relationship_building``.
        fit: q (…, f) fit of what was handed over: the wrong customers are never happy.
        congruence: g (…, f): promises that marketing makes and sales keeps.

    """
    deserved = (
        params.contentment
        + params.satisfaction_care * care
        + params.satisfaction_fit / 0.95 * fit
        - params.satisfaction_conflict * (1.0 - congruence)
    )
    moved = satisfaction + params.satisfaction_speed * (deserved - satisfaction)
    return np.minimum(np.maximum(moved, 0.0), 1.0)


def churn_share(params: MarketParams, satisfaction: Array) -> Array:
    """Return the share of customers who leave: ``churn_s·e^(-2.2(sat-.7))``, (…, f, s), at most .5.

    Non-linear: dissatisfaction costs more than satisfaction gains.
    """
    mood = np.exp(-params.churn_satisfaction * (satisfaction - 0.7))
    # Order "F" keeps the worlds of a batch side by side (see ``arrays.batched``).
    leaving = np.multiply(mood[..., None], params.churn[..., None, :], order="F")
    return np.minimum(leaving, 0.5)


def wanted_referrals(
    params: MarketParams, customer: Array, satisfaction: Array, care: Array
) -> Array:
    """Return the recommendations customers would make: ``r·customers·sat·(.5 + h)``, (…, f, s)."""
    willing = params.referral_rate * satisfaction * (0.5 + care)
    return customer * willing[..., None]


def referred(wanted: Array, available: Array) -> tuple[Array, Array]:
    """Return the people actually recommended, (…, f, s), and their sum: at most ``available``.

    Args:
        wanted: (…, f, s) recommendations.
        available: (…, s) uncommitted accounts.

    """
    total = over_firms(wanted)
    met = part_served(total / np.maximum(available, 1e-9))
    return wanted * met[..., None, :], total * met


def recurring_after(
    params: MarketParams,
    recurring: Array,
    leaving: Array,
    satisfaction: Array,
    new: Array,
) -> Array:
    """Return what customers pay a month, (…, f, s): leavers take theirs away, happy ones buy more.

    Args:
        params: ``expansion``.
        recurring: (…, f, s) money a month before.
        leaving: (…, f, s) share of customers who leave.
        satisfaction: (…, f).
        new: (…, f, s) money a month from deals won.

    """
    more = 1.0 + params.expansion * np.maximum(satisfaction - 0.5, 0.0)
    return recurring * (1.0 - leaving) * more[..., None] + new
