"""Several people at one keyboard: handed over, told together, and kept for another day."""

from shutil import rmtree

import pytest

from game.errors import UnknownName
from game.storage.places import Places
from game.storage.results import best_results
from game.storage.saves import load_save, save_game
from game.storage.scenarios import load_scenario
from tests.storage.homes import CORNER_SHOP
from tests.terminal.conftest import Typist

TWO = ("marketing", "sales")
ONE = "\neven\ndone\n4\nbecause {who}\n"
TURN = ONE.format(who="of marketing") + ONE.format(who="of sales")
STRIKE = "2\n"


def test_the_keyboard_goes_round_until_the_end(typist: Typist, places: Places) -> None:
    out = typist.play(TURN + STRIKE + TURN + TURN, hot_seat=TWO)
    assert out.count("Hand over to: Marketing lead") == 3
    assert out.count("Hand over to: Sales lead") == 3
    assert out.index("Hand over to: Sales lead") < out.index("Results of ")
    assert "Marketing lead said 4.0 deals. because of marketing" in out
    assert "The end of" in out
    assert best_results(places) == {}


def test_a_manager_divides_the_money_by_typing_and_the_others_read_what_they_have(
    typist: Typist,
) -> None:
    much = "\nadvertising 100%\nmarket 100%\ndone\neven\ndone\n4\n\n"
    out = typist.play(
        "\nsplit 50 50\nsplit 10 40 50\nforecast\ndone\n5\n\n" + much + "quit\n",
        hot_seat=("marketing", "sales", "manager"),
    )
    first, _, rest = out.partition("Hand over to: Marketing lead")
    assert "Hand over to: General manager" in first
    assert "Type one part for each of" in first
    assert "You divide the money: Marketing €" in " ".join(first.split())
    assert "Forecast for" in first
    assert "The general manager gives you: Marketing €" in rest
    assert "split 50 30 20" not in rest
    assert "Hand over to: Sales lead" in rest


def test_who_does_not_divide_the_money_is_told_so(typist: Typist) -> None:
    out = typist.play("\nsplit 50 30 20\nquit\n", hot_seat=TWO)
    assert "Your role does not divide the money" in out


def test_what_one_sees_alone_is_not_shown_to_all(typist: Typist) -> None:
    out = typist.play(TURN + STRIKE, hot_seat=TWO)
    first, _, rest = out.partition("Hand over to: Sales lead")
    sales, _, together = rest.partition("Results of ")
    assert "Decided by: Sales lead" in first
    assert "Decided by: Marketing lead" in sales
    assert "Hidden: " in together
    assert "All together" in out


def test_a_forecast_knows_nothing_of_what_another_has_just_planned(typist: Typist) -> None:
    def forecast_after(planned: str) -> str:
        marketing = f"\n{planned}\ndone\n4\n\n"
        out = typist.play(marketing + "\neven\nforecast\nquit\n", hot_seat=TWO)
        rmtree(typist.places.saves)  # the next game is a new one
        return out.split("Forecast for")[1].split("Plan>")[0]

    much = forecast_after("even")
    assert "in eight of ten" in much
    assert forecast_after("social 1000") == much


def test_people_at_one_keyboard_are_told_the_roles_they_play(typist: Typist) -> None:
    out = typist.play("", hot_seat=TWO)
    roles = out[out.index("Your roles") : out.index("How it is played")]
    assert "Marketing lead. Spends on: marketing" in roles
    assert "Sales lead. Spends on: sales" in roles
    assert "Your role: Everyone" not in out


def test_a_role_that_nobody_plays_decides_nothing(typist: Typist, places: Places) -> None:
    text = CORNER_SHOP.replace("title: Corner shop", "title: Full house")
    text += "segments: {firms: {accounts: 900}, homes: {accounts: 9000}}\n"
    text += "roles: {customer_voice: {name: Voice of the customer}}\n"
    (places.own_scenarios / "full_house.yaml").write_text(text, encoding="utf-8")
    rules = load_scenario(places, "full_house")
    owners = {role.key for role in rules.roles if "segment_focus" in role.policies}
    assert "customer_voice" in owners
    out = typist.play(ONE.format(who="of marketing") + "\n", scenario="full_house", hot_seat=TWO)
    assert "% (Decided by: Marketing lead)" in " ".join(out.split())
    assert "Voice of the customer" not in out[out.index("Hand over to") :]


def test_one_asks_another_who_answers_in_its_turn(typist: Typist, places: Places) -> None:
    asked = "\neven\noffer joint_meetings 900 for shared_kpis 500\ndone\n\n"
    out = typist.play(asked + "\neven\nyes\ndone\n\n" + STRIKE, hot_seat=TWO)
    assert "Sales lead will be asked." in out
    assert "Marketing lead: “Could you put € 500 into Shared KPIs?" in out
    session = load_save(places, "corner_shop-hot-seat").session
    assert [each.state for each in session.history[0].trades] == ["kept"]


def test_people_ask_each_other_themselves(typist: Typist) -> None:
    out = typist.play("\nask\n", hot_seat=TWO)
    assert "ask them yourself" in out


def test_who_was_next_is_next_after_a_break(typist: Typist) -> None:
    typist.play(ONE.format(who="of marketing") + "quit\n", hot_seat=TWO)
    out = typist.play("\n", hot_seat=TWO)
    assert "The game that you left goes on." in out
    assert "Hand over to: Sales lead" in out
    assert "Hand over to: Marketing lead" not in out


def test_a_game_of_several_that_was_kept_in_the_window_is_gone_on_with(
    typist: Typist, places: Places
) -> None:
    typist.play(ONE.format(who="of marketing") + "quit\n", hot_seat=TWO)
    left = load_save(places, "corner_shop-hot-seat")
    people = left.session.seats
    save_game(places, "ours", left.rules, left.session, people[0], people)
    out = typist.play("\n", save="ours", scenario=None)
    assert "Hand over to: Sales lead" in out


def test_a_role_nobody_plays_is_the_computers(typist: Typist) -> None:
    out = typist.play("\ndone\n3\n\n\neven\ndone\n\n", hot_seat=("manager", "marketing"))
    assert "Hand over to: General manager" in out
    assert "Sales lead:" in out
    assert "Results of " in out


def test_wrong_roles_are_refused(typist: Typist, places: Places) -> None:
    with pytest.raises(UnknownName, match="two to four"):
        typist.play("", hot_seat=("sales",))
    assert not places.saves.exists()
