"""A bot that plays the honest par: the best plan that does not know the luck, turn by turn."""

import numpy as np

from game.analysis.courses import Course
from game.scenario.rules import Rules
from game.session import Choose, PlayerView, Submit
from game.session.plans import limits_of


class ParBot:
    """Plays firm 0 of a course, in whole units of money."""

    def __init__(self, rules: Rules, course: Course) -> None:
        """Play a course of one world, in shares of what is there (``Par.course``)."""
        self._course = course
        self._events = [event.key for event in rules.events]
        self._limits = limits_of(rules)

    def decide(self, view: PlayerView) -> Submit:
        """Return the plan for the turn that the view shows."""
        course, at = self._course, view.turn - 1
        free, wins = view.policies, view.now.figures["wins"].value
        return Submit(
            seat=view.seat,
            spend=self._spend(view),
            bar=float(course.bar[at, 0]) if free["qualification_bar"] else None,
            focus=tuple(course.focus[at, 0].tolist()) if free["segment_focus"] else None,
            positioning=int(course.positioning[at, 0]) if free["positioning"] else None,
            prediction=0.0 if wins is None else float(round(wins)),
        )

    def answers(self, view: PlayerView) -> list[Choose]:
        """Return what the plan answers to the events on the table; what is too dear is not taken.

        The money that is left after one answer counts for the next.
        """
        found, left = [], view.budget
        for event in view.pending:
            number = int(self._course.answers[view.turn - 1, self._events.index(event.key), 0])
            choice = event.choices[number]
            if choice.costs > left:
                choice = event.choices[0]
            left -= choice.costs
            found.append(Choose(seat=view.seat, event=event.key, choice=choice.key))
        return found

    def _spend(self, view: PlayerView) -> tuple[float, ...]:
        shares = self._course.spend[view.turn - 1, 0]
        usable = np.array([lever.open and lever.mine for lever in view.levers])
        wanted = np.where(usable, shares, 0.0) / max(float(shares.sum()), 1.0)
        amounts = np.minimum(np.floor(view.budget * wanted), self._limits)
        return tuple(amounts.tolist())
