"""What is handed from turn to turn, what firms decide, what luck brings, what the market answers.

All four are frozen dataclasses of read-only arrays. Money is in the scenario's currency, people in
accounts (buying units), shares and rates are fractions. Axes: see ``arrays``. They compare by
identity: "equal" for arrays would have to say equal how nearly.
"""

from dataclasses import dataclass

from game.market.arrays import Array, Indices


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MarketState:
    """All that the market remembers at the end of a turn.

    People of a segment are in exactly one of: ``uncommitted``, ``cooling``, or one firm's
    ``lead``, ``nurture``, ``mql``, ``sql``, ``opportunity``, ``customer``. Awareness is what is in
    their heads and no stock of people.
    """

    elapsed: int  # internal steps since the start of the game
    memory: Array  # (…, f, l) adstock, 1 = reference spend for ever
    goodwill: Array  # (…, f) 0–1
    congruence: Array  # (…, f) 0–1, how much marketing and sales want the same
    knowledge: Array  # (…, f) ≥ 0, what feedback from real contacts has taught
    satisfaction: Array  # (…, f) 0–1
    credibility: Array  # (…, f) 0–1, suffers when the message changes
    positioning: Indices  # (…, f) message led with in the last turn
    cash: Array  # (…, f) money at the end of the turn, before the next turn's allowance
    awareness: Array  # (…, f, s) share of accounts that recognise the brand
    lead: Array  # (…, f, s) accounts, interested and not yet assessed
    nurture: Array  # (…, f, s) accounts, interested and not ready
    mql: Array  # (…, f, s) accounts waiting at the handoff
    sql: Array  # (…, f, s) accounts accepted by sales, waiting for a demo
    opportunity: Array  # (…, f, s) accounts in an open deal
    customer: Array  # (…, f, s) accounts
    recurring: Array  # (…, f, s) money a month that customers pay
    uncommitted: Array  # (…, s) accounts in nobody's pipeline
    cooling: Array  # (…, s) accounts that left a pipeline, not to be won for a while


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Decisions:
    """What every firm decides for one turn."""

    spend: Array  # (…, f, l) money for the turn, ≥ 0
    qualification_bar: Array  # (…, f) 0–1, how strict a lead must be before it is handed over
    focus: Array  # (…, f, s) ≥ 0, shares of effort, sum 1 over s
    positioning: Indices  # (…, f) message led with


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shocks:
    """Luck of one turn, the same for every firm of a market and every parallel world."""

    demand: Array  # (…, k) factor on in-market people for each internal step, mean 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """What the market did in one turn.

    Flows and money are sums over the turn; the price of attention, hours, rates and loads are means
    of its internal steps; response, fit and discount are those at its end.
    """

    price_of_attention: Array  # (…, c) price index of params.CROWDED, mean over the turn
    response: Array  # (…, f, l) 0–1, how much each lever does at the end
    in_market: Array  # (…, s) accounts looking for an offer
    inbound: Array  # (…, f, s) leads that marketing brought
    outbound: Array  # (…, f, s) accounts that prospecting brought straight to sales
    not_ready: Array  # (…, f, s) leads assessed and not ready: to the nurture pool
    nurtured: Array  # (…, f, s) leads that came back from the nurture pool as MQL
    mqls: Array  # (…, f, s) leads qualified by marketing, nurtured ones included
    leaked: Array  # (…, f, s) MQLs that nobody ever called
    unworked: Array  # (…, f, s) MQLs gone cold because sales had no time
    rejected: Array  # (…, f, s) MQLs that sales did not accept
    too_late: Array  # (…, f, s) MQLs accepted, but answered too late
    sqls: Array  # (…, f, s) leads that sales works on: accepted, prospected and referred
    referrals: Array  # (…, f, s) of these, recommended by customers
    no_demo: Array  # (…, f, s) SQLs gone cold because there was no demo in time
    unfit: Array  # (…, f, s) SQLs that turned out not to be an opportunity
    opportunities: Array  # (…, f, s) new ones
    wins: Array  # (…, f, s) deals won
    lost_to_rivals: Array  # (…, f, s) deals
    lost_to_no_decision: Array  # (…, f, s) deals
    churned: Array  # (…, f, s) customers who left
    lead_fit: Array  # (…, f) 0–1, fit of new leads
    handed_fit: Array  # (…, f) 0–1, fit of what is handed over
    response_hours: Array  # (…, f) hours until a lead is answered
    leak_rate: Array  # (…, f) share of MQLs that nobody calls
    acceptance: Array  # (…, f) share of treated MQLs that sales accepts
    sales_load: Array  # (…, f) MQLs to be treated / sales capacity
    demo_load: Array  # (…, f) SQLs to be shown / demo capacity
    discount: Array  # (…, f) share of the list price given away
    spend: Array  # (…, f, l) money
    bookings: Array  # (…, f) money: wins × a year's price after discount
    revenue: Array  # (…, f) money received from customers
    contribution: Array  # (…, f) money: margin × revenue − spend
