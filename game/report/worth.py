"""What everything was worth: each line, group, turn and answer, and what was luck. For a debrief.

Exact figures are of the game as it was played, under its own luck, with one thing taken out;
beside them stands the same in other worlds. Points are of the scorecard.
"""

from dataclasses import dataclass
from typing import Final

from game.analysis.attribution import Worth
from game.analysis.changes import (
    AsTurnBefore,
    Change,
    GroupOut,
    LeverOut,
    NothingSpent,
    OtherAnswer,
)
from game.analysis.debrief import Debrief
from game.analysis.moments import Moments
from game.report.change_words import answer_texts
from game.report.charts.bars import Bar, BarData
from game.report.charts.ranges import RangeData, RangeRow
from game.report.language import ENGLISH, Language
from game.report.names import GROUP_NAMES, lever_icon, lever_names, turn_label
from game.report.score_parts import (
    Earned,
    GroupParts,
    LuckAndSkill,
    collaboration_report,
    group_parts,
    luck_and_skill,
)
from game.report.worth_words import (
    LEAST,
    Verdict,
    agreement,
    miss_words,
    missed_gain_words,
    together_words,
    verdict,
    worth_words,
)
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence

NO_ICON: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthRow:
    """One decision: what it brought beyond what stands in its place.

    Attributes:
        key: a lever, a group, "turn_5" or an event's key.
        name: of the same; of an answer, the one that was not given.
        icon: of a lever; NO_ICON for the rest.
        change: what was done otherwise, ready to be branched from.
        score: points, exact.
        bookings: money, exact.
        mean, low, high: points in the other worlds; eight times of ten between low and high.
        bookings_mean, bookings_low, bookings_high: money, likewise.
        verdict: whether other worlds agree.
        said: one sentence.
        agrees: what other worlds say to it; None where there is nothing to agree on.
        event: of an answer, what was answered.

    """

    key: str
    name: Sentence
    icon: str
    change: Change
    score: float
    bookings: float
    mean: float
    low: float
    high: float
    bookings_mean: float
    bookings_low: float
    bookings_high: float
    verdict: Verdict
    said: Sentence
    agrees: Sentence | None
    event: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One of the moments to talk about; ``change`` is what might have been done instead."""

    key: str  # "miss", "missed_gain" or "together"
    turn: int
    title: Sentence
    said: Sentence
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthReport:
    """All that a debrief says of what decisions were worth.

    Attributes:
        worlds: behind each mean and band of the rows.
        headline: what was worth most.
        levers, levers_unspent: by worth; its money moved to other lines, or left in the bank.
        groups, groups_unspent: the same for groups.
        spent, renewed: each turn: against nothing spent, against the plan before once more.
        answers: each other answer that could have been given.
        parts: the score divided among groups.
        collaboration: what working together earned.
        luck: the score divided into skill and luck.
        moments: up to three, by turn.

    """

    turns: int
    worlds: int
    headline: Sentence
    levers: tuple[WorthRow, ...]
    levers_unspent: tuple[WorthRow, ...]
    groups: tuple[WorthRow, ...]
    groups_unspent: tuple[WorthRow, ...]
    spent: tuple[WorthRow, ...]
    renewed: tuple[WorthRow, ...]
    answers: tuple[WorthRow, ...]
    parts: GroupParts
    collaboration: Earned
    luck: LuckAndSkill
    moments: tuple[Moment, ...]


def worth_report(
    rules: Rules, view: PlayerView, found: Debrief, language: Language = ENGLISH
) -> WorthReport | None:
    """Return what decisions were worth; None where the seat may not see the score yet.

    Args:
        rules: the scenario.
        view: what the seat may know.
        found: what ``analysis.debrief`` found for the seat's firm.
        language: names turns and writes numbers.

    """
    if view.score is None:
        return None
    all_of = found.attribution
    rows = {
        kind: tuple(_row(rules, worth, language) for worth in worths)
        for kind, worths in (("lever", all_of.levers), ("group", all_of.groups))
    }
    moved, unspent = ({kind: _by_worth(rows[kind], money) for kind in rows} for money in _MONEY)
    plans = [_row(rules, worth, language) for worth in all_of.plans]
    return WorthReport(
        turns=found.turns,
        worlds=all_of.worlds,
        headline=_headline(moved["lever"]),
        levers=moved["lever"],
        levers_unspent=unspent["lever"],
        groups=moved["group"],
        groups_unspent=unspent["group"],
        spent=tuple(row for row in plans if isinstance(row.change, NothingSpent)),
        renewed=tuple(row for row in plans if isinstance(row.change, AsTurnBefore)),
        answers=tuple(_row(rules, worth, language) for worth in all_of.answers),
        parts=group_parts(found.groups),
        collaboration=collaboration_report(rules, view, found, language),
        luck=luck_and_skill(found.luck, all_turns=found.turns == rules.turns),
        moments=_moments(rules, found.moments, language),
    )


_MONEY: Final = ("moved", "unspent")


def range_data(
    rows: tuple[WorthRow, ...], title: Sentence, language: Language = ENGLISH
) -> RangeData:
    """Return rows as bands of other worlds, with a dot for this one, in points."""
    return RangeData(
        title=language.say(title),
        rows=tuple(
            RangeRow(low=row.low, high=row.high, outcome=row.score, label=language.say(row.name))
            for row in rows
        ),
    )


def bar_data(rows: tuple[WorthRow, ...], title: Sentence, language: Language = ENGLISH) -> BarData:
    """Return rows as bars, in points."""
    return BarData(
        title=language.say(title),
        bars=tuple(Bar(label=language.say(row.name), value=row.score) for row in rows),
    )


# Rows --------------------------------------------------------------------------------------------


def _row(rules: Rules, worth: Worth, language: Language) -> WorthRow:
    key, name, icon = _called(rules, worth, language)
    change, agrees = worth.change, verdict(worth)
    return WorthRow(
        key=key,
        name=name,
        icon=icon,
        change=change,
        score=worth.score,
        bookings=worth.bookings,
        mean=worth.scores.mean,
        low=worth.scores.p10,
        high=worth.scores.p90,
        bookings_mean=worth.all_bookings.mean,
        bookings_low=worth.all_bookings.p10,
        bookings_high=worth.all_bookings.p90,
        verdict=agrees,
        said=worth_words(rules, worth, language),
        agrees=agreement(agrees),
        event=answer_texts(rules, change)[0] if isinstance(change, OtherAnswer) else None,
    )


def _called(rules: Rules, worth: Worth, language: Language) -> tuple[str, Sentence, str]:
    change = worth.change
    if isinstance(change, LeverOut):
        return change.lever, lever_names(rules)[change.lever], lever_icon(change.lever)
    if isinstance(change, GroupOut):
        return change.group, GROUP_NAMES[change.group], NO_ICON
    if isinstance(change, AsTurnBefore | NothingSpent):
        turn = change.turn if isinstance(change, AsTurnBefore) else (change.turns or (1,))[0]
        label = turn_label(rules, turn, language, short=False)
        return f"turn_{turn}", sentence("{turn}", turn=label), NO_ICON
    assert isinstance(change, OtherAnswer)  # no other decision is taken apart
    return change.event, answer_texts(rules, change)[1], NO_ICON


def _by_worth(rows: tuple[WorthRow, ...], money: str) -> tuple[WorthRow, ...]:
    """Return the rows of one way to use the money instead, the most worth first."""
    some = [row for row in rows if getattr(row.change, "money", "") == money]
    return tuple(sorted(some, key=lambda row: -row.score))


def _headline(levers: tuple[WorthRow, ...]) -> Sentence:
    if not levers or levers[0].score < LEAST:
        return sentence("No line was worth more than the same money on the others.")
    best, worst = levers[0], levers[-1]
    if worst.score > -LEAST:
        return sentence(
            "Most was earned by {best}: {points:decimal} points more than the same money on the "
            "other lines.",
            best=best.name,
            points=best.score,
        )
    return sentence(
        "Most was earned by {best}: {points:decimal} points more than the same money on the other "
        "lines. Least by {worst}: {less:decimal} points less.",
        best=best.name,
        points=best.score,
        worst=worst.name,
        less=-worst.score,
    )


# Moments -----------------------------------------------------------------------------------------


def _moments(rules: Rules, found: Moments, language: Language) -> tuple[Moment, ...]:
    moments = []
    if found.miss is not None:
        moments.append(
            Moment(
                key="miss",
                turn=found.miss.turn,
                title=sentence("The largest miss"),
                said=miss_words(rules, found.miss, language),
                change=None,
            )
        )
    if found.missed_gain is not None:
        moments.append(
            Moment(
                key="missed_gain",
                turn=found.missed_gain.turn,
                title=sentence("The largest missed gain"),
                said=missed_gain_words(rules, found.missed_gain, language),
                change=found.missed_gain.change,
            )
        )
    if found.together is not None:
        moments.append(
            Moment(
                key="together",
                turn=found.together.turn,
                title=sentence("The first step together"),
                said=together_words(rules, found.together, language),
                change=None,
            )
        )
    return tuple(sorted(moments, key=lambda moment: moment.turn))
