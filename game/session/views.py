"""The one gate through which secrets leave: what a seat may know of a game.

Reports, screens, bots and phones are given a :class:`PlayerView` and never a session. A hidden
figure says which collaboration lever would reveal it; an estimated one is a range.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

import numpy as np

from game.market import LEVERS, Array
from game.scenario.measures import MEASURES, SEEN_BY_ALL, SHARES_OF_THE_PLAN
from game.scenario.rules import RoleKey, Rules
from game.session.checks import seat_budget
from game.session.conditions import holds_for
from game.session.estimates import estimated_cares
from game.session.flows import FLOWS, REASONS, SEGMENT_FLOWS, lead_sources, loss_reasons
from game.session.game import Session, TurnRecord, firm_plan, is_over
from game.session.measures import measure
from game.session.plans import Plan, open_levers
from game.session.remembered import Remembered
from game.session.score import score
from game.session.seats import Seat, role_of
from game.session.sights import (
    NOTHING_ALLOTTED,
    ChoiceView,
    EventView,
    Figure,
    LeverView,
    PlayerView,
    TurnView,
)
from game.session.split import allotted, split_in_force
from game.session.trades import Trade
from game.session.world import NOT_CHOSEN, World

ALWAYS: Final = SEEN_BY_ALL
"""What everybody at a table sees whatever the role."""


_Who = tuple[Seat, tuple[RoleKey, ...]]
"""A seat, and the roles of its firm that somebody plays."""

played_turns: Final[Remembered[TurnRecord, TurnView]] = Remembered()
beginnings: Final[Remembered[World, TurnView]] = Remembered()
"""Views of what never looks different again: played turns, and how games began."""


def player_view(rules: Rules, session: Session, seat: Seat) -> PlayerView:
    """Return what a seat may know now.

    Args:
        rules: the scenario.
        session: the game.
        seat: one of ``session.seats``.

    Raises:
        UnknownName: if the scenario has no such role.

    """
    role = role_of(rules, seat)
    over = is_over(rules, session)
    seated = tuple(each.role for each in session.seats if each.firm == seat.firm)
    mine = [each for each in session.submits if each.seat.firm == seat.firm]
    return PlayerView(
        seat=seat,
        role_name=role.name,
        turn=min(session.turn, rules.turns),
        turns=rules.turns,
        over=over,
        budget=0.0 if over else seat_budget(rules, session, seat),
        levers=_levers(rules, session, seat),
        policies=_policies(rules, seat, seated),
        plan=session.plans[seat.firm],
        part=_last_part(session, seat),
        submit=next((each for each in mine if each.seat == seat), None),
        draft=firm_plan(rules, session, seat.firm) if mine and not over else None,
        history=(
            _remembered_zero(rules, *_beginning(session, seat), seat),
            *(
                _remembered_turn(rules, record, (seat, seated), before)
                for record, before in zip(session.history, _seen_worlds(session), strict=False)
            ),
        ),
        events=() if over else _events(rules, session, seat),
        hints=()
        if over
        else _hints(rules, _seen_worlds(session)[-1], session.turn, (seat, seated)),
        cares=estimated_cares(rules, session.world, session.luck, seat.firm),
        score=score(rules, session.world, seat.firm) if over or seat.role == "all" else None,
        trades=_of_firm(session.trades, seat.firm),
        seated=seated,
        purse=0.0 if over else max(float(session.world.market.cash[seat.firm]), 0.0),
        split=split_in_force(rules, session, seat.firm),
        allotted=NOTHING_ALLOTTED if over else MappingProxyType(allotted(rules, session, seat)),
    )


def _beginning(session: Session, seat: Seat) -> tuple[World, Plan]:
    """Return the game as its first turn began, and the plan that stands for turn 0."""
    if session.history:
        first = session.history[0]
        return first.opened, first.plans[seat.firm]
    return session.world, session.plans[seat.firm]


def _last_part(session: Session, seat: Seat) -> tuple[float, ...]:
    for record in reversed(session.history):
        for submit in record.submits:
            if submit.seat == seat:
                return submit.spend
    # Nobody has sat here yet: the firm's plan is the nearest thing to one's own.
    return session.plans[seat.firm].spend


def _levers(rules: Rules, session: Session, seat: Seat) -> tuple[LeverView, ...]:
    owned = role_of(rules, seat).levers
    rows = zip(rules.levers, open_levers(rules, session.turn), strict=True)
    return tuple(
        LeverView(
            key=lever.key,
            name=lever.name,
            mine=lever.key in owned,
            open=is_open,
            available=lever.available,
            unlock_turn=lever.unlock_turn,
            limit=lever.limit,
        )
        for lever, is_open in rows
    )


def _policies(rules: Rules, seat: Seat, seated: tuple[RoleKey, ...]) -> Mapping[str, bool]:
    # Of several at one table who own a policy the last one's word counts: the others have none.
    after = seated[seated.index(seat.role) + 1 :] if seat.role in seated else ()
    taken = {key for role in after for key in role_of(rules, Seat(seat.firm, role)).policies}
    owned, free = set(role_of(rules, seat).policies) - taken, rules.policies
    may = {
        "qualification_bar": free.bar_free,
        "segment_focus": free.focus_free and len(rules.segments) > 1,
        "positioning": free.positioning_free and len(rules.messages) > 1,
    }
    return MappingProxyType({key: may[key] and key in owned for key in may})


def _curtain(rules: Rules, seat: Seat, response: Array | None) -> Callable[[str, float], Figure]:
    """Return how a measure's value becomes a figure for this seat.

    Args:
        rules: roles and reveals.
        seat: who looks.
        response: (l,) of the firm, or None before the first turn.

    """
    seen = _seen(rules, seat, response)
    revealed_by: dict[str, str] = {}
    for reveal in rules.reveals:
        for name in reveal.measures:
            revealed_by.setdefault(name, reveal.lever)

    def figure(name: str, value: float) -> Figure:
        if name not in seen:
            return Figure(None, revealed_by.get(name, ""))
        return Figure(None) if np.isnan(value) else Figure(float(value))

    return figure


def _seen(rules: Rules, seat: Seat, response: Array | None) -> frozenset[str]:
    """Return the measures that a seat sees: its role's, and those that collaboration shows."""
    seen = ALWAYS | set(role_of(rules, seat).sees)
    for reveal in rules.reveals:
        if response is not None and response[LEVERS.index(reveal.lever)] >= reveal.response:
            seen |= set(reveal.measures)
    return seen


