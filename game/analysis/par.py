"""Par: the best that can be reached, by one who knows the model (honest) and the luck (hindsight).

**Honest par** belongs to the best plan that knows the model but not the luck: one course of
decisions that stays as it is whatever happens, of the highest mean score over many lucks.
**Hindsight par** is the best score for one given luck, such as that of a played game.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from game.analysis.courses import Course
from game.analysis.par_search import JUDGED_EVERY, Found, Search, Stage, Strand
from game.analysis.par_shape import Fixed, Shape, courses, first_row, new_shape, rounded, row_of
from game.analysis.par_trial import (
    NO_NUMBER,
    EndedEarly,
    Progress,
    Trial,
    Watch,
    batch_of,
    drawn,
    single,
    usual_money,
)
from game.errors import ParImpossible
from game.market import Array
from game.scenario.rules import Rules
from game.session import Luck
from game.session.plans import ROUNDING
from game.words import Sentence, sentence

KNOTS: Final = (0.0, 1 / 3, 2 / 3, 1.0)
"""Where in the game shares of the money may change their course, before every turn is freed."""

POOL: Final = 48
"""Lucks by which the search judges what it has found."""

FRESH: Final = 400
"""Lucks, unseen by the search, over which par is told."""

_POOL_SEEDS: Final = 1 << 40
_FRESH_SEEDS: Final = 1 << 41
"""First seeds of these lucks, far from those that people play with."""

BROAD: Final = Stage(generations=40, candidates=24, lucks=8)
NARROW: Final = Stage(generations=45, candidates=40, lucks=12)
FREE: Final = Stage(generations=75, candidates=60, lucks=16)
HINDSIGHT: Final = Stage(generations=64, candidates=120, lucks=1)
"""The stages of the two searches at effort 1: some 1,000 or 500 games a generation."""

STRANDS: Final = 5
GO_ON: Final = 2
"""Starts that are tried in the broad stage, and how many of them go on."""

AROUND: Final = 0.7
AROUND_BEST: Final = 0.15
NEAR_AND_FAR: Final = (0.1, 0.4)
"""How far candidates are drawn around a start, around what the broad stages have found, and around
the honest course when the luck is known."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Par:
    """What can be reached in a scenario, and how.

    Of an honest par the scores are of many lucks that the search has not seen; of a hindsight par
    all three are the one score of its luck.
    """

    score: float  # points, mean
    p10: float  # points that nine of ten lucks exceed
    p90: float  # points that one of ten lucks exceeds
    course: Course  # of one world; firm 0 plays it, other player firms are steady
    complete: bool  # False where the search was ended early


def search_par(
    rules: Rules, *, effort: float = 1.0, seed: int = 1, progress: Progress | None = None
) -> Par:
    """Search the honest par of a scenario. Takes seconds; the same arguments give the same par.

    Args:
        rules: the scenario. Firm 0 searches, other player firms are steady.
        effort: how many games may be played, 1 = usual; 10 takes ten times as long.
        seed: of the search; other seeds should find nearly the same score.
        progress: called a few times a second. Where it returns False the best so far is returned,
            not ``complete``.

    Raises:
        ParImpossible: if there is nothing to search: no money, no open lever, or scores that are
            no numbers.

    """
    stages = [_scaled(stage, effort) for stage in (BROAD, NARROW, FREE)]
    strands = (STRANDS, GO_ON, 1)
    games = sum(_games(*each, POOL) for each in zip(stages, strands, strict=True))
    trial = Trial(rules=rules, watch=Watch(games, progress))
    search = Search(trial, drawn(rules, _POOL_SEEDS + seed * POOL, POOL))
    complete = True
    try:
        _search_honest(search, _starts(search, seed), stages)
    except EndedEarly:
        complete = False
    assert search.best is not None  # the watch says nothing before there is one
    course = rounded(search.best.course)
    return _told(rules, course, drawn(rules, _FRESH_SEEDS, FRESH), complete=complete)


def hindsight_par(
    rules: Rules,
    luck: Luck,
    start: Par,
    *,
    effort: float = 1.0,
    progress: Progress | None = None,
) -> Par:
    """Search the best course for one luck; never worse than the honest course with that luck.

    Args:
        rules: the scenario.
        luck: of one game (``Session.luck``).
        start: the honest par, from which the search begins.
        effort: as in ``search_par``.
        progress: as in ``search_par``.

    """
    stage = _scaled(HINDSIGHT, effort)
    trial = Trial(rules=rules, watch=Watch(2 * _games(stage, len(NEAR_AND_FAR), 1), progress))
    search = Search(trial, [luck])
    shape = new_shape(rules, None)
    row, fixed = row_of(shape, start.course)
    honest = float(trial.means(batch_of(start.course), [luck])[0])
    search.take(Found(score=honest, course=start.course, shape=shape, row=row, fixed=fixed))
    complete = True
    try:
        for run in range(2):
            best = search.answer(search.leader)
            search.improve(_around(best, NEAR_AND_FAR, run), stage)
        search.answer(search.leader)
    except EndedEarly:
        complete = False
    found = _told(rules, rounded(search.leader.course), [luck], complete=complete)
    if found.score >= honest:
        return found
    return _told(rules, start.course, [luck], complete=complete)


