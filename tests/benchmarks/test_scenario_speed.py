from pathlib import Path
from typing import Any

import pytest

from game.scenario.checking import check
from game.scenario.reader import best_parser, pure_parser, read

TEXT = (Path(__file__).parents[2] / "scenarios" / "fresh_start.yaml").read_text(encoding="utf-8")


def test_checking_and_building_the_longest_scenario(benchmark: Any) -> None:
    assert benchmark(check, TEXT, "fresh_start.yaml").rules is not None


@pytest.mark.parametrize("parser", [best_parser, pure_parser], ids=["c", "python"])
def test_reading_the_longest_scenario(benchmark: Any, parser: Any) -> None:
    assert benchmark(read, TEXT, "fresh_start.yaml", parser)[1] == ()


def test_a_hundred_mistakes_are_as_quick_as_none(benchmark: Any) -> None:
    broken = (
        TEXT.replace("chance:", "chanse:").replace("points", "pionts").replace("turn ", "trun ")
    )
    assert len(benchmark(check, broken, "fresh_start.yaml").errors) > 30
