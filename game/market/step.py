"""One turn of the market: the pure function on which the whole game rests."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from game.market import customers, demand, handoff, heads, selling
from game.market.arrays import Array, Indices, locked, over_firms, over_last
from game.market.levers import INDEX
from game.market.params import CROWDED, MarketParams
from game.market.response import adstock, hill, price_of_attention, pulls
from game.market.state import Decisions, MarketState, Outcome, Shocks

RESEARCH, CONTENT = INDEX["market_research"], INDEX["content_marketing"]
PROSPECTING, DEMOS = INDEX["prospecting"], INDEX["product_demos"]
NEGOTIATION, RELATIONSHIP = INDEX["negotiation"], INDEX["relationship_building"]
VISION, MEETINGS, TRAINING = (
    INDEX["shared_vision"],
    INDEX["joint_meetings"],
    INDEX["cross_training"],
)
KPIS, FEEDBACK = INDEX["shared_kpis"], INDEX["feedback_loops"]

SUMMED = (
    *("in_market", "inbound", "outbound", "not_ready", "nurtured", "mqls"),
    *("leaked", "unworked", "rejected", "too_late", "sqls", "referrals", "no_demo", "unfit"),
    *("opportunities", "wins", "lost_to_rivals", "lost_to_no_decision", "churned"),
    *("bookings", "revenue", "contribution"),
)
AVERAGED = (
    *("price_of_attention", "response_hours", "leak_rate", "acceptance"),
    *("sales_load", "demo_load"),
)


def step(
    params: MarketParams, state: MarketState, decisions: Decisions, shocks: Shocks
) -> tuple[MarketState, Outcome]:
    """Play one turn and return the new state and what happened.

    Pure: same inputs, same bits. A turn is ``params.steps`` internal steps with the same decisions,
    over which the spend is spread evenly. World *i* of a batch equals the world alone.

    Args:
        params: the market, at the turn's pace (``pace.at_pace``).
        state: the market at the end of the last turn.
        decisions: of every firm; ``spend`` ≥ 0 and finite.
        shocks: luck, ``demand`` (…, k) with k ≥ ``params.steps``.

    """
    changed = decisions.positioning != state.positioning
    intensity = decisions.spend / (params.reference * params.steps)
    total = over_last(decisions.spend)
    part_of_it = total / params.steps
    outcomes = []
    for part in range(params.steps):
        luck = shocks.demand[..., part]
        moved = changed if part == 0 else np.zeros_like(changed)
        state, outcome = _month(params, state, decisions, intensity, moved, luck, part_of_it)
        outcomes.append(outcome)
    outcome = outcomes[0] if len(outcomes) == 1 else _together(outcomes)
    cash = (state.cash - total) * params.carry_over + params.revenue_share * outcome.revenue
    return locked(replace(state, cash=cash)), locked(outcome)


class _Climate(NamedTuple):
    """What the heads of customers and colleagues make of the money, before anybody buys."""

    memory: Array  # (…, f, l)
    response: Array  # (…, f, l)
    pull: Array  # (…, f, 3) on awareness, goodwill, demand
    price: Array  # (…, c) of the levers in CROWDED
    congruence: Array  # (…, f)
    teamwork: Array  # (…, f, 5) responses of the collaboration levers, scaled by congruence
    credibility: Array  # (…, f)
    goodwill: Array  # (…, f)
    focus: Array  # (…, f, s)
    fitting: Array  # (…, f, s)


def _climate(
    params: MarketParams,
    state: MarketState,
    decisions: Decisions,
    intensity: Array,
    changed: Array,
) -> _Climate:
    price = price_of_attention(params, intensity)
    effective = intensity.copy("K")
    effective[..., CROWDED] /= price[..., None, :]
    memory = adstock(state.memory, params.memory, effective)
    response = np.minimum(hill(memory, params.shape, params.curved) * params.effect, 1.0)
    congruence = heads.congruence_after(params, state.congruence, response[..., VISION])
    floor = params.congruence_floor
    scale = floor + (1 - floor) * congruence
    teamwork = response[..., VISION:] * scale[..., None]
    pull = pulls(params, response)
    credibility = heads.credibility_after(params, state.credibility, changed)
    goodwill = heads.goodwill_after(params, state.goodwill, pull[..., 1], credibility)
    focus = demand.focus_factor(decisions.focus)
    fitting = message_fit(params.cares, decisions.positioning)
    return _Climate(
        memory, response, pull, price, congruence, teamwork, credibility, goodwill, focus, fitting
    )


def message_fit(cares: Array, positioning: Indices) -> Array:
    """Return how well each firm's message fits each segment, (…, f, s) 0–1.

    Args:
        cares: (…, s, m) what segments care for.
        positioning: (…, f) index of the message led with.

    """
    if cares.ndim == 2:  # the same for all worlds: a plain look-up
        # Transposed twice, so that the worlds of a batch stay side by side (see ``batched``).
        return np.take(cares, positioning.T, axis=1).T
    by_message = np.swapaxes(cares, -1, -2)  # (…, m, s)
    return np.take_along_axis(by_message, positioning[..., None], axis=-2)


def _month(
    params: MarketParams,
    state: MarketState,
    decisions: Decisions,
    intensity: Array,
    changed: Array,
    luck: Array,
    spend: Array,  # (…, f) of this internal step
) -> tuple[MarketState, Outcome]:
    climate = _climate(params, state, decisions, intensity, changed)
    response, goodwill, fitting = climate.response, climate.goodwill, climate.fitting
    meetings, training, kpis, feedback = (
        climate.teamwork[..., lever - VISION] for lever in (MEETINGS, TRAINING, KPIS, FEEDBACK)
    )
    care = response[..., RELATIONSHIP]

    exposure = climate.pull[..., 0, None] * climate.focus
    happy = params.word_of_mouth * state.satisfaction[..., None]
    exposure = exposure + happy * state.customer / params.accounts
    awareness = heads.awareness_after(params, state.awareness, exposure, goodwill)

    fit = handoff.lead_fit(params, response[..., RESEARCH], feedback, state.knowledge)
    bar = decisions.qualification_bar
    handed_fit = handoff.handed_fit(params, fit, bar)

    in_market, inbound, outbound = _leads(params, state, climate, awareness, fit, training, luck)
    free = state.uncommitted - over_firms(inbound + outbound)
    wanted = customers.wanted_referrals(params, state.customer, state.satisfaction, care)
    referrals = customers.referred(wanted, free)

    qualified = handoff.qualify(
        params,
        state.lead + inbound,
        state.nurture,
        handoff.mql_share(params, fit, bar),
        response[..., CONTENT],
    )
    handed = handoff.hand_over(
        params, state.mql + qualified.mqls, handed_fit, meetings, kpis, training
    )
    sqls = handed.reached + outbound + referrals
    worked = selling.work(params, state.sql + sqls, handed_fit, response[..., DEMOS], training)

    skills = (
        params.win_demos * response[..., DEMOS]
        + params.win_negotiation * response[..., NEGOTIATION]
        + params.win_relationship * care
        + params.win_training * training
    )
    utility = selling.win_utility(params, skills, goodwill, climate.congruence, handed_fit, fitting)
    won, to_rivals = selling.win_shares(params, utility, awareness)
    # New opportunities arrive through the month: half of them have had the time to close.
    closed = params.closing[..., None, :] * (state.opportunity + 0.5 * worked.opportunities)
    wins = closed * won
    lost_to_rivals = closed * to_rivals
    lost_to_no_decision = closed - wins - lost_to_rivals

    leaving = customers.churn_share(params, state.satisfaction)
    churned = state.customer * leaving
    discount = selling.discount(params, response[..., NEGOTIATION])
    paid = wins * params.price * (1 - discount)[..., None]
    recurring = customers.recurring_after(
        params, state.recurring, leaving, state.satisfaction, paid
    )
    revenue = over_last(recurring) * (12 / params.steps_per_year)

    contacts = over_last(sqls)
    freed = (
        handed.leaked
        + handed.unworked
        + handed.too_late
        + worked.no_demo
        + handed.rejected
        + worked.unfit
        + (closed - wins)
        + churned
    )
    # The further somebody has come, the later he is on the market again (the nurture pool empties
    # faster than cooling does): otherwise better work would hand people to rivals sooner.
    rested = params.cooling_off * state.cooling
    after = MarketState(
        elapsed=state.elapsed + 1,
        memory=climate.memory,
        goodwill=goodwill,
        congruence=climate.congruence,
        knowledge=heads.knowledge_after(params, state.knowledge, feedback, contacts),
        satisfaction=customers.satisfaction_after(
            params, state.satisfaction, care, handed_fit, climate.congruence
        ),
        credibility=climate.credibility,
        positioning=decisions.positioning,
        cash=state.cash,
        awareness=awareness,
        lead=qualified.lead,
        nurture=qualified.nurture,
        mql=handed.waiting,
        sql=worked.waiting,
        opportunity=state.opportunity + worked.opportunities - closed,
        customer=state.customer - churned + wins,
        recurring=recurring,
        uncommitted=free - over_firms(referrals) + over_firms(qualified.leaving) + rested,
        cooling=state.cooling - rested + over_firms(freed),
    )
    return after, Outcome(
        price_of_attention=climate.price,
        response=response,
        in_market=in_market,
        inbound=inbound,
        outbound=outbound,
        not_ready=qualified.not_ready,
        nurtured=qualified.nurtured,
        mqls=qualified.mqls,
        leaked=handed.leaked,
        unworked=handed.unworked,
        rejected=handed.rejected,
        too_late=handed.too_late,
        sqls=sqls,
        referrals=referrals,
        no_demo=worked.no_demo,
        unfit=worked.unfit,
        opportunities=worked.opportunities,
        wins=wins,
        lost_to_rivals=lost_to_rivals,
        lost_to_no_decision=lost_to_no_decision,
        churned=churned,
        lead_fit=fit,
        handed_fit=handed_fit,
        response_hours=handed.response_hours,
        leak_rate=handed.leak_rate,
        acceptance=handed.acceptance,
        sales_load=handed.load,
        demo_load=worked.load,
        discount=discount,
        spend=decisions.spend,
        bookings=12 * over_last(paid),
        revenue=revenue,
        contribution=params.margin * revenue - spend,
    )


def _leads(
    params: MarketParams,
    state: MarketState,
    climate: _Climate,
    awareness: Array,
    fit: Array,
    training: Array,
    luck: Array,
) -> tuple[Array, Array, Array]:
    """Return in-market people (…, s), and who comes by marketing and by prospecting (…, f, s)."""
    response = climate.response
    month = (params.start_month + state.elapsed * 12 // params.steps_per_year) % 12
    wave = params.season[month] * luck
    # Even in the wildest boom some people are not looking.
    looking = np.multiply(wave[..., None], params.in_market, order="F")
    in_market = state.uncommitted * np.minimum(looking, 0.9)
    targeting = 1 + params.research_targeting * (response[..., RESEARCH] - 0.5)
    skill = (1 + params.training_inbound * training) * targeting
    inward = demand.inbound_attraction(
        params, awareness, climate.goodwill, climate.pull[..., 2], skill, climate.fitting
    )
    outward = demand.outbound_attraction(
        params, awareness, response[..., PROSPECTING], fit, training
    )
    inward, outward = inward * climate.focus, outward * climate.focus
    # With H = Σ_f a, people taken are M(1 - e^-H), and a firm's part of them is a/H.
    share = demand.part_served(over_firms(inward + outward)) * in_market
    share = share[..., None, :]
    return in_market, inward * share, outward * share


def _together(outcomes: list[Outcome]) -> Outcome:
    """Add up the flows of a turn's internal steps; keep the rest as it is at the end."""
    changes = {name: sum(getattr(each, name) for each in outcomes) for name in SUMMED}
    changes |= {
        name: sum(getattr(each, name) for each in outcomes) / len(outcomes) for name in AVERAGED
    }
    return replace(outcomes[-1], **changes)
