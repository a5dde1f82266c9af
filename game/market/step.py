"""One turn of the market: the pure function on which the whole game rests."""

from dataclasses import replace

from game.market.arrays import Array, locked, over_last
from game.market.month import Purse, efforts, month
from game.market.params import MarketParams
from game.market.state import Decisions, MarketState, Outcome, Shocks

SUMMED = (
    *("in_market", "inbound", "outbound", "not_ready", "nurtured", "mqls"),
    *("leaked", "unworked", "rejected", "too_late", "sqls", "referrals", "no_demo", "unfit"),
    *("opportunities", "wins", "lost_to_rivals", "lost_to_no_decision", "churned"),
    *("bookings", "revenue", "contribution"),
)
AVERAGED = (
    *("price_of_attention", "response_hours", "leak_rate", "acceptance"),
    *("sales_load", "demo_load"),
)


def step(
    params: MarketParams, state: MarketState, decisions: Decisions, shocks: Shocks
) -> tuple[MarketState, Outcome]:
    """Play one turn and return the new state and what happened.

    Pure: same inputs, same bits. A turn is ``params.steps`` internal steps with the same decisions,
    over which the spend is spread evenly. World *i* of a batch equals the world alone.

    Args:
        params: the market, at the turn's pace (``pace.at_pace``).
        state: the market at the end of the last turn.
        decisions: of every firm; ``spend`` ≥ 0 and finite.
        shocks: luck, ``demand`` (…, k) with k ≥ ``params.steps``.

    """
    effort = efforts(params, decisions)
    paid = over_last(effort.spend)
    if params.steps > 1:
        paid = paid / params.steps
    outcomes: list[Outcome] = []
    for part in range(params.steps):
        purse = _purse(params, paid, part, outcomes)
        state, outcome = month(params, state, effort, shocks.demand[..., part], purse)
        outcomes.append(outcome)
    outcome = outcomes[0] if len(outcomes) == 1 else _together(outcomes)
    return locked(state), locked(outcome)


def _purse(params: MarketParams, spend: Array, part: int, before: list[Outcome]) -> Purse:
    """Return what happens to the cash: unspent money is kept, and revenue paid in, at the end."""
    if part < params.steps - 1:
        return Purse(spend, None, 1.0, ())
    earned = tuple(outcome.revenue for outcome in before)
    return Purse(spend, params.revenue_share, params.carry_over, earned)


def _together(outcomes: list[Outcome]) -> Outcome:
    """Add up the flows of a turn's internal steps; keep the rest as it is at the end."""
    changes = {name: sum(getattr(each, name) for each in outcomes) for name in SUMMED}
    changes |= {
        name: sum(getattr(each, name) for each in outcomes) / len(outcomes) for name in AVERAGED
    }
    return replace(outcomes[-1], **changes)
