"""Several people at one machine, by pointer and by keyboard alone, and what none of them sees."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.errors import UnknownName
from game.report.language import Language
from game.scenario.measures import MEASURES
from game.session import Seat, player_view
from game.storage.results import best_results
from game.storage.saves import list_saves
from game.ui import start
from game.ui.playing import Playing
from game.ui.screens.desk import Desk
from game.ui.screens.ending import Ending
from game.ui.screens.results import Results
from game.ui.toolkit import described, problems
from game.ui.toolkit.text import Typesetter
from game.words import verbatim
from tests.ui.driver import click, drag_slider, go_to, is_there, press, type_text, wait, write
from tests.ui.game_states import at_table, think
from tests.ui.houses import Home
from tests.ui.pictures import SIZES
from tests.ui.together_states import (
    STATES,
    at_desk,
    begun,
    enter,
    look,
    plan,
    read_news,
    sit,
    table_of,
    turn,
    turns,
)

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")

TABS = ("plan", "trends", "segments", "rivals", "team", "money", "journal")
RESULT_TABS = ("flow", "why", "figures", "people")


def painted(home: Home) -> set[str]:
    """Return everything that can be read now: what is drawn, and what appears when pointed at."""
    drawn: set[str] = set()
    draw = Typesetter.draw

    def noting(self: Typesetter, text: str, *more: object) -> object:
        drawn.add(text)
        return draw(self, text, *more)  # type: ignore[arg-type]  # face and colour, as they came

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Typesetter, "draw", noting)
        home.app.restyle()
        home.rest()
    told = {text for each in described(home.app) for text in (each.name, each.tooltip)}
    return {text for text in drawn | told if text}


def read_everything(home: Home, tabs: tuple[str, ...]) -> set[str]:
    """Return everything that can be read on a screen with tabs."""
    found: set[str] = set()
    for tab in tabs:
        home.click(f"tabs.{tab}")
        think(home)
        found |= painted(home)
    home.click(f"tabs.{tabs[0]}")
    return found


def hidden_figures(playing: Playing) -> dict[str, str]:
    """Return what a seat may not see of the last turn, as it would be written, by measure.

    Only what cannot be mistaken for another figure: of three digits or more.
    """
    everything = player_view(playing.rules, playing.session, Seat())
    language, found = playing.language, {}
    for key, rule in MEASURES.items():
        if key == "turn" or playing.view.now.figures[key].known:
            continue
        value = everything.now.figures[key].value
        if value is None:
            continue
        said = language.figure(rule.kind, value)
        if len(re.sub(r"\D", "", said)) >= 3:
            found[key] = said
    return found


def leaked(words: set[str], hidden: dict[str, str]) -> list[str]:
    """Return the hidden figures that stand among words, as a figure of their own."""
    return [
        f"{key}: {said} in {text!r}"
        for key, said in hidden.items()
        for text in words
        if re.search(rf"(?<![\d.,]){re.escape(said)}(?![\d])", text)
    ]


def to_the_briefing(home: Home) -> None:
    home.house.shelf.wait()
    click(home.app, "menu.first")
    home.rest()
    click(home.app, "scenario.bakery")
    home.rest()


def says_nothing_private(home: Home) -> None:
    """Hold a hand-over to its word: the only figure on it is the turn."""
    assert home.screen == "HandOver"
    figures = {text for text in painted(home) if re.search(r"\d", text)}
    assert all(re.fullmatch(r"Month \d of 6", text) for text in figures), figures


# A whole game -------------------------------------------------------------------------------------


def test_a_whole_game_of_two_is_played_with_the_pointer(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    app = home.app
    to_the_briefing(home)
    click(app, "briefing.who.several")
    click(app, "briefing.start")
    for number in range(1, 7):
        read_news(home)
        for seat in (MARKETING, SALES):
            says_nothing_private(home)
            click(app, "hand_over.go")
            if number > 1:
                assert home.screen == "Results"
                click(app, "next")
            desk = at_desk(home)
            assert desk.playing.seat == seat
            assert desk.playing.view.turn == number
            line = "advertising" if seat == MARKETING else "prospecting"
            drag_slider(app, f"lever.{line}", 0.3)
            type_text(app, "amount.joint_meetings", "1.5k")
            click(app, "predict")
            click(app, "predict.more")
            click(app, "commit.play")
        says_nothing_private(home)
        assert "All together" in home.words
        click(app, "hand_over.go")
        assert home.screen == "Results"
        click(app, "next")
    for _ in (MARKETING, SALES):
        says_nothing_private(home)
        click(app, "hand_over.go")
        assert home.screen == "Results"
        click(app, "next")
    assert home.screen == "Ending"
    assert "Marketing lead: " in home.words
    assert best_results(home.house.places) == {}
    last = home.house.navigator.current
    assert isinstance(last, Ending)
    people = [each.seat for each in table_of(home).session.history[-1].submits]
    assert people == [MARKETING, SALES]


def test_a_whole_game_of_two_is_played_with_the_keyboard_alone(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    app = home.app
    home.house.shelf.wait()
    press(app, "enter")
    home.rest()
    go_to(app, "scenario.bakery")
    press(app, "enter")
    go_to(app, "briefing.who.one")
    press(app, "right")
    press(app, "enter", ctrl=True)
    for number in range(1, 7):
        read_by_keys(home)
        for seat in (MARKETING, SALES):
            assert app.focus == "hand_over.go"
            press(app, "enter")
            if number > 1:
                press(app, "enter", ctrl=True)
            desk = at_desk(home)
            assert desk.playing.seat == seat
            go_to(app, "amount.shared_kpis")
            write(app, "5 %")
            press(app, "enter", ctrl=True)
            write(app, "7")
            press(app, "enter", ctrl=True)
            assert home.screen == "HandOver"
        press(app, "enter")
        assert home.screen == "Results"
        press(app, "enter", ctrl=True)
    go_to(app, "hand_over.skip")
    press(app, "enter")
    assert home.screen == "Ending"
    guesses = [each.prediction for each in table_of(home).session.history[-1].submits]
    assert guesses == [7, 7]


def read_by_keys(home: Home) -> None:
    """Read what happened, and take the first answer, with keys."""
    for _ in range(3):
        choices = [node.key for node in home.app.nodes if node.key.startswith("choice.")]
        if choices:
            go_to(home.app, choices[0])
            press(home.app, "enter")
        if is_there(home.app, "event.done"):
            go_to(home.app, "event.done")
            press(home.app, "enter")


def test_the_key_that_commits_does_not_open_the_next_ones_figures(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    desk = sit(home)
    desk.playing.split_evenly()
    home.app.refresh()
    for _ in range(4):
        press(home.app, "enter", ctrl=True)
    assert home.screen == "HandOver"


# Who plays ----------------------------------------------------------------------------------------


def test_fewer_than_two_cannot_begin(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    to_the_briefing(home)
    click(home.app, "briefing.who.several")
    click(home.app, "briefing.role.sales")
    press(home.app, "enter", ctrl=True)
    assert home.screen == "Briefing"
    assert "Choose at least two roles, one for each of you." in home.words
    click(home.app, "briefing.role.customer_voice")
    press(home.app, "enter", ctrl=True)
    assert table_of(home).people == (MARKETING, Seat(0, "customer_voice"))


def test_a_role_that_nobody_takes_is_the_computers(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home, ("marketing", "manager"))
    assert "played by the computer" in home.words
    turn(home)
    assert SALES in {each.seat for each in table_of(home).session.history[0].submits}


def test_whoever_sits_down_is_named_on_the_desk(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home)
    assert "Marketing lead" in home.words
    plan(home)
    sit(home)
    assert "Marketing" in home.words
    assert "Sales lead" in home.words.split("Plan")[0]


def test_the_same_people_play_again(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    seed = table_of(home).session.seed
    click(home.app, "ending.again")
    assert home.screen == "HandOver"
    assert table_of(home).people == (MARKETING, SALES)
    assert table_of(home).session.seed == seed


# What one asks of another -------------------------------------------------------------------------


def test_one_asks_another_who_answers_at_the_same_machine(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "desk_asked")
    click(home.app, "talk.yes.marketing")
    desk = at_desk(home)
    assert desk.playing.draft.on("shared_vision") == 2_100
    assert any("Agreed: you put" in text for text in painted(home))
    plan(home)
    while table_of(home).stop == "hand_over":
        sit(home)
        plan(home)
    (trade,) = table_of(home).session.history[0].trades
    assert trade.state == "kept"


def test_a_promise_to_somebody_who_has_planned_asks_for_another_plan(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    desk = sit(home)
    desk.playing.set_amount("advertising", 31_000)
    home.app.refresh()
    home.click("talk.offer.sales")
    home.rest()
    home.click("offer.make")
    home.click("predict")
    home.click("commit.play")
    sit(home)
    home.click("talk.yes.marketing")
    plan(home)
    assert table_of(home).seat == MARKETING
    again = sit(home)
    assert again.playing.draft.on("advertising") == 31_000
    assert again.playing.draft.on("shared_vision") == 2_100
    plan(home)
    assert table_of(home).stop == "together"


# Kept ---------------------------------------------------------------------------------------------


def resumed(home: Home, folder: Path) -> Home:
    """Close the window and open it again."""
    home.app.tick([], 16)
    assert home.app.may_quit()
    return at_table(folder)


def test_a_plan_in_the_making_is_there_after_a_break_and_only_its_owner_sees_it(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home)
    plan(home)
    sit(home).playing.set_amount("negotiation", 4_321)
    home.app.refresh()
    wait(home.app, 500)
    again = resumed(home, tmp_path)
    assert "Marketing lead and Sales lead" in again.words
    again.press("enter")
    says_nothing_private(again)
    assert "Hand over to: Sales lead" in again.words
    again.click("hand_over.go")
    assert at_desk(again).playing.draft.on("negotiation") == 4_321
    assert table_of(again).session.submits[0].seat == MARKETING


def test_after_a_break_the_last_results_are_shown_again_before_anybody_plans(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    again = resumed(home, tmp_path)
    again.press("enter")
    assert "All together" in again.words
    look(again)
    assert again.screen == "HandOver"


def test_leaving_in_the_middle_leads_to_the_hand_over_and_not_to_a_desk(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home).playing.set_amount("seo", 999)
    home.app.refresh()
    home.rest()
    click(home.app, "leave")
    assert home.screen == "Title"
    click(home.app, "menu.first")
    says_nothing_private(home)
    click(home.app, "hand_over.go")
    assert at_desk(home).playing.draft.on("seo") == 999


def test_a_game_of_several_and_one_alone_are_kept_beside_each_other(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    home.house.start_game(table_of(home).rules, "marketing", 3)
    at_desk(home).playing.set_amount("seo", 500)
    wait(home.app, 500)
    cards = {card.people for card in list_saves(home.house.places)}
    assert cards == {(), (MARKETING, SALES)}


def test_a_finished_game_is_saved_with_its_people_and_opened_at_its_end(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, "ending_together")
    click(home.app, "ending.save")
    home.rest()
    click(home.app, "save.save")
    (card,) = [each for each in list_saves(home.house.places) if not each.automatic]
    assert card.people == (MARKETING, SALES)
    home.house.open_title()
    home.house.load(card)
    home.rest()
    assert home.screen == "Ending"
    assert "Sales lead: " in home.words


def test_a_save_of_several_named_at_the_start_begins_with_the_hand_over(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    (card,) = list_saves(home.house.places)
    again = at_table(tmp_path)
    enter_by = start._way_in(again.house, None, None, None, str(card.path))
    assert enter_by is not None
    enter_by()
    again.rest()
    says_nothing_private(again)


def test_the_same_people_named_at_the_start_go_on_with_the_game_they_left(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home)
    plan(home)
    again = at_table(tmp_path)
    start._way_together(again.house, "bakery", 3, ("marketing", "sales"))()
    assert table_of(again).seat == SALES
    start._way_together(again.house, "bakery", 3, ("sales", "manager"))()
    assert table_of(again).people == (SALES, Seat(0, "manager"))
    assert table_of(again).session.seed == 3


def test_roles_that_there_are_not_are_refused_before_a_window_opens(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    with pytest.raises(UnknownName, match="two to four"):
        start._way_together(home.house, "bakery", None, ("sales", "sales"))


def test_a_running_game_of_several_is_nobodys_to_take_into_the_lab(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 2)
    home.house.open_title()
    home.rest()
    click(home.app, "menu.lab")
    home.rest()
    assert "No game to ask yet" in home.words


def test_a_screen_that_fails_leads_back_to_the_hand_over(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    sit(home).playing.set_amount("seo", 777)
    desk = at_desk(home)
    desk.view = None  # type: ignore[method-assign,assignment]  # any fault of the program
    home.app.refresh()
    home.rest()
    assert home.screen == "Crash"
    click(home.app, "crash.on")
    says_nothing_private(home)
    click(home.app, "hand_over.go")
    assert at_desk(home).playing.draft.on("seo") == 777


# Secrets ------------------------------------------------------------------------------------------


def own_screens(home: Home) -> Iterator[tuple[Playing, set[str]]]:
    """Yield what each can read in a turn: its own results, and its desk."""
    for _ in table_of(home).people:
        read_news(home)
        home.click("hand_over.go")
        think(home)
        results = home.house.navigator.current
        assert isinstance(results, Results)
        yield results.playing, read_everything(home, RESULT_TABS)
        home.click("next")
        think(home)
        desk = home.house.navigator.current
        assert isinstance(desk, Desk)
        yield desk.playing, read_everything(home, TABS)
        silo(home)


def silo(home: Home) -> None:
    """Let whoever has the machine spend only on its own side, so that the curtain stays down."""
    desk = at_desk(home)
    for lever in desk.playing.view.levers:
        desk.playing.set_amount(lever.key, 0)
    own = "advertising" if desk.playing.seat == MARKETING else "prospecting"
    desk.playing.set_amount(own, 12_345)
    desk._predict()
    assert desk._guess is not None
    desk._guess.deals = 3.0
    desk._commit()
    home.app.refresh()
    home.rest()


def in_silos(home: Home, count: int) -> None:
    """Play some turns without working together, up to the next hand-over to one."""
    begun(home)
    for number in range(count):
        for _ in (MARKETING, SALES):
            read_news(home)
            home.click("hand_over.go")
            if number:
                think(home)
                home.click("next")
            silo(home)
        if number < count - 1:
            look(home)


def test_no_figure_of_the_others_is_painted_for_one(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    in_silos(home, 2)
    look(home)
    for playing, words in own_screens(home):
        hidden = hidden_figures(playing)
        assert ("leads" if playing.seat == SALES else "pipeline") in hidden
        assert leaked(words, hidden) == []


def test_no_private_figure_is_painted_where_all_look(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    in_silos(home, 2)
    home.click("hand_over.go")
    think(home)
    results = home.house.navigator.current
    assert isinstance(results, Results)
    hidden = hidden_figures(results.playing)
    assert {"leads", "pipeline"} <= set(hidden)
    words = read_everything(home, RESULT_TABS)
    assert leaked(words, hidden) == []


def test_the_figures_that_are_looked_for_would_be_found(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    in_silos(home, 2)
    look(home)
    playing, seen = next(own_screens(home))
    leads = playing.view.now.figures["leads"].value
    assert leaked(seen, {"leads": playing.language.figure("people", leads)}) != []


def test_what_one_has_planned_changes_nothing_that_the_next_one_sees(tmp_path: Path) -> None:
    seen = []
    for advertising, meetings in ((0, 0), (9_876, 6_543)):
        home = at_table(tmp_path / f"{advertising}")
        begun(home)
        desk = sit(home)
        desk.playing.set_amount("advertising", advertising)
        desk.playing.set_amount("joint_meetings", meetings)
        desk._predict()
        assert desk._guess is not None
        desk._guess.deals, desk._guess.warned = float(advertising), True
        desk._guess.because = f"because of {advertising}"
        desk._commit()
        home.app.refresh()
        home.rest()
        sit(home)
        think(home)
        seen.append(read_everything(home, TABS))
    assert seen[0] == seen[1]


def test_what_was_told_to_one_is_not_at_the_foot_for_the_next(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home)
    desk = sit(home)
    desk.playing.split_evenly()
    home.app.refresh()
    home.rest()
    home.click("predict")
    home.house.tell(verbatim("You can spend € 60,000."), "bad")
    home.app.refresh()
    home.app.tick([], 16)
    assert home.app._toasts
    click(home.app, "commit.play")
    assert not home.app._toasts


# Structure ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", STATES)
def test_a_screen_for_several_has_no_faults_of_structure(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    enter(home, name)
    for size, theme, text in (
        (SIZES[0], "light", 1.0),
        (SIZES[0], "dark", 1.5),
        (SIZES[0], "high_contrast", 2.0),
        (SIZES[1], "dark", 1.0),
        ((960, 540), "dark", 1.25),
    ):
        home.restyle(size, theme, text)
        assert problems(home.app) == [], f"{name}, {size}, {theme}, text {text}"


@pytest.mark.parametrize(
    "name", ["choosing", "hand_over_later", "last_look", "committing", "results_together"]
)
def test_a_language_with_longer_words_has_room(name: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    home.house.language = Language.from_catalogue("qps")
    home.app.restyle(say=home.house.language.say)
    enter(home, name)
    for text in (1.0, 1.5):
        home.restyle(SIZES[0], "dark", text)
        assert problems(home.app) == [], f"{name}, text {text}"


def test_what_two_agreed_is_not_shown_to_a_third(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    begun(home, ("marketing", "sales", "customer_voice"))
    sit(home)
    click(home.app, "talk.offer.sales")
    home.rest()
    click(home.app, "offer.make")
    plan(home)
    sit(home)
    click(home.app, "talk.yes.marketing")
    plan(home)
    assert table_of(home).session.trades[0].state == "agreed"
    third = sit(home)
    assert third.playing.seat.role == "customer_voice"
    assert "talk.back.marketing" not in home.keys
    assert not [text for text in painted(home) if "Agreed:" in text or "promised" in text]


def test_help_opens_on_every_screen_of_several(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    turns(home, 1)
    for key in ("hand_over.go", "next", "hand_over.go", "next"):
        press(home.app, "f1")
        home.rest()
        press(home.app, "escape")
        home.rest()
        read_news(home)
        home.click(key)
        think(home)
    press(home.app, "f1")
    home.rest()
    assert "Tutorial from the start" not in home.words
