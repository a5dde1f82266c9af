"""What a scenario has when its file does not say: the reference market, roles, scorecard, fog."""

from typing import Final, Literal, TypeAlias

from game.market import LEVERS, MarketParams
from game.market.levers import GROUPS
from game.market.reference import ACCOUNTS, CHURN, PRICES
from game.scenario import usual_words
from game.scenario.blocks import RivalEntry, SegmentEntry
from game.scenario.rules import RivalStyle, RoleKey, RoleRule
from game.scenario.usual_words import RIVAL_NAMES, SEGMENT_NAMES

At: TypeAlias = Literal["end", "total", "mean"]

REFERENCE_BUDGET: Final = 200_000.0
"""Money a month for which the reference market was made."""

REFERENCE_PARAMS: Final = MarketParams()
SALES_CAPACITY: Final = float(REFERENCE_PARAMS.sales_capacity[0])
DEMO_CAPACITY: Final = float(REFERENCE_PARAMS.demo_capacity[0])

_STYLES: Final[dict[str, RivalStyle]] = {
    "northwind": "steady",
    "quickline": "cheap",
    "goldmark": "premium",
}
_RIVALS: Final = {
    key: RivalEntry(name=name.text, style=_STYLES[key]) for key, name in RIVAL_NAMES.items()
}

MESSAGES: Final = {key: text.text for key, text in usual_words.MESSAGES.items()}

NAMES: Final = {
    "segments": tuple(SEGMENT_NAMES),
    "rivals": tuple(RIVAL_NAMES),
    "positioning": tuple(MESSAGES),
}
"""Names that references may use where the file does not have the block."""


def usual_segments(scale: float) -> dict[str, SegmentEntry]:
    """Return the four segments of the reference market, for a budget ``scale`` times as large."""
    return {
        key: SegmentEntry(
            name=name.text,
            accounts=float(accounts) * scale,
            price=float(price),
            churn=float(churn),
        )
        for (key, name), accounts, price, churn in zip(
            SEGMENT_NAMES.items(), ACCOUNTS, PRICES, CHURN, strict=True
        )
    }


def usual_rivals() -> dict[str, RivalEntry]:
    """Return three rivals who spend as much as the player gets."""
    return dict(_RIVALS)


EVERYONE_SEES: Final = ("turn", "revenue", "cash", "spend")

_TOGETHER: Final = GROUPS["together"]
ROLE_RULES: Final[dict[RoleKey, RoleRule]] = {
    "marketing": RoleRule(
        key="marketing",
        levers=(*GROUPS["marketing"], *_TOGETHER),
        # Where nobody speaks for the customer, marketing shares out the effort.
        policies=("positioning", "segment_focus"),
        sees=("awareness", "goodwill", "leads", "cost_per_lead", "mqls", "marketing_share"),
        budget_share=0.6,
    ),
    "sales": RoleRule(
        key="sales",
        levers=(*GROUPS["sales"], *_TOGETHER),
        policies=("qualification_bar",),
        sees=(
            "mqls",
            "lead_fit",
            "sqls",
            "opportunities",
            "wins",
            "pipeline",
            "bookings",
            "win_rate",
            "discount",
            "sales_load",
            "demo_load",
            "customers",
            "satisfaction",
            "sales_share",
        ),
        budget_share=0.4,
    ),
    "manager": RoleRule(
        key="manager",
        levers=(),
        sees=(
            "contribution",
            "total_contribution",
            "bookings",
            "total_bookings",
            "cac",
            "market_share",
            "marketing_share",
            "sales_share",
            "together_share",
        ),
        budget_share=0.0,
    ),
    "customer_voice": RoleRule(
        key="customer_voice",
        levers=(),
        policies=("segment_focus",),
        sees=("customers", "satisfaction", "churn", "churned", "referrals"),
        budget_share=0.0,
    ),
}

REVEALS: Final[dict[str, tuple[str, ...]]] = {
    "joint_meetings": (
        "awareness",
        "leads",
        "mqls",
        "sqls",
        "opportunities",
        "wins",
        "response_hours",
    ),
    "cross_training": ("sales_load", "demo_load"),
    "shared_kpis": ("acceptance", "leakage", "handoff"),
    "feedback_loops": ("lead_fit", "win_rate", "cost_per_lead"),
}

SCORECARD: Final[tuple[tuple[str, float, At], ...]] = (
    # measure, weight, read at
    ("total_bookings", 0.45, "end"),
    ("pipeline", 0.15, "end"),
    ("goodwill", 0.10, "end"),
    ("satisfaction", 0.15, "end"),
    ("handoff", 0.15, "mean"),
)

TARGETS: Final = {
    "awareness": 0.30,
    "satisfaction": 0.70,
    "handoff": 0.30,
    "acceptance": 0.55,
    "win_rate": 0.25,
    "lead_fit": 0.60,
    "congruence": 0.60,
    "market_share": 0.25,
}
"""Targets of a scorecard line that names none; see also ``scoring.PLAYED``."""


def usual_reference(available: frozenset[str]) -> dict[str, float]:
    """Return each lever's reference spend a month, for the reference budget.

    Where levers are missing, the others take over their part of the money: a reference plan always
    costs the whole budget.
    """
    amounts = dict(zip(LEVERS, REFERENCE_PARAMS.reference.tolist(), strict=True))
    total = sum(amounts[lever] for lever in available)
    factor = REFERENCE_BUDGET / total if total else 1.0
    return {lever: amount * factor for lever, amount in amounts.items()}
