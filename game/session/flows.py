"""The flows of one turn by name, and which measure's curtain each of them is behind."""

from collections.abc import Callable
from typing import Final

from game.market import LEVERS, Array, Outcome
from game.scenario.rules import Rules
from game.session.measures import closed_deals, leads, lost_at_handoff
from game.session.world import World

Values = Callable[[World], Array]  # (f, s)

REASONS: Final = "win_rate"
"""The measure whose curtain hides why deals were lost."""


def _outcome(name: str) -> Values:
    def values(world: World) -> Array:
        array: Array = getattr(world.outcome, name)
        return array

    return values


def _stock(name: str) -> Values:
    def values(world: World) -> Array:
        array: Array = getattr(world.market, name)
        return array

    return values


FLOWS: Final[dict[str, tuple[str, Values]]] = {
    "inbound": ("leads", _outcome("inbound")),
    "outbound": ("sqls", _outcome("outbound")),
    "not_ready": ("mqls", _outcome("not_ready")),
    "nurtured": ("mqls", _outcome("nurtured")),
    "assessing": ("mqls", _stock("lead")),
    "mqls": ("mqls", _outcome("mqls")),
    "leaked": ("leakage", _outcome("leaked")),
    "unworked": ("leakage", _outcome("unworked")),
    "rejected": ("acceptance", _outcome("rejected")),
    "too_late": ("leakage", _outcome("too_late")),
    "waiting": ("leakage", _stock("mql")),
    "sqls": ("sqls", _outcome("sqls")),
    "referrals": ("referrals", _outcome("referrals")),
    "no_demo": ("sqls", _outcome("no_demo")),
    "unfit": ("sqls", _outcome("unfit")),
    "waiting_for_demo": ("sqls", _stock("sql")),
    "opportunities": ("opportunities", _outcome("opportunities")),
    "open_deals": ("opportunities", _stock("opportunity")),
    "wins": ("wins", _outcome("wins")),
    "lost_to_rivals": ("win_rate", _outcome("lost_to_rivals")),
    "lost_to_no_decision": ("win_rate", _outcome("lost_to_no_decision")),
    "customers": ("customers", _stock("customer")),
    "churned": ("churned", _outcome("churned")),
    "nurture_pool": ("mqls", _stock("nurture")),
}
"""Each flow: the measure it is hidden with, and how to read it."""

SEGMENT_FLOWS: Final[dict[str, tuple[str, Values]]] = {
    "awareness": ("awareness", _stock("awareness")),
    "leads": ("leads", lambda world: leads(_done(world))),
    "mqls": ("mqls", _outcome("mqls")),
    "lost_at_handoff": ("leakage", lambda world: lost_at_handoff(_done(world))),
    "sqls": ("sqls", _outcome("sqls")),
    "opportunities": ("opportunities", _outcome("opportunities")),
    "wins": ("wins", _outcome("wins")),
    "closed": ("win_rate", lambda world: closed_deals(_done(world))),
    "customers": ("customers", _stock("customer")),
    "churned": ("churned", _outcome("churned")),
}
"""What is shown for each segment."""


def _done(world: World) -> Outcome:
    if world.outcome is None:
        raise ValueError("no turn has been played yet")
    return world.outcome


def lead_sources(rules: Rules, outcome: Outcome, firm: int) -> dict[str, float]:
    """Return a firm's leads by what brought them: each lever's part of the attraction.

    The parts add up to all leads of the turn: inbound ones in proportion to ``w_l·h`` of each
    lever, "organic" for what needs no money, "prospecting" for outbound ones.
    """
    pull = rules.params.demand_pull * outcome.response[firm]
    organic = rules.params.lead_organic
    inbound = float(outcome.inbound[firm].sum())
    whole = organic + float(pull.sum())
    parts = {"organic": inbound * organic / whole} if whole > 0 else {}
    for lever, part in zip(LEVERS, pull, strict=True):
        if part > 0:
            parts[lever] = inbound * float(part) / whole
    parts["prospecting"] = parts.get("prospecting", 0.0) + float(outcome.outbound[firm].sum())
    return parts


def loss_reasons(outcome: Outcome, firm: int) -> dict[str, float]:
    """Return a firm's lost deals by reason; they add up to all deals lost in the turn.

    Deals lost to rivals split into *price* (the more, the weaker the negotiation) and *rival*;
    deals nobody decided split into *fit*, *slow* and *no decision* by how badly leads fitted and
    how long they waited. A reading of the result for people; nothing is computed from it.
    """
    rivals = float(outcome.lost_to_rivals[firm].sum())
    undecided = float(outcome.lost_to_no_decision[firm].sum())
    negotiation = float(outcome.response[firm, LEVERS.index("negotiation")])
    hours, fit = float(outcome.response_hours[firm]), float(outcome.handed_fit[firm])
    price = rivals * 0.6 * (1 - negotiation)
    unfit = undecided * (1 - fit)
    slow = (undecided - unfit) * hours / (hours + 72)
    return {
        "price": price,
        "rival": rivals - price,
        "fit": unfit,
        "slow": slow,
        "no_decision": undecided - unfit - slow,
    }
