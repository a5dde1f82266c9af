"""A general manager divides the money between the groups, and the others plan within it."""

import json
from dataclasses import replace

import pytest

from game.errors import DecisionRejected
from game.market import GROUPS, LEVERS
from game.scenario.rules import RoleRule, Rules
from game.session import (
    EndTurn,
    Propose,
    Seat,
    Session,
    Submit,
    Terms,
    apply,
    check_submit,
    new_session,
    player_view,
    seat_budget,
)
from game.session.drafts import draft_submit, even_draft, first_draft, last_draft
from game.session.expected import expected_parts
from game.session.hot_seat import HotSeat, crew, handed_on
from game.session.partner_table import with_partners
from game.session.save import draft_text, parse_draft, parse_save, restore, save_text
from game.session.split import allotted
from tests.session.tables import BUDGET, small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
MANAGER = Seat(0, "manager")
HALF = (0.5, 0.2, 0.3)


def three_roles() -> Rules:
    manager = RoleRule(key="manager", levers=(), sees=("contribution",), budget_share=0.0)
    return small_rules(roles=(*small_rules().roles, manager))


def table(*roles: str) -> tuple[Rules, Session, HotSeat]:
    rules = three_roles()
    seats, hot = crew(rules, roles or ("marketing", "sales", "manager"))
    return rules, new_session(rules, 3, seats), hot


def plan(seat: Seat, split: tuple[float, ...] | None = None, **money: float) -> Submit:
    spend = tuple(money.get(lever, 0.0) for lever in LEVERS)
    return Submit(seat=seat, spend=spend, split=split)


def code(rules: Rules, session: Session, submit: Submit) -> str:
    with pytest.raises(DecisionRejected) as refused:
        check_submit(rules, session, submit)
    return refused.value.code


def test_each_has_its_own_group_and_half_of_what_is_for_both() -> None:
    rules, session, _ = table()
    session = apply(rules, session, plan(MANAGER, HALF))
    assert allotted(rules, session, MARKETING) == {
        "marketing": pytest.approx(0.5 * BUDGET),
        "together": pytest.approx(0.15 * BUDGET),
    }
    assert seat_budget(rules, session, SALES) == pytest.approx(0.35 * BUDGET)
    assert player_view(rules, session, SALES).allotted["sales"] == pytest.approx(0.2 * BUDGET)
    assert seat_budget(rules, session, MANAGER) == 0


def test_nobody_spends_more_on_a_group_than_the_manager_gives_it() -> None:
    rules, session, _ = table()
    session = apply(rules, session, plan(MANAGER, HALF))
    assert code(rules, session, plan(SALES, prospecting=0.21 * BUDGET)) == "over_split"
    assert code(rules, session, plan(SALES, shared_kpis=0.16 * BUDGET)) == "over_split"
    check_submit(rules, session, plan(SALES, prospecting=0.2 * BUDGET, shared_kpis=0.15 * BUDGET))


def test_only_a_manager_divides_the_money_and_into_parts_of_a_whole() -> None:
    rules, session, _ = table()
    assert code(rules, session, plan(SALES, HALF)) == "not_your_split"
    for bad in ((0.5, 0.5, 0.5), (1.2, -0.2, 0.0), (0.5, 0.5)):
        assert code(rules, session, plan(MANAGER, bad)) == "bad_split"


def test_a_split_holds_until_the_manager_makes_another_one() -> None:
    rules, session, hot = table()
    first = player_view(rules, session, MARKETING).split
    assert first is not None
    assert sum(first) == pytest.approx(1)
    session = apply(rules, session, plan(MANAGER, HALF))
    for seat in (MARKETING, SALES):
        session = apply(rules, session, plan(seat))
    session = apply(rules, with_partners(rules, session, hot.people), EndTurn())
    assert player_view(rules, session, SALES).split == HALF
    draft = first_draft(player_view(rules, session, MANAGER))
    assert draft_submit(player_view(rules, session, MANAGER), draft).split == HALF


