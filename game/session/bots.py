"""Computer players: they see what a person in their seat sees, and answer with a plan.

Each strategy is one idea about where money should go. They are opponents, partners, the proof that
a scenario teaches, and the first draft of every test.
"""

from collections.abc import Callable
from typing import Final, Protocol

from game.errors import UnknownName
from game.market import GROUP_OF, LEVERS
from game.session.commands import Choose, Submit
from game.session.luck import keyed
from game.session.sights import PlayerView
from game.words import sentence

_RANDOM_STREAM: Final = (1 << 20) + 1


class Bot(Protocol):
    """A player that is no person."""

    def decide(self, view: PlayerView) -> Submit:
        """Return the plan for the turn that the view shows."""
        ...


Weights = Callable[[PlayerView], list[float]]


class WeightedBot:
    """Divides its whole budget by weights and predicts as many deals as before."""

    def __init__(self, weights: Weights, *, bar: float | None = None) -> None:
        self._weights = weights
        self._bar = bar

    def decide(self, view: PlayerView) -> Submit:
        """Return the plan: whole units of money, never more than there are."""
        wins = view.now.figures["wins"].value
        return Submit(
            seat=view.seat,
            spend=tuple(divided(view, self._weights(view))),
            bar=self._bar if view.policies["qualification_bar"] else None,
            prediction=0.0 if wins is None else float(round(wins)),
        )


def divided(view: PlayerView, weights: list[float]) -> list[float]:
    """Divide a seat's budget by weights over the lines it may use, in whole units of money."""
    usable = [
        weight if lever.open and lever.mine else 0.0
        for weight, lever in zip(weights, view.levers, strict=True)
    ]
    total = sum(usable)
    if total <= 0:
        return [0.0] * len(LEVERS)
    amounts = [float(view.budget * weight // total) for weight in usable]
    return [
        amount if lever.limit is None else min(amount, lever.limit)
        for amount, lever in zip(amounts, view.levers, strict=True)
    ]


def _by_group(marketing: float, sales: float, together: float) -> Weights:
    """Split money between the groups, and evenly within each."""
    shares = {"marketing": marketing, "sales": sales, "together": together}

    def weights(view: PlayerView) -> list[float]:
        usable = [lever.open and lever.mine for lever in view.levers]
        counts = {
            group: sum(
                use for lever, use in zip(LEVERS, usable, strict=True) if GROUP_OF[lever] == group
            )
            for group in shares
        }
        return [shares[GROUP_OF[lever]] / max(counts[GROUP_OF[lever]], 1) for lever in LEVERS]

    return weights


def _even(_: PlayerView) -> list[float]:
    return [1.0] * len(LEVERS)


def _even_without_together(_: PlayerView) -> list[float]:
    return [0.0 if GROUP_OF[lever] == "together" else 1.0 for lever in LEVERS]


class RandomBot:
    """A new random division each turn, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed

    def decide(self, view: PlayerView) -> Submit:
        """Return a plan drawn evenly from all divisions of the whole budget."""
        luck = keyed(self._seed, view.turn, _RANDOM_STREAM + view.seat.firm)
        return WeightedBot(lambda _: luck.exponential(size=len(LEVERS)).tolist()).decide(view)


STRATEGIES: Final[dict[str, Callable[[int], Bot]]] = {
    "steady": lambda seed: WeightedBot(_even),
    "silo_marketing": lambda seed: WeightedBot(_by_group(0.75, 0.25, 0.0), bar=0.2),
    "silo_sales": lambda seed: WeightedBot(_by_group(0.25, 0.75, 0.0), bar=0.8),
    "marketing_only": lambda seed: WeightedBot(_by_group(1.0, 0.0, 0.0)),
    "sales_only": lambda seed: WeightedBot(_by_group(0.0, 1.0, 0.0)),
    "no_collaboration": lambda seed: WeightedBot(_even_without_together),
    "random": RandomBot,
}
"""The strategies that need no look ahead; each is made from the game's seed."""


def new_bot(name: str, seed: int = 1) -> Bot:
    """Return a bot by the name of its strategy.

    Raises:
        UnknownName: if there is no such strategy.

    """
    if name not in STRATEGIES:
        raise unknown_strategy(name, tuple(STRATEGIES))
    return STRATEGIES[name](seed)


def unknown_strategy(name: str, names: tuple[str, ...]) -> UnknownName:
    """Return the refusal of a strategy that is not one of ``names``."""
    return UnknownName(
        "unknown_strategy",
        sentence(
            "There is no strategy '{name}'. Choose one of: {names:either}.", name=name, names=names
        ),
    )


def answers(view: PlayerView) -> list[Choose]:
    """Return a bot's answers to the events on the table: what happens where nobody decides."""
    return [
        Choose(seat=view.seat, event=event.key, choice=event.choices[0].key)
        for event in view.pending
    ]
