"""``balance``: says what a scenario teaches, with places to mend, and ends in a sentence."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from game.analysis.par import Par, search_par
from game.storage.pars import keep_par
from game.storage.places import Places
from game.storage.scenarios import load_scenario
from tests.cli.running import Run

CLAIMS = """\
extends: corner_shop
scorecard:
  total_bookings: {target: 900M}
  satisfaction: {target: 70%}
expects:
  ranking: [par, steady]
  best_message: nearby
"""


_PARS: dict[str, Par] = {}


def know_par(places: Places, name: str) -> None:
    """Keep a par that was found quickly, as if it had been searched for long."""
    rules = load_scenario(places, name)
    if rules.source not in _PARS:
        _PARS[rules.source] = search_par(rules, effort=0.02)
    keep_par(places, rules, _PARS[rules.source])


@pytest.fixture
def shop(places: Places) -> str:
    know_par(places, "corner_shop")
    return "corner_shop"


@pytest.fixture
def claims(places: Places) -> str:
    (places.own_scenarios / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    know_par(places, "claims")
    return "claims"


def test_a_scenario_is_told_with_tables_and_a_verdict(run: Run, shop: str) -> None:
    finished = run("balance", shop)
    for words in ("Even split", "Levers in the best plan", "Product demos", "Strike", "Scorecard"):
        assert words in finished.out
    last = finished.out.strip().splitlines()[-1]
    assert last.startswith("Corner shop: Nothing is claimed under 'expects', so nothing is proved.")
    assert "error" in last
    assert "It teaches" not in finished.out
    assert finished.err == ""


def test_every_table_says_how_its_headings_are_read(run: Run, shop: str) -> None:
    out = " ".join(run("balance", shop).out.split())
    for read in ("'In time' is", "'Least' and 'Most' are", "'Moved' and 'Unspent' are"):
        assert read in out


def test_no_name_is_cut_on_a_console_of_eighty_columns(
    run: Run, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.tables.PIPED_WIDTH", 80)
    out = run("balance", shop).out
    tables = out[: out.index("Par reaches")]
    assert "…" not in tables
    assert max(map(len, tables.splitlines())) <= 80


def test_par_is_told_here_and_as_other_commands_name_it(run: Run, shop: str) -> None:
    out = run("balance", shop).out
    here = json.loads(run("balance", shop, "--json").out)["par"]
    assert f"Par reaches {here:.1f} points in these 200 worlds" in out


def test_the_exit_code_says_whether_it_teaches(run: Run, shop: str, claims: str) -> None:
    for name in (shop, claims):
        finished = run("balance", name, "--json")
        verdict = json.loads(finished.out)["verdict"]
        assert finished.code == (1 if verdict == "does_not_teach" else 0)


def test_findings_point_at_the_line_to_change(run: Run, claims: str) -> None:
    finished = run("balance", claims)
    assert finished.code == 1
    lines = [each.strip() for each in finished.out.splitlines()]
    place = next(each for each in lines if "scorecard.total_bookings.target" in each)
    file, line = place.removeprefix("--> ").split(" ")[0].rsplit(":", 1)
    assert Path(file).name == "claims.yaml"
    assert "900M" in CLAIMS.splitlines()[int(line) - 1]
    proved = "proved: 'par' does better than 'steady'. Found: 'par' reaches 100"
    assert any(each.startswith(proved) for each in lines)


def test_an_entry_that_the_file_leaves_out_is_said_to_be_written_where_it_belongs(
    run: Run, claims: str
) -> None:
    findings = json.loads(run("balance", claims, "--json").out)["findings"]
    absent = [each for each in findings if not each["written"]]
    assert absent
    out = run("balance", claims).out
    for each in absent:
        block, _, rest = each["entry"].partition(".")
        place = f"' yet: write it under '{block}:'" if rest else ":' yet: write one"
        assert f"has no '{each['entry']}{place}" in out
    present = next(each for each in findings if each["entry"] == "scorecard.total_bookings.target")
    assert present["written"]


def test_json_is_one_object_with_figures_findings_and_claims(run: Run, claims: str) -> None:
    result: dict[str, Any] = json.loads(run("balance", claims, "--json").out)
    assert result["scenario"] == "claims"
    assert result["worlds"] == 200
    codes = {each["code"]: each for each in result["findings"]}
    assert codes["target_unreachable"]["entry"] == "scorecard.total_bookings.target"
    assert codes["target_unreachable"]["severity"] == "error"
    assert [each["claim"] for each in result["claims"]] == ["ranking", "best_message"]
    assert result["claims"][0]["holds"] is True
    assert {each["kind"] for each in result["standings"]} == {
        *("par", "bot", "group", "lever", "nothing")
    }
    assert sum(each["share"] for each in result["levers"]) == pytest.approx(1, abs=1e-5)


def test_figures_for_programs_have_six_decimals_as_elsewhere(run: Run, claims: str) -> None:
    text = run("balance", claims, "--json").out
    long = re.findall(r"\d\.\d{7,}", text)
    assert not long
    result = json.loads(text)
    assert all(each["least"] <= each["happens"] <= each["most"] for each in result["events"])


def test_what_was_measured_is_kept_and_not_played_again(
    run: Run, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("balance", shop)

    def played(*_: object, **__: object) -> None:
        raise AssertionError("it was played again")

    monkeypatch.setattr("game.cli.balance.measured_balance", played)
    assert run("balance", shop).out == first.out


def test_figures_that_are_damaged_are_measured_anew(run: Run, shop: str, places: Places) -> None:
    first = run("balance", shop)
    (kept,) = (places.home / "balances").iterdir()
    kept.write_text('{"worlds": "many"}', encoding="utf-8")
    assert run("balance", shop).out == first.out
    assert json.loads(kept.read_text(encoding="utf-8"))["worlds"] == 200


def test_another_claim_needs_no_other_figures(
    run: Run, places: Places, claims: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("balance", claims).code == 1
    (places.own_scenarios / "claims.yaml").write_text(
        CLAIMS.replace("nearby", "fresh"), encoding="utf-8"
    )

    def played(*_: object, **__: object) -> None:
        raise AssertionError("it was played again")

    monkeypatch.setattr("game.cli.balance.measured_balance", played)
    first, second = "more than 'fresh'.", "more than 'nearby'."
    said = run("balance", claims).out
    assert first in said
    assert "What it expects holds, and yet it does not teach. 2 of 2 claims are proved" in said
    assert second not in said


def test_the_figures_are_drawn_into_a_file(run: Run, shop: str, tmp_path: Path) -> None:
    file = tmp_path / "shop.svg"
    run("balance", shop, "--picture", file)
    root = ET.fromstring(file.read_text(encoding="utf-8"))
    texts = {each.text for each in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Even split", "Product demos", "Ways to play, parts of par"} <= texts


def test_a_picture_that_cannot_be_written_is_one_sentence(
    run: Run, shop: str, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("in the way", encoding="utf-8")
    finished = run("balance", shop, "--picture", file / "shop.svg")
    assert finished.code == 1
    assert str(file) in finished.sentence


def test_a_folder_for_a_picture_that_is_not_there_is_told_before_anything_is_measured(
    run: Run, shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured(*_: object, **__: object) -> None:
        raise AssertionError("it was measured")

    monkeypatch.setattr("game.cli.balance.sought_par", measured)
    finished = run("balance", shop, "--picture", tmp_path / "pictrues" / "shop.svg")
    assert finished.code == 1
    assert finished.sentence.startswith(f"There is no folder {tmp_path / 'pictrues'}.")
    assert not (tmp_path / "pictrues").exists()


def test_a_cancelled_measurement_ends_with_a_sentence(
    run: Run, shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.balance.measured_balance", interrupted)
    finished = run("balance", shop)
    assert finished.code == 1
    assert finished.sentence == "Cancelled; nothing was kept."
    assert finished.out == ""


def test_a_scenario_without_money_is_named(run: Run, places: Places) -> None:
    path = places.own_scenarios / "poor.yaml"
    path.write_text("title: Poor\nbudget: {start: 0, per_turn: 0}\n", encoding="utf-8")
    finished = run("balance", "poor")
    assert finished.code == 1
    assert "never any money" in finished.sentence


def test_a_parameter_that_is_no_number_is_refused_at_its_line(run: Run, places: Places) -> None:
    path = places.own_scenarios / "odd.yaml"
    text = "title: Odd\nexpert:\n  forgetting: {value: nan, unit: share a month, source: none}\n"
    path.write_text(text, encoding="utf-8")
    finished = run("balance", "odd")
    assert finished.code == 1
    assert "odd.yaml:3" in finished.err


def test_an_unknown_scenario_is_named(run: Run) -> None:
    finished = run("balance", "corner_shopp")
    assert finished.code == 1
    assert "corner_shop" in finished.sentence
