"""Where things are found: scenarios by name or path, parents, fonts, icons, languages."""

import re
from pathlib import Path

import pytest

from game.errors import ScenarioInvalid, StorageFailed, UnknownName
from game.storage.assets import catalogue_bytes, font_bytes, icon_text, languages
from game.storage.languages import load_language
from game.storage.places import Places, found_places
from game.storage.scenarios import check_file, find_scenario, list_scenarios, load_scenario
from game.words import sentence
from tests.storage.homes import CORNER_SHOP, new_home

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Good-bye."
msgstr "Auf Wiedersehen."
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return new_home(tmp_path)


def test_the_home_is_where_the_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDOFF_HOME", str(tmp_path))
    assert found_places().home == tmp_path
    monkeypatch.setenv("HANDOFF_HOME", "  ")
    assert found_places().home.name == "Handoff"


def test_shipped_scenarios_come_first_and_keep_their_names(places: Places) -> None:
    copy = places.own_scenarios / "fresh_start.yaml"
    copy.write_text(CORNER_SHOP, encoding="utf-8")
    shelf = list_scenarios(places)
    assert {each.name: each.shipped for each in shelf}["fresh_start"]
    assert [each.shipped for each in shelf] == sorted(
        (each.shipped for each in shelf), reverse=True
    )
    assert load_scenario(places, str(copy)).title == "Corner shop"
    assert load_scenario(places, "fresh_start").title != "Corner shop"


@pytest.mark.parametrize("given", ["corner_shop", "corner_shop.yaml"])
def test_a_scenario_is_found_by_its_name(places: Places, given: str) -> None:
    assert find_scenario(places, given) == places.own_scenarios / "corner_shop.yaml"


def test_a_misspelt_name_is_answered_with_the_nearest(places: Places) -> None:
    with pytest.raises(UnknownName, match=r"Did you mean corner_shop\?"):
        find_scenario(places, "cornershop")
    with pytest.raises(UnknownName, match=r"Did you mean first_steps\?"):
        find_scenario(places, "frist_steps")
    with pytest.raises(UnknownName, match="Choose one of"):
        find_scenario(places, "zzz")


def test_names_that_are_equally_near_are_all_offered(places: Places) -> None:
    for name in ("zebra_week", "zebra_month"):
        (places.own_scenarios / f"{name}.yaml").write_text(CORNER_SHOP, encoding="utf-8")
    with pytest.raises(UnknownName, match=r"Did you mean zebra_week or zebra_month\?"):
        find_scenario(places, "zebra")


@pytest.mark.parametrize("given", ["", "/", "a\0b", "x" * 5000 + ".yaml", "no/such/file.yaml"])
def test_impossible_names_are_unknown_and_no_crash(places: Places, given: str) -> None:
    with pytest.raises(UnknownName):
        find_scenario(places, given)


def test_only_a_file_off_the_shelf_has_a_name_with_digits(places: Places, tmp_path: Path) -> None:
    assert load_scenario(places, "fresh_start").name == "fresh_start"
    own = places.own_scenarios / "corner_shop.yaml"
    assert load_scenario(places, str(own)).name == "corner_shop"
    away = tmp_path / "course" / "corner_shop.yaml"
    away.parent.mkdir()
    away.write_text(CORNER_SHOP, encoding="utf-8")
    name = load_scenario(places, str(away)).name
    assert re.fullmatch("corner_shop-[0-9a-f]{8}", name)
    away.write_text(CORNER_SHOP + "# mended\n", encoding="utf-8")
    assert load_scenario(places, str(away)).name == name


def test_a_home_of_somebody_unknown_is_a_folder_of_that_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HANDOFF_HOME", "~nobody_here/games")
    assert found_places().home == Path("~nobody_here/games")


def test_an_empty_shelf_says_so(tmp_path: Path) -> None:
    nowhere = Places(home=tmp_path, scenarios=tmp_path / "none", assets=tmp_path)
    with pytest.raises(UnknownName, match="no scenario was found at all"):
        find_scenario(nowhere, "any")


def test_a_variant_finds_its_parent_in_the_same_folder_alone(places: Places) -> None:
    (places.own_scenarios / "longer.yaml").write_text(
        "extends: corner_shop\ntitle: Longer\nturns: {count: 5}\n", encoding="utf-8"
    )
    rules = load_scenario(places, "longer")
    assert (rules.title, rules.turns, rules.events[0].key) == ("Longer", 5, "strike")
    outside = places.own_scenarios / "escape.yaml"
    outside.write_text("extends: ../settings\ntitle: Out\n", encoding="utf-8")
    assert check_file(outside).errors


def test_a_broken_scenario_carries_its_problems_with_the_files_full_name(places: Places) -> None:
    path = places.own_scenarios / "broken.yaml"
    path.write_text("title: Broken\nturns: {count: many}\n", encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match=r"broken\.yaml:2") as caught:
        load_scenario(places, "broken")
    assert caught.value.problems
    assert str(path) in str(caught.value)


def test_a_scenario_of_two_megabytes_is_not_read(places: Places) -> None:
    path = places.own_scenarios / "huge.yaml"
    path.write_text("# " + "x" * 2_000_000, encoding="utf-8")
    with pytest.raises(StorageFailed, match="larger than"):
        load_scenario(places, "huge")


def test_fonts_and_icons_are_there(places: Places) -> None:
    assert font_bytes(places, 510)[:4] in {b"\x00\x01\x00\x00", b"OTTO"}
    assert "<svg" in icon_text(places, "megaphone")


def test_a_missing_asset_means_an_incomplete_installation(tmp_path: Path) -> None:
    bare = Places(home=tmp_path, scenarios=tmp_path, assets=tmp_path)
    with pytest.raises(StorageFailed, match="Install Handoff again") as caught:
        icon_text(bare, "megaphone")
    assert caught.value.code == "incomplete_installation"


def with_catalogue(tmp_path: Path, text: str) -> Places:
    folder = tmp_path / "assets" / "locale" / "de"
    folder.mkdir(parents=True)
    (folder / "handoff.po").write_text(text, encoding="utf-8")
    return Places(home=tmp_path, scenarios=tmp_path, assets=tmp_path / "assets")


def test_a_catalogue_in_text_form_is_compiled_and_spoken(tmp_path: Path) -> None:
    places = with_catalogue(tmp_path, CATALOGUE)
    assert languages(places) == ("en", "de")
    language, remark = load_language(places, "de_AT")
    assert remark is None
    assert language.say(sentence("Good-bye.")) == "Auf Wiedersehen."


def test_the_systems_language_is_spoken_where_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = with_catalogue(tmp_path, CATALOGUE)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert load_language(places)[0].locale == "de"
    monkeypatch.setenv("LC_ALL", "C")
    assert load_language(places)[0].locale == "en"


def test_a_language_that_cannot_be_spoken_leaves_english_and_a_sentence(tmp_path: Path) -> None:
    places = with_catalogue(tmp_path, 'msgid "a\nbroken')
    for wanted in ("de", "tlh"):
        language, remark = load_language(places, wanted)
        assert language.say(sentence("Good-bye.")) == "Good-bye."
        assert remark is not None
    with pytest.raises(UnknownName):
        catalogue_bytes(places, "tlh")
    assert catalogue_bytes(places, "en") is None
