"""What holds for all tests: no real screen or sound, no real home, and in CI no test left out."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(autouse=True, scope="session")
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep saves and settings of the tests away from those of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    before = os.environ.get("HANDOFF_HOME")
    os.environ["HANDOFF_HOME"] = str(home)
    yield home
    if before is None:
        del os.environ["HANDOFF_HOME"]
    else:
        os.environ["HANDOFF_HOME"] = before


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Fail a skipped test in CI, where everything that a test may need has been installed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy types the sent value so
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
