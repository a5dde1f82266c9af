"""``play`` opens the window with what was asked for, and leaves the terminal to who wants it."""

from typing import Any

import pytest

from game.ui import start
from tests.cli.running import Run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return what the window was opened with, instead of opening it."""
    asked: list[dict[str, Any]] = []

    def open_window(*_: object, **wishes: object) -> int:
        asked.append(dict(wishes))
        return 0

    monkeypatch.setattr(start, "open_window", open_window)
    monkeypatch.setenv("DISPLAY", ":99")
    return asked


def test_without_a_command_the_title_opens(run: Run, opened: list[dict[str, Any]]) -> None:
    assert run().code == 0
    assert opened == [{"scenario": None, "seed": None, "role": None, "load": None, "people": ()}]


def test_the_window_is_given_every_wish(run: Run, opened: list[dict[str, Any]]) -> None:
    run("play", "corner_shop", "--seed", 7, "--role", "sales")
    run("play", "--load", "mine")
    run("play", "corner_shop", "--hot-seat", "sales, marketing")
    nothing = {"scenario": None, "seed": None, "role": None, "load": None, "people": ()}
    assert opened == [
        nothing | {"scenario": "corner_shop", "seed": 7, "role": "sales"},
        nothing | {"load": "mine"},
        nothing | {"scenario": "corner_shop", "people": ("sales", "marketing")},
    ]


def test_who_wants_text_gets_no_window(run: Run, opened: list[dict[str, Any]]) -> None:
    finished = run("play", "corner_shop", "--terminal", typed="quit\n")
    assert opened == []
    assert finished.err == ""
    assert "Month 1 of 3" in finished.out
