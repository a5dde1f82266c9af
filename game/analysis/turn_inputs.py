"""What a turn's result follows from, cause by cause; and turns with causes of two turns mixed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias, get_args

import numpy as np

from game.market import GROUPS, Array, Decisions, MarketState, Shocks
from game.market.arrays import Truth, batched, locked
from game.market.levers import group_slice
from game.scenario.rules import Rules
from game.session import Session, decisions_of
from game.session.rivals import with_rivals
from game.session.world import NOT_CHOSEN, World, close_turn, new_world

Cause: TypeAlias = Literal[
    "marketing",  # your money of this turn, group by group
    "sales",
    "together",
    "policies",  # qualification bar, focus, positioning
    "rivals",  # what other firms do in this turn, and the name they have made themselves
    "demand",  # season and chance
    "events",  # what acts in this turn: the news, and your answers to them
    "pipeline",  # people already on their way, and customers: where the turn before left them
    "built_up",  # what earlier turns left in heads: memory of spending, goodwill, satisfaction …
]
CAUSES: Final[tuple[Cause, ...]] = get_args(Cause)

_PEOPLE: Final = (
    *("lead", "nurture", "mql", "sql", "opportunity", "customer"),
    *("recurring", "uncommitted", "cooling"),
)
_BUILT: Final = ("memory", "knowledge", "positioning")
_PUSHED: Final = ("goodwill", "congruence", "satisfaction", "credibility", "awareness")
"""Built up as well, and moved at once by events; all of them are shares."""

_POLICIES: Final = ("qualification_bar", "focus", "positioning")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TurnInputs:
    """All that a played turn followed from."""

    began: MarketState  # as the turn before left it
    opened: World  # after the news and the answers to them
    decisions: Decisions  # of all firms, (f, …)
    shocks: Shocks


def turn_inputs(rules: Rules, session: Session, turn: int) -> TurnInputs:
    """Return what a turn followed from; it must have been played, counted from 1."""
    record = session.history[turn - 1]
    world = record.opened
    last = None if world.outcome is None else world.outcome.spend
    players = decisions_of(record.plans)
    return TurnInputs(
        began=new_world(rules).market if turn == 1 else session.history[turn - 2].closed.market,
        opened=world,
        decisions=with_rivals(rules, players, world.market.cash, last),
        shocks=session.luck.shocks(turn),
    )


def causes_that_changed(
    rules: Rules, last: TurnInputs, now: TurnInputs, firm: int
) -> tuple[Cause, ...]:
    """Return the causes that are not the same in both turns; all others explain nothing."""
    same: dict[Cause, bool] = {
        group: _same(
            last.decisions.spend[firm, group_slice(group)],
            now.decisions.spend[firm, group_slice(group)],
        )
        for group in GROUPS
    }
    same["policies"] = all(
        _same(getattr(last.decisions, name)[firm], getattr(now.decisions, name)[firm])
        for name in _POLICIES
    )
    same["rivals"] = rules.params.firms == 1
    same["demand"] = _same(_wave(rules, last), _wave(rules, now))
    same["events"] = all(
        _same(one, other) for one, other in zip(_acting(last), _acting(now), strict=True)
    )
    return tuple(cause for cause in CAUSES if not same.get(cause, False))


def mixed_turn(
    rules: Rules, last: TurnInputs, now: TurnInputs, of_now: Mapping[Cause, Truth], firm: int
) -> World:
    """Play one turn in many worlds, each with some causes of now and the others of the last turn.

    Args:
        rules: the scenario.
        last: inputs of the turn before.
        now: inputs of the turn.
        of_now: (w,) for each cause, whether it is that of now. ``demand`` must be the same in all
            worlds: a batch has one calendar.
        firm: whose money and policies are meant.

    Returns:
        the worlds after the turn, (w, …). With all causes of one turn they are that turn's result.

    """
    demand, worlds = now if of_now["demand"].all() else last, len(of_now["demand"])
    changes: dict[str, Any] = {
        name: _either(of_now["events"], getattr(last.opened, name), getattr(now.opened, name))
        for name in ("fired", "lasting", "chosen", "choice_lasting")
    }
    sums = ("total_bookings", "total_contribution", "sums")
    changes |= {name: batched(getattr(now.opened, name), (worlds,)) for name in sums}
    market = _mixed_market(last, now, of_now, firm, demand.began.elapsed)
    opened = locked(replace(now.opened, market=market, **changes))
    decisions = _mixed_decisions(last, now, of_now, firm)
    shocks = locked(Shocks(demand=batched(demand.shocks.demand, (worlds,))))
    return close_turn(rules, opened, decisions, shocks)


def _mixed_market(
    last: TurnInputs, now: TurnInputs, of_now: Mapping[Cause, Truth], firm: int, elapsed: int
) -> MarketState:
    firms = now.decisions.spend.shape[0]
    built = np.repeat(of_now["rivals"][:, None], firms, axis=1)
    built[:, firm] = of_now["built_up"]
    events = np.repeat(of_now["events"][:, None], firms, axis=1)
    changes: dict[str, Any] = {"elapsed": elapsed}
    for name in _PEOPLE:
        one, other = getattr(last.began, name), getattr(now.began, name)
        changes[name] = _either(of_now["pipeline"], one, other)
    for name in _BUILT:
        changes[name] = _either(built, getattr(last.began, name), getattr(now.began, name))
    for name in _PUSHED:
        changes[name] = _pushed(name, last, now, built, events)
    changes["cash"] = batched(now.opened.market.cash, (len(built),))
    return locked(replace(now.opened.market, **changes))


def _pushed(name: str, last: TurnInputs, now: TurnInputs, built: Truth, events: Truth) -> Array:
    """Return a share as one turn found it, (w, f, …), with what events of one turn did to it."""
    began = [getattr(each.began, name) for each in (last, now)]
    opened = [getattr(each.opened.market, name) for each in (last, now)]
    pushes = [after - before for before, after in zip(began, opened, strict=True)]
    mixed = np.clip(_either(built, *began) + _either(events, *pushes), 0.0, 1.0)
    # Where both are of the same turn, its very figures: a difference added again is not exact.
    same = _along(built == events, mixed.ndim)
    return np.asfortranarray(np.where(same, _either(built, *opened), mixed))


def _mixed_decisions(
    last: TurnInputs, now: TurnInputs, of_now: Mapping[Cause, Truth], firm: int
) -> Decisions:
    changes: dict[str, Any] = {}
    for name in ("spend", *_POLICIES):
        one, other = getattr(last.decisions, name), getattr(now.decisions, name)
        values = _either(of_now["rivals"], one, other)
        if name != "spend":
            values[:, firm] = _either(of_now["policies"], one[firm], other[firm])
        for group in GROUPS if name == "spend" else ():
            part = group_slice(group)
            values[:, firm, part] = _either(of_now[group], one[firm, part], other[firm, part])
        changes[name] = values
    return locked(replace(now.decisions, **changes))


def _either(now: Truth, last_value: Array, value: Array) -> Array:
    """Return a batch, worlds side by side: the value of now where it is true, else the last one.

    Args:
        now: (w,) or, for each firm, (w, f).
        last_value: of one world, (f, …) if now is given for each firm.
        value: the same.

    """
    return np.asfortranarray(np.where(_along(now, value.ndim + 1), value, last_value))


def _along(truth: Truth, axes: int) -> Truth:
    """Return truth with axes of length 1 behind it until it has so many."""
    return truth.reshape(*truth.shape, *(1,) * (axes - truth.ndim))


def _wave(rules: Rules, turn: TurnInputs) -> Array:
    """Return season times luck of a turn, (k,)."""
    params = rules.params
    steps = turn.began.elapsed + np.arange(params.steps)
    months = (params.start_month + steps * 12 // params.steps_per_year) % 12
    wave: Array = params.season[months] * turn.shocks.demand[: params.steps]
    return wave


def _acting(turn: TurnInputs) -> tuple[Array, ...]:
    """Return which events and answers act in a turn, and what they pushed."""
    world, market = turn.opened, turn.opened.market
    answers = np.where(world.choice_lasting > 0, world.chosen, NOT_CHOSEN)
    pushes = (getattr(market, name) - getattr(turn.began, name) for name in _PUSHED)
    return (world.lasting > 0, answers, *pushes)


def _same(one: Array, other: Array) -> bool:
    return bool(np.array_equal(one, other))
