"""One internal step of the market, stage by stage along the customer's journey.

Heads first (``climate``), then people into the pipeline and through it (``funnel``), then deals and
customers (``deals``); at the end the new state and the outcome are read off.
"""

from typing import NamedTuple

import numpy as np

from game.market import customers, demand, handoff, heads, selling
from game.market.arrays import Array, Indices, aligned, over_firms, over_last
from game.market.levers import INDEX
from game.market.params import CROWDED, MarketParams
from game.market.response import adstock, hill, price_of_attention, pulls
from game.market.state import Decisions, MarketState, Outcome

RESEARCH, CONTENT = INDEX["market_research"], INDEX["content_marketing"]
RELATIONS = INDEX["public_relations"]
PROSPECTING, DEMOS = INDEX["prospecting"], INDEX["product_demos"]
NEGOTIATION, RELATIONSHIP = INDEX["negotiation"], INDEX["relationship_building"]
VISION, MEETINGS, TRAINING = (
    INDEX["shared_vision"],
    INDEX["joint_meetings"],
    INDEX["cross_training"],
)
KPIS, FEEDBACK = INDEX["shared_kpis"], INDEX["feedback_loops"]


class Purse(NamedTuple):
    """Money of one internal step."""

    spend: Array  # (…, f)
    share: Array | None  # (…, f) of the turn's revenue that is paid in; None but at its end
    keep: float  # share of what is left that stays; 1 but at the end of a turn
    earned: tuple[Array, ...]  # (…, f) revenue of each step of the turn so far

    def after(self, cash: Array, revenue: Array) -> Array:
        """Return the cash: ``(cash - spend)·keep + share·(earned + revenue)``, (…, f)."""
        left = cash - self.spend
        if self.keep != 1:
            left = left * self.keep
        if self.share is None:
            return left
        return left + self.share * sum(self.earned, start=revenue)


class Effort(NamedTuple):
    """What the firms do in every internal step of a turn."""

    spend: Array  # (…, f, l) money of the whole turn
    intensity: Array  # (…, f, l) spend of a step / reference
    bar: Array  # (…, f) 0–1, how strict a lead must be
    focus: Array  # (…, f, s) effect of the shares of effort
    fitting: Array  # (…, f, s) 0–1, how well the message fits the segment
    positioning: Indices  # (…, f) message led with


def efforts(params: MarketParams, decisions: Decisions) -> Effort:
    """Return what decisions come to in each of the turn's internal steps."""
    spend, reference = aligned(decisions.spend), params.reference
    if params.steps > 1:
        reference = reference * params.steps
    return Effort(
        spend,
        spend / reference,
        decisions.qualification_bar,
        demand.focus_factor(aligned(decisions.focus)),
        message_fit(params.cares, decisions.positioning),
        decisions.positioning,
    )


def month(
    params: MarketParams, state: MarketState, effort: Effort, luck: Array, purse: Purse
) -> tuple[MarketState, Outcome]:
    """Play one internal step.

    Args:
        params: the market.
        state: before the step.
        effort: of the firms, the same in the whole turn.
        luck: (…) factor on in-market people.
        purse: what happens to the cash.

    """
    air = _climate(params, state, effort)
    flow = _funnel(params, state, effort, air, luck)
    deal = _deals(params, state, effort, air, flow)
    revenue = over_last(deal.recurring)
    if params.steps_per_year != 12:
        revenue = revenue * (12 / params.steps_per_year)
    cash = purse.after(state.cash, revenue)
    after = _state_after(params, state, effort, air, flow, deal, cash)
    return after, _outcome(params, effort, air, flow, deal, revenue, purse.spend)


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


def _climate(params: MarketParams, state: MarketState, effort: Effort) -> _Climate:
    price = price_of_attention(params, effort.intensity)
    effective = effort.intensity.copy("K")
    crowded = effective[..., CROWDED]
    crowded /= price[..., None, :]
    memory = adstock(state.memory, params.memory, effective)
    response = np.minimum(hill(memory, params.shape, params.curved, params.effect), 1.0)
    congruence = heads.congruence_after(params, state.congruence, response[..., VISION])
    floor = params.congruence_floor
    scale = floor + (1 - floor) * congruence
    teamwork = response[..., VISION:] * scale[..., None]
    pull = pulls(params, response)
    changed = effort.positioning != state.positioning
    credibility = heads.credibility_after(params, state.credibility, changed)
    goodwill = heads.goodwill_after(params, state.goodwill, pull[..., 1], credibility)
    return _Climate(memory, response, pull, price, congruence, teamwork, credibility, goodwill)


