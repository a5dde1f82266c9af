"""What a firm may expect of a plan: mean and 80 % band for the turns ahead, as a slider moves.

256 imagined worlds are played on from now. They do not know the game's luck: demand goes on from
the climate of the last turn, events happen by their chances. Nor do they know the market exactly:
every firm misjudges demand and its own appeal, the more so the less it pays for market research,
and of what segments care for it knows the ranges that research tells: trying out messages in a
forecast is no way round it. What other players plan and answer is theirs: they are taken to go on
as before.
The misjudgement is the game's (its forecasts are off by it), its size is known (the band is wide
enough for it), and so the band is honest: about 80 % of what then happens lies within.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from game.analysis.courses import Course
from game.analysis.games import play_course
from game.market import LEVERS, Array
from game.market.arrays import batched, locked
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import Luck, Plan, Session, empty_plan
from game.session.estimates import estimated_cares
from game.session.luck import CLIMATE_LASTS, keyed
from game.session.measures import measure
from game.session.plans import limits_of, open_levers
from game.session.world import (
    NOT_CHOSEN,
    Answer,
    World,
    choose,
    new_world,
    open_turn,
    repeated,
)

WORLDS: Final = 256
AHEAD: Final = 3
LOW: Final = 0.10
HIGH: Final = 0.90

DEMAND_ERROR: Final = 0.22
"""Log error (one sigma) of a firm without market research about how many people are looking."""

APPEAL_ERROR: Final = 0.30
"""The same about its own odds of winning a deal."""

RESEARCH_HELPS: Final = 0.85
"""Share of both errors that market research takes away at full response."""

_STREAM: Final = (1 << 20) + (1 << 10)  # behind errors and random bots
_CARES: Final = _STREAM + (1 << 10)
_RESEARCH: Final = LEVERS.index("market_research")

FORESEEN: Final = tuple(key for key in MEASURES if key != "turn")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Band:
    """One measure in the coming turns, (t,) each: eight times of ten it lies from low to high."""

    mean: Array
    low: Array
    high: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlook:
    """What a plan may bring, if it is kept for all these turns."""

    turns: tuple[int, ...]
    bands: dict[str, Band]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Imagined:
    """The worlds in which a firm imagines what its plans would do in the coming turns."""

    rules: Rules  # misjudged, and ending when the outlook ends
    start: World  # (w, …) with the planned turn opened
    luck: Luck  # (w, …)
    firm: int
    others: tuple[Plan, ...]  # one a player firm, as far as it is known: of its last turn


def imagine(rules: Rules, session: Session, firm: int = 0, ahead: int = AHEAD) -> Imagined:
    """Prepare the forecasts of one turn; ``forecast`` then answers for any plan.

    Args:
        rules: the scenario.
        session: the game, not over.
        firm: the player firm that wants to know.
        ahead: how many turns, at most those that are left.

    """
    turns = min(ahead, rules.turns - session.turn + 1)
    chance = keyed(session.seed, session.turn, _STREAM + firm)
    sigma = 1 - RESEARCH_HELPS * _known(session, firm)
    off = sigma * chance.standard_normal(2)  # the same for all plans of this turn
    spread = sigma * _even_normal(chance, 2)
    demand_error = DEMAND_ERROR * (off[0] + spread[0])
    appeal_error = APPEAL_ERROR * (off[1] + spread[1])
    luck = _luck_ahead(rules, session, chance, turns, np.exp(demand_error))
    appeal = batched(rules.params.appeal, (WORLDS,))
    appeal[:, firm] += appeal_error[:, None]
    params = replace(rules.params, appeal=appeal, cares=_cares(rules, session, firm))
    misjudged = replace(rules, params=params, turns=session.turn + turns - 1)
    opened = _opened_for(rules, session, firm)
    return Imagined(
        rules=misjudged,
        start=repeated(opened, WORLDS),
        luck=luck,
        firm=firm,
        others=tuple(_usual_plan(rules, session, opened, each) for each in range(rules.players)),
    )


def forecast(imagined: Imagined, plan: Plan, measures: tuple[str, ...] = FORESEEN) -> Outlook:
    """Return what a plan may bring.

    Args:
        imagined: the worlds of this turn.
        plan: of the firm, kept for all turns of the outlook; the others repeat theirs.
        measures: keys of ``scenario.measures.MEASURES``, ``turn`` excepted.

    """
    (outlook,) = (found for found in foresee(imagined, plan, measures) if found is not None)
    return outlook


def foresee(
    imagined: Imagined, plan: Plan, measures: tuple[str, ...] = FORESEEN
) -> Iterator[Outlook | None]:
    """Yield None for every turn that was played ahead, and at the end the outlook.

    A window asks for one a frame, so that a slider never waits for a forecast.
    """
    rules, turns, values = imagined.rules, [], []
    course = _course(imagined, plan)
    for played in play_course(rules, course, imagined.luck, imagined.start):
        turns.append(played.turn)
        found = [measure(rules, played.closed, each)[..., imagined.firm] for each in measures]
        values.append(np.stack(found))
        yield None
    yield _outlook(measures, turns, values)


def _outlook(measures: tuple[str, ...], turns: list[int], values: list[Array]) -> Outlook:
    table = np.stack(values, axis=1)  # (measures, turns, worlds)
    table.sort(axis=-1)
    low, high = (table[..., _place(part)] for part in (LOW, HIGH))
    mean = table.mean(axis=-1)
    bands = {
        name: Band(mean=mean[at], low=low[at], high=high[at]) for at, name in enumerate(measures)
    }
    return Outlook(turns=tuple(turns), bands=bands)


def _place(part: float) -> int:
    return round(part * (WORLDS - 1))


def _known(session: Session, firm: int) -> float:
    """Return the response of market research as the firm has built it up, 0–1."""
    memory = float(session.world.market.memory[firm, _RESEARCH])
    return memory / (1 + memory)


def _cares(rules: Rules, session: Session, firm: int) -> Array:
    """Return what segments may care for as far as the firm knows, (w, s, m): even in its ranges."""
    ranges = estimated_cares(rules, session.world, session.luck, firm)
    low, high = (
        np.array([[getattr(each, end) for each in row] for row in ranges])
        for end in ("low", "high")
    )
    chance = keyed(session.seed, session.turn, _CARES + firm)
    half = chance.random((*low.shape, WORLDS // 2))
    parts = np.concatenate([half, 1 - half], axis=-1)
    return np.asfortranarray(np.moveaxis(low[..., None] + (high - low)[..., None] * parts, -1, 0))


def _opened_for(rules: Rules, session: Session, firm: int) -> World:
    """Return the planned turn as it opened, with the firm's own answers to the news alone."""
    news = np.flatnonzero(session.world.fired == session.turn)
    if rules.players == 1 or not news.size:
        return session.world
    before = session.history[-1].closed if session.history else new_world(rules)
    world = open_turn(rules, before, session.luck.events[session.turn - 1])
    for event in news.tolist():
        number = int(session.world.chosen[event, firm])
        if number != NOT_CHOSEN:
            world = choose(rules, world, Answer(event, firm, number))
    return world


