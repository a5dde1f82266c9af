"""What is in people's heads: shared goals, goodwill, credibility, knowledge, awareness."""

import numpy as np

from game.market.arrays import Array
from game.market.params import MarketParams


def congruence_after(params: MarketParams, congruence: Array, vision: Array) -> Array:
    """Return goal congruence: ``g' = g + gain·h·(1-g) - drift·g``; unpaid, it drifts away.

    Args:
        params: ``congruence_gain``, ``congruence_drift``.
        congruence: g (…, f) 0–1.
        vision: h (…, f) response of ``shared_vision``, 0–1.

    """
    gain = params.congruence_gain * vision
    return congruence + gain - congruence * (gain + params.congruence_drift)


def goodwill_after(params: MarketParams, goodwill: Array, pull: Array, credibility: Array) -> Array:
    """Return goodwill (Nerlove–Arrow): ``G' = (1-v)·G + v·(Σ w_g h)·credibility``, at most 1.

    Args:
        params: ``goodwill_speed`` v.
        goodwill: G (…, f) 0–1.
        pull: Σ w_g h (…, f).
        credibility: (…, f) 0–1.

    """
    earned = pull * credibility
    result: Array = np.minimum(goodwill + params.goodwill_speed * (earned - goodwill), 1.0)
    return result


def awareness_after(
    params: MarketParams, awareness: Array, exposure: Array, goodwill: Array
) -> Array:
    """Return awareness (Vidale–Wolfe): ``A' = A + (1-A)(1-e^-x) - f·A·(1-.5G)``.

    Args:
        params: ``forgetting`` f, ``goodwill_remembers``.
        awareness: A (…, f, s) 0–1.
        exposure: x (…, f, s) exposures in the step, ≥ 0.
        goodwill: G (…, f) 0–1: a liked brand is forgotten more slowly.

    """
    learned = (awareness - 1.0) * np.expm1(-exposure)
    spared = params.forgetting * params.goodwill_remembers
    kept = (1 - params.forgetting) + spared * goodwill
    result: Array = learned + awareness * kept[..., None]
    return result


def news(params: MarketParams, awareness: Array, relations: Array) -> Array:
    """Return exposures through the press, (…, f, s): ``w·h·(1-A)^4``, for who is new is news.

    Args:
        params: ``news_pull`` w.
        awareness: A (…, f, s) 0–1.
        relations: h (…, f) response of ``public_relations``, 0–1.

    """
    strange = (1 - awareness) * (1 - awareness)
    return (params.news_pull * relations)[..., None] * (strange * strange)


def knowledge_after(
    params: MarketParams, knowledge: Array, feedback: Array, contacts: Array
) -> Array:
    """Return what feedback has taught: it grows only where loops *and* real contacts exist.

    ``k' = k + gain·h·c/(c + c_half)·(ceiling - k) - decay·k``

    Args:
        params: ``knowledge_gain``, ``knowledge_contacts`` c_half, ``knowledge_ceiling``.
        knowledge: k (…, f) ≥ 0.
        feedback: h (…, f) effective response of ``feedback_loops``.
        contacts: c (…, f) accounts that sales worked on in the step.

    """
    heard = contacts / (contacts + params.knowledge_contacts)
    gain = params.knowledge_gain * feedback * heard * (params.knowledge_ceiling - knowledge)
    return np.maximum((1 - params.knowledge_decay) * knowledge + gain, 0.0)


def credibility_after(params: MarketParams, credibility: Array, changed: Array) -> Array:
    """Return credibility 0–1 of the message: it heals, and suffers when the message ``changed``."""
    repair = params.credibility_repair
    return ((1 - repair) * credibility + repair) * (1.0 - params.credibility_cost * changed)
