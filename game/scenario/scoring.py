"""The scorecard of a scenario: targets read in the unit of their measure, weights that sum to 1."""

from dataclasses import replace
from typing import Final

import numpy as np

from game.market import step
from game.market.reference import no_luck, reference_decisions
from game.scenario import usual, values
from game.scenario.blocks import ScoreEntry
from game.scenario.market_build import Market
from game.scenario.measures import MEASURES, Kind
from game.scenario.model import Scenario
from game.scenario.rules import ScoreRule
from game.scenario.values import Refused
from game.words import sentence

_LEAST_SHARE: Final = 0.01

PLAYED: Final = ("total_bookings", "pipeline", "goodwill")
"""Measures that grow with the turns: their usual target is what a plain plan reaches in these."""


def build_scorecard(scenario: Scenario, market: Market) -> tuple[ScoreRule, ...]:
    """Return the lines of the scorecard.

    Raises:
        Refused: if a target does not fit its measure.

    """
    lines = scorecard_entries(scenario)
    weights = [entry.weight for entry in lines.values()]
    if not any(weights):
        weights = [1.0] * len(weights)
    total, played = sum(weights), None
    rules = []
    for (key, entry), weight in zip(lines.items(), weights, strict=True):
        measure = entry.measure or key
        target = score_target(entry, key, scenario.currency)
        if target is None:
            played = played or _played_on_reference(market, scenario.turns.count)
            target = played[measure]
        rules.append(ScoreRule(measure=measure, target=target, weight=weight / total, at=entry.at))
    return tuple(rules)


def scorecard_entries(scenario: Scenario) -> dict[str, ScoreEntry]:
    """Return the scenario's scorecard, or the usual one."""
    if scenario.scorecard:
        return dict(scenario.scorecard)
    return {
        measure: ScoreEntry.model_construct(measure=measure, target="", weight=weight, at=at)
        for measure, weight, at in usual.SCORECARD
    }


def score_target(entry: ScoreEntry, key: str, currency: str) -> float | None:
    """Return the target of a line; None if the market has to be asked for it.

    Raises:
        Refused: if there is none and no usual one, or it does not fit the measure.

    """
    name = entry.measure or key
    if not entry.target:
        if name in PLAYED:
            return None
        if name in usual.TARGETS:
            return usual.TARGETS[name]
        raise Refused(
            "missing",
            sentence("'{measure}' needs a target", measure=name),
            next_step=sentence("add a line 'target: …', the value that counts as reached"),
        )
    target = _target_value(entry.target, MEASURES[name].kind, currency)
    if target <= 0:
        raise Refused(
            "out_of_range",
            sentence("a target must be above 0"),
            next_step=sentence("give the value that counts as reached"),
        )
    return target


def _target_value(text: str, kind: Kind, currency: str) -> float:
    if kind == "share":
        return values.share(text, 0.0, 10.0)
    if kind == "money":
        return values.money(text, currency, -1e12)
    if kind == "hours":
        return values.hours(text)
    return values.count(text, ("customers", "deals", "leads", "people"))


def _played_on_reference(market: Market, turns: int) -> dict[str, float]:
    """Return what a firm reaches that plays the reference plan, and so do all its rivals."""
    params, state = market.params, market.start
    decisions = replace(reference_decisions(params), positioning=state.positioning)
    luck = no_luck(params.steps)
    bookings = 0.0
    for _ in range(turns):
        state, outcome = step(params, state, decisions, luck)
        bookings += float(outcome.bookings[0])
    pipeline = 12 * float(np.add.reduce(state.opportunity[0] * params.price[0]))
    return {
        "total_bookings": _round(bookings),
        "pipeline": _round(pipeline),
        "goodwill": max(round(float(state.goodwill[0]), 2), _LEAST_SHARE),
    }


def _round(amount: float) -> float:
    """Round to two figures, so that a target looks like one."""
    if amount < 1:
        return 1.0
    size = 10 ** (int(np.log10(amount)) - 1)
    return float(round(amount / size) * size)
