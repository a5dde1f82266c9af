"""What a partner says of a plan depends on the plan, is right, and is remembered a turn later."""

from dataclasses import replace

import pytest

from game.market import GROUPS, LEVERS
from game.market.arrays import frozen
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Propose,
    Seat,
    Session,
    TakeBack,
    Terms,
    apply,
    new_session,
    player_view,
    team,
)
from game.session.drafts import Draft, draft_submit, last_draft
from game.session.partner import partner_draft
from game.session.partner_eyes import noticed
from game.session.partner_offers import Verdict
from game.session.partner_reactions import Kind, Reaction, partner_reaction
from game.session.partner_table import offer_of, put_to_partner, settle, with_partners
from game.session.partner_worries import came_of_worry, worry
from tests.session.partner_games import of_congruence, partnered
from tests.session.tables import small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
OTHER: dict[RoleKey, Seat] = {"marketing": SALES, "sales": MARKETING}


def with_sales_that_sees_its_load(rules: Rules, capacity: float) -> Rules:
    """Return a scenario in which sales, and marketing too, know how busy sales is."""
    roles = tuple(replace(role, sees=(*role.sees, "sales_load")) for role in rules.roles)
    size = rules.params.sales_capacity.size
    params = replace(rules.params, sales_capacity=frozen([capacity] * size))
    return replace(rules, roles=roles, params=params)


def planned(view: PlayerView, **amounts: float) -> Draft:
    """Return a plan with some amounts, in parts of the seat's budget, and nothing else."""
    spend = tuple(amounts.get(lever, 0.0) * view.budget for lever in LEVERS)
    return replace(last_draft(view), spend=spend)


def reaction(rules: Rules, session: Session, me: Seat, draft: Draft) -> Reaction:
    return partner_reaction(rules, player_view(rules, session, OTHER[me.role]), draft, me)


def played(rules: Rules, session: Session, me: Seat, draft: Draft) -> Session:
    view = player_view(rules, session, me)
    session = apply(rules, session, draft_submit(view, draft))
    return apply(rules, with_partners(rules, session, [me]), EndTurn())


# It depends on the plan ------------------------------------------------------------------------


@pytest.mark.parametrize("congruence", [0.1, 0.8])
@pytest.mark.parametrize(("role", "key"), [("marketing", "no_marketing"), ("sales", "no_selling")])
def test_nobody_agrees_to_a_plan_that_leaves_it_without_the_others_work(
    role: RoleKey, key: str, congruence: float
) -> None:
    rules, me = of_congruence(small_rules(), congruence), Seat(0, role)
    session = new_session(rules, 1, team(rules, role))
    for _ in range(3):
        nothing = planned(player_view(rules, session, me), shared_kpis=0.3, joint_meetings=0.3)
        found = reaction(rules, session, me, nothing)
        assert (found.kind, found.findings[0].key) == ("warn", key)
        session = played(rules, session, me, nothing)


@pytest.mark.parametrize("congruence", [0.1, 0.8])
def test_a_plan_with_hardly_anything_but_working_together_is_warned_of(congruence: float) -> None:
    rules = of_congruence(small_rules(), congruence)
    session = new_session(rules, 1, team(rules, "marketing"))
    view = player_view(rules, session, MARKETING)
    draft = planned(view, advertising=0.2, shared_kpis=0.4, joint_meetings=0.4)
    found = reaction(rules, session, MARKETING, draft)
    assert (found.kind, found.findings[0].key) == ("warn", "lopsided")
    assert found.findings[0].value == pytest.approx(0.8)


@pytest.mark.parametrize("congruence", [0.1, 0.8])
def test_marketing_warns_of_a_higher_bar_and_likes_a_lower_one(congruence: float) -> None:
    rules = of_congruence(small_rules(), congruence)
    session = partnered(rules, "sales", "steady", turns=2)
    view = player_view(rules, session, SALES)
    steady = last_draft(view)
    heard = {
        bar: reaction(rules, session, SALES, replace(steady, bar=bar)) for bar in (0.0, 0.4, 1.0)
    }
    kinds: dict[float, Kind] = {bar: each.kind for bar, each in heard.items()}
    assert kinds[1.0] == "warn"
    assert kinds[0.0] == "agree"
    assert heard[1.0].findings[0].key == "bar_up"
    assert heard[0.0].findings[0].key == "bar_down"
    assert "bar_down" not in {each.key for each in heard[0.4].findings}


def test_marketing_warns_of_a_lower_bar_only_where_it_sees_that_sales_is_full() -> None:
    keys = []
    for capacity in (10.0, 500.0):
        rules = with_sales_that_sees_its_load(small_rules(), capacity)
        session = partnered(rules, "sales", "steady", turns=3)
        view = player_view(rules, session, SALES)
        lower = replace(last_draft(view), bar=view.plan.bar - 0.2)
        keys.append(reaction(rules, session, SALES, lower).findings[0].key)
    assert keys == ["bar_floods", "bar_down"]


