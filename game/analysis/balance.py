"""Does a scenario teach? What the ways to play it reach, and what that says about its lesson."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np

from game.analysis.balance_arena import Arena, Progress
from game.analysis.balance_choices import event_counts, policy_worth, targets_reached
from game.analysis.balance_claims import Claim, claims, refuted
from game.analysis.balance_effects import effects_seen
from game.analysis.balance_figures import Measured
from game.analysis.balance_finding import Finding
from game.analysis.balance_findings import findings
from game.analysis.balance_levers import (
    collaboration_worth,
    in_money,
    lever_worths,
    money_binds,
    spent_under,
)
from game.analysis.balance_plans import PAR, luck_and_skill, standings, ways_to_play
from game.analysis.par import Par
from game.scenario.rules import Rules

WORLDS: Final = 200
_STEPS: Final = 8

Verdict: TypeAlias = Literal["teaches", "teaches_with_remarks", "does_not_teach"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Whether a scenario teaches, and why."""

    measured: Measured
    claims: tuple[Claim, ...]  # all that its author expects
    findings: tuple[Finding, ...]  # refuted claims first, then errors, then remarks
    verdict: Verdict


def balance_report(
    rules: Rules, par: Par, *, worlds: int = WORLDS, progress: Progress | None = None
) -> Balance:
    """Play a scenario in all ways and say whether it teaches; see ``measured_balance``."""
    return judged(rules, measured_balance(rules, par, worlds=worlds, progress=progress))


def judged(rules: Rules, measured: Measured) -> Balance:
    """Return what figures say about a scenario and about what its author expects."""
    proved = claims(rules.expects, measured)
    found = (*refuted(proved), *findings(rules, measured))
    return Balance(measured=measured, claims=proved, findings=found, verdict=_verdict(found))


def _verdict(found: tuple[Finding, ...]) -> Verdict:
    if any(each.severity == "error" for each in found):
        return "does_not_teach"
    return "teaches_with_remarks" if found else "teaches"


def measured_balance(
    rules: Rules, par: Par, *, worlds: int = WORLDS, progress: Progress | None = None
) -> Measured:
    """Play a scenario in all ways and return the figures.

    Args:
        rules: the scenario.
        par: its honest par.
        worlds: with the seeds from 1, the same for every way to play.
        progress: told the part that is done; returning False ends it.

    Raises:
        ParImpossible: if par earns nothing, or scores are no numbers.
        EndedEarly: if ``progress`` says so.

    """
    arena = Arena(rules, worlds, progress)
    arena.expect(_STEPS)
    with np.errstate(all="ignore"):  # what is no number is refused below
        return _measured(arena, par)


def _measured(arena: Arena, par: Par) -> Measured:
    rules, course = arena.rules, par.course
    ways = ways_to_play(rules, course)
    arena.step()
    found = standings(arena, ways)
    arena.step()
    spent = spent_under(arena, course)
    levers = lever_worths(arena, course, found.par, spent)
    arena.step()
    together = collaboration_worth(arena, course, found.par, spent)
    arena.step()
    money = money_binds(arena, course, found.par, spent)
    arena.step()
    policies = policy_worth(arena, course, found.par)
    arena.step()
    events = event_counts(arena, course, found)
    arena.step()
    effects = effects_seen(rules, in_money(course, spent))
    arena.step()
    return Measured(
        worlds=len(arena.lucks),
        par=found.par,
        spent=float(spent.money.sum()),
        bookings=float(found.played[PAR].bookings.mean()),
        standings=found.standings,
        levers=levers,
        collaboration=together,
        luck=luck_and_skill(found),
        effects=effects,
        money=money,
        policies=policies,
        events=events,
        targets=targets_reached(arena, found),
    )