def _usual_plan(rules: Rules, session: Session, opened: World, firm: int) -> Plan:
    """Return what a player firm did last; before its first turn, an even split of its money."""
    if session.history:
        return session.history[-1].plans[firm]
    usable = np.array(open_levers(rules, session.turn), dtype=float)
    cash = max(float(opened.market.cash[firm]), 0.0)
    spend = np.minimum(cash * usable / max(float(usable.sum()), 1.0), limits_of(rules))
    return replace(empty_plan(rules), spend=tuple(spend.tolist()))


def _even_normal(chance: np.random.Generator, count: int) -> Array:
    """Return standard normal numbers, (count, WORLDS), in mirrored pairs: their mean is 0."""
    half = chance.standard_normal((count, WORLDS // 2))
    return np.concatenate([half, -half], axis=-1)


def _luck_ahead(
    rules: Rules, session: Session, chance: np.random.Generator, turns: int, error: Array
) -> Luck:
    """Return luck for the imagined worlds: drawn anew, on from the climate of the last turn."""
    steps, first = rules.params.steps, session.turn - 1
    demand = np.ones((WORLDS, rules.turns, steps), order="F")
    climate = _climates(rules, session, _even_normal(chance, turns * steps))
    for at, now in enumerate(climate):
        shock = np.exp(rules.noise * now - rules.noise**2 / 2)
        demand[:, first + at // steps, at % steps] = shock * error
    events = np.ones((WORLDS, rules.turns, len(rules.events)), order="F")
    events[:, first : first + turns] = chance.random((WORLDS, turns, len(rules.events)))
    errors = batched(session.luck.errors, (WORLDS,))
    return locked(Luck(demand=demand, events=events, errors=errors))


def _climates(rules: Rules, session: Session, fresh: Array) -> Array:
    """Return the climate of demand in the steps ahead, in sigmas, (k, w); ``fresh`` is white."""
    kept = CLIMATE_LASTS ** (12 / rules.params.steps_per_year)
    climates = np.empty_like(fresh)
    before: Array | float = 0.0
    if session.history and rules.noise > 0:
        last = float(session.luck.demand[session.turn - 2, -1])
        before = (float(np.log(last)) + rules.noise**2 / 2) / rules.noise
    for at, new in enumerate(fresh):
        # Before the first turn nothing is known of the climate: it may be anything it ever is.
        free = 1.0 if at == 0 and not session.history else (1 - kept**2) ** 0.5
        climates[at] = before = kept * before + free * new
    return climates


def _course(imagined: Imagined, plan: Plan) -> Course:
    """Return the course of all imagined worlds: one plan, kept for all turns."""
    rules = imagined.rules
    plans = [plan if firm == imagined.firm else other for firm, other in enumerate(imagined.others)]

    def all_turns(values: object, *, whole: bool = False) -> Array:
        one = np.array(values, dtype=np.int64 if whole else np.float64)
        return batched(np.broadcast_to(one, (rules.turns, *one.shape)), (WORLDS,))

    answers = np.zeros((WORLDS, rules.turns, len(rules.events), rules.players), np.int64, order="F")
    return locked(
        Course(
            spend=all_turns([each.spend for each in plans]),
            bar=all_turns([each.bar for each in plans]),
            focus=all_turns([each.focus for each in plans]),
            positioning=all_turns([each.positioning for each in plans], whole=True),  # type: ignore[arg-type]
            answers=answers,
        )
    )
