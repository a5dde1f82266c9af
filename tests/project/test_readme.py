"""README shows commands that work as they stand there, and CI runs one of them."""

import re
import tomllib
from pathlib import Path

import pytest
import typer.main

import game
from game.cli.commands import new_app
from game.cli.setup import new_setup

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = ("README.md", "scenarios/README.md")


def blocks() -> list[str]:
    """Return the plain fenced blocks of README."""
    return [
        block.strip() for block in re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    ]


def test_the_first_block_plays_and_the_second_tests() -> None:
    first, second = blocks()[:2]
    assert first == "python -m pip install . && python main.py"
    assert second == "python -m pip install '.[test]' && python -m pytest"


@pytest.mark.parametrize("guide", GUIDES)
def test_every_file_that_a_guide_points_to_is_there(guide: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / guide).read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert ((ROOT / guide).parent / target).exists(), target


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_of_a_guide_is_a_command_of_the_program(guide: str) -> None:
    group = typer.main.get_command(new_app(new_setup()))
    commands = getattr(group, "commands", {})
    shown = re.findall(r"`python main\.py (\w+)([^`]*)`", (ROOT / guide).read_text("utf-8"))
    assert shown
    for name, rest in shown:
        assert name in commands, name
        known = {option for each in commands[name].params for option in each.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known | {"--help"}, (name, rest)


def test_the_guide_of_scenarios_promises_no_command_that_is_not_there() -> None:
    group = typer.main.get_command(new_app(new_setup()))
    guide = (ROOT / "scenarios" / "README.md").read_text(encoding="utf-8")
    for name in {"balance", "new", "schema"} - set(getattr(group, "commands", {})):
        assert f"`{name}`" not in guide


def test_the_top_level_holds_what_architecture_names_and_nothing_else() -> None:
    expected = {
        *("game", "scenarios", "assets", "tests", "main.py", "pyproject.toml", "README.md"),
        *("ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "uv.lock", ".ci", ".gitignore"),
        ".pre-commit-config.yaml",
    }
    ignored = {".git", ".venv", "build", "dist", ".benchmarks", ".hypothesis", "__pycache__"}
    caches = {path.name for path in ROOT.glob(".*_cache")}
    found = {path.name for path in ROOT.iterdir()} - ignored - caches
    assert found == expected


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == game.__version__
