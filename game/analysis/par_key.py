"""What a par depends on, as a short text: where it is the same, a par that is known still holds.

It is made of everything in a scenario that is played by (and none of what is only read), and of
what a fixed course brings in a few fixed worlds: that changes with the model, however it changes.
"""

import hashlib
from dataclasses import fields, is_dataclass
from typing import Any, Final

import numpy as np

from game.analysis.courses import Course
from game.analysis.games import final_world
from game.market import LEVERS, Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import Luck
from game.session.score import score_points

SEARCH: Final = 1
"""Number of the way to search; a better one makes known pars obsolete."""

_ONLY_READ: Final = frozenset(
    {
        *("key", "name", "title", "summary", "story", "text", "description", "discuss", "source"),
        *("language", "currency", "for_players", "minutes", "minutes_to_decide", "difficulty"),
        *("learning_goals", "segments", "messages", "firm_names", "roles", "reveals", "hints"),
        *("quiz", "debrief", "shared_market", "runs", "expects"),
    }
)
"""Fields of a scenario that change nothing in a game played without people."""

_WORLDS: Final = 6


def par_key(rules: Rules) -> str:
    """Return the key of a scenario's par: 16 signs, another one where par may be another."""
    with np.errstate(all="ignore"):
        parts = ["par", str(SEARCH), _written(rules), _written(_reference_game(rules))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _written(value: Any) -> str:
    """Return a value as text; numbers by nine digits, since the last may differ between builds."""
    if isinstance(value, np.ndarray):
        return f"{value.shape}{_written(tuple(value.ravel().tolist()))}"
    if is_dataclass(value):
        names = [each.name for each in fields(value) if each.init and each.name not in _ONLY_READ]
        return f"{{{','.join(f'{name}={_written(getattr(value, name))}' for name in names)}}}"
    if isinstance(value, tuple):
        return f"({','.join(_written(each) for each in value)})"
    if isinstance(value, float):
        return f"{value + 0.0:.9g}"  # adding nothing turns −0.0 into 0.0
    return str(value)


def _reference_game(rules: Rules) -> tuple[float, ...]:
    """Return the points of every line and firm at the end, by seven digits."""
    world = final_world(rules, _reference_course(rules), _reference_luck(rules))
    points = score_points(rules, world)
    return tuple(float(f"{number:.7g}") for number in points.ravel().tolist())


def _reference_course(rules: Rules) -> Course:
    """Return uneven decisions that change every turn, for each of the worlds."""
    shape = (_WORLDS, rules.turns, rules.players)
    segments, events = len(rules.segments), len(rules.events)
    spend = np.add(_uneven((*shape, len(LEVERS))), 1.0)
    focus = np.add(_uneven((*shape, segments)), 1.0)
    answers = np.zeros((_WORLDS, rules.turns, events, rules.players), dtype=np.int64)
    for place, event in enumerate(rules.events):
        options = max(len(event.choices), 1)
        answers[:, :, place] = (np.arange(_WORLDS) % options)[:, None, None]
    positioning = np.zeros(shape, dtype=np.int64)
    positioning[:] = (np.arange(_WORLDS) % len(rules.messages))[:, None, None]
    return locked(
        Course(
            spend=np.asfortranarray(spend / spend.sum(axis=-1, keepdims=True)),
            bar=np.asfortranarray(_uneven(shape)),
            focus=np.asfortranarray(focus / focus.sum(axis=-1, keepdims=True)),
            positioning=np.asfortranarray(positioning),
            answers=np.asfortranarray(answers),
            of_cash=True,
        )
    )


def _reference_luck(rules: Rules) -> Luck:
    """Return luck that no library has drawn, so that it is the same with every one."""
    shape, events = (_WORLDS, rules.turns), len(rules.events)
    return locked(
        Luck(
            demand=np.asfortranarray(0.8 + 0.4 * _uneven((*shape, rules.params.steps))),
            events=np.asfortranarray(_uneven((*shape, events))),
            errors=np.zeros((_WORLDS, rules.players, *rules.params.cares.shape)),
        )
    )


def _uneven(shape: tuple[int, ...]) -> Array:
    """Return numbers from 0 to 1 that look like chance and are none."""
    count = int(np.prod(shape))
    steps = np.arange(1, count + 1, dtype=np.float64)
    return np.mod(steps * 0.6180339887498949, 1.0).reshape(shape)
