"""The sixteen levers and three policies a firm decides on: their keys, order and groups.

The order is the order of the lever axis ``l`` everywhere. Keys are fixed for ever (saves, plans and
scenarios are written with them); names and descriptions are text and live in ``report``.
"""

from typing import Final, Literal, TypeAlias

Group: TypeAlias = Literal["marketing", "sales", "together"]

GROUPS: Final[dict[Group, tuple[str, ...]]] = {
    "marketing": (
        "market_research",
        "brand_building",
        "advertising",
        "content_marketing",
        "social_media",
        "seo",
        "public_relations",
    ),
    "sales": ("prospecting", "product_demos", "negotiation", "relationship_building"),
    "together": (
        "shared_vision",
        "joint_meetings",
        "cross_training",
        "shared_kpis",
        "feedback_loops",
    ),
}

LEVERS: Final[tuple[str, ...]] = tuple(lever for group in GROUPS.values() for lever in group)

POLICIES: Final = ("qualification_bar", "segment_focus", "positioning")

INDEX: Final[dict[str, int]] = {lever: place for place, lever in enumerate(LEVERS)}
"""Where a lever stands on the lever axis."""

GROUP_OF: Final[dict[str, Group]] = {
    lever: group for group, levers in GROUPS.items() for lever in levers
}


def group_slice(group: Group) -> slice:
    """Return where a group stands on the lever axis; groups are contiguous.

    >>> LEVERS[group_slice("sales")]
    ('prospecting', 'product_demos', 'negotiation', 'relationship_building')
    """
    levers = GROUPS[group]
    return slice(INDEX[levers[0]], INDEX[levers[-1]] + 1)
