"""A partner plays its own part from its own figures, trades, and remembers a broken word."""

from dataclasses import replace

import pytest

from game.market import GROUPS, LEVERS
from game.market.arrays import frozen
from game.scenario.rules import RoleKey
from game.session import (
    PlayerView,
    Propose,
    Reply,
    Seat,
    Terms,
    apply,
    check_submit,
    new_session,
    player_view,
    team,
)
from game.session.drafts import Draft, last_draft
from game.session.partner import mood, partner_draft, partner_submit
from game.session.partner_offers import Verdict, partner_offer, partner_verdict
from game.session.partner_reactions import partner_reaction
from game.session.partner_table import offer_of, partner_seats, put_to_partner, settle
from game.session.trades import Trade
from tests.session.partner_games import Manner, drafted, of_congruence, partnered
from tests.session.tables import OFFER, STORM, small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
OTHER: dict[RoleKey, Seat] = {"marketing": SALES, "sales": MARKETING}


def together(spend: tuple[float, ...]) -> float:
    return sum(spend[LEVERS.index(lever)] for lever in GROUPS["together"])


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_with_common_goals_a_partner_pays_for_working_together(role: RoleKey) -> None:
    spent = []
    for congruence in (0.1, 0.4, 0.8):
        rules = of_congruence(small_rules(), congruence)
        view = player_view(rules, new_session(rules, 1, team(rules, role)), OTHER[role])
        spent.append(together(partner_draft(rules, view).spend))
    assert spent[0] == 0
    assert 0 < spent[1] < spent[2] < 0.31 * view.budget


def test_without_common_goals_sales_wants_easy_leads_and_marketing_many() -> None:
    apart = of_congruence(small_rules(), 0.1)
    session = new_session(apart, 1, team(apart, "sales"))
    sales = partner_draft(apart, player_view(apart, session, SALES))
    assert sales.bar > apart.policies.bar
    assert sales.on("relationship_building") < sales.on("prospecting") / 4
    marketing = partner_draft(apart, player_view(apart, session, MARKETING))
    assert marketing.on("brand_building") < marketing.on("advertising") / 4


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["steady", "silo_marketing", "silo_sales", "random"])
def test_a_partner_never_plans_what_it_may_not(role: RoleKey, strategy: str) -> None:
    rules = small_rules(events=(STORM, OFFER))
    manners: tuple[Manner, ...] = ("agrees", "breaks")
    for manner in manners:
        session = partnered(rules, role, strategy, manner=manner, turns=4)
        check_submit(
            rules, session, partner_submit(rules, player_view(rules, session, OTHER[role]))
        )


def test_shared_vision_is_felt_after_some_turns() -> None:
    rules = of_congruence(small_rules(turns=8), 0.25)
    cold = partnered(rules, "marketing", "no_collaboration", turns=6)
    warm = partnered(rules, "marketing", "steady", turns=6)
    moods = [mood(rules, player_view(rules, each, SALES)).willing for each in (cold, warm)]
    assert moods[0] < 0.3
    assert moods[1] > 0.7


def test_a_broken_promise_makes_a_partner_stingy_and_is_slowly_forgiven() -> None:
    rules = of_congruence(small_rules(turns=8), 0.5)
    moods = []
    manners: tuple[Manner, ...] = ("agrees", "breaks")
    for manner in manners:
        session = partnered(rules, "marketing", "no_collaboration", manner=manner, turns=1)
        view = player_view(rules, session, SALES)
        moods.append(mood(rules, view))
    assert moods[0].kept
    assert not moods[0].broken
    assert moods[1].broken
    assert not moods[1].kept
    assert moods[1].willing < moods[0].willing - 0.4
    assert partner_offer(rules, view, MARKETING) is None
    later = partnered(rules, "marketing", "steady", manner="breaks", turns=6)
    assert mood(rules, player_view(rules, later, SALES)).willing > moods[1].willing


def test_a_partner_keeps_what_it_has_agreed() -> None:
    rules = of_congruence(small_rules(), 0.6)
    session = new_session(rules, 1, team(rules, "marketing"))
    offer = offer_of(rules, session, SALES, MARKETING)
    assert offer is not None
    session = settle(rules, session, offer, yes=True)
    draft = partner_draft(rules, player_view(rules, session, SALES))
    for lever, amount in offer.gives.least:
        assert draft.on(lever) >= amount
    done = partnered(rules, "marketing", "steady", manner="agrees", turns=3)
    assert all(SALES not in trade.broken_by for record in done.history for trade in record.trades)


