"""``par``: tells what can be reached and how, keeps it, and ends in a sentence whatever happens."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.cli.par import accept_pars
from game.cli.setup import Setup
from game.report.language import ENGLISH
from game.storage.places import Places
from game.storage.settings import Settings
from tests.cli.running import Run

QUICK = ("--effort", "0.02")


def test_par_is_told_with_its_plan_as_a_table(run: Run) -> None:
    finished = run("par", "corner_shop", *QUICK)
    assert finished.code == 0, finished.err
    for words in ("Par of Corner shop", "Advertising", "Positioning", "Strike", "luck of seed 1"):
        assert words in finished.out
    assert finished.err == ""


def test_par_is_told_as_json(run: Run) -> None:
    finished = run("par", "corner_shop", "--json", "--seed", 3, *QUICK)
    result: dict[str, Any] = json.loads(finished.out)
    assert result["scenario"] == "corner_shop"
    assert result["p10"] <= result["score"] <= result["p90"]
    assert [turn["turn"] for turn in result["turns"]] == [1, 2, 3]
    assert "seo" not in result["turns"][0]["money"]  # it opens in turn 2
    assert sum(result["shares"].values()) == pytest.approx(1, abs=1e-4)
    assert result["hindsight"]["seed"] == 3
    assert result["hindsight"]["score"] > 0.9 * result["score"]


def test_no_turn_of_the_plan_is_told_to_spend_more_than_there_is(run: Run) -> None:
    result: dict[str, Any] = json.loads(run("par", "fresh_start", "--json").out)
    assert sum(result["turns"][1]["money"].values()) == 100_000
    assert all(sum(turn["share"].values()) <= 1 + 1e-9 for turn in result["turns"])
    assert sum(result["shares"].values()) == pytest.approx(1, abs=1e-9)


def test_par_says_why_balance_names_another_figure(run: Run) -> None:
    assert "in its own worlds" in run("par", "corner_shop", *QUICK).out


def test_a_score_is_part_of_par_as_soon_as_par_is_known(run: Run) -> None:
    def of_par(*words: object) -> float | None:
        finished = run("simulate", "corner_shop", "--json", *words)
        assert finished.code == 0, finished.err
        found: float | None = json.loads(finished.out)["score"]["of_par"]
        return found

    assert of_par() is None
    reached = of_par("--strategy", "par")  # searches it
    assert reached == pytest.approx(1.0, abs=0.15)
    assert 0 < (of_par() or 0.0) < (reached or 0.0)


def test_a_short_search_is_not_kept(run: Run, places: Places) -> None:
    run("par", "corner_shop", *QUICK)
    assert not places.pars.exists()


def test_a_cancelled_search_ends_with_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.par.search_par", interrupted)
    finished = run("par", "corner_shop")
    assert finished.code == 1
    assert finished.sentence == "Cancelled; nothing was kept."


def test_a_scenario_without_money_is_named(run: Run, places: Places) -> None:
    poor = places.own_scenarios / "poor.yaml"
    poor.write_text("title: Poor\nbudget: {start: 0, per_turn: 0}\n", encoding="utf-8")
    finished = run("par", str(poor))
    assert finished.code == 1
    assert finished.sentence.startswith("Poor has no par: there is never any money to spend.")


def test_pars_that_ship_are_written_once_and_again_when_the_game_changes(
    places: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shipped"
    folder.mkdir()
    corner = (places.own_scenarios / "corner_shop.yaml").read_text(encoding="utf-8")
    (folder / "corner_shop.yaml").write_text(corner, encoding="utf-8")
    setup = Setup(places=replace(places, scenarios=folder), settings=Settings(), language=ENGLISH)
    accept_pars(setup, None, 0.5)
    file = folder / "pars" / "corner_shop.json"
    assert str(file) in capsys.readouterr().err
    accept_pars(setup, None, 0.5)
    assert capsys.readouterr().err == ""
    changed = corner.replace("per_turn: 50k", "per_turn: 60k")
    (folder / "corner_shop.yaml").write_text(changed, encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    accept_pars(setup, None, 0.5)
    assert file.read_text(encoding="utf-8") != before


def test_a_par_of_ones_own_does_not_ship(run: Run) -> None:
    finished = run("par", "corner_shop", "--accept")
    assert finished.code == 1
    assert finished.sentence.startswith("'corner_shop' does not ship with the game")


def test_an_unknown_scenario_has_no_par(run: Run) -> None:
    assert run("par", "nowhere").code == 1


@pytest.mark.parametrize("words", [(), ("--all",), ("corner_shop", "--all", "--accept")])
def test_what_makes_no_sense_is_a_question_of_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("par", *words).code == 2
