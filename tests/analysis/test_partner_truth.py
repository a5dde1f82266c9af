"""In the shipped scenarios what a partner warns of comes, and what it offers pays for the firm."""

import random
from dataclasses import replace

import pytest

from game.market import GROUPS, LEVERS
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    PlayerView,
    Seat,
    Session,
    answers,
    apply,
    is_over,
    new_session,
    player_view,
    promised,
    team,
)
from game.session.drafts import Draft, draft_submit, last_draft
from game.session.partner import keeping
from game.session.partner_table import offer_of, settle, with_partners
from game.session.partner_worries import came_of_worry, worry
from game.session.score import score
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from tests.session.partner_games import drafted

OTHER: dict[RoleKey, RoleKey] = {"marketing": "sales", "sales": "marketing"}


def wild(view: PlayerView, luck: random.Random) -> Draft:
    """Return a plan with any part of the money on any lines."""
    own = [each.key for each in view.levers if each.mine and each.open]
    weights = {
        lever: luck.random() * (0.3 if lever in GROUPS["together"] else 1.0) for lever in own
    }
    part = luck.choice([0.1, 0.3, 0.5, 0.8, 1.0]) / sum(weights.values())
    spend = tuple(float(int(weights.get(lever, 0.0) * part * view.budget)) for lever in LEVERS)
    return replace(last_draft(view), spend=spend)


def beyond(load: float) -> float:
    """Return the share of a load that is more than can be done; below 0 where hands are idle."""
    return 1.0 - 1.0 / load


def turn(rules: Rules, session: Session, me: Seat, draft: Draft) -> Session:
    view = player_view(rules, session, me)
    kept = keeping(view, draft, promised(view.trades, me))
    session = apply(rules, session, draft_submit(view, kept))
    return apply(rules, with_partners(rules, session, [me]), EndTurn())


def answered(rules: Rules, session: Session, me: Seat) -> Session:
    for choice in answers(player_view(rules, session, me)):
        session = apply(rules, session, choice)
    return session


@pytest.mark.parametrize("name", ["fresh_start", "leaky_funnel", "quality_or_quantity"])
def test_what_sales_warns_of_comes_nearly_always(name: str) -> None:
    rules, me, partner = load_scenario(found_places(), name), Seat(0, "marketing"), Seat(0, "sales")
    right = wrong = 0
    for seed in range(1, 4):
        session, luck = new_session(rules, seed, team(rules, "marketing")), random.Random(seed)
        while not is_over(rules, session):
            session = answered(rules, session, me)
            draft = wild(player_view(rules, session, me), luck)
            feared = worry(player_view(rules, session, partner), draft)
            session = turn(rules, session, me, draft)
            came = came_of_worry(player_view(rules, session, partner))
            if feared is None or came is None:
                continue
            right += came.key.startswith("right")
            wrong += came.key.startswith("wrong")
            if feared.key in {"too_many", "too_few"} and came.key.startswith("right"):
                # Worse may come, but it does not overdo it.
                assert beyond(feared.value) < beyond(came.value) + 0.35
    assert right >= 4
    assert right >= 5 * wrong


@pytest.mark.parametrize("role", ["marketing", "sales"])
@pytest.mark.parametrize("name", ["fresh_start", "two_silos", "keep_them"])
def test_taking_what_a_partner_offers_is_better_for_the_company_than_not(
    name: str, role: RoleKey
) -> None:
    rules, me, partner = load_scenario(found_places(), name), Seat(0, role), Seat(0, OTHER[role])

    def ended(session: Session) -> float:
        while not is_over(rules, session):
            session = answered(rules, session, me)
            session = turn(
                rules, session, me, drafted(player_view(rules, session, me), "no_collaboration")
            )
        return score(rules, session.world, 0).total

    session, offers = new_session(rules, 3, team(rules, role)), 0
    while session.turn <= 4:
        session = answered(rules, session, me)
        draft = drafted(player_view(rules, session, me), "no_collaboration")
        without = turn(rules, session, me, draft)
        offer = offer_of(rules, session, partner, me)
        if offer is not None:
            agreed = turn(rules, settle(rules, session, offer, yes=True), me, draft)
            assert ended(agreed) > ended(without)
            offers += 1
        session = without
    assert offers
