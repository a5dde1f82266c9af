"""One role with a computer partner at the desk: what it says and promises, and what it hides."""

from pathlib import Path

import pytest

from game.scenario.rules import RoleKey
from game.ui.playing import Playing
from game.ui.screens.desk import Desk
from game.ui.screens.results import Results
from tests.ui.driver import click, go_to, is_there, press, type_text, wait
from tests.ui.game_states import at_table, desk_of, enter, think
from tests.ui.houses import Home
from tests.ui.pictures import faults_however_seen
from tests.ui.reading import (
    RESULT_TABS,
    TABS,
    hidden_figures,
    leaked,
    painted,
    read_everything,
)


def seated(home: Home, role: RoleKey = "marketing", turns: int = 0) -> Desk:
    """Sit down beside a partner, who has had a moment to look at the plan."""
    desk = desk_of(home, turns, role)
    wait(home.app, 400)
    home.rest()
    return desk


def says(home: Home) -> str:
    """Return all that is said on the desk."""
    return "\n".join(sorted(painted(home)))


def test_a_partner_tells_what_it_means_to_do_and_why(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    seated(home, "marketing", 2)
    words = says(home)
    assert "What I mean to do" in words
    assert "Into working together I put" in words
    assert "Why" in words


def test_a_partner_waits_for_a_plan_before_it_speaks_of_it(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    seated(home)
    assert "Plan something, and I tell you what I think of it." in says(home)
    type_text(home.app, "amount.advertising", "20k")
    wait(home.app, 400)
    assert "Plan something, and I tell you what I think of it." not in says(home)


def test_a_partner_warns_of_a_plan_that_leaves_it_alone(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home, "sales", 2)
    for lever in desk.playing.view.levers:
        desk.playing.set_amount(lever.key, 0)
    desk.playing.set_amount("negotiation", 500)
    home.app.refresh()
    wait(home.app, 400)
    home.rest()
    words = says(home)
    assert "Warns you" in words
    assert "Who is to win what I bring you?" in words


def test_nobody_plays_a_plan_without_having_heard_the_partners_warning(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home, "sales", 2)
    desk.playing.set_bar(0.95)
    home.app.refresh()
    press(home.app, "enter", ctrl=True)
    home.rest()
    assert is_there(home.app, "commit.play")
    assert any("You raise the bar from 50" in text for text in painted(home))


def test_a_plan_that_was_never_touched_is_warned_of_before_it_is_played(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    seated(home, "sales")
    assert "Warns you" not in says(home)
    press(home.app, "enter", ctrl=True)
    home.rest()
    assert any("Nothing for selling." in text for text in painted(home))


def test_the_partner_recalls_its_warning_where_it_came_true(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home, "sales", 2)
    desk.playing.set_bar(0.95)
    home.app.refresh()
    press(home.app, "enter", ctrl=True)
    press(home.app, "enter", ctrl=True)
    think(home)
    home.house.open_desk(desk.playing)
    home.rest()
    assert any("As I warned you, with the higher bar" in text for text in told(desk.playing))


def told(playing: Playing) -> list[str]:
    """Return the reasons that partners give, each as it is read."""
    cards = [voice.card for voice in playing.talk.voices if voice.card is not None]
    return [playing.language.say(reason) for card in cards for reason in card.reasons]


def test_a_counter_offer_is_neither_mine_nor_the_partners_own_offer(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home)
    talk = desk.playing.talk
    standing = talk.voices[0].offer
    seen = [standing]
    for amount in ("3000", "3000", "9000"):
        go_to(home.app, "talk.offer.sales")
        press(home.app, "enter")
        home.rest()
        type_text(home.app, "offer.yours.amount", amount)
        home.rest()
        press(home.app, "enter", ctrl=True)
        home.rest()
        mine = desk.playing.view.trades[-1]
        offer = talk.voices[0].offer
        answer = talk.voices[0].answer
        assert answer is not None
        assert offer is None or (offer.gives, offer.asks) != (mine.asks, mine.gives)
        if offer in seen:  # then it does not call it another idea
            assert "another idea" not in home.house.language.say(answer)
        seen.append(offer)


def test_an_offer_that_asks_for_what_is_planned_anyway_says_so(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    seated(home)
    assert any("Could you put" in text for text in painted(home))
    click(home.app, "even")
    wait(home.app, 400)
    home.rest()
    words = painted(home)
    assert any("Promise it, and I put" in text for text in words)


def test_an_emptied_plan_is_not_agreed_to(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home, "marketing", 2)
    for lever in desk.playing.view.levers:
        desk.playing.set_amount(lever.key, 0)
    home.app.refresh()
    wait(home.app, 400)
    home.rest()
    words = says(home)
    assert "Warns you" in words
    assert "Whom are my people to call?" in words


def test_an_accepted_offer_binds_and_is_seen_at_its_line(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home)
    before = desk.playing.talk.voices[0].offer
    assert before is not None
    click(home.app, "talk.yes.sales")
    words = says(home)
    assert "Good. I keep to it, and count on you." in words
    ((lever, least),) = before.asks.least
    assert desk.playing.draft.on(lever) >= least
    assert any(text.startswith("You promised at least") for text in painted(home))
    assert any(text.startswith("Agreed: you put") for text in painted(home))


def test_a_plan_below_a_promise_is_refused_until_the_word_is_taken_back(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home)
    click(home.app, "talk.yes.sales")
    ((lever, _),) = desk.playing.view.trades[0].asks.least
    type_text(home.app, f"amount.{lever}", "0")
    assert desk.playing.refusal() is not None
    home.rest()
    go_to(home.app, "talk.back.sales")
    press(home.app, "enter")
    home.rest()
    assert home.app.focus == "doubt.keep"
    go_to(home.app, "doubt.back")
    press(home.app, "enter")
    assert desk.playing.refusal() is None
    assert "You take your word back? I will remember that." in says(home)


def test_whoever_breaks_its_word_is_not_thanked_for_it_in_the_same_box(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home)
    click(home.app, "talk.yes.sales")
    ((lever, least),) = desk.playing.view.trades[0].asks.least
    type_text(home.app, f"amount.{lever}", "0")
    wait(home.app, 400)
    words = says(home)
    assert "This is not what you promised me for this turn." in words
    assert "Good. I keep to it" not in words
    type_text(home.app, f"amount.{lever}", str(round(least)))
    wait(home.app, 400)
    assert "Good. I keep to it" in says(home)


def test_an_offer_of_ones_own_is_made_with_keys_and_answered_at_once(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home, "sales", 2)
    home.rest()
    go_to(home.app, "talk.offer.marketing")
    press(home.app, "enter")
    home.rest()
    assert is_there(home.app, "offer.make")
    press(home.app, "enter", ctrl=True)
    home.rest()
    assert not is_there(home.app, "offer.make")
    assert desk.playing.talk.voices[0].answer is not None
    assert desk.playing.view.trades


def test_the_results_tell_whether_the_promise_was_kept(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home)
    click(home.app, "talk.yes.sales")
    press(home.app, "enter", ctrl=True)
    press(home.app, "enter", ctrl=True)
    think(home)
    assert isinstance(home.house.navigator.current, Results)
    assert desk.playing.view.now.trades[0].state == "kept"
    words = says(home)
    assert "You and Sales lead kept your word." in words
    assert "We both kept our word last turn" in " ".join(words.split())


# Fog ----------------------------------------------------------------------------------------------


def in_a_silo(home: Home, role: RoleKey) -> Playing:
    """Return a game of one role in which nothing was spent on working together."""
    return home.playing("bakery", role, 3, seed=5, strategy="no_collaboration")


def told_by_partner(playing: Playing) -> str:
    """Return what the partner says of its own accord."""
    said = [
        line
        for voice in playing.talk.voices
        for line in (
            *(voice.card.plan if voice.card else ()),
            *(voice.card.reasons if voice.card else ()),
            *(voice.said.sentences if voice.said else ()),
        )
    ]
    return "\n".join(playing.language.say(line) for line in said)


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_no_figure_of_the_partner_is_painted_and_none_is_told(
    role: RoleKey, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    playing = in_a_silo(home, role)
    home.house.open_desk(playing)
    for _ in range(3):
        choices = [node.key for node in home.app.nodes if node.key.startswith("choice.")]
        if choices:
            home.click(choices[0])
        if "event.done" in home.keys:
            home.click("event.done")
    wait(home.app, 400)
    hidden = hidden_figures(playing)
    assert ("leads" if role == "sales" else "pipeline") in hidden
    assert leaked({told_by_partner(playing)}, hidden) == []
    assert leaked(read_everything(home, TABS), hidden) == []


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_no_figure_of_the_partner_is_painted_among_the_results(
    role: RoleKey, tmp_path: Path
) -> None:
    home = at_table(tmp_path)
    playing = in_a_silo(home, role)
    home.house.open_results(playing)
    think(home)
    hidden = hidden_figures(playing)
    assert hidden
    assert leaked(read_everything(home, RESULT_TABS), hidden) == []


def test_a_partner_never_tells_figures_that_it_does_not_see(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    for role in ("marketing", "sales"):
        playing = in_a_silo(home, role)
        (voice,) = playing.talk.voices
        partner = Playing(
            playing.rules,
            playing.session,
            voice.seat,
            playing.language,
            keep=lambda rules, session: None,
        )
        assert leaked({told_by_partner(playing)}, hidden_figures(partner)) == []


def test_what_a_partner_says_is_seen_at_the_foot_where_its_card_is_scrolled_away(
    tmp_path: Path,
) -> None:
    home = at_table(tmp_path)
    desk = seated(home, "sales", 2)
    for lever in desk.playing.view.levers:
        desk.playing.set_amount(lever.key, 0)
    wait(home.app, 400)
    home.restyle((1280, 720), "light", 2.0)
    assert "Marketing lead: Warns you" in says(home)

    def in_sight(key: str) -> bool:
        node = next(node for node in home.app.nodes if node.key == key)
        return node.box.overlap(node.clip).h > 0

    key = next(key for key in ("talk.yes.marketing", "talk.offer.marketing") if key in home.keys)
    assert not in_sight(key)
    click(home.app, "talk.read.marketing")
    home.rest()
    assert in_sight(key)
    assert home.app.focus == key


# Structure ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("dialog", ["", "talk.offer.sales", "talk.back.sales"])
def test_the_talk_has_no_faults_of_structure(dialog: str, tmp_path: Path) -> None:
    home = at_table(tmp_path)
    if dialog == "talk.back.sales":
        seated(home)
        click(home.app, "talk.yes.sales")
    else:
        enter(home, "desk_marketing")
    if dialog:
        home.rest()
        go_to(home.app, dialog)
        press(home.app, "enter")
        home.rest()
    for how, wrong in faults_however_seen(home.restyle, home.app, smallest=1.25):
        assert wrong == [], f"{dialog}, {how}"


def test_what_binds_nobody_is_no_offer(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    desk = seated(home)
    click(home.app, "talk.offer.sales")
    home.rest()
    click(home.app, "offer.mine.nothing")
    click(home.app, "offer.yours.nothing")
    press(home.app, "enter", ctrl=True)
    assert is_there(home.app, "offer.make")
    assert desk.playing.view.trades == ()
