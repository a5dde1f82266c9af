"""Games that must not change unnoticed, and a proof that they would notice."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from game.market.params import MarketParams
from game.scenario.rules import Effect, EventRule, Rules
from game.session import new_session
from tests.golden import check_golden, playthrough
from tests.session.tables import OFFER, STORM, play, small_rules

SALE = EventRule(
    key="sale",
    title="A sale",
    effects=(Effect(target="price", operation="times", value=0.8, firms="rivals"),),
    lasts_turns=4,
)
HERE = Path(__file__).parent / "golden"
UNUSED_HERE = {
    "carry_over": "money left over, and these plans spend all",
    "revenue_share": "0 in this scenario",
    "price_floor": "the market is never that quiet",
    "price_ceiling": "the market is never that loud",
    "allowance": "budgets are measured elsewhere",
    "season": "flat: all of it moves together with in_market",
}


@pytest.mark.parametrize("strategy", ["steady", "silo_marketing", "random"])
def test_a_written_down_game_is_played_again_to_six_digits(strategy: str) -> None:
    rules = small_rules(8, (STORM, OFFER))
    text = playthrough(rules, play(rules, new_session(rules, seed=7), strategy))
    check_golden(HERE / f"{strategy}.txt", text)


def nudged(rules: Rules, name: str) -> Rules:
    """Return the scenario with one coefficient of the market changed by 1 %."""
    value = getattr(rules.params, name)
    changed = value * 1.01 if np.any(value) else value + 0.01
    return replace(rules, params=replace(rules.params, **{name: changed}))


COEFFICIENTS = [
    each.name for each in fields(MarketParams) if each.metadata and each.name not in UNUSED_HERE
]


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_one_percent_on_one_coefficient_turns_a_golden_game_red(name: str) -> None:
    rules = small_rules(4, (STORM, OFFER, SALE))
    strategy = "random"  # it meets every lever at another level
    usual = playthrough(rules, play(rules, new_session(rules, seed=7), strategy))
    other = nudged(rules, name)
    assert playthrough(other, play(other, new_session(other, seed=7), strategy)) != usual
