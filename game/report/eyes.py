"""What a seat saw after a turn, for those who look for something worth a word in it."""

from dataclasses import dataclass
from typing import Final

from game.market import GROUP_OF, LEVERS
from game.market.levers import Group
from game.report.figures import Curtain
from game.scenario.rules import RoleKey, Rules
from game.session import PlayerView, Seat, TurnView, role_of
from game.words import Sentence

Said = tuple[Sentence, Sentence] | None
"""A reason and a question, or nothing where there is nothing to say."""

ALMOST_NOTHING: Final = 1.0
"""Money below which a budget line got none."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """What a seat saw after a turn: numbers, or None where there are none for it.

    Attributes:
        rules: the scenario.
        view: of the seat.
        turn: the turn that is looked at; figures of earlier ones may be compared with it.

    """

    rules: Rules
    view: PlayerView
    turn: TurnView

    def figure(self, name: str, turns_ago: int = 0) -> float | None:
        """Return a measure, or None where it is hidden or has not happened."""
        at = self.turn.turn - turns_ago
        return self.view.history[at].figures[name].value if at >= 0 else None

    def pair(self, name: str) -> tuple[float, float] | None:
        """Return a measure in the turn before and in this one, None where one is not seen."""
        before, now = self.figure(name, 1), self.figure(name)
        return None if before is None or now is None else (before, now)

    def flow(self, name: str) -> float | None:
        """Return people of a flow, or None where they are hidden or no turn was played."""
        return Curtain(self.rules, self.view).flow(self.turn, name).value

    def share_of(self, group: Group) -> float:
        """Return the part of the turn's money that went into a group of levers, 0 of nothing."""
        spend = self.turn.plan.spend
        part = sum(
            money for lever, money in zip(LEVERS, spend, strict=True) if GROUP_OF[lever] == group
        )
        return part / self.turn.plan.total if self.turn.plan.total >= ALMOST_NOTHING else 0.0

    def can_spend_on(self, group: Group) -> bool:
        """Return whether any lever of a group was open."""
        return any(GROUP_OF[lever] == group for lever in self._open())

    def own_lines(self) -> dict[str, float]:
        """Return the money on the lines that the seat decides about alone, by lever."""
        alone = self.view.seat.role == "all"
        mine = {lever.key for lever in self.view.levers if lever.mine}
        return {
            lever: self.turn.plan.on(lever)
            for lever in self._open()
            if lever in mine and (alone or GROUP_OF[lever] != "together")
        }

    def partners(self) -> tuple[RoleKey, ...]:
        """Return the other roles that somebody in the firm plays."""
        return tuple(role for role in self.view.seated if role != self.view.seat.role)

    def hidden(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of some measures that the seat does not see and could be shown."""
        figures = self.turn.figures
        return tuple(
            name for name in names if not figures[name].known and figures[name].revealed_by
        )

    def seen_by(self, role: RoleKey) -> frozenset[str]:
        """Return the measures that another role sees by itself."""
        return frozenset(role_of(self.rules, Seat(self.view.seat.firm, role)).sees)

    def _open(self) -> list[str]:
        return [
            lever.key
            for lever in self.view.levers
            if lever.available and lever.unlock_turn <= self.turn.turn
        ]
