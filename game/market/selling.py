"""From accepted lead to deal: demos, closing, and who wins against rivals and indecision."""

from typing import NamedTuple

import numpy as np

from game.market.arrays import Array, over_firms, over_last
from game.market.demand import part_served
from game.market.params import MarketParams


class Worked(NamedTuple):
    """SQLs after the demos, (…, f, s) accounts; ``load`` is (…, f)."""

    waiting: Array
    opportunities: Array
    no_demo: Array
    unfit: Array
    load: Array


def work(params: MarketParams, sql: Array, fit: Array, demos: Array, skill: Array) -> Worked:
    """Turn SQLs into opportunities as far as there is time for a demo.

    Args:
        params: ``demo_…``, ``opportunity_rate``, ``fit_opportunity``, ``training_capacity``.
        sql: (…, f, s) SQLs in hand, new ones included.
        fit: (…, f) of what was handed over.
        demos: (…, f) response of ``product_demos``.
        skill: (…, f) factor on capacity from ``cross_training``.

    """
    reachable = params.demo_floor + params.demo_reach * demos
    capacity = params.demo_capacity * reachable * skill
    load = over_last(sql * params.work) / np.maximum(capacity, 1e-9)
    shown = sql * part_served(load)[..., None]
    waiting = sql - shown
    no_demo = waiting * params.going_cold
    steep = params.opportunity_rate * params.fit_opportunity
    rate = (params.opportunity_rate - 0.6 * steep) + steep * fit
    opportunities = shown * np.minimum(rate, 0.95)[..., None]
    return Worked(
        waiting - no_demo,
        opportunities,
        no_demo,
        shown - opportunities,
        load,
    )


def win_utility(
    params: MarketParams,
    skills: Array,
    goodwill: Array,
    congruence: Array,
    fit: Array,
    fitting: Array,
) -> Array:
    """Return V (…, f, s), the log odds of winning against *no decision* alone.

    ``V = v0 + skills + .40·G + .15·(g-.4) + fit of the leads + fit of the message + asking``,
    where asking is the firm's appeal less ``1.5·ln(price / usual price)``.

    Args:
        params: ``win_…``, ``asking`` (…, f, s).
        skills: (…, f) weighted responses of demos, negotiation, relationships, training.
        goodwill: G (…, f).
        congruence: g (…, f).
        fit: (…, f) of what was handed over.
        fitting: (…, f, s) how well the message fits the segment, .5 is neutral.

    """
    # Everything that is the same for all is added up before any array is touched.
    base = params.win_base - 0.4 * params.win_congruence - 0.6 * params.win_fit
    firm = (
        (base - 0.5 * params.win_positioning)
        + skills
        + params.win_goodwill * goodwill
        + params.win_congruence * congruence
        + params.win_fit * fit
    )
    return firm[..., None] + params.win_positioning * fitting + params.asking


class Decided(NamedTuple):
    """Deals decided, (…, f, s); together they are all that were closed."""

    wins: Array
    to_rivals: Array
    undecided: Array


def decided(params: MarketParams, utility: Array, awareness: Array, closed: Array) -> Decided:
    """Part closed deals into those won, those lost to rivals and those nobody got, (…, f, s).

    ``p = e^V / (1 + e^V + ρ Σ_rivals e^V·A)``: a rival counts as far as the segment knows it.
    """
    strength = np.exp(utility)
    presence = params.rival_presence * strength * awareness
    rivals = over_firms(presence)[..., None, :] - presence
    undecided = closed / (1.0 + strength + rivals)
    return Decided(undecided * strength, undecided * rivals, undecided)


def discount(params: MarketParams, negotiation: Array) -> Array:
    """Return the share of the list price given away, (…, f): skill protects the price."""
    return params.discount_base * np.exp(-params.discount_negotiation * negotiation)
