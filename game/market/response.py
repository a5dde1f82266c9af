"""From money to response: the price of attention, memory and the Hill curve."""

import numpy as np

from game.market.arrays import Array
from game.market.params import CROWDED, MarketParams


def price_of_attention(params: MarketParams, intensity: Array) -> Array:
    """Return what one unit of attention costs now, as an index.

    ``P = clip((Σ_f x/ref / usual_crowd)^e, floor, ceiling)`` on the crowded stretch of the levers.
    The sum, not the mean: a firm that spends nothing must change nothing.

    Args:
        params: ``crowding`` e (l,), ``usual_crowd``, ``price_floor``, ``price_ceiling``.
        intensity: (…, f, l) spend / reference, ≥ 0.

    Returns:
        (…, c) price index of the levers in ``CROWDED``, exactly 1 where e is 0.

    """
    crowd = np.add.reduce(intensity[..., CROWDED], axis=-2) / params.usual_crowd
    price = np.power(crowd, params.crowding[CROWDED])
    result: Array = np.minimum(np.maximum(price, params.price_floor), params.price_ceiling)
    return result


def adstock(memory: Array, carry_over: Array, intensity: Array) -> Array:
    """Return what remains of past spend: ``K' = λK + (1-λ)x``, steady state ``K = x``.

    Args:
        memory: K (…, f, l), 1 = reference spend for ever.
        carry_over: λ (l,) share kept a step, 0 ≤ λ < 1.
        intensity: x (…, f, l) effective spend / reference.

    """
    return carry_over * memory + (1 - carry_over) * intensity


def hill(memory: Array, shape: Array) -> Array:
    """Return the response to remembered spend: ``h = K^n / (1 + K^n)``, half at ``K = 1``.

    Concave for n = 1, one inflection (a threshold) for n > 1. Written ``1 - 1/(1 + K^n)``, which
    stays 1 where ``K^n`` overflows.

    Args:
        memory: K (…, f, l) ≥ 0.
        shape: n (l,) ≥ 1.

    >>> hill(np.array([0.0, 1.0, 1e300]), np.array([1.0, 1.0, 2.0])).tolist()
    [0.0, 0.5, 1.0]

    """
    curved = np.flatnonzero(shape != 1)
    if curved.size:
        # A power costs twenty times a product, and most levers have n = 1.
        memory = memory.copy()
        with np.errstate(over="ignore"):
            memory[..., curved] = np.power(memory[..., curved], shape[curved])
    return 1 - 1 / (1 + memory)
