"""Saves: what is loaded plays on as if it had never been saved, and damage loses nothing."""

import errno
import json
import os
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import SaveUnreadable, StorageFailed, UnknownName
from game.session import Seat, Session
from game.storage.places import Places
from game.storage.save_files import LONGEST_NAME, safe_name
from game.storage.saves import (
    autosave,
    delete_save,
    list_saves,
    load_autosave,
    load_save,
    save_game,
)
from game.storage.scenarios import load_scenario
from tests.storage.homes import CORNER_SHOP, corner_shop, new_home, started, turn_played


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return new_home(tmp_path)


def same_world(one: Session, other: Session) -> bool:
    fields = one.world.market.__dataclass_fields__
    return all(
        np.array_equal(getattr(one.world.market, name), getattr(other.world.market, name))
        for name in fields
    )


def test_a_saved_game_played_on_equals_one_that_was_never_saved(places: Places) -> None:
    rules = corner_shop(places)
    session = turn_played(rules, started(rules))
    save_game(places, "half way", rules, session, Seat())
    opened = load_save(places, "half way")
    assert opened.session.journal == session.journal
    for _ in range(2):
        session = turn_played(rules, session)
    again = opened.session
    for _ in range(2):
        again = turn_played(opened.rules, again)
    assert again.turn == session.turn == 4
    assert same_world(again, session)


def test_the_person_sits_where_they_sat(places: Places) -> None:
    rules = corner_shop(places)
    path = save_game(places, "m", rules, started(rules, "marketing"), Seat(0, "marketing"))
    assert load_save(places, str(path)).seat == Seat(0, "marketing")
    whole = json.loads(path.read_text(encoding="utf-8"))
    del whole["card"]
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert load_save(places, "m").seat in started(rules, "marketing").seats
    assert list_saves(places)[0].damaged


def test_the_list_shows_the_newest_first_and_marks_what_is_damaged(places: Places) -> None:
    rules = corner_shop(places)
    save_game(places, "first", rules, started(rules), Seat())
    (places.saves / "broken.json").write_text("{", encoding="utf-8")
    (places.saves / "odd.json").write_text('{"card": [1, 2]}', encoding="utf-8")
    autosave(places, rules, started(rules), Seat())
    cards = {card.name: card for card in list_saves(places)}
    assert set(cards) == {"first", "broken", "odd", "corner_shop.autosave"}
    assert cards["broken"].damaged
    assert cards["odd"].damaged
    assert cards["first"].title == "Corner shop"
    assert (cards["first"].turn, cards["first"].turns) == (1, 3)
    assert cards["corner_shop.autosave"].automatic


@pytest.mark.parametrize("text", ["", "{", "[]", '{"handoff_save": 1}', "\ufeff", "null"])
def test_a_damaged_save_is_refused_and_left_as_it_is(places: Places, text: str) -> None:
    path = places.saves / "bad.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SaveUnreadable) as caught:
        load_save(places, "bad")
    assert caught.value.code == "save_damaged"
    assert str(path) in str(caught.value)
    assert path.read_text(encoding="utf-8") == text


def test_every_flipped_letter_of_a_save_is_noticed_or_harmless(places: Places) -> None:
    rules = corner_shop(places)
    path = save_game(places, "one", rules, turn_played(rules, started(rules)), Seat())
    whole = path.read_text(encoding="utf-8")
    begin = whole.index('"handoff_save"')
    for place in range(begin, len(whole) - 2, 97):
        changed = whole[:place] + ("x" if whole[place] != "x" else "y") + whole[place + 1 :]
        path.write_text(changed, encoding="utf-8")
        with pytest.raises(SaveUnreadable):
            load_save(places, "one")


def test_a_save_that_is_no_text_is_damaged(places: Places) -> None:
    places.saves.mkdir()
    (places.saves / "bytes.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SaveUnreadable):
        load_save(places, "bytes")


def test_a_save_of_a_newer_version_asks_for_that_version(places: Places) -> None:
    rules = corner_shop(places)
    path = save_game(places, "future", rules, started(rules), Seat())
    text = path.read_text(encoding="utf-8").replace('"handoff_save": 1', '"handoff_save": 99')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SaveUnreadable, match="newer version") as caught:
        load_save(places, "future")
    assert caught.value.code == "save_too_new"
    assert path.read_text(encoding="utf-8") == text


def test_an_unknown_save_is_answered_with_the_nearest_names(places: Places) -> None:
    with pytest.raises(UnknownName, match="nothing has been saved yet"):
        load_save(places, "winter")
    rules = corner_shop(places)
    save_game(places, "winter", rules, started(rules), Seat())
    with pytest.raises(UnknownName, match="winter"):
        load_save(places, "wintre")


def test_a_damaged_autosave_falls_back_on_the_one_before(places: Places) -> None:
    rules, seat = corner_shop(places), Seat()
    first = started(rules)
    autosave(places, rules, first, seat)
    last = autosave(places, rules, turn_played(rules, first), seat)
    last.write_text(last.read_text(encoding="utf-8")[:-50], encoding="utf-8")
    opened = load_autosave(places, rules.name, seat)
    assert opened is not None
    assert opened.session.turn == 1
    assert opened.remark is not None
    assert str(last) in str(opened.remark)


