"""A par is known again by what it depends on, and reads back as it was written."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from game.analysis.par import Par, search_par
from game.analysis.par_key import par_key
from game.analysis.par_text import par_data, par_of_data, plan_shares
from game.market import LEVERS
from game.scenario import load
from game.scenario.rules import Rules
from tests.session.tables import OFFER, STORM, small_rules

EVENTS = (STORM, OFFER)


@cache
def par() -> Par:
    return search_par(small_rules(3, EVENTS), effort=0.05)


def with_params(**changes: Any) -> Rules:
    rules = small_rules(3, EVENTS)
    return replace(rules, params=replace(rules.params, **changes))


def test_a_par_in_a_shared_market_reads_back_as_it_was_played() -> None:
    levers = "levers: {others: off, seo: {}, advertising: {}, product_demos: {}}"
    rules = load(
        f"title: Three\nturns: {{count: 2}}\n{levers}\nworkshop: {{worlds: shared, teams: 3}}\n",
        "three",
    )
    found = search_par(rules, effort=0.02)
    again = par_of_data(rules, json.loads(json.dumps(par_data(rules, found))))
    for name in ("spend", "bar", "focus", "positioning", "answers"):
        ours, theirs = getattr(found.course, name), getattr(again.course, name)
        np.testing.assert_array_equal(ours, theirs, err_msg=name)


def test_the_key_is_the_same_for_the_same_game() -> None:
    assert par_key(small_rules(3, EVENTS)) == par_key(small_rules(3, EVENTS))


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"story": "Once"},
        {"name": "copy"},
        {"currency": "USD"},
        {"events": (replace(STORM, story="A new story"), OFFER)},
    ],
)
def test_words_leave_the_key_alone(change: dict[str, Any]) -> None:
    assert par_key(replace(small_rules(3, EVENTS), **change)) == par_key(small_rules(3, EVENTS))


@pytest.mark.parametrize(
    "changed",
    [
        small_rules(4, EVENTS),
        small_rules(3, (OFFER,)),
        small_rules(3, (replace(STORM, chance=0.5), OFFER)),
        small_rules(3, EVENTS, noise=0.13),
        small_rules(3, EVENTS, scorecard=small_rules(3).scorecard[::-1]),
        with_params(win_demos=0.55 * 1.01),
        with_params(forgetting=0.2 * 1.01),
        with_params(sales_capacity=small_rules(3).params.sales_capacity * 1.01),
    ],
)
def test_what_is_played_by_changes_the_key(changed: Rules) -> None:
    assert par_key(changed) != par_key(small_rules(3, EVENTS))


def test_another_model_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = par_key(small_rules(3, EVENTS))
    monkeypatch.setattr("game.market.customers.np.exp", lambda power: 1 + power)
    assert par_key(small_rules(3, EVENTS)) != before


def test_a_par_reads_back_as_it_was_written() -> None:
    rules = small_rules(3, EVENTS)
    read = par_of_data(rules, json.loads(json.dumps(par_data(rules, par()))))
    assert (read.score, read.p10) == pytest.approx((par().score, par().p10), abs=1e-4)
    for name in ("spend", "bar", "focus", "positioning", "answers"):
        assert np.array_equal(getattr(read.course, name), getattr(par().course, name)), name


def test_the_plan_can_be_read_in_money() -> None:
    rules = small_rules(3, EVENTS)
    turns = par_data(rules, par())["turns"]
    assert [turn["turn"] for turn in turns] == [1, 2, 3]
    for turn in turns:
        assert set(turn["money"]) <= set(LEVERS)
        assert all(amount == int(amount) > 0 for amount in turn["money"].values())
    shares = list(plan_shares(rules, par()).values())
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)


def worse(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(par_data(small_rules(3, EVENTS), par())))
    change(data)
    return data


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("score"),
        lambda data: data.update(score="high"),
        lambda data: data.update(score=float("nan")),
        lambda data: data.update(handoff_par=99),
        lambda data: data.update(turns=data["turns"][:2]),
        lambda data: data.update(turns=None),
        lambda data: data.update(positioning="nobody"),
        lambda data: data["answers"].update(offer="nothing"),
        lambda data: data["turns"][0].pop("focus"),
        lambda data: data["turns"][0]["share"].update(seo=-0.1),
        lambda data: data["turns"][0]["share"].update(seo=float("inf")),
        lambda data: data["turns"][0].update(share=[1, 2]),
    ],
)
def test_what_is_no_par_is_refused(change: Callable[[dict[str, Any]], Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        par_of_data(small_rules(3, EVENTS), worse(change))
