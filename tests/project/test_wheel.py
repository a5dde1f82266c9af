"""What is installed works far from the checkout: scenarios and assets travel inside the wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from game.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the built wheel's content, as an installation would have it."""
    target = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(target), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode and "hatchling" in built.stderr and "No matching" in built.stderr:
        pytest.skip("the build tools cannot be fetched without a network")
    assert built.returncode == 0, built.stderr
    (wheel,) = target.glob("handoff-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target / "site")
    return target / "site"


def run(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from a folder that is not the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    return subprocess.run(
        [sys.executable, "-P", "-c", START, *words],
        cwd=site.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.slow
def test_the_wheel_holds_scenarios_assets_and_licences(unpacked: Path) -> None:
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*")}
    assert "game/shipped/scenarios/fresh_start.yaml" in names
    assert "game/shipped/scenarios/first_steps.yaml" in names
    assert "game/shipped/assets/README.md" in names
    assert any(name.endswith(".ttf") for name in names)
    assert any(name.endswith("LICENSE") for name in names)
    assert not any(name.startswith("tests") for name in names)


@pytest.mark.slow
def test_the_installed_game_plays_outside_the_checkout(unpacked: Path) -> None:
    listed = run(unpacked, "scenarios")
    assert listed.returncode == 0, listed.stderr
    assert "fresh_start" in listed.stdout
    played = run(unpacked, "simulate", "first_steps", "--strategy", "steady", "--json")
    assert played.returncode == 0, played.stderr
    assert '"scenario"' in played.stdout
