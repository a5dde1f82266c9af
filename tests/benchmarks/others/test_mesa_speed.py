"""Mesa: the same funnel with every account a person of its own, 10,000 of them."""

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from math import sqrt
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.others import funnel
from tests.benchmarks.others.funnel import ACCOUNTS, STOCKS, TURNS, after, decisions
from tests.benchmarks.others.measuring import Table, timed

if TYPE_CHECKING:  # what we use of Mesa, for where it is not installed

    class Model:
        random: Random
        agents: Any

        def __init__(self, *, seed: int) -> None: ...
        def step(self) -> None: ...

    class Agent:
        def __init__(self, model: "Market") -> None: ...

else:
    Model, Agent = import_module("mesa").Model, import_module("mesa").Agent


class Market(Model):
    """All accounts; a step is a month."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed=seed)
        self.spend = 1.0
        self.attracted = self.reached = self.opened = 0.0
        for number in range(ACCOUNTS):
            Account(self, "customer" if number < funnel.CUSTOMERS else "uncommitted")

    def step(self) -> None:
        """Let a month pass for every account."""
        waiting = self.people()["sql"]
        self.attracted = funnel.IN_MARKET * funnel.attracted(self.spend)
        self.reached = funnel.reached(funnel.MEETINGS)
        self.opened = funnel.OPENED * funnel.demos(waiting) / max(waiting, 1)
        self.agents.shuffle_do("step")

    def people(self) -> Counter[str]:
        """Count the accounts of each stock."""
        return Counter(account.stock for account in self.agents)


class Account(Agent):
    """One account, in one of the stocks."""

    def __init__(self, market: Market, stock: str) -> None:
        super().__init__(market)
        self.market, self.luck, self.stock = market, market.random.random, stock

    def step(self) -> None:
        """Move on, or stay."""
        self.stock = MOVES[self.stock](self.market, self.luck)


def _uncommitted(market: Market, luck: Callable[[], float]) -> str:
    return "lead" if luck() < market.attracted else "uncommitted"


def _lead(_: Market, luck: Callable[[], float]) -> str:
    if luck() >= funnel.ASSESSED:
        return "lead"
    return "mql" if luck() < funnel.QUALIFIED else "uncommitted"


def _mql(market: Market, luck: Callable[[], float]) -> str:
    if luck() >= funnel.HANDED_OVER:
        return "mql"
    return "sql" if luck() < market.reached else "cooling"


def _sql(market: Market, luck: Callable[[], float]) -> str:
    return "opportunity" if luck() < market.opened else "cooling"


def _opportunity(_: Market, luck: Callable[[], float]) -> str:
    if luck() >= funnel.DECIDED:
        return "opportunity"
    return "customer" if luck() < funnel.WON else "cooling"


def _customer(_: Market, luck: Callable[[], float]) -> str:
    return "cooling" if luck() < funnel.CHURNED else "customer"


def _cooling(_: Market, luck: Callable[[], float]) -> str:
    return "uncommitted" if luck() < funnel.RESTED else "cooling"


MOVES = dict(
    zip(
        STOCKS,
        (_uncommitted, _lead, _mql, _sql, _opportunity, _customer, _cooling),
        strict=True,
    )
)


@pytest.mark.parametrize("turns", TURNS)
def test_mesa_turn_by_turn(turns: int, benchmark: BenchmarkFixture, table: Table) -> None:
    spends = decisions(turns)

    def play(market: Market) -> Market:
        for spend in spends:
            market.spend = spend
            market.step()
        return market

    name = "Mesa, 10,000 agents, turn by turn"
    market = timed(benchmark, table, name, turns, play, lambda: Market(seed=7))
    found = market.people()
    assert sum(found.values()) == ACCOUNTS
    for stock, expected in zip(STOCKS, after(spends), strict=True):
        # Each account draws its own luck: five standard deviations of a count are allowed.
        assert found[stock] == pytest.approx(expected, abs=5 * sqrt(expected + 1)), stock
