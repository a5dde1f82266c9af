"""Everybody whose work the game is made of is named, with a licence."""

import re
import tomllib
from pathlib import Path

from game.report.credits import PACKAGES, SHIPPED

ROOT = Path(__file__).resolve().parents[2]


def test_every_package_that_the_game_needs_is_credited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"[^\w-]", each)[0].lower() for each in project["dependencies"]}
    credited = {str(each.name).lower() for each in PACKAGES}
    assert needed <= credited


def test_every_licence_of_the_assets_is_credited() -> None:
    rows = (ROOT / "assets" / "README.md").read_text().splitlines()
    table = [row.split("|") for row in rows if row.startswith("| `")]
    told = " ".join(str(each.licence) for each in SHIPPED)
    licences = {re.split(r"[,;]", row[4].strip())[0] for row in table}
    assert {"ISC", "CC0 1.0"} <= licences
    for licence in licences:
        assert licence.split(" and ")[0] in told, licence


def test_every_credit_names_who_and_under_what() -> None:
    assert all(str(each.by) and str(each.licence) for each in (*SHIPPED, *PACKAGES))
