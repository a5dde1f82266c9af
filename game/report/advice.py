"""Advice while a turn is planned: a reason and a question, never the answer.

The author's hints come first; then what the last turn's figures show, as far as the seat may see
them. What was said rests for a while, and nothing is said twice in other words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.report.eyes import Eyes
from game.report.signs import SIGNS
from game.scenario.rules import Hint, Rules
from game.session import PlayerView
from game.words import Sentence, verbatim

MOST: Final = 2
"""Pieces of advice at once: more would not be read."""

REST: Final = 3
"""Turns for which a thing that was said is not said again."""


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
    return () if view.over else advice_of_turns(rules, view)[-1]


def advice_of_turns(rules: Rules, view: PlayerView) -> tuple[tuple[Advice, ...], ...]:
    """Return the advice of every turn, the first turn first and the planned one last.

    What was said in a turn depends on what had been said before it.
    """
    said = _Memory()
    planned = () if view.over else (view.hints,)
    heard = (*(turn.hints for turn in view.history[1:]), *planned)
    return tuple(
        tuple(said.chosen(turn, _found(rules, view, turn, hints)))
        for turn, hints in enumerate(heard, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """Something that might be said, and the measures it is about."""

    key: str
    icon: str
    about: frozenset[str]
    reason: Sentence | None
    question: Sentence


def _found(rules: Rules, view: PlayerView, turn: int, hints: tuple[str, ...]) -> Iterator[_Found]:
    """Yield what might be said while a turn is planned: the author's hints, then the signs."""
    for hint in rules.hints:
        if hint.say in hints:
            yield _Found(f"hint:{hint.key}", "lightbulb", _about(hint), None, verbatim(hint.say))
    if turn == 1:
        return
    eyes = Eyes(rules, view, view.history[turn - 1])
    for sign in SIGNS:
        found = sign.look(eyes)
        if found is not None:
            yield _Found(sign.key, sign.icon, sign.about, *found)


def _about(hint: Hint) -> frozenset[str]:
    named = {condition.measure for condition in hint.when} | {*hint.unseen}
    return frozenset(named - {"turn"})


@dataclass(frozen=True, slots=True)
class _Memory:
    """What was said, when, and about what."""

    last: dict[str, int] = field(default_factory=dict)  # turn, by key
    times: dict[str, int] = field(default_factory=dict)  # by key
    about: dict[str, int] = field(default_factory=dict)  # turn, by measure

    def chosen(self, turn: int, found: Iterator[_Found]) -> Iterator[Advice]:
        """Yield what is said in a turn, and keep it in mind."""
        rested = [each for each in found if not self._lately(self.last.get(each.key), turn)]
        # What has not been said yet comes before what has: nobody reads a thing five times.
        rested.sort(key=lambda each: self.times.get(each.key, 0))
        left = MOST
        for each in rested:
            if not left:
                return
            said = any(self._lately(self.about.get(name), turn) for name in each.about)
            if said and each.reason is not None:  # the author may come back to a thing
                continue
            left -= 1
            self._keep(turn, each)
            yield Advice(
                key=f"{turn}.{each.key}",
                turn=turn,
                icon=each.icon,
                reason=each.reason,
                question=each.question,
            )

    def _lately(self, said: int | None, turn: int) -> bool:
        return said is not None and turn - said <= REST

    def _keep(self, turn: int, each: _Found) -> None:
        self.last[each.key] = turn
        self.times[each.key] = self.times.get(each.key, 0) + 1
        self.about.update(dict.fromkeys(each.about, turn))
