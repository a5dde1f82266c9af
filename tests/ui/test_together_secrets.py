"""Nobody at a shared machine reads what is another's."""

from collections.abc import Iterator
from pathlib import Path

from game.session import Seat
from game.ui.playing import Playing
from game.ui.screens.desk import Desk
from game.ui.screens.results import Results
from game.words import verbatim
from tests.ui.driver import click
from tests.ui.game_states import at_table, think
from tests.ui.houses import Home
from tests.ui.reading import RESULT_TABS, TABS, hidden_figures, leaked, painted, read_everything
from tests.ui.together_states import (
    at_desk,
    begun,
    look,
    plan,
    read_news,
    sit,
    table_of,
)

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")


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
