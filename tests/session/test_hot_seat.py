"""Several people at one machine: one after the other, and nobody sees what is another's."""

from dataclasses import replace

import pytest

from game.errors import UnknownName
from game.market import LEVERS
from game.scenario.rules import RoleRule, Rules
from game.scenario.usual import ROLE_RULES
from game.session import (
    EndTurn,
    Propose,
    Reply,
    Seat,
    Session,
    Submit,
    Terms,
    answers,
    apply,
    new_session,
    player_view,
)
from game.session.hot_seat import (
    HotSeat,
    as_one,
    common_view,
    crew,
    everyone_in,
    guesses,
    handed_on,
    taken,
    waiting,
)
from game.session.partner_table import partner_seats, with_partners
from tests.session.tables import OFFER, STORM, small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
MANAGER, VOICE = Seat(0, "manager"), Seat(0, "customer_voice")
EXTRA = (
    RoleRule(key="manager", levers=(), sees=("contribution",), budget_share=0.0),
    RoleRule(
        key="customer_voice",
        levers=(),
        policies=("segment_focus",),
        sees=("churn",),
        budget_share=0.0,
    ),
)


def four_roles() -> Rules:
    rules = small_rules()
    return small_rules(roles=(*rules.roles, *EXTRA))


def table(*roles: str) -> tuple[Rules, Session, HotSeat]:
    rules = four_roles()
    seats, hot = crew(rules, roles or ("marketing", "sales"))
    return rules, new_session(rules, 3, seats), hot


def plan(seat: Seat, prediction: float | None = None, **money: float) -> Submit:
    spend = tuple(money.get(lever, 0.0) for lever in LEVERS)
    return Submit(seat=seat, spend=spend, prediction=prediction, because="so")


def test_the_machine_goes_round_and_shows_nobody_between() -> None:
    rules, session, hot = table()
    seen = [hot.stage]
    for seat in (MARKETING, SALES):
        hot = handed_on(hot, session)
        seen.append(hot.stage)
        assert hot.seat == seat
        hot = taken(hot)
        seen.append(hot.stage)
        session = apply(rules, session, plan(seat))
    hot = handed_on(hot, session)
    assert everyone_in(hot, session)
    assert [*seen, hot.stage] == ["together", *["hand_over", "planning"] * 2, "together"]


def test_who_divides_the_money_plans_first_and_the_others_as_they_were_named() -> None:
    rules, session, hot = table("customer_voice", "sales", "manager", "marketing")
    order = []
    while not everyone_in(hot, session):
        hot = taken(handed_on(hot, session))
        assert hot.seat is not None
        order.append(hot.seat)
        session = apply(rules, session, plan(hot.seat))
    assert order == [MANAGER, VOICE, SALES, MARKETING]
    after = apply(rules, with_partners(rules, session, hot.people), EndTurn())
    assert after.turn == 2


def test_a_seat_that_spends_money_and_that_nobody_plays_is_the_computers() -> None:
    rules, session, hot = table("marketing", "manager")
    assert session.seats == (MARKETING, SALES, MANAGER)
    assert partner_seats(rules, session, hot.people) == (SALES,)
    for seat in hot.people:
        session = apply(rules, session, plan(seat))
    played = with_partners(rules, session, hot.people)
    assert sum(played.submits[-1].spend) > 0


def test_who_leaves_goes_on_with_whom_is_missing() -> None:
    rules, session, hot = table()
    session = apply(rules, session, plan(MARKETING))
    again = handed_on(HotSeat(people=hot.people), session)
    assert again.seat == SALES
    assert waiting(hot, session) == (SALES,)


def test_a_plan_that_a_promise_undoes_is_made_again() -> None:
    rules, session, hot = table()
    hot = handed_on(hot, session)
    asks = Terms(least=(("shared_kpis", 2_000.0),))
    offer = Propose(seat=MARKETING, to=SALES, gives=asks, asks=asks)
    session = apply(rules, apply(rules, session, offer), plan(MARKETING))
    hot = handed_on(hot, session)
    session = apply(rules, session, Reply(seat=SALES, yes=True))
    session = apply(rules, session, plan(SALES, shared_kpis=2_000.0))
    assert handed_on(hot, session).seat == MARKETING


