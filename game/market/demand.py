"""From attention to leads: firms compete for the same people, and the sum never exceeds them."""

import numpy as np

from game.market.arrays import Array, over_firms
from game.market.params import MarketParams


def focus_factor(focus: Array) -> Array:
    """Return the effect of effort shares on each segment: ``√(S·share)``, 1 at an even split.

    Concave: an even split does most in total, focus does more where a segment is worth more.

    Args:
        focus: (…, f, s) ≥ 0; shares that sum to 1 over s.

    """
    result: Array = np.sqrt(focus * focus.shape[-1])
    return result


def inbound_attraction(
    params: MarketParams,
    awareness: Array,
    goodwill: Array,
    pull: Array,
    skill: Array,
    fitting: Array,
) -> Array:
    """Return how strongly marketing draws in-market people: (…, f, s) ≥ 0.

    ``a = A·(.65 + .35G)·base·(organic + Σ w_l h)·skill·(.8 + .4·fit of the message)·focus``

    Args:
        params: ``lead_base``, ``lead_organic``, ``awareness_without_goodwill``, ``positioning_…``.
        awareness: A (…, f, s).
        goodwill: G (…, f).
        pull: Σ w_l h (…, f).
        skill: (…, f) factor from training and research.
        fitting: (…, f, s) how well the message fits the segment (0–1, .5 is neutral).

    """
    floor = params.awareness_without_goodwill
    base = params.lead_base
    firm = (base * floor + base * (1 - floor) * goodwill) * (params.lead_organic + pull)
    message = (1 - 0.5 * params.positioning_inbound) + params.positioning_inbound * fitting
    return awareness * (firm * skill)[..., None] * message


def outbound_attraction(
    params: MarketParams, awareness: Array, prospecting: Array, fit: Array, training: Array
) -> Array:
    """Return how many in-market people prospecting gets hold of: (…, f, s) ≥ 0.

    ``a = pull·h·(cold + (1-cold)·A)·q·(1 + .2·h_training)``: calls work on those who know us.
    """
    cold = params.cold_call
    firm = params.prospecting_pull * prospecting * fit * (1.0 + params.training_outbound * training)
    return firm[..., None] * (cold + (1 - cold) * awareness)


def contested(inward: Array, outward: Array, looking: Array) -> tuple[Array, Array, Array]:
    """Part the people who are looking among the firms that draw them.

    With ``H = Σ_f a``, people taken are ``M(1 - e^-H)``, and a firm's part of them is ``a/H``.

    Args:
        inward: (…, f, s) attraction of marketing.
        outward: (…, f, s) attraction of prospecting.
        looking: M (…, s) people.

    Returns:
        people inbound and outbound, (…, f, s), and the sum of both over the firms, (…, s).

    """
    pressure = over_firms(inward + outward)
    drawn = part_served(pressure) * looking
    share = drawn[..., None, :]
    return inward * share, outward * share, drawn * pressure


def part_served(load: Array) -> Array:
    """Return what part of a demand is met at a load of demand / capacity: ``(1 - e^-x) / x``.

    Smooth: 1 where there is next to no load; near the limit some already wait; far beyond it the
    capacity is used exactly.

    Args:
        load: x ≥ 0, of any shape.

    >>> part_served(np.array([0.0, 1.0, 100.0])).round(3).tolist()
    [1.0, 0.632, 0.01]

    """
    less = -1e-12 - load  # never 0, and far below what anybody could see
    result: Array = np.expm1(less) / less
    return result
