"""The plan while it is being made: amounts, policies, and shares that always add up."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.market import LEVERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the seat means to do this turn.

    Attributes:
        spend: money on each lever, in the order of LEVERS; only the seat's own part.
        bar: 0 to 1.
        focus: shares a segment, sum 1.
        positioning: index of the message.

    """

    spend: tuple[float, ...]
    bar: float
    focus: tuple[float, ...]
    positioning: int

    @property
    def total(self) -> float:
        """Money the draft spends."""
        return sum(self.spend)

    def on(self, lever: str) -> float:
        """Money the draft spends on one lever."""
        return self.spend[LEVERS.index(lever)]


def shared(shares: Sequence[float], place: int, share: float) -> tuple[float, ...]:
    """Give one share a new value, and what is left to the others as they stood to each other.

    Args:
        shares: 0 or more, sum 1.
        place: index of the one that changes.
        share: its new value, taken as whole percent from 0 to 1. The only share there is stays 1.

    Returns:
        shares in whole percent, sum 1.

    >>> shared((0.5, 0.25, 0.25), 0, 0.81)
    (0.81, 0.1, 0.09)

    """
    if len(shares) == 1:
        return (1.0,)
    wanted = round(100 * min(1.0, max(0.0, share)))
    others = sum(shares) - shares[place]
    even = 1 / (len(shares) - 1)
    exact = [(100 - wanted) * (each / others if others > 0 else even) for each in shares]
    exact[place] = wanted
    percents = [int(each) for each in exact]
    # The percents that rounding down leaves go to those that lost most by it.
    losers = sorted(range(len(exact)), key=lambda at: (percents[at] - exact[at], at))
    for at in [at for at in losers if at != place][: 100 - sum(percents)]:
        percents[at] += 1
    return tuple(percent / 100 for percent in percents)