def _measures(
    rules: Rules, world: World, seat: Seat, figure: Callable[[str, float], Figure]
) -> Mapping[str, Figure]:
    return MappingProxyType(
        {
            name: figure(name, float(measure(rules, world, name)[seat.firm]))
            for name in MEASURES
            if name != "turn"
        }
    )


def _remembered_zero(rules: Rules, first: World, plan: Plan, seat: Seat) -> TurnView:
    look = partial(_turn_zero, rules, first, plan, seat)
    return beginnings.get(first, (rules, plan, seat), look)


def _remembered_turn(rules: Rules, record: TurnRecord, who: _Who, before: World) -> TurnView:
    return played_turns.get(record, (rules, who), partial(_turn_view, rules, record, who, before))


def _seen_worlds(session: Session) -> tuple[World, ...]:
    """Return the worlds whose figures lay on the table in each turn, up to the one planned."""
    first = session.history[0].opened if session.history else session.world
    return (first, *(record.closed for record in session.history))


def _turn_zero(rules: Rules, first: World, plan: Plan, seat: Seat) -> TurnView:
    figure = _curtain(rules, seat, None)
    return TurnView(
        turn=0,
        figures=_measures(rules, first, seat, figure),
        flows=MappingProxyType({}),
        sources=MappingProxyType({}),
        losses=MappingProxyType({}),
        segments=MappingProxyType({}),
        responses=(),
        shares=tuple(float(each) for each in measure(rules, first, "market_share")),
        plan=plan,
        prediction=None,
        because="",
        events=(),
    )


