"""Many plans for one firm at once: a batch of decisions for a batch of worlds."""

import numpy as np

from game.market import Array, Decisions
from game.market.arrays import batched, locked
from game.scenario.rules import Rules
from game.session import Plan
from game.session.rivals import with_rivals
from game.session.world import World


def alternatives(
    rules: Rules, plans: tuple[Plan, ...], firm: int, spends: Array, worlds: World
) -> Decisions:
    """Return the decisions of all firms in worlds where one firm spends differently.

    Args:
        rules: the scenario.
        plans: what the player firms do otherwise, one each.
        firm: index of the player firm that varies.
        spends: (w, l) its money a lever in each world.
        worlds: (w, …) with the turn opened.

    Returns:
        decisions with worlds on the first axis, (w, f, …).

    """
    count = (len(spends),)
    last = None if worlds.outcome is None else worlds.outcome.spend
    spend = batched(np.array([plan.spend for plan in plans], dtype=float), count)
    spend[:, firm] = spends
    players = Decisions(
        spend=spend,
        qualification_bar=batched(np.array([plan.bar for plan in plans]), count),
        focus=batched(np.array([plan.focus for plan in plans], dtype=float), count),
        positioning=batched(np.array([plan.positioning for plan in plans], dtype=np.int64), count),
    )
    return locked(with_rivals(rules, players, worlds.market.cash, last))
