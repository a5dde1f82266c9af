"""A par as plain data for a file: the plan to be read, in money, and to be played, in shares."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from game.analysis.courses import Course
from game.analysis.par import Par
from game.analysis.par_shape import steady_shares
from game.analysis.par_trial import drawn, usual_money
from game.market import LEVERS, Array
from game.market.arrays import locked
from game.scenario.rules import Rules

FORMAT: Final = 1

_SEEN: Final = 16
"""Lucks over which the money of a plan is told."""


def par_data(rules: Rules, par: Par) -> dict[str, Any]:
    """Return a par and its plan as data for JSON: money a lever and turn, policies, answers."""
    course, money = par.course, plan_money(rules, par)
    return {
        "handoff_par": FORMAT,
        "scenario": rules.name,
        "score": round(par.score, 4),
        "p10": round(par.p10, 4),
        "p90": round(par.p90, 4),
        "positioning": rules.messages[int(course.positioning[0, 0])].key,
        "answers": {
            event.key: event.choices[int(course.answers[0, place, 0])].key
            for place, event in enumerate(rules.events)
            if event.choices
        },
        "turns": [
            {
                "turn": turn + 1,
                "money": _by_lever(np.round(money[turn])),
                "share": _by_lever(course.spend[turn, 0]),
                "qualification_bar": float(course.bar[turn, 0]),
                "focus": {
                    segment.key: float(share)
                    for segment, share in zip(rules.segments, course.focus[turn, 0], strict=True)
                },
            }
            for turn in range(rules.turns)
        ],
    }


def plan_money(rules: Rules, par: Par) -> Array:
    """Return what the plan of a par spends on each lever and turn on average, (t, l) money."""
    return usual_money(rules, par.course, drawn(rules, 1, _SEEN))


def plan_shares(rules: Rules, par: Par) -> dict[str, float]:
    """Return each lever's share of all the money that the plan of a par spends, the largest first.

    Levers that take nothing are left out.
    """
    money = plan_money(rules, par).sum(axis=0)
    shares = money / max(float(money.sum()), 1e-9)
    order = np.argsort(-shares, kind="stable")
    return {LEVERS[place]: float(shares[place]) for place in order if shares[place] > 0}


def par_of_data(rules: Rules, data: Mapping[str, Any]) -> Par:
    """Return the par that ``par_data`` wrote for the same scenario.

    Raises:
        ValueError: if the data are no par of this scenario.

    """
    try:
        if data["handoff_par"] != FORMAT:
            raise ValueError(data["handoff_par"])
        return _read(rules, data)
    except (KeyError, TypeError, IndexError, AttributeError, OverflowError) as wrong:
        raise ValueError("no par of this scenario") from wrong


def _read(rules: Rules, data: Mapping[str, Any]) -> Par:
    course = _course(rules, data)
    score, p10, p90 = (float(data[name]) for name in ("score", "p10", "p90"))
    if not np.isfinite([score, p10, p90]).all():
        raise ValueError("scores that are no numbers")
    for shares in (course.spend, course.bar, course.focus):
        if not ((shares >= 0) & (shares <= 1)).all():
            raise ValueError("shares out of range")
    return Par(score=score, p10=p10, p90=p90, course=course, complete=True)


def _by_lever(row: Array) -> dict[str, float]:
    return {lever: float(row[place]) for place, lever in enumerate(LEVERS) if row[place] > 0}


def _course(rules: Rules, data: Mapping[str, Any]) -> Course:
    turns = data["turns"]
    if len(turns) != rules.turns:
        raise ValueError("another number of turns")
    firms = rules.players
    spend = np.repeat(steady_shares(rules)[:, None], firms, axis=1)
    spend[:, 0] = [[each["share"].get(lever, 0.0) for lever in LEVERS] for each in turns]
    bar = np.full((rules.turns, firms), rules.policies.bar)
    bar[:, 0] = [each["qualification_bar"] for each in turns]
    focus = np.empty((rules.turns, firms, len(rules.segments)))
    focus[:] = rules.policies.focus
    focus[:, 0] = [[each["focus"][segment.key] for segment in rules.segments] for each in turns]
    positioning = np.full((rules.turns, firms), rules.policies.positioning)
    messages = [message.key for message in rules.messages]
    positioning[:, 0] = messages.index(data["positioning"])
    answers = np.zeros((rules.turns, len(rules.events), firms), dtype=np.int64)
    for place, event in enumerate(rules.events):
        if event.choices:
            keys = [choice.key for choice in event.choices]
            answers[:, place, 0] = keys.index(data["answers"][event.key])
    return locked(
        Course(
            spend=spend,
            bar=bar,
            focus=focus,
            positioning=positioning,
            answers=answers,
            of_cash=True,
        )
    )
