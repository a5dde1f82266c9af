"""Settings and results survive damage, newer versions and full disks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import StorageFailed
from game.storage.places import Places
from game.storage.results import Result, best_results, load_results, record_result
from game.storage.settings import Settings, load_settings, save_settings
from tests.storage.homes import new_home


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return new_home(tmp_path)


def test_without_a_file_the_usual_settings_hold(places: Places) -> None:
    assert load_settings(places) == (Settings(), None)


def test_settings_are_read_as_they_were_written(places: Places) -> None:
    wanted = Settings(theme="high_contrast", text_scale=1.5, reduce_motion=True, language="de")
    save_settings(places, wanted)
    assert load_settings(places) == (wanted, None)


def test_what_a_newer_version_wrote_is_kept(places: Places) -> None:
    places.settings.write_text('{"theme": "light", "smell": {"coffee": 3}}', encoding="utf-8")
    settings, remark = load_settings(places)
    assert remark is None
    save_settings(places, replace(settings, sound=False))
    content = json.loads(places.settings.read_text(encoding="utf-8"))
    assert content["smell"] == {"coffee": 3}
    assert (content["theme"], content["sound"]) == ("light", False)


@pytest.mark.parametrize("text", ["{", "[]", "null", "\x00", "{" * 5000])
def test_damaged_settings_are_told_and_kept_aside(places: Places, text: str) -> None:
    places.settings.write_text(text, encoding="utf-8")
    settings, remark = load_settings(places)
    assert settings == Settings()
    assert remark is not None
    assert str(places.settings) in str(remark)
    save_settings(places, settings)
    assert load_settings(places) == (settings, None)
    assert (places.home / "settings.damaged.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("text_scale", 9),
        ("text_scale", True),
        ("text_scale", "large"),
        ("sound", "yes"),
        ("language", 7),
    ],
)
def test_one_bad_setting_leaves_the_others(places: Places, name: str, value: object) -> None:
    content = {"reduce_motion": True, name: value}
    places.settings.write_text(json.dumps(content), encoding="utf-8")
    settings, remark = load_settings(places)
    assert settings == Settings(reduce_motion=True)
    assert remark is not None
    assert name in str(remark)


def test_the_best_result_stays_and_attempts_are_counted(places: Places) -> None:
    record_result(places, Result(scenario="shop", total=50.0, date="2026-01-01"))
    record_result(places, Result(scenario="shop", total=70.0, date="2026-01-02", of_par=0.8))
    best = record_result(places, Result(scenario="shop", total=60.0, date="2026-01-03"))
    assert best == best_results(places)["shop"]
    assert (best.total, best.of_par, best.date, best.attempts) == (70.0, 0.8, "2026-01-02", 3)


def test_each_role_has_a_best_result_of_its_own(places: Places) -> None:
    record_result(places, Result(scenario="shop", total=50.0))
    record_result(places, Result(scenario="shop", role="sales", total=80.0))
    record_result(places, Result(scenario="shop", role="sales", total=30.0))
    results, remark = load_results(places)
    assert remark is None
    assert {key: (each.total, each.attempts) for key, each in results.items()} == {
        ("shop", "all"): (50.0, 1),
        ("shop", "sales"): (80.0, 2),
    }
    assert best_results(places) == {"shop": results["shop", "all"]}


def test_results_from_before_roles_were_told_apart_are_the_whole_firms(places: Places) -> None:
    row = {"total": 61.0, "of_par": None, "date": "2026-01-01", "attempts": 4}
    old = {"handoff_results": 1, "best": {"shop": row, "other": row}}
    places.results.write_text(json.dumps(old), encoding="utf-8")
    assert set(load_results(places)[0]) == {("shop", "all"), ("other", "all")}
    record_result(places, Result(scenario="shop", role="marketing", total=9.0))
    assert record_result(places, Result(scenario="shop", total=60.0)).attempts == 5
    results, _ = load_results(places)
    assert {key: each.total for key, each in results.items()} == {
        ("shop", "all"): 61.0,
        ("shop", "marketing"): 9.0,
        ("other", "all"): 61.0,
    }


DAMAGED = ["{", "[]", '{"best": 3}', "null", "[" * 100_000]


@pytest.mark.parametrize("text", DAMAGED)
def test_damaged_results_are_set_aside_and_not_lost(places: Places, text: str) -> None:
    places.results.write_text(text, encoding="utf-8")
    assert best_results(places) == {}
    record_result(places, Result(scenario="shop", total=1.0))
    assert best_results(places)["shop"].total == 1.0
    assert (places.home / "results.damaged.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", DAMAGED)
def test_damaged_results_are_told_once_and_kept(places: Places, text: str) -> None:
    places.results.write_text(text, encoding="utf-8")
    results, remark = load_results(places)
    assert results == {}
    assert str(places.results) in str(remark)
    assert "kept as results.damaged.json" in str(remark)
    assert (places.home / "results.damaged.json").read_text(encoding="utf-8") == text
    assert load_results(places) == ({}, None)


def test_what_was_damaged_before_is_kept_too(places: Places) -> None:
    for text in ("{first", "{second"):
        places.results.write_text(text, encoding="utf-8")
        _, remark = load_results(places)
    assert "kept as results.damaged2.json" in str(remark)
    assert (places.home / "results.damaged.json").read_text(encoding="utf-8") == "{first"
    assert (places.home / "results.damaged2.json").read_text(encoding="utf-8") == "{second"


def test_results_that_are_no_file_are_told_and_stay_where_they_are(places: Places) -> None:
    places.results.mkdir()
    results, remark = load_results(places)
    assert results == {}
    assert "is a folder" in str(remark)
    with pytest.raises(StorageFailed):
        record_result(places, Result(scenario="shop", total=1.0))
    assert places.results.is_dir()


def test_one_damaged_row_leaves_the_others(places: Places) -> None:
    record_result(places, Result(scenario="shop", total=1.0))
    whole = json.loads(places.results.read_text(encoding="utf-8"))
    whole["best"]["odd"] = {"total": "many"}
    places.results.write_text(json.dumps(whole), encoding="utf-8")
    assert set(best_results(places)) == {"shop"}


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN", "1e999", "1" + "0" * 400])
@pytest.mark.parametrize("name", ["total", "of_par", "attempts"])
def test_a_result_without_end_is_none(places: Places, name: str, number: str) -> None:
    record_result(places, Result(scenario="shop", total=1.0))
    row = {"total": 1, "of_par": 1, "attempts": 1, name: "X"}
    text = json.dumps({"best": {"odd": {**row, "date": ""}}}).replace('"X"', number)
    places.results.write_text(text, encoding="utf-8")
    known = best_results(places)
    assert all(each.total == 1 and each.of_par == 1 for each in known.values())
    assert record_result(places, Result(scenario="odd", total=2.0)).total == 2.0


@pytest.mark.parametrize("number", ["Infinity", "NaN", "1e999", "1" + "0" * 400])
def test_text_without_a_size_is_as_large_as_usual(places: Places, number: str) -> None:
    places.settings.write_text(f'{{"text_scale": {number}, "sound": false}}', encoding="utf-8")
    settings, remark = load_settings(places)
    assert settings == Settings(sound=False)
    assert remark is not None
