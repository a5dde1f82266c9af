"""What a player has reached: the best results, how they stand to par, and good habits."""

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.errors import HandoffError
from game.storage.places import Places
from game.words import Sentence

if TYPE_CHECKING:
    from game.scenario.rules import RoleKey, Rules
    from game.session import Seat, Session
    from game.storage.results import Result, Results


class Records:
    """The best results of a player, read once and counted on.

    Args:
        places: where they are kept.
        tell: shows what went wrong with them at the foot of the window.

    """

    def __init__(self, places: Places, tell: Callable[[Sentence, str], None]) -> None:
        self._places = places
        self._tell = tell
        self._results: Results | None = None
        self._counted: Session | None = None
        self._before: Result | None = None

    def best(self, name: str, role: "RoleKey") -> "Result | None":
        """Return the player's best result in a scenario and role."""
        return self._known().get((name, role))

    def elsewhere(self, name: str, role: "RoleKey") -> "Result | None":
        """Return the best result of a scenario in the other roles: of the whole firm, if any."""
        others = [each for each in self.of(name) if each.role != role]
        return max(others, key=lambda each: (each.role == "all", each.total), default=None)

    def of(self, name: str) -> "tuple[Result, ...]":
        """Return the best result of a scenario in each role in which it was finished."""
        return tuple(each for (played, _), each in self._known().items() if played == name)

    def _known(self) -> "Results":
        if self._results is None and not self._places.results.is_file():
            return {}  # the first frame of a new player reads nothing
        if self._results is None:
            from game.storage.results import load_results

            self._results, remark = load_results(self._places)
            if remark is not None:
                self._tell(remark, "warning")
        return self._results

    def before(self, rules: "Rules", session: "Session", seat: "Seat") -> "Result | None":
        """Return the best result without a game that has just ended; with it where it is older."""
        return self._before if session is self._counted else self.best(rules.name, seat.role)

    def par(self, rules: "Rules") -> float | None:
        """Return the points of a scenario's honest par, where they are known."""
        from game.storage.pars import known_par

        known = known_par(self._places, rules)
        return None if known is None else known.score

    def habits(self) -> Mapping[str, int]:
        """Return in how many games each good habit was shown."""
        from game.storage.habits import load_habits

        return load_habits(self._places)

    def count(self, rules: "Rules", session: "Session", seat: "Seat") -> None:
        """Count a game that has just ended among the results; failing is only told."""
        from game.report.habits import habits_shown
        from game.session import player_view, score
        from game.storage.habits import count_habits
        from game.storage.results import Result, record_result

        self._before, self._counted = self.best(rules.name, seat.role), session
        reached = score(rules, session.world, seat.firm, self.par(rules))
        result = Result(
            scenario=rules.name,
            role=seat.role,
            total=reached.total,
            of_par=reached.of_par,
            date=datetime.date.today().isoformat(),
        )
        habits = habits_shown(player_view(rules, session, seat))
        try:
            record_result(self._places, result)
            if habits:
                count_habits(self._places, [habit.key for habit in habits])
        except HandoffError as error:
            self._tell(error.sentence, "bad")
        self._results = None
