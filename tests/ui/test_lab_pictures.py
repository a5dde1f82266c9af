"""The lab looks as it did when somebody last looked at it."""

from pathlib import Path

import pytest

from tests.ui.game_states import at_table
from tests.ui.lab_states import STATES
from tests.ui.pictures import check_picture
from tests.ui.test_screens_game_pictures import LARGE, SMALL, name_of

GOLDEN: tuple[tuple[str, tuple[int, int], str, float], ...] = (
    ("lab", SMALL, "dark", 1.0),
    ("lab", LARGE, "light", 1.0),
    ("lab", SMALL, "high_contrast", 1.5),
    ("lab_being_asked", SMALL, "light", 1.0),
    ("lab_of_a_role", SMALL, "light", 1.0),
    ("lab_desk", SMALL, "dark", 1.0),
    ("lab_desk", SMALL, "dark", 2.0),
    ("lab_desk_later", SMALL, "light", 1.0),
    ("lab_desk_choice", SMALL, "dark", 1.0),
    ("lab_branch", SMALL, "dark", 1.0),
    ("lab_saving", SMALL, "light", 1.0),
    ("lab_without_games", SMALL, "light", 1.0),
)


@pytest.mark.parametrize(
    ("name", "size", "look", "text"), GOLDEN, ids=[name_of(*row) for row in GOLDEN]
)
def test_the_lab_looks_as_it_did(
    name: str, size: tuple[int, int], look: str, text: float, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    STATES[name](home)
    home.restyle(size, look, text)
    check_picture(home.app, name_of(name, size, look, text))
