"""How much of what a lever can do an amount of money reaches, if it is kept up."""

from dataclasses import dataclass
from typing import Final

from game.report.board import saturation_blocks
from game.report.figures import Curtain
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence

_STEPS: Final = (1.0, 2.0, 5.0)
_PART: Final = 0.01
"""Part of the budget that a next step is about."""

_NEWS: Final = 0.05
"""How far what was built up lies from what is planned before it is worth saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saturation:
    """What a plan reaches on one lever in the long run.

    Attributes:
        share: 0–1 of what the lever can do; None where this seat may not know it.
        shape: the exponent of its curve: above 1 it has a threshold.
        note: the same in words, with what the next bit of money would bring.

    """

    share: float | None
    shape: float
    note: Sentence


def planned_saturation(rules: Rules, view: PlayerView, place: int, planned: float) -> Saturation:
    """Return what money on one line reaches.

    Where rivals crowd a channel it is less: what they do is not known before the turn.

    Args:
        rules: the scenario.
        view: of the seat that plans.
        place: on the lever axis.
        planned: money of the seat on this line in a turn, ≥ 0.

    """
    params = rules.params
    shape = float(params.shape[place])
    built = view.now.responses[place] if view.now.responses else None
    if not _may_know(view, place):
        revealed_by = "" if built is None else built.revealed_by
        hidden = Curtain(rules, view).why_hidden(revealed_by)
        return Saturation(share=None, shape=shape, note=hidden)
    amount = planned + _others(view, place)
    share = hill_share(amount / (float(params.reference[place]) * params.steps), shape)
    note = _kept_up(share, amount, next_step(view.budget))
    reached = None if built is None else built.value
    if reached is not None and abs(reached - share) >= _NEWS:
        note = sentence(
            "{note} Now it is at {reached:share}, by what was spent before.",
            note=note,
            reached=reached,
        )
    return Saturation(share=share, shape=shape, note=note)


def hill_share(intensity: float, shape: float) -> float:
    """Return the share of a lever's full response that lasting spend reaches.

    >>> hill_share(1.0, 1.3), hill_share(3.0, 1.0), hill_share(0.0, 1.0)
    (0.5, 0.75, 0.0)
    """
    raised: float = max(0.0, intensity) ** shape
    return raised / (1 + raised)


def next_step(budget: float) -> float:
    """Return a round amount of about a hundredth of a budget, at least 1.

    >>> next_step(90_000), next_step(30)
    (1000.0, 1.0)
    """
    wanted, size = budget * _PART, 1.0
    while size * 10 <= wanted:
        size *= 10
    return min((size * step for step in (*_STEPS, 10.0)), key=lambda step: abs(step - wanted))


def _may_know(view: PlayerView, place: int) -> bool:
    """Say whether the seat knows how full a line is: its own, and others' behind their curtain."""
    if view.levers[place].mine:
        return True
    return bool(view.now.responses) and view.now.responses[place].value is not None


def _others(view: PlayerView, place: int) -> float:
    """Return what the firm's other seats put on a line in the last turn."""
    return max(0.0, view.plan.spend[place] - view.part[place])


def _kept_up(share: float, amount: float, step: float) -> Sentence:
    if amount <= 0:
        return sentence("Nothing planned: what was built up fades.")
    return _WORDS[saturation_blocks(share)](share, step)


_WORDS: Final = (
    lambda share, _: sentence(
        "At this amount every turn, it gets to {share:share} of what it can do: hardly at work.",
        share=share,
    ),
    lambda share, _: sentence(
        "At this amount every turn, it gets to {share:share} of what it can do: much room to grow.",
        share=share,
    ),
    lambda share, _: sentence(
        "At this amount every turn, it gets to {share:share} of what it can do: it works well.",
        share=share,
    ),
    lambda share, step: sentence(
        "At this amount every turn, it gets to {share:share} of what it can do: another "
        "{step:money} brings less and less.",
        share=share,
        step=step,
    ),
    lambda share, step: sentence(
        "At this amount every turn, it gets to {share:share} of what it can do: another "
        "{step:money} brings little here any more.",
        share=share,
        step=step,
    ),
)
