"""How long the questions of a debrief take: a game of 12 turns, one core. The aim: 1 s for all."""

from typing import Any

import pytest

from game.analysis.attribution import attribution
from game.analysis.changes import GroupOut
from game.analysis.debrief import debrief
from game.analysis.ends import other_worlds
from game.analysis.luck_share import luck_share
from game.analysis.memory import keep_freed_memory
from game.analysis.what_if import what_if
from game.analysis.why import why
from tests.analysis.shipped_games import finished


@pytest.fixture(scope="module", autouse=True)
def _as_the_program_starts() -> None:
    keep_freed_memory()


def test_a_whole_debrief(benchmark: Any) -> None:
    rules, session = finished("fresh_start")
    assert benchmark(debrief, rules, session).turns == 12


def test_what_every_decision_was_worth_in_64_worlds(benchmark: Any) -> None:
    rules, session = finished("fresh_start")
    worlds = other_worlds(rules, session.seed, 63)
    assert len(benchmark(attribution, rules, session, 0, worlds).levers) == 32


def test_luck_against_skill_in_200_worlds(benchmark: Any) -> None:
    rules, session = finished("fresh_start")
    worlds = other_worlds(rules, session.seed, 200)
    assert len(benchmark(luck_share, rules, session, 0, worlds).worlds) == 200


def test_drawing_200_other_worlds(benchmark: Any) -> None:
    rules, session = finished("fresh_start")
    assert len(benchmark(other_worlds, rules, session.seed, 200)) == 200


def test_one_game_played_otherwise(benchmark: Any) -> None:
    rules, session = finished("fresh_start")
    change = GroupOut(group="sales")
    assert benchmark(what_if, rules, session, change).turns == 12


def test_why_one_figure_changed(benchmark: Any) -> None:
    rules, session = finished("fresh_start")
    assert benchmark(why, rules, session, "bookings", 8).now > 0
