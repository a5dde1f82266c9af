"""How long a person waits: a whole simulated game from the command line, start-up included."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parents[2]


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