def test_without_a_manager_nobody_divides_the_money() -> None:
    rules, session, _ = table("marketing", "sales")
    view = player_view(rules, session, MARKETING)
    assert view.split is None
    assert view.allotted == {}
    assert view.budget == pytest.approx(0.6 * BUDGET)


def test_a_manager_plans_first_and_a_later_split_undoes_what_it_does_not_pay() -> None:
    rules, session, hot = table("sales", "marketing", "manager")
    assert hot.people[0] == MANAGER
    session = apply(rules, session, plan(SALES, prospecting=0.25 * BUDGET))
    session = apply(rules, session, plan(MARKETING, seo=1_000.0))
    session = apply(rules, session, plan(MANAGER, HALF))
    assert handed_on(HotSeat(people=hot.people), session).seat == SALES
    assert {each.seat for each in session.submits} == {MARKETING, MANAGER}


def test_plans_are_begun_and_split_evenly_within_what_a_group_has() -> None:
    rules, session, hot = table()
    for number, split in enumerate((HALF, (0.1, 0.1, 0.8))):
        session = apply(rules, session, plan(MANAGER, split))
        for seat in (MARKETING, SALES):
            view = player_view(rules, session, seat)
            even = even_draft(view, last_draft(view))
            check_submit(rules, session, draft_submit(view, first_draft(view)))
            assert even.total > 0.99 * view.budget
            session = apply(rules, session, draft_submit(view, even))
        session = apply(rules, with_partners(rules, session, hot.people), EndTurn())
        assert len(session.history) == number + 1


@pytest.mark.parametrize("split", [HALF, (0.9, 0.05, 0.05), (0.0, 0.0, 1.0)])
def test_a_partner_plans_within_what_the_manager_gives(split: tuple[float, ...]) -> None:
    rules, session, hot = table("marketing", "manager")
    for _ in range(3):
        session = apply(rules, session, plan(MANAGER, split))
        session = apply(rules, session, plan(MARKETING))
        session = with_partners(rules, session, hot.people)
        partner = next(each for each in session.submits if each.seat == SALES)
        for group, most in allotted(rules, session, SALES).items():
            lines = dict(zip(LEVERS, partner.spend, strict=True))
            assert sum(lines[lever] for lever in GROUPS[group]) <= most + 0.01
        session = apply(rules, session, EndTurn())


def test_nobody_promises_more_than_the_manager_gives_a_group() -> None:
    rules, session, _ = table()
    session = apply(rules, session, plan(MANAGER, HALF))
    much = Terms(least=(("shared_kpis", 0.2 * BUDGET),))
    with pytest.raises(DecisionRejected) as refused:
        apply(rules, session, Propose(seat=MARKETING, to=SALES, gives=much))
    assert refused.value.code == "promised_too_much"


def test_the_manager_sees_what_the_others_are_expected_to_make_of_a_split() -> None:
    rules, session, hot = table()
    spent = [
        sum(sum(part.spend) for part in expected_parts(rules, session, MANAGER, hot.people, split))
        for split in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
    ]
    assert spent == [pytest.approx(BUDGET, rel=0.01)] * 2
    one, other = (
        expected_parts(rules, session, MANAGER, hot.people, split)
        for split in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
    )
    assert sum(one[1].spend) == 0
    assert sum(other[0].spend) == 0


def test_a_split_is_saved_and_so_is_one_in_the_making() -> None:
    rules, session, _ = table()
    assert json.loads(save_text(rules, session))["handoff_save"] == 1
    session = apply(rules, session, plan(MANAGER, HALF))
    assert json.loads(save_text(rules, session))["handoff_save"] == 3
    again = restore(rules, parse_save(save_text(rules, session), "save"), "save")
    assert again.submits == session.submits
    draft = replace(last_draft(player_view(rules, session, MANAGER)), split=(0.2, 0.2, 0.6))
    assert parse_draft(draft_text(session, draft), rules, session) == draft
