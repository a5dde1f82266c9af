"""The lab in the window: a game is asked and branched, and stays what it was."""

from pathlib import Path

import pytest

from game.session import is_over
from game.storage.saves import open_save
from game.ui.lab import Lab
from game.ui.screens.lab import LabScreen
from game.ui.toolkit import ChartView
from tests.ui.driver import type_text
from tests.ui.game_states import at_table, played, results_of, think
from tests.ui.houses import Home
from tests.ui.lab_states import STATES, lab_branch, lab_desk_of, lab_of, lab_saving
from tests.ui.pictures import SIZES, Sight, faults_however_seen


@pytest.mark.parametrize("name", STATES)
def test_a_screen_of_the_lab_has_no_faults_in_any_look_and_text_size(
    name: str, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    STATES[name](home)
    for how, wrong in faults_however_seen(home.restyle, home.app):
        assert wrong == [], f"{name}, {how}"


@pytest.mark.parametrize("name", ["lab", "lab_desk", "lab_branch", "lab_games"])
def test_a_language_with_longer_words_has_room_in_the_lab(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.change(language="qps")
    STATES[name](home)
    sight = Sight()
    for text in (1.0, 1.5):
        home.restyle(SIZES[0], "dark", text)
        assert sight.problems(home.app) == [], f"{name}, text {text}"


@pytest.mark.parametrize("key", ["lab", "tabs.why"])
def test_the_results_lead_on(key: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    results_of(home, 3)
    home.click(key)
    assert home.screen == ("LabScreen" if key == "lab" else "Results")


def test_the_lab_opens_from_the_title_and_takes_a_saved_game(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.save("Before the summer", played(home, 4))
    home.app.refresh()
    home.rest()
    home.focus("menu.lab")
    home.press("enter")
    assert home.screen == "LabGames"
    home.focus("lab.game.Before the summer.json")
    home.press("enter")
    think(home)
    assert home.screen == "LabScreen"
    assert "€" in home.words
    home.press("escape")
    assert home.screen == "Title"


def test_everything_is_asked_and_said_by_how_much_it_would_have_been_better(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    lab_of(home)
    home.click("lab.lever.market_research")
    think(home)
    assert "Without Market research" in home.words
    home.click("lab.money.unspent")
    think(home)
    assert "Its money stays in the bank." in home.words


def test_asking_can_be_stopped_and_gone_on_with(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    STATES["lab_stopped"](home)
    assert "lab.progress" not in home.keys
    assert not home.house.navigator.current.busy()
    home.click("lab.ask")
    think(home)
    assert "lab.ask" not in home.keys


def test_a_branch_is_played_to_the_end_and_both_futures_are_compared(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    lab_branch(home)
    assert home.screen == "LabScreen"
    assert "Played otherwise" in home.words
    assert "lab.trial.1" in home.keys
    home.click("lab.measure.leads")
    chart = next(node.widget for node in home.app.nodes if node.key == "chart.lab")
    assert isinstance(chart, ChartView)
    assert home.app.ui.say(chart.tooltip).startswith("Played otherwise: Leads")


def test_a_branch_that_changes_nothing_comes_out_as_the_game_did(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    playing = played(home, 6)
    lab = Lab(playing.rules, playing.session, playing.seat, playing.language)
    branch = lab.branch(2)
    assert branch.draft.spend == playing.session.history[1].submits[0].spend
    for choice in branch.view.pending:
        branch.choose(choice.key, choice.choices[0].key)
    *_, end = lab.play_on(branch, "played")
    assert lab.keep(end, 2).found.score_gained == 0


def test_a_plan_can_be_kept_to_the_end(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    playing = played(home, 6)
    lab = Lab(playing.rules, playing.session, playing.seat, playing.language)
    branch = lab.branch(3)
    branch.set_amount("seo", 0)
    branch.set_amount("product_demos", 9_000)
    *_, end = lab.play_on(branch, "kept")
    assert is_over(playing.rules, end)
    assert {record.plans[0].on("seo") for record in end.history[2:]} == {0.0}
    assert {record.plans[0].on("product_demos") for record in end.history[2:]} == {9_000.0}


def test_news_of_a_branch_ask_for_an_answer_of_their_own(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = lab_desk_of(home, 2)
    home.click("choice.raise")
    home.click("event.done")
    desk.playing.set_amount("seo", 0)  # the answer is not free
    home.app.refresh()
    home.rest()
    home.click("lab.end")
    think(home)
    lab = home.house.navigator.current
    assert isinstance(lab, LabScreen)
    (trial,) = lab.lab.trials
    assert int(trial.session.history[1].opened.chosen[0, 0]) == 1


def test_news_that_came_in_the_game_too_say_what_was_answered_there(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = lab_desk_of(home, 2)
    assert "In the game it was: “Pay it ourselves and say so.”" in home.words
    home.click("event.done")
    event = next(each for each in desk.playing.view.events if each.choices)
    assert event.chosen == "absorb"


def test_branches_of_one_turn_are_told_apart(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    lab_desk_of(home, 3)
    for _ in range(2):
        home.click("lab.end")
        think(home)
        first, last = "From May on, try 1" in home.words, "From May on, try 2" in home.words
        home.click("lab.branch")
        home.rest()
    assert (first, last) == (True, True)


def test_playing_on_can_be_stopped_and_the_branch_is_where_it_was(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = lab_desk_of(home, 3)
    home.click("lab.end")
    home.app.tick([], 16)
    assert "lab.run.cancel" in home.keys
    home.click("lab.run.cancel")
    assert desk.playing.session.turn == 3
    assert home.screen == "LabDesk"


def test_a_running_game_is_branched_only_as_far_as_it_has_come(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    playing = played(home, 3)
    lab = Lab(playing.rules, playing.session, playing.seat, playing.language)
    assert [each.turn for each in lab.lab_turns()] == [1, 2, 3]
    *_, end = lab.play_on(lab.branch(2), "kept")
    assert len(end.history) == 3


def test_the_lab_never_touches_the_game_or_its_save(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    playing = played(home, 6)
    home.house.autosave(playing.rules, playing.session)
    home.house.save("Mine", playing)
    before = _files(home)
    session = playing.session
    home.house.lab(playing)
    think(home)
    home.click("lab.branch")
    home.rest()
    home.click("lab.one_turn")
    think(home)
    while "event.done" in home.keys:
        home.click("choice.absorb")
        home.click("event.done")
    home.click("lab.end")
    think(home)
    assert home.screen == "LabScreen"
    assert playing.session is session
    assert _files(home) == before


def test_a_branch_is_saved_as_a_game_of_its_own_under_a_name_that_is_free(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.save("Corner Bakery, branch 1", played(home, 6))
    before = _files(home)
    lab_saving(home)
    home.click("save.save")
    home.rest()
    after = _files(home)
    assert set(after) - set(before) == {"Corner Bakery, branch 2.json"}
    assert all(after[name] == text for name, text in before.items())
    saved = open_save(home.house.places.saves / "Corner Bakery, branch 2.json")
    assert is_over(saved.rules, saved.session)


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.save("Mine", played(home, 6))
    lab_saving(home)
    before = _files(home)
    type_text(home.app, "save.name", "mine")
    assert "A save of this name is there already" in home.words
    assert _files(home) == before


def test_branches_are_found_again_after_the_lab_was_left(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    lab_branch(home)
    first = home.house.navigator.current
    assert isinstance(first, LabScreen)
    trials = list(first.lab.trials)
    assert trials
    home.press("escape")
    home.rest()
    home.house.lab(played(home, 6))
    think(home)
    again = home.house.navigator.current
    assert isinstance(again, LabScreen)
    assert again.lab.trials == trials


def test_another_game_has_a_lab_of_its_own(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    lab_branch(home)
    home.press("escape")
    home.rest()
    assert not lab_of(home, 5).lab.trials


def test_who_has_no_game_is_told_how_to_get_one(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.lab()
    home.rest()
    assert "No game to ask yet" in home.words
    home.click("lab.play")
    assert home.screen == "Library"


def _files(home: Home) -> dict[str, bytes]:
    saves = home.house.places.saves
    return {path.name: path.read_bytes() for path in sorted(saves.glob("*"))}


def test_every_measure_is_compared_when_it_is_asked_for(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    lab_of(home)
    few = measures_of(home)
    home.focus("lab.every")
    home.press("enter")
    assert few < measures_of(home)
    assert "lab.every" not in home.keys


def measures_of(home: Home) -> set[str]:
    """Return the keys of the measures that are compared."""
    return {key for key in home.keys if key.startswith("lab.measure.") and "/" not in key}