def test_a_damaged_autosave_does_not_push_out_the_good_one_before(places: Places) -> None:
    rules, seat = corner_shop(places), Seat()
    session = started(rules)
    autosave(places, rules, session, seat)
    last = autosave(places, rules, session, seat)
    last.write_text("{", encoding="utf-8")
    autosave(places, rules, turn_played(rules, session), seat)
    last.write_text("{", encoding="utf-8")
    opened = load_autosave(places, rules.name, seat)
    assert opened is not None
    assert opened.session.turn == 1


def test_where_both_autosaves_are_damaged_the_refusal_says_so(places: Places) -> None:
    rules, seat = corner_shop(places), Seat()
    last = autosave(places, rules, started(rules), seat)
    last.write_text("{", encoding="utf-8")
    with pytest.raises(SaveUnreadable):
        load_autosave(places, rules.name, seat)


def test_each_role_has_an_autosave_of_its_own(places: Places) -> None:
    rules = corner_shop(places)
    autosave(places, rules, started(rules), Seat())
    assert load_autosave(places, rules.name, Seat(0, "sales")) is None
    assert load_autosave(places, rules.name, Seat()) is not None


def test_each_role_has_an_autosave_of_its_own_however_long_the_scenarios_name(
    places: Places,
) -> None:
    path = places.own_scenarios / f"{'long_' * 20}.yaml"
    path.write_text(CORNER_SHOP, encoding="utf-8")
    rules = load_scenario(places, str(path))
    kept = {
        autosave(places, rules, started(rules, role), Seat(0, role))
        for role in ("all", "marketing", "sales")
    }
    assert len(kept) == 3
    assert all(len(each.name) <= LONGEST_NAME + len(".autosave.json") for each in kept)


def test_two_scenarios_of_one_name_in_two_folders_keep_their_games_apart(
    places: Places, tmp_path: Path
) -> None:
    rules = []
    for folder in ("spring", "autumn"):
        path = tmp_path / folder / "corner_shop.yaml"
        path.parent.mkdir()
        path.write_text(CORNER_SHOP.replace("Corner", folder), encoding="utf-8")
        rules.append(load_scenario(places, str(path)))
        autosave(places, rules[-1], started(rules[-1]), Seat())
    for each, folder in zip(rules, ("spring", "autumn"), strict=True):
        opened = load_autosave(places, each.name, Seat())
        assert opened is not None
        assert opened.rules.title == f"{folder} shop"
        assert opened.rules.name == each.name
    assert load_autosave(places, "corner_shop", Seat()) is None


def test_a_save_in_which_nobody_sits_is_damaged(places: Places) -> None:
    rules = corner_shop(places)
    path = save_game(places, "empty", rules, started(rules), Seat())
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["game"]["seats"] = []
    body = json.dumps(whole["game"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    whole["sum"] = zlib.crc32(body.encode())
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(SaveUnreadable) as caught:
        load_save(places, "empty")
    assert caught.value.code == "save_damaged"


@pytest.mark.parametrize("turn", ["Infinity", "NaN", "1e999", "[]"])
def test_a_card_with_an_endless_number_is_damaged_and_the_list_goes_on(
    places: Places, turn: str
) -> None:
    rules = corner_shop(places)
    path = save_game(places, "odd", rules, started(rules), Seat())
    text = path.read_text(encoding="utf-8").replace('"turn": 1', f'"turn": {turn}', 1)
    path.write_text(text, encoding="utf-8")
    assert [card.damaged for card in list_saves(places)] == [True]
    assert load_save(places, "odd").session.turn == 1


def test_a_full_disk_keeps_the_save_there_was(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = corner_shop(places)
    path = save_game(places, "game", rules, started(rules), Seat())
    before = path.read_bytes()

    def refuse(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(StorageFailed) as caught:
        save_game(places, "game", rules, turn_played(rules, started(rules)), Seat())
    assert caught.value.code == "disk_full"
    assert path.read_bytes() == before


def test_a_save_plays_on_when_its_scenario_has_gone(places: Places) -> None:
    rules = corner_shop(places)
    save_game(places, "kept", rules, turn_played(rules, started(rules)), Seat())
    (places.own_scenarios / "corner_shop.yaml").unlink()
    opened = load_save(places, "kept")
    assert opened.rules.title == "Corner shop"
    assert opened.session.turn == 2


def test_a_deleted_save_is_gone(places: Places) -> None:
    rules = corner_shop(places)
    path = save_game(places, "away", rules, started(rules), Seat())
    delete_save(places, "away")
    assert not path.exists()


@given(st.text(max_size=200))
def test_any_name_becomes_one_file_of_the_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe == safe_name(safe)
    assert Path(safe).name == safe
    assert not set(safe) & set('<>:"/\\|?*\0\n')
    assert not safe.endswith((" ", "."))


@pytest.mark.parametrize("name", ["con", "NUL", "Com1", "lpt9.txt"])
def test_names_that_windows_keeps_for_itself_are_changed(name: str) -> None:
    assert safe_name(name) == f"_{name}"
