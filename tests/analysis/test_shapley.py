"""What is brought together is divided fairly."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.changes import GroupOut
from game.analysis.shapley import (
    coalitions,
    collaboration_earned,
    group_values,
    shapley_values,
)
from game.analysis.what_if import what_if
from game.session import new_session
from tests.session.tables import OFFER, STORM, play, small_rules

WORTHS = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.floats(-1e6, 1e6), min_size=2**n, max_size=2**n)
)


@given(WORTHS)
def test_the_values_add_up_to_what_all_bring(worths: list[float]) -> None:
    values = shapley_values(np.array(worths))
    assert values.sum() == pytest.approx(worths[-1] - worths[0], rel=1e-9, abs=1e-6)


@given(st.lists(st.floats(-1e3, 1e3), min_size=8, max_size=8))
def test_a_value_is_the_mean_over_all_orders_of_coming(worths: list[float]) -> None:
    sums = np.zeros(3)
    for order in permutations(range(3)):
        there = 0
        for player in order:
            sums[player] += worths[there | 1 << player] - worths[there]
            there |= 1 << player
    assert shapley_values(np.array(worths)) == pytest.approx(sums / 6, abs=1e-9)


@given(WORTHS)
def test_players_who_add_the_same_get_the_same(worths: list[float]) -> None:
    inside = coalitions(len(worths).bit_length() - 1)
    by_size = np.array(worths)[inside.sum(axis=1)]
    values = shapley_values(by_size)
    assert values == pytest.approx(values[0], abs=1e-6)


@given(WORTHS)
def test_who_adds_nothing_gets_nothing(worths: list[float]) -> None:
    doubled = np.array([*worths, *worths])
    assert shapley_values(doubled)[-1] == 0


def test_the_groups_share_the_whole_game() -> None:
    rules = small_rules(turns=5, events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), "random")
    found = group_values(rules, session)
    assert [each.group for each in found.groups] == ["marketing", "sales", "together"]
    whole = what_if(rules, session, GroupOut(group="marketing")).played
    assert found.score == pytest.approx(whole.score.total, rel=1e-12)
    assert found.bookings == whole.series["total_bookings"][-1]
    points = sum(each.score for each in found.groups)
    assert points == pytest.approx(found.score - found.score_of_nothing, abs=1e-9)
    money = sum(each.bookings for each in found.groups)
    assert money == pytest.approx(found.bookings - found.bookings_of_nothing, rel=1e-12)


def test_a_group_that_got_no_money_brought_nothing() -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 3), "no_collaboration")
    *_, together = group_values(rules, session).groups
    assert together.score == together.bookings == 0
    earned = collaboration_earned(rules, session)
    assert earned.moved.score_gained == earned.unspent.score_gained == 0


def test_collaboration_is_taken_out_both_ways() -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 3), "steady")
    earned = collaboration_earned(rules, session)
    assert earned.moved.changed.series["together_share"] == (0.0,) * 4
    moved, unspent = (each.changed.series["spend"] for each in (earned.moved, earned.unspent))
    assert all(more > less for more, less in zip(moved, unspent, strict=True))


def test_before_the_first_turn_there_is_nothing_to_share() -> None:
    rules = small_rules()
    with pytest.raises(ValueError, match="no turn"):
        group_values(rules, new_session(rules))
