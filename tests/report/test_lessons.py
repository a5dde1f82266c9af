"""At the end of a game each lesson is shown by its measure, from the start to the end."""

from dataclasses import replace

from game.report.language import ENGLISH
from game.report.lessons import lesson_rows
from game.scenario.rules import LearningGoal
from tests.report.reading import view_of
from tests.session.tables import small_rules

GOALS = (
    LearningGoal(text="Most are lost between.", measure="leakage"),
    LearningGoal(text="It adds up.", measure="total_bookings"),
    LearningGoal(text="Nothing to count here."),
)


def test_a_lesson_names_its_measure_at_the_start_and_at_the_end() -> None:
    rules = replace(small_rules(), learning_goals=GOALS)
    view = view_of(rules, turns=4)
    lost, bookings, bare = lesson_rows(rules, view)
    first = view.history[1].figures["leakage"].value
    last = view.now.figures["leakage"].value
    assert first is not None
    assert last is not None
    assert lost.shown_by is not None
    said = ENGLISH.say(lost.shown_by)
    assert said.startswith("Leads lost at handoff: " + ENGLISH.share(first))
    assert said.endswith(f", {ENGLISH.share(last)} at the end")
    assert lost.good == (last < first) - (last > first)
    assert bookings.shown_by is not None
    assert "at the start" in ENGLISH.say(bookings.shown_by)
    assert bookings.good == 1
    assert (bare.shown_by, bare.icon) == (None, "")


def test_a_lesson_whose_measure_a_role_may_not_see_says_so() -> None:
    rules = replace(small_rules(), learning_goals=GOALS)
    view = view_of(rules, "marketing", 4)
    lost = lesson_rows(rules, view)[0]
    hidden = view.now.figures["leakage"].value is None
    assert lost.shown_by is not None
    assert ("at the end" not in ENGLISH.say(lost.shown_by)) == hidden
    assert hidden
