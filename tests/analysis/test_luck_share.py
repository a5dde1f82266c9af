"""Luck is what this world did, skill what better decisions add to an even split."""

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.luck_share import luck_share
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import Luck, draw_luck, new_session, no_luck, score
from tests.session.tables import OFFER, STORM, play, small_rules


def demand_of(rules: Rules, factor: float) -> Luck:
    luck = no_luck(rules)
    return locked(replace(luck, demand=np.full_like(luck.demand, factor)))


def test_a_score_is_the_even_split_plus_skill_plus_luck() -> None:
    rules = small_rules(events=(STORM, OFFER))
    session = play(rules, new_session(rules, 3), "silo_marketing")
    found = luck_share(rules, session, worlds=tuple(draw_luck(rules, n) for n in range(100, 140)))
    assert found.played == pytest.approx(score(rules, session.world, 0).total)
    assert found.steady + found.skill + found.luck == pytest.approx(found.played)
    assert found.scores.mean == pytest.approx(sum(found.worlds) / 40)
    below = sum(each < found.played for each in found.worlds)
    assert found.place == pytest.approx(below / 40)
    assert list(found.worlds) == sorted(found.worlds)
    assert found.skill < 0


def test_an_even_split_has_no_skill() -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 3), "steady")
    assert luck_share(rules, session).skill == pytest.approx(0, abs=1e-9)


def test_where_every_world_is_the_same_nothing_is_luck() -> None:
    rules = small_rules(turns=4, noise=0.0)
    session = play(rules, new_session(rules, 3), "random")
    found = luck_share(rules, session, worlds=tuple(draw_luck(rules, n) for n in range(5)))
    assert found.luck == pytest.approx(0, abs=1e-9)
    assert found.place == 0.5


@pytest.mark.parametrize(("factor", "place"), [(1.5, 1.0), (0.6, 0.0)])
def test_a_lucky_game_leaves_the_other_worlds_behind(factor: float, place: float) -> None:
    rules = small_rules(turns=4)
    session = play(rules, new_session(rules, 3, luck=demand_of(rules, factor)), "steady")
    others = tuple(demand_of(rules, usual) for usual in (0.9, 1.0, 1.1))
    found = luck_share(rules, session, worlds=others)
    assert found.place == place
    assert (found.luck > 0) == (factor > 1)


def test_of_a_running_game_only_what_was_played_counts() -> None:
    rules = small_rules(turns=6)
    session = play(rules, new_session(rules, 3), "random", turns=2)
    found = luck_share(rules, session, worlds=(draw_luck(rules, 1),))
    assert found.turns == 2
    assert found.played == pytest.approx(score(rules, session.world, 0).total)
    with pytest.raises(ValueError, match="no turn"):
        luck_share(rules, new_session(rules))
