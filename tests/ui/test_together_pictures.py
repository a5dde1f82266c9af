"""What lies between two people at one machine looks as it did when somebody last looked at it."""

from pathlib import Path

import pytest

from tests.ui.game_states import at_table
from tests.ui.pictures import check_picture
from tests.ui.together_states import enter

SMALL, LARGE = (1280, 720), (1920, 1080)

GOLDEN: tuple[tuple[str, str, str, tuple[int, int], float], ...] = (
    ("together_choosing_light", "choosing", "light", SMALL, 1.0),
    ("together_choosing_too_few_dark_150", "choosing_too_few", "dark", SMALL, 1.5),
    ("together_hand_over_light", "hand_over_later", "light", SMALL, 1.0),
    ("together_hand_over_dark_150", "hand_over_with_partner", "dark", SMALL, 1.5),
    ("together_results_next_dark_large", "together", "dark", LARGE, 1.0),
    ("together_news_high_contrast", "news", "high_contrast", SMALL, 1.0),
    ("together_manager_light", "desk_of_manager_later", "light", SMALL, 1.0),
    ("together_under_manager_dark", "desk_under_manager", "dark", SMALL, 1.0),
    ("together_named_high_contrast_150", "hand_over_named", "high_contrast", SMALL, 1.5),
    ("together_last_look_light_150", "last_look", "light", SMALL, 1.5),
)


@pytest.mark.parametrize(
    ("name", "state", "look", "size", "text"), GOLDEN, ids=[row[0] for row in GOLDEN]
)
def test_a_screen_for_several_looks_as_it_did(
    name: str, state: str, look: str, size: tuple[int, int], text: float, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    enter(home, state)
    home.restyle(size, look, text)
    check_picture(home.app, name)
