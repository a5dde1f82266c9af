"""Settings act at once and are kept: looks, text, motion, languages and full screen."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.storage.places import shipped
from game.storage.settings import load_settings
from game.ui.toolkit import problems
from tests.ui.houses import Home

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_settings_act_at_once_and_are_kept(home: Home) -> None:
    home.house.open_settings()
    home.focus("settings.theme.dark")
    home.press("right")
    assert home.app.ui.theme.name == "light"
    home.focus("settings.text")
    home.press("end")
    assert home.app.ui.metrics.text == 2.0
    home.focus("settings.motion")
    home.press("space")
    assert not home.app.ui.motion.reduced
    kept, remark = load_settings(home.house.places)
    assert (kept.theme, kept.text_scale, kept.reduce_motion) == ("light", 2.0, False)
    assert remark is None


def speaking(folder: Path, *languages: str) -> Home:
    """Return a house whose assets have catalogues of more languages, with one word each."""
    assets = folder / "assets"
    assets.mkdir()
    for each in shipped("assets").iterdir():
        if each.name != "locale":
            (assets / each.name).symlink_to(each)
    for language in languages:
        catalogue = assets / "locale" / language / "handoff.po"
        catalogue.parent.mkdir(parents=True)
        catalogue.write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            f'msgid "Settings"\nmsgstr "Settings, {language}"\n'
        )
    home = Home(folder / "player")
    home.house.places = replace(home.house.places, assets=assets)
    return home


def test_a_language_is_found_by_its_own_name_spoken_at_once_and_kept(tmp_path: Path) -> None:
    home = speaking(tmp_path, "de", "fr")
    home.house.open_settings()
    home.rest()
    shown = {node.widget.called(home.app.ui) for node in home.app.nodes}
    assert {"English", "Deutsch", "Français"} <= shown
    home.focus("settings.language.en")
    home.press("right")
    assert "Settings, de" in home.words
    home.restyle((1280, 720), "light", 1.0)
    assert problems(home.app) == []
    kept, _ = load_settings(home.house.places)
    assert kept.language == "de"


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_many_languages_have_room(tmp_path: Path, text: float) -> None:
    home = speaking(tmp_path, "de", "es", "fr", "it", "nl", "pl", "pt_BR", "sv")
    home.house.open_settings()
    home.restyle((1280, 720), "light", text)
    assert problems(home.app) == []


def test_settings_of_a_newer_version_are_kept_when_something_is_changed(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "light", "music": "jazz"}')
    home = Home(tmp_path)
    home.house.settings, _ = load_settings(home.house.places)
    home.house.change(text_scale=1.5)
    kept = json.loads((tmp_path / "settings.json").read_text())
    assert (kept["music"], kept["theme"], kept["text_scale"]) == ("jazz", "light", 1.5)


class Screenful:
    """A window that only knows whether it covers the screen."""

    full_screen = False

    def toggle_full_screen(self) -> None:
        self.full_screen = not self.full_screen


def test_full_screen_follows_the_setting(home: Home) -> None:
    window = Screenful()
    home.house.attach(home.app, window)
    home.house.open_settings()
    home.focus("settings.full")
    home.press("space")
    assert window.full_screen
    home.house.toggle_full_screen()
    assert not window.full_screen
    assert not home.house.settings.full_screen
