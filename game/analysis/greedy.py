"""A bot that looks one turn ahead: it spends each coin where the scorecard rises most at once.

It knows the model but not the luck: it plays along in a world of its own in which nothing unusual
happens, and learns of the real one only what its seat sees. Being greedy, it neglects whatever
pays later; what it loses against par is the price of impatience.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from game.analysis.plans import alternatives
from game.market import LEVERS, Array, Shocks
from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    Session,
    Submit,
    apply,
    firm_plan,
    is_over,
    new_bot,
    new_session,
    no_luck,
    player_view,
)
from game.session.plans import limits_of, open_levers
from game.session.score import score_points
from game.session.world import close_turn, repeated

COINS: Final = 24
"""Into how many parts the budget is divided; each is placed on its own."""


class GreedyBot:
    """One-turn look-ahead for a firm played by one seat."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        seats = tuple(Seat(firm) for firm in range(rules.players))
        self.imagined = self._with_others(new_session(rules, 0, seats, no_luck(rules)))

    def decide(self, view: PlayerView) -> Submit:
        """Return the plan for the turn that the view shows.

        Turns are to be asked for one after the other, from the first.
        """
        spend = self._best_spend(view)
        submit = Submit(seat=view.seat, spend=tuple(float(amount) for amount in spend))
        self._play_along(submit)
        wins = view.now.figures["wins"].value
        return replace(submit, prediction=0.0 if wins is None else float(round(wins)))

    def _play_along(self, submit: Submit) -> None:
        cash = max(float(self.imagined.world.market.cash[0]), 0.0)
        total = sum(submit.spend)
        # Events cost money in one world and not in the other: spend the same shares.
        part = min(1.0, cash / total) if total > 0 else 1.0
        spend = tuple(float(int(amount * part)) for amount in submit.spend)
        ahead = apply(self._rules, self.imagined, replace(submit, seat=Seat(0), spend=spend))
        self.imagined = self._with_others(apply(self._rules, ahead, EndTurn()))

    def _with_others(self, session: Session) -> Session:
        """Let the other player firms divide their money evenly: what they do is not known."""
        if is_over(self._rules, session):
            return session
        steady = new_bot("steady")
        for seat in session.seats[1:]:
            plan = steady.decide(player_view(self._rules, session, seat))
            session = apply(self._rules, session, plan)
        return session

    def _best_spend(self, view: PlayerView) -> Array:
        usable = np.array([lever.mine for lever in view.levers]) & np.array(
            open_levers(self._rules, self.imagined.turn)
        )
        spend = np.zeros(len(LEVERS))
        coin = float(view.budget // COINS)
        if coin <= 0 or not usable.any():
            return spend
        limits = limits_of(self._rules)
        for _ in range(COINS):
            placed = spend + coin * np.eye(len(LEVERS))
            allowed = usable & (np.diagonal(placed) <= limits)
            if not allowed.any():
                break
            gains = np.where(allowed, self._scores(placed), -np.inf)
            spend = placed[int(np.argmax(gains))]
        return spend

    def _scores(self, spends: Array) -> Array:
        """Return the score after this turn for each of some plans, (w,)."""
        rules, session = self._rules, self.imagined
        worlds = repeated(session.world, len(spends))
        plans = tuple(firm_plan(rules, session, firm) for firm in range(rules.players))
        decisions = alternatives(rules, plans, 0, spends, worlds)
        shocks = Shocks(demand=np.ones((len(spends), rules.params.steps)))
        after = close_turn(rules, worlds, decisions, shocks)
        total: Array = score_points(rules, after)[..., 0].sum(axis=-1)
        return total
