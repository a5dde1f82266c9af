"""``simulate``: scripts get what the contract says, the same for the same seed."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game.market import LEVERS
from tests.cli.running import Run
from tests.storage.homes import CORNER_SHOP

TURN_KEYS = [
    "turn",
    "spend",
    "leads",
    "mqls",
    "sqls",
    "opportunities",
    "wins",
    "customers",
    "churned",
    "awareness",
    "goodwill",
    "satisfaction",
    "lead_fit",
    "acceptance",
    "response_hours",
    "leakage",
    "win_rate",
    "bookings",
    "revenue",
    "contribution",
    "cash",
    "market_share",
    "congruence",
]


def played(run: Run, *arguments: object) -> dict[str, Any]:
    finished = run("simulate", "corner_shop", "--json", *arguments)
    assert finished.code == 0, finished.err
    result: dict[str, Any] = json.loads(finished.out)
    return result


def test_the_json_has_exactly_the_keys_of_the_contract(run: Run) -> None:
    result = played(run)
    assert list(result) == ["scenario", "seed", "currency", "turns", "totals", "score"]
    assert (result["scenario"], result["seed"], result["currency"]) == ("corner_shop", 1, "EUR")
    assert [turn["turn"] for turn in result["turns"]] == [1, 2, 3]
    assert all(list(turn) == TURN_KEYS for turn in result["turns"])
    assert all(list(turn["spend"]) == list(LEVERS) for turn in result["turns"])
    assert list(result["score"]) == ["total", "of_par", "parts"]
    assert set(result["totals"]) == set(TURN_KEYS) - {"turn"}


def test_totals_are_sums_of_flows_and_the_last_of_stocks(run: Run) -> None:
    result = played(run)
    for key in ("leads", "wins", "bookings", "contribution"):
        assert result["totals"][key] == pytest.approx(sum(turn[key] for turn in result["turns"]))
    for key in ("customers", "cash", "satisfaction"):
        assert result["totals"][key] == result["turns"][-1][key]
    assert result["totals"]["spend"]["seo"] == sum(turn["spend"]["seo"] for turn in result["turns"])


def test_the_parts_of_the_score_add_up(run: Run) -> None:
    score = played(run)["score"]
    assert sum(score["parts"].values()) == pytest.approx(score["total"], abs=1e-4)


TWICE = """\
scorecard:
  bookings: {target: 100k, weight: 50%, at: total}
  last: {measure: bookings, target: 50k, weight: 30%, at: end}
  wins: {target: 20, weight: 20%, at: total}
