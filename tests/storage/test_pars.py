"""Pars are kept by what they depend on; what cannot be read counts as none."""

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.analysis.par import Par, search_par
from game.scenario.rules import Rules
from game.storage.pars import is_stale, keep_par, known_par, ship_par
from game.storage.places import Places, found_places, shipped
from game.storage.scenarios import list_scenarios, load_scenario
from tests.golden import ACCEPT
from tests.session.tables import small_rules


@cache
def par() -> Par:
    return search_par(small_rules(2), effort=0.02)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(home=tmp_path, scenarios=tmp_path / "shipped", assets=tmp_path)


def kept(places: Places) -> list[Path]:
    return list(places.pars.glob("*")) if places.pars.is_dir() else []


def test_a_par_that_was_kept_is_known(places: Places) -> None:
    rules = small_rules(2)
    assert known_par(places, rules) is None
    keep_par(places, rules, par())
    known = known_par(places, replace(rules, title="Renamed"))
    assert known is not None
    assert known.score == pytest.approx(par().score, abs=1e-4)


@pytest.mark.parametrize("other", [small_rules(3), small_rules(2, noise=0.2)])
def test_the_par_of_another_game_is_not_taken(places: Places, other: Rules) -> None:
    keep_par(places, small_rules(2), par())
    assert known_par(places, other) is None


def test_a_search_that_was_cut_short_is_forgotten(places: Places) -> None:
    keep_par(places, small_rules(2), replace(par(), complete=False))
    keep_par(places, small_rules(2), par(), effort=0.5)
    assert not kept(places)


def test_a_longer_search_is_not_answered_by_a_shorter_one(places: Places) -> None:
    keep_par(places, small_rules(2), par(), effort=2.0)
    assert known_par(places, small_rules(2), effort=2.0) is not None
    assert known_par(places, small_rules(2), effort=3.0) is None


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"key": 1}', b"\xff\xfe\x00", b"[" * 100_000, b"null"]
)
def test_a_damaged_file_counts_as_none_and_is_written_anew(places: Places, damage: bytes) -> None:
    keep_par(places, small_rules(2), par())
    (file,) = kept(places)
    file.write_bytes(damage)
    assert known_par(places, small_rules(2)) is None
    keep_par(places, small_rules(2), par())
    assert known_par(places, small_rules(2)) is not None


def test_a_par_that_ships_is_stale_when_the_game_changes(places: Places) -> None:
    assert is_stale(places, small_rules(2))
    path = ship_par(places, small_rules(2), par())
    assert path == places.scenarios / "pars" / "small.json"
    assert not is_stale(places, small_rules(2))
    assert known_par(places, small_rules(2)) is not None
    assert is_stale(places, small_rules(2, noise=0.2))


def test_the_pars_that_ship_belong_to_the_scenarios_as_they_are() -> None:
    places = found_places()
    for file in sorted((shipped("scenarios") / "pars").glob("*.json")):
        rules = load_scenario(places, file.stem)
        if os.environ.get(ACCEPT) and is_stale(places, rules):
            ship_par(places, rules, search_par(rules))
        assert not is_stale(places, rules), (
            f"{file.name} is stale: run python main.py par {file.stem} --accept"
        )
        assert file.stem in {each.name for each in list_scenarios(places)}