def test_a_good_offer_is_taken_a_bad_one_refused_one_between_answered() -> None:
    rules = of_congruence(small_rules(), 0.4)
    session = new_session(rules, 1, team(rules, "marketing"))
    gives = Terms(least=(("shared_kpis", 4_000.0),))

    def answer(asked: float) -> tuple[bool, bool]:
        asks = Terms(least=(("shared_kpis", asked),))
        offer = Propose(seat=MARKETING, to=SALES, gives=gives, asks=asks)
        verdict = put_to_partner(rules, session, offer).verdict
        return verdict.yes, verdict.counter is not None

    assert answer(3_000.0) == (True, False)
    assert answer(15_000.0) == (False, True)
    assert answer(75_000.0) == (False, False)


def test_a_counter_offer_asks_for_no_more_than_the_person_offered() -> None:
    rules = of_congruence(small_rules(), 0.4)
    session = new_session(rules, 1, team(rules, "marketing"))
    gives, asks = Terms(least=(("shared_kpis", 4_000.0),)), Terms(bar=0.1)
    answered = put_to_partner(
        rules, session, Propose(seat=MARKETING, to=SALES, gives=gives, asks=asks)
    )
    counter = answered.verdict.counter
    assert counter is not None
    assert counter.asks == gives
    assert counter.gives.bar is not None
    assert 0.1 < counter.gives.bar < 0.8
    settled = settle(rules, answered.session, counter, yes=True)
    assert settled.trades[-1].state == "agreed"


def test_whoever_broke_its_word_is_not_trusted_with_an_offer() -> None:
    rules = of_congruence(small_rules(), 0.5)
    session = partnered(rules, "marketing", "steady", manner="breaks", turns=2)
    offer = Propose(
        seat=MARKETING,
        to=SALES,
        gives=Terms(least=(("shared_kpis", 20_000.0),)),
        asks=Terms(least=(("joint_meetings", 9_000.0),)),
    )
    session = apply(rules, session, offer)
    verdict = partner_verdict(rules, player_view(rules, session, SALES), session.trades[-1])
    assert not verdict.yes
    assert verdict.counter is None


# Reactions -------------------------------------------------------------------------------------


def test_sales_warns_of_more_leads_than_it_can_call() -> None:
    rules = of_congruence(small_rules(), 0.5)
    roles = tuple(
        replace(role, sees=(*role.sees, "sales_load")) if role.key == "sales" else role
        for role in rules.roles
    )
    few = replace(rules.params, sales_capacity=frozen([17.0] * rules.params.sales_capacity.size))
    rules = replace(rules, roles=roles, params=few)
    session = partnered(rules, "marketing", "steady", turns=3)
    mine, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
    calm = drafted(mine, "steady")
    load = theirs.now.figures["sales_load"].value
    assert load is not None
    assert 1.0 < load < 1.15
    loud = calm.with_spend("advertising", 3 * mine.budget)
    reaction = partner_reaction(rules, theirs, loud, MARKETING)
    assert (reaction.kind, reaction.findings[0].key) == ("warn", "too_many")
    assert reaction.offer is not None
    assert dict(reaction.offer.asks.most) == {"advertising": pytest.approx(calm.on("advertising"))}
    assert partner_reaction(rules, theirs, calm, MARKETING).kind != "warn"


def test_marketing_warns_of_a_higher_bar_and_of_less_selling() -> None:
    rules = of_congruence(small_rules(), 0.5)
    session = partnered(rules, "sales", "steady", turns=3)
    mine, theirs = (player_view(rules, session, seat) for seat in (SALES, MARKETING))
    draft = drafted(mine, "steady")
    strict = partner_reaction(rules, theirs, replace(draft, bar=0.7), SALES)
    assert (strict.kind, strict.findings[0].key) == ("warn", "bar_up")
    assert strict.offer is not None
    assert strict.offer.asks.bar == mine.plan.bar
    idle = partner_reaction(rules, theirs, replace(draft, spend=(0.0,) * 16), SALES)
    assert idle.findings[0].key == "no_selling"


def test_a_willing_partner_misses_money_for_both_an_unwilling_one_does_not() -> None:
    kinds = []
    for congruence in (0.1, 0.7):
        rules = of_congruence(small_rules(), congruence)
        session = new_session(rules, 1, team(rules, "marketing"))
        mine, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
        draft = drafted(mine, "silo_marketing")
        kinds.append(partner_reaction(rules, theirs, draft, MARKETING).kind)
    assert kinds == ["note", "trade"]


def planned_on(view: PlayerView, **amounts: float) -> Draft:
    """Return a plan with some amounts, and nothing else."""
    return replace(last_draft(view), spend=tuple(amounts.get(lever, 0.0) for lever in LEVERS))


