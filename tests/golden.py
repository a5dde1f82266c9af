"""Golden playthroughs: a game written down to six digits, compared line by line.

A model that changes on purpose changes them too; the failure says which line differs first and
which command accepts the new game. Six digits, because the last bits may differ between builds.
"""

import os
from pathlib import Path

import pytest

from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import Session, score
from game.session.measures import measure

ACCEPT = "HANDOFF_ACCEPT"


def playthrough(rules: Rules, session: Session) -> str:
    """Return a played game as lines: each turn's figures of each firm, and the score."""
    lines = [f"scenario {rules.name}", f"seed {session.seed}"]
    for record in session.history:
        for firm, name in enumerate(rules.firm_names):
            for key in MEASURES:
                if key != "turn":
                    value = float(measure(rules, record.closed, key)[firm])
                    lines.append(f"turn {record.turn} {name} {key} {value:.6g}")
        fired = [
            event.key
            for event, turn in zip(rules.events, record.closed.fired, strict=True)
            if int(turn) == record.turn
        ]
        lines.append(f"turn {record.turn} events {' '.join(fired)}")
    lines.append(f"score {score(rules, session.world, 0).total:.6g}")
    return "\n".join(lines) + "\n"


def check_golden(path: Path, text: str) -> None:
    """Compare a playthrough with the accepted one, or accept it if asked to."""
    if os.environ.get(ACCEPT):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if not path.exists():
        pytest.fail(f"{path.name} is not there yet; accept it with {_command()}")
    expected = path.read_text(encoding="utf-8").splitlines()
    actual = text.splitlines()
    for number, (old, new) in enumerate(zip(expected, actual, strict=False), start=1):
        if old != new:
            pytest.fail(
                f"{path.name}:{number} was «{old}», is «{new}». "
                f"If that is meant, accept it with {_command()}"
            )
    assert len(expected) == len(actual), f"{path.name} has another length; see {_command()}"


def _command() -> str:
    test = os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0].split("::")[0]
    return f"{ACCEPT}=1 python -m pytest {test}"
