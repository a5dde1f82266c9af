"""One parameter set serves weeks, months and quarters: monthly rates become rates of a step.

A quarter is three monthly steps with the same decisions; a week is a month's rates scaled. A share
``r`` of a stock that leaves in a month becomes ``1 - (1-r)^d`` in ``d`` months, so that the same
share has left when the month is over; a flow becomes ``r·d``.
"""

from dataclasses import replace
from typing import Final, Literal, TypeAlias

from game.market.params import MarketParams

TurnLength: TypeAlias = Literal["week", "month", "quarter"]

WEEKS_A_MONTH: Final = 52 / 12

STOCK_RATES: Final = (
    "churn",
    "closing",
    "congruence_gain",
    "congruence_drift",
    "goodwill_speed",
    "forgetting",
    "credibility_repair",
    "knowledge_gain",
    "knowledge_decay",
    "assessing",
    "nurture_base",
    "nurture_content",
    "nurture_leaving",
    "going_cold",
    "satisfaction_speed",
    "cooling_off",
)
FLOWS: Final = (
    "in_market",
    "sales_capacity",
    "demo_capacity",
    "reference",
    "awareness_pull",
    "word_of_mouth",
    "news_pull",
    "knowledge_contacts",
    "expansion",
    "referral_rate",
)


def at_pace(monthly: MarketParams, one_turn_is: TurnLength) -> MarketParams:
    """Return the parameters for turns of a week, a month or a quarter.

    >>> at_pace(MarketParams(), "quarter").steps
    3
    >>> weekly = at_pace(MarketParams(), "week")
    >>> round(1 - (1 - weekly.forgetting) ** WEEKS_A_MONTH, 6)
    0.2
    """
    if one_turn_is == "month":
        return replace(monthly, steps=1, steps_per_year=12)
    if one_turn_is == "quarter":
        return replace(monthly, steps=3, steps_per_year=12)
    part = 1 / WEEKS_A_MONTH
    changes: dict[str, object] = {"memory": monthly.memory**part}
    for name in STOCK_RATES:
        changes[name] = 1 - (1 - getattr(monthly, name)) ** part
    for name in FLOWS:
        changes[name] = getattr(monthly, name) * part
    return replace(monthly, steps=1, steps_per_year=52, **changes)  # type: ignore[arg-type]  # names checked by a test
