"""A game with one thing done otherwise is the game that would have been played."""

from dataclasses import replace

import pytest

from game.analysis.changes import (
    AsTurnBefore,
    Change,
    GroupOut,
    LeverOut,
    NothingSpent,
    OtherAnswer,
    OtherJournal,
    OtherPlan,
    OtherPolicies,
    changed_course,
    from_turn,
)
from game.analysis.courses import course_of_session
from game.analysis.what_if import SERIES, Comparison, what_if
from game.market import GROUPS, LEVERS
from game.market.arrays import frozen
from game.market.reference import new_state, reference_params
from game.scenario.rules import Rules
from game.session import (
    Choose,
    Command,
    EndTurn,
    Plan,
    Seat,
    Session,
    Submit,
    empty_plan,
    new_session,
    replay,
)
from tests.session.tables import BUDGET, OFFER, STORM, even, play, small_rules, submit


def random_game(turns: int = 6, seed: int = 3) -> tuple[Rules, Session]:
    rules = small_rules(turns=6, events=(STORM, OFFER))
    return rules, play(rules, new_session(rules, seed), "random", turns)


def plan_of(rules: Rules, amount: float, **changes: float) -> Plan:
    return replace(empty_plan(rules), spend=even(amount, **changes))


def same(comparison: Comparison) -> bool:
    played, changed = comparison.played, comparison.changed
    return played.series == changed.series and played.score == changed.score


def in_turn(session: Session, turn: int) -> Plan:
    return session.history[turn - 1].plans[0]


def test_a_game_in_which_nothing_is_changed_comes_out_as_it_was() -> None:
    rules, session = random_game()
    assert same(what_if(rules, session, OtherJournal(journal=session.journal)))
    assert same(what_if(rules, session, OtherPolicies()))
    for turn in range(1, 7):
        assert same(what_if(rules, session, OtherPlan(plan=in_turn(session, turn), turns=(turn,))))


def test_the_figures_are_those_the_game_had() -> None:
    rules, session = random_game()
    comparison = what_if(rules, session, NothingSpent())
    assert set(comparison.played.series) == set(SERIES)
    bookings = [float(record.closed.total_bookings[0]) for record in session.history]
    assert list(comparison.played.series["total_bookings"]) == bookings
    assert comparison.turns == 6
    assert comparison.bookings_gained < 0
    gained = comparison.changed.series["total_bookings"][-1] - bookings[-1]
    assert comparison.bookings_gained == pytest.approx(gained)
    assert sum(comparison.parts_gained) == pytest.approx(comparison.score_gained)


@pytest.mark.parametrize("onwards", [True, False])
def test_another_plan_is_the_game_in_which_it_was_submitted(onwards: bool) -> None:
    rules = small_rules(turns=5)
    usual = submit(even(9_000.0))
    session = replay(rules, new_session(rules, 2), [usual, EndTurn(), *[EndTurn()] * 4])
    other = submit(even(4_000.0, advertising=30_000.0))
    turns: list[Command] = [usual, EndTurn(), EndTurn(), other, EndTurn()]
    turns += [EndTurn()] * 2 if onwards else [usual, EndTurn(), EndTurn()]
    plan = plan_of(rules, 4_000.0, advertising=30_000.0)
    change = OtherPlan(plan=plan, turns=from_turn(rules, 3) if onwards else (3,))
    by_plan = what_if(rules, session, change)
    by_journal = what_if(rules, session, OtherJournal(journal=tuple(turns)))
    assert by_plan.changed.series == by_journal.changed.series
    assert by_plan.changed.score == by_journal.changed.score
    assert not same(by_plan)


def test_another_answer_is_the_game_in_which_it_was_given() -> None:
    rules = small_rules(turns=4, events=(STORM, OFFER))
    plan: list[Command] = [submit(even(9_000.0)), EndTurn()]
    pay = Choose(seat=Seat(), event="offer", choice="pay")
    waited = replay(rules, new_session(rules, 2), [*plan, *plan, EndTurn(), EndTurn()])
    paid = replay(rules, new_session(rules, 2), [*plan, pay, *plan, EndTurn(), EndTurn()])
    asked = what_if(rules, waited, OtherAnswer(event="offer", choice="pay"))
    known = what_if(rules, waited, OtherJournal(journal=paid.journal))
    assert asked.changed.series == known.changed.series
    assert asked.difference("satisfaction")[1] > 0
    back = what_if(rules, paid, OtherAnswer(event="offer", choice="wait"))
    assert back.changed.series == asked.played.series


def test_an_answer_that_cannot_be_paid_is_the_first_one() -> None:
    rules, session = random_game()
    assert same(what_if(rules, session, OtherAnswer(event="offer", choice="dream")))


def test_what_is_done_in_a_turn_changes_nothing_before_it() -> None:
    rules, session = random_game()
    for change in (
        LeverOut(lever="product_demos", turns=(4,)),
        NothingSpent(turns=(4,)),
        AsTurnBefore(turn=4),
        OtherPolicies(bar=0.9, positioning=1, turns=(4,)),
    ):
        moved = what_if(rules, session, change).difference("bookings")
        assert moved[:3] == (0.0, 0.0, 0.0)
        assert moved[3] != 0.0


