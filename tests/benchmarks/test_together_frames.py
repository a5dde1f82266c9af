"""How long a frame takes where several people play: the hand-over, and a desk beside others."""

from itertools import cycle
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.test_frames import LARGE, dragging, pointing, timed
from tests.ui.game_states import at_table
from tests.ui.together_states import enter


def test_a_frame_while_the_pointer_moves_over_the_hand_over(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    enter(home, "hand_over_later")
    home.restyle(LARGE, "light", 1.0)
    places = cycle([(1500, 1040), (1400, 40), (700, 400), (100, 1040)])
    timed(benchmark, pointing(home.app, places))
    assert home.screen == "HandOver"


def test_a_frame_while_one_of_several_drags_a_slider(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    enter(home, "desk_of_one")
    home.restyle(LARGE, "dark", 1.0)
    timed(benchmark, dragging(home.app))
    assert home.app.painted
