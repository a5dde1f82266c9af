"""The market: numpy only, no I/O, no clock, no luck of its own. ``step`` is all there is."""

from game.market.arrays import Array
from game.market.levers import GROUP_OF, GROUPS, LEVERS, POLICIES
from game.market.pace import TurnLength, at_pace
from game.market.params import MarketParams
from game.market.state import Decisions, MarketState, Outcome, Shocks
from game.market.step import step

__all__ = [
    "GROUPS",
    "GROUP_OF",
    "LEVERS",
    "POLICIES",
    "Array",
    "Decisions",
    "MarketParams",
    "MarketState",
    "Outcome",
    "Shocks",
    "TurnLength",
    "at_pace",
    "step",
]
