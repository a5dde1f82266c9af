"""How a general manager divides the money by typing, and how the others read what they have."""

from game.errors import DecisionRejected
from game.market import GROUPS
from game.report.amounts import parse_amount
from game.report.names import group_name
from game.session import PlayerView
from game.session.drafts import Draft
from game.terminal.console import Console
from game.words import sentence

EXAMPLE = "split 50 30 20"
"""What a manager types."""


def parse_split(typed: str, console: Console, view: PlayerView) -> tuple[float, ...]:
    """Return three parts typed as ``50 30 20``, ``50% 30% 20%`` or ``5 3 2``, which sum to 1.

    Raises:
        DecisionRejected: if the seat does not divide the money, or they are not three amounts.

    """
    if not view.divides:
        raise DecisionRejected(
            "not_your_split",
            sentence("Your role does not divide the money between the groups."),
        )
    parts = [parse_amount(each.rstrip("%"), console.language) for each in typed.split()]
    if len(parts) != len(GROUPS) or min(parts) < 0 or sum(parts) <= 0:
        raise DecisionRejected(
            "bad_split",
            sentence(
                "Type one part for each of {groups:list}, for example: {example}",
                groups=tuple(group_name(group) for group in GROUPS),
                example=EXAMPLE,
            ),
        )
    return tuple(part / sum(parts) for part in parts)


def print_split(console: Console, view: PlayerView, draft: Draft) -> None:
    """Print how the money is divided, to a manager; to others, what they have for each group."""
    if view.divides and draft.split is not None:
        given = dict(zip(GROUPS, (part * view.purse for part in draft.split), strict=True))
    else:
        given = dict(view.allotted)
    if not given:
        return
    lines = tuple(
        sentence("{group} {money:money}", group=group_name(group), money=money)
        for group, money in given.items()
    )
    if view.divides:
        console.say(sentence("You divide the money: {lines:list}.", lines=lines), style="bold")
    else:
        console.say(sentence("The general manager gives you: {lines:list}.", lines=lines))
