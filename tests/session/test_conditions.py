"""When a scenario's conditions hold."""

import pytest

from game.scenario.rules import Comparison, Condition
from game.session import new_session
from game.session.conditions import COMPARE, holds
from tests.session.tables import play, small_rules


def condition(name: str, comparison: Comparison, value: float) -> Condition:
    return Condition(measure=name, comparison=comparison, value=value, text="")


@pytest.mark.parametrize("comparison", COMPARE)
def test_what_has_not_happened_yet_satisfies_no_condition(comparison: Comparison) -> None:
    rules = small_rules(2)
    session = new_session(rules)
    assert not holds(rules, session.world, [condition("leads", comparison, 0.0)])


def test_a_flow_of_the_last_turn_satisfies_its_conditions() -> None:
    rules = small_rules(2)
    world = play(rules, new_session(rules), turns=1).world
    leads = float(world.outcome.inbound[0].sum() + world.outcome.outbound[0].sum())  # type: ignore[union-attr]  # a turn was played
    assert holds(rules, world, [condition("leads", "!=", 0.0)])
    assert holds(rules, world, [condition("leads", ">", 0.9 * leads), condition("turn", "=", 2)])
    assert not holds(rules, world, [condition("leads", ">", 1.1 * leads)])
