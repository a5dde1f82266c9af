"""The figures of a balance report as tables."""

from typing import Final

from game.analysis.balance_figures import EventCount, Measured
from game.report.balance_words import effect_sentence, event_title, way_name
from game.report.briefing import goal_name
from game.report.names import lever_names
from game.report.tables import Column, Table
from game.scenario.rules import Rules
from game.words import Sentence, sentence, verbatim

STANDINGS_READ: Final = sentence(
    "Points and 'Of par' are means of all worlds. In one world of ten a way to play ends below the "
    "fourth column, in one of ten above the fifth."
)

LEVERS_READ: Final = sentence(
    "'Share' is the lever's part of all the money, the next three its part of one turn's. "
    "'Moved' and 'Unspent' are the part of par that is lost without the lever: its money moved to "
    "the other levers, or left in the bank."
)

EFFECTS_READ: Final = sentence(
    "The first measure that moves by 1 % where a lever that had nothing gets a tenth of a turn's "
    "money. 'In time' is the part of the bookings won by this money that comes before the game "
    "ends."
)

TARGETS_READ: Final = sentence("100 % is the target met exactly.")

EVENTS_READ: Final = sentence(
    "'Happens' is the part of the games in which it does, over all strategies; 'Least' and 'Most' "
    "are those of the strategy that meets it least and most often, 'Under par' that of the best "
    "plan. An answer is worth so much of par more than the worst one."
)
"""How each table is read."""


def _column(key: str, heading: Sentence, kind: str = "share") -> Column:
    return Column(key=key, heading=heading, kind=kind)  # type: ignore[arg-type]  # one of its kinds


def standing_table(rules: Rules, now: Measured) -> Table:
    """Return every way to play, best first."""
    return Table(
        title=sentence("Ways to play"),
        columns=(
            _column("way", sentence("Way to play"), "text"),
            _column("score", sentence("Points"), "points"),
            _column("of_par", sentence("Of par")),
            _column("low", sentence("One in ten below")),
            _column("high", sentence("One in ten above")),
        ),
        rows=tuple(
            (way_name(rules, each.key, each.kind), each.score, each.of_par, each.low, each.high)
            for each in now.standings
        ),
    )


def lever_table(rules: Rules, now: Measured) -> Table:
    """Return every lever: what the best plan gives it, and what it loses without it."""
    names = lever_names(rules)
    return Table(
        title=sentence("Levers in the best plan"),
        columns=(
            _column("lever", sentence("Lever"), "text"),
            _column("share", sentence("Share")),
            _column("first", sentence("First turn")),
            _column("middle", sentence("Middle")),
            _column("last", sentence("Last")),
            _column("costs_moved", sentence("Moved")),
            _column("costs_unspent", sentence("Unspent")),
        ),
        rows=tuple(
            (
                names[each.lever],
                each.share,
                each.first,
                each.middle,
                each.last,
                each.costs_moved,
                each.costs_unspent,
            )
            for each in now.levers
        ),
    )


def effect_table(rules: Rules, now: Measured) -> Table:
    """Return when and where money on each lever is first seen."""
    names = lever_names(rules)
    return Table(
        title=sentence("When money on a lever shows"),
        columns=(
            _column("lever", sentence("Lever"), "text"),
            _column("seen", sentence("Shows in"), "text"),
            _column("within", sentence("In time")),
        ),
        rows=tuple((names[each.lever], effect_sentence(each), each.within) for each in now.effects),
    )


def target_table(now: Measured, rules: Rules) -> Table:
    """Return every line of the scorecard."""
    return Table(
        title=sentence("Targets, parts reached"),
        columns=(
            _column("measure", sentence("Scorecard"), "text"),
            _column("par", sentence("Par")),
            _column("steady", sentence("Even split")),
            _column("nothing", sentence("No money")),
        ),
        rows=tuple(
            (goal_name(rule.measure, rule.at), each.par, each.steady, each.nothing)
            for rule, each in zip(rules.scorecard, now.targets, strict=True)
        ),
    )


def event_table(rules: Rules, now: Measured) -> Table:
    """Return every event: in what part of the games it happens, and what its answers are worth."""
    return Table(
        title=sentence("Events"),
        columns=(
            _column("event", sentence("Event"), "text"),
            _column("answers", sentence("Answers, worth over the worst"), "text"),
            _column("happens", sentence("Happens")),
            _column("least", sentence("Least")),
            _column("most", sentence("Most")),
            _column("under_par", sentence("Under par")),
        ),
        rows=tuple(
            (
                event_title(rules, each.key),
                _answers(each),
                each.happens,
                each.least,
                each.most,
                each.under_par,
            )
            for each in now.events
        ),
    )


def _answers(event: EventCount) -> Sentence:
    if not event.answers:
        return verbatim("")
    return sentence(
        "{answers:list}",
        answers=tuple(
            sentence("{key} {worth:share}", key=each.key, worth=each.worth)
            for each in event.answers
        ),
    )
