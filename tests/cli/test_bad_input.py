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
    assert finished.sentence == ("There is no scenario 'frsh_start'. Did you mean fresh_start?")


def test_an_unknown_strategy_is_answered_with_all_there_are(run: Run) -> None:
    finished = run("simulate", "corner_shop", "--strategy", "genius")
    assert finished.code == 1
    assert finished.sentence == (
        "There is no strategy 'genius'. Choose one of: steady, silo_marketing, silo_sales, "
        "marketing_only, sales_only, no_collaboration, random, greedy or par."
    )


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
    assert finished.sentence == (
        f"{path} is not a text file in UTF-8 (byte 9 cannot be read). "
        "Open it in an editor and save it with the encoding UTF-8."
    )


def test_a_folder_is_no_scenario_and_no_plan(run: Run, tmp_path: Path) -> None:
    assert run("simulate", tmp_path).code == 1
    finished = run("simulate", "corner_shop", "--plan", tmp_path)
    assert finished.code == 1
    assert finished.sentence == f"{tmp_path} is a folder. Name a file in it."


def test_a_missing_plan_is_named(run: Run) -> None:
    finished = run("simulate", "corner_shop", "--plan", "none.csv")
    assert finished.code == 1
    assert finished.sentence == "There is no file none.csv. Check the name and the folder."


def test_a_damaged_save_is_refused_and_left_alone(run: Run, places: Places) -> None:
    places.saves.mkdir()
    path = places.saves / "bad.json"
    path.write_text("{", encoding="utf-8")
    finished = run("play", "--terminal", "--load", "bad")
    assert finished.code == 1
    assert finished.sentence == (
        f"{path} is damaged and cannot be played on. It was left as it is; "
        "choose another save, or start the scenario anew."
    )
    assert path.read_text(encoding="utf-8") == "{"


def test_a_newer_save_asks_for_the_newest_version(run: Run, places: Places) -> None:
    run("play", "corner_shop", "--terminal", typed="save mine\n")
    path = places.saves / "mine.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"handoff_save": 1', '"handoff_save": 4'), encoding="utf-8")
    finished = run("play", "--terminal", "--load", "mine")
    assert finished.code == 1
    assert finished.sentence == (
        f"{path} was saved by a newer version of Handoff (format 4; this one reads up to 3). "
        "Install the newest version to play it."
    )


def test_an_unknown_save_is_told(run: Run, places: Places) -> None:
    finished = run("play", "--terminal", "--load", "yesterday")
    assert finished.code == 1
    assert finished.sentence == (
        f"There is no save 'yesterday'; nothing has been saved yet in {places.saves}."
    )


def test_a_misspelt_save_is_answered_with_the_nearest_names(run: Run, places: Places) -> None:
    run("play", "corner_shop", "--terminal", typed="save winter one\nsave winter two\n")
    finished = run("play", "--terminal", "--load", "winter")
    assert finished.sentence in {
        f"There is no save 'winter' in {places.saves}. Did you mean {names}?"
        for names in ("winter one or winter two", "winter two or winter one")
    }


@pytest.mark.parametrize("given", ["~nosuch/x.yaml", "~nosuch"])
def test_the_home_of_somebody_unknown_is_an_unknown_name(run: Run, given: str) -> None:
    assert run("simulate", given).sentence.startswith(f"There is no scenario '{given}'. ")
    assert run("play", "--terminal", "--load", given).sentence.startswith(
        f"There is no save '{given}'"
    )


def test_a_file_without_an_ending_is_named_as_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text("milk\n", encoding="utf-8")
    finished = run("simulate", path)
    assert f"--> {path}:1:1" in finished.err
    assert finished.err.endswith(
        "The scenario 'notes' cannot be played: a scenario consists of entries, each with a name "
        f"({path}:1).\n"
    )


@pytest.mark.parametrize("command", ["check", "simulate"])
def test_a_name_that_is_too_long_is_the_files_fault_and_not_the_outputs(
    run: Run, command: str
) -> None:
    finished = run(command, "x" * 300 + ".yaml")
    assert finished.code == 1
    assert "output" not in finished.sentence
    assert "x" * 300 in finished.sentence


def test_whatever_the_system_refuses_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(errno.EIO, "Input/output error", "/somewhere/game.yaml")

    monkeypatch.setattr(program, "_called", refuse)
    finished = run("scenarios")
    assert finished.code == 1
    assert finished.sentence == (
        "/somewhere/game.yaml cannot be used (Input/output error). Check the name and the disk."
    )


def test_a_number_of_thousands_of_digits_is_no_turn_and_no_message(
    run: Run, tmp_path: Path
) -> None:
    plan, many = tmp_path / "plan.csv", "9" * 5000
    shown = "9" * 39 + "…"
    plan.write_text(f"turn,seo\n{many},0\n", encoding="utf-8")
    assert run("simulate", "corner_shop", "--plan", plan).sentence == (
        f"{plan}, line 2, column 1: '{shown}' is not a turn. This scenario has turns 1 to 3."
    )
    plan.write_text(f"turn,positioning\n1,{many}\n", encoding="utf-8")
    assert run("simulate", "corner_shop", "--plan", plan).sentence == (
        f"{plan}, line 2, column 2: column 'positioning': there is no message '{shown}'. "
        "Choose one of: fresh or nearby."
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("simulate",),
        ("simulate", "corner_shop", "--seed", "-1"),
        ("simulate", "corner_shop", "--seed", "many"),
        ("simulate", "corner_shop", "--games", "0"),
        ("simulate", "corner_shop", "--strategy", "steady", "--plan", "x.csv"),
        ("play", "corner_shop", "--load", "mine"),
        ("play", "--load", "mine", "--role", "sales"),
        ("play", "--hot-seat", "marketing,sales", "--role", "sales"),
        ("play", "--load", "mine", "--seed", "99"),
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
    assert finished.sentence == (
        f"The settings in {places.settings} cannot be read; the usual ones are used. "
        "The next change writes the file anew and keeps the old one as settings.damaged.json."
    )


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
    assert done.stderr == (
        "The output cannot be written (No space left on device). Send it somewhere else.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="streams of a shell")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("handoff scenarios >&-", 0),
        ("handoff play first_steps --terminal <&-", 0),
        ("handoff simulate no_such_scenario 2>&-", 1),
        ("handoff simulate first_steps <&- >&- 2>&-", 0),
    ],
)
def test_a_closed_stream_is_no_crash(tmp_path: Path, line: str, code: int) -> None:
    done = shell(line, tmp_path)
    assert (done.returncode, done.stderr) == (code, "")


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