def message_fit(cares: Array, positioning: Indices) -> Array:
    """Return how well each firm's message fits each segment, (…, f, s) 0–1.

    Args:
        cares: (…, s, m) what segments care for.
        positioning: (…, f) index of the message led with.

    """
    if cares.ndim == 2:  # the same for all worlds: a plain look-up
        # Transposed twice, so that the worlds of a batch stay side by side (see ``batched``).
        fitting: Array = cares.take(positioning.T, axis=1).T
        return fitting
    by_message = np.swapaxes(cares, -1, -2)  # (…, m, s)
    return np.take_along_axis(by_message, positioning[..., None], axis=-2)


class _Funnel(NamedTuple):
    """People on their way from the market to an opportunity."""

    awareness: Array  # (…, f, s)
    fit: Array  # (…, f) of new leads
    handed_fit: Array  # (…, f) of what is handed over
    in_market: Array  # (…, s)
    inbound: Array  # (…, f, s)
    outbound: Array  # (…, f, s)
    referrals: Array  # (…, f, s)
    free: Array  # (…, s) uncommitted people who stay so
    qualified: handoff.Qualified
    handed: handoff.Handed
    sqls: Array  # (…, f, s) new ones
    worked: selling.Worked


def _funnel(
    params: MarketParams, state: MarketState, effort: Effort, air: _Climate, luck: Array
) -> _Funnel:
    response, bar = air.response, effort.bar
    meetings, training, kpis, feedback = (
        air.teamwork[..., lever - VISION] for lever in (MEETINGS, TRAINING, KPIS, FEEDBACK)
    )
    awareness = _awareness(params, state, effort, air)
    fit = handoff.lead_fit(params, response[..., RESEARCH], feedback, state.knowledge)
    handed_fit = handoff.handed_fit(params, fit, bar)
    in_market = _in_market(params, state, luck)
    inward, outward = _attractions(params, effort, air, awareness, fit, training)
    inbound, outbound, taken = demand.contested(inward, outward, in_market)
    left = state.uncommitted - taken
    wanted = customers.wanted_referrals(
        params, state.customer, state.satisfaction, response[..., RELATIONSHIP]
    )
    referrals, recommended = customers.referred(wanted, left)
    qualified = handoff.qualify(
        params,
        state.lead + inbound,
        state.nurture,
        handoff.mql_share(params, fit, bar),
        response[..., CONTENT],
    )
    bridge = state.mql + qualified.mqls
    skill = 1.0 + params.training_capacity * training
    handed = handoff.hand_over(params, bridge, handed_fit, meetings, kpis, skill)
    sqls = handed.reached + outbound + referrals
    worked = selling.work(params, state.sql + sqls, handed_fit, response[..., DEMOS], skill)
    return _Funnel(
        awareness,
        fit,
        handed_fit,
        in_market,
        inbound,
        outbound,
        referrals,
        left - recommended,
        qualified,
        handed,
        sqls,
        worked,
    )


def _awareness(params: MarketParams, state: MarketState, effort: Effort, air: _Climate) -> Array:
    happy = params.word_of_mouth * state.satisfaction[..., None]
    exposure = air.pull[..., 0, None] * effort.focus + happy * state.customer / params.accounts
    exposure = exposure + heads.news(params, state.awareness, air.response[..., RELATIONS])
    return heads.awareness_after(params, state.awareness, exposure, air.goodwill)


