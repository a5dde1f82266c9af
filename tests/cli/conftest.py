"""A program to run, and a home with a small scenario in it."""

from pathlib import Path

import pytest

from game.storage.places import Places
from tests.cli.running import Run, new_run
from tests.storage.homes import new_home


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of a player who owns the corner shop."""
    return new_home(tmp_path)


@pytest.fixture
def run(places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the program."""
    return new_run(places.home, monkeypatch, capsys)
