"""The reference market: four segments, any number of equal firms, the reference budget.

It is what the published figures are compared with, and the default of every scenario.
"""

from dataclasses import replace

import numpy as np

from game.market.arrays import Array, aligned, frozen, locked
from game.market.params import MarketParams
from game.market.state import Decisions, MarketState, Shocks

ACCOUNTS = frozen([64_000, 27_000, 13_000, 3_200])
PRICES = frozen([500, 1_500, 4_000, 12_000])
CHURN = frozen([0.029, 0.0145, 0.009, 0.007])
START_SHARE = 0.0015


def reference_params(firms: int = 4) -> MarketParams:
    """Return the reference market for a number of equal firms, at a monthly pace."""
    return replace(
        MarketParams(),
        accounts=ACCOUNTS,
        price=frozen(np.tile(PRICES, (firms, 1))),
        usual_price=PRICES,
        in_market=frozen(np.full(4, 0.017)),
        churn=CHURN,
        closing=frozen(np.full(4, 0.36)),
        work=frozen(np.ones(4)),
        cares=frozen(np.full((4, 1), 0.5)),
        appeal=frozen(np.zeros((firms, 4))),
        effect=frozen(np.ones((firms, 16))),
    )


def new_state(
    params: MarketParams,
    *,
    customer_share: Array | float = START_SHARE,
    awareness: Array | float = 0.15,
    goodwill: float = 0.2,
    congruence: float = 0.3,
    satisfaction: float = 0.6,
    cash: Array | float = 0.0,
) -> MarketState:
    """Return a market at its start: nobody in a pipeline, a few customers at every firm.

    Args:
        params: the market; axes f and s are taken from ``price``.
        customer_share: (f, s) or one number, share of each segment that buys from each firm.
        awareness: (f, s) or one number.
        goodwill: of every firm.
        congruence: of every firm.
        satisfaction: of every firm.
        cash: (f,) or one number, money beside the first turn's allowance.

    """
    firms, segments = params.price.shape[-2:]
    firm_and_segment = (firms, segments)

    def all_firms(value: Array | float) -> Array:
        return np.broadcast_to(np.asarray(value, dtype=float), (firms,)).copy()

    def empty() -> Array:
        return np.zeros(firm_and_segment, order="F")

    customer = aligned(np.broadcast_to(customer_share, firm_and_segment) * params.accounts)
    return locked(
        MarketState(
            elapsed=0,
            memory=np.zeros((firms, params.reference.shape[-1]), order="F"),
            goodwill=all_firms(goodwill),
            congruence=all_firms(congruence),
            knowledge=np.zeros(firms),
            satisfaction=all_firms(satisfaction),
            credibility=np.ones(firms),
            positioning=np.zeros(firms, dtype=np.int64),
            cash=all_firms(cash),
            awareness=np.array(np.broadcast_to(awareness, firm_and_segment), order="F"),
            lead=empty(),
            nurture=empty(),
            mql=empty(),
            sql=empty(),
            opportunity=empty(),
            customer=customer,
            recurring=aligned(customer * params.price),
            uncommitted=params.accounts - customer.sum(axis=0),
            cooling=np.zeros(segments),
        )
    )


def reference_decisions(params: MarketParams, scale: float = 1.0, *, bar: float = 0.5) -> Decisions:
    """Return the reference plan of all firms, times ``scale``: every lever at its reference."""
    firms, segments = params.price.shape[-2:]
    per_turn = params.reference * params.steps * scale
    return locked(
        Decisions(
            spend=np.tile(per_turn, (firms, 1)),
            qualification_bar=np.full(firms, bar),
            focus=np.full((firms, segments), 1 / segments),
            positioning=np.zeros(firms, dtype=np.int64),
        )
    )


def no_luck(steps: int = 1) -> Shocks:
    """Return a turn in which nothing unusual happens."""
    return locked(Shocks(demand=np.ones(steps)))
