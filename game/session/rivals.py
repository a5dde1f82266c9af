"""What competitors run by the computer do: simple styles, the same for a world and a batch."""

from typing import Final

import numpy as np

from game.market import LEVERS, Array, Decisions
from game.market.arrays import locked, over_firms, over_last
from game.scenario.rules import RivalStyle, Rules

_TASTES: Final[dict[RivalStyle, dict[str, float]]] = {
    "steady": {},
    "cheap": {
        "advertising": 1.6,
        "social_media": 1.4,
        "prospecting": 1.6,
        "negotiation": 0.4,
        "relationship_building": 0.4,
        "brand_building": 0.5,
        "market_research": 0.4,
    },
    "premium": {
        "brand_building": 1.8,
        "content_marketing": 1.4,
        "public_relations": 1.4,
        "relationship_building": 1.6,
        "product_demos": 1.3,
        "advertising": 0.7,
        "prospecting": 0.6,
    },
    "follower": {},
}
"""How much more than the reference share a style spends on a lever."""

FOLLOWS: Final = 0.5
"""Share of a follower's plan that copies what the players did in the last turn."""


def taste(rules: Rules, style: RivalStyle) -> Array:
    """Return a style's shares of its budget, (l,), sum 1."""
    liked = np.array([_TASTES[style].get(lever, 1.0) for lever in LEVERS])
    money = rules.params.reference * liked
    return np.asarray(money / money.sum())


def rival_spend(rules: Rules, cash: Array, last_spend: Array | None) -> Array:
    """Return what the rivals spend, (…, r, l): all they have, every turn.

    Args:
        rules: their styles.
        cash: (…, f) of all firms; an event may have made it more or less than their budget.
        last_spend: (…, f, l) of all firms in the last turn; None in the first.

    """
    shares = [taste(rules, rival.style) for rival in rules.rivals]
    budgets = np.maximum(cash[..., rules.players :], 0.0)[..., None]
    spend = np.array(shares) * budgets
    if last_spend is None or all(rival.style != "follower" for rival in rules.rivals):
        return spend
    copied = over_firms(last_spend[..., : rules.players, :])
    total = over_last(copied)[..., None]
    copied = np.where(total > 0, copied / np.maximum(total, 1e-9), shares[0])
    follows = np.array([rival.style == "follower" for rival in rules.rivals])
    mixed = (1 - FOLLOWS) * spend + FOLLOWS * copied[..., None, :] * budgets
    return np.where(follows[:, None], mixed, spend)


def with_rivals(
    rules: Rules, players: Decisions, cash: Array, last_spend: Array | None
) -> Decisions:
    """Return the decisions of all firms: the players' and, behind them, the rivals'.

    Args:
        rules: the scenario.
        players: (…, p, …) decisions of the player firms.
        cash: (…, f) money of all firms.
        last_spend: (…, f, l) of all firms in the last turn; None in the first.

    """
    count = len(rules.rivals)
    if not count:
        return players
    shape = players.spend.shape[:-2]
    segments, messages = len(rules.segments), len(rules.messages)
    spend = np.broadcast_to(rival_spend(rules, cash, last_spend), (*shape, count, len(LEVERS)))
    led = np.arange(count, dtype=np.int64) % messages
    return locked(
        Decisions(
            spend=np.concatenate([players.spend, spend], axis=-2),
            qualification_bar=_behind(players.qualification_bar, np.full(count, 0.5)),
            focus=np.concatenate(
                [
                    players.focus,
                    np.broadcast_to(1 / segments, (*shape, count, segments)),
                ],
                axis=-2,
            ),
            positioning=np.concatenate(
                [players.positioning, np.broadcast_to(led, (*shape, count))], axis=-1
            ),
        )
    )


def _behind(players: Array, rivals: Array) -> Array:
    shape = (*players.shape[:-1], len(rivals))
    return np.concatenate([players, np.broadcast_to(rivals, shape)], axis=-1)
