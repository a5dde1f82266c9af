"""The last words of the first scenario: what a second try would ask, and what to play next."""

from collections.abc import Sequence
from typing import Final

from game.market import GROUPS, LEVERS
from game.report.tutorial import SCENARIO
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence

COME_NEXT: Final = {"fresh_start": "Fresh Start Coffee", "two_silos": "Two Silos"}
"""The scenarios that come after the first one, and their titles."""

_LITTLE: Final = 0.06
"""Part of the money below which working together got little of it."""


def last_words(rules: Rules, view: PlayerView) -> tuple[Sentence, ...]:
    """Return a question that leads to a better plan, and what to play next; () elsewhere.

    Args:
        rules: the scenario; only the first one has last words.
        view: of the seat that has come to the end.

    """
    if rules.name != SCENARIO or not view.over:
        return ()
    first, second = COME_NEXT.values()
    following = sentence(
        "Next: {first} is a whole year with every line. After it, {second} is about two teams "
        "that hardly talk.",
        first=first,
        second=second,
    )
    return (_question(view), following)


def following(fresh: Sequence[Rules]) -> Rules | None:
    """Return which of the scenarios that were not finished yet to play next; None without any.

    The first one, which who comes from another needs least, is the last to be named.

    Args:
        fresh: in the order of the library.

    """
    course = list(COME_NEXT)

    def place(rules: Rules) -> int:
        if rules.name == SCENARIO:
            return len(course) + 1
        return course.index(rules.name) if rules.name in course else len(course)

    return min(fresh, key=place, default=None)


def _question(view: PlayerView) -> Sentence:
    """Ask about what this player has not tried."""
    plans = [turn.plan for turn in view.history[1:]]
    if len({plan.positioning for plan in plans}) == 1:
        return sentence(
            "A second try: your message stayed the same all the time. Which of your customers "
            "does it speak to, and which of them pay most?"
        )
    spent = sum(sum(plan.spend) for plan in plans)
    together = sum(
        amount
        for plan in plans
        for lever, amount in zip(LEVERS, plan.spend, strict=True)
        if lever in GROUPS["together"]
    )
    if together < _LITTLE * spent:
        return sentence(
            "A second try: working together got {part:share} of your money. What would twice as "
            "much have brought?",
            part=together / spent,
        )
    return sentence(
        "A second try: in which month would less advertising have cost you nothing, and who "
        "could have used the money?"
    )