def _turn_view(rules: Rules, record: TurnRecord, who: _Who, before: World) -> TurnView:
    seat = who[0]
    world, firm = record.closed, seat.firm
    outcome = world.outcome
    assert outcome is not None  # a closed turn has one
    response = outcome.response[firm]
    figure = _curtain(rules, seat, response)
    submit = next((each for each in record.submits if each.seat == seat), None)
    return TurnView(
        turn=record.turn,
        figures=_measures(rules, world, seat, figure),
        flows=MappingProxyType(
            {
                name: figure(gate, float(values(world)[firm].sum()))
                for name, (gate, values) in FLOWS.items()
            }
        ),
        sources=MappingProxyType(
            {
                name: figure("leads", value)
                for name, value in lead_sources(rules, outcome, firm).items()
            }
        ),
        losses=_losses(loss_reasons(outcome, firm), figure),
        segments=MappingProxyType(
            {
                name: tuple(figure(gate, float(each)) for each in values(world)[firm])
                for name, (gate, values) in SEGMENT_FLOWS.items()
            }
        ),
        responses=tuple(
            figure("sales_load", each)
            if key not in role_of(rules, seat).levers
            else Figure(float(each))
            for key, each in zip(LEVERS, response, strict=True)
        ),
        shares=tuple(float(each) for each in measure(rules, world, "market_share")),
        plan=record.plans[firm],
        prediction=None if submit is None else submit.prediction,
        because="" if submit is None else submit.because,
        events=tuple(
            event.key
            for event, fired in zip(rules.events, world.fired, strict=True)
            if int(fired) == record.turn
        ),
        trades=_of_firm(record.trades, firm),
        hints=_hints(rules, before, record.turn, who),
    )


def _of_firm(trades: tuple[Trade, ...], firm: int) -> tuple[Trade, ...]:
    return tuple(each for each in trades if each.by.firm == firm)


def _losses(
    reasons: Mapping[str, float], figure: Callable[[str, float], Figure]
) -> Mapping[str, Figure]:
    return MappingProxyType({name: figure(REASONS, value) for name, value in reasons.items()})


def _events(rules: Rules, session: Session, seat: Seat) -> tuple[EventView, ...]:
    world, views = session.world, []
    for place, event in enumerate(rules.events):
        new = int(world.fired[place]) == session.turn
        left = max(int(world.lasting[place]), int(world.choice_lasting[place, seat.firm]))
        if not new and not left:
            continue
        taken = int(world.chosen[place, seat.firm])
        views.append(
            EventView(
                key=event.key,
                title=event.title,
                story=event.story,
                new=new,
                turns_left=left,
                choices=tuple(
                    ChoiceView(key=each.key, text=each.text, costs=each.costs)
                    for each in event.choices
                ),
                chosen="" if taken == NOT_CHOSEN else event.choices[taken].key,
                discuss=event.discuss,
            )
        )
    return tuple(views)


def _hints(rules: Rules, world: World, turn: int, who: _Who) -> tuple[str, ...]:
    """Return what the author says in a turn; nothing about a figure that the seat does not see.

    What is meant for a role that nobody in the firm has is told to everybody in it.

    Args:
        rules: the scenario.
        world: whose figures lay on the table: as the turn before ended, without this turn's news.
        turn: which is planned.
        who: looks.

    """
    seat, seated = who
    mine = [
        hint
        for hint in rules.hints
        if "all" in {hint.to, seat.role} or hint.to == seat.role or hint.to not in seated
    ]
    if not mine:
        return ()
    response = None if world.outcome is None else world.outcome.response[seat.firm]
    seen = _seen(rules, seat, response) | SHARES_OF_THE_PLAN
    return tuple(
        hint.say
        for hint in mine
        if all(each.measure in seen for each in hint.when)
        and seen.isdisjoint(hint.unseen)
        and holds_for(rules, world, hint.when, seat.firm, turn)
    )
