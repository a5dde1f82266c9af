"""All strategies by name: those that only look at their figures, and those that look ahead."""

from typing import Final

from game.analysis.greedy import GreedyBot
from game.scenario.rules import Rules
from game.session import STRATEGIES, Bot, new_bot
from game.session.bots import unknown_strategy

ALL_STRATEGIES: Final = (*STRATEGIES, "greedy")


def new_strategy(name: str, rules: Rules, seed: int = 1) -> Bot:
    """Return a bot for one game.

    Args:
        name: one of ``ALL_STRATEGIES``.
        rules: the scenario it will play.
        seed: of the game, for bots that need chance.

    Raises:
        UnknownName: if there is no such strategy; the sentence lists them.

    """
    if name == "greedy":
        return GreedyBot(rules)
    if name in STRATEGIES:
        return new_bot(name, seed)
    raise unknown_strategy(name, ALL_STRATEGIES)
