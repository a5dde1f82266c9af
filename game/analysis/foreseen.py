"""What was to be expected of a plan that has been played, told by what was known before the turn.

To a firm of one seat it is the forecast that it saw, to the last bit. A role saw one in which
others of its firm did what was expected of them; here they do what they did.
"""

from collections.abc import Iterator
from dataclasses import replace

from game.analysis.forecast import Outlook, foresee, imagine
from game.scenario.rules import Rules
from game.session import Session


def at_plan_of(session: Session, turn: int) -> Session:
    """Return a game as it stood when a turn was played: all plans made, the turn not yet over.

    Only questions about that turn may be asked of it: its journal is that of the whole game.

    Raises:
        ValueError: if the turn has not been played.

    """
    if not 1 <= turn <= len(session.history):
        raise ValueError(f"turn {turn} has not been played")
    record = session.history[turn - 1]
    return replace(
        session,
        world=record.opened,
        submits=record.submits,
        trades=(),
        plans=record.plans,
        history=session.history[: turn - 1],
    )


def foreseen(
    rules: Rules, session: Session, turn: int, names: tuple[str, ...], firm: int = 0
) -> Iterator[Outlook | None]:
    """Yield what the plan of a played turn was expected to bring, once a turn played ahead.

    Args:
        rules: the scenario.
        session: the turn has been played.
        turn: from 1.
        names: measures, see ``forecast``.
        firm: index of the player firm.

    Returns:
        None for every turn but the last one, with which the outlook comes.

    """
    before = at_plan_of(session, turn)
    plan = session.history[turn - 1].plans[firm]
    yield from foresee(imagine(rules, before, firm), plan, names)
