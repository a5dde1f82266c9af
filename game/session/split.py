"""How a general manager divides a firm's money between the three groups, and what each seat has.

Where a manager sits at the table, the split binds: a seat may put on the lines of a group no more
than the group's part of the money; where several seats share a group, each has an equal part of it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from game.market import GROUP_OF, GROUPS, LEVERS
from game.market.levers import Group
from game.scenario.rules import Rules
from game.session.seats import Seat, role_of

if TYPE_CHECKING:
    from game.session.game import Session

MANAGER: Final = "manager"
"""The role that divides the money."""

FOR_BOTH: Final = 0.20
"""Part of the money for working together as long as nobody has divided it."""


EVEN_SPLIT: Final = (0.34, 0.33, 0.33)
"""As much for each group, in whole percent."""


def usual_split(rules: Rules) -> tuple[float, ...]:
    """Return the split before a manager has decided on one: by what each role usually has."""
    shares = dict.fromkeys(GROUPS, 0.0)
    for role in rules.roles:
        if role.key in shares:
            shares[role.key] = role.budget_share
    total = sum(shares.values()) or 1.0
    marketing = round((1 - FOR_BOTH) * shares["marketing"] / total, 2)
    return (marketing, round(1 - FOR_BOTH - marketing, 2), FOR_BOTH)


def split_in_force(rules: Rules, session: "Session", firm: int) -> tuple[float, ...] | None:
    """Return how the money of a firm is divided in this turn; None where no manager sits there."""
    manager = Seat(firm, MANAGER)
    if manager not in session.seats:
        return None
    for submit in session.submits:
        if submit.seat == manager and submit.split is not None:
            return submit.split
    return session.plans[firm].split or usual_split(rules)


def allotted(rules: Rules, session: "Session", seat: Seat) -> dict[Group, float]:
    """Return the most money a seat may put on each group's lines; {} where nobody divides it."""
    split = split_in_force(rules, session, seat.firm)
    if split is None:
        return {}
    cash = max(float(session.world.market.cash[seat.firm]), 0.0)
    firm = [role_of(rules, each) for each in session.seats if each.firm == seat.firm]
    mine, found = role_of(rules, seat), dict[Group, float]()
    for group, part in zip(GROUPS, split, strict=True):
        if any(lever in GROUPS[group] for lever in mine.levers):
            sharing = sum(any(each in GROUPS[group] for each in role.levers) for role in firm)
            found[group] = cash * part / sharing
    return found


def within(most: Mapping[Group, float], spend: Sequence[float]) -> tuple[float, ...]:
    """Return amounts cut alike, to whole units, wherever a group has more than it may.

    Args:
        most: money a group, as ``allotted`` gives it.
        spend: amounts in the order of LEVERS.

    """
    sums = {group: on_lines(spend, group) for group in most}
    parts = {group: most[group] / sums[group] for group in most if sums[group] > most[group]}
    return tuple(
        float(amount * parts[GROUP_OF[lever]] // 1) if GROUP_OF[lever] in parts else amount
        for lever, amount in zip(LEVERS, spend, strict=True)
    )


def on_lines(spend: Sequence[float], group: Group) -> float:
    """Return the money on the lines of a group."""
    return sum(
        amount for lever, amount in zip(LEVERS, spend, strict=True) if GROUP_OF[lever] == group
    )
