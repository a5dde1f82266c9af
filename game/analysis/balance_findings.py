"""What the figures of a scenario say against it: each with a code, and what in the file to change.

An *error* keeps a scenario from teaching: a game that is won by one lever, by one side alone, or by
luck. A *remark* is a part of it that does nothing. Keys are said as the file writes them.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.analysis.balance_figures import Measured
from game.analysis.balance_plans import NOTHING, STEADY
from game.market import GROUPS
from game.scenario.rules import Rules
from game.words import Sentence, counted, sentence

Severity: TypeAlias = Literal["error", "remark"]
Way: TypeAlias = tuple[str | int, ...]

DEAD_SHARE: Final = 0.01
DEAD_COSTS: Final = 0.003
LARGEST_SHARE: Final = 0.30
ONE_LEVER: Final = 0.35
ONE_GROUP: Final = 0.60
EVEN: Final = (0.60, 0.85)
NOTHING_WON: Final = 0.01
FOR_NOTHING: Final = 0.50
UNREACHED: Final = 0.70
GIVEN_AWAY: Final = 0.90
UNSPENT: Final = 0.10
LITTLE_GAIN: Final = 0.005
APART: Final = 0.01
"""Limits of the findings; parts of par, of the money spent, or of a target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found."""

    code: str  # stable
    severity: Severity
    sentence: Sentence  # what, with figures
    step: Sentence  # what to change
    way: Way  # names that lead to the place in the file; a number stands for an item of a list


def findings(rules: Rules, measured: Measured) -> tuple[Finding, ...]:
    """Return everything that speaks against a scenario, errors first."""
    found = [each for look in _LOOKS for each in look(rules, measured)]
    return tuple(sorted(found, key=lambda each: each.severity != "error"))


def _par_beaten(_: Rules, now: Measured) -> Iterator[Finding]:
    best = now.standings[0]
    if best.of_par > 1 + APART:
        yield Finding(
            code="par_beaten",
            severity="error",
            sentence=sentence(
                "'{key}' reaches {part:share} of par: the best plan was not found.",
                key=best.key,
                part=best.of_par,
            ),
            step=sentence("search par once more, with more effort"),
            way=(),
        )


def _one_lever(_: Rules, now: Measured) -> Iterator[Finding]:
    # What doing nothing reaches as well is not the lever's.
    nothing = now.standing(NOTHING).of_par
    strong = [
        each
        for each in now.standings
        if each.kind == "lever" and each.of_par >= max(ONE_LEVER, nothing + APART)
    ]
    if strong:
        yield Finding(
            code="one_lever_enough",
            severity="error",
            sentence=counted(
                "All money on {lever:term} reaches {part:share} of par; "
                "less than {most:share} leaves something to decide.",
                "All money on {lever:term} reaches {part:share} of par, and {count} levers reach "
                "{most:share} alone; less leaves something to decide.",
                len(strong),
                lever=strong[0].key,
                part=strong[0].of_par,
                most=ONE_LEVER,
            ),
            step=sentence("give this lever a limit, or let the scorecard count more than it moves"),
            way=("levers", strong[0].key),
        )


def _one_group(_: Rules, now: Measured) -> Iterator[Finding]:
    for group in GROUPS:
        ways = [each for each in now.standings if each.key in (group, f"{group}_only")]
        if ways and ways[0].of_par >= ONE_GROUP:
            yield Finding(
                code="one_group_enough",
                severity="error",
                sentence=sentence(
                    "The levers of '{group}' alone reach {part:share} of par: "
                    "nobody needs the others.",
                    group=group,
                    part=ways[0].of_par,
                ),
                step=sentence(
                    "weigh the scorecard so that it counts what the others do, or lower what the "
                    "company starts with"
                ),
                way=("scorecard",),
            )


def _nothing_not_last(_: Rules, now: Measured) -> Iterator[Finding]:
    nothing, last = (
        now.standing(NOTHING),
        [each for each in now.standings if each.kind == "bot"][-1],
    )
    if last.of_par < nothing.of_par + APART:
        yield Finding(
            code="nothing_not_last",
            severity="error",
            sentence=sentence(
                "Doing nothing reaches {nothing:share} of par and '{key}' {part:share}: "
                "spending should pay.",
                nothing=nothing.of_par,
                key=last.key,
                part=last.of_par,
            ),
            step=sentence("let the scorecard count what has to be worked for"),
            way=("scorecard",),
        )
    if nothing.of_par >= FOR_NOTHING:
        yield Finding(
            code="much_for_nothing",
            severity="remark",
            sentence=sentence(
                "Doing nothing reaches {part:share} of par: most of the score is there from the "
                "start.",
                part=nothing.of_par,
            ),
            step=sentence("let the scorecard count what has to be worked for"),
            way=("scorecard",),
        )


def _nobody(_: Rules, now: Measured) -> Iterator[Finding]:
    if now.bookings < NOTHING_WON * now.spent:
        yield Finding(
            code="nobody_buys",
            severity="error",
            sentence=sentence(
                "The best plan spends {spent:short} and wins {bookings:short}: "
                "there is nobody to sell to.",
                spent=now.spent,
                bookings=now.bookings,
            ),
            step=sentence("give segments more accounts, a higher price, or more of them in market"),
            way=("segments",),
        )


def _luck(_: Rules, now: Measured) -> Iterator[Finding]:
    luck = now.luck
    if luck.par > luck.strategies:
        yield Finding(
            code="luck_over_skill",
            severity="error",
            sentence=sentence(
                "Luck moves the best plan by {luck:share} of par, and all strategies lie within "
                "{skill:share}: who wins is drawn by lot.",
                luck=luck.par,
                skill=luck.strategies,
            ),
            step=sentence("choose a calmer demand, or weaker events"),
            way=("world", "demand_noise"),
        )
    elif luck.par > luck.over_steady:
        yield Finding(
            code="luck_over_care",
            severity="remark",
            sentence=sentence(
                "Luck moves the best plan by {luck:share} of par, and care adds {skill:share} to "
                "an even split: a good team may lose to a lucky one.",
                luck=luck.par,
                skill=luck.over_steady,
            ),
            step=sentence("choose a calmer demand, or weaker events"),
            way=("world", "demand_noise"),
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


def _even_split(_: Rules, now: Measured) -> Iterator[Finding]:
    part, (low, high) = now.standing(STEADY).of_par, EVEN
    if part < low:
        yield Finding(
            code="even_split_hopeless",
            severity="remark",
            sentence=sentence(
                "An even split reaches {part:share} of par; below {low:share} beginners lose "
                "heart.",
                part=part,
                low=low,
            ),
            step=sentence("raise the budget, or switch off levers that do little here"),
            way=("budget", "per_turn"),
        )
    elif part > high:
        yield Finding(
            code="even_split_enough",
            severity="remark",
            sentence=sentence(
                "An even split reaches {part:share} of par; above {high:share} there is little to "
                "gain by thinking.",
                part=part,
                high=high,
            ),
            step=sentence("lower the budget, or let levers differ more in what they do"),
            way=("budget", "per_turn"),
        )


def _collaboration(_: Rules, now: Measured) -> Iterator[Finding]:
    worth = now.collaboration
    if worth is None:
        return
    if worth.earns_moved < APART:
        yield Finding(
            code="collaboration_earns_nothing",
            severity="error",
            sentence=sentence(
                "Without the five levers of working together the best plan still reaches "
                "{rest:share} of par.",
                rest=1 - worth.earns_moved,
            ),
            step=sentence(
                "lower the start levels under 'collaboration', or switch off the whole group"
            ),
            way=("collaboration",),
        )
    elif not worth.interior:
        yield Finding(
            code="collaboration_at_edge",
            severity="remark",
            sentence=sentence(
                "The best plan would give {best:share} of its money to working together: there is "
                "nothing to weigh.",
                best=worth.best,
            ),
            step=sentence("change the start levels under 'collaboration'"),
            way=("collaboration",),
        )


def _money(_: Rules, now: Measured) -> Iterator[Finding]:
    money = now.money
    if money.unspent > UNSPENT or money.tenth_more < 1 + LITTLE_GAIN:
        yield Finding(
            code="budget_loose",
            severity="remark",
            sentence=sentence(
                "The best plan leaves {left:share} of its money, and a tenth more of it would "
                "bring {gain:share}: the budget asks for no choice.",
                left=money.unspent,
                gain=money.tenth_more - 1,
            ),
            step=sentence("lower the budget"),
            way=("budget", "per_turn"),
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


def _targets(rules: Rules, now: Measured) -> Iterator[Finding]:
    for key, each in zip(_line_keys(rules), now.targets, strict=True):
        if each.par < UNREACHED:
            yield Finding(
                code="target_unreachable",
                severity="remark",
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


_LOOKS: Final[tuple[Callable[[Rules, Measured], Iterator[Finding]], ...]] = (
    _par_beaten,
    _nobody,
    _one_lever,
    _one_group,
    _nothing_not_last,
    _luck,
    _collaboration,
    _dominant,
    _dead,
    _even_split,
    _money,
    _targets,
    _effects,
    _events,
)
