"""A branch is the same game up to its turn, under the same luck, and never touches the game."""

from dataclasses import replace

import pytest

from game.analysis.branches import asking, branched, compared, fitted, next_turn, part_played
from game.analysis.changes import GroupOut, LeverOut, OtherJournal, OtherPolicies
from game.analysis.what_if import SERIES, GameFigures, game_figures, what_if
from game.market import LEVERS
from game.scenario.rules import RoleKey, Rules
from game.session import (
    Choose,
    EndTurn,
    Seat,
    Session,
    Submit,
    apply,
    is_over,
    new_session,
    seat_budget,
    team,
)
from tests.session.tables import BUDGET, OFFER, STORM, even, play, small_rules, submit

TURNS = 6


def game(role: RoleKey = "all", strategy: str = "random") -> tuple[Rules, Session]:
    rules = small_rules(TURNS, events=(STORM, OFFER))
    return rules, play(rules, new_session(rules, 3, seats=team(rules, role)), strategy)


def figures(rules: Rules, session: Session) -> GameFigures:
    return game_figures(rules, [record.closed for record in session.history], 0)


def to_the_end(rules: Rules, branch: Session, session: Session) -> Session:
    while not is_over(rules, branch):
        branch = next_turn(rules, branch, session)
    return branch


@pytest.mark.parametrize("turn", range(1, TURNS + 1))
def test_a_branch_in_which_nothing_is_changed_comes_out_as_the_game_did(turn: int) -> None:
    rules, session = game()
    branch = to_the_end(rules, branched(rules, session, turn), session)
    again, before = figures(rules, branch), figures(rules, session)
    for name in SERIES:
        assert again.series[name] == pytest.approx(before.series[name], nan_ok=True, abs=0)
    assert again.score == before.score


def test_a_branch_of_a_team_lets_the_others_play_as_they_did() -> None:
    rules, session = game("marketing", "steady")
    branch = to_the_end(rules, branched(rules, session, 2), session)
    assert figures(rules, branch).score == figures(rules, session).score


def test_who_says_nothing_repeats_the_plan_as_it_was_cut() -> None:
    rules = small_rules(4, events=(OFFER,))
    everything = submit(even(BUDGET / len(LEVERS)))
    session = apply(rules, apply(rules, new_session(rules, 3), everything), EndTurn())
    session = apply(rules, session, everything)
    session = apply(rules, session, Choose(seat=Seat(), event="offer", choice="pay"))
    for _ in range(3):
        session = apply(rules, session, EndTurn())
    for turn in range(1, 5):
        branch = to_the_end(rules, branched(rules, session, turn), session)
        assert figures(rules, branch).score == figures(rules, session).score


def test_news_that_come_again_are_answered_as_they_were_each_time() -> None:
    again = replace(OFFER, when=(), repeats=True)
    rules = small_rules(4, events=(again,))
    session = new_session(rules, 3)
    said = ("pay", "wait", "pay", "wait")
    for choice in said:
        session = apply(rules, session, Choose(seat=Seat(), event="offer", choice=choice))
        session = apply(rules, apply(rules, session, submit()), EndTurn())
    for turn in range(1, 5):
        branch = to_the_end(rules, branched(rules, session, turn), session)
        chosen = [int(record.opened.chosen[0, 0]) for record in branch.history]
        assert chosen == [1, 0, 1, 0]
        assert figures(rules, branch).score == figures(rules, session).score


def test_a_branch_leaves_the_game_as_it_was_and_shares_its_luck() -> None:
    rules, session = game()
    before = figures(rules, session).score
    mine = Submit(seat=Seat(), spend=(0.0,) * len(LEVERS))
    branch = branched(rules, session, 3)
    assert branch.turn == 3
    assert branch.luck is session.luck
    other = next_turn(rules, branch, session, mine)
    other = to_the_end(rules, other, session)
    assert figures(rules, other).score != before
    assert figures(rules, session).score == before


def test_what_is_compared_with_a_branch_is_what_its_journal_would_have_brought() -> None:
    rules, session = game()
    mine = Submit(seat=Seat(), spend=(0.0,) * len(LEVERS))
    branch = next_turn(rules, branched(rules, session, 2), session, mine)
    branch = to_the_end(rules, branch, session)
    found = compared(rules, figures(rules, session), branch)
    asked = what_if(rules, session, OtherJournal(journal=branch.journal))
    assert found.changed.score == asked.changed.score
    for name in SERIES:
        assert found.difference(name) == pytest.approx(asked.difference(name), nan_ok=True)


@pytest.mark.parametrize(
    "change",
    [
        LeverOut(lever="advertising"),
        GroupOut(group="together", money="unspent"),
        OtherPolicies(bar=0.9),
    ],
)
def test_asking_turn_by_turn_finds_what_asking_at_once_does(
    change: LeverOut | GroupOut | OtherPolicies,
) -> None:
    rules, session = game()
    *steps, found = asking(rules, session, change, figures(rules, session))
    assert steps == [None] * (TURNS + 1)
    asked = what_if(rules, session, change)
    assert found is not None
    assert found.changed.score == asked.changed.score
    for name in SERIES:
        assert found.changed.series[name] == pytest.approx(
            asked.changed.series[name], nan_ok=True, abs=0
        )


def test_a_part_that_costs_more_than_there_is_is_cut_in_proportion() -> None:
    rules, session = game()
    branch = branched(rules, session, 2)
    part = part_played(session, Seat(), 2)
    assert part is not None
    there = seat_budget(rules, branch, Seat())
    spend = tuple(4 * there if lever in {"seo", "advertising"} else 0.0 for lever in LEVERS)
    cut = fitted(rules, branch, replace(part, spend=spend))
    assert sum(cut.spend) == pytest.approx(there)
    assert cut.spend[LEVERS.index("seo")] == cut.spend[LEVERS.index("advertising")] > 0


def test_a_turn_that_has_not_been_played_cannot_be_branched_from() -> None:
    rules, session = game()
    with pytest.raises(ValueError, match="turn 7 has not been played"):
        branched(rules, session, TURNS + 1)
