"""Advice while a turn is planned: a reason and a question, never the answer.

The author's hints come first; then what the last turn's figures show, as far as the seat may see
them: a queue at the bridge, more than sales can treat, a line that is nearly full.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain
from game.report.names import lever_names
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, counted, sentence, verbatim

MOST: Final = 2
"""Pieces of advice at once: more would not be read."""

_QUEUE: Final = 0.15
"""Part of the qualified leads that may wait at the bridge before it is worth a word."""

_SLOW: Final = 24.0
"""Hours to an answer after which people have usually gone elsewhere."""

_LOSING: Final = 0.5
_REFUSED: Final = 0.45
_FULL: Final = 0.8
_DRIFT: Final = 0.02
"""Parts: of leads lost between the teams; of leads accepted; of what a lever can do; of common
goals gone in a turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One piece of advice.

    Attributes:
        key: the same as long as it says the same in the same turn; by it, it is put away.
        turn: in which it was given.
        icon: of what it is about.
        reason: what was seen; empty where the author says it all in one.
        question: what is worth a thought, or the author's words.

    """

    key: str
    turn: int
    icon: str
    reason: Sentence | None
    question: Sentence


def advice(rules: Rules, view: PlayerView) -> tuple[Advice, ...]:
    """Return what is worth a thought in the turn that is planned, at most two things."""
    return _given(rules, view, view.now, view.hints, view.turn)


def advice_given(rules: Rules, view: PlayerView, turn: int) -> tuple[Advice, ...]:
    """Return the advice that stood on the desk while a played turn was planned."""
    now = view.history[turn]
    return _given(rules, view, view.history[turn - 1], now.hints, turn)


def _given(
    rules: Rules, view: PlayerView, seen: TurnView, hints: tuple[str, ...], turn: int
) -> tuple[Advice, ...]:
    said = [
        Advice(
            key=f"{turn}.{hint}",
            turn=turn,
            icon="lightbulb",
            reason=None,
            question=verbatim(hint),
        )
        for hint in hints
    ]
    eyes = _Eyes(rules, Curtain(rules, view), seen, view.history)
    for key, icon, look in _SIGNS:
        found = look(eyes) if len(said) < MOST and seen.turn else None
        if found is not None:
            reason, question = found
            said.append(
                Advice(key=f"{turn}.{key}", turn=turn, icon=icon, reason=reason, question=question)
            )
    return tuple(said[:MOST])


_Said = tuple[Sentence, Sentence] | None


@dataclass(frozen=True, slots=True)
class _Eyes:
    """What a seat saw after a turn: numbers, or None where there are none for it."""

    rules: Rules
    curtain: Curtain
    turn: TurnView
    history: tuple[TurnView, ...]

    def figure(self, name: str, turns_ago: int = 0) -> float | None:
        at = self.turn.turn - turns_ago
        return self.history[at].figures[name].value if at >= 0 else None

    def flow(self, name: str) -> float | None:
        return self.curtain.flow(self.turn, name).value


def _queue(eyes: _Eyes) -> _Said:
    waiting, mqls, hours = eyes.flow("waiting"), eyes.figure("mqls"), eyes.figure("response_hours")
    if waiting is None or not mqls or round(waiting) < 1 or waiting < _QUEUE * mqls:
        return None
    reason = counted(
        "{count} lead waits at the bridge.", "{count} leads wait at the bridge.", waiting
    )
    if hours is not None:
        reason = counted(
            "{count} lead waits at the bridge; an answer takes {hours:hours}.",
            "{count} leads wait at the bridge; an answer takes {hours:hours}.",
            waiting,
            hours=hours,
        )
    return reason, sentence("How long would you wait for a call?")


def _slow(eyes: _Eyes) -> _Said:
    hours = eyes.figure("response_hours")
    if hours is None or hours < _SLOW:
        return None
    return (
        sentence("A lead hears from sales after {hours:hours}.", hours=hours),
        sentence("Who else has called by then?"),
    )


def _sales_full(eyes: _Eyes) -> _Said:
    load = eyes.figure("sales_load")
    if load is None or load <= 1:
        return None
    return (
        sentence("Sales was handed {load:share} of what it can treat.", load=load),
        sentence("What becomes of the rest, and were they the right ones?"),
    )


def _demos_full(eyes: _Eyes) -> _Said:
    load, missed = eyes.figure("demo_load"), eyes.flow("no_demo")
    if load is None or load <= 1 or missed is None or round(missed) < 1:
        return None
    return (
        counted(
            "{count} accepted lead got no demo in time.",
            "{count} accepted leads got no demo in time.",
            missed,
        ),
        sentence("Too many of them, too few hands, or the wrong ones?"),
    )


def _lost_between(eyes: _Eyes) -> _Said:
    lost = eyes.figure("leakage")
    if lost is None or lost < _LOSING:
        return None
    return (
        sentence("{lost:share} of the qualified leads fell between the two teams.", lost=lost),
        sentence("Which team noticed, and did the other one hear of it?"),
    )


def _refused(eyes: _Eyes) -> _Said:
    accepted = eyes.figure("acceptance")
    if accepted is None or accepted > _REFUSED:
        return None
    return (
        sentence("Of the leads it looked at, sales took {accepted:share}.", accepted=accepted),
        sentence("Do both teams mean the same by a good lead?"),
    )


def _leaving(eyes: _Eyes) -> _Said:
    left, won = eyes.figure("churned"), eyes.figure("wins")
    if left is None or won is None or round(left) <= round(won):
        return None
    return (
        sentence("{left:number} customers left and {won:number} came.", left=left, won=won),
        sentence("What did those who left expect?"),
    )


def _drifting(eyes: _Eyes) -> _Said:
    now, before = eyes.figure("congruence"), eyes.figure("congruence", 1)
    if now is None or before is None or before - now < _DRIFT:
        return None
    return (
        sentence("Common goals fell from {before:share} to {now:share}.", before=before, now=now),
        sentence("What does each team think the other is paid for?"),
    )


def _full(eyes: _Eyes) -> _Said:
    lines = [
        (response.value, lever.key)
        for lever, response in zip(eyes.curtain.view.levers, eyes.turn.responses, strict=True)
        if lever.mine and response.value is not None and response.value >= _FULL
    ]
    if not lines:
        return None
    reached, lever = max(lines)
    return (
        sentence(
            "{lever} gives {reached:share} of what it can.",
            lever=lever_names(eyes.rules)[lever],
            reached=reached,
        ),
        sentence("What would the next bit of money bring there, and what elsewhere?"),
    )


_SIGNS: Final[tuple[tuple[str, str, Callable[[_Eyes], _Said]], ...]] = (
    ("queue", "clock", _queue),
    ("sales_full", "users", _sales_full),
    ("demos_full", "presentation", _demos_full),
    ("lost_between", "droplets", _lost_between),
    ("refused", "funnel", _refused),
    ("slow", "clock", _slow),
    ("leaving", "log-out", _leaving),
    ("drifting", "users", _drifting),
    ("full", "scale", _full),
)
"""What may be seen, what matters most first."""