def test_sales_with_time_to_spare_likes_more_marketing_and_a_full_one_less() -> None:
    heard = []
    for capacity, factor in ((500.0, 1.5), (14.0, 0.5)):
        rules = with_sales_that_sees_its_load(of_congruence(small_rules(), 0.1), capacity)
        session = partnered(rules, "marketing", "no_collaboration", turns=3)
        view = player_view(rules, session, MARKETING)
        draft = last_draft(view)
        part = factor * sum(draft.spend) / view.budget / 2
        draft = planned(view, advertising=part, seo=part)
        theirs = player_view(rules, session, SALES)
        theirs = replace(theirs, budget=2 * theirs.budget)
        heard.append(partner_reaction(rules, theirs, draft, MARKETING))
    assert [(each.kind, each.findings[0].key) for each in heard] == [
        ("agree", "more_leads"),
        ("agree", "fewer_leads"),
    ]


def test_a_partner_that_cares_only_for_itself_takes_note_and_does_not_agree() -> None:
    rules = of_congruence(small_rules(), 0.1)
    session = new_session(rules, 1, team(rules, "marketing"))
    view = player_view(rules, session, MARKETING)
    for amounts in ({"seo": 0.5, "advertising": 0.5}, {"seo": 0.4, "advertising": 0.4}):
        draft = planned(view, **amounts, shared_kpis=1 - sum(amounts.values()))
        assert reaction(rules, session, MARKETING, draft).kind == "note"


def test_a_partner_that_goes_half_of_the_way_does_not_agree_to_going_it_alone() -> None:
    rules = of_congruence(small_rules(), 0.5)
    session = partnered(rules, "marketing", "silo_marketing", turns=2)
    view = player_view(rules, session, MARKETING)
    alone = planned(view, advertising=0.3, seo=0.3, brand_building=0.3)
    found = reaction(rules, session, MARKETING, alone)
    assert found.kind in {"trade", "note"}
    assert found.findings[0].key == "little_together"
    both = planned(view, advertising=0.3, seo=0.3, shared_kpis=0.2)
    assert reaction(rules, session, MARKETING, both).kind == "agree"


# It remembers ----------------------------------------------------------------------------------


def test_what_sales_warned_of_and_came_is_recalled_in_its_own_figures() -> None:
    rules = with_sales_that_sees_its_load(of_congruence(small_rules(), 0.5), 14.0)
    session = partnered(rules, "marketing", "steady", turns=3)
    view, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
    draft = last_draft(view)
    feared = worry(theirs, draft)
    assert feared is not None
    assert feared.key == "too_many"
    after = player_view(rules, played(rules, session, MARKETING, draft), SALES)
    came, load = came_of_worry(after), after.now.figures["sales_load"].value
    assert came is not None
    assert load is not None
    assert came.key == "right_busy"
    assert came.value == load
    said = noticed(after)
    assert said[0] == came
    assert "overload" not in {each.key for each in said}


def test_a_partner_says_so_when_its_warning_was_wrong() -> None:
    rules = of_congruence(small_rules(), 0.5)
    session = partnered(rules, "sales", "steady", turns=2)
    view = player_view(rules, session, SALES)
    idle = planned(view, shared_kpis=0.1)
    feared = reaction(rules, session, SALES, idle).findings[0]
    assert feared.key == "no_selling"
    after = player_view(rules, played(rules, session, SALES, idle), MARKETING)
    came = came_of_worry(after)
    now, before = (turn.figures["wins"].value for turn in (after.now, after.history[-2]))
    assert came is not None
    assert now is not None
    assert before is not None
    assert came.key == ("right_selling" if now < before else "wrong_selling")
    assert (came.value, came.before) == (now, before)


def test_a_higher_bar_is_judged_by_how_many_leads_got_through() -> None:
    rules = of_congruence(small_rules(), 0.5)
    session = partnered(rules, "sales", "steady", turns=2)
    view = player_view(rules, session, SALES)
    strict = replace(last_draft(view), bar=0.8)
    after = player_view(rules, played(rules, session, SALES, strict), MARKETING)
    came = came_of_worry(after)
    assert came is not None
    assert came.key == "right_bar"
    assert came.value < came.before


def test_where_nothing_was_feared_nothing_is_recalled() -> None:
    rules = of_congruence(small_rules(), 0.5)
    session = partnered(rules, "sales", "steady", turns=3)
    assert came_of_worry(player_view(rules, session, MARKETING)) is None


