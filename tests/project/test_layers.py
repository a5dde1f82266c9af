"""The core knows no window, disk, clock or luck; playing waits for neither YAML nor pydantic."""

import subprocess
import sys

import pytest

PURE = ("words", "errors", "market", "scenario.rules", "session", "analysis")


def imported_by(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("module", PURE)
def test_the_core_brings_in_no_window_file_format_or_server(module: str) -> None:
    loaded = imported_by(f"import game.{module}")
    assert not loaded & {"pygame", "yaml", "pydantic", "starlette", "platformdirs", "typer"}


def test_the_reports_bring_in_no_window() -> None:
    assert "pygame" not in imported_by("import game.report.results, game.report.charts")


def test_the_window_does_not_wait_for_pydantic_or_yaml() -> None:
    assert not imported_by("import game.ui.start") & {"pydantic", "yaml", "typer", "rich"}