"""


def test_two_lines_on_one_measure_both_count(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text(CORNER_SHOP + TWICE, encoding="utf-8")
    score = json.loads(run("simulate", path, "--json").out)["score"]
    assert list(score["parts"]) == ["bookings", "bookings_2", "wins"]
    assert sum(score["parts"].values()) == pytest.approx(score["total"], abs=1e-4)
    out = run("simulate", path).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Bookings (€ 100,000 in all): " in out
    assert "Bookings (€ 50,000 at the end): " in out


def test_a_file_off_the_shelf_is_named_the_same_on_every_machine(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.yaml"
    path.write_text(CORNER_SHOP, encoding="utf-8")
    assert json.loads(run("simulate", path, "--json").out)["scenario"] == "elsewhere"


def test_another_seed_is_another_game_and_no_luck_is_none(run: Run) -> None:
    assert played(run, "--seed", 1)["turns"] != played(run, "--seed", 2)["turns"]
    lucky = [played(run, "--no-luck", "--seed", seed)["turns"] for seed in (1, 2)]
    assert lucky[0] == lucky[1]


def test_many_games_give_means_between_their_quantiles(run: Run) -> None:
    games = played(run, "--games", 5)["games"]
    assert list(games) == ["count", "mean", "p10", "p90"]
    assert games["count"] == 5
    for key in ("wins", "bookings", "score"):
        assert games["p10"][key] <= games["mean"][key] <= games["p90"][key]
    singles = [played(run, "--seed", seed)["score"]["total"] for seed in range(1, 6)]
    assert games["mean"]["score"] == pytest.approx(sum(singles) / 5)


@pytest.mark.parametrize("strategy", ["steady", "silo_marketing", "sales_only", "random", "greedy"])
def test_every_strategy_plays_to_the_end(run: Run, strategy: str) -> None:
    assert len(played(run, "--strategy", strategy)["turns"]) == 3


def test_the_table_shows_each_turn_the_total_and_the_score(run: Run) -> None:
    finished = run("simulate", "corner_shop", "--games", 3)
    assert finished.code == 0
    assert "Corner shop, seed 1" in finished.out
    assert "Total" in finished.out
    assert "Score: " in finished.out
    assert "Over 3 games" in finished.out
    assert "seed 1: the first of 3 games" in finished.out


def test_a_mean_over_games_is_part_of_par_where_par_is_known(run: Run) -> None:
    out = run("simulate", "first_steps", "--games", 3).out.replace("\N{NO-BREAK SPACE}", " ")
    line = next(each for each in out.splitlines() if each.startswith("Over 3 games"))
    assert re.search(r"points, \d+ % of par, on average", line)
    games = json.loads(run("simulate", "first_steps", "--games", 3, "--json").out)["games"]
    assert games["p10"]["of_par"] <= games["mean"]["of_par"] <= games["p90"]["of_par"]


def test_a_narrow_table_cuts_no_figure_and_says_what_it_leaves_out(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "swiss.yaml"
    text = CORNER_SHOP.replace("title: Corner shop", "title: Corner shop\ncurrency: CHF")
    path.write_text(text.replace("EUR", "CHF"), encoding="utf-8")
    whole = run("simulate", "corner_shop").out
    monkeypatch.setattr("game.cli.tables.PIPED_WIDTH", 80)
    out = run("simulate", path).out
    assert max(map(len, out.splitlines())) <= 80
    assert "…" not in out
    table = out[: out.index("Score:")]
    assert table.count("\nTotal") == 1
    assert "Left out for want of room: " in out
    assert "Customers" not in table.splitlines()[1]
    assert "--json" in out
    assert "Left out" not in whole
    heads = [each.strip() for each in table.splitlines()[1].split("┃")]
    assert ("MQLs" in heads) == ("more SQLs than MQLs" in " ".join(out.split()))
    cells = [each.strip() for each in table.splitlines()[3].split("│")]
    assert len(cells) == len(heads)
    assert all(each for each in cells)


def test_the_same_seed_gives_the_same_bytes_in_two_processes(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, str(root / "main.py"), "simulate", "first_steps", "--json"]
    texts = []
    for salt in ("1", "2"):
        environment = {**os.environ, "HANDOFF_HOME": str(tmp_path), "PYTHONHASHSEED": salt}
        done = subprocess.run(
            [*command, "--seed", "9", "--strategy", "random"],
            capture_output=True,
            check=True,
            env=environment,
        )
        texts.append(done.stdout)
    assert texts[0] == texts[1]
    assert json.loads(texts[0])["seed"] == 9


# Plans ---------------------------------------------------------------------------------------


def with_plan(run: Run, folder: Path, text: str, *more: object) -> Any:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return run("simulate", "corner_shop", "--json", "--plan", path, *more)


def spent(run: Run, folder: Path, text: str) -> list[dict[str, float]]:
    finished = with_plan(run, folder, text)
    assert finished.code == 0, finished.err
    return [
        {lever: amount for lever, amount in turn["spend"].items() if amount}
        for turn in json.loads(finished.out)["turns"]
    ]


def test_a_plan_is_played_as_it_is_written(run: Run, tmp_path: Path) -> None:
    text = "turn,advertising,prospecting\n1,10k,0\n2,12 400,5000\n3,0,1.5k\n"
    assert spent(run, tmp_path, text) == [
        {"advertising": 10_000},
        {"advertising": 12_400, "prospecting": 5_000},
        {"prospecting": 1_500},
    ]


def test_a_turn_left_out_and_an_empty_cell_repeat_the_turn_before(run: Run, tmp_path: Path) -> None:
    text = "turn,advertising,prospecting\n3,,7k\n1,10k,5k\n"
    assert spent(run, tmp_path, text) == [
        {"advertising": 10_000, "prospecting": 5_000},
        {"advertising": 10_000, "prospecting": 5_000},
        {"advertising": 10_000, "prospecting": 7_000},
    ]


@pytest.mark.parametrize(
    "text",
    [
        'turn,advertising\r\n1,"12,400"\r\n',
        "turn;advertising\n1;12 400\n",
        "turn\tAdvertising\n\n1\t12.4k\n",
        "turn;advertising\n1;12400.000\n",
        "\ufeffturn,advertising,\n1,€ 12 400,\n",
    ],
)
def test_a_spreadsheets_dialects_are_understood(run: Run, tmp_path: Path, text: str) -> None:
    assert spent(run, tmp_path, text)[0] == {"advertising": 12_400}


def test_policies_stand_beside_the_money(run: Run, tmp_path: Path) -> None:
    low = with_plan(run, tmp_path, "turn,advertising,qualification_bar\n1,40k,5%\n")
    high = with_plan(run, tmp_path, "turn,advertising,qualification_bar\n1,40k,0.95\n")
    assert json.loads(low.out)["totals"]["mqls"] > json.loads(high.out)["totals"]["mqls"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("turn,advertizing\n1,10k\n", "line 1, column 2: there is no lever 'advertizing'"),
        ("turn,advertizing\n1,10k\n", "Did you mean 'advertising'?"),
        ("turn,zzz\n1,10k\n", "A column is one of: turn, market_research"),
        ("turn,seo,seo\n1,1,2\n", "column 3: the column 'seo' stands here twice"),
        ("advertising\n10k\n", "there is no column 'turn'"),
        ("turn,advertising\n1,-5\n", "line 2, column 2: column 'advertising': An amount must be 0"),
        ("turn,advertising\n1,lots\n", "'lots' is not an amount"),
        ("turn;advertising\n1;20.000\n", "line 2, column 2: column 'advertising': '20.000' has"),
        ("turn;advertising\n1;20.000\n", "Thousands have a space (20 000), decimals a point"),
        ("turn;advertising\n1;€ 1.900.000\n", "has a dot, which could mean two things"),
        ("turn,advertising\n1,1e999\n", "is not an amount"),
        ("turn,advertising\n1,nan\n", "is not an amount"),
        ("turn,advertising\n1,10k\n2,190k\n", "line 3, turn 2: You can spend"),
        ("turn,advertising\n1,900k\n", "€ 800,000 too much"),
        ("turn,seo\n1,10k\n", "line 2, turn 1: SEO opens in turn 2"),
        ("turn,advertising\n4,10k\n", "'4' is not a turn. This scenario has turns 1 to 3"),
        ("turn,advertising\n,10k\n", "'' is not a turn"),
        ("turn,advertising\n1,1\n1,2\n", "line 3, column 1: turn 1 stands in line 2 already"),
        ("turn,advertising\n1,12,400\n", "Put an amount with a comma in quotation marks"),
        ("turn,qualification_bar\n1,60\n", "'60' is not a share"),
        ("turn,positioning\n1,zzz\n", "there is no message 'zzz'"),
        ("turn,focus_enterprises\n1,90%\n", "it must be 100 %"),
        ('turn,advertising\n1,"10k\n', "is no CSV"),
        ("", "is empty"),
        ("\n \n", "is empty"),
    ],
)
def test_a_wrong_plan_is_refused_with_place_and_remedy(
    run: Run, tmp_path: Path, text: str, words: str
) -> None:
    finished = with_plan(run, tmp_path, text)
    assert finished.code == 1
    assert finished.out == ""
    assert words.replace(" ", "\N{NO-BREAK SPACE}") in finished.sentence.replace(
        " ", "\N{NO-BREAK SPACE}"
    )
    assert "plan.csv" in finished.sentence


def test_a_table_is_not_written_into_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    finished = run("simulate", "corner_shop", "--csv", tmp_path / "corse" / "games.csv")
    assert finished.code == 1
    assert finished.out == ""
    assert finished.sentence == (
        f"There is no folder {tmp_path / 'corse'}. Make it first, or choose another."
    )
    assert not (tmp_path / "corse").exists()


def test_a_plan_of_endless_lines_is_refused(run: Run, tmp_path: Path) -> None:
    finished = with_plan(run, tmp_path, "turn,seo\n" + "1,0\n" * 3000)
    assert finished.code == 1
    assert "at most 2,000 lines" in finished.sentence


def test_the_table_says_why_there_may_be_more_sqls_than_mqls(run: Run) -> None:
    result = played(run, "--strategy", "sales_only")
    assert result["totals"]["sqls"] > result["totals"]["mqls"]
    table = " ".join(run("simulate", "corner_shop").out.split())
    assert "found by prospecting, and referrals. So there can be more SQLs than MQLs." in table


def test_every_figure_of_every_game_can_be_written_as_rows(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "games.csv"
    finished = run("simulate", "first_steps", "--games", 2, "--csv", file, "--json")
    assert finished.code == 0
    assert re.search(r"games\.csv: [\d,]+ rows, \d+\.\d MB\.", finished.err)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    told = json.loads(finished.out)["turns"]
    firm = rows[0]["firm"]
    bookings = [
        float(row["value"])
        for row in rows
        if (row["seed"], row["firm"], row["measure"]) == ("1", firm, "bookings")
    ]
    assert bookings == pytest.approx([turn["bookings"] for turn in told], abs=0.01)
    assert {row["seed"] for row in rows} == {"1", "2"}
    assert {row["game"] for row in rows} == {"steady"}


def test_an_old_table_of_games_stays_where_a_new_one_fails(run: Run, tmp_path: Path) -> None:
    file, plan = tmp_path / "games.csv", tmp_path / "plan.csv"
    file.write_text("old", encoding="utf-8")
    plan.write_text("turn,advertising\n1,1\n3,999999999\n", encoding="utf-8")
    finished = run("simulate", "first_steps", "--plan", plan, "--csv", file)
    assert finished.code == 1
    assert file.read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part"))
