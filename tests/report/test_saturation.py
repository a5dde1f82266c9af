"""How far planned money carries a lever: true in the long run, and only as far as a seat knows."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.market import GROUPS, LEVERS
from game.report.language import ENGLISH
from game.report.saturation import hill_share, next_step, planned_saturation
from game.scenario.rules import Reveal, RoleKey, Rules
from game.session import PlayerView, Seat, new_session, player_view, team
from tests.session.tables import play, small_rules


def view_of(rules: Rules, role: RoleKey = "all", turns: int = 0) -> PlayerView:
    session = play(rules, new_session(rules, seats=team(rules, role)), turns=turns)
    return player_view(rules, session, Seat(0, role))


@pytest.mark.parametrize("lever", ["brand_building", "prospecting", "cross_training"])
def test_what_is_said_of_a_plan_is_what_the_market_reaches_when_it_is_kept(lever: str) -> None:
    rules = small_rules(turns=60)
    place, view = LEVERS.index(lever), view_of(rules, turns=60)
    said = planned_saturation(rules, view, place, view.part[place]).share
    reached = view.now.responses[place].value
    assert said is not None
    assert reached is not None
    assert reached == pytest.approx(said, abs=0.01)


def test_each_further_amount_on_a_full_line_brings_less() -> None:
    rules = small_rules()
    view, place = view_of(rules), LEVERS.index("content_marketing")
    shares = [
        planned_saturation(rules, view, place, amount).share or 0.0
        for amount in range(0, 200_000, 20_000)
    ]
    gains = [after - before for before, after in pairwise(shares)]
    assert all(gain > 0 for gain in gains)
    assert gains == sorted(gains, reverse=True)


def test_a_line_that_is_nearly_full_says_that_more_brings_little() -> None:
    rules = small_rules()
    view, place = view_of(rules), LEVERS.index("joint_meetings")
    full = planned_saturation(rules, view, place, 40_000.0)
    assert "brings little here any more" in ENGLISH.say(full.note)
    some = planned_saturation(rules, view, place, 500.0)
    assert "much room to grow" in ENGLISH.say(some.note)


def test_money_of_a_partner_counts_on_a_line_that_both_share() -> None:
    rules = small_rules()
    view, place = view_of(rules, "marketing", turns=2), LEVERS.index("joint_meetings")
    shared = replace(view, plan=view.plan.with_spend("joint_meetings", 5_000.0))
    alone = replace(view, plan=view.plan.with_spend("joint_meetings", 0.0), part=(0.0,) * 16)
    mine = planned_saturation(rules, alone, place, 1_000.0).share or 0.0
    ours = planned_saturation(rules, replace(shared, part=(0.0,) * 16), place, 1_000.0).share
    assert ours is not None
    assert ours > mine


def test_how_full_a_partners_line_is_stays_hidden_until_cross_training_shows_it() -> None:
    open_at = Reveal(lever="cross_training", response=0.2, measures=("sales_load",))
    rules = replace(small_rules(), reveals=(open_at,))
    place = LEVERS.index("negotiation")
    first = view_of(rules, "marketing")
    assert not first.levers[place].mine
    assert planned_saturation(rules, first, place, 0.0).share is None
    played = view_of(rules, "marketing", turns=4)
    assert played.now.responses[place].value is not None
    assert planned_saturation(rules, played, place, 0.0).share is not None
    shut = replace(rules, reveals=(replace(open_at, response=1.0),))
    hidden = planned_saturation(shut, view_of(shut, "marketing", turns=4), place, 0.0)
    assert hidden.share is None
    assert "Cross-training" in ENGLISH.say(hidden.note)


def test_ones_own_lines_are_known_from_the_first_turn() -> None:
    rules = small_rules()
    view = view_of(rules, "sales")
    for lever in GROUPS["sales"]:
        assert planned_saturation(rules, view, LEVERS.index(lever), 4_000.0).share is not None


def test_nothing_reaches_nothing_and_half_is_where_the_reference_lies() -> None:
    assert hill_share(0.0, 1.3) == 0.0
    assert hill_share(1.0, 2.0) == 0.5


@pytest.mark.parametrize(("budget", "step"), [(200_000, 2_000), (90_000, 1_000), (4_000, 50)])
def test_the_next_bit_of_money_is_a_round_hundredth_of_the_budget(budget: int, step: int) -> None:
    assert next_step(budget) == step
