"""From lead to accepted lead: qualifying, and the handoff where most value is won or lost."""

from typing import NamedTuple

import numpy as np

from game.market.arrays import Array, over_last
from game.market.demand import part_served
from game.market.params import MarketParams
from game.market.response import power


class Qualified(NamedTuple):
    """Leads after marketing's assessment, (…, f, s) accounts."""

    lead: Array  # still to be assessed
    nurture: Array  # pool of those not ready
    mqls: Array  # newly qualified, nurtured ones included
    not_ready: Array
    nurtured: Array
    leaving: Array  # lost interest: uncommitted again


def lead_fit(params: MarketParams, research: Array, feedback: Array, knowledge: Array) -> Array:
    """Return the fit of new leads (…, f): ``q = q0(1 + .12·h_research + .20·c·h_feedback + k)``."""
    learned = 1 + params.fit_research * research + params.fit_feedback * feedback + knowledge
    return np.minimum(params.fit_base * learned, 1.0)


def handed_fit(params: MarketParams, fit: Array, bar: Array) -> Array:
    """Return the fit of what is handed over, (…, f): ``q + (1-q)·k·b(2-b)``.

    The bar sorts out misfits, the plain ones first: the stricter it is, the less one more step
    improves, while leads go on being lost at the same rate (``mql_share``).
    """
    return fit + (1 - fit) * (params.bar_fit * bar * (2 - bar))


def mql_share(params: MarketParams, fit: Array, bar: Array) -> Array:
    """Return the share of assessed leads that qualify: ``r0·(q/q0)·e^(-k(b² - ¼))``, at most .95.

    A stricter bar hands over fewer and better leads, a low one hardly more than all there are;
    better fit passes more at the same bar. With ``handed_fit`` this makes both ends a mistake.
    """
    strict = np.exp(params.bar_strictness * (0.25 - bar * bar))
    return np.minimum(params.mql_rate / params.fit_base * fit * strict, 0.95)


def qualify(
    params: MarketParams, lead: Array, nurture: Array, share: Array, content: Array
) -> Qualified:
    """Assess leads, and bring nurtured ones back.

    Args:
        params: ``assessing``, ``nurture_…``.
        lead: (…, f, s) leads in hand, new ones included.
        nurture: (…, f, s) pool of those not ready.
        share: (…, f) of assessed leads that qualify.
        content: (…, f) response of ``content_marketing``.

    """
    assessed = params.assessing * lead
    qualified = assessed * share[..., None]
    not_ready = assessed - qualified
    back = (params.nurture_base + params.nurture_content * content)[..., None]
    nurtured = nurture * back
    resting = nurture - nurtured
    leaving = resting * params.nurture_leaving
    return Qualified(
        lead - assessed,
        resting - leaving + not_ready,
        qualified + nurtured,
        not_ready,
        nurtured,
        leaving,
    )


class Handed(NamedTuple):
    """MQLs after the handoff, (…, f, s) accounts; the rates are (…, f)."""

    waiting: Array  # still at the bridge
    reached: Array  # accepted and answered in time: now SQL
    leaked: Array
    unworked: Array
    rejected: Array
    too_late: Array
    response_hours: Array
    leak_rate: Array
    acceptance: Array
    load: Array


def reach(params: MarketParams, response_hours: Array) -> Array:
    """Return the share of accepted leads still interested when sales answers after so many hours.

    ``late + (1-late)/(1 + (τ/24)^.8)``: half of what can be lost is lost after a day.
    """
    waited = power(response_hours / params.patience_hours, params.patience_shape)
    return params.late_contact + (1 - params.late_contact) / (1.0 + waited)


def hand_over(
    params: MarketParams,
    mql: Array,
    fit: Array,
    meetings: Array,
    kpis: Array,
    skill: Array,
) -> Handed:
    """Carry MQLs over the gap: some leak, some wait, some are refused, some are answered too late.

    Args:
        params: the handoff's parameters.
        mql: (…, f, s) MQLs at the bridge, new ones included.
        fit: (…, f) of what is handed over.
        meetings: (…, f) effective response of ``joint_meetings``: hours and leakage.
        kpis: (…, f) effective response of ``shared_kpis``: acceptance.
        skill: (…, f) factor on capacity from ``cross_training``.

    """
    hours = params.response_hours * np.exp(-params.meetings_response * meetings)
    leak_rate = params.leak * np.exp(-params.meetings_leak * meetings)
    accepting = params.acceptance + params.kpis_acceptance * kpis
    acceptance = np.minimum(np.maximum(accepting + params.fit_acceptance * (fit - 0.6), 0.02), 0.98)
    leaked = mql * leak_rate[..., None]
    called = mql - leaked
    capacity = params.sales_capacity * skill
    load = over_last(called * params.work) / np.maximum(capacity, 1e-9)
    treated = called * part_served(load)[..., None]
    waiting = called - treated
    unworked = waiting * params.going_cold
    accepted = treated * acceptance[..., None]
    reached = accepted * reach(params, hours)[..., None]
    return Handed(
        waiting - unworked,
        reached,
        leaked,
        unworked,
        treated - accepted,
        accepted - reached,
        hours,
        leak_rate,
        acceptance,
        load,
    )