def _in_market(params: MarketParams, state: MarketState, luck: Array) -> Array:
    """Return the uncommitted people who are looking for an offer, (…, s)."""
    month = (params.start_month + state.elapsed * 12 // params.steps_per_year) % 12
    wave = params.season[month] * luck
    # Even in the wildest boom some people are not looking.
    looking = np.multiply(wave[..., None], params.in_market, order="F")
    people: Array = state.uncommitted * np.minimum(looking, 0.9)
    return people


def _attractions(
    params: MarketParams,
    effort: Effort,
    air: _Climate,
    awareness: Array,
    fit: Array,
    training: Array,
) -> tuple[Array, Array]:
    """Return how strongly marketing and prospecting draw people who are looking, (…, f, s)."""
    response = air.response
    sharper = params.research_targeting
    targeting = (1 - 0.5 * sharper) + sharper * response[..., RESEARCH]
    skill = (1.0 + params.training_inbound * training) * targeting
    inward = demand.inbound_attraction(
        params, awareness, air.goodwill, air.pull[..., 2], skill, effort.fitting
    )
    outward = demand.outbound_attraction(
        params, awareness, response[..., PROSPECTING], fit, training
    )
    return inward * effort.focus, outward * effort.focus


class _Deals(NamedTuple):
    """Deals decided in the step, and the customers they are added to."""

    closed: Array  # (…, f, s)
    decided: selling.Decided
    churned: Array  # (…, f, s) customers
    discount: Array  # (…, f)
    paid: Array  # (…, f, s) money a month from new customers
    recurring: Array  # (…, f, s) money a month from all


def _deals(
    params: MarketParams, state: MarketState, effort: Effort, air: _Climate, flow: _Funnel
) -> _Deals:
    response = air.response
    skills = (
        params.win_demos * response[..., DEMOS]
        + params.win_negotiation * response[..., NEGOTIATION]
        + params.win_relationship * response[..., RELATIONSHIP]
        + params.win_training * air.teamwork[..., TRAINING - VISION]
    )
    utility = selling.win_utility(
        params, skills, air.goodwill, air.congruence, flow.handed_fit, effort.fitting
    )
    # New opportunities arrive through the month: half of them have had the time to close.
    ripe = state.opportunity + 0.5 * flow.worked.opportunities
    closed = params.closing[..., None, :] * ripe
    decided = selling.decided(params, utility, flow.awareness, closed)
    leaving = customers.churn_share(params, state.satisfaction)
    discount = selling.discount(params, response[..., NEGOTIATION])
    paid = decided.wins * params.price * (1.0 - discount)[..., None]
    recurring = customers.recurring_after(
        params, state.recurring, leaving, state.satisfaction, paid
    )
    return _Deals(
        closed,
        decided,
        state.customer * leaving,
        discount,
        paid,
        recurring,
    )


def _state_after(
    params: MarketParams,
    state: MarketState,
    effort: Effort,
    air: _Climate,
    flow: _Funnel,
    deal: _Deals,
    cash: Array,
) -> MarketState:
    feedback = air.teamwork[..., FEEDBACK - VISION]
    # The further somebody has come, the later he is on the market again (the nurture pool empties
    # faster than cooling does): otherwise better work would hand people to rivals sooner.
    rested = params.cooling_off * state.cooling
    return MarketState(
        elapsed=state.elapsed + 1,
        memory=air.memory,
        goodwill=air.goodwill,
        congruence=air.congruence,
        knowledge=heads.knowledge_after(params, state.knowledge, feedback, over_last(flow.sqls)),
        satisfaction=customers.satisfaction_after(
            params,
            state.satisfaction,
            air.response[..., RELATIONSHIP],
            flow.handed_fit,
            air.congruence,
        ),
        credibility=air.credibility,
        positioning=effort.positioning,
        cash=cash,
        awareness=flow.awareness,
        lead=flow.qualified.lead,
        nurture=flow.qualified.nurture,
        mql=flow.handed.waiting,
        sql=flow.worked.waiting,
        opportunity=state.opportunity + flow.worked.opportunities - deal.closed,
        customer=state.customer - deal.churned + deal.decided.wins,
        recurring=deal.recurring,
        uncommitted=flow.free + over_firms(flow.qualified.leaving) + rested,
        cooling=state.cooling - rested + over_firms(_freed(flow, deal)),
    )


def _freed(flow: _Funnel, deal: _Deals) -> Array:
    """Return who leaves each pipeline and is not to be won for a while, (…, f, s)."""
    handed, worked = flow.handed, flow.worked
    at_handoff = handed.leaked + handed.unworked + handed.too_late + handed.rejected
    at_demos = worked.no_demo + worked.unfit
    lost = deal.decided.to_rivals + deal.decided.undecided
    return at_handoff + at_demos + lost + deal.churned


def _outcome(
    params: MarketParams,
    effort: Effort,
    air: _Climate,
    flow: _Funnel,
    deal: _Deals,
    revenue: Array,
    spend: Array,
) -> Outcome:
    qualified, handed, worked = flow.qualified, flow.handed, flow.worked
    return Outcome(
        price_of_attention=air.price,
        response=air.response,
        in_market=flow.in_market,
        inbound=flow.inbound,
        outbound=flow.outbound,
        not_ready=qualified.not_ready,
        nurtured=qualified.nurtured,
        mqls=qualified.mqls,
        leaked=handed.leaked,
        unworked=handed.unworked,
        rejected=handed.rejected,
        too_late=handed.too_late,
        sqls=flow.sqls,
        referrals=flow.referrals,
        no_demo=worked.no_demo,
        unfit=worked.unfit,
        opportunities=worked.opportunities,
        wins=deal.decided.wins,
        lost_to_rivals=deal.decided.to_rivals,
        lost_to_no_decision=deal.decided.undecided,
        churned=deal.churned,
        lead_fit=flow.fit,
        handed_fit=flow.handed_fit,
        response_hours=handed.response_hours,
        leak_rate=handed.leak_rate,
        acceptance=handed.acceptance,
        sales_load=handed.load,
        demo_load=worked.load,
        discount=deal.discount,
        spend=effort.spend,
        bookings=12 * over_last(deal.paid),
        revenue=revenue,
        contribution=params.margin * revenue - spend,
    )
