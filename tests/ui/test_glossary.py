"""The glossary in the window: found, read, worked out, and led from."""

from pathlib import Path

import pytest

from game.market import LEVERS
from game.report.glossary import glossary
from game.scenario.rules import RoleKey
from game.storage.places import shipped
from game.ui.toolkit import problems
from game.ui.whereabouts import term_about, whereabouts, why_unseen
from tests.ui.driver import box_of, click, go_to, is_there, press, write
from tests.ui.game_states import at_table, desk_of, results_of
from tests.ui.houses import Home
from tests.ui.pictures import SIZES, check_picture, faults_however_seen


def reading(home: Home) -> str:
    """The key of the word that is open."""
    assert home.house.tutor is not None
    return home.house.tutor.reading.term


def open_at(home: Home, term: str) -> None:
    """Open the help at a word, as somebody does who read it before."""
    assert home.house.tutor is not None
    home.house.tutor.reading.turn_to(term)
    click(home.app, "help")
    home.rest()


def test_f1_opens_the_word_that_has_the_focus(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    go_to(home.app, "lever.advertising")
    press(home.app, "f1")
    home.rest()
    assert reading(home) == "advertising"
    assert home.app.focus == "words.term.advertising"
    press(home.app, "f1")
    home.rest()
    assert not is_there(home.app, "words")
    assert home.app.focus == "lever.advertising"


def test_f1_opens_the_word_that_is_pointed_at(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    click(home.app, "figure.leakage")
    press(home.app, "f1")
    home.rest()
    assert reading(home) == "leakage"


def test_the_help_remembers_where_one_read_last_on_every_screen(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    open_at(home, "churn")
    press(home.app, "escape")
    results_of(home, 2)
    click(home.app, "help")
    home.rest()
    assert reading(home) == "churn"
    click(home.app, "words.pages.keys")
    press(home.app, "escape")
    click(home.app, "help")
    home.rest()
    assert "Everywhere" in home.words


def test_links_lead_on_and_the_arrows_back_and_forward(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    open_at(home, "win_rate")
    go_to(home.app, "words.see.opportunity")
    press(home.app, "enter")
    assert reading(home) == "opportunity"
    assert home.app.focus == "words.term.opportunity"
    press(home.app, "left", ctrl=True)
    assert reading(home) == "win_rate"
    press(home.app, "right", ctrl=True)
    assert reading(home) == "opportunity"
    click(home.app, "words.back")
    assert reading(home) == "win_rate"


def test_the_arrow_keys_go_down_the_list_and_tab_leaves_it(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    open_at(home, "acceptance")
    go_to(home.app, "words.term.acceptance")
    press(home.app, "down")
    press(home.app, "down")
    assert reading(home) == "advertising"
    assert home.app.focus == "words.term.advertising"
    press(home.app, "tab")
    assert not home.app.focus.startswith("words.term.")


def test_enter_opens_the_first_word_that_is_found(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    click(home.app, "help")
    write(home.app, "satur")
    press(home.app, "enter")
    assert reading(home) == "half_saturation"


def test_a_figure_is_worked_out_with_the_last_turn(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = desk_of(home, 2)
    open_at(home, "win_rate")
    shown = home.house.language.figure("share", desk.playing.view.now.figures["win_rate"].value)
    assert "deals won ÷ deals decided" in home.words
    assert any(line.endswith(f"= {shown}") for line in home.words.splitlines())


def test_what_is_hidden_is_drawn_as_hidden_with_what_shows_it(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    playing = home.playing("bakery", "marketing", 2, seed=5, strategy="no_collaboration")
    home.house.open_results(playing)
    home.rest()
    open_at(home, "win_rate")
    assert "The figure itself is hidden from you." in home.words
    assert "Shown after 3" in home.words


@pytest.mark.parametrize(
    ("term", "lands_on"),
    [
        ("seo", "lever.seo"),
        ("leakage", "figure.leakage"),
        ("cac", "measure.cac"),
        ("qualification_bar", "policy.bar"),
        ("silo", "team"),
        ("congruence", "measure.congruence"),
    ],
)
def test_a_word_leads_to_its_place(term: str, lands_on: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    open_at(home, term)
    click(home.app, "words.where")
    home.rest()
    home.rest()
    assert not is_there(home.app, "words")
    assert is_there(home.app, "spot")
    assert box_of(home.app, lands_on).h > 0
    assert problems(home.app) == []
    press(home.app, "escape")
    assert not is_there(home.app, "spot")


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
@pytest.mark.parametrize(("screen", "turn"), [("Desk", 0), ("Desk", 2), ("Results", 1)])
def test_every_place_that_a_word_names_is_there_or_said_to_be_out_of_sight(
    screen: str, turn: int, role: RoleKey, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    shown = desk_of(home, turn, role) if screen == "Desk" else results_of(home, turn, role)
    assert home.house.tutor is not None
    spots = {whereabouts(entry.key, screen): entry for entry in glossary()}
    for spot, entry in spots.items():
        if spot is None:
            continue
        home.house.tutor.show(spot, entry.term)
        for _ in range(5):
            home.app.tick([], 16)
            if is_there(home.app, "spot"):
                break
        unseen = why_unseen(spot, shown.playing.view)
        assert is_there(home.app, "spot") == (unseen is None), (entry.key, unseen)


def test_before_the_first_turn_the_way_to_the_pipeline_is_grey_and_says_why(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    desk_of(home, 0)
    open_at(home, "handoff")
    button = next(node for node in home.app.nodes if node.key == "words.where")
    assert "before a turn is played" in button.widget.hint(home.app.ui, button.box)
    click(home.app, "words.where")
    assert is_there(home.app, "words")


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_a_briefing_leads_to_the_words_that_its_lessons_need(text: float, tmp_path: Path) -> None:
    home = Home(tmp_path, scenarios=shipped("scenarios"))
    home.restyle(SIZES[0], "light", text)
    home.house.open_briefing("first_steps")
    home.rest()
    terms = {key for key in home.keys if key.startswith("term.") and "/" not in key}
    assert {"term.lead", "term.handoff", "term.leakage"} <= terms
    assert problems(home.app) == []
    go_to(home.app, "term.handoff")
    press(home.app, "enter")
    home.rest()
    assert home.screen == "Help"
    assert reading(home) == "handoff"
    press(home.app, "escape")
    home.rest()
    assert home.screen == "Briefing"


WAYS = {
    *("help", "goals", "settings", "keep", "leave", "next", "replay"),
    *("undo", "redo", "reset", "repeat", "even"),
    *("journal", "trends.figures", "results.figures"),
}
"""What only leads somewhere or lists what stands elsewhere: no word of the game is its own."""


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_whatever_can_be_asked_about_on_plan_and_results_has_a_word(
    role: RoleKey, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    asked = 0
    for screen, tabs in (
        (desk_of, ("plan", "trends", "segments", "rivals", "team", "money", "journal")),
        (results_of, ("flow", "why", "figures", "people")),
    ):
        screen(home, 3, role)
        for tab in tabs:
            click(home.app, f"tabs.{tab}")
            home.rest()
            for node in home.app.nodes:
                named = node.widget.key.partition("/")[0]
                hint = node.widget.hint(home.app.ui, node.box)
                if not named or not (hint or node.widget.focusable()) or named in WAYS:
                    continue
                if named.startswith(("tabs.", "advice.", "event.")):
                    continue
                asked += 1
                assert term_about(node.key), f"{node.key} on {tab}"
    assert asked > 80


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("lever.seo", "seo"),
        ("amount.seo", "seo"),
        ("closed.feedback_loops", "feedback_loops"),
        ("policy.focus.schools", "segment_focus"),
        ("measure.response_hours", "response_time"),
        ("figure.mqls/0/1", "mql"),
        ("chart.cash", "cash"),
        ("pipeline", "funnel"),
        ("predict.deals", "forecast_band"),
        ("undo", ""),
        ("", ""),
        ("lever.nothing", ""),
    ],
)
def test_widgets_are_about_words(key: str, term: str) -> None:
    assert term_about(key) == term


def test_every_lever_has_a_place_on_the_plan_alone() -> None:
    for lever in LEVERS:
        assert whereabouts(lever, "Desk") is not None
        assert whereabouts(lever, "Results") is None
        assert whereabouts(lever, "Help") is None


@pytest.mark.parametrize("term", ["advertising", "leakage", "attention_price", "par"])
def test_a_word_has_no_faults_of_structure(term: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    open_at(home, term)
    for how, wrong in faults_however_seen(home.restyle, home.app):
        assert wrong == [], how


@pytest.mark.parametrize("text", [1.0, 1.5])
def test_a_language_with_longer_words_has_room(text: float, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.change(language="qps", text_scale=text)
    desk_of(home, 2)
    open_at(home, "response_time")
    assert problems(home.app) == []


def test_outside_a_game_words_are_read_without_figures(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    press(home.app, "f1")
    home.rest()
    assert home.screen == "Help"
    for size, text in (((1280, 720), 1.0), ((1280, 720), 2.0)):
        home.restyle(size, "dark", text)
        assert problems(home.app) == []
    assert not is_there(home.app, "words.where")


@pytest.mark.parametrize(
    ("term", "look"), [("leakage", "light"), ("advertising", "dark"), ("cac", "high_contrast")]
)
def test_a_word_looks_as_it_did(term: str, look: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 2)
    open_at(home, term)
    home.restyle((1280, 720), look, 1.0)
    check_picture(home.app, f"word_{term}_{look}")


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("inside", [True, False])
def test_the_field_stays_where_it_is_while_fewer_words_are_found(
    inside: bool, text: float, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    if inside:
        desk_of(home, 1)
    home.restyle((1280, 720), "light", text)
    press(home.app, "f1")
    home.rest()
    if is_there(home.app, "words.all"):  # a word is open, and only it has room
        click(home.app, "words.all")
        home.rest()
    go_to(home.app, "words.wanted")
    places = {box_of(home.app, "words.wanted")}
    for letters in ("lea", "k", "zzz"):
        write(home.app, letters)
        home.rest()
        places.add(box_of(home.app, "words.wanted"))
    assert len(places) == 1


def test_what_was_looked_for_in_vain_does_not_empty_the_next_list(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    press(home.app, "f1")
    write(home.app, "zzz")
    home.rest()
    assert "No word like this" in home.words
    press(home.app, "escape")
    press(home.app, "f1")
    home.rest()
    assert "No word like this" not in home.words
    assert is_there(home.app, "words.term.acceptance")


def test_the_list_follows_to_the_word_that_was_read_before(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk_of(home, 1)
    open_at(home, "win_rate")
    go_to(home.app, "words.see.negotiation")
    press(home.app, "enter")
    home.rest()
    press(home.app, "left", ctrl=True)
    home.rest()
    assert reading(home) == "win_rate"
    node = next(node for node in home.app.nodes if node.key == "words.term.win_rate")
    assert node.clip.encloses(node.box)
