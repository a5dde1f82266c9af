"""The game without its people: market, events and totals, for one world or a whole batch.

``open_turn`` brings the news and the money, ``close_turn`` lets the market answer. A session plays
one world by them; analysis plays thousands at once by the very same code. Axes: see
``game.market.arrays``; ``e`` are the scenario's events, ``p`` its player firms.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np

from game.market import Array, Decisions, MarketParams, MarketState, Outcome, Shocks, step
from game.market.arrays import Indices, Truth, batched, locked
from game.scenario.rules import Effect, Rules, Target
from game.session.bends import bend, push
from game.session.conditions import holds
from game.session.measures import measure

NOT_CHOSEN = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class World:
    """Where a game stands between two commands."""

    turn: int  # the turn being planned, from 1; turns + 1 when the game is over
    market: MarketState
    before: MarketState | None  # the market one turn earlier
    outcome: Outcome | None  # what happened in the last turn
    total_bookings: Array  # (…, f) money since the start
    total_contribution: Array  # (…, f) money since the start
    sums: Array  # (…, c, f) of each scorecard measure over the turns played
    fired: Indices  # (…, e) turn in which an event last happened, 0 = never
    lasting: Indices  # (…, e) turns for which an event still acts, this one included
    chosen: Indices  # (…, e, p) index of the choice taken, or NOT_CHOSEN
    choice_lasting: Indices  # (…, e, p) turns for which the choice still acts


def new_world(rules: Rules, shape: tuple[int, ...] = ()) -> World:
    """Return a game before its first turn is opened.

    Args:
        rules: the scenario.
        shape: of the batch; () for a single world.

    """
    events, firms = len(rules.events), rules.params.firms
    market = rules.start if not shape else _repeat(rules.start, shape)
    return locked(
        World(
            turn=1,
            market=market,
            before=None,
            outcome=None,
            total_bookings=np.zeros((*shape, firms)),
            total_contribution=np.zeros((*shape, firms)),
            sums=np.zeros((*shape, len(rules.scorecard), firms)),
            fired=np.zeros((*shape, events), dtype=np.int64),
            lasting=np.zeros((*shape, events), dtype=np.int64),
            chosen=np.full((*shape, events, rules.players), NOT_CHOSEN, dtype=np.int64),
            choice_lasting=np.zeros((*shape, events, rules.players), dtype=np.int64),
        )
    )


def open_turn(rules: Rules, world: World, chances: Array) -> World:
    """Start the planned turn: events happen, their pushes act, the turn's money comes in.

    Args:
        rules: the scenario.
        world: as ``close_turn`` (or ``new_world``) left it.
        chances: (…, e) luck of this turn, ``Luck.events[..., turn - 1, :]``.

    """
    market, fired, lasting = world.market, world.fired.copy(), world.lasting.copy()
    chosen = world.chosen.copy()
    for place, event in enumerate(rules.events):
        resting = (lasting[..., place] == 0) & (world.choice_lasting[..., place, :] == 0).all(-1)
        waiting = (fired[..., place] == 0) | (event.repeats & resting)
        now = waiting & (chances[..., place] < event.chance) & holds(rules, world, event.when)
        if not now.any():
            continue
        fired[..., place] = np.where(now, world.turn, fired[..., place])
        lasting[..., place] = np.where(now, event.lasts_turns, lasting[..., place])
        chosen[..., place, :] = np.where(now[..., None], NOT_CHOSEN, chosen[..., place, :])
        for effect in event.effects:
            market = push(rules, market, effect, now)
    world = locked(replace(world, market=market, fired=fired, lasting=lasting, chosen=chosen))
    cash = market.cash + _allowance(rules, world)
    return replace(world, market=locked(replace(market, cash=cash)))


class Answer(NamedTuple):
    """What one player firm does about one event."""

    event: int  # index
    firm: int  # index of the player firm
    choice: int  # index


def choose(rules: Rules, world: World, answer: Answer, here: Truth | None = None) -> World:
    """Answer an event for one player firm; its costs and pushes act at once.

    Args:
        rules: the scenario.
        world: with the event having happened.
        answer: which event, whose, which choice.
        here: (…) the worlds in which it is taken; None = in all.

    """
    event, firm, choice = answer
    taken = rules.events[event].choices[choice]
    if here is None:
        here = np.ones(world.fired.shape[:-1], dtype=bool)
    cash = world.market.cash.copy()
    cash[..., firm] -= np.where(here, taken.costs, 0.0)
    market = locked(replace(world.market, cash=cash))
    for effect in taken.effects:
        market = push(rules, market, effect, here, firm)
    chosen, lasting = world.chosen.copy(), world.choice_lasting.copy()
    chosen[..., event, firm] = np.where(here, choice, chosen[..., event, firm])
    lasting[..., event, firm] = np.where(here, taken.lasts_turns, lasting[..., event, firm])
    after = locked(replace(world, market=market, chosen=chosen, choice_lasting=lasting))
    if not _of_target(taken.effects, "budget"):
        return after
    # This turn's money came in before the answer: what the answer adds to it comes in now.
    more = _allowance(rules, after) - _allowance(rules, world)
    return locked(replace(after, market=locked(replace(market, cash=market.cash + more))))


def bent_params(rules: Rules, world: World) -> MarketParams:
    """Return the market's parameters as the events that act now bend them."""
    changes: dict[str, Any] = _bent(rules, world)
    return replace(rules.params, **changes) if changes else rules.params


