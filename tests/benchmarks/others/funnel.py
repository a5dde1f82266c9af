"""The funnel that every tool is given: 7 stocks of accounts, one firm, one segment, a month a step.

It is our market cut down to what can be said in all three tools in the same equations: one lever in
place of sixteen, rates that stay as they are, nobody to compete with. ``month`` says it in plain
Python, so that each tool can be shown to compute the same; ``funnel.mdl`` says it for Vensim.
"""

from collections.abc import Sequence
from math import exp

STOCKS = ("uncommitted", "lead", "mql", "sql", "opportunity", "customer", "cooling")
TURNS = (12, 120)

ACCOUNTS, CUSTOMERS = 10_000, 500  # in all, and those who are customers at the start
MEETINGS = 0.5  # effect of joint meetings of marketing and sales, 0–1

# Shares a month of who is there.
IN_MARKET, ASSESSED, HANDED_OVER, DECIDED, CHURNED, RESTED = 0.05, 0.8, 0.9, 0.36, 0.013, 1 / 9
# Shares of who comes so far.
QUALIFIED, ACCEPTED, OPENED, WON = 0.33, 0.48, 0.58, 0.25
DEMO_CAPACITY = 60  # accounts a month


def attracted(spend: float) -> float:
    """Return the share of those in the market who become leads; ``spend`` 1 = the reference."""
    return 1 - exp(-1.6 * spend / (1 + spend))


def reached(meetings: float) -> float:
    """Return the share of leads handed over that sales accepts and answers soon enough."""
    days = 42 / 24 * exp(-1.6 * meetings)  # until a lead is answered
    lateness: float = days**0.8
    return ACCEPTED / (1 + lateness)


def demos(waiting: float) -> float:
    """Return how many of the waiting accounts see a demo in a month; the others go cold."""
    return DEMO_CAPACITY * (1 - exp(-waiting / DEMO_CAPACITY))


def start() -> tuple[float, ...]:
    """Return the stocks before the first month, in the order of ``STOCKS``."""
    return (ACCOUNTS - CUSTOMERS, 0, 0, 0, 0, CUSTOMERS, 0)


def month(stocks: tuple[float, ...], spend: float) -> tuple[float, ...]:
    """Return the stocks a month later."""
    uncommitted, lead, mql, sql, opportunity, customer, cooling = stocks
    taken = uncommitted * IN_MARKET * attracted(spend)
    assessed, handed, decided = ASSESSED * lead, HANDED_OVER * mql, DECIDED * opportunity
    qualified, sqls, opened, won = (
        QUALIFIED * assessed,
        reached(MEETINGS) * handed,
        OPENED * demos(sql),
        WON * decided,
    )
    churned, rested = CHURNED * customer, RESTED * cooling
    return (
        uncommitted + rested + assessed - qualified - taken,
        lead + taken - assessed,
        mql + qualified - handed,
        sql + sqls - sql,
        opportunity + opened - decided,
        customer + won - churned,
        cooling + handed - sqls + sql - opened + decided - won + churned - rested,
    )


def decisions(turns: int) -> list[float]:
    """Return the spend of each turn of a game, so that every turn decides something else."""
    return [(1.0, 1.5, 0.5)[turn % 3] for turn in range(turns)]


def after(spends: Sequence[float]) -> tuple[float, ...]:
    """Return the stocks after a month of each of these amounts."""
    stocks = start()
    for spend in spends:
        stocks = month(stocks, spend)
    return stocks
