"""Every shipped scenario teaches what it claims, measured from the par that ships beside it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.analysis.balance import Balance, balance_report
from game.storage.pars import known_par
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario

pytestmark = pytest.mark.slow

# Nothing that was searched on this machine: what ships must do.
PLACES = replace(found_places(), home=Path(__file__).parent / "nobody")
NAMES = [each.name for each in list_scenarios(PLACES) if each.shipped]


@cache
def balance(name: str) -> Balance:
    rules = load_scenario(PLACES, name)
    par = known_par(PLACES, rules)
    if par is None:
        pytest.fail(
            f"scenarios/pars/{name}.json is missing or out of date. "
            f"Write it with: python main.py par {name} --accept"
        )
    return balance_report(rules, par)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_author_claims_is_proved(name: str) -> None:
    assert [str(each.sentence) for each in balance(name).claims if not each.holds] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_scenario_is_won_by_one_thing_alone(name: str) -> None:
    found = balance(name).findings
    assert [str(each.sentence) for each in found if each.severity == "error"] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_scenario_claims_something(name: str) -> None:
    assert load_scenario(PLACES, name).expects.ranking
