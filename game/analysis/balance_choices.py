"""What is decided beside the money, under par: policies, answers to events; and the scorecard."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from game.analysis.balance_arena import Arena, Played
from game.analysis.balance_figures import (
    AnswerWorth,
    EventCount,
    Option,
    PolicyWorth,
    TargetReached,
)
from game.analysis.balance_plans import NOTHING, PAR, STEADY, Standings
from game.analysis.changes import OtherAnswer, OtherPolicies, changed_course
from game.analysis.courses import Course
from game.market import Array
from game.market.arrays import Truth

BARS: Final = tuple(step / 10 for step in range(11))
"""Qualification bars that are tried."""


def policy_worth(arena: Arena, par: Course, score: float) -> PolicyWorth:
    """Return the policies of par and what others would cost; locked ones have no others."""
    rules, free = arena.rules, arena.rules.policies
    segments = len(rules.segments)
    even = (1 / segments,) * segments if free.focus_free else free.focus
    bars = BARS if free.bar_free else ()
    messages = range(len(rules.messages)) if free.positioning_free else ()
    changes = [
        OtherPolicies(focus=even),
        *(OtherPolicies(bar=bar) for bar in bars),
        *(OtherPolicies(positioning=message) for message in messages),
    ]
    courses = [changed_course(rules, par, change) for change in changes]
    of_par = (arena.play(courses).score.mean(axis=1) / score).tolist()
    at_bars, at_messages = of_par[1 : 1 + len(bars)], of_par[1 + len(bars) :]
    own_bar = float(par.bar[:, 0].mean())
    focus = par.focus[:, 0].mean(axis=0)
    return PolicyWorth(
        bar=own_bar,
        bars=_options([f"{bar:g}" for bar in bars], at_bars),
        best_bar=bars[int(np.argmax(at_bars))] if bars else own_bar,
        focus=_options([each.key for each in rules.segments], focus.tolist()),
        even_focus=of_par[0],
        message=rules.messages[int(par.positioning[0, 0])].key if rules.messages else "",
        messages=_options([rules.messages[each].key for each in messages], at_messages),
    )


def _options(keys: Sequence[str], values: Sequence[float]) -> tuple[Option, ...]:
    return tuple(
        Option(key=key, of_par=float(value)) for key, value in zip(keys, values, strict=True)
    )


def event_counts(arena: Arena, par: Course, found: Standings) -> tuple[EventCount, ...]:
    """Return how often each event happens, and what the answers are worth under par."""
    rules = arena.rules
    happened = {
        each.key: found.played[each.key].happened
        for each in found.standings
        if each.kind in ("bot", "par")
    }
    answered = _answers(arena, par, found)
    counts = []
    for place, event in enumerate(rules.events):
        shares = {key: float(each[..., place].mean()) for key, each in happened.items()}
        counts.append(
            EventCount(
                key=event.key,
                happens=_mean_of(list(shares.values())),
                under_par=shares[PAR],
                least=min(shares.values()),
                most=max(shares.values()),
                answers=answered[event.key],
            )
        )
    return tuple(counts)


def _mean_of(shares: Sequence[float]) -> float:
    """Return a mean that is never outside its parts, not even by the last digit."""
    return min(max(math.fsum(shares) / len(shares), min(shares)), max(shares))


def _answers(arena: Arena, par: Course, found: Standings) -> dict[str, tuple[AnswerWorth, ...]]:
    """Return the worth of every answer to every event, by the event's key."""
    rules = arena.rules
    asked = [(event, choice.key) for event in rules.events for choice in event.choices]
    changes = [OtherAnswer(event=event.key, choice=choice) for event, choice in asked]
    if not changes:
        return {event.key: () for event in rules.events}
    ends = arena.play([changed_course(rules, par, change) for change in changes])
    worths: dict[str, tuple[AnswerWorth, ...]] = {}
    for at, event in enumerate(rules.events):
        rows = [row for row, (of, _) in enumerate(asked) if of is event]
        here = found.played[PAR].happened[0, :, at]
        gains = _gains(ends, rows, here) / found.par
        worths[event.key] = tuple(
            AnswerWorth(key=choice.key, worth=float(gain))
            for choice, gain in zip(event.choices, gains, strict=False)
        )
    return worths


def _gains(ends: Played, rows: Sequence[int], here: Truth) -> Array:
    """Return points of answers over the worst of them in some worlds; none if there are none."""
    if not rows or not here.any():
        return np.empty(0)
    means = np.array([ends.score[row][here].mean() for row in rows])
    gains: Array = means - means.min()
    return gains


def targets_reached(arena: Arena, found: Standings) -> tuple[TargetReached, ...]:
    """Return what part of each target is reached by par, by an even split and by doing nothing."""
    means = {key: found.played[key].reached.mean(axis=(0, 1)) for key in (PAR, STEADY, NOTHING)}
    return tuple(
        TargetReached(
            measure=rule.measure,
            par=float(means[PAR][place]),
            steady=float(means[STEADY][place]),
            nothing=float(means[NOTHING][place]),
        )
        for place, rule in enumerate(arena.rules.scorecard)
    )
