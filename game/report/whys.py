"""Why a figure changed against the turn before: a waterfall with a sentence a bar, and the funnel.

What a seat may not see is not told apart: such causes stand together as one bar, with what would
reveal them, and stages of the funnel that are hidden are left out between those that are seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from game.analysis.turn_inputs import Cause
from game.analysis.why import Why
from game.report.cause_words import CAUSE_NAMES, Moved, cause_gate, cause_words
from game.report.charts.staircases import Step, WaterfallData
from game.report.figures import Curtain
from game.report.language import ENGLISH, Language
from game.report.names import lever_names, measure_name, turn_label
from game.report.rounding import Grain, grain_of
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, sentence

ASKED: Final = ("bookings", "wins", "revenue", "leads", "satisfaction")
"""The measures that are explained on every surface."""

MOST_STEPS: Final = 5
"""Bars between the two figures: with both ends seven, as many as are read at a glance."""

REST: Final = "rest"
UNSEEN: Final = "unseen"
"""Keys of the bars that hold several causes: small ones, and those that a seat may not see."""

_SMALL: Final = 0.04
"""A cause below this part of the largest one goes into the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyStep:
    """One bar between the two figures.

    Attributes:
        key: a cause, REST or UNSEEN.
        name: as it stands beneath the bar.
        change: what it brought, rounded so that all bars add up; own unit.
        good: +1, -1 or 0: whether the measure went the right way by it.
        said: one sentence: what it was, and the change.

    """

    key: str
    name: Sentence
    change: float
    good: int
    said: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyReport:
    """Why one measure changed.

    Attributes:
        before, now: its value in both turns, as it is written; None where there is nothing to say.
        before_name, now_name: the two turns, "March" and "April".
        headline: both figures and the change in a sentence, or why there is nothing to say.
        steps: the bars by size; they add up to ``now - before`` to the last digit shown.
        grain: how finely all of it is written.

    """

    key: str
    name: Sentence
    turn: int
    before: float | None
    now: float | None
    before_name: str
    now_name: str
    headline: Sentence
    steps: tuple[WhyStep, ...]
    grain: Grain

    def waterfall(self, language: Language = ENGLISH) -> WaterfallData | None:
        """Return the bars as a chart's data; None where there is nothing to compare.

        ``grain.figure`` and ``grain.change`` write its figures.
        """
        if self.before is None or self.now is None:
            return None
        return WaterfallData(
            title=language.say(self.headline),
            start_label=self.before_name,
            start=self.before,
            steps=tuple(
                Step(label=language.say(step.name), change=step.change) for step in self.steps
            ),
            end_label=self.now_name,
            more_is_good=MEASURES[self.key].better >= 0,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A bar before it is written."""

    key: str
    amount: float  # exact


def why_report(
    rules: Rules, view: PlayerView, found: Why, language: Language = ENGLISH
) -> WhyReport:
    """Return why a measure changed, as far as a seat may know it.

    Args:
        rules: the scenario.
        view: what the seat may know; the turn must be in its history.
        found: what ``analysis.why`` found for the seat's firm.
        language: names turns and writes numbers.

    """
    before, now = view.history[found.turn - 1], view.history[found.turn]
    curtain, kind = Curtain(rules, view), MEASURES[found.measure].kind
    ends = [curtain.measure(each, found.measure) for each in (before, now)]
    names = [turn_label(rules, each.turn, language, short=False) for each in (before, now)]
    missing = next((each.note for each in reversed(ends) if each.note is not None), None)
    if missing is None and not all(isfinite(part) for part in found.parts.values()):
        missing = sentence("Nothing to compare.")
    unseen = _unseen(curtain, now, found)
    parts = [] if missing is not None else _gathered(found, unseen)
    values = [] if missing is not None else [found.before, found.now]
    grain = grain_of(kind, [*values, *(part.amount for part in parts)])
    written = [grain.rounded(each) for each in values]
    moved = _Change(
        curtain=curtain,
        found=found,
        before=before,
        now=now,
        grain=grain,
        unseen=_curtained(curtain, now, found),
        revealing=_revealing(curtain, now, found.measure, unseen),
    )
    steps = moved.steps(parts, language)
    return WhyReport(
        key=found.measure,
        name=measure_name(found.measure),
        turn=found.turn,
        before=written[0] if written else None,
        now=written[1] if written else None,
        before_name=names[0],
        now_name=names[1],
        headline=missing or _headline(moved, names, language),
        steps=steps,
        grain=grain,
    )


def _headline(moved: "_Change", names: Sequence[str], language: Language) -> Sentence:
    grain, before, now = moved.grain, moved.found.before, moved.found.now
    change = grain.rounded(now) - grain.rounded(before)
    if grain.rounded(change) == 0:
        return sentence(
            "{name}: {now} in {turn}, as in {earlier}",
            name=measure_name(moved.found.measure),
            now=grain.figure(language, now),
            turn=names[1],
            earlier=names[0],
        )
    return sentence(
        "{name}: {now} in {turn} after {before} in {earlier}, {change}",
        name=measure_name(moved.found.measure),
        now=grain.figure(language, now),
        turn=names[1],
        before=grain.figure(language, before),
        earlier=names[0],
        change=grain.change(language, change),
    )


# Which causes stand alone ------------------------------------------------------------------------


def _unseen(curtain: Curtain, now: TurnView, found: Why) -> tuple[Cause, ...]:
    """Return the causes at work of which a seat may not know what they brought."""
    gates = {cause: cause_gate(cause, found.measure) for cause in found.parts}
    return tuple(
        cause
        for cause, gate in gates.items()
        if gate and found.parts[cause] != 0 and curtain.measure(now, gate).hidden
    )


def _curtained(curtain: Curtain, now: TurnView, found: Why) -> tuple[Sentence, ...]:
    """Return the names of all causes that are hidden, at work or not: which is not told."""
    gates = {cause: cause_gate(cause, found.measure) for cause in found.parts}
    hidden = (key for key, gate in gates.items() if gate and curtain.measure(now, gate).hidden)
    return tuple(CAUSE_NAMES[cause] for cause in hidden)


def _gathered(found: Why, unseen: Sequence[Cause]) -> list[_Part]:
    """Return the bars by size: causes that are seen and large, all others gathered."""
    parts = [
        _Part(key=cause, amount=amount)
        for cause, amount in found.parts.items()
        if cause not in unseen and amount != 0
    ]
    hidden = sum(found.parts[cause] for cause in unseen)
    if hidden != 0:
        parts.append(_Part(key=UNSEEN, amount=hidden))
    parts.sort(key=lambda part: -abs(part.amount))
    least = _SMALL * max((abs(part.amount) for part in parts), default=0.0)
    kept = [part for part in parts if part.key == UNSEEN]
    for part in parts:
        if part not in kept and abs(part.amount) >= least and len(kept) < MOST_STEPS - 1:
            kept.append(part)
    rest = [part for part in parts if part not in kept]
    kept.sort(key=lambda part: -abs(part.amount))
    if len(rest) > 1:  # a single one stands under its own name
        rest = [_Part(key=REST, amount=sum(part.amount for part in rest))]
    return [*kept, *rest]


def _revealing(
    curtain: Curtain, now: TurnView, measure: str, unseen: Sequence[Cause]
) -> tuple[Sentence, ...]:
    """Return the names of what would tell more of the causes apart."""
    names = lever_names(curtain.rules)
    gates = [cause_gate(cause, measure) for cause in unseen]
    levers = dict.fromkeys(curtain.measure(now, gate).revealed_by for gate in gates)
    return tuple(names[lever] for lever in levers if lever)


# What is said of them ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """All that the sentences of a breakdown are made from."""

    curtain: Curtain
    found: Why
    before: TurnView
    now: TurnView
    grain: Grain
    unseen: tuple[Sentence, ...]  # names of the causes that are hidden
    revealing: tuple[Sentence, ...]  # names of the lines that would show more of them

    def steps(self, parts: Sequence[_Part], language: Language) -> tuple[WhyStep, ...]:
        """Return the bars as they are written; what rounds to nothing is left out."""
        grain = self.grain
        whole = grain.rounded(grain.rounded(self.found.now) - grain.rounded(self.found.before))
        written = grain.parts([part.amount for part in parts], whole) if parts else ()
        return tuple(
            self._step(part.key, change, language)
            for part, change in zip(parts, written, strict=True)
            if change != 0
        )

    def _step(self, key: str, change: float, language: Language) -> WhyStep:
        better = MEASURES[self.found.measure].better
        return WhyStep(
            key=key,
            name=self._name(key),
            change=change,
            good=better if change > 0 else -better,
            said=sentence(
                "{cause}: {change}",
                cause=self._words(key, change),
                change=self.grain.change(language, change),
            ),
        )

    def _words(self, key: str, change: float) -> Sentence:
        if key == REST:
            return sentence("Everything else, small things together")
        if key == UNSEEN:
            return self._hidden()
        moved = Moved(
            rules=self.curtain.rules,
            view=self.curtain.view,
            measure=self.found.measure,
            before=self.before,
            now=self.now,
            more=change > 0,
        )
        return cause_words(key, moved)  # type: ignore[arg-type]  # a cause: the others are gathered

    def _name(self, key: str) -> Sentence:
        if key == UNSEEN and self.curtain.view.shared:
            return sentence("Not seen by all")
        return _STEP_NAMES[key]

    def _hidden(self) -> Sentence:
        """Say what a bar stands for whose causes are hidden, and what would show them."""
        if self.curtain.view.shared:
            return sentence(
                "What at least one of you may not see ({causes:list})", causes=self.unseen
            )
        if self.revealing:
            return sentence(
                "What you cannot see yet ({causes:list}; {levers:either} would show more)",
                causes=self.unseen,
                levers=self.revealing,
            )
        return sentence("What your role does not see ({causes:list})", causes=self.unseen)


_STEP_NAMES: Final[dict[str, Sentence]] = {
    **CAUSE_NAMES,
    REST: sentence("Everything else"),
    UNSEEN: sentence("Not seen"),
}
