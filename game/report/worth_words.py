"""What is said of the worth of a decision: how much, and whether that was luck."""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from game.analysis.attribution import Worth
from game.analysis.changes import AsTurnBefore, GroupOut, LeverOut, NothingSpent, OtherAnswer
from game.analysis.moments import FirstTogether, Instead, Miss, MissedGain
from game.report.change_words import answer_texts
from game.report.language import Language
from game.report.names import GROUP_NAMES, lever_names, turn_label
from game.scenario.rules import Rules
from game.words import Sentence, counted, sentence

Verdict: TypeAlias = Literal["nothing", "sure", "mostly", "luck"]
"""How far other worlds agree: there is nothing to agree on, nearly all do, most do, most do not."""

LEAST: Final = 0.05
"""Points below which nothing is said to be worth anything: it would read 0.0."""


def verdict(worth: Worth) -> Verdict:
    """Return whether a decision was worth in other worlds what it was worth in this one."""
    if abs(worth.score) < LEAST:
        return "nothing"
    sign = 1 if worth.score > 0 else -1
    if sign * worth.scores.mean <= 0:
        return "luck"
    nine_of_ten = worth.scores.p10 if sign > 0 else -worth.scores.p90
    return "sure" if nine_of_ten > 0 else "mostly"


def worth_words(rules: Rules, worth: Worth, language: Language) -> Sentence:
    """Return what a decision was worth in this game."""
    return _SAID[type(worth.change)](rules, worth, language)


def agreement(found: Verdict) -> Sentence | None:
    """Return whether a decision is worth the same in other worlds; None where it is nothing."""
    return _AGREES.get(found)


_AGREES: Final[dict[Verdict, Sentence]] = {
    "sure": sentence("It is so in nine of ten other worlds."),
    "mostly": sentence("In some other worlds it is the other way round."),
    "luck": sentence("That was luck: in other worlds it is the other way round, on average."),
}


def _out(rules: Rules, worth: Worth, _: Language) -> Sentence:
    """Say what a line or a group was worth, its money moved or left in the bank."""
    change, points = worth.change, worth.score
    assert isinstance(change, LeverOut | GroupOut)
    name = (
        lever_names(rules)[change.lever]
        if isinstance(change, LeverOut)
        else GROUP_NAMES[change.group]
    )
    if change.money == "unspent":
        return _unspent(name, points)
    if points >= LEAST:
        return sentence(
            "{name}: {points:decimal} points more than the same money on the other lines.",
            name=name,
            points=points,
        )
    if points <= -LEAST:
        return sentence(
            "{name}: {points:decimal} points less than the same money on the other lines.",
            name=name,
            points=-points,
        )
    return sentence("{name}: as good as the same money on the other lines.", name=name)


def _unspent(name: Sentence, points: float) -> Sentence:
    if points >= LEAST:
        return sentence(
            "{name}: its money earned {points:decimal} points.", name=name, points=points
        )
    if points <= -LEAST:
        return sentence(
            "{name}: its money cost {points:decimal} points; left in the bank it would have done "
            "no harm.",
            name=name,
            points=-points,
        )
    return sentence("{name}: its money earned nothing that counts.", name=name)


def _spent(rules: Rules, worth: Worth, language: Language) -> Sentence:
    """Say what the money of one turn was worth."""
    assert isinstance(worth.change, NothingSpent)
    turns = worth.change.turns or ()
    names = tuple(turn_label(rules, turn, language, short=False) for turn in turns)
    if worth.score >= LEAST:
        return sentence(
            "The money of {turns:list} earned {points:decimal} points.",
            turns=names,
            points=worth.score,
        )
    if worth.score <= -LEAST:
        return sentence(
            "The money of {turns:list} cost {points:decimal} points more than it brought.",
            turns=names,
            points=-worth.score,
        )
    return sentence("The money of {turns:list} earned nothing that counts.", turns=names)


def _renewed(rules: Rules, worth: Worth, language: Language) -> Sentence:
    """Say whether a turn's plan was better than the one before, once more."""
    assert isinstance(worth.change, AsTurnBefore)
    turn = turn_label(rules, worth.change.turn, language, short=False)
    earlier = turn_label(rules, worth.change.turn - 1, language, short=False)
    if worth.score >= LEAST:
        return sentence(
            "The plan of {turn} was {points:decimal} points better than that of {earlier} once "
            "more.",
            turn=turn,
            earlier=earlier,
            points=worth.score,
        )
    if worth.score <= -LEAST:
        return sentence(
            "The plan of {earlier} once more in {turn} would have brought {points:decimal} points "
            "more.",
            turn=turn,
            earlier=earlier,
            points=-worth.score,
        )
    return sentence(
        "The plan of {turn} was as good as that of {earlier} once more.", turn=turn, earlier=earlier
    )


def _answered(rules: Rules, worth: Worth, _: Language) -> Sentence:
    """Say whether an answer was better than another one."""
    assert isinstance(worth.change, OtherAnswer)
    event, other = answer_texts(rules, worth.change)
    if worth.score >= LEAST:
        return sentence(
            "{event}: your answer was {points:decimal} points better than {other}.",
            event=event,
            other=other,
            points=worth.score,
        )
    if worth.score <= -LEAST:
        return sentence(
            "{event}: {other} would have brought {points:decimal} points more.",
            event=event,
            other=other,
            points=-worth.score,
        )
    return sentence("{event}: {other} would have been as good.", event=event, other=other)


_SAID: Final[dict[type, Callable[[Rules, Worth, Language], Sentence]]] = {
    LeverOut: _out,
    GroupOut: _out,
    NothingSpent: _spent,
    AsTurnBefore: _renewed,
    OtherAnswer: _answered,
}


# Moments -----------------------------------------------------------------------------------------


def miss_words(rules: Rules, miss: Miss, language: Language) -> Sentence:
    """Return what was predicted in the turn of the largest miss, and what came."""
    return counted(
        "In {turn} you said {said:people}, and won {count:people} deal.",
        "In {turn} you said {said:people}, and won {count:people} deals.",
        miss.won,
        turn=turn_label(rules, miss.turn, language, short=False),
        said=miss.said,
    )


def missed_gain_words(rules: Rules, missed: MissedGain, language: Language) -> Sentence:
    """Return what a simple other plan would have brought in the turn of the largest missed gain."""
    return sentence(
        "In {turn}, {instead} would have brought {points:decimal} points more, and changed "
        "bookings by {bookings:signed_money}.",
        turn=turn_label(rules, missed.turn, language, short=False),
        instead=_INSTEAD[missed.instead],
        points=missed.score,
        bookings=missed.bookings,
    )


_INSTEAD: Final[dict[Instead, Sentence]] = {
    "as_before": sentence("the plan of the turn before once more"),
    "even": sentence("the same amount on every line"),
    "par": sentence("the plan of par"),
}


def together_words(rules: Rules, first: FirstTogether, language: Language) -> Sentence:
    """Return when money first went to working together, and how much."""
    return sentence(
        "In {turn} you first spent on working together: {money:short}, {share:share} of the money.",
        turn=turn_label(rules, first.turn, language, short=False),
        money=first.money,
        share=first.share,
    )
