"""The screens of a game look as they did when somebody last looked at them."""

from pathlib import Path

import pytest

from tests.ui.game_states import at_table, enter, results_of
from tests.ui.pictures import check_picture

SMALL, LARGE = (1280, 720), (1920, 1080)

GOLDEN: tuple[tuple[str, tuple[int, int], str, float], ...] = (
    ("desk_first_turn", SMALL, "light", 1.0),
    ("desk", SMALL, "light", 1.0),
    ("desk", SMALL, "dark", 1.0),
    ("desk", SMALL, "high_contrast", 1.5),
    ("desk", LARGE, "dark", 1.0),
    ("desk_changed", SMALL, "light", 1.0),
    ("desk_over_budget", SMALL, "dark", 1.0),
    ("desk_marketing", SMALL, "light", 1.0),
    ("desk_choice", SMALL, "dark", 1.0),
    ("desk_event", SMALL, "light", 1.0),
    ("desk_put_aside", SMALL, "light", 1.0),
    ("desk_put_aside", SMALL, "dark", 1.5),
    ("desk_put_aside_by_a_role", SMALL, "dark", 1.0),
    ("desk_last_turn", SMALL, "dark", 1.0),
    ("desk_predict", SMALL, "light", 1.0),
    ("desk_words", SMALL, "dark", 2.0),
    ("desk_keys", SMALL, "light", 1.0),
    ("trends", SMALL, "dark", 1.0),
    ("trends_hidden", SMALL, "light", 1.0),
    ("trends_share", SMALL, "light", 1.0),
    ("segments", SMALL, "light", 1.0),
    ("segments_first_turn", SMALL, "dark", 1.0),
    ("rivals", SMALL, "dark", 1.0),
    ("team", SMALL, "dark", 1.0),
    ("team_of_a_role", SMALL, "light", 1.0),
    ("money", SMALL, "dark", 1.0),
    ("journal", SMALL, "light", 1.0),
    ("results", SMALL, "dark", 1.0),
    ("results", SMALL, "light", 1.5),
    ("results", SMALL, "high_contrast", 2.0),
    ("results", LARGE, "light", 1.0),
    ("results_first", SMALL, "light", 1.0),
    ("results_of_few", SMALL, "dark", 1.0),
    ("results_of_a_role", SMALL, "light", 1.0),
    ("results_in_fog", SMALL, "light", 1.0),
    ("results_in_fog", LARGE, "dark", 1.0),
    ("results_why", SMALL, "dark", 1.0),
    ("results_why", SMALL, "light", 1.5),
    ("results_why_leads", SMALL, "light", 1.0),
    ("results_why_in_fog", SMALL, "light", 1.0),
    ("results_why_answered", SMALL, "light", 1.0),
    ("results_figures", SMALL, "dark", 1.0),
    ("results_people", SMALL, "light", 1.0),
)


def name_of(name: str, size: tuple[int, int], look: str, text: float) -> str:
    """Return the picture's name: state, look, and what is not usual."""
    return "_".join(
        [
            name,
            look,
            *([f"{round(100 * text)}"] if text != 1.0 else []),
            *(["large"] if size == LARGE else []),
        ]
    )


@pytest.mark.parametrize(
    ("name", "size", "look", "text"), GOLDEN, ids=[name_of(*row) for row in GOLDEN]
)
def test_a_screen_looks_as_it_did(
    name: str, size: tuple[int, int], look: str, text: float, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    enter(home, name)
    home.restyle(size, look, text)
    check_picture(home.app, name_of(name, size, look, text))


@pytest.mark.parametrize("moment", [1200, 3600])
def test_people_on_their_way_look_as_they_did(moment: int, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.app.restyle(reduce_motion=False)
    results = results_of(home, 3)
    results.playback.replay()
    results.playback.now = float(moment)
    home.app.refresh()
    home.app.tick([], 0)
    check_picture(home.app, f"results_walking_{moment}")
