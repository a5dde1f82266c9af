"""The market's parameters, each with unit, range and source where it is defined.

Everything is written for a **month**; ``pace.at_pace`` turns it into rates of another step. Arrays
may carry leading world axes, so that an event can bend a parameter in some worlds of a batch only.
"Judgement" means: chosen so that the reference market shows the published figures.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, Final

import numpy as np

from game.market.arrays import Array, aligned, frozen
from game.market.levers import INDEX, LEVERS

JUDGEMENT: Final = "judgement"


def _given(default: object, unit: str, low: float, high: float, source: str = JUDGEMENT) -> Any:
    """Declare a parameter: its default, unit, allowed range and where the default comes from."""
    metadata = {"unit": unit, "low": low, "high": high, "source": source}
    if isinstance(default, np.ndarray):
        factory: Callable[[], Array] = default.copy
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)


def _levers(otherwise: float, **values: float) -> Array:
    return frozen([values.get(lever, otherwise) for lever in LEVERS])


ADSTOCK: Final = "carry-over of advertising: Sethuraman, Tellis & Briesch 2011; others judgement"
RESPONSE_TIME: Final = "Oldroyd, McElheran & Elkington 2011: mean 42 h, 23 % never answered"
NERLOVE_ARROW: Final = "Nerlove & Arrow 1962 (form); judgement (size)"
VIDALE_WOLFE: Final = "Vidale & Wolfe 1957 (form); judgement (size)"
FUNNEL: Final = "published funnel surveys: lead to MQL 25–41 %, MQL to SQL 25–45 %"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MarketParams:
    """Everything about a market that decisions do not change.

    Scalars are the same for all; arrays have the axes written beside them and may be given one
    value per world in front. ``segments`` of them have no default: they make the market.
    """

    # --- segments and firms: what a scenario describes -------------------------------------------
    accounts: Array = _given(frozen([1.0]), "accounts", 0, 1e12)  # (s,)
    price: Array = _given(frozen([[1.0]]), "money a month", 0, 1e12)  # (…, f, s)
    usual_price: Array = _given(frozen([1.0]), "money a month", 1e-9, 1e12)  # (s,)
    in_market: Array = _given(  # (…, s)
        frozen([0.017]), "share a month", 0, 1, "Dawes 2021: 5 % a quarter, 20 % a year"
    )
    churn: Array = _given(  # (…, s)
        frozen([0.012]), "share a month at satisfaction .7", 0, 0.5, "vendor surveys: .6–4.2 %"
    )
    closing: Array = _given(frozen([0.36]), "share a month", 0, 1, "84 days a deal")  # (…, s)
    work: Array = _given(frozen([1.0]), "accounts' worth of selling time", 0.1, 100)  # (s,)
    cares: Array = _given(frozen([[0.5]]), "0–1", 0, 1)  # (…, s, m) what a segment cares about
    season: Array = _given(frozen(np.ones(12)), "factor on in-market people", 0, 10)  # (12,)
    appeal: Array = _given(frozen([[0.0]]), "log odds of winning", -10, 10)  # (…, f, s)
    effect: Array = _given(frozen([np.ones(16)]), "factor on a lever's response", 0, 10)  # (…,f,l)
    sales_capacity: Array = _given(frozen([170.0]), "MQLs a month", 0, 1e9)  # (…, f)
    demo_capacity: Array = _given(frozen([60.0]), "SQLs a month", 0, 1e9)  # (…, f)
    response_hours: Array = _given(frozen([42.0]), "hours", 0, 1e4, RESPONSE_TIME)  # (…, f)
    leak: Array = _given(frozen([0.23]), "share of MQLs", 0, 1, RESPONSE_TIME)  # (…, f)
    acceptance: Array = _given(  # (…, f)
        frozen([0.48]), "share of treated MQLs", 0, 1, "Sabnis et al. 2013: up to 70 % not pursued"
    )
    contentment: Array = _given(frozen([0.45]), "satisfaction with no care", 0, 1)  # (…, f)
    margin: Array = _given(frozen([0.7]), "share of revenue", -1, 1)  # (…, f)
    allowance: Array = _given(
        frozen([200_000.0]), "money a turn", 0, 1e15
    )  # (…, f) given at its start
    revenue_share: Array = _given(frozen([0.0]), "share of revenue", 0, 10)  # (…, f) to the budget
    carry_over: float = _given(1.0, "share of unspent money kept", 0, 1)

    # --- levers ----------------------------------------------------------------------------------
    reference: Array = _given(  # (l,) half of the lever's full response
        _levers(
            2_400.0,
            market_research=8_000,
            brand_building=17_000,
            advertising=35_000,
            content_marketing=20_000,
            social_media=12_000,
            seo=15_000,
            public_relations=8_000,
            prospecting=25_000,
            product_demos=25_000,
            negotiation=8_000,
            relationship_building=15_000,
        ),
        "money a month",
        1e-9,
        1e15,
    )
    memory: Array = _given(  # (l,) λ
        _levers(
            0.0,
            market_research=0.80,
            brand_building=0.85,
            advertising=0.45,
            content_marketing=0.80,
            social_media=0.35,
            seo=0.85,
            public_relations=0.60,
            prospecting=0.20,
            product_demos=0.20,
            negotiation=0.40,
            relationship_building=0.80,
            shared_vision=0.85,
            joint_meetings=0.75,
            cross_training=0.90,
            shared_kpis=0.80,
            feedback_loops=0.75,
        ),
        "share kept a month",
        0,
        0.999,
        ADSTOCK,
    )
    shape: Array = _given(  # (l,) n of the Hill curve; above 1 it has a threshold
        _levers(1.0, brand_building=1.3, advertising=1.2, public_relations=1.3), "exponent", 1, 4
    )
    crowding: Array = _given(  # (l,) exponent of the price of attention
        _levers(0.0, advertising=0.30, social_media=0.30, seo=0.30), "exponent", 0, 0.9
    )
    awareness_pull: Array = _given(  # (l,) w_a
        _levers(
            0.0,
            brand_building=0.045,
            advertising=0.108,
            content_marketing=0.024,
            social_media=0.036,
            seo=0.024,
            public_relations=0.015,
            prospecting=0.012,
        ),
        "exposures a month at full response",
        0,
        10,
        VIDALE_WOLFE,
    )
    goodwill_pull: Array = _given(  # (l,) w_g
        _levers(
            0.0,
            brand_building=0.30,
            advertising=0.22,
            content_marketing=0.18,
            social_media=0.12,
            seo=0.08,
            public_relations=0.10,
        ),
        "goodwill at full response",
        0,
        1,
        NERLOVE_ARROW,
    )
    demand_pull: Array = _given(  # (l,) w_l
        _levers(
            0.0,
            market_research=0.10,
            brand_building=0.05,
            advertising=0.95,
            content_marketing=0.45,
            social_media=0.20,
            seo=0.55,
            public_relations=0.10,
        ),
        "attraction at full response",
        0,
        10,
    )
    usual_crowd: float = _given(4.0, "firms spending the reference", 1e-6, 1e6)
    price_floor: float = _given(0.6, "price index", 0.01, 1)
    price_ceiling: float = _given(1.8, "price index", 1, 100)

    # --- heads: congruence, goodwill, awareness --------------------------------------------------
    congruence_gain: float = _given(0.25, "share a month", 0, 1)
    congruence_drift: float = _given(0.06, "share a month", 0, 1, "Homburg & Jensen 2007 (form)")
    congruence_floor: float = _given(0.6, "factor on collaboration", 0, 1)
    goodwill_speed: float = _given(0.14, "share a month", 0, 1, NERLOVE_ARROW)
    forgetting: float = _given(0.20, "share a month", 0, 1, VIDALE_WOLFE)
    goodwill_remembers: float = _given(0.5, "share of forgetting spared", 0, 1)
    word_of_mouth: float = _given(0.8, "exposures a month, customer and account", 0, 100)
    news_pull: float = _given(
        0.09,
        "exposures a month at full response, of a brand nobody knows",
        0,
        10,
        "Eisend & Küster 2011 (form); judgement (size)",
    )
    credibility_repair: float = _given(0.15, "share a month", 0, 1)
    credibility_cost: float = _given(0.35, "share lost when the message changes", 0, 1)
    knowledge_gain: float = _given(0.08, "share of the gap a month", 0, 1)
    knowledge_decay: float = _given(0.02, "share a month", 0, 1)
    knowledge_ceiling: float = _given(0.25, "factor on fit", 0, 1)
    knowledge_contacts: float = _given(30.0, "contacts a month for half", 1e-6, 1e9)

    # --- demand ----------------------------------------------------------------------------------
    lead_base: float = _given(0.6, "attraction", 0, 100)
    lead_organic: float = _given(0.10, "attraction without any spend", 0, 10)
    awareness_without_goodwill: float = _given(0.65, "share of awareness that counts", 0, 1)
    training_inbound: float = _given(0.15, "factor at full response", 0, 10)
    research_targeting: float = _given(0.10, "factor at full response", 0, 10)
    positioning_inbound: float = _given(0.40, "factor from a wrong to a right message", 0, 2)
    prospecting_pull: float = _given(0.10, "attraction at full response", 0, 10)
    cold_call: float = _given(0.20, "share that works on people who never heard of us", 0, 1)
    training_outbound: float = _given(0.20, "factor at full response", 0, 10)

    # --- qualifying ------------------------------------------------------------------------------
    fit_base: float = _given(0.45, "0–1", 0.01, 1)
    fit_research: float = _given(0.12, "factor at full response", 0, 10)
    fit_feedback: float = _given(0.20, "factor at full response", 0, 10, "Sabnis et al. 2013")
    assessing: float = _given(0.85, "share a month", 0, 1)
    mql_rate: float = _given(0.22, "share of assessed leads at bar .5", 0, 1, FUNNEL)
    bar_strictness: float = _given(1.7, "log rate, bar 0 to 1", 0, 10)
    bar_fit: float = _given(0.37, "share of the missing fit, bar 0 to 1", 0, 1)
    nurture_base: float = _given(0.01, "share a month", 0, 1)
    nurture_content: float = _given(0.045, "share a month at full response", 0, 1)
    nurture_leaving: float = _given(0.15, "share a month", 0, 1)

    # --- handoff ---------------------------------------------------------------------------------
    meetings_response: float = _given(1.6, "log hours at full response", 0, 10)
    meetings_leak: float = _given(1.2, "log share at full response", 0, 10)
    kpis_acceptance: float = _given(0.30, "share at full response", 0, 1, "Sabnis et al. 2013")
    fit_acceptance: float = _given(0.35, "share per unit of fit", 0, 10, "Sabnis et al. 2013")
    patience_hours: float = _given(24.0, "hours", 1e-3, 1e4, RESPONSE_TIME)
    patience_shape: float = _given(0.8, "exponent", 0.1, 5, RESPONSE_TIME)
    late_contact: float = _given(0.15, "share reached however late", 0, 1, RESPONSE_TIME)
    training_capacity: float = _given(0.20, "factor at full response", 0, 10)
    going_cold: float = _given(0.5, "share a month of those not treated", 0, 1)

    # --- selling ---------------------------------------------------------------------------------
    demo_floor: float = _given(0.25, "share of demo capacity without spend", 0, 1)
    demo_reach: float = _given(1.8, "share of demo capacity at full response", 0, 100)
    opportunity_rate: float = _given(0.62, "share of treated SQLs", 0, 1, "funnel surveys 40–65 %")
    fit_opportunity: float = _given(0.6, "factor per unit of fit", 0, 10)
    win_base: float = _given(-1.65, "log odds", -20, 20, "funnel surveys: 15–30 % won")
    win_demos: float = _given(0.55, "log odds at full response", 0, 10)
    win_negotiation: float = _given(0.40, "log odds at full response", 0, 10)
    win_relationship: float = _given(0.30, "log odds at full response", 0, 10)
    win_goodwill: float = _given(0.50, "log odds per unit", 0, 10)
    win_training: float = _given(0.18, "log odds at full response", 0, 10)
    win_congruence: float = _given(0.15, "log odds per unit above .4", 0, 10)
    win_fit: float = _given(1.0, "log odds per unit of fit", 0, 10)
    win_positioning: float = _given(0.6, "log odds from a wrong to a right message", 0, 10)
    win_price: float = _given(1.5, "log odds per log of the price above the usual", 0, 20)
    rival_presence: float = _given(0.5, "share of known rivals asked for an offer", 0, 1)
    discount_base: float = _given(0.18, "share of the list price", 0, 1)
    discount_negotiation: float = _given(1.2, "log share at full response", 0, 10)

    # --- customers -------------------------------------------------------------------------------
    satisfaction_speed: float = _given(0.2, "share a month", 0, 1)
    satisfaction_care: float = _given(0.30, "share at full response", 0, 1)
    satisfaction_fit: float = _given(0.25, "share per unit of fit / .95", 0, 1)
    satisfaction_conflict: float = _given(0.10, "share per unit of missing congruence", 0, 1)
    churn_satisfaction: float = _given(
        2.2, "log rate per unit", 0, 20, "Anderson & Sullivan 1993; Gupta & Zeithaml 2006"
    )
    expansion: float = _given(0.02, "share a month per unit above .5", 0, 1)
    referral_rate: float = _given(0.012, "referrals a month and customer", 0, 1)
    cooling_off: float = _given(1 / 9, "share a month", 0, 1)

    # --- time ------------------------------------------------------------------------------------
    steps: int = 1  # internal steps in one turn
    steps_per_year: int = 12
    start_month: int = 0  # 0 = January

    # --- worked out once from the above, for speed ------------------------------------------------
    curved: tuple[slice, ...] = field(init=False, repr=False)  # where ``shape`` is not 1
    pulls: Array = field(init=False, repr=False)  # (3, r) awareness, goodwill, demand
    asking: Array = field(init=False, repr=False)  # (…, f, s) log odds from appeal and price

    def __post_init__(self) -> None:
        for name in ("price", "appeal", "effect"):
            object.__setattr__(self, name, aligned(getattr(self, name)))
        usual = np.maximum(self.usual_price, 1e-9)
        dearer = np.minimum(np.maximum(self.price / usual, 0.01), 100.0)
        asking = self.appeal - self.win_price * np.log(dearer)
        object.__setattr__(self, "asking", aligned(asking))
        places = np.flatnonzero(self.shape != 1)
        runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1) if places.size else []
        curved = tuple(slice(int(run[0]), int(run[-1]) + 1) for run in runs)
        object.__setattr__(self, "curved", curved)
        pulls = np.stack([self.awareness_pull, self.goodwill_pull, self.demand_pull])
        reach = int(np.flatnonzero(pulls.any(axis=0)).max(initial=0)) + 1
        object.__setattr__(self, "pulls", frozen(pulls[:, :reach]))

    @property
    def firms(self) -> int:
        """Number of firms in the market."""
        return int(self.price.shape[-2])

    @property
    def segments(self) -> int:
        """Number of segments."""
        return int(self.accounts.shape[-1])


def parameter_facts(name: str) -> tuple[str, float, float, str]:
    """Return unit, lowest and highest allowed value, and source of a parameter.

    Raises:
        KeyError: if there is no such parameter.

    """
    facts = _FACTS[name]
    return facts["unit"], facts["low"], facts["high"], facts["source"]


_FACTS: Final = {each.name: each.metadata for each in fields(MarketParams) if each.metadata}

EXPERT: Final = tuple(
    each.name for each in fields(MarketParams) if each.metadata and each.type is float
)
"""Scalar parameters that a scenario's ``expert`` block may set by name."""

CROWDED: Final = slice(INDEX["advertising"], INDEX["seo"] + 1)
"""The stretch of the lever axis in which attention has a price."""
