"""The lab: the questions that can be asked of a game, and the turns it can be branched at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from game.analysis.changes import (
    CourseChange,
    GroupOut,
    LeverOut,
    Money,
    OtherAnswer,
    OtherPolicies,
)
from game.market import GROUPS, LEVERS
from game.report.change_words import answer_texts
from game.report.changes import NO_CHANGE
from game.report.charts.lines import LineData
from game.report.language import ENGLISH, Language
from game.report.names import GROUP_WORK, lever_icon, lever_names, turn_label
from game.report.number_style import as_counted
from game.report.what_ifs import WhatIfReport
from game.scenario.rules import Rules
from game.scenario.usual_words import message_text
from game.session import PlayerView
from game.words import Sentence, counted, sentence, verbatim

Theme: TypeAlias = Literal["together", "levers", "bar", "message", "answer"]

THEME_NAMES: Final[dict[Theme, Sentence]] = {
    "together": sentence("Without a whole group"),
    "levers": sentence("Without one line"),
    "bar": sentence("With another qualification bar"),
    "message": sentence("With another message"),
    "answer": sentence("With another answer"),
}
"""What kinds of questions there are, in the order in which they are asked."""

BARS: Final = (0.2, 0.4, 0.6, 0.8)
"""The qualification bars that are asked about."""

_NEAR: Final = 0.1
"""A bar that is nearer than this to the one that was played all game is no other bar."""

_GROUP_ICONS: Final = {"marketing": "megaphone", "sales": "phone-outgoing", "together": "handshake"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that might have been done otherwise in all turns.

    Attributes:
        key: tells it from the others, whatever becomes of the money.
        name: short, under the heading of its theme: "Joint meetings", "60 %".
        change: what is asked of the game.

    """

    key: str
    theme: Theme
    icon: str
    name: Sentence
    change: CourseChange


@dataclass(frozen=True, slots=True, kw_only=True)
class LabTurn:
    """A played turn, at which a game can be branched."""

    turn: int
    name: Sentence  # "March"
    said: Sentence  # "€ 92 k spent, 8 deals won"


def questions(
    rules: Rules, view: PlayerView, given: Mapping[str, str], money: Money = "moved"
) -> tuple[Question, ...]:
    """Return what can be asked of a game: only what would be different from what was done.

    Args:
        rules: the scenario.
        view: what the seat may know; at least one turn played.
        given: the answer that the seat's firm gave to each event, by key.
        money: what becomes of the money of lines that are left out.

    """
    return (
        *_groups(view, money),
        *_levers(rules, view, money),
        *_bars(rules, view),
        *_messages(rules, view),
        *_answers(rules, view, given),
    )


