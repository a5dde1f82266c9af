"""What users would otherwise use is measured where it is installed (the extra ``bench``).

A tool that is not installed is not collected, rather than skipped: a usual test run, which has none
of them, leaves nothing out. The end of a run says which were missing and how to get them.
"""

from importlib.util import find_spec

import pytest

from tests.benchmarks.others.measuring import Table

TOOLS = {
    "BPTK_Py": "test_bptk_speed.py",
    "mesa": "test_mesa_speed.py",
    "pysd": "test_pysd_speed.py",
}
MISSING = [tool for tool in TOOLS if find_spec(tool) is None]
collect_ignore = [TOOLS[tool] for tool in MISSING]
if len(MISSING) == len(TOOLS):
    collect_ignore.append("test_handoff_speed.py")  # nobody to stand beside

TABLE = pytest.StashKey[Table]()


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Table:
    """What has been measured in this run."""
    return request.config.stash.setdefault(TABLE, Table())


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show every tool beside our market, and name those that are not there."""
    table = config.stash.get(TABLE, Table())
    if table.rows:
        terminalreporter.section("beside our market")
        for line in table.lines():
            terminalreporter.write_line(line)
    if MISSING and config.getoption("benchmark_enable"):
        missing = ", ".join(MISSING)
        terminalreporter.write_line(
            f"Not measured, because not installed: {missing}. See tests/benchmarks/README.md."
        )
