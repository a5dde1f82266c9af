"""``scenarios``, ``check`` and the help: what is there, and what is wrong with it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.storage.places import Places
from tests.cli.running import Run


def test_scenarios_are_listed_with_their_facts(run: Run, places: Places) -> None:
    facts = {each["name"]: each for each in json.loads(run("scenarios", "--json").out)}
    assert facts["corner_shop"]["turns"] == 3
    assert facts["corner_shop"]["shipped"] is False
    assert facts["fresh_start"]["shipped"] is True
    assert facts["corner_shop"]["path"] == str(places.own_scenarios / "corner_shop.yaml")
    assert "Corner shop" in run("scenarios").out


def test_a_scenario_that_cannot_be_read_is_listed_with_the_reason(run: Run, places: Places) -> None:
    (places.own_scenarios / "bad.yaml").write_text("turns: 3 4\n", encoding="utf-8")
    finished = run("scenarios", "--json")
    assert finished.code == 0
    bad = next(each for each in json.loads(finished.out) if each["name"] == "bad")
    assert "cannot be played" in bad["problem"]
    assert run("scenarios").code == 0


def test_a_playable_file_passes_the_check_and_tells_its_facts(run: Run, places: Places) -> None:
    finished = run("check", places.own_scenarios / "corner_shop.yaml")
    assert finished.code == 0
    assert "0 errors" in finished.out
    assert "16 levers" in finished.out


def test_an_error_is_drawn_with_line_and_caret_and_fails_the_check(
    run: Run, places: Places
) -> None:
    bad = places.own_scenarios / "bad.yaml"
    bad.write_text("title: Bad\nturns: {one_turn_is: monht}\n", encoding="utf-8")
    finished = run("check", bad, places.own_scenarios / "corner_shop.yaml")
    assert finished.code == 1
    assert f"{bad}:2:22" in finished.out
    assert "^^^^^ did you mean 'month'?" in finished.out
    assert "corner_shop.yaml: 0 errors" in finished.out


def test_every_scenario_in_a_folder_is_checked(run: Run, places: Places) -> None:
    (places.own_scenarios / "bad.yaml").write_text("title: 3 4\nturn: 1\n", encoding="utf-8")
    below = places.own_scenarios / "below"
    below.mkdir()
    (below / "worse.yaml").write_text("turn: 1\n", encoding="utf-8")
    finished = run("check", places.own_scenarios)
    assert finished.code == 1
    assert f"{places.own_scenarios / 'corner_shop.yaml'}: 0 errors" in finished.out
    assert f"{places.own_scenarios / 'bad.yaml'}:2:1" in finished.out
    assert "worse.yaml" not in finished.out


def test_a_folder_without_scenarios_fails_the_check(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "notes.txt").write_text("title: Notes\n", encoding="utf-8")
    finished = run("check", empty)
    assert finished.code == 1
    assert finished.sentence == (
        f"There is no scenario in the folder {empty}. Scenario files end in .yaml."
    )
    line = json.loads(run("check", "--json", empty).out)
    assert (line["code"], line["file"]) == ("no_scenarios", str(empty))


def test_problems_come_as_lines_of_json(run: Run, places: Places) -> None:
    bad = places.own_scenarios / "bad.yaml"
    bad.write_text("title: Bad\nturns: {one_turn_is: monht}\n", encoding="utf-8")
    finished = run("check", "--json", bad, "none.yaml")
    assert finished.code == 1
    lines = [json.loads(line) for line in finished.out.splitlines()]
    errors = [line for line in lines if line["severity"] == "error"]
    assert {(line["file"], line["line"], line["column"]) for line in errors} == {
        (str(bad), 2, 22),
        ("none.yaml", 1, 1),
    }
    assert all(
        set(line) >= {"severity", "code", "file", "line", "column", "message", "suggestion"}
        for line in lines
    )


def test_a_file_that_is_not_there_fails_the_check(run: Run) -> None:
    finished = run("check", "none.yaml")
    assert finished.code == 1
    assert "none.yaml" in finished.sentence


@pytest.mark.parametrize("command", ["play", "simulate", "scenarios", "check", "new", "schema"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    assert command in run("--help").out
    finished = run(command, "--help")
    assert finished.code == 0
    assert "Usage:" in finished.out


def test_help_does_not_wait_for_the_market(tmp_path: Path) -> None:
    code = (
        "import sys; from game.cli import main; main(['--help']);"
        "print(sorted({'numpy', 'pydantic', 'pygame', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={"HANDOFF_HOME": str(tmp_path), "PATH": ""},
    )
    assert done.stdout.splitlines()[-1] == "[]"
