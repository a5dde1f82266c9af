"""What decided a game: the one decision that cost most and the one that earned most, in points."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.changes import GroupOut, LeverOut, OtherPolicies
from game.analysis.what_if import Comparison
from game.report.change_words import change_name
from game.report.lab import Question
from game.report.language import Language
from game.scenario.rules import Rules
from game.words import Sentence, counted, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisive:
    """A decision, by what the same game would have brought without it.

    Attributes:
        question: the key of the lab's question that shows it; "" where none does.
        gain: points that the other game has more, as both scores are written; below 0 for fewer.
        said: in words.

    """

    question: str
    gain: float
    said: Sentence


def costliest(
    rules: Rules, asked: Sequence[tuple[Question, Comparison]], language: Language
) -> Decisive:
    """Return the decision without which a game would have been best, if one was no gain.

    Args:
        rules: the scenario.
        asked: every question that the lab asks of a game, with its answer; at least one.
        language: of the reader.

    """
    question, found = max(asked, key=lambda pair: _gain(pair[1]))
    gain = _gain(found)
    if gain <= 0:
        said = counted(
            "Nothing cost you much: the one other game that the Lab plays ends no higher.",
            "Nothing cost you much: of {count} other games that the Lab plays none ends higher.",
            len(asked),
        )
        return Decisive(question="", gain=gain, said=said)
    what = _changed(rules, question, language)
    said = sentence(
        "**Cost you most.** {what}, you would have had {points:decimal} points more.",
        what=what,
        points=gain,
    )
    return Decisive(question=question.key, gain=gain, said=said)


def best_paid(
    rules: Rules, asked: Sequence[tuple[Question, Comparison]], language: Language
) -> Decisive | None:
    """Return the decision without which a game would have been worst; None where none earned.

    Only what was done is looked at: a bar or a message that was never chosen is no decision that
    earned. That firms without any marketing or sales sell nothing is no news either.

    Args:
        rules: the scenario.
        asked: every question that the lab asks of a game, with its answer.
        language: of the reader.

    """
    done = [pair for pair in asked if _was_done(pair[0])]
    if not done:
        return None
    question, found = min(done, key=lambda pair: _gain(pair[1]))
    gain = _gain(found)
    if gain >= 0:
        return None
    what = _changed(rules, question, language)
    said = sentence(
        "**Earned you most.** {what}, you would have had {points:decimal} points fewer.",
        what=what,
        points=-gain,
    )
    return Decisive(question=question.key, gain=gain, said=said)


def _gain(found: Comparison) -> float:
    """Return the points gained, of both scores as they are written."""
    return round(round(found.changed.score.total, 1) - round(found.played.score.total, 1), 1)


def _was_done(question: Question) -> bool:
    change = question.change
    if isinstance(change, GroupOut):
        return change.group == "together"
    return not isinstance(change, OtherPolicies)


def _changed(rules: Rules, question: Question, language: Language) -> Sentence:
    """Return what is done otherwise, and what becomes of the money."""
    name = change_name(rules, question.change, language)
    if isinstance(question.change, LeverOut | GroupOut) and question.change.money == "moved":
        return sentence("{change}, its money on the other lines", change=name)
    return name