def _search_honest(search: Search, strands: list[Strand], stages: Sequence[Stage]) -> None:
    broad, narrow, free = stages
    leading = search.improve(strands, broad)[:GO_ON]
    for strand in leading:
        strand.fixed = search.answer(strand.judged).fixed
    search.answer(search.improve(leading, narrow)[0].judged)
    fine = new_shape(search.rules, None)
    start = row_of(fine, search.leader.course)
    search.improve([Strand(fine, start, AROUND_BEST, 0)], free)
    search.answer(search.leader)


def _around(found: Found, spreads: Sequence[float], seed: int) -> list[Strand]:
    start = (found.row, found.fixed)
    return [Strand(found.shape, start, spread, seed) for spread in spreads]


def _starts(search: Search, seed: int) -> list[Strand]:
    """Return the strands of the broad stage: the likeliest messages, and shares of the money.

    Raises:
        ParImpossible: if there is nothing to search.

    """
    shape = _first_shape(search)
    rules = shape.rules
    even, usual = first_row(shape), first_row(shape, rules.params.reference)
    leading = _likeliest(search, shape, even)
    starts = [(even, fixed) for fixed in leading[: STRANDS - 2]] + [(usual, leading[0])]
    starts += [(even, leading[0])] * (STRANDS - len(starts))
    return [
        Strand(shape, start, AROUND, seed * STRANDS + place) for place, start in enumerate(starts)
    ]


def _likeliest(search: Search, shape: Shape, row: Array) -> list[Fixed]:
    """Return the messages to lead with, the best for a plain course first."""
    rules = shape.rules
    free = rules.policies.positioning_free
    messages = range(len(rules.messages)) if free else [rules.policies.positioning]
    options = [Fixed(message, (0,) * len(rules.events)) for message in messages]
    founds = search.judge([Strand(shape, (row, fixed), AROUND, 0) for fixed in options])
    _check_numbers(rules, founds[0].score)
    return sorted(options, key=lambda each: -founds[options.index(each)].score)


def _first_shape(search: Search) -> Shape:
    """Return the shape of the first courses: even shares of all the money.

    Raises:
        ParImpossible: if there is no lever to spend on, or no money.

    """
    rules = search.rules
    shape = new_shape(rules, KNOTS)
    if not shape.used.size:
        raise _impossible(
            rules, "no_lever", sentence("no lever is ever open. Make at least one available.")
        )
    fixed = Fixed(rules.policies.positioning, (0,) * len(rules.events))
    course = single(courses(shape, first_row(shape)[None], [fixed]), 0)
    if not (usual_money(rules, course, search.pool) > ROUNDING).any():
        raise _impossible(
            rules,
            "no_money",
            sentence(
                "there is never any money to spend. Give it a budget, of which events leave some."
            ),
        )
    return shape


def _check_numbers(rules: Rules, mean: float) -> None:
    if mean < NO_NUMBER:
        raise _impossible(
            rules,
            "no_finite_score",
            sentence("its scores are no numbers. Look for extreme amounts in the scenario."),
        )


def _impossible(rules: Rules, code: str, reason: Sentence) -> ParImpossible:
    return ParImpossible(
        code, sentence("{title} has no par: {reason}", title=rules.title, reason=reason)
    )


def _told(rules: Rules, course: Course, lucks: Sequence[Luck], *, complete: bool) -> Par:
    """Return a course with what it reaches with some lucks."""
    unwatched = Trial(rules=rules, watch=Watch(1, None))
    scores = unwatched.scores(batch_of(course), lucks)[0]
    _check_numbers(rules, float(scores.mean()))
    low, high = np.quantile(scores, (0.1, 0.9))
    return Par(
        score=float(scores.mean()),
        p10=float(low),
        p90=float(high),
        course=course,
        complete=complete,
    )


def _scaled(stage: Stage, effort: float) -> Stage:
    """Return a stage with another effort: longer, and above the usual also with more lucks."""
    root = max(effort, 1.0) ** 0.5
    lucks = stage.lucks if stage.lucks == 1 else min(round(stage.lucks * root), POOL)
    more = stage.lucks / lucks if stage.lucks > 1 else 1.0
    generations = max(1, round(stage.generations * effort * more))
    return Stage(generations=generations, candidates=stage.candidates, lucks=lucks)


def _games(stage: Stage, strands: int, pool: int) -> int:
    """Return how many games a stage plays."""
    judged = stage.generations // JUDGED_EVERY + 2
    return strands * (stage.generations * stage.candidates * stage.lucks + judged * pool)
