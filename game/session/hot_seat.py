"""Several people at one machine: whose view is on the screen, and what all may see together.

A turn of a hot seat goes like this; a window or a terminal only shows it::

    seats, hot = crew(rules, ("marketing", "sales"))  # partners take the seats that are left
    session = new_session(rules, seed, seats)
    # together: last turn's results and the news, as ``common_view`` shows them; answer events
    hot = handed_on(hot, session)  # stage "hand_over": nobody's figures
    hot = taken(hot)  # stage "planning": player_view of hot.seat
    session = apply(rules, session, submit)
    hot = handed_on(hot, session)  # the next one, or together again
    if everyone_in(hot, session):  # then the turn ends
        session = apply(rules, with_partners(rules, session, hot.people), EndTurn())

There is no clock: the machine waits for whoever has it. Who leaves in the middle of a turn goes on
with ``handed_on(HotSeat(people=people), session)``: plans that were submitted are in the journal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from game.errors import UnknownName
from game.scenario.rules import RoleKey, Rules
from game.session.commands import Choose, EndTurn, Submit
from game.session.game import Session, TurnRecord, apply, new_session
from game.session.seats import Seat, role_of
from game.session.sights import NOTHING_ALLOTTED, PlayerView
from game.session.split import MANAGER
from game.session.views import player_view
from game.words import sentence

Stage: TypeAlias = Literal["together", "hand_over", "planning"]

FEWEST: Final = 2
MOST: Final = 4
"""People at one machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HotSeat:
    """Who has the machine.

    Attributes:
        people: seats of people in the order in which they plan.
        seat: who has the machine or gets it next; None = everybody looks together.
        has_it: whether that person sits down already; before, the screen shows nobody's figures.

    """

    people: tuple[Seat, ...]
    seat: Seat | None = None
    has_it: bool = False

    @property
    def stage(self) -> Stage:
        """What the screen shows."""
        if self.seat is None:
            return "together"
        return "planning" if self.has_it else "hand_over"


def crew(rules: Rules, roles: Sequence[str]) -> tuple[tuple[Seat, ...], HotSeat]:
    """Return all seats of a company in which people play roles, and the hot seat of the people.

    Who divides the money plans first, so that the others know what they have. Roles that spend
    money and that nobody plays are the computer's.

    Args:
        rules: the scenario.
        roles: two to four of its roles, none twice, in the order in which the others plan.

    Raises:
        UnknownName: if a role is none of the scenario's, is named twice, or too few are named.

    """
    known = tuple(role.key for role in rules.roles)
    if not FEWEST <= len(roles) <= MOST or len(set(roles)) < len(roles) or "all" in roles:
        raise UnknownName(
            "wrong_crew",
            sentence(
                "Name two to four different roles that people play: {names:list}.", names=known
            ),
        )
    named = [Seat(0, role_of(rules, Seat(0, _key(each))).key) for each in roles]
    people = tuple(sorted(named, key=lambda seat: seat.role != MANAGER))
    seats = tuple(
        Seat(0, role.key) for role in rules.roles if role.levers or Seat(0, role.key) in people
    )
    return seats, HotSeat(people=people)


def named(rules: Rules, names: Mapping[str, str]) -> Rules:
    """Return the scenario in which roles are called as those who play them call themselves.

    Args:
        rules: the scenario.
        names: by role; a role that is not there, or has no name, is called as before.

    """
    roles = tuple(replace(role, name=names.get(role.key) or role.name) for role in rules.roles)
    return rules if roles == rules.roles else replace(rules, roles=roles)


def _key(role: str) -> RoleKey:
    return role  # type: ignore[return-value]  # role_of refuses what is none


def waiting(hot: HotSeat, session: Session) -> tuple[Seat, ...]:
    """Return the people whose plan for this turn is still missing, in their order."""
    done = {submit.seat for submit in session.submits}
    return tuple(seat for seat in hot.people if seat not in done)


