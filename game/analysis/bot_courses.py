"""What a strategy does, as a course: shares of whatever money there is, turn by turn.

Bots that only weigh their lines do the same in every luck, and so does the greedy one, which looks
ahead in a world without luck. So one game without luck tells their shares, and hundreds of worlds
can then be played at once.
"""

from dataclasses import replace

import numpy as np

from game.analysis.courses import Course, course_of_plans
from game.analysis.strategies import new_strategy
from game.market import Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    Plan,
    Seat,
    Session,
    answers,
    apply,
    firm_plan,
    is_over,
    new_session,
    no_luck,
    player_view,
)


def course_of_strategy(rules: Rules, name: str, seed: int = 1) -> Course:
    """Return what a strategy does with firm 0, other player firms being steady.

    Args:
        rules: the scenario.
        name: one of ``ALL_STRATEGIES``.
        seed: for strategies that need chance.

    Raises:
        UnknownName: if there is no such strategy.

    """
    seats = tuple(Seat(firm) for firm in range(rules.players))
    bots = [new_strategy("steady" if seat.firm else name, rules, seed) for seat in seats]
    session = new_session(rules, seed, seats, no_luck(rules))
    plans: list[list[Plan]] = []
    while not is_over(rules, session):
        for seat, bot in zip(seats, bots, strict=True):
            for answer in answers(player_view(rules, session, seat)):
                session = apply(rules, session, answer)
            session = apply(rules, session, bot.decide(player_view(rules, session, seat)))
        plans.append([_as_shares(rules, session, firm) for firm in range(rules.players)])
        session = apply(rules, session, EndTurn())
    return locked(replace(course_of_plans(rules, plans), of_cash=True))


def _as_shares(rules: Rules, session: Session, firm: int) -> Plan:
    plan = firm_plan(rules, session, firm)
    cash = max(float(session.world.market.cash[firm]), 1e-9)
    return replace(plan, spend=tuple(amount / cash for amount in plan.spend))


def course_of_shares(rules: Rules, shares: Array) -> Course:
    """Return the course that divides all money in the same way in every turn.

    Args:
        rules: the scenario.
        shares: (l,) ≥ 0, of the money; they need not sum to 1.

    """
    steady = course_of_strategy(rules, "steady")
    spend = steady.spend.copy(order="K")
    spend[:, 0, :] = np.asarray(shares, dtype=float)
    return locked(replace(steady, spend=spend))
