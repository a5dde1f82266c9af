"""Many plans for one firm at once: a batch of decisions for a batch of worlds."""

import numpy as np

from game.market import Array, Decisions
from game.market.arrays import batched, locked
from game.scenario.rules import Rules
from game.session import Plan
from game.session.rivals import with_rivals


def alternatives(
    rules: Rules, plans: tuple[Plan, ...], firm: int, spends: Array, last_spend: Array | None
) -> Decisions:
    """Return the decisions of all firms in worlds where one firm spends differently.

    Args:
        rules: the scenario.
        plans: what the player firms do otherwise, one each.
        firm: index of the player firm that varies.
        spends: (w, l) its money a lever in each world.
        last_spend: (w, f, l) of all firms in the last turn; None in the first.

    Returns:
        decisions with worlds on the first axis, (w, f, …).

    """
    worlds = (len(spends),)
    spend = batched(np.array([plan.spend for plan in plans], dtype=float), worlds)
    spend[:, firm] = spends
    players = Decisions(
        spend=spend,
        qualification_bar=batched(np.array([plan.bar for plan in plans]), worlds),
        focus=batched(np.array([plan.focus for plan in plans], dtype=float), worlds),
        positioning=batched(np.array([plan.positioning for plan in plans], dtype=np.int64), worlds),
    )
    return locked(with_rivals(rules, players, last_spend))
