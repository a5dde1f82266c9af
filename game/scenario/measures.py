"""The closed list of measures: what conditions, scorecards and goals of a scenario may name."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["people", "money", "share", "hours", "ratio", "turn"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a firm in one turn.

    Attributes:
        key: its name in files, JSON and code.
        kind: its unit; shares are fractions.
        better: +1 if more of it is good, -1 if less is, 0 if neither.

    """

    key: str
    kind: Kind
    better: int


_ALL: Final = (
    Measure("turn", "turn", 0),
    Measure("leads", "people", 1),
    Measure("mqls", "people", 1),
    Measure("sqls", "people", 1),
    Measure("opportunities", "people", 1),
    Measure("wins", "people", 1),
    Measure("customers", "people", 1),
    Measure("churned", "people", -1),
    Measure("referrals", "people", 1),
    Measure("awareness", "share", 1),
    Measure("goodwill", "share", 1),
    Measure("satisfaction", "share", 1),
    Measure("lead_fit", "share", 1),
    Measure("acceptance", "share", 1),
    Measure("response_hours", "hours", -1),
    Measure("leakage", "share", -1),  # MQLs lost between the functions / MQLs
    Measure("handoff", "share", 1),  # MQLs that became SQLs / MQLs
    Measure("win_rate", "share", 1),
    Measure("discount", "share", -1),
    Measure("churn", "share", -1),  # customers who left in the turn / customers before
    Measure("market_share", "share", 1),
    Measure("congruence", "share", 1),
    Measure("sales_load", "share", -1),
    Measure("demo_load", "share", -1),
    Measure("pipeline", "money", 1),  # open opportunities × a year's price
    Measure("bookings", "money", 1),
    Measure("revenue", "money", 1),
    Measure("contribution", "money", 1),
    Measure("cash", "money", 1),
    Measure("spend", "money", 0),
    Measure("cost_per_lead", "money", -1),
    Measure("cac", "money", -1),
    Measure("total_bookings", "money", 1),  # since the start of the game
    Measure("total_contribution", "money", 1),
    Measure("marketing_share", "share", 0),  # of the turn's spend
    Measure("sales_share", "share", 0),
    Measure("together_share", "share", 0),
)

MEASURES: Final[dict[str, Measure]] = {each.key: each for each in _ALL}

SEEN_BY_ALL: Final = frozenset(
    {"turn", "revenue", "cash", "spend", "bookings", "total_bookings", "wins", "market_share"}
)
"""What everybody at a table sees whatever the role."""

SHARES_OF_THE_PLAN: Final = frozenset({"marketing_share", "sales_share", "together_share"})
"""What everybody can reckon from the plan of the firm, which lies on the table."""
