"""Scenarios with values in the wrong places: refused with a reason, or playable and finite."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import ScenarioInvalid
from game.market import step
from game.market.reference import no_luck, reference_decisions
from game.scenario.checking import canonical, load, rules_from_source
from game.scenario.rules import Rules

FOLDER = Path(__file__).parents[2] / "scenarios"
SOURCES = [
    load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), name).source
    for name in ("first_steps", "fresh_start")
]
STRANGE: list[Any] = ["", "0", "0%", "100%", "1", "60", "1000000000000", "0.000001", "x" * 300]
STRANGE += ["yes", "off", "all", "a lot", "EUR", "week", "quarter", "total", "shared", "turn 60"]
STRANGE += ["950%", "-1000000 EUR", "0.25 months", "10000 hours", "demand +900%", "price -100%"]
STRANGE += ["memorable", "small_offices", {}, [], {"a": "b"}, ["x"], None]


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below: list[tuple[Any, Any]] = list(value.items()) if isinstance(value, dict) else []
    if isinstance(value, list):
        below = list(enumerate(value))
    return [way, *(each for name, child in below for each in places(child, (*way, name)))]


WHERE = {source: tuple(places(json.loads(source))[1:]) for source in SOURCES}


@st.composite
def bent_sources(draw: st.DrawFn) -> str:
    source = draw(st.sampled_from(SOURCES))
    tree, known = json.loads(source), WHERE[source]
    for _ in range(draw(st.integers(1, 2))):
        *way, last = draw(st.sampled_from(known or places(tree)[1:]))
        known = ()
        node = tree
        for name in way:
            node = node[name]
        # A copy: the next bend may go into it.
        node[last] = deepcopy(draw(st.sampled_from(STRANGE)))
    return canonical(tree)


def check_that_it_plays(rules: Rules) -> None:
    state, plan = rules.start, reference_decisions(rules.params)
    for _ in range(2):
        state, outcome = step(rules.params, state, plan, no_luck(rules.params.steps))
        for figure in (state.customer, state.awareness, state.uncommitted, outcome.bookings):
            assert np.isfinite(figure).all()
            assert (figure >= -1e-6 * (1 + rules.params.accounts.max())).all()


def bend_and_play(source: str) -> None:
    try:
        rules = rules_from_source(source, "bent")
    except ScenarioInvalid:
        return
    check_that_it_plays(rules)


@settings(max_examples=120, deadline=None)
@given(bent_sources())
def test_a_bent_scenario_is_refused_with_a_reason_or_plays(source: str) -> None:
    bend_and_play(source)


@pytest.mark.slow
@settings(max_examples=2_500, deadline=None)
@given(bent_sources())
def test_thousands_of_bent_scenarios(source: str) -> None:
    bend_and_play(source)
