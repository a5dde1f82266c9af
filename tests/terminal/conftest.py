"""A home with a small scenario in it, and the game as text in front of it."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.report.language import Language
from game.storage.places import Places
from game.terminal import Start, play_in_terminal
from tests.storage.homes import new_home


@dataclass
class Typist:
    """Types lines into the game and returns what it printed."""

    places: Places

    def play(self, typed: str, **start: object) -> str:
        """Play with lines typed one after the other; the input ends behind the last."""
        out = io.StringIO()
        begin = Start(**{"scenario": "corner_shop", **start})  # type: ignore[arg-type]  # as given
        play_in_terminal(self.places, Language(), begin, out, io.StringIO(typed))
        # Money is set with a no-break space; a test is read more easily without.
        return out.getvalue().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of a player who owns the corner shop."""
    return new_home(tmp_path)


@pytest.fixture
def typist(places: Places) -> Typist:
    """Somebody at the keyboard."""
    return Typist(places)
