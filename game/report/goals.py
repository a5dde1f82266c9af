"""How far the goals of a game are reached, for whoever may see it."""

from dataclasses import dataclass

import numpy as np

from game.report.briefing import goal_name, target_sentence
from game.report.ending import reached_of
from game.report.figures import Curtain, Shown, known, total
from game.report.names import measure_description, measure_icon
from game.report.whole import whole_parts
from game.scenario.rules import Rules, ScoreRule
from game.session import PlayerView, ScorePart
from game.session.score import reached
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStanding:
    """One goal, as it stands.

    Attributes:
        key: the measure.
        target: what is asked for, and how it is counted: "at most 24 h on average".
        weight: its share of the score, a whole percent.
        now: what it stands at; hidden with any figure that it is counted from.
        said: the same beside the target: "62 of 70 %"; None where it is hidden.
        reached: part of the target, 1 = met; None where it is hidden.

    """

    key: str
    name: Sentence
    description: Sentence
    icon: str
    target: Sentence
    weight: float
    now: Shown
    said: Sentence | None
    reached: float | None

    @property
    def note(self) -> Sentence:
        """What is asked for, and how much it counts."""
        return sentence("{target} · counts {weight:share}", target=self.target, weight=self.weight)


def goals_so_far(rules: Rules, view: PlayerView) -> tuple[GoalStanding, ...]:
    """Return all goals of a scenario, as a seat may know them."""
    weights = whole_parts([100 * rule.weight for rule in rules.scorecard], 100.0)
    curtain = Curtain(rules, view)
    return tuple(
        _standing(curtain, rule, weight / 100)
        for rule, weight in zip(rules.scorecard, weights, strict=True)
    )


def _standing(curtain: Curtain, rule: ScoreRule, weight: float) -> GoalStanding:
    now = _now(curtain, rule)
    part = None if now.value is None else _part(rule, now.value)
    share, said = (0.0, _NOTHING) if part is None else (part.reached, reached_of(part))
    return GoalStanding(
        key=rule.measure,
        name=goal_name(rule.measure, rule.at),
        description=measure_description(rule.measure),
        icon=measure_icon(rule.measure),
        target=target_sentence(rule.measure, rule.target, rule.at),
        weight=weight,
        now=now,
        said=None if now.hidden else said,
        reached=None if now.hidden else share,
    )


_NOTHING = sentence("nothing yet")


def _now(curtain: Curtain, rule: ScoreRule) -> Shown:
    """Return what the score counts: the last turn, or all of them together or on average."""
    turns = curtain.view.history[1:]
    if rule.at == "end" or not turns:
        return curtain.measure(curtain.view.history[-1], rule.measure)
    added = total(*(curtain.measure(turn, rule.measure) for turn in turns))
    if rule.at == "total" or added.value is None:
        return added
    return known(added.kind, added.value / len(turns))


def _part(rule: ScoreRule, value: float) -> ScorePart:
    share = float(reached(rule, np.array(value)))
    return ScorePart(
        measure=rule.measure,
        value=value,
        target=rule.target,
        weight=rule.weight,
        reached=share,
        points=100 * rule.weight * share,
    )