def test_a_partner_that_looks_after_itself_reacts_to_each_plan_in_another_way() -> None:
    rules = of_congruence(small_rules(), 0.1)
    session = new_session(rules, 1, team(rules, "marketing"))
    mine, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
    part = mine.budget / 4
    plans = {
        "all_in_one": planned_on(mine, advertising=4 * part),
        "your_affair": planned_on(mine, advertising=2 * part, seo=part, content_marketing=part),
        "wait_and_see": planned_on(mine, advertising=2 * part, seo=part, joint_meetings=part),
        "too_dear": planned_on(mine, advertising=3 * part, seo=2 * part),
    }
    for key, plan in plans.items():
        found = partner_reaction(rules, theirs, plan, MARKETING)
        assert found.findings[0].key == key
        assert found.kind == ("warn" if key in ("all_in_one", "too_dear") else "note")


def test_what_a_partner_says_of_a_plan_names_its_own_figures() -> None:
    rules = of_congruence(small_rules(), 0.1)
    session = new_session(rules, 1, team(rules, "marketing"))
    mine, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
    dear = planned_on(mine, advertising=mine.budget, seo=1_000.0)
    (finding,) = partner_reaction(rules, theirs, dear, MARKETING).findings
    assert finding.value == mine.budget + 1_000
    assert finding.before == pytest.approx(mine.budget)


@pytest.mark.parametrize(
    ("factor", "yes", "counters", "why"),
    [(1, True, False, "costs"), (5, False, True, "costs"), (20, False, False, "stands")],
)
def test_a_partner_does_not_answer_with_what_it_offers_already(
    factor: float, yes: bool, counters: bool, why: str
) -> None:
    """It takes its own offer, goes a little further, or says no and that it goes no further."""
    rules = of_congruence(small_rules(), 0.1)
    session = new_session(rules, 1, team(rules, "marketing"))
    standing = offer_of(rules, session, SALES, MARKETING)
    assert standing is not None
    ((lever, given),) = standing.gives.least
    asks = Terms(least=((lever, factor * given),))
    offer = Propose(seat=MARKETING, to=SALES, gives=standing.asks, asks=asks)
    verdict = put_to_partner(rules, session, offer).verdict
    assert (verdict.yes, verdict.counter is not None, verdict.why) == (yes, counters, why)
    assert verdict.counter != standing


def test_what_a_partner_cannot_keep_it_does_not_promise() -> None:
    rules = of_congruence(small_rules(), 0.1)
    session = new_session(rules, 1, team(rules, "marketing"))
    budget = player_view(rules, session, SALES).budget
    asks = Terms(least=(("shared_kpis", 10 * budget),))
    trade = Trade(by=MARKETING, to=SALES, gives=Terms(least=(("seo", 100.0),)), asks=asks)
    verdict = partner_verdict(rules, player_view(rules, session, SALES), trade)
    assert verdict == Verdict(yes=False, why="impossible")


def test_a_plan_that_breaks_a_promise_is_told_so() -> None:
    rules = of_congruence(small_rules(), 0.6)
    session = new_session(rules, 1, team(rules, "marketing"))
    offer = offer_of(rules, session, SALES, MARKETING)
    assert offer is not None
    session = settle(rules, session, offer, yes=True)
    mine, theirs = (player_view(rules, session, seat) for seat in (MARKETING, SALES))
    nothing = replace(drafted(mine, "steady"), spend=(0.0,) * 16)
    reaction = partner_reaction(rules, theirs, nothing, MARKETING)
    assert (reaction.kind, reaction.findings[0].key) == ("warn", "breaks_word")


def test_partners_are_those_who_spend_money_and_are_no_people() -> None:
    rules = small_rules()
    session = new_session(rules, 1, team(rules, "marketing"))
    assert partner_seats(rules, session, [MARKETING]) == (SALES,)
    assert partner_seats(rules, session, [MARKETING, SALES]) == ()
    refused = apply(
        rules,
        apply(rules, session, Propose(seat=SALES, to=MARKETING, gives=Terms(bar=0.5))),
        Reply(seat=MARKETING, yes=False),
    )
    assert refused.trades[0].state == "refused"


def test_a_willing_sales_lead_with_time_to_spare_leaves_money_to_the_firm() -> None:
    left = []
    for congruence in (0.1, 0.8):
        rules = of_congruence(small_rules(), congruence)
        loads = ("sales_load", "demo_load")
        roles = tuple(replace(role, sees=(*role.sees, *loads)) for role in rules.roles)
        rules = replace(rules, roles=roles)
        session = partnered(rules, "marketing", "no_collaboration", turns=1)
        view = player_view(rules, session, SALES)
        assert max(view.now.figures[load].value or 0.0 for load in loads) < 0.6
        left.append(view.budget - partner_draft(rules, view).total)
        late = partnered(rules, "marketing", "no_collaboration", turns=4)
        last = player_view(rules, late, SALES)
        assert last.budget - partner_draft(rules, last).total < 0.01 * last.budget
    assert left[0] < 0.01 * view.budget
    assert left[1] > 0.03 * view.budget
