"""Par: the best that can be reached, by one who knows the model (honest) and the luck (hindsight).

**Honest par** belongs to the best plan that knows the model but not the luck: one course of
decisions that stays as it is whatever happens, of the highest mean score over many lucks.
**Hindsight par** is the best score for one given luck, such as that of a played game.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from game.analysis.courses import Course
from game.scenario.rules import Rules
from game.session import Luck

Progress: TypeAlias = Callable[[float, float], bool]
"""Told the part that is done (0–1) and the best score so far; returning False ends the search."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Par:
    """What can be reached in a scenario, and how.

    Of an honest par the scores are of many lucks that the search has not seen; of a hindsight par
    all three are the one score of its luck.
    """

    score: float  # points, mean
    p10: float  # points that nine of ten lucks exceed
    p90: float  # points that one of ten lucks exceeds
    course: Course  # of one world; firm 0 plays it, other player firms are steady
    complete: bool  # False where the search was ended early


def search_par(
    rules: Rules, *, effort: float = 1.0, seed: int = 1, progress: Progress | None = None
) -> Par:
    """Search the honest par of a scenario. Takes seconds; the same arguments give the same par.

    Args:
        rules: the scenario. Firm 0 searches, other player firms are steady.
        effort: how many worlds may be played, 1 = usual; 10 takes ten times as long.
        seed: of the search; other seeds should find nearly the same score.
        progress: called a few times a second. Where it returns False the best so far is returned,
            not ``complete``.

    Raises:
        ParImpossible: if there is nothing to search: no money, no open lever, or scores that are
            no numbers.

    """
    raise NotImplementedError


def hindsight_par(
    rules: Rules,
    luck: Luck,
    start: Par,
    *,
    effort: float = 1.0,
    progress: Progress | None = None,
) -> Par:
    """Search the best course for one luck; never worse than the honest course with that luck.

    Args:
        rules: the scenario.
        luck: of one game (``Session.luck``).
        start: the honest par, from which the search begins.
        effort: as in ``search_par``.
        progress: as in ``search_par``.

    """
    raise NotImplementedError
