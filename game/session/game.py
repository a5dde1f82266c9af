"""One game: a session is (rules, seed and drawn luck, journal), and this replays it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final, assert_never

import numpy as np

from game.errors import DecisionRejected
from game.market import LEVERS
from game.scenario.rules import Rules
from game.session.checks import check_choose, check_money, check_running, check_submit
from game.session.commands import Choose, Command, EndTurn, Propose, Reply, Submit, TakeBack
from game.session.luck import Luck, draw_luck
from game.session.plans import Plan, affordable, decisions_of, empty_plan
from game.session.rivals import with_rivals
from game.session.seats import Seat, role_of
from game.session.trade_checks import check_propose, check_reply, check_take_back
from game.session.trades import Trade, judged, proposed, replied, taken_back
from game.session.world import (
    NOT_CHOSEN,
    Answer,
    World,
    choose,
    close_turn,
    new_world,
    open_turn,
)

SOLO: Final = (Seat(0, "all"),)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class TurnRecord:
    """One played turn, written down."""

    turn: int
    opened: World  # after the news, before the plan
    closed: World  # after the market's answer
    plans: tuple[Plan, ...]  # one a player firm
    submits: tuple[Submit, ...]  # as they counted when the turn ended
    trades: tuple[Trade, ...] = ()  # what seats promised each other for it, and whether they did


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Session:
    """One game between two commands."""

    seed: int
    luck: Luck
    seats: tuple[Seat, ...]
    world: World  # with the planned turn opened; the final one when the game is over
    submits: tuple[Submit, ...] = ()  # this turn's, at most one a seat
    trades: tuple[Trade, ...] = ()  # this turn's, oldest first
    plans: tuple[Plan, ...]  # of the last turn, one a player firm
    history: tuple[TurnRecord, ...] = ()
    journal: tuple[Command, ...] = ()

    @property
    def turn(self) -> int:
        """The turn being planned, from 1; one more than there are when the game is over."""
        return self.world.turn


def new_session(
    rules: Rules, seed: int = 1, seats: tuple[Seat, ...] = SOLO, luck: Luck | None = None
) -> Session:
    """Start a game, with the news of its first turn.

    Args:
        rules: the scenario.
        seed: 0 ≤ seed < 2**63.
        seats: who plays; every player firm needs at least one.
        luck: as a save holds it; None draws it from the seed.

    """
    luck = draw_luck(rules, seed) if luck is None else luck
    world = open_turn(rules, new_world(rules), luck.events[0])
    plans = (empty_plan(rules),) * rules.players
    return Session(seed=seed, luck=luck, seats=seats, world=world, plans=plans)


def apply(rules: Rules, session: Session, command: Command) -> Session:
    """Return the session after a command.

    Raises:
        DecisionRejected: if it is not allowed now; the session given is as it was.

    """
    match command:
        case Submit():
            after = _submitted(rules, session, command)
        case Choose():
            after = _chosen(rules, session, command)
        case EndTurn():
            after = _ended(rules, session)
        case Propose():
            check_propose(rules, session, command)
            after = proposed(session, command)
        case Reply():
            check_reply(rules, session, command)
            after = replied(session, command)
        case TakeBack():
            check_take_back(rules, session, command)
            after = taken_back(session, command)
        case _:
            assert_never(command)
    return replace(after, journal=(*session.journal, command))


def replay(rules: Rules, start: Session, journal: Iterable[Command]) -> Session:
    """Return the session after a journal: load, undo, branch and what-if are all this."""
    session = start
    for command in journal:
        session = apply(rules, session, command)
    return session


def is_over(rules: Rules, session: Session) -> bool:
    """Say whether all turns are played."""
    return session.turn > rules.turns


def journal_before(session: Session, turn: int) -> tuple[Command, ...]:
    """Return the commands given before a turn was opened: replay them to branch from there."""
    ended = 0
    for place, command in enumerate(session.journal):
        if ended == turn - 1:
            return session.journal[:place]
        ended += isinstance(command, EndTurn)
    return session.journal


def firm_plan(rules: Rules, session: Session, firm: int) -> Plan:
    """Return a firm's plan for this turn as its seats have it now.

    Each seat's money adds up; a seat that has submitted nothing repeats its part of the last turn,
    as far as its levers are open and the money is there.
    """
    last = session.plans[firm]
    if not any(each.seat.firm == firm for each in session.submits):
        return _fitted(rules, session, firm, last)
    plan = replace(last, spend=(0.0,) * len(LEVERS))
    for seat in session.seats:
        if seat.firm == firm:
            plan = _with_part(plan, _part_of(session, seat), role_of(rules, seat).policies)
    return _fitted(rules, session, firm, plan)


def _submitted(rules: Rules, session: Session, submit: Submit) -> Session:
    check_submit(rules, session, submit)
    others = tuple(each for each in session.submits if each.seat != submit.seat)
    after = replace(session, submits=(*others, submit))
    if submit.split is None:
        return after
    # What was planned before the money was divided counts only if there is money for it.
    return replace(after, submits=tuple(e for e in after.submits if _is_paid(rules, after, e)))


def _is_paid(rules: Rules, session: Session, submit: Submit) -> bool:
    try:
        check_money(rules, session, submit)
    except DecisionRejected:
        return False
    return True


def _chosen(rules: Rules, session: Session, command: Choose) -> Session:
    event, choice = check_choose(rules, session, command)
    answer = Answer(event, command.seat.firm, choice)
    return replace(session, world=choose(rules, session.world, answer))


def _ended(rules: Rules, session: Session) -> Session:
    check_running(rules, session)
    opened = replace(session, world=_with_default_choices(rules, session.world))
    plans = tuple(firm_plan(rules, opened, firm) for firm in range(rules.players))
    world = opened.world
    last = None if world.outcome is None else world.outcome.spend
    decisions = with_rivals(rules, decisions_of(plans), world.market.cash, last)
    closed = close_turn(rules, world, decisions, session.luck.shocks(session.turn))
    record = TurnRecord(
        turn=session.turn,
        opened=world,
        closed=closed,
        plans=plans,
        submits=opened.submits,
        trades=judged(session.trades, (_part_of(session, each) for each in session.seats), plans),
    )
    if closed.turn <= rules.turns:
        upcoming = open_turn(rules, closed, session.luck.events[closed.turn - 1])
    else:
        upcoming = closed
    return replace(
        opened,
        world=upcoming,
        submits=(),
        trades=(),
        plans=plans,
        history=(*session.history, record),
    )


def _with_default_choices(rules: Rules, world: World) -> World:
    """Take the first choice wherever nobody decided."""
    for place, event in enumerate(rules.events):
        if event.choices and int(world.fired[place]) == world.turn:
            for firm in range(rules.players):
                if int(world.chosen[place, firm]) == NOT_CHOSEN:
                    world = choose(rules, world, Answer(place, firm, 0))
    return world


def _part_of(session: Session, seat: Seat) -> Submit:
    for submit in session.submits:
        if submit.seat == seat:
            return submit
    for record in reversed(session.history):
        for submit in record.submits:
            if submit.seat == seat:
                return submit
    return Submit(seat=seat, spend=(0.0,) * len(LEVERS))


def _with_part(plan: Plan, part: Submit, policies: Collection[str]) -> Plan:
    """Return the plan with a seat's money added, and those of its policies that it decides."""
    bar = part.bar if "qualification_bar" in policies else None
    focus = part.focus if "segment_focus" in policies else None
    positioning = part.positioning if "positioning" in policies else None
    return Plan(
        spend=tuple(a + b for a, b in zip(plan.spend, part.spend, strict=True)),
        bar=plan.bar if bar is None else bar,
        focus=plan.focus if focus is None else focus,
        positioning=plan.positioning if positioning is None else positioning,
        split=plan.split if part.split is None else part.split,
    )


def _fitted(rules: Rules, session: Session, firm: int, plan: Plan) -> Plan:
    """Return the plan without closed levers, and cut to the money there is.

    A part repeated from the last turn, or an event paid for after submitting, may ask for more.
    """
    cash = session.world.market.cash[firm]
    spend = affordable(rules, session.turn, cash, np.array(plan.spend))
    return replace(plan, spend=tuple(spend.tolist()))
