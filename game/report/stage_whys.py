"""Where in the funnel a figure changed: leads times rates times money, stage by stage.

Only stages that a seat sees stand in the chain. What lies between two of them is one step, worked
out from what is seen alone, so that nothing hidden can be told from it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from game.analysis.funnel_why import STAGES, FunnelWhy, product_parts
from game.report.figures import Curtain
from game.report.language import ENGLISH, Language
from game.report.measure_words import STAGE_NAMES
from game.report.rounding import Grain, grain_of
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence

IN_FUNNEL: Final = ("wins", "bookings")
"""The measures that the funnel explains."""

_GATES: Final = {stage: "win_rate" if stage == "closed" else stage for stage in STAGES}
"""The measure with which each stage is hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStep:
    """What the change of one rate brought.

    Attributes:
        key: the stage that the rate leads to.
        name: of the stage.
        before, now: people in the first step, money a deal in the last, else the stage for each one
            of the stage before it; may exceed 1, because people take more than one turn.
        kind: of ``before`` and ``now``.
        change: what it brought to the measure, rounded so that all steps add up; own unit.
        good: +1, -1 or 0.
        said: one sentence: the rate in both turns, and the change.

    """

    key: str
    name: Sentence
    before: float
    now: float
    kind: Kind
    change: float
    good: int
    said: Sentence


def stage_steps(
    rules: Rules, view: PlayerView, found: FunnelWhy, language: Language = ENGLISH
) -> tuple[StageStep, ...]:
    """Return in which stages a figure changed, in the order of the journey.

    Args:
        rules: the scenario.
        view: what the seat may know; the turn must be in its history.
        found: what ``analysis.funnel_why`` found for the seat's firm.
        language: writes numbers.

    """
    curtain = Curtain(rules, view)
    turns = [view.history[found.turn - 1], view.history[found.turn]]
    seen = [
        stage
        for stage in found.rates
        if not any(curtain.measure(turn, _GATES[stage]).hidden for turn in turns)
    ]
    if not seen or seen[-1] != found.measure:
        return ()
    rates = _rates_between(found, seen)
    amounts = product_parts(rates)
    grain = grain_of(MEASURES[found.measure].kind, [found.before, found.now, *amounts])
    whole = grain.rounded(grain.rounded(found.now) - grain.rounded(found.before))
    chain = [None, *seen]
    return tuple(
        _step(grain, rate, change, (before, stage), language)
        for rate, change, before, stage in zip(
            rates, grain.parts(amounts, whole), chain, seen, strict=False
        )
    )


def _rates_between(found: FunnelWhy, seen: Sequence[str]) -> list[tuple[float, float]]:
    """Return the first stage that is seen, then each per one of the stage seen before it."""
    rates: list[tuple[float, float]] = []
    before, now = 1.0, 1.0
    for stage, (one, other) in found.rates.items():
        before, now = before * one, now * other
        if stage in seen:
            rates.append((before, now))
            before, now = 1.0, 1.0
    return rates


def _step(
    grain: Grain,
    rate: tuple[float, float],
    change: float,
    between: tuple[str | None, str],
    language: Language,
) -> StageStep:
    first, stage = between
    words, kind = _words(first, stage)
    return StageStep(
        key=stage,
        name=_NAMES[stage],
        before=rate[0],
        now=rate[1],
        kind=kind,
        change=change,
        good=(change > 0) - (change < 0),
        said=_said(words(rate[0], rate[1]), grain.change(language, change) if change else ""),
    )


def _said(rate: Sentence, change: str) -> Sentence:
    if not change:
        return sentence("{rate}: hardly any effect", rate=rate)
    return sentence("{rate}: {change}", rate=rate, change=change)


_Words = Callable[[float, float], Sentence]


def _words(first: str | None, stage: str) -> tuple[_Words, Kind]:
    """Return what is said of a rate in both turns, and its unit."""
    if first is None:
        name = _NAMES[stage]
        return lambda before, now: _people(name, before, now), "people"
    if stage == "bookings":
        return _deal, "money"
    return _RATES.get((first, stage), lambda before, now: _rate(first, stage, before, now)), "share"


def _people(name: Sentence, before: float, now: float) -> Sentence:
    if min(before, now) < _FEW:
        return sentence(
            "{stage}: {now:decimal} after {before:decimal}", stage=name, now=now, before=before
        )
    return sentence(
        "{stage}: {now:number} after {before:number}", stage=name, now=now, before=before
    )


_FEW: Final = 20
"""Fewer people than these are written with a decimal."""


def _rate(first: str, stage: str, before: float, now: float) -> Sentence:
    return sentence(
        "{stage} for every 100 {first}: {now:decimal} after {before:decimal}; you do not see what "
        "happens between",
        stage=_NAMES[stage],
        first=_NAMES[first],
        now=100 * now,
        before=100 * before,
    )


def _deal(before: float, now: float) -> Sentence:
    return sentence(
        "A year of one deal won: {now:short} after {before:short}", now=now, before=before
    )


def _qualified(before: float, now: float) -> Sentence:
    return sentence(
        "Qualified, of the leads: {now:share} after {before:share}", now=now, before=before
    )


def _accepted(before: float, now: float) -> Sentence:
    return sentence(
        "Accepted, compared with the qualified: {now:share} after {before:share}",
        now=now,
        before=before,
    )


def _opened(before: float, now: float) -> Sentence:
    return sentence(
        "New opportunities, compared with the accepted: {now:share} after {before:share}",
        now=now,
        before=before,
    )


def _decided(before: float, now: float) -> Sentence:
    return sentence(
        "Deals decided, compared with new opportunities: {now:share} after {before:share}",
        now=now,
        before=before,
    )


def _won(before: float, now: float) -> Sentence:
    return sentence(
        "Won, of the deals decided: {now:share} after {before:share}", now=now, before=before
    )


_RATES: Final[dict[tuple[str, str], _Words]] = {
    ("leads", "mqls"): _qualified,
    ("mqls", "sqls"): _accepted,
    ("sqls", "opportunities"): _opened,
    ("opportunities", "closed"): _decided,
    ("closed", "wins"): _won,
}

_NAMES: Final[dict[str, Sentence]] = {
    **STAGE_NAMES,
    "closed": sentence("Deals decided"),
    "bookings": sentence("Bookings"),
}
