"""What events do to the market: parameters bent while they act, states pushed once."""

from dataclasses import replace
from typing import Any, Final

import numpy as np

from game.market import Array, MarketState
from game.market.arrays import Truth, locked
from game.market.params import parameter_facts
from game.scenario.rules import Effect, Rules

BENT: Final = {
    "demand": ("in_market", "s"),
    "churn": ("churn", "s"),
    "price": ("price", "fs"),
    "win_chance": ("appeal", "fs"),
    "lever": ("effect", "fl"),
    "sales_capacity": ("sales_capacity", "f"),
    "demo_capacity": ("demo_capacity", "f"),
    "response_hours": ("response_hours", "f"),
    "leak": ("leak", "f"),
    "acceptance": ("acceptance", "f"),
    "contentment": ("contentment", "f"),
    "budget": ("allowance", "f"),
}
"""The parameter that a lasting target bends, and its axes."""

PUSHED: Final = {
    "satisfaction": ("satisfaction", "f"),
    "awareness": ("awareness", "fs"),
    "goodwill": ("goodwill", "f"),
    "congruence": ("congruence", "f"),
    "credibility": ("credibility", "f"),
    "cash": ("cash", "f"),
}
"""The state that a target gives a push, and its axes. All but cash are shares, kept in 0–1."""


def bend(
    rules: Rules, bent: dict[str, Array], effect: Effect, where: Truth, firm: int | None = None
) -> None:
    """Add one effect to the parameters bent so far; nothing is added if the effect is a push.

    Args:
        rules: the scenario.
        bent: parameters by name, as bent so far; those missing are as in ``rules.params``.
        effect: what to do.
        where: (…) truth, the worlds in which it acts.
        firm: the player firm that "you" means; None = all player firms.

    """
    if effect.target not in BENT:
        return
    name, axes = BENT[effect.target]
    _, low, high, _ = parameter_facts(name)
    old = bent[name] if name in bent else getattr(rules.params, name)
    moved = _changed(old, effect, _mask(rules, effect, where, axes, firm))
    # Two events at once may ask for more than there can be.
    bent[name] = np.minimum(np.maximum(moved, low), high)


def push(
    rules: Rules, market: MarketState, effect: Effect, where: Truth, firm: int | None = None
) -> MarketState:
    """Return the market with one push given; unchanged if the effect is a bend."""
    if effect.target not in PUSHED:
        return market
    name, axes = PUSHED[effect.target]
    new = _changed(getattr(market, name), effect, _mask(rules, effect, where, axes, firm))
    if name != "cash":
        new = np.minimum(np.maximum(new, 0.0), 1.0)
    changes: dict[str, Any] = {name: new}
    return locked(replace(market, **changes))


def _changed(old: Array, effect: Effect, mask: Truth) -> Array:
    moved = old * effect.value if effect.operation == "times" else old + effect.value
    return np.where(mask, moved, old)


def _mask(rules: Rules, effect: Effect, where: Truth, axes: str, firm: int | None) -> Truth:
    """Return which entries an effect touches, broadcastable to (…, *axes)."""
    mask = np.asarray(where)
    for axis in axes:
        mask = mask[..., None] & _along(rules, effect, axis, firm)
    return mask


def _along(rules: Rules, effect: Effect, axis: str, firm: int | None) -> Truth:
    if axis == "s":
        return _one_of(len(rules.segments), effect.segment)
    if axis == "l":
        return _one_of(len(rules.levers), effect.lever)
    firms = np.arange(rules.params.firms)
    if effect.rival is not None:
        result: Truth = firms == effect.rival
        return result
    yours = firms < rules.players if firm is None else firms == firm
    if effect.firms == "you":
        return yours
    return firms >= rules.players if effect.firms == "rivals" else firms >= 0


def _one_of(count: int, chosen: int | None) -> Truth:
    places = np.arange(count)
    return places >= 0 if chosen is None else places == chosen
