"""Sounds: quiet, optional, and silence where there is nothing to play them on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pygame
import pytest

from game.session import EndTurn, apply
from game.storage.assets import sound_bytes
from game.storage.places import found_places
from game.ui.sounds import NAMES, Sounds, turn_sound
from game.ui.toolkit import problems
from game.words import sentence
from tests.ui.houses import Home

ROOT = Path(__file__).resolve().parents[2]


def read(name: str) -> bytes:
    return sound_bytes(found_places(), name)


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    made = Sounds(read)
    made.set(on=True, volume=0.5)
    made.open()
    made.wait()
    pygame.mixer.stop()  # what a game of another test still plays
    yield made
    pygame.mixer.quit()


def busy() -> int:
    return sum(pygame.mixer.Channel(at).get_busy() for at in range(pygame.mixer.get_num_channels()))


def test_every_sound_is_there_and_is_played(sounds: Sounds) -> None:
    assert sounds.ready
    for count, name in enumerate(NAMES, start=1):
        sounds.play(name)
        assert busy() == count


@pytest.mark.parametrize(("on", "volume"), [(False, 0.5), (True, 0.0)])
def test_who_wants_no_sound_hears_none(sounds: Sounds, on: bool, volume: float) -> None:
    sounds.set(on=on, volume=volume)
    sounds.play("news")
    assert busy() == 0


def test_no_device_is_opened_where_no_sound_is_wanted() -> None:
    silent = Sounds(read)
    silent.set(on=False, volume=1.0)
    silent.open()
    silent.wait()
    silent.play("news")
    assert not silent.ready
    assert pygame.mixer.get_init() is None


def test_a_device_that_hangs_does_not_hold_up_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.sounds._ATTEMPT", "import time; time.sleep(600)")
    made = Sounds(read)
    made.set(on=True, volume=0.5)
    made.open()
    made.close()
    assert made._thread is not None
    assert not made._thread.is_alive()
    assert not made.ready


def test_without_a_device_it_is_silent_and_the_settings_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    home = Home(tmp_path)
    home.house.sounds.open()
    home.house.sounds.wait()
    home.house.sounds.play("ending")
    assert home.house.sounds.missing
    home.house.open_settings()
    home.rest()
    assert "There is nothing here to play sound on." in home.words
    assert problems(home.app) == []


def test_a_damaged_installation_is_silent() -> None:
    def nothing(_: str) -> NoReturn:
        raise FileNotFoundError

    broken = Sounds(nothing)
    broken.set(on=True, volume=1.0)
    broken.open()
    broken.wait()
    broken.play("news")
    assert broken.missing
    pygame.mixer.quit()


def test_a_device_that_goes_away_ends_the_sounds_and_nothing_else(sounds: Sounds) -> None:
    pygame.mixer.quit()
    sounds.play("news")
    assert sounds.missing
    sounds.play("news")


def test_the_same_thing_is_heard_once(sounds: Sounds) -> None:
    turn = object()
    for _ in range(3):
        sounds.once("turn", turn, "commit")
    assert busy() == 1
    sounds.once("turn", object(), "commit")
    assert busy() == 2


@pytest.mark.parametrize(("miss", "heard"), [(0.0, "good"), (40.0, "commit"), (None, "commit")])
def test_a_turn_that_went_as_predicted_sounds_better(
    tmp_path: Path, miss: float | None, heard: str
) -> None:
    playing = Home(tmp_path).playing(turns=3)
    wins = playing.view.now.figures["wins"].value
    assert wins is not None
    said = None if miss is None else wins + miss
    now = replace(playing.view.now, prediction=said)
    playing._view = replace(playing.view, history=(*playing.view.history[:-1], now))
    assert turn_sound(playing) == heard


def test_a_game_is_heard_at_its_turns_its_news_and_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, heard = Home(tmp_path), list[str]()
    monkeypatch.setattr(home.house.sounds, "play", heard.append)
    playing = home.playing(turns=5)
    home.house.open_results(playing)
    home.house.open_results(playing)
    over = apply(playing.rules, playing.session, EndTurn())
    playing._take(over)
    home.house.open_results(playing)
    home.house.tell(sentence("No."), "bad")
    home.house.tell(sentence("Yes."), "good")
    assert heard[-2:] == ["ending", "refused"]
    assert len(heard) == 3


def test_volume_and_switch_act_at_once_and_are_kept(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.house.open_settings()
    home.focus("settings.volume")
    home.press("end")
    assert home.house.settings.volume == 1.0
    home.focus("settings.sound")
    home.press("space")
    assert not home.house.settings.sound
    home.house.sounds.wait()
    pygame.mixer.quit()


def test_a_device_that_hangs_holds_nobody_up(tmp_path: Path) -> None:
    pipe = tmp_path / "hangs"
    os.mkfifo(pipe)
    program = (
        "import time\n"
        "from game.ui.sounds import Sounds\n"
        "slow = Sounds(lambda name: b'')\n"
        "slow.set(on=True, volume=1.0)\n"
        "slow.open()\n"
        "time.sleep(1)\n"
        "slow.play('news')\n"
        "print('went on', slow.ready)\n"
    )
    hanging = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(pipe)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, **hanging},
    )
    assert done.stdout.splitlines()[-1] == "went on False"