def everyone_in(hot: HotSeat, session: Session) -> bool:
    """Say whether all people have submitted: the turn can end."""
    return not waiting(hot, session)


def handed_on(hot: HotSeat, session: Session) -> HotSeat:
    """Return who gets the machine next: the next one without a plan, or everybody together.

    A plan that a later promise undid is missing again, so its seat gets another turn.
    """
    missing = waiting(hot, session)
    if not missing:
        return HotSeat(people=hot.people)
    at = -1 if hot.seat is None else hot.people.index(hot.seat)
    order = (*hot.people[at + 1 :], *hot.people[: at + 1])
    return HotSeat(people=hot.people, seat=next(seat for seat in order if seat in missing))


def taken(hot: HotSeat) -> HotSeat:
    """Return the hot seat once the next person says that it sits there.

    Raises:
        ValueError: if nobody was asked to.

    """
    if hot.seat is None:
        raise ValueError("nobody was asked to take the machine")
    return replace(hot, has_it=True)


# What all may see ---------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def common_rules(rules: Rules, people: tuple[Seat, ...]) -> Rules:
    """Return the scenario as the gate reads it for all people at once.

    Every role sees only what all of theirs see, and decides nothing.
    """
    roles = [role_of(rules, seat) for seat in people]
    sees = tuple(name for name in roles[0].sees if all(name in role.sees for role in roles))
    lines = tuple(key for key in roles[0].levers if all(key in role.levers for role in roles))
    return replace(
        rules,
        roles=tuple(replace(role, sees=sees, levers=lines, policies=()) for role in rules.roles),
        hints=tuple(hint for hint in rules.hints if hint.to == "all"),
    )


def common_view(rules: Rules, session: Session, people: tuple[Seat, ...]) -> PlayerView:
    """Return what all people may see together: what each of them may see alone, and no plan.

    Reports of it are made with ``common_rules``.
    """
    view = player_view(common_rules(rules, people), session, people[0])
    history = tuple(replace(turn, prediction=None, because="") for turn in view.history)
    return replace(
        view,
        history=history,
        submit=None,
        draft=None,
        part=view.plan.spend,
        budget=view.purse,  # what all of them have, not the part of one
        allotted=NOTHING_ALLOTTED,
        shared=True,
    )


def as_one(rules: Rules, session: Session) -> Session:
    """Return a game as if one person had held every role of each company: same luck, same plans.

    It is what can be asked and tried of a game once it is over and nothing is secret any more.
    Predictions and promises, which were somebody's own, are left out.
    """
    firms = sorted({seat.firm for seat in session.seats})
    one = new_session(rules, session.seed, tuple(Seat(firm) for firm in firms), session.luck)
    for record in session.history:
        for firm in firms:
            one = _with_part_of(rules, one, record, firm)
        one = apply(rules, one, EndTurn())
    return one


def _with_part_of(rules: Rules, one: Session, record: TurnRecord, firm: int) -> Session:
    """Return a game with what a company answered and planned in a turn that was played."""
    for place, event in enumerate(rules.events):
        if event.choices and int(record.opened.fired[place]) == record.turn:
            choice = event.choices[int(record.opened.chosen[place, firm])]
            one = apply(rules, one, Choose(seat=Seat(firm), event=event.key, choice=choice.key))
    plan = record.plans[firm]
    whole = Submit(
        seat=Seat(firm),
        spend=plan.spend,
        bar=plan.bar,
        focus=plan.focus,
        positioning=plan.positioning,
    )
    return apply(rules, one, whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What somebody predicted for the last turn; told to all once it is over."""

    seat: Seat
    deals: float | None
    because: str


def guesses(session: Session, people: tuple[Seat, ...]) -> tuple[Guess, ...]:
    """Return what each of the people predicted for the last turn; () before the first one."""
    if not session.history:
        return ()
    said = {submit.seat: submit for submit in session.history[-1].submits}
    return tuple(
        Guess(seat=seat, deals=said[seat].prediction, because=said[seat].because)
        for seat in people
        if seat in said
    )
