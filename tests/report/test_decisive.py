"""What cost and what earned most in a game, by the same game played without it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from game.analysis.branches import answers_given
from game.analysis.what_if import Comparison, GameFigures, what_if
from game.report.decisive import best_paid, costliest
from game.report.lab import Question, questions
from game.report.language import ENGLISH
from game.session import Score, Seat, apply, new_session, player_view
from tests.report.reading import play_on
from tests.session.tables import small_rules, submit

RULES = small_rules()


@cache
def asked() -> tuple[tuple[Question, Comparison], ...]:
    """Return every question about a game, with its answer."""
    session = apply(RULES, new_session(RULES), submit())
    while len(session.history) < RULES.turns:
        session = play_on(RULES, session)
    assert session.world.turn > RULES.turns
    view = player_view(RULES, session, Seat())
    given = answers_given(RULES, session)
    return tuple(
        (each, what_if(RULES, session, each.change)) for each in questions(RULES, view, given)
    )


def scored(*gains: float) -> list[tuple[Question, Comparison]]:
    """Return the first questions, each with a game that ends so many points higher."""

    def ended(total: float) -> GameFigures:
        return GameFigures(series=MappingProxyType({}), score=Score(total=total, parts=()))

    return [
        (question, replace(found, played=ended(60.0), changed=ended(60.0 + gain)))
        for (question, found), gain in zip(asked(), gains, strict=False)
    ]


def gains(pairs: Sequence[tuple[Question, Comparison]]) -> dict[str, float]:
    return {question.key: found.score_gained for question, found in pairs}


def test_what_cost_most_is_the_question_whose_game_ends_highest() -> None:
    cost = costliest(RULES, asked(), ENGLISH)
    best = max(gains(asked()).values())
    assert abs(cost.gain - best) <= 0.1
    if cost.question:
        assert gains(asked())[cost.question] == best


def test_what_earned_most_was_done_and_is_missed_most() -> None:
    earned = best_paid(RULES, asked(), ENGLISH)
    assert earned is not None
    kinds = ("lever.", "answer.", "group.together")
    done = {key: gain for key, gain in gains(asked()).items() if key.startswith(kinds)}
    assert done[earned.question] == min(done.values()) < 0
    assert ENGLISH.say(earned.said).endswith("points fewer.")


def test_points_are_those_between_both_scores_as_they_are_written() -> None:
    cost = costliest(RULES, scored(0.26, 3.14), ENGLISH)
    assert cost.question == asked()[1][0].key
    assert "3.1 points more" in ENGLISH.say(cost.said)


def test_a_game_that_nothing_would_have_bettered_cost_nothing() -> None:
    cost = costliest(RULES, scored(0.04, -2.0, -7.0), ENGLISH)
    assert cost.question == ""
    assert "of 3 other games" in ENGLISH.say(cost.said)


def test_nothing_earned_where_no_game_would_have_been_worse() -> None:
    assert best_paid(RULES, scored(2.0, 0.0, 0.01), ENGLISH) is None
