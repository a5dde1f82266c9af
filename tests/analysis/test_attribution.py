"""What each decision was worth is the game with it minus the game without it."""

import pytest

from game.analysis.attribution import Attribution, Worth, attribution
from game.analysis.changes import AsTurnBefore, LeverOut, OtherAnswer
from game.analysis.what_if import what_if
from game.market import LEVERS
from game.scenario.rules import Rules
from game.session import EndTurn, Session, draw_luck, new_session, replay
from tests.session.tables import OFFER, STORM, even, play, small_rules, submit


def random_game(turns: int = 6) -> tuple[Rules, Session]:
    rules = small_rules(turns=6, events=(STORM, OFFER))
    return rules, play(rules, new_session(rules, 3), "random", turns)


def all_of(found: Attribution) -> tuple[Worth, ...]:
    return (*found.levers, *found.groups, *found.plans, *found.answers)


def test_each_worth_is_what_the_game_with_the_change_lost() -> None:
    rules, session = random_game()
    found = attribution(rules, session, worlds=(draw_luck(rules, 8),))
    assert len(all_of(found)) == 16 * 2 + 3 * 2 + 6 + 5 + 1
    for worth in all_of(found):
        comparison = what_if(rules, session, worth.change)
        assert worth.score == pytest.approx(-comparison.score_gained, rel=1e-9, abs=1e-9)
        assert worth.bookings == pytest.approx(-comparison.bookings_gained, rel=1e-9, abs=1e-6)


def test_in_other_worlds_the_same_plans_meet_another_luck() -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 3), "random")
    luck = draw_luck(rules, 8)
    found = attribution(rules, session, worlds=(luck,))
    elsewhere = replay(rules, new_session(rules, 8, luck=luck), session.journal)
    for worth in all_of(found):
        lost = -what_if(rules, elsewhere, worth.change).score_gained
        assert worth.scores.mean == pytest.approx(lost, abs=1e-9)
        assert worth.scores.p10 == worth.scores.p90 == worth.scores.mean


def test_the_spread_holds_the_mean_of_many_worlds() -> None:
    rules, session = random_game()
    found = attribution(rules, session, worlds=tuple(draw_luck(rules, n) for n in range(20)))
    assert found.worlds == 20
    for worth in found.groups:
        assert worth.scores.p10 < worth.scores.mean < worth.scores.p90


def test_levers_that_never_got_money_are_not_asked_about() -> None:
    rules = small_rules(turns=2)
    plan = submit(even(0.0, seo=9_000.0, product_demos=9_000.0))
    session = replay(rules, new_session(rules), [plan, EndTurn(), EndTurn()])
    found = attribution(rules, session, worlds=(draw_luck(rules, 8),))
    levers = {worth.change.lever for worth in found.levers if isinstance(worth.change, LeverOut)}
    assert levers == {"seo", "product_demos"} < set(LEVERS)
    assert len(found.groups) == 4


def test_every_other_answer_that_could_be_paid_is_asked_about() -> None:
    rules, session = random_game()
    found = attribution(rules, session, worlds=(draw_luck(rules, 8),))
    (worth,) = found.answers
    assert worth.change == OtherAnswer(event="offer", choice="pay")


def test_the_first_turn_has_none_before_it() -> None:
    rules, session = random_game()
    found = attribution(rules, session, worlds=(draw_luck(rules, 8),))
    again = [each.change.turn for each in found.plans if isinstance(each.change, AsTurnBefore)]
    assert again == [2, 3, 4, 5, 6]


def test_of_a_running_game_only_what_was_played_counts() -> None:
    rules, session = random_game(turns=1)
    found = attribution(rules, session, worlds=(draw_luck(rules, 8),))
    assert found.turns == 1
    assert len(found.plans) == 1
    assert not found.answers
    with pytest.raises(ValueError, match="no turn"):
        attribution(rules, new_session(rules))
