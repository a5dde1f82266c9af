"""What a waterfall means: a start, the steps from it, and the levels they lead to."""

from dataclasses import dataclass
from typing import Final

_LEAST_REACH: Final = 0.05
"""What a cut picture shows at least, as a part of the figure: a hair must not look like a beam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One reason and what it changed, in the unit of the figure."""

    label: str
    change: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterfallData:
    """A start, the steps from it, and the name of where they lead.

    ``more_is_good`` says which way is good; it is not for churn or response time.
    """

    title: str
    start_label: str
    start: float
    steps: tuple[Step, ...]
    end_label: str
    more_is_good: bool = True

    @property
    def end(self) -> float:
        """The start plus all steps."""
        return self.start + sum(step.change for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One bar: from ``base`` to ``end`` in the unit of the figure; totals stand on the baseline."""

    label: str
    base: float
    end: float
    is_total: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Staircase:
    """All bars, the range they need, and whether that range leaves zero out."""

    blocks: tuple[Block, ...]
    low: float
    high: float
    is_cut: bool


def staircase(data: WaterfallData) -> Staircase:
    """Return the bars of a waterfall.

    The baseline is zero unless all levels lie far from it compared with what changed: then it is
    cut, and the picture says so with a break mark.
    """
    levels = [data.start]
    for step in data.steps:
        levels.append(levels[-1] + step.change)
    low, high = min(levels), max(levels)
    span = high - low
    # A change under a fifth of the figure would be a sliver on a full axis.
    is_cut = low > 0 and span > 0 and span < 0.2 * high
    reach = max(span, _LEAST_REACH * high)
    base = high - reach * 1.45 if is_cut else min(low, 0.0)
    steps = [
        Block(label=step.label, base=before, end=after, is_total=False)
        for step, before, after in zip(data.steps, levels, levels[1:], strict=False)
    ]
    foot = base if is_cut else 0.0
    return Staircase(
        blocks=(
            Block(label=data.start_label, base=foot, end=levels[0], is_total=True),
            *steps,
            Block(label=data.end_label, base=foot, end=levels[-1], is_total=True),
        ),
        low=base,
        high=high if is_cut else max(high, 0.0),
        is_cut=is_cut,
    )
