"""The scorecard of an ending: what its lines say adds up to what its head says."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.ending import Ending, ending, how_points_come, score_table
from game.report.language import ENGLISH
from game.scenario.measures import MEASURES
from game.session.score import BEST_OF_SMALL, Score
from game.words import sentence
from tests.report.reading import view_of
from tests.session.tables import small_rules

RULES = small_rules()
OVER = view_of(RULES, turns=RULES.turns)


def ended(reached: Sequence[float]) -> Ending:
    """Return the ending of a game in which the lines of the scorecard reached this."""
    assert OVER.score is not None
    parts = tuple(
        replace(part, reached=share, points=100 * part.weight * share)
        for part, share in zip(OVER.score.parts, reached, strict=True)
    )
    score = Score(total=sum(part.points for part in parts), parts=parts)
    report = ending(RULES, replace(OVER, score=score))
    assert report is not None
    return report


def written(points: float) -> int:
    """Return points as they are written, in tenths."""
    text = ENGLISH.say(sentence("{points:decimal}", points=points))
    return round(10 * float(text.replace("\N{MINUS SIGN}", "-").replace(",", "")))


def lines() -> int:
    assert OVER.score is not None
    return len(OVER.score.parts)


@given(st.lists(st.floats(0, 3), min_size=lines(), max_size=lines()))
def test_the_points_of_all_lines_add_up_to_the_points_of_the_game(reached: list[float]) -> None:
    report = ended(reached)
    assert sum(written(line.points) for line in report.lines) == written(report.total)
    assert sum(written(line.most) for line in report.lines) == 1_000
    *rows, total = score_table(report).rows
    assert [row[-1] for row in rows] == [line.points for line in report.lines]
    assert written(report.total) == round(10 * float(str(total[-1])))


@given(st.lists(st.floats(0, 3), min_size=lines(), max_size=lines()))
def test_what_a_line_says_is_its_own_share_of_the_target(reached: list[float]) -> None:
    for line in ended(reached).lines:
        assert line.points == pytest.approx(100 * line.weight * line.reached, abs=0.1)


def test_a_target_that_is_missed_does_not_give_all_of_its_points() -> None:
    missed, *others = ended([0.88, *(1.0 for _ in range(lines() - 1))]).lines
    assert missed.points < missed.most
    assert [line.points for line in others] == [line.most for line in others]


def test_how_points_come_about_is_said_as_they_are_counted() -> None:
    report = ended([1.0] * lines())
    said = ENGLISH.say(how_points_come(report))
    assert said.endswith("Together they are 100.0.")
    less = [rule for rule in RULES.scorecard if MEASURES[rule.measure].better < 0]
    assert ("Where less is better" in said) == bool(less)
    assert BEST_OF_SMALL == 2