@pytest.mark.parametrize(
    "roles", [("marketing",), ("marketing", "marketing"), ("all", "sales"), ("sales", "tea")]
)
def test_a_crew_is_two_to_four_different_roles_of_the_scenario(roles: tuple[str, ...]) -> None:
    with pytest.raises(UnknownName):
        crew(four_roles(), roles)


def test_nobody_takes_the_machine_unasked() -> None:
    _, _, hot = table()
    with pytest.raises(ValueError, match="nobody was asked"):
        taken(hot)


def test_together_all_see_what_each_may_see_alone_and_no_more() -> None:
    rules, session, hot = table()
    money = {"joint_meetings": 50.0, "advertising": 30_000.0}
    for _ in range(2):
        session = apply(rules, session, plan(MARKETING, 3.0, **money))
        session = apply(rules, session, plan(SALES, 5.0, product_demos=20_000.0))
        session = apply(rules, session, EndTurn())
    common = common_view(rules, session, hot.people)
    views = [player_view(rules, session, seat) for seat in hot.people]
    for name, figure in common.now.figures.items():
        alone = [view.now.figures[name] for view in views]
        assert figure.known == all(each.known for each in alone), name
    assert {view.now.figures["leads"].known for view in views} == {True, False}
    assert common.now.figures["bookings"].known
    assert common.now.prediction is None
    assert not any(common.policies.values())
    for place, figure in enumerate(common.now.responses):
        assert not figure.known or all(view.now.responses[place].known for view in views)


def test_plans_in_the_making_are_not_seen_together() -> None:
    rules, session, hot = table()
    session = apply(rules, session, plan(MARKETING, advertising=5_000.0))
    common = common_view(rules, session, hot.people)
    assert common.submit is None
    assert common.draft is None


def test_predictions_are_told_to_all_once_the_turn_is_over() -> None:
    rules, session, hot = table()
    assert guesses(session, hot.people) == ()
    session = apply(rules, session, plan(MARKETING, 3.0))
    session = apply(rules, apply(rules, session, plan(SALES)), EndTurn())
    assert [(each.seat, each.deals) for each in guesses(session, hot.people)] == [
        (MARKETING, 3.0),
        (SALES, None),
    ]


def test_a_game_of_several_reads_as_one_person_s_once_it_is_over() -> None:
    roles = four_roles().roles
    rules = small_rules(roles=roles, events=(STORM, OFFER))
    seats, hot = crew(rules, ("marketing", "sales", "customer_voice"))
    session = new_session(rules, 3, seats)
    while session.turn <= rules.turns:
        for choice in answers(player_view(rules, session, MARKETING)):
            session = apply(rules, session, choice)
        session = apply(rules, session, plan(MARKETING, 3.0, advertising=9_000.0, seo=700.0))
        session = apply(rules, session, plan(SALES, product_demos=8_000.0))
        session = apply(rules, session, replace(plan(VOICE), focus=(0.4, 0.2, 0.2, 0.2)))
        session = apply(rules, with_partners(rules, session, hot.people), EndTurn())
    one = as_one(rules, session)
    assert one.seats == (Seat(),)
    assert [each.plans for each in one.history] == [each.plans for each in session.history]
    assert one.world.market.cash.tolist() == session.world.market.cash.tolist()
    view = player_view(rules, one, Seat())
    assert view.over
    assert all(figure.known for figure in view.now.figures.values() if figure.revealed_by)


def test_what_all_look_at_together_says_that_it_is_shared() -> None:
    rules, session, hot = table()
    common = common_view(rules, session, hot.people)
    assert common.shared
    assert common.budget == pytest.approx(float(session.world.market.cash[0]))
    assert not player_view(rules, session, MARKETING).shared


def test_whom_to_focus_on_is_left_to_the_voice_of_the_customer_where_it_is_played() -> None:
    rules = replace(small_rules(), roles=tuple(ROLE_RULES.values()))
    for played, mine in ((("marketing", "sales"), True), (("marketing", "customer_voice"), False)):
        seats, _ = crew(rules, played)
        view = player_view(rules, new_session(rules, 1, seats), Seat(0, "marketing"))
        assert view.policies["segment_focus"] is mine
        assert view.policies["positioning"]
