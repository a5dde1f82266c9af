"""A scenario extends one beside it, or one of the shelf; each with parents of its own folder."""

from pathlib import Path

import pytest

from game.storage.places import Places
from game.storage.scenarios import check_file, load_scenario
from tests.storage.homes import new_home


@pytest.fixture
def shelf(tmp_path: Path) -> Places:
    """Places whose shelf holds a scenario that extends another of the shelf."""
    usual = new_home(tmp_path)
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "town.yaml").write_text("title: Town\nturns: {count: 7}\n", encoding="utf-8")
    (folder / "village.yaml").write_text("extends: town\nsummary: Small\n", encoding="utf-8")
    return Places(home=usual.home, scenarios=folder, assets=usual.assets)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.yaml"
    folder.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_shipped_scenario_is_extended_from_any_folder(shelf: Places, tmp_path: Path) -> None:
    path = written(tmp_path / "course", "mine", "extends: village\ntitle: Mine\n")
    rules = load_scenario(shelf, str(path))
    assert (rules.title, rules.summary, rules.turns) == ("Mine", "Small", 7)


def test_what_stands_beside_a_scenario_comes_first(shelf: Places, tmp_path: Path) -> None:
    written(tmp_path / "course", "village", "title: Other\nturns: {count: 5}\n")
    path = written(tmp_path / "course", "mine", "extends: village\ntitle: Mine\n")
    assert load_scenario(shelf, str(path)).turns == 5


def test_a_shipped_scenario_is_made_of_shipped_ones_whatever_stands_beside(
    shelf: Places, tmp_path: Path
) -> None:
    written(tmp_path / "course", "town", "title: Other\nturns: {count: 5}\n")
    path = written(tmp_path / "course", "mine", "extends: village\ntitle: Mine\n")
    assert load_scenario(shelf, str(path)).turns == 7


def test_a_problem_of_a_shipped_parent_names_its_file(shelf: Places, tmp_path: Path) -> None:
    path = written(
        tmp_path / "course", "mine", "extends: village\ntitle: Mine\nturns:\n  count: 2\n"
    )
    written(shelf.scenarios, "town", "title: Town\nlevers: {seo: {unlock: turn 9}}\n")
    late = next(
        each for each in check_file(path, shelf).problems if each.code == "unlock_after_end"
    )
    assert (late.file, late.line) == (str(shelf.scenarios / "town.yaml"), 2)
