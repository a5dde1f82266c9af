"""A strategy played at once in many worlds does what its bot does in each."""

import numpy as np
import pytest

from game.analysis.bot_courses import course_of_shares, course_of_strategy
from game.analysis.courses import stacked
from game.analysis.games import batch_luck, final_scores
from game.analysis.strategies import ALL_STRATEGIES, new_strategy
from game.market import LEVERS
from game.session import (
    draw_luck,
    new_session,
    score,
)
from tests.session.tables import OFFER, STORM, played_by, small_rules

SEEDS = (1, 2, 3)


@pytest.mark.parametrize("name", [name for name in ALL_STRATEGIES if name not in ("random", "par")])
def test_a_strategy_scores_alike_at_once_and_turn_by_turn(name: str) -> None:
    rules = small_rules(6, (STORM, OFFER))
    course = stacked([course_of_strategy(rules, name)] * len(SEEDS))
    lucks = [draw_luck(rules, seed) for seed in SEEDS]
    at_once = final_scores(rules, course, batch_luck(lucks, len(SEEDS)))[:, 0]
    for seed, points in zip(SEEDS, at_once, strict=True):
        session = played_by(rules, new_strategy(name, rules, seed), new_session(rules, seed))
        # The bot rounds to whole units of money, the course does not.
        assert points == pytest.approx(score(rules, session.world, 0).total, rel=2e-3)


def test_shares_of_nothing_spend_nothing() -> None:
    rules = small_rules(4)
    course = course_of_shares(rules, np.zeros(len(LEVERS)))
    assert not course.spend.any()


def test_the_random_bot_is_another_one_for_each_seed() -> None:
    rules = small_rules(3)
    first, second = (course_of_strategy(rules, "random", seed) for seed in (1, 2))
    assert not np.allclose(first.spend, second.spend)
