"""The guide for trainers is checked like code: its examples play, and it leaves nothing out."""

import re
from pathlib import Path

import pytest

from game.market import LEVERS
from game.scenario.checking import check
from game.scenario.effects import TARGETS, parse_effect
from game.scenario.measures import MEASURES
from game.scenario.model import Scenario
from game.scenario.shape import Shape, shape_of

FOLDER = Path(__file__).parents[2] / "scenarios"
GUIDE = (FOLDER / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall("```yaml\n(.*?)```", GUIDE, re.DOTALL)


def every_name(shape: Shape) -> set[str]:
    below = [shape.item] if shape.item else []
    names = set(shape.fields or ())
    return names.union(*(every_name(each) for each in (*(shape.fields or {}).values(), *below)))


def test_the_twenty_lines_play_without_a_remark() -> None:
    example = EXAMPLES[0]
    assert len(example.splitlines()) <= 20
    assert check(example, "bicycles.yaml").problems == ()


def test_the_example_of_a_variant_plays() -> None:
    example = next(each for each in EXAMPLES if "extends: fresh_start" in each)
    parent = (FOLDER / "fresh_start.yaml").read_text(encoding="utf-8")
    assert check(example, "lean.yaml", {"fresh_start": parent}.get).problems == ()


def test_every_effect_of_the_guide_is_one() -> None:
    shown = next(each for each in EXAMPLES if each.startswith("affects:"))
    effects = [line.removeprefix("  - ") for line in shown.splitlines()[1:]]
    assert (
        len([parse_effect(each, "EUR", ["small_offices"], ["beanline"]) for each in effects]) == 6
    )


@pytest.mark.parametrize(
    "names",
    [
        every_name(shape_of(Scenario)),
        set(MEASURES),
        set(LEVERS),
        {name.removesuffix(" …") for name in TARGETS},
    ],
    ids=["entries", "measures", "levers", "targets"],
)
def test_the_guide_leaves_nothing_out(names: set[str]) -> None:
    assert {name for name in names if f"`{name}" not in GUIDE} == set()
