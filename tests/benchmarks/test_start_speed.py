"""How long a person waits: a whole simulated game from the command line, start-up included."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[2]

FIRST_FRAME = """
import sys
from game.cli import main
from game.ui import window

turn = window.Window.turn

def once(shown):
    turn(shown)
    sys.exit(0)

window.Window.turn = once
main([])
"""
"""Opens the window as ``main.py`` does, and ends when the first frame is on the display."""

AT_THE_DESK = """
import os
from pathlib import Path
from game.cli import main
from game.ui import house, window

turn, left = window.Window.turn, [120]

def begin(shown, rules, role, seed):
    shown.start_game(rules, role, seed)

def counted(shown):
    turn(shown)
    shown._app.refresh()
    left[0] -= 1
    if not left[0]:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        print(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, flush=True)
        os._exit(0)

house.House.brief = begin
window.Window.turn = counted
main(["play", "fresh_start", "--seed", "3"])
"""
"""Goes straight to the desk of the full game, and says after 120 frames what it holds in MB."""


def python(program: str, home: Path) -> str:
    """Run a program in a fresh interpreter, with a window that nobody sees."""
    quiet = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **quiet, "HANDOFF_HOME": str(home)},
    )
    return done.stdout


def run(*words: str) -> str:
    """Run the program in a fresh interpreter and return what it prints."""
    done = subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_simulating_a_year_from_the_command_line(benchmark: BenchmarkFixture) -> None:
    """Aim: within 2 s."""
    words = ("simulate", "fresh_start", "--strategy", "steady", "--json")
    pedantic: Any = benchmark.pedantic  # untyped in pytest-benchmark
    out = pedantic(run, args=words, rounds=3, iterations=1)
    assert out.startswith("{")


def test_asking_for_help(benchmark: BenchmarkFixture) -> None:
    pedantic: Any = benchmark.pedantic
    out = pedantic(run, args=("--help",), rounds=3, iterations=1)
    assert "simulate" in out


def test_the_first_frame_after_the_start(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Aim: within 1.0 s."""
    pedantic: Any = benchmark.pedantic
    pedantic(python, args=(FIRST_FRAME, tmp_path), rounds=5, iterations=1)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the memory from /proc")
def test_sitting_down_at_the_desk(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Aim: at most 200 MB; ``extra_info`` says how many."""
    pedantic: Any = benchmark.pedantic
    out = pedantic(python, args=(AT_THE_DESK, tmp_path), rounds=1, iterations=1)
    benchmark.extra_info["megabytes"] = float(out.split()[-1])
    assert benchmark.extra_info["megabytes"] <= 200
