"""All strategies by name: those that only look at their figures, and those that look ahead."""

from typing import Final

from game.analysis.greedy import GreedyBot
from game.analysis.par import Par, search_par
from game.analysis.par_bot import ParBot
from game.scenario.rules import Rules
from game.session import STRATEGIES, Bot, Choose, PlayerView, answers, new_bot
from game.session.bots import unknown_strategy

ALL_STRATEGIES: Final = (*STRATEGIES, "greedy", "par")


def new_strategy(name: str, rules: Rules, seed: int = 1, par: Par | None = None) -> Bot:
    """Return a bot for one game.

    Args:
        name: one of ``ALL_STRATEGIES``.
        rules: the scenario it will play.
        seed: of the game, for bots that need chance.
        par: of the scenario, for the strategy ``par``; None searches it, which takes seconds.

    Raises:
        UnknownName: if there is no such strategy; the sentence lists them.
        ParImpossible: if par is asked for and the scenario has none.

    """
    if name == "greedy":
        return GreedyBot(rules)
    if name == "par":
        return ParBot(rules, (par or search_par(rules)).course)
    if name in STRATEGIES:
        return new_bot(name, seed)
    raise unknown_strategy(name, ALL_STRATEGIES)


def answers_of(bot: Bot, view: PlayerView) -> list[Choose]:
    """Return a bot's answers to the events on the table: its own, or those of nobody."""
    return bot.answers(view) if isinstance(bot, ParBot) else answers(view)
