"""A Python that lacks what Handoff needs hears so in one sentence."""

import subprocess
import sys
from pathlib import Path


def test_a_python_without_the_libraries_is_told_how_to_get_them() -> None:
    main = Path(__file__).parents[2] / "main.py"
    done = subprocess.run(
        [sys.executable, "-S", str(main), "scenarios"],  # -S: no installed libraries are seen
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "is missing. Run: python -m pip install ." in done.stderr