def test_a_lever_taken_out_gets_nothing_and_its_money_goes_where_it_is_said() -> None:
    rules, session = random_game()
    course = course_of_session(rules, session)
    place = LEVERS.index("seo")
    rest = [number for number in range(len(LEVERS)) if number != place]
    unspent = changed_course(rules, course, LeverOut(lever="seo", money="unspent"))
    moved = changed_course(rules, course, LeverOut(lever="seo", money="moved", turns=(2, 5)))
    assert not unspent.spend[..., place].any()
    assert (unspent.spend[..., rest] == course.spend[..., rest]).all()
    for row in (1, 4):
        assert moved.spend[row, 0, place] == 0
        assert moved.spend[row].sum() == pytest.approx(course.spend[row].sum())
        grown = moved.spend[row, 0, rest] / course.spend[row, 0, rest]
        assert grown == pytest.approx(grown[0])
    assert (moved.spend[[0, 2, 3, 5]] == course.spend[[0, 2, 3, 5]]).all()


def test_money_moves_no_further_than_a_lever_may_take() -> None:
    rules, session = random_game()
    before = course_of_session(rules, session)
    tight = tuple(
        replace(rule, limit=float(before.spend[:, 0, place].max()) if place < 15 else None)
        for place, rule in enumerate(rules.levers)
    )
    narrow = replace(rules, levers=tight)
    after = changed_course(narrow, before, GroupOut(group="sales"))
    for place, rule in enumerate(tight):
        assert rule.limit is None or (after.spend[..., place] <= rule.limit + 1e-6).all()
    assert after.spend.sum() == pytest.approx(before.spend.sum())  # one lever takes the rest
    closed = replace(rules, levers=tuple(replace(rule, limit=1.0) for rule in rules.levers))
    full = changed_course(closed, before, GroupOut(group="sales"))
    assert (full.spend <= before.spend).all()  # where nothing has room it stays in the bank


def test_a_group_out_leaves_the_others_with_all_the_money() -> None:
    rules, session = random_game()
    for group in GROUPS:
        comparison = what_if(rules, session, GroupOut(group=group))
        assert comparison.changed.series[f"{group}_share"] == (0.0,) * 6
        spent = comparison.changed.series["spend"]
        assert spent == pytest.approx(comparison.played.series["spend"])


def test_money_of_a_plan_with_nothing_else_in_it_stays_unspent() -> None:
    rules = small_rules(turns=2)
    spend = even(0.0, seo=50_000.0)
    session = replay(rules, new_session(rules, 1), [submit(spend), EndTurn(), EndTurn()])
    comparison = what_if(rules, session, LeverOut(lever="seo"))
    assert comparison.changed.series["spend"] == (0.0, 0.0)


def test_policies_change_and_money_stays() -> None:
    rules, session = random_game()
    comparison = what_if(rules, session, OtherPolicies(bar=1.0, focus=(1.0, 0.0, 0.0, 0.0)))
    assert comparison.difference("spend") == (0.0,) * 6
    assert comparison.difference("mqls")[0] < 0


def test_only_the_turns_played_so_far_are_compared() -> None:
    rules, session = random_game(turns=4)
    comparison = what_if(rules, session, NothingSpent(turns=(2,)))
    assert comparison.turns == len(comparison.changed.series["wins"]) == 4
    shorter = OtherJournal(journal=session.journal[:-2])
    assert what_if(rules, session, shorter).turns == 3


def test_another_firm_of_the_market_plays_on_as_it_did() -> None:
    firms = 3
    params = replace(reference_params(firms), allowance=frozen([BUDGET] * firms))
    rules = small_rules(turns=3, rivals=1, players=2, params=params, start=new_state(params))
    rules = replace(rules, firm_names=("You", "They", "Alpha"))
    seats = (Seat(0), Seat(1))
    mine = Submit(seat=seats[0], spend=even(9_000.0))
    theirs = Submit(seat=seats[1], spend=even(6_000.0))
    journal: list[Command] = [mine, theirs, EndTurn(), EndTurn(), EndTurn()]
    session = replay(rules, new_session(rules, 1, seats), journal)
    comparison = what_if(rules, session, GroupOut(group="sales", firm=1))
    assert comparison.changed.series["sales_share"] == (0.0,) * 3
    about_me = OtherJournal(
        journal=(mine, replace(theirs, spend=even(3_000.0)), EndTurn(), EndTurn(), EndTurn())
    )
    assert what_if(rules, session, about_me).difference("spend") == (0.0,) * 3


@pytest.mark.parametrize(
    "change",
    [
        NothingSpent(turns=(7,)),
        NothingSpent(turns=(0,)),
        AsTurnBefore(turn=9),
        LeverOut(lever="seance"),
        OtherAnswer(event="flood", choice="pay"),
        OtherAnswer(event="offer", choice="swim"),
        NothingSpent(firm=1),
    ],
)
def test_what_there_is_not_cannot_be_changed(change: Change) -> None:
    rules, session = random_game()
    with pytest.raises(ValueError, match=r"."):
        what_if(rules, session, change)


def test_a_game_that_has_not_begun_cannot_be_compared() -> None:
    rules = small_rules()
    with pytest.raises(ValueError, match="no turn"):
        what_if(rules, new_session(rules), NothingSpent())
