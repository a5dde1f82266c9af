"""A plan in the making is kept beside its game, and believed only where it belongs."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.session import Seat, player_view
from game.session.drafts import even_draft, first_draft
from game.session.plans import Plan
from game.session.save import draft_text, parse_draft
from game.storage.making_room import set_aside
from game.storage.places import Places
from game.storage.saves import (
    autosave,
    delete_save,
    keep_draft,
    list_saves,
    load_autosave,
    load_save,
)
from tests.storage.homes import corner_shop, new_home, started, turn_played


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return new_home(tmp_path)


def planned(places: Places) -> Plan:
    rules = corner_shop(places)
    view = player_view(rules, started(rules), Seat())
    return replace(even_draft(view, first_draft(view)), positioning=1)


def test_a_draft_comes_back_with_its_game_and_is_no_save_of_its_own(places: Places) -> None:
    rules, draft = corner_shop(places), planned(places)
    autosave(places, rules, started(rules), Seat())
    keep_draft(places, rules, started(rules), Seat(), draft)
    opened = load_autosave(places, "corner_shop", Seat())
    assert opened is not None
    assert opened.draft == draft
    assert len(list_saves(places)) == 1


def test_a_draft_of_an_earlier_turn_is_not_believed(places: Places) -> None:
    rules = corner_shop(places)
    first = started(rules)
    text = draft_text(first, planned(places))
    assert parse_draft(text, rules, first) == planned(places)
    assert parse_draft(text, rules, turn_played(rules, first)) is None


def test_a_game_that_is_saved_anew_has_no_draft(places: Places) -> None:
    rules = corner_shop(places)
    autosave(places, rules, started(rules), Seat())
    keep_draft(places, rules, started(rules), Seat(), planned(places))
    autosave(places, rules, started(rules), Seat())
    opened = load_autosave(places, "corner_shop", Seat())
    assert opened is not None
    assert opened.draft is None


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text[:40],
        lambda text: "[]",
        lambda text: text.replace('"bar"', '"beer"'),
        lambda text: text.replace('"positioning": 1', '"positioning": 2'),
        lambda text: text.replace('"spend": [', '"spend": [1e999,'),
    ],
)
def test_a_damaged_draft_costs_the_draft_alone(places: Places, harm: object) -> None:
    rules = corner_shop(places)
    autosave(places, rules, started(rules), Seat())
    path = keep_draft(places, rules, started(rules), Seat(), planned(places))
    assert callable(harm)
    path.write_text(harm(path.read_text(encoding="utf-8")), encoding="utf-8")
    opened = load_autosave(places, "corner_shop", Seat())
    assert opened is not None
    assert opened.session.turn == 1
    assert opened.draft is None


def test_a_game_that_is_set_aside_stays_under_a_name_with_its_plan(places: Places) -> None:
    rules = corner_shop(places)
    session = turn_played(rules, started(rules))
    autosave(places, rules, session, Seat())
    plan = planned(places)
    keep_draft(places, rules, session, Seat(), plan)
    (running,) = list_saves(places)
    assert running.running
    assert running.scenario == "corner_shop"
    names = [set_aside(places, running), set_aside(places, running)]
    autosave(places, rules, started(rules), Seat())
    for name in names:
        opened = load_save(places, name)
        assert opened.session.journal == session.journal
        assert opened.draft == plan


def test_deleting_a_running_game_takes_all_of_it_away(places: Places) -> None:
    rules = corner_shop(places)
    for session in (started(rules), turn_played(rules, started(rules))):
        autosave(places, rules, session, Seat())
    keep_draft(places, rules, session, Seat(), planned(places))
    delete_save(places, list_saves(places)[0].name)
    assert not list(places.saves.iterdir())
    assert load_autosave(places, "corner_shop", Seat()) is None
