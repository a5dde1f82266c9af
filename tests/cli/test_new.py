"""``new`` writes scenarios that play as they stand; ``schema`` prints what editors need."""

import re
import stat
from pathlib import Path

import pytest

from game.scenario import Checked
from game.storage.places import Places, shipped
from game.storage.scenarios import check_file, list_scenarios
from tests.cli.running import Run

SHIPPED = sorted(path.stem for path in shipped("scenarios").glob("*.yaml"))


def switched_on(text: str) -> str:
    """Return a file with its examples switched on: the # and the space behind it taken away."""
    return re.sub(r"^# ((?: *[a-z_]+:| +- ).*)$", r"\1", text, flags=re.MULTILINE)


def with_examples(path: Path) -> Checked:
    """Check a file beside the given one, in which all examples are switched on."""
    before = path.read_text(encoding="utf-8")
    after = switched_on(before)
    assert len(re.findall("^# [a-z ]*:", after, re.MULTILINE)) < len(
        re.findall("^# [a-z ]*:", before, re.MULTILINE)
    )
    changed = path.with_name("switched_on.yaml")
    changed.write_text(after, encoding="utf-8")
    return check_file(changed)


def test_a_new_scenario_passes_the_check_without_a_remark_and_plays(
    run: Run, places: Places
) -> None:
    finished = run("new", "my_game")
    path = places.own_scenarios / "my_game.yaml"
    assert finished.code == 0
    assert str(path) in finished.out
    assert "'play my_game' plays it" in finished.out
    assert run("check", "my_game").out.startswith(f"{path}: no problems\n")
    assert run("simulate", "my_game").out.startswith("My game, seed 1")
    assert [each.path for each in list_scenarios(places) if each.name == "my_game"] == [path]


def test_what_collaboration_earns_shows_in_a_new_scenario(run: Run) -> None:
    run("new", "my_game")
    points = {
        strategy: float(
            re.findall(r"Score: ([\d.]+)", run("simulate", "my_game", "--strategy", strategy).out)[
                0
            ]
        )
        for strategy in ("steady", "no_collaboration", "marketing_only")
    }
    assert points["steady"] > points["no_collaboration"] > points["marketing_only"]


def test_every_example_of_a_new_scenario_plays_when_it_is_switched_on(
    run: Run, places: Places
) -> None:
    run("new", "my_game")
    assert with_examples(places.own_scenarios / "my_game.yaml").problems == ()


@pytest.mark.parametrize("parent", SHIPPED)
def test_a_variant_of_every_shipped_scenario_plays_with_and_without_its_examples(
    run: Run, places: Places, parent: str
) -> None:
    finished = run("new", "other", "--from", parent)
    path = places.own_scenarios / "other.yaml"
    assert finished.code == 0, finished.err
    assert f"in the same folder: {parent}.yaml" in finished.out
    assert check_file(path).problems == ()
    checked = with_examples(path)
    assert checked.rules is not None, checked.problems
    assert "follower" in {rival.style for rival in checked.rules.rivals}
    assert path.read_text(encoding="utf-8").count(parent) >= 2


def test_a_variant_shows_no_example_of_what_its_parent_does_not_have(
    run: Run, places: Places
) -> None:
    bare = places.own_scenarios / "bare.yaml"
    bare.write_text("title: Bare\n", encoding="utf-8")
    run("new", "other", "--from", "bare")
    text = (places.own_scenarios / "other.yaml").read_text(encoding="utf-8")
    assert {"segments:", "rivals:", "events:", "budget:"} & set(text.split()) == set()
    assert "# turns: {count: 12}" in text
    assert set(re.findall("[A-Z]{5,}", text)) == {"README"}
    assert with_examples(places.own_scenarios / "other.yaml").rules is not None


def test_a_variant_of_a_variant_takes_its_whole_family_along(run: Run, tmp_path: Path) -> None:
    run("new", "lean", "--from", "first_steps")
    folder = tmp_path / "course"
    folder.mkdir()
    finished = run("new", folder / "leaner", "--from", "lean")
    assert finished.code == 0, finished.err
    assert {each.name for each in folder.iterdir()} == {
        *("leaner.yaml", "lean.yaml", "first_steps.yaml", "variant.schema.json")
    }
    assert run("simulate", folder / "leaner.yaml").code == 0


def test_a_path_says_where_a_new_scenario_goes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "course" / "day: one.yaml"
    path.parent.mkdir()
    assert run("new", path).code == 0
    assert check_file(path).problems == ()
    assert 'title: "Day: one"' in path.read_text(encoding="utf-8")
    assert f"./{'scenario.schema.json'}" in path.read_text(encoding="utf-8").splitlines()[0]
    assert (path.parent / "scenario.schema.json").is_file()
    assert stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444


