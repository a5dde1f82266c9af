"""Entries of a scenario that do nothing, too much, or cannot be met: levers, targets, events."""

import json
from collections.abc import Iterator
from typing import Final

from game.analysis.balance_figures import Measured
from game.analysis.balance_finding import Finding, Look
from game.scenario.rules import Rules
from game.words import sentence

DEAD_SHARE: Final = 0.01
DEAD_COSTS: Final = 0.003
LARGEST_SHARE: Final = 0.30
UNREACHED: Final = 0.70
OUT_OF_REACH: Final = 0.30
GIVEN_AWAY: Final = 0.90
"""Limits; parts of the money, of par, or of a target."""


def _dominant(rules: Rules, now: Measured) -> Iterator[Finding]:
    # A claim about it is proved or refuted on its own.
    if rules.expects.largest_lever_share is not None:
        return
    for each in now.levers:
        if each.share > LARGEST_SHARE:
            yield Finding(
                code="dominant_lever",
                severity="remark",
                sentence=sentence(
                    "{lever:term} gets {share:share} of the money in the best plan.",
                    lever=each.lever,
                    share=each.share,
                ),
                step=sentence("give it a limit, or say under 'expects' that this is meant"),
                way=("levers", each.lever),
            )


def _dead(_: Rules, now: Measured) -> Iterator[Finding]:
    for each in now.levers:
        if each.share < DEAD_SHARE and each.costs_moved < DEAD_COSTS:
            yield Finding(
                code="dead_lever",
                severity="remark",
                sentence=sentence(
                    "{lever:term} gets {share:share} of the money in the best plan, and without it "
                    "the plan still reaches {rest:share} of par.",
                    lever=each.lever,
                    share=each.share,
                    rest=1 - each.costs_moved,
                ),
                step=sentence(
                    "switch it off ('{key}: off'), or count in the scorecard what it moves",
                    key=each.lever,
                ),
                way=("levers", each.lever),
            )


def _targets(rules: Rules, now: Measured) -> Iterator[Finding]:
    for key, each in zip(_line_keys(rules), now.targets, strict=True):
        if each.par < UNREACHED:
            yield Finding(
                code="target_unreachable",
                severity="error" if each.par < OUT_OF_REACH else "remark",
                sentence=sentence(
                    "The best plan reaches {part:share} of the target for '{measure}'.",
                    part=each.par,
                    measure=each.measure,
                ),
                step=sentence("lower the target"),
                way=("scorecard", key, "target"),
            )
        elif each.nothing >= GIVEN_AWAY:
            yield Finding(
                code="target_given_away",
                severity="remark",
                sentence=sentence(
                    "Doing nothing reaches {part:share} of the target for '{measure}'.",
                    part=each.nothing,
                    measure=each.measure,
                ),
                step=sentence("raise the target, or count something else"),
                way=("scorecard", key, "target"),
            )


def _line_keys(rules: Rules) -> list[str]:
    """Return the name of each line of the scorecard in the file; of usual ones its measure."""
    named = list(json.loads(rules.source).get("scorecard") or {}) if rules.source else []
    return named or [rule.measure for rule in rules.scorecard]


def _effects(_: Rules, now: Measured) -> Iterator[Finding]:
    for each in now.effects:
        if each.turn is None:
            yield Finding(
                code="effect_invisible",
                severity="remark",
                sentence=sentence(
                    "A tenth of a turn's money on {lever:term}, which had none, moves no counted "
                    "measure by 1 % before the end.",
                    lever=each.lever,
                ),
                step=sentence(
                    "play more turns, switch it off ('{key}: off'), or count what it moves",
                    key=each.lever,
                ),
                way=("levers", each.lever),
            )


def _events(_: Rules, now: Measured) -> Iterator[Finding]:
    for each in now.events:
        if each.most == 0:
            yield Finding(
                code="event_never_happens",
                severity="remark",
                sentence=sentence("'{key}' happened in none of the games played.", key=each.key),
                step=sentence("loosen its conditions, or raise its chance"),
                way=("events", each.key, "when"),
            )


OF_ENTRIES: Final[tuple[Look, ...]] = (
    _dominant,
    _dead,
    _targets,
    _effects,
    _events,
)
