"""How a tool is timed, and the table in which all stand beside our market."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pytest_benchmark.fixture import BenchmarkFixture

WORLDS = 1_000
SINGLE = "Handoff, one market, turn by turn"
BATCH = f"Handoff, {WORLDS:,} markets at once"
ROUNDS = {12: 100, 120: 25}
"""So many, because other programs disturb a measurement: the fastest says what the tool needs."""


class Row(NamedTuple):
    """One tool and one length of game, times in seconds for all its turns."""

    tool: str
    turns: int
    best: float
    median: float
    turns_a_second: float  # at its best; of a batch, turns of one world


@dataclass(slots=True)
class Table:
    """What has been measured so far in this run."""

    rows: list[Row] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield the table as Markdown.

        The last two columns say how many times as many turns a second our market and our batch play
        as this tool does, in the same run.
        """
        yield "| tool | turns | best, ms | median, ms | turns/s | our market | our batch |"
        yield "|---|--:|--:|--:|--:|--:|--:|"
        speeds = {(row.tool, row.turns): row.turns_a_second for row in self.rows}
        for row in sorted(self.rows, key=lambda row: (row.turns, -row.turns_a_second)):
            ratios = " | ".join(
                f"{_times(ours / row.turns_a_second)} ×" if ours else "–"
                for ours in (speeds.get((SINGLE, row.turns)), speeds.get((BATCH, row.turns)))
            )
            best, median = f"{row.best * 1e3:.3g}", f"{row.median * 1e3:.3g}"
            speed = f"{row.turns_a_second:,.0f}"
            yield f"| {row.tool} | {row.turns} | {best} | {median} | {speed} | {ratios} |"


def _times(ratio: float) -> str:
    """Return a ratio with two digits that count."""
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.{1 if ratio >= 1 else 2}f}"


def timed(
    benchmark: BenchmarkFixture,
    table: Table,
    tool: str,
    turns: int,
    play: Callable[..., Any],
    begin: Callable[[], Any] | None = None,
    *,
    worlds: int = 1,
) -> Any:
    """Time a game of so many turns and note it; return what the last one came to.

    Args:
        benchmark: the fixture.
        table: where it is noted.
        tool: name of the row.
        turns: of the game.
        play: the game; is given what ``begin`` returns, if there is one.
        begin: what comes before each game and is not timed.
        worlds: that are played at once.

    """

    def setup() -> tuple[tuple[Any, ...], dict[str, Any]]:
        return (() if begin is None else (begin(),)), {}

    benchmark.group = f"{turns} turns"
    benchmark.name = tool
    pedantic: Any = benchmark.pedantic  # untyped in pytest-benchmark
    found = pedantic(play, setup=setup, rounds=ROUNDS[turns], warmup_rounds=1, iterations=1)
    if benchmark.stats is not None:
        stats = benchmark.stats.stats
        row = Row(tool, turns, stats.min, stats.median, worlds * turns / stats.min)
        benchmark.extra_info["turns_a_second"] = round(row.turns_a_second)
        table.rows.append(row)
    return found