def lab_turns(rules: Rules, view: PlayerView, language: Language = ENGLISH) -> tuple[LabTurn, ...]:
    """Return the turns that were played, the first one first."""
    return tuple(
        LabTurn(
            turn=turn.turn,
            name=verbatim(turn_label(rules, turn.turn, language, short=False)),
            said=counted(
                "{spent:short} spent, {count:people} deal won",
                "{spent:short} spent, {count:people} deals won",
                turn.figures["wins"].value or 0.0,
                spent=turn.figures["spend"].value or 0.0,
            ),
        )
        for turn in view.history[1:]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """How much better a game would have been.

    Attributes:
        unit: what is counted: points, or deals where the seat does not see the score.
        value: so many more; below 0 for less.
        said: with its sign.

    """

    unit: Sentence
    value: float
    said: Sentence


def gain(told: WhatIfReport) -> Gain:
    """Return how much better a game would have been: in points, or deals if no score is seen."""
    if told.score_played is not None and told.score_changed is not None:
        # Of the two as they are written, so that who takes one from the other finds it.
        more = round(round(told.score_changed, 1) - round(told.score_played, 1), 1)
        said = sentence("{points:decimal}", points=more)
        if more > 0:
            said = sentence("+{points:decimal}", points=more)
        return Gain(unit=sentence("points"), value=more, said=said if more else NO_CHANGE)
    deals = next((each for each in told.series if each.key == "wins"), None)
    more = (
        0.0
        if deals is None
        else round(as_counted(deals.of_changed) - as_counted(deals.of_played), 1)
    )
    said = sentence("{deals:people}", deals=more)
    if more > 0:
        said = sentence("+{deals:people}", deals=more)
    return Gain(unit=sentence("deals won"), value=more, said=said if more else NO_CHANGE)


def overlaid(told: WhatIfReport, key: str, language: Language = ENGLISH) -> LineData:
    """Return one measure of both games as a chart: their lines have short names.

    Raises:
        KeyError: if the measure is not there.

    """
    data = told.line_data(key, language)
    names = (sentence("As played"), sentence("Otherwise"))
    lines = tuple(
        replace(line, label=language.say(name))
        for line, name in zip(data.lines, names, strict=True)
    )
    return replace(data, lines=lines)


def _spent(view: PlayerView) -> dict[str, float]:
    """Return the money that went to each lever in all turns."""
    plans = [turn.plan for turn in view.history[1:]]
    return {lever: sum(plan.spend[at] for plan in plans) for at, lever in enumerate(LEVERS)}


def _groups(view: PlayerView, money: Money) -> Iterator[Question]:
    spent = _spent(view)
    for group in ("together", "sales", "marketing"):
        if any(spent[lever] for lever in GROUPS[group]):
            yield Question(
                key=f"group.{group}",
                theme="together",
                icon=_GROUP_ICONS[group],
                name=sentence("No money for {work}", work=GROUP_WORK[group]),
                change=GroupOut(group=group, money=money, firm=view.seat.firm),
            )


def _levers(rules: Rules, view: PlayerView, money: Money) -> Iterator[Question]:
    names = lever_names(rules)
    for lever, amount in sorted(_spent(view).items(), key=lambda pair: -pair[1]):
        if amount:
            yield Question(
                key=f"lever.{lever}",
                theme="levers",
                icon=lever_icon(lever),
                name=names[lever],
                change=LeverOut(lever=lever, money=money, firm=view.seat.firm),
            )


def _bars(rules: Rules, view: PlayerView) -> Iterator[Question]:
    played = [turn.plan.bar for turn in view.history[1:]]
    if not rules.policies.bar_free:
        return
    for bar in BARS:
        if any(abs(each - bar) >= _NEAR for each in played):
            yield Question(
                key=f"bar.{round(100 * bar)}",
                theme="bar",
                icon="funnel",
                name=sentence("The bar at {bar:share} all the time", bar=bar),
                change=OtherPolicies(bar=bar, firm=view.seat.firm),
            )


def _messages(rules: Rules, view: PlayerView) -> Iterator[Question]:
    played = {turn.plan.positioning for turn in view.history[1:]}
    if not rules.policies.positioning_free:
        return
    for place in range(len(rules.messages)):
        if played != {place}:
            yield Question(
                key=f"message.{place}",
                theme="message",
                icon="quote",
                name=message_text(rules, place),
                change=OtherPolicies(positioning=place, firm=view.seat.firm),
            )


def _answers(rules: Rules, view: PlayerView, given: Mapping[str, str]) -> Iterator[Question]:
    came = {key for turn in view.history[1:] for key in turn.events}
    for event in rules.events:
        if event.key not in came:
            continue
        for choice in event.choices:
            if choice.key == given.get(event.key):
                continue
            change = OtherAnswer(event=event.key, choice=choice.key, firm=view.seat.firm)
            title, answer = answer_texts(rules, change)
            yield Question(
                key=f"answer.{event.key}.{choice.key}",
                theme="answer",
                icon="newspaper",
                name=sentence("{event}: {answer}", event=title, answer=answer),
                change=change,
            )
