"""Who sits at the table: a seat is a role in a player firm, and owns lines, policies and money."""

from dataclasses import dataclass
from typing import Final

from game.errors import UnknownName
from game.market import LEVERS, POLICIES
from game.scenario.measures import MEASURES
from game.scenario.rules import RoleKey, RoleRule, Rules
from game.words import sentence


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A place at the table.

    Attributes:
        firm: index of a player firm.
        role: which role is played; "all" decides and sees everything.

    """

    firm: int = 0
    role: RoleKey = "all"


EVERYTHING: Final = RoleRule(
    key="all", levers=LEVERS, policies=POLICIES, sees=tuple(MEASURES), budget_share=1.0
)


def role_of(rules: Rules, seat: Seat) -> RoleRule:
    """Return what a seat's role may decide and see.

    Raises:
        UnknownName: if the scenario has no such role.

    """
    if seat.role == "all":
        return EVERYTHING
    for role in rules.roles:
        if role.key == seat.role:
            return role
    names = tuple(role.key for role in rules.roles)
    raise UnknownName(
        "unknown_role",
        sentence(
            "This scenario has no role '{role}'. Choose one of: {names:either}.",
            role=seat.role,
            names=names,
        ),
    )


def playable_roles(rules: Rules) -> tuple[RoleKey, ...]:
    """Return the roles that one person may play with computer partners: those that spend money.

    A general manager and a voice of the customer need people around them to be anything.
    """
    return ("all", *(role.key for role in rules.roles if role.levers))


def team(rules: Rules, role: RoleKey = "all") -> tuple[Seat, ...]:
    """Return the seats of one firm when a person plays a role: alone, or with partners.

    Raises:
        UnknownName: if the scenario has no such role for one person.

    """
    if role == "all":
        return (Seat(0, "all"),)
    roles = playable_roles(rules)
    if role not in roles:
        raise UnknownName(
            "unknown_role",
            sentence(
                "One person cannot play the role '{role}' here. Choose one of: {names:either}.",
                role=role,
                names=roles,
            ),
        )
    return tuple(Seat(0, each) for each in roles if each != "all")
