"""What a scenario set out to teach, and how the measure of each lesson moved in this game."""

from dataclasses import dataclass

from game.report.changes import change_of
from game.report.figures import Curtain, Shown
from game.report.language import ENGLISH, Language
from game.report.names import measure_description, measure_icon, measure_name, turn_label
from game.scenario.measures import MEASURES
from game.scenario.rules import LearningGoal, Rules
from game.session import PlayerView
from game.words import Sentence, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """One learning goal at the end of a game.

    Attributes:
        text: the author's: what a player should have understood.
        shown_by: where its measure began and ended; None where no measure was named.
        description: of the measure, "" without one.
        icon: of the measure; "" without one.
        rose: +1 the measure went up, -1 down, 0 neither.
        good: +1 it moved to the better, -1 to the worse, 0 neither.

    """

    text: Sentence
    shown_by: Sentence | None
    description: Sentence
    icon: str
    rose: int
    good: int


def lesson_rows(
    rules: Rules, view: PlayerView, language: Language = ENGLISH
) -> tuple[LessonRow, ...]:
    """Return the learning goals with what their measures were at the start and at the end."""
    curtain = Curtain(rules, view)
    return tuple(_row(curtain, goal, language) for goal in rules.learning_goals)


def _row(curtain: Curtain, goal: LearningGoal, language: Language) -> LessonRow:
    key, text = goal.measure, verbatim(goal.text)
    if key not in MEASURES or key == "turn":
        nothing = verbatim("")
        return LessonRow(text=text, shown_by=None, description=nothing, icon="", rose=0, good=0)
    now = curtain.measure(curtain.view.now, key)
    turn, before = _beginning(curtain, key)
    change = change_of(key, before, now)
    moved = change.value or 0.0
    return LessonRow(
        text=text,
        shown_by=_shown_by(curtain, key, (turn, before, now), language),
        description=measure_description(key),
        icon=measure_icon(key),
        rose=(moved > 0) - (moved < 0),
        good=change.good,
    )


def _beginning(curtain: Curtain, key: str) -> tuple[int, Shown]:
    """Return the first turn in which a measure had a value, and that value."""
    shown = [(turn.turn, curtain.measure(turn, key)) for turn in curtain.view.history]
    return next(((turn, each) for turn, each in shown if each.value is not None), shown[-1])


def _shown_by(
    curtain: Curtain, key: str, found: tuple[int, Shown, Shown], language: Language
) -> Sentence:
    turn, before, now = found
    name = measure_name(key)
    if now.value is None:
        return sentence("{measure}: {why}", measure=name, why=now.note or "")
    after = now.said(language, short=True)
    if turn == curtain.view.now.turn:
        return sentence("{measure}: {after} at the end", measure=name, after=after)
    label = turn_label(curtain.rules, turn, language, short=False)
    when = sentence("in {turn}", turn=label) if turn else sentence("at the start")
    return sentence(
        "{measure}: {before} {when}, {after} at the end",
        measure=name,
        before=before.said(language, short=True),
        when=when,
        after=after,
    )