def test_what_was_said_a_turn_ago_is_said_again_as_such() -> None:
    rules = of_congruence(small_rules(turns=8), 0.5)
    for turns in (2, 3, 5):
        before = partnered(rules, "marketing", "steady", turns=turns)
        after = partnered(rules, "marketing", "steady", turns=turns + 1)
        said = {each.key for each in noticed(player_view(rules, before, SALES))}
        for each in noticed(player_view(rules, after, SALES)):
            assert each.again == (each.key in said and each.key != "all_well")


def test_a_partner_whose_trust_was_broken_offers_nothing_in_this_turn_and_the_next() -> None:
    rules = of_congruence(small_rules(turns=8), 0.7)
    session = partnered(rules, "marketing", "no_collaboration", manner="agrees", turns=3)
    offer = offer_of(rules, session, SALES, MARKETING)
    assert offer is not None
    session = settle(rules, session, offer, yes=True)
    session = apply(rules, session, TakeBack(seat=MARKETING))
    assert offer_of(rules, session, SALES, MARKETING) is None
    view = player_view(rules, session, MARKETING)
    session = played(rules, session, MARKETING, last_draft(view))
    assert offer_of(rules, session, SALES, MARKETING) is None


# What it offers --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("congruence", [0.1, 0.4, 0.8])
def test_a_partner_offers_more_than_it_means_to_do_anyway(role: RoleKey, congruence: float) -> None:
    rules = of_congruence(small_rules(), congruence)
    offered = 0
    for turns in range(4):
        session = partnered(rules, role, "no_collaboration", turns=turns)
        offer = offer_of(rules, session, OTHER[role], Seat(0, role))
        if offer is None:
            continue
        draft = partner_draft(rules, player_view(rules, session, OTHER[role]))
        assert offer.gives.least
        assert all(amount > draft.on(lever) for lever, amount in offer.gives.least)
        offered += 1
    assert offered


def asked(session: Session, rules: Rules, amount: float, said: tuple[Propose, ...]) -> Verdict:
    gives, asks = (Terms(least=(("shared_kpis", each),)) for each in (4_000.0, amount))
    offer = Propose(seat=MARKETING, to=SALES, gives=gives, asks=asks)
    return put_to_partner(rules, session, offer, said).verdict


def test_a_counter_offer_is_made_once_and_then_stands() -> None:
    rules = of_congruence(small_rules(), 0.4)
    session = new_session(rules, 1, team(rules, "marketing"))
    first = asked(session, rules, 15_000.0, ())
    assert first.counter is not None
    assert first.counter.gives != Terms(least=(("shared_kpis", 15_000.0),))
    again = asked(session, rules, 15_000.0, (first.counter,))
    assert (again.yes, again.counter, again.why) == (False, None, "stands")


def test_a_counter_offer_that_was_declined_is_not_made_again() -> None:
    rules = of_congruence(small_rules(), 0.4)
    session = new_session(rules, 1, team(rules, "marketing"))
    first = asked(session, rules, 15_000.0, ())
    assert first.counter is not None
    declined = settle(rules, session, first.counter, yes=False)
    again = asked(declined, rules, 15_000.0, ())
    assert (again.yes, again.counter, again.why) == (False, None, "turned_down")


def test_the_same_hopeless_offer_is_known_again() -> None:
    rules = of_congruence(small_rules(), 0.4)
    session = new_session(rules, 1, team(rules, "marketing"))
    terms = Terms(least=(("shared_kpis", 100.0),)), Terms(least=(("shared_kpis", 60_000.0),))
    offer = Propose(seat=MARKETING, to=SALES, gives=terms[0], asks=terms[1])
    first = put_to_partner(rules, session, offer)
    second = put_to_partner(rules, first.session, offer)
    assert first.verdict.why == "costs"
    assert second.verdict.why == "again"


def test_relief_from_too_few_leads_lowers_the_bar_further_than_sales_would_anyway() -> None:
    strict = replace(small_rules().policies, bar=0.6)
    rules = with_sales_that_sees_its_load(of_congruence(small_rules(policies=strict), 0.6), 500.0)
    session = partnered(rules, "marketing", "no_collaboration", turns=2)
    view, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
    fewer = replace(
        last_draft(view),
        spend=tuple(
            amount * (0.3 if lever in GROUPS["marketing"] else 1.0)
            for lever, amount in zip(LEVERS, last_draft(view).spend, strict=True)
        ),
    )
    found = partner_reaction(rules, theirs, fewer, MARKETING)
    assert (found.kind, found.findings[0].key) == ("warn", "too_few")
    assert found.offer is not None
    assert found.offer.gives.bar is not None
    assert found.offer.gives.bar < partner_draft(rules, theirs).bar
