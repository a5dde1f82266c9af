"""Whatever is wrong: one plain sentence on standard error, exit code 1 or 2, never a traceback."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.cli import program
from game.storage.places import Places
from tests.cli.running import Run

ROOT = Path(__file__).parents[2]
NO_SCREEN = "There is no screen to open a window on; the game is text here."
QUICK_GAME = "even\ndone\n\n" + "1\neven\ndone\n\n" + "even\ndone\n\n"


def test_an_unknown_scenario_is_answered_with_the_nearest_name(run: Run) -> None:
    finished = run("simulate", "frsh_start")
    assert finished.code == 1
    assert "Did you mean fresh_start" in finished.sentence


def test_an_unknown_strategy_is_answered_with_all_there_are(run: Run) -> None:
    finished = run("simulate", "corner_shop", "--strategy", "genius")
    assert finished.code == 1
    assert "steady" in finished.sentence


def test_an_unknown_role_is_answered_with_all_there_are(run: Run) -> None:
    finished = run("play", "corner_shop", "--terminal", "--role", "ceo")
    assert finished.code == 1
    assert "marketing" in finished.sentence


def test_a_broken_scenario_shows_its_line_and_a_way_out(run: Run, places: Places) -> None:
    path = places.own_scenarios / "broken.yaml"
    path.write_text("title: Broken\nturns: {one_turn_is: monht}\n", encoding="utf-8")
    for command in (("simulate", path), ("play", path, "--terminal")):
        finished = run(*command)
        assert finished.code == 1
        assert "broken.yaml:2:22" in finished.err
        assert "did you mean 'month'?" in finished.err
        assert "Traceback" not in finished.err


@pytest.mark.parametrize("text", ["", "{", "\x00", "a: [", "title: 'x", "- 1\n- 2\n", "a: b: c"])
def test_any_text_that_is_no_scenario_is_refused(run: Run, places: Places, text: str) -> None:
    path = places.own_scenarios / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    finished = run("simulate", path)
    assert finished.code == 1
    assert finished.err
    assert "Traceback" not in finished.err


def test_a_scenario_in_a_foreign_encoding_says_what_to_do(run: Run, places: Places) -> None:
    path = places.own_scenarios / "latin.yaml"
    path.write_bytes("title: Büro\n".encode("latin-1"))
    finished = run("simulate", path)
    assert finished.code == 1
    assert "UTF-8" in finished.sentence


def test_a_folder_is_no_scenario_and_no_plan(run: Run, tmp_path: Path) -> None:
    assert run("simulate", tmp_path).code == 1
    finished = run("simulate", "corner_shop", "--plan", tmp_path)
    assert finished.code == 1
    assert "is a folder" in finished.sentence


def test_a_missing_plan_is_named(run: Run) -> None:
    finished = run("simulate", "corner_shop", "--plan", "none.csv")
    assert finished.code == 1
    assert "none.csv" in finished.sentence


def test_a_damaged_save_is_refused_and_left_alone(run: Run, places: Places) -> None:
    places.saves.mkdir()
    path = places.saves / "bad.json"
    path.write_text("{", encoding="utf-8")
    finished = run("play", "--terminal", "--load", "bad")
    assert finished.code == 1
    assert str(path) in finished.sentence
    assert "choose another save" in finished.sentence
    assert path.read_text(encoding="utf-8") == "{"


def test_a_newer_save_asks_for_the_newest_version(run: Run, places: Places) -> None:
    run("play", "corner_shop", "--terminal", typed="save mine\n")
    path = places.saves / "mine.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"handoff_save": 1', '"handoff_save": 2'), encoding="utf-8")
    finished = run("play", "--terminal", "--load", "mine")
    assert finished.code == 1
    assert "Install the newest version" in finished.sentence


def test_an_unknown_save_is_told(run: Run) -> None:
    finished = run("play", "--terminal", "--load", "yesterday")
    assert finished.code == 1
    assert "yesterday" in finished.sentence


@pytest.mark.parametrize(
    "arguments",
    [
        ("simulate",),
        ("simulate", "corner_shop", "--seed", "-1"),
        ("simulate", "corner_shop", "--seed", "many"),
        ("simulate", "corner_shop", "--games", "0"),
        ("simulate", "corner_shop", "--strategy", "steady", "--plan", "x.csv"),
        ("play", "corner_shop", "--load", "mine"),
        ("dance",),
        ("--loud",),
        ("check",),
    ],
)
def test_wrong_usage_is_exit_code_two(run: Run, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments)
    assert finished.code == 2
    assert finished.out == ""
    assert "Traceback" not in finished.err


def refuse_writing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", refuse)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "may not be written to")],
)
def test_a_game_that_cannot_be_saved_is_played_on_and_told_at_the_end(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    refuse_writing(monkeypatch, number)
    finished = run("play", "corner_shop", "--terminal", typed=QUICK_GAME)
    assert finished.code == 1
    assert "The end of" in finished.out
    assert finished.out.count("The game goes on, but is not saved.") == 1
    assert words in finished.err
    assert "Traceback" not in finished.err


def test_a_home_that_is_a_file_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HANDOFF_HOME", str(tmp_path / "file" / "home"))
    finished = run("play", "first_steps", "--terminal", typed="save mine\n")
    assert finished.code == 1
    assert "is not a folder" in finished.out.replace("\n", " ")
    assert "is not a folder" in finished.err


def test_damaged_settings_are_told_and_do_not_stop_a_command(run: Run, places: Places) -> None:
    places.settings.write_text("{", encoding="utf-8")
    finished = run("simulate", "corner_shop", "--json")
    assert finished.code == 0
    assert "the usual ones are used" in finished.sentence


def test_an_interrupted_command_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_called", interrupt)
    finished = run("scenarios")
    assert (finished.code, finished.out, finished.err) == (130, "", "")


def test_a_console_without_the_euro_sign_shows_something_else(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    finished = run("simulate", "corner_shop")
    assert finished.code == 0
    text = narrow.buffer.getvalue()
    assert b"EUR 100 k" in text
    assert b"-EUR" in text


def shell(line: str, home: Path) -> subprocess.CompletedProcess[str]:
    program_ = f"{sys.executable} {ROOT / 'main.py'}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line.replace("handoff", program_)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HANDOFF_HOME": str(home), "LC_ALL": "C.UTF-8"},
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_an_output_that_is_full_is_one_sentence(tmp_path: Path) -> None:
    done = shell("handoff simulate first_steps --json > /dev/full", tmp_path)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a shell")
def test_a_reader_that_leaves_early_is_no_error_message(tmp_path: Path) -> None:
    done = shell("handoff simulate first_steps --json --games 30 | head -c 10", tmp_path)
    assert done.stderr == ""


def test_where_no_window_can_be_opened_the_game_is_text(tmp_path: Path) -> None:
    done = shell("env SDL_VIDEODRIVER=nothing_of_this_name handoff < /dev/null", tmp_path)
    assert done.returncode == 0
    assert done.stderr.strip() == NO_SCREEN
    assert "Which scenario?" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the screen is a variable on Linux alone")
def test_without_a_screen_one_line_says_so_and_the_game_is_text(tmp_path: Path) -> None:
    done = shell(
        "env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER handoff < /dev/null", tmp_path
    )
    assert done.returncode == 0
    assert done.stderr.strip() == NO_SCREEN
    assert "Which scenario?" in done.stdout
