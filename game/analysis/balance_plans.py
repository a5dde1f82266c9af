"""The ways to play that a scenario is measured by: bots, one lever, one group, nothing, par."""

from typing import Final, NamedTuple

import numpy as np

from game.analysis.balance_arena import Arena, Played
from game.analysis.balance_figures import LuckAndSkill, PlanKind, Standing
from game.analysis.bot_courses import course_of_shares, course_of_strategy
from game.analysis.changes import GroupOut, changed_course
from game.analysis.courses import Course
from game.analysis.strategies import ALL_STRATEGIES
from game.errors import ParImpossible
from game.market import GROUPS, LEVERS, Array
from game.market.levers import Group
from game.scenario.rules import Rules
from game.words import sentence

RANDOM_PLAYERS: Final = 6
"""Divisions by chance that stand for the strategy ``random``."""

PAR, STEADY, NOTHING = "par", "steady", "nothing"


class Way(NamedTuple):
    """One way to play; several courses stand for it together."""

    key: str
    kind: PlanKind
    courses: tuple[Course, ...]


def ways_to_play(rules: Rules, par: Course) -> list[Way]:
    """Return every way to play, par first."""
    ways = [Way(PAR, "par", (par,))]
    for name in (each for each in ALL_STRATEGIES if each != PAR):
        seeds = range(1, 1 + (RANDOM_PLAYERS if name == "random" else 1))
        courses = tuple(course_of_strategy(rules, name, seed) for seed in seeds)
        ways.append(Way(name, "bot", courses))
    ways += _alone(rules, par)
    for lever in usable(rules):
        share = np.zeros(len(LEVERS))
        share[LEVERS.index(lever)] = 1.0
        ways.append(Way(lever, "lever", (course_of_shares(rules, share),)))
    ways.append(Way(NOTHING, "nothing", (course_of_shares(rules, np.zeros(len(LEVERS))),)))
    return ways


def usable(rules: Rules) -> tuple[str, ...]:
    """Return the levers that can ever take money."""
    return tuple(
        each.key
        for each in rules.levers
        if each.available
        and each.unlock_turn <= rules.turns
        and (each.limit is None or each.limit > 0)
    )


def _alone(rules: Rules, par: Course) -> list[Way]:
    """Return par with all its money in one group, in the mix it has there."""
    ways, open_levers = [], set(usable(rules))
    groups: list[Group] = [group for group in GROUPS if open_levers & set(GROUPS[group])]
    if len(groups) < 2:
        return []
    for group in groups:
        course = par
        for other in groups:
            if other != group:
                course = changed_course(rules, course, GroupOut(group=other))
        ways.append(Way(group, "group", (course,)))
    return ways


class Standings(NamedTuple):
    """What the ways to play reached."""

    standings: tuple[Standing, ...]  # best first
    par: float  # points
    played: dict[str, Played]  # by key


def standings(arena: Arena, ways: list[Way]) -> Standings:
    """Play every way and rank them by their means.

    Raises:
        ParImpossible: if par earns nothing, or scores are no numbers.

    """
    flat = [course for way in ways for course in way.courses]
    whole = arena.play(flat)
    rows, at = {}, 0
    for way in ways:
        rows[way.key] = slice(at, at := at + len(way.courses))
    par = float(whole.score[0].mean())
    _check_scores(arena.rules, par, whole.score)
    ranked = sorted(
        (_standing(way, whole.score[rows[way.key]], par) for way in ways),
        key=lambda each: -each.score,
    )
    played = {key: _rows_of(whole, places) for key, places in rows.items()}
    return Standings(tuple(ranked), par, played)


def _check_scores(rules: Rules, par: float, scores: Array) -> None:
    """Raise ParImpossible where nothing can be said in parts of par."""
    if not np.isfinite(scores).all():
        raise ParImpossible(
            "no_finite_score",
            sentence(
                "{title} cannot be measured: some scores are no numbers. "
                "Look for extreme amounts in the scenario.",
                title=rules.title,
            ),
        )
    if par <= 0:
        raise ParImpossible(
            "nothing_reached",
            sentence(
                "{title} cannot be measured: the best plan found earns {points:decimal} points. "
                "Look at the targets of the scorecard and at the budget.",
                title=rules.title,
                points=par,
            ),
        )


def _rows_of(whole: Played, places: slice) -> Played:
    return Played(
        score=whole.score[places],
        reached=whole.reached[places],
        bookings=whole.bookings[places],
        happened=whole.happened[places],
    )


def _standing(way: Way, scores: Array, par: float) -> Standing:
    mean, (low, high) = float(scores.mean()), np.quantile(scores, (0.1, 0.9))
    return Standing(
        key=way.key,
        kind=way.kind,
        score=mean,
        of_par=mean / par,
        low=float(low) / par,
        high=float(high) / par,
    )


def luck_and_skill(found: Standings) -> LuckAndSkill:
    """Return how far luck and decisions move the score."""
    by_key = {each.key: each for each in found.standings}
    players = [each.of_par for each in found.standings if each.kind in ("bot", "par")]
    par, steady = by_key[PAR], by_key[STEADY]
    return LuckAndSkill(
        par=par.high - par.low,
        steady=steady.high - steady.low,
        strategies=max(players) - min(players),
        over_steady=par.of_par - steady.of_par,
    )
