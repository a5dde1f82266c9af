"""Good habits are counted quietly, and survive damage."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import StorageFailed
from game.storage.habits import count_habits, load_habits
from tests.storage.homes import new_home


def test_habits_are_counted_game_by_game(tmp_path: Path) -> None:
    places = new_home(tmp_path)
    assert load_habits(places) == {}
    count_habits(places, ["learned", "answered"])
    count_habits(places, ["learned"])
    assert load_habits(places) == {"learned": 2, "answered": 1}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"games": 3}', '{"games": {"a": "x"}}', '{"games": {"a": Infinity}}']
)
def test_a_damaged_file_counts_as_none_and_is_kept_aside(tmp_path: Path, text: str) -> None:
    places = new_home(tmp_path)
    places.habits.parent.mkdir(parents=True, exist_ok=True)
    places.habits.write_text(text)
    assert load_habits(places) == {}
    count_habits(places, ["learned"])
    assert load_habits(places) == {"learned": 1}
    others = [path for path in places.home.iterdir() if path.is_file() and path != places.habits]
    assert text in [path.read_text() for path in others]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    places = replace(new_home(tmp_path), home=tmp_path / "taken")
    places.home.write_text("a file where a folder should be")
    with pytest.raises(StorageFailed):
        count_habits(places, ["learned"])