def _bent(rules: Rules, world: World, only: Target | None = None) -> dict[str, Array]:
    """Return the parameters that events bend now, by name; of one target only, if it is given."""
    bent: dict[str, Array] = {}
    for effects, where, firm in _acting(rules, world, only):
        for effect in effects:
            bend(rules, bent, effect, where, firm)
    return bent


_Acting: TypeAlias = tuple[list[Effect], Truth, int | None]


def _acting(rules: Rules, world: World, only: Target | None) -> Iterator[_Acting]:
    """Yield effects that act now, the worlds in which they do, and for whom."""
    for place, event in enumerate(rules.events):
        effects = _of_target(event.effects, only)
        if effects and (now := world.lasting[..., place] > 0).any():
            yield effects, now, None
        for number, option in enumerate(event.choices):
            effects = _of_target(option.effects, only)
            for firm in range(rules.players) if effects else ():
                taken = (world.chosen[..., place, firm] == number) & (
                    world.choice_lasting[..., place, firm] > 0
                )
                if taken.any():
                    yield effects, taken, firm


def _of_target(effects: tuple[Effect, ...], only: Target | None) -> list[Effect]:
    return [effect for effect in effects if only is None or effect.target == only]


def _allowance(rules: Rules, world: World) -> Array:
    """Return the money of a turn, (…, f), as events bend it."""
    return _bent(rules, world, "budget").get("allowance", rules.params.allowance)


def close_turn(rules: Rules, world: World, decisions: Decisions, shocks: Shocks) -> World:
    """End the planned turn: the market answers, and the next turn may be opened."""
    before = world.market
    market, outcome = step(bent_params(rules, world), before, decisions, shocks)
    after = replace(world, market=market, before=before, outcome=outcome)
    scored = [measure(rules, after, rule.measure) for rule in rules.scorecard]
    return locked(
        replace(
            after,
            turn=world.turn + 1,
            total_bookings=world.total_bookings + outcome.bookings,
            total_contribution=world.total_contribution + outcome.contribution,
            sums=world.sums + np.stack(scored, axis=-2),
            lasting=np.maximum(world.lasting - 1, 0),
            choice_lasting=np.maximum(world.choice_lasting - 1, 0),
        )
    )


def repeated(world: World, count: int) -> World:
    """Return a batch of equal worlds, (count, …): one for each thing that might be done now.

    Args:
        world: a single one.
        count: worlds in the batch, ≥ 1.

    """
    changes: dict[str, Any] = {
        name: batched(value, (count,))
        for name in world.__dataclass_fields__
        if isinstance(value := getattr(world, name), np.ndarray)
    }
    return locked(
        replace(
            world,
            market=_repeat(world.market, (count,)),
            before=None if world.before is None else _repeat(world.before, (count,)),
            outcome=None if world.outcome is None else _repeat(world.outcome, (count,)),
            **changes,
        )
    )


Remembered = TypeVar("Remembered", MarketState, Outcome)


def _repeat(value: Remembered, shape: tuple[int, ...]) -> Remembered:
    changes: dict[str, Any] = {
        name: batched(array, shape)
        for name in value.__dataclass_fields__
        if isinstance(array := getattr(value, name), np.ndarray)
    }
    return locked(replace(value, **changes))
