"""From money to response: the price of attention, memory and the Hill curve."""

import numpy as np

from game.market.arrays import Array, over_firms, over_last
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
    crowd = over_firms(intensity[..., CROWDED]) / params.usual_crowd
    price = power(crowd, params.crowding[CROWDED])
    result: Array = np.minimum(np.maximum(price, params.price_floor), params.price_ceiling)
    return result


def adstock(memory: Array, carry_over: Array, intensity: Array) -> Array:
    """Return what remains of past spend: ``K' = λK + (1-λ)x``, steady state ``K = x``.

    Args:
        memory: K (…, f, l), 1 = reference spend for ever.
        carry_over: λ (l,) share kept a step, 0 ≤ λ < 1.
        intensity: x (…, f, l) effective spend / reference.

    """
    return carry_over * (memory - intensity) + intensity


def hill(
    memory: Array, shape: Array, curved: tuple[slice, ...], effect: Array | float = 1.0
) -> Array:
    """Return the response to remembered spend: ``h = e·K^n / (1 + K^n)``, half of e at ``K = 1``.

    Concave for n = 1, one inflection (a threshold) for n > 1. Written ``e - e/(1 + K^n)``, which
    stays e where ``K^n`` is beyond all measure.

    Args:
        memory: K (…, f, l), 0 ≤ K ≤ 1e100.
        shape: n (l,) ≥ 1.
        curved: the stretches of the lever axis where n is not 1.
        effect: e (…, f, l), the response to spend without end.

    >>> hill(np.array([0.0, 1.0, 1e99]), np.array([1.0, 1.0, 2.0]), (slice(2, 3),)).tolist()
    [0.0, 0.5, 1.0]

    """
    if curved:
        # A power costs twenty times a product, and most levers have n = 1; one stretch is quicker
        # than two with a few such levers between them.
        part = slice(curved[0].start, curved[-1].stop)
        memory = memory.copy("K")
        memory[..., part] = power(memory[..., part], shape[part])
    result: Array = effect - effect / (1.0 + memory)
    return result


def power(base: Array, exponent: Array | float) -> Array:
    """Return ``base ** exponent`` for base ≥ 0, as ``e^(n·ln x)``: twice as fast as NumPy's.

    >>> power(np.array([0.0, 4.0]), 0.5).round(12).tolist()
    [0.0, 2.0]
    """
    result: Array = np.exp(exponent * np.log(np.maximum(base, 1e-300)))
    return result


def pulls(params: MarketParams, response: Array) -> Array:
    """Return what all levers together do for awareness, goodwill and demand, (…, f, 3).

    ``Σ_l w_a h``, ``Σ_l w_g h``, ``Σ_l w_l h``, in one pass over the levers that pull at all.
    """
    reach = params.pulls.shape[-1]
    return over_last(response[..., None, :reach] * params.pulls)
