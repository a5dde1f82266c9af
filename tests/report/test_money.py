"""The team's money can be followed: what there was, what came in, what went out, what is left."""

from dataclasses import replace

import pytest

from game.market.arrays import frozen
from game.report.figures import known
from game.report.glossary import working
from game.report.language import ENGLISH
from game.report.money import money_table, purse_table, to_spend, to_spend_note, to_spend_sum
from game.report.tables import Table
from game.report.trends import trend
from game.scenario.rules import Rules
from game.session import Choose, EndTurn, Seat, Session, apply, new_session, player_view
from tests.session.tables import BUDGET, OFFER, small_rules, submit

WITH_OFFER = small_rules(events=(OFFER,))
TAKES = Choose(seat=Seat(), event="offer", choice="pay")


def _turn(rules: Rules, session: Session) -> Session:
    return apply(rules, apply(rules, session, submit()), EndTurn())


def _amounts(table: Table) -> list[list[float]]:
    return [[each for each in row if isinstance(each, float)] for row in table.raw(ENGLISH)]


def _paid() -> Session:
    """Return a game whose second turn has an event that was paid for."""
    session = _turn(WITH_OFFER, new_session(WITH_OFFER))
    return apply(WITH_OFFER, session, TAKES)


def test_the_bank_the_budget_and_the_events_are_what_can_be_spent() -> None:
    view = player_view(WITH_OFFER, _paid(), Seat())
    money = to_spend(WITH_OFFER, view)
    assert (money.budget, money.events) == (BUDGET, -20_000.0)
    assert money.bank + money.budget + money.events == pytest.approx(view.budget)
    said = ENGLISH.say(to_spend_sum(WITH_OFFER, view)).replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "In the bank € 40,000 + this turn's budget € 200,000 − events € 20,000 "
        "= € 220,000 to spend."
    )


def test_the_first_budget_is_not_in_the_bank_before_it_is_paid() -> None:
    rules = small_rules()
    money = to_spend(rules, player_view(rules, new_session(rules), Seat()))
    assert money.bank + BUDGET == money.whole
    assert money.events == 0


def test_the_lines_of_the_teams_money_add_up_to_what_is_left() -> None:
    session = _turn(WITH_OFFER, _turn(WITH_OFFER, _paid()))
    table = purse_table(WITH_OFFER, player_view(WITH_OFFER, session, Seat()))
    keys = [column.key for column in table.columns]
    assert keys == ["turn", "before", "budget", "events", "spend", "cash"]
    rows = _amounts(table)
    for before, budget, events, spent, left in rows:
        assert before + budget + events - spent == left
    assert [row[2] for row in rows] == [0.0, -20_000.0, 0.0]
    assert [row[0] for row in rows[1:]] == [row[-1] for row in rows[:-1]]


def test_a_share_of_the_revenue_is_a_line_where_the_team_is_given_one() -> None:
    rules = small_rules()
    firms = 1 + len(rules.rivals)
    rules = replace(rules, params=replace(rules.params, revenue_share=frozen([0.1] * firms)))
    session = _turn(rules, new_session(rules))
    view = player_view(rules, session, Seat())
    ((before, budget, shared, spent, left),) = _amounts(purse_table(rules, view))
    assert shared == round(0.1 * (view.now.figures["revenue"].value or 0.0))
    assert before + budget + shared - spent == left
    assert "10\N{NO-BREAK SPACE}% of what customers paid" in ENGLISH.say(to_spend_note(rules, view))


def test_a_role_is_told_its_share_of_the_money() -> None:
    rules = small_rules()
    seats = (Seat(role="marketing"), Seat(role="sales"))
    session = new_session(rules, seats=seats)
    for seat in seats:
        view = player_view(rules, session, seat)
        money = to_spend(rules, view)
        assert money.mine == pytest.approx(money.share * BUDGET)
        assert "of it is yours to plan" in ENGLISH.say(to_spend_sum(rules, view))
    assert to_spend(rules, player_view(rules, session, seats[0])).whole == pytest.approx(BUDGET)


def test_turns_are_called_by_their_month_as_everywhere() -> None:
    rules = small_rules()
    view = player_view(rules, _turn(rules, new_session(rules)), Seat())
    for table in (money_table(rules, view), purse_table(rules, view)):
        assert table.said(ENGLISH)[-1][0] == "January"


def test_every_report_counts_the_first_budget_with_the_first_turn() -> None:
    rules = small_rules()
    session = _turn(rules, new_session(rules))
    view = player_view(rules, session, Seat())
    before = purse_table(rules, view).rows[0][1]
    assert before == known("money", 0.0)
    assert trend(rules, view, "cash").points[0] == before
    column = [each.key for each in money_table(rules, view).columns].index("cash")
    assert money_table(rules, view).rows[0][column] == before
    sums = working("cash", rules, view, ENGLISH)
    assert sums is not None
    there, _, came = (each.shown.value for each in sums.inputs)
    assert there == 0.0
    assert came == pytest.approx(BUDGET)
