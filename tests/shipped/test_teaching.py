"""What the full game promises to teach, in figures, and that scenarios reward different plans."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.analysis.balance import Balance, balance_report
from game.analysis.balance_figures import Measured
from game.analysis.courses import Course, stacked
from game.analysis.games import batch_luck, final_scores
from game.analysis.par import Par
from game.market import Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session import draw_luck
from game.session.plans import open_levers
from game.storage.pars import known_par
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario

pytestmark = pytest.mark.slow

PLACES = replace(found_places(), home=Path(__file__).parent / "nobody")
NAMES = [each.name for each in list_scenarios(PLACES) if each.shipped]
WORLDS = 40


@cache
def known(name: str) -> tuple[Rules, Par]:
    rules = load_scenario(PLACES, name)
    par = known_par(PLACES, rules)
    assert par is not None, f"python main.py par {name} --accept"
    return rules, par


@cache
def full_game() -> Balance:
    return balance_report(*known("fresh_start"))


def measured() -> Measured:
    return full_game().measured


def test_no_lever_alone_comes_near_par() -> None:
    alone = [each for each in measured().standings if each.kind == "lever"]
    assert len(alone) == 16
    assert max(each.of_par for each in alone) < 0.35


def test_neither_function_alone_comes_near_par() -> None:
    for key in ("marketing", "sales", "marketing_only", "sales_only"):
        assert measured().standing(key).of_par < 0.6, key


def test_an_even_split_is_fair_and_thinking_pays() -> None:
    assert 0.60 <= measured().standing("steady").of_par <= 0.85


def test_the_best_plan_needs_nearly_every_lever_and_none_rules() -> None:
    shares = {each.lever: each.share for each in measured().levers}
    assert max(shares.values()) <= 0.30
    assert sum(share > 0.01 for share in shares.values()) >= 12


def test_every_lever_would_be_missed() -> None:
    for each in measured().levers:
        assert each.costs_moved > 0, each.lever


def test_working_together_earns_much_and_not_all() -> None:
    worth = measured().collaboration
    assert worth is not None
    assert 0.15 <= worth.earns_moved <= 0.45
    assert worth.interior
    assert 0.05 <= worth.best <= 0.30


def test_both_ends_of_the_bar_are_a_mistake() -> None:
    bars = {float(each.key): each.of_par for each in measured().policies.bars}
    best = max(bars.values())
    assert 0.1 <= measured().policies.best_bar <= 0.9
    assert min(best - bars[min(bars)], best - bars[max(bars)]) > 0.02


def test_effects_are_seen_within_the_game() -> None:
    for each in measured().effects:
        assert each.turn is not None, each.lever
        assert each.turn <= 6, each.lever


def test_decisions_matter_more_than_luck() -> None:
    luck = measured().luck
    assert luck.strategies > 3 * luck.par
    assert luck.par > 0.03, "and yet luck is felt"


def shares_of(par: Par) -> Array:
    """Return the par plan's money as shares of each turn's, (t, l)."""
    spend = par.course.spend[:, 0]
    return np.asarray(spend / np.maximum(spend.sum(axis=-1, keepdims=True), 1e-9))


def transplanted(plan: Par, rules: Rules, par: Par) -> Course:
    """Return another scenario's division of the money, with the policies that are best here."""
    shares = shares_of(plan)
    here, there = np.linspace(0, 1, rules.turns), np.linspace(0, 1, len(shares))
    fitted = np.stack([np.interp(here, there, column) for column in shares.T], axis=-1)
    usable = np.array([open_levers(rules, turn) for turn in range(1, rules.turns + 1)])
    fitted = np.where(usable, fitted, 0.0)
    fitted /= np.maximum(fitted.sum(axis=-1, keepdims=True), 1e-9)
    spend = par.course.spend.copy()
    spend[:, 0] = fitted
    return locked(replace(par.course, spend=spend))


@pytest.mark.parametrize("name", NAMES)
def test_the_best_plan_of_one_scenario_is_not_the_best_of_most_others(name: str) -> None:
    _, plan = known(name)
    reached = {}
    for other in NAMES:
        if other != name:
            rules, par = known(other)
            course = stacked([transplanted(plan, rules, par)] * WORLDS)
            luck = batch_luck([draw_luck(rules, seed) for seed in range(WORLDS)], WORLDS)
            reached[other] = float(final_scores(rules, course, luck)[:, 0].mean()) / par.score
    well = {other: part for other, part in reached.items() if part >= 0.9}
    assert len(well) < len(reached) / 2, well
