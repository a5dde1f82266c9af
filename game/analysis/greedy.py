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
from game.session import EndTurn, PlayerView, Seat, Session, Submit, apply, new_session, no_luck
from game.session.plans import open_levers
from game.session.score import score_points
from game.session.world import close_turn, repeated

COINS: Final = 24
"""Into how many parts the budget is divided; each is placed on its own."""


class GreedyBot:
    """One-turn look-ahead for a firm played by one seat."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._imagined: Session = new_session(rules, 0, (Seat(0, "all"),), no_luck(rules))

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
        cash = max(float(self._imagined.world.market.cash[0]), 0.0)
        total = sum(submit.spend)
        # Events cost money in one world and not in the other: spend the same shares.
        part = min(1.0, cash / total) if total > 0 else 1.0
        spend = tuple(float(int(amount * part)) for amount in submit.spend)
        ahead = apply(self._rules, self._imagined, replace(submit, seat=Seat(0), spend=spend))
        self._imagined = apply(self._rules, ahead, EndTurn())

    def _best_spend(self, view: PlayerView) -> Array:
        usable = np.array([lever.mine for lever in view.levers]) & np.array(
            open_levers(self._rules, self._imagined.turn)
        )
        spend = np.zeros(len(LEVERS))
        coin = float(view.budget // COINS)
        if coin <= 0 or not usable.any():
            return spend
        limits = np.array([np.inf if each.limit is None else each.limit for each in view.levers])
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
        rules, session = self._rules, self._imagined
        worlds = repeated(session.world, len(spends))
        decisions = alternatives(rules, session.plans, 0, spends, worlds)
        shocks = Shocks(demand=np.ones((len(spends), rules.params.steps)))
        after = close_turn(rules, worlds, decisions, shocks)
        total: Array = score_points(rules, after)[..., 0].sum(axis=-1)
        return total