@pytest.mark.parametrize("more", [(), ("--from", "fresh_start")])
def test_what_is_there_is_never_overwritten(run: Run, places: Places, more: tuple[str]) -> None:
    path = places.own_scenarios / "corner_shop.yaml"
    before = path.read_bytes()
    for given in ("corner_shop", path):
        finished = run("new", given, *more)
        assert finished.code == 1
        assert str(path) in finished.sentence
        assert "Choose another name." in finished.sentence
    assert path.read_bytes() == before
    assert [each.name for each in places.own_scenarios.iterdir()] == ["corner_shop.yaml"]


def test_the_name_of_a_shipped_scenario_is_taken(run: Run) -> None:
    finished = run("new", "first_steps")
    assert finished.code == 1
    assert "There is already a scenario 'first_steps'" in finished.sentence


def test_a_variant_cannot_have_the_name_of_its_parent(run: Run, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    finished = run("new", tmp_path / "away" / "first_steps.yaml", "--from", "first_steps")
    assert finished.code == 1
    assert "needs another name" in finished.sentence
    assert not any((tmp_path / "away").iterdir())


def test_a_name_with_a_space_is_told_as_it_has_to_be_typed(run: Run) -> None:
    said = run("new", "My Game").out
    assert "'check \"My Game\"' says what is wrong" in said
    assert "'play \"My Game\"' plays it" in said
    assert run("check", "My Game").code == 0


def test_a_folder_that_is_not_there_is_not_made_unasked(
    run: Run, places: Places, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away") / "corse"
    for more in ((), ("--from", "first_steps")):
        finished = run("new", away / "a.yaml", *more)
        assert finished.code == 1
        assert finished.sentence == (
            f"There is no folder {away}. Make it first, or choose another."
        )
    assert not away.exists()
    assert run("new", places.home / "scenarios" / "spring" / "a.yaml").code == 0


@pytest.mark.parametrize("given", ["zahn.txt", "zahn.CSV", "course/zahn.md"])
def test_the_ending_of_another_kind_of_file_is_refused(run: Run, given: str) -> None:
    finished = run("new", given)
    assert finished.code == 1
    assert finished.sentence.endswith(f"Type {given.rpartition('.')[0]}.yaml.")


def test_a_dot_in_a_name_is_part_of_it(run: Run, places: Places) -> None:
    assert run("new", "course_1.5").code == 0
    path = places.own_scenarios / "course_1.5.yaml"
    assert run("check", "course_1.5").out.startswith(f"{path}: no problems\n")
    assert run("simulate", "course_1.5").code == 0


def test_a_shipped_scenario_can_be_changed_from_any_folder(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("course") / "mine.yaml"
    path.write_text("extends: fresh_start\ntitle: Mine\n", encoding="utf-8")
    assert run("check", path).out.startswith(f"{path}: no problems\n")
    assert run("simulate", path).out.startswith("Mine, seed 1")


def test_a_parent_that_is_nowhere_is_answered_with_those_there_are(
    run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("course")
    (folder / "autumn.yaml").write_text("title: Autumn\n", encoding="utf-8")
    path = folder / "mine.yaml"
    path.write_text("extends: fresh_strat\ntitle: Mine\n", encoding="utf-8")
    said = run("check", path).out
    assert "there is no scenario 'fresh_strat' in this folder" in said
    assert "did you mean 'fresh_start'?" in said
    assert "choose from: autumn, brand_or_now" in said


def test_a_variant_is_not_put_beside_another_scenario_of_its_parents_name(
    run: Run, places: Places
) -> None:
    other = places.own_scenarios / "first_steps.yaml"
    other.write_text("title: Mine\n", encoding="utf-8")
    finished = run("new", "lean", "--from", "first_steps")
    assert finished.code == 1
    assert str(other) in finished.sentence
    assert not (places.own_scenarios / "lean.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("",), "is no name for a scenario"),
        (("a\0b",), "is no name for a scenario"),
        (("other", "--from", "frist_steps"), "Did you mean first_steps?"),
    ],
)
def test_what_cannot_be_written_is_told(run: Run, arguments: tuple[str], words: str) -> None:
    finished = run("new", *arguments)
    assert finished.code == 1
    assert words in finished.sentence


def test_a_broken_parent_shows_what_is_wrong_with_it(run: Run, places: Places) -> None:
    (places.own_scenarios / "bad.yaml").write_text("turns: 3 4\n", encoding="utf-8")
    finished = run("new", "other", "--from", "bad")
    assert finished.code == 1
    assert "bad.yaml:1" in finished.err
    assert not (places.own_scenarios / "other.yaml").exists()


@pytest.mark.parametrize(
    ("options", "file"),
    [((), "scenario.schema.json"), (("--variant",), "variant.schema.json")],
)
def test_the_schema_that_is_printed_is_the_shipped_one(
    run: Run, options: tuple[str], file: str
) -> None:
    finished = run("schema", *options)
    assert finished.code == 0
    assert finished.out == (shipped("scenarios") / file).read_text(encoding="utf-8")
