"""What flowed through the pipeline in one turn, as plain numbers, and the words beside them."""

import math
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

LeakKey: TypeAlias = Literal["not_ready", "handoff", "unworked", "unfit", "lost"]

LEAKS: Final[tuple[LeakKey, ...]] = ("not_ready", "handoff", "unworked", "unfit", "lost")
"""Where people fall, from the market to the customer."""


PEOPLE_PER_DOT: Final[tuple[int, ...]] = tuple(
    step * 10**size for size in range(7) for step in (1, 2, 3, 4, 5, 6, 8)
)
"""So many people may one dot be: round numbers, so close that heaps are never half empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Leads (people) of one source; ``series`` is its colour everywhere."""

    label: str
    count: float
    series: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """People lost for one reason, said in the reader's language."""

    label: str
    count: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineFlow:
    """People at each stage and each leak in one turn; ValueError unless all are finite and ≥ 0.

    ``nurtured`` of the not-ready came back; ``waiting`` stand before the bridge; ``handoff`` and
    ``lost`` are split by reason; ``referrals`` and the ``prospected`` enter on sales' side;
    ``customers`` is the stock.
    ``demos`` were shown of the ``demos_wanted``: where time is short, sales' stream narrows.
    ``hidden`` names the fields that the reader may not see: they are 0, and said to be hidden.
    """

    aware: float
    leads: tuple[Source, ...]
    mqls: float
    sqls: float
    opportunities: float
    wins: float
    customers: float
    not_ready: float = 0.0
    nurtured: float = 0.0
    waiting: float = 0.0
    handoff: tuple[Loss, ...] = ()
    referrals: float = 0.0
    prospected: float = 0.0
    unworked: float = 0.0
    unfit: float = 0.0
    demos: float = 0.0
    demos_wanted: float = 0.0
    lost: tuple[Loss, ...] = ()
    hidden: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        people = (self.aware, self.lead_count, self.mqls, self.sqls, self.opportunities, self.wins)
        beside = (self.nurtured, self.waiting, self.referrals, self.prospected)
        others = (self.customers, *beside, *self._demos)
        fallen = (self.fallen(leak) for leak in LEAKS)
        if not all(0 <= count < math.inf for count in (*people, *others, *fallen)):
            raise ValueError("A pipeline's people must be finite and not negative.")

    @property
    def lead_count(self) -> float:
        """Leads of all sources."""
        return sum(source.count for source in self.leads)

    def reasons(self, leak: LeakKey) -> tuple[Loss, ...]:
        """Return why people fell at a leak; empty where there is only one way to fall."""
        return {"handoff": self.handoff, "lost": self.lost}.get(leak, ())

    def fallen(self, leak: LeakKey) -> float:
        """Return how many people fell at a leak."""
        if leak == "not_ready":
            return self.not_ready
        if leak == "unworked":
            return self.unworked
        if leak == "unfit":
            return self.unfit
        return sum(loss.count for loss in self.reasons(leak))

    @property
    def _demos(self) -> tuple[float, float]:
        return self.demos, self.demos_wanted

    @property
    def demos_share(self) -> float:
        """Which part of those who wanted a demo were shown one, 0 to 1; 1 where nobody wanted."""
        return min(1.0, self.demos / self.demos_wanted) if self.demos_wanted > 0 else 1.0

    @property
    def crossed(self) -> float:
        """How many of the accepted came over the bridge."""
        return max(self.sqls - self.prospected - self.referrals, 0.0)

    @property
    def bridge_holds(self) -> float:
        """Which part of those who left marketing's side did not fall, 0 to 1."""
        fallen = self.fallen("handoff")
        return 1.0 - fallen / max(fallen, self.mqls) if fallen else 1.0

    @property
    def is_empty(self) -> bool:
        """Whether nobody was anywhere."""
        counts = (self.aware, self.lead_count, self.mqls, self.sqls, self.opportunities, self.wins)
        return not any((*counts, self.customers, *(self.fallen(leak) for leak in LEAKS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineWords:
    """Everything the picture says, already in the reader's language.

    ``waiting`` is the whole note at the queue ("23 wait 31 h"), ``queue`` a shorter one for little
    room ("23 wait"), ``nurtured`` and ``referrals`` the
    whole notes at their arrows ("96 came back", "3 referrals"); the leaks' words stand beneath
    their numbers. ``narrow`` stands where time for demos is short ("demos for 24 of 49");
    ``dots`` says what a dot is for each of ``PEOPLE_PER_DOT``.
    ``others`` stands before the people of all reasons that have no room ("others 360").
    ``note`` tells listeners how heights and dots are to be read; ``hidden`` stands
    where a number may not be seen.
    """

    title: str
    aware: str
    leads: str
    mqls: str
    sqls: str
    opportunities: str
    wins: str
    customers: str
    marketing: str
    handoff: str
    sales: str
    waiting: str = ""
    queue: str = ""
    nurtured: str = ""
    referrals: str = ""
    not_ready: str = ""
    lost_between: str = ""
    unworked: str = ""
    unfit: str = ""
    lost: str = ""
    others: str = "…"
    narrow: str = ""
    dots: tuple[tuple[int, str], ...] = ()
    note: str = ""
    hidden: str = "?"

    def leak(self, leak: LeakKey) -> str:
        """Return what stands beneath the number of a leak."""
        return {
            "not_ready": self.not_ready,
            "handoff": self.lost_between,
            "unworked": self.unworked,
            "unfit": self.unfit,
            "lost": self.lost,
        }[leak]
