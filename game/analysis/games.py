"""Whole games at once: a batch of worlds, each with its own course of decisions or its own luck.

It runs the same turn as a session does (``session.world``), so a world of a batch equals the game
replayed command by command, to the last bit.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.analysis.courses import Course
from game.market import Array, Decisions
from game.market.arrays import Indices, Truth, locked, over_firms
from game.scenario.rules import EventRule, Rules
from game.session import Luck
from game.session.luck import stack_luck
from game.session.plans import ROUNDING, affordable, limits_of
from game.session.rivals import with_rivals
from game.session.score import score_points
from game.session.world import (
    NOT_CHOSEN,
    Answer,
    World,
    choose,
    close_turn,
    new_world,
    open_turn,
)

CHUNK = 1_000
"""Worlds played side by side: more of them fall out of the processor's cache."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlayedTurn:
    """One turn of a batch of games."""

    turn: int
    opened: World  # after the news and the answers to it
    decisions: Decisions  # of all firms, as they counted, (w, f, …)
    closed: World  # after the market's answer


def play_course(
    rules: Rules, course: Course, luck: Luck, start: World | None = None
) -> Iterator[PlayedTurn]:
    """Play games to their end, yielding every turn.

    Args:
        rules: the scenario.
        course: (w, t, …) of a batch, or (t, …) of a single world.
        luck: of the same batch (``batch_luck``), or of the single world.
        start: a world whose turn has been opened (``Session.world``, ``TurnRecord.opened``), in the
            shape of the batch (``repeated``); None starts a new game.

    """
    if start is None:
        shape = course.spend.shape[:-3]
        start = open_turn(rules, new_world(rules, shape), luck.events[..., 0, :])
    world = start
    while world.turn <= rules.turns:
        opened = _answered(rules, world, course)
        decisions = _decisions(rules, opened, course)
        closed = close_turn(rules, opened, decisions, luck.shocks(world.turn))
        yield PlayedTurn(turn=world.turn, opened=opened, decisions=decisions, closed=closed)
        if closed.turn > rules.turns:
            return
        world = open_turn(rules, closed, luck.events[..., closed.turn - 1, :])


def final_world(rules: Rules, course: Course, luck: Luck, start: World | None = None) -> World:
    """Return where games end; see ``play_course``. At least one turn must be left to play."""
    (last,) = deque(play_course(rules, course, luck, start), maxlen=1)  # keeps one turn only
    return last.closed


def final_scores(rules: Rules, course: Course, luck: Luck, start: World | None = None) -> Array:
    """Return the scores at the end, (…, p) points; see ``play_course``."""
    points = score_points(rules, final_world(rules, course, luck, start))
    return over_firms(points)[..., : rules.players]


def batch_luck(luck: Luck | Sequence[Luck], worlds: int) -> Luck:
    """Return the luck of a batch: one luck for all worlds, or several in turn.

    Args:
        luck: one, or k of them; world *i* gets number ``i mod k``.
        worlds: in the batch.

    """
    tables = [luck] if isinstance(luck, Luck) else list(luck)
    stack = stack_luck(tables)
    which = np.arange(worlds) % len(tables)
    return locked(
        Luck(
            demand=np.asfortranarray(stack.demand[which]),
            events=np.asfortranarray(stack.events[which]),
            errors=np.asfortranarray(stack.errors[which]),
        )
    )


def _answered(rules: Rules, world: World, course: Course) -> World:
    """Answer the events of this turn that nobody has answered yet."""
    for place, event in enumerate(rules.events):
        if not event.choices or not np.any(world.fired[..., place] == world.turn):
            continue
        for firm in range(rules.players):
            world = _answered_by(rules, world, course, place, firm)
    return world


def _answered_by(rules: Rules, world: World, course: Course, place: int, firm: int) -> World:
    event = rules.events[place]
    wanted = course.answers[..., world.turn - 1, place, firm]
    open_now = (world.fired[..., place] == world.turn) & (
        world.chosen[..., place, firm] == NOT_CHOSEN
    )
    taken = np.where(_can_pay(event, world.market.cash[..., firm], wanted), wanted, 0)
    for number in range(len(event.choices)):
        here = open_now & (taken == number)
        if here.any():
            world = choose(rules, world, Answer(place, firm, number), here)
    return world


def _can_pay(event: EventRule, cash: Array, wanted: Indices) -> Truth:
    costs = np.array([choice.costs for choice in event.choices])
    known = np.minimum(np.maximum(wanted, 0), len(costs) - 1)
    result: Truth = (wanted == known) & (costs[known] <= np.maximum(cash, 0.0) + ROUNDING)
    return result


def _decisions(rules: Rules, world: World, course: Course) -> Decisions:
    wanted = course.decisions(world.turn)
    cash = world.market.cash
    mine = cash[..., : rules.players]
    asked = wanted.spend
    if course.of_cash:
        asked = np.minimum(asked * np.maximum(mine, 0.0)[..., None], limits_of(rules))
    spend = affordable(rules, world.turn, mine, asked)
    last = None if world.outcome is None else world.outcome.spend
    return with_rivals(rules, replace(wanted, spend=spend), cash, last)
