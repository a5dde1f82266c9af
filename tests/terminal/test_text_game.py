"""Whole games by typing: alone, in one role, with mistakes, with breaks."""

import json
import re
from pathlib import Path

import pytest

from game.errors import SaveUnreadable, UnknownName
from game.session import Seat, is_over
from game.storage.places import Places
from game.storage.results import best_results
from game.storage.saves import list_saves, load_autosave, load_save
from tests.storage.homes import corner_shop, started, turn_played
from tests.terminal.conftest import Typist

TURN = "even\ndone\n4\nbecause I think so\n"
STRIKE = "2\n"
WHOLE = TURN + STRIKE + TURN + TURN


def test_a_whole_game_is_played_by_typing(typist: Typist, places: Places) -> None:
    out = typist.play(WHOLE)
    assert out.index("Corner shop") < out.index("Month 1 of 3") < out.index("Month 3 of 3")
    assert out.count("Results of ") == 3
    assert "You said 4" in out
    assert "because I think so" in out
    assert "Strike" in out
    assert "The end of “Corner shop”" in out
    assert "Scorecard" in out
    result = best_results(places)["corner_shop"]
    assert result.attempts == 1
    assert len(result.date) == 10


def test_the_funnel_says_who_of_the_accepted_never_crossed_the_handoff(typist: Typist) -> None:
    out = " ".join(typist.play("prospecting 30k\nadvertising 20k\ndone\n\n").split())
    assert re.search(r"got across .* - Of the accepted, \d+ prospected", out)


def test_one_role_is_played_with_a_computer_partner_in_a_fog(
    typist: Typist, places: Places
) -> None:
    out = typist.play(WHOLE, role="marketing")
    assert "Your role: Marketing lead" in out
    assert "The computer plays your partners." in out
    assert "hidden" in out
    assert "Decided by: Sales lead" in out
    assert "The end of" in out
    opened = load_autosave(places, "corner_shop", Seat(0, "marketing"))
    assert opened is not None
    assert is_over(opened.rules, opened.session)
    sales = [
        submit.spend for submit in opened.session.history[0].submits if submit.seat.role == "sales"
    ]
    assert sum(sales[0]) > 0


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_every_role_gets_to_the_end(typist: Typist, role: str) -> None:
    assert "The end of" in typist.play(WHOLE, role=role)


@pytest.mark.parametrize("role", ["manager", "customer_voice"])
def test_a_role_that_decides_nothing_alone_is_refused(
    typist: Typist, places: Places, role: str
) -> None:
    with pytest.raises(UnknownName) as caught:
        typist.play(WHOLE, role=role)
    assert "Choose one of: all, marketing or sales." in str(caught.value)
    assert not places.saves.exists()


def test_a_game_typed_is_the_game_played_by_its_commands(typist: Typist, places: Places) -> None:
    typist.play("even\ndone\n\n1\neven\ndone\n\neven\ndone\n\n", seed=7)
    opened = load_autosave(places, "corner_shop", Seat())
    rules = corner_shop(places)
    session = started(rules)
    for _ in range(3):
        session = turn_played(rules, session)
    assert opened is not None
    assert opened.session.world.total_bookings.tolist() == session.world.total_bookings.tolist()


# Leaving and coming back ---------------------------------------------------------------------


def test_the_end_of_the_input_saves_and_ends_politely(typist: Typist, places: Places) -> None:
    out = typist.play(TURN + STRIKE + "advertising 12k\n")
    assert out.endswith("The game is saved. Play the scenario again to go on with it.\n")
    opened = load_autosave(places, "corner_shop", Seat())
    assert opened is not None
    assert opened.session.turn == 2


def test_a_game_that_was_left_goes_on_with_the_plan_as_it_was(typist: Typist) -> None:
    typist.play(TURN + STRIKE + "seo 12k\nquit\n")
    out = typist.play("\nshow\n")
    assert "You have left a game of “Corner shop” in Month 2 of 3." in out
    assert "€ 12,000" in out
    assert "What you can learn" not in out


def test_a_game_that_was_left_may_be_started_anew(typist: Typist) -> None:
    typist.play(TURN + "1\nquit\n")
    out = typist.play("n\nquit\n")
    assert "Month 1 of 3" in out


def test_a_finished_game_is_not_offered_again(typist: Typist) -> None:
    typist.play(WHOLE)
    assert "You have left a game" not in typist.play("quit\n")


def test_a_break_changes_nothing(typist: Typist, places: Places) -> None:
    typist.play(WHOLE)
    unbroken = load_autosave(places, "corner_shop", Seat())
    typist.play(TURN + "save mine\n" + STRIKE)
    typist.play("\n" + TURN)
    typist.play("\n" + TURN)
    broken = load_autosave(places, "corner_shop", Seat())
    assert unbroken is not None
    assert broken is not None
    assert is_over(broken.rules, broken.session)
    assert (
        broken.session.world.total_bookings.tolist()
        == unbroken.session.world.total_bookings.tolist()
    )


def test_starting_anew_keeps_the_game_that_was_left_under_a_name(
    typist: Typist, places: Places
) -> None:
    typist.play(TURN)
    left = load_autosave(places, "corner_shop", Seat())
    out = typist.play("n\n" + TURN)
    assert left is not None
    assert left.session.turn == 2
    assert "The game before is kept as" in out
    (name,) = [card.name for card in list_saves(places) if not card.automatic]
    assert load_save(places, name).session.journal == left.session.journal


def test_a_game_is_saved_under_a_name_and_loaded_by_it(typist: Typist, places: Places) -> None:
    out = typist.play(TURN + STRIKE + "seo 3k\nsave after: one\nquit\n")
    assert "Saved as" in out
    assert {card.name for card in list_saves(places)} >= {"after_ one"}
    assert load_save(places, "after: one").session.turn == 2
    loaded = typist.play("\n", scenario=None, save="after: one")
    assert "Month 2 of 3" in loaded


def test_a_damaged_autosave_is_told_and_the_one_before_is_played(
    typist: Typist, places: Places
) -> None:
    typist.play(TURN + "quit\n")
    path = next(places.saves.glob("*.autosave.json"))
    path.write_text("{", encoding="utf-8")
    out = typist.play("\nquit\n")
    assert "is damaged; the game goes on from the save before it." in out.replace("\n", " ")


def test_two_damaged_autosaves_are_told_and_a_new_game_begins(
    typist: Typist, places: Places
) -> None:
    typist.play(TURN + "quit\n")
    for path in places.saves.iterdir():
        path.write_text("{", encoding="utf-8")
    out = typist.play("quit\n")
    assert "is damaged and cannot be played on" in out.replace("\n", " ")
    assert "Month 1 of 3" in out


def test_a_save_that_cannot_be_read_is_refused(typist: Typist, places: Places) -> None:
    places.saves.mkdir()
    (places.saves / "bad.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SaveUnreadable):
        typist.play("", scenario=None, save="bad")


def test_an_unknown_role_is_refused(typist: Typist) -> None:
    with pytest.raises(UnknownName, match="no role 'ceo'"):
        typist.play("", role="ceo")


def test_looking_at_a_finished_game_is_no_new_attempt(typist: Typist, places: Places) -> None:
    typist.play(WHOLE)
    path = next(places.saves.glob("*.autosave.json"))
    out = typist.play("", scenario=None, save=str(path))
    assert "Scorecard" in out
    assert best_results(places)["corner_shop"].attempts == 1


# The title -----------------------------------------------------------------------------------


def test_the_title_lists_scenarios_and_takes_number_or_name(typist: Typist) -> None:
    out = typist.play("0\n\ncorner_shop\nquit\n", scenario=None)
    assert "First Steps (first_steps)" in out
    assert "Type a number from 1 to" in out
    assert "Month 1 of 3" in out


def test_a_misspelt_scenario_is_asked_again(typist: Typist) -> None:
    out = typist.play("corner_shp\nquit\n", scenario=None)
    assert "Did you mean corner_shop?" in out
    assert out.endswith("Good-bye.\n")


def test_a_broken_scenario_is_listed_with_its_problem(typist: Typist, places: Places) -> None:
    (places.own_scenarios / "bad.yaml").write_text("turns: 3 4\n", encoding="utf-8")
    out = typist.play("bad\nquit\n", scenario=None)
    assert "cannot be played" in out


def test_an_empty_shelf_says_so(tmp_path: Path) -> None:
    bare = Places(home=tmp_path, scenarios=tmp_path / "none", assets=tmp_path)
    assert "No scenario was found" in Typist(bare).play("", scenario=None)


def test_the_best_result_stands_on_the_card(typist: Typist) -> None:
    typist.play(WHOLE)
    out = typist.play("quit\n", scenario=None)
    assert "Your best: " in out


def test_a_role_has_a_best_result_of_its_own(typist: Typist) -> None:
    typist.play(WHOLE, role="sales")
    assert "Your best: " not in typist.play("quit\n", scenario=None)
    assert "Your best: " in typist.play("quit\n", scenario=None, role="sales")


def test_results_that_cannot_be_read_are_told_once(typist: Typist, places: Places) -> None:
    places.results.write_text("{", encoding="utf-8")
    assert "results.damaged.json" in typist.play("quit\n", scenario=None)
    assert "results.damaged.json" not in typist.play("quit\n", scenario=None)


# The desk ------------------------------------------------------------------------------------


def at_desk(typist: Typist, typed: str) -> str:
    """Return what was printed behind the first prompt of the desk."""
    out = typist.play(f"{typed}quit\n")
    return out[out.index("Plan>") :]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("advertising 20k\n", "Advertising: € 20,000"),
        ("ADVERT 20k\nadv +5k\n", "Advertising goes from € 20,000 to € 25,000."),
        ("adv 20k\nadv -5k\n", "Advertising goes from € 20,000 to € 15,000."),
        ("adv 20k\nadv - 20k\n", "Advertising goes from € 20,000 to € 0."),
        ("adv 20k\nadv –5k\n", "Advertising goes from € 20,000 to € 15,000."),
        ("adv 2k\nadv +10%\n", "Advertising goes from € 2,000 to € 12,000."),
        ("adv 2k\nadv -5k\n", "'-5k' takes away more than there is."),
        ("advertising -5\n", "type '0' for nothing at all."),
        ("adv 10%\n", "Advertising: € 10,000"),
        ("content marketing 12 400\n", "Content marketing: € 12,400"),
        ("adv lots\n", "'lots' is not an amount"),
        ("adv -\n", "is not an amount"),
        ("advertisng 20k\n", "Did you mean 'advertising'?"),
        ("qwertz 20k\n", "Type 'help' to see what is."),
        ("clear\n", "'clear' is not known here. Type 'help' to see what is."),
        ("demos 6k\n", "Product demos: € 6,000"),
        ("kpi 2k\n", "Shared KPIs: € 2,000"),
        ("building 2k\n", "could be brand_building or relationship_building"),
        ("relations 2k\n", "could be relationship_building or public_relations"),
        ("shared 2k\n", "could be shared_vision or shared_kpis"),
        ("seo 5k\n", "SEO: Opens in Month 2."),
        ("adv 900k\n", "€ 800,000 more than there is"),
        ("adv 900k\ndone\n", "which is € 800,000 too much"),
        ("advertising\n", "Marketing: “"),
        ("why advertising\n", "Sales: “"),
        ("why mql\n", "MQL"),
        ("why nothing\n", "The glossary has no entry 'nothing'."),
        ("bar 60%\n", "Qualification bar: 60 %"),
        ("bar 60\n", "Qualification bar: 60 %"),
        ("bar 0.6\n", "Qualification bar: 60 %"),
        ("bar +5%\n", "Qualification bar: 55 %"),
        ("bar +5\n", "Qualification bar: 55 %"),
        ("bar -50%\n", "Qualification bar: 0 %"),
        ("bar -51%\n", "'-51%' takes away more than there is."),
        ("bar 300%\n", "'300%' is not between 0 % and 100 %"),
        ("bar\n", "is not an amount"),
        ("focus enterprises 70%\n", "Enterprises 70 %"),
        ("focus 1 40%\n", "Small offices 40 %"),
        ("focus ducks 40%\n", "Which segment is 'ducks'?"),
        ("focus\n", "focus small_offices 50%"),
        ("message 2\n", "> 2. Nearby"),
        ("message 99\n", "Which message is '99'?"),
        ("adv 20k\nundo\n", "Advertising: € 0"),
        ("adv 20k\nundo\nredo\n", "Advertising: € 20,000"),
        ("undo\n", "There is nothing to take back."),
        ("redo\n", "There is nothing to do again."),
        ("bar 60%\nundo\n", "Qualification bar: 50 %"),
        ("even\n", "€ 6,666"),
        ("even\nreset\n", "€ 100,000 of € 100,000 stays in the bank"),
        ("even\nsame\n", "€ 100,000 of € 100,000 stays in the bank"),
        ("trends\n", "Figures by turn"),
        ("segments\n", "Segments"),
        ("rivals\n", "Market shares"),
        ("money\n", "Money"),
        ("journal\n", "Journal"),
        ("help\n", "put an amount on a line"),
        ("help\n", "'+5k' is so much more, '-5k' less"),
        ("show\n", "Month 1 of 3"),
        ("\n\n\nadv 1k\n", "Advertising: € 1,000"),
        ("done\nmany\nback\nadv 3k\n", "Type a number of deals"),
        ("done\nback\nadv 3k\n", "Advertising: € 3,000"),
    ],
)
def test_the_desk_answers(typist: Typist, typed: str, words: str) -> None:
    assert words in at_desk(typist, typed).replace("\n", " ").replace("  ", " ")


def test_a_change_below_zero_leaves_the_plan_as_it_was(typist: Typist) -> None:
    out = at_desk(typist, "adv 2k\nadv -5k\nadv +1k\n")
    assert "Advertising goes from € 2,000 to € 3,000." in out


def test_a_role_leaves_the_lines_and_policies_of_others_alone(typist: Typist) -> None:
    out = typist.play("negotiation 5k\nbar 60%\nquit\n", role="marketing")
    assert "Negotiation: Decided by: Sales lead." in out
    assert "Plan> bar 60%\nDecided by: Sales lead." in out


def test_the_last_plan_stands_there_at_the_next_turn(typist: Typist) -> None:
    out = typist.play("adv 9k\ndone\n\n1\nshow\nquit\n")
    board = out[out.rindex("Advertising") :]
    assert board.split("\n")[0].count("€ 9,000") == 2


def test_a_choice_is_a_number_and_enter_is_the_first(typist: Typist, places: Places) -> None:
    typist.play("done\n\nno\n9\n2\nquit\n")
    opened = load_autosave(places, "corner_shop", Seat())
    assert opened is not None
    assert [each.choice for each in opened.session.journal if hasattr(each, "choice")] == ["pay"]
    out = typist.play("n\ndone\n\n\nquit\n")
    assert "> 1. Wait" not in out
    opened = load_autosave(places, "corner_shop", Seat())
    assert opened is not None
    assert [each.choice for each in opened.session.journal if hasattr(each, "choice")] == ["wait"]


def test_one_can_leave_at_every_question(typist: Typist) -> None:
    for typed in ("done\nquit\n", "done\n\nquit\n", "done\n3\n"):
        assert "The game is saved." in typist.play("n\n" + typed)


# The paper -----------------------------------------------------------------------------------


def test_no_line_is_wider_than_eighty_columns_and_none_has_a_colour(typist: Typist) -> None:
    out = typist.play("trends\nsegments\nmoney\njournal\nhelp\nwhy seo\n" + WHOLE, role="marketing")
    assert max(len(line.rstrip()) for line in out.splitlines()) <= 80
    assert "\x1b" not in out


def test_an_authors_brackets_are_printed_as_they_are(typist: Typist, places: Places) -> None:
    path = places.own_scenarios / "marked.yaml"
    path.write_text(
        "title: 'A [bold]title[/bold] :smile:'\nstory: 'Say {hello} [red]now'\n", encoding="utf-8"
    )
    out = typist.play("quit\n", scenario="marked")
    assert "A [bold]title[/bold] :smile:" in out
    assert "Say {hello} [red]now" in out


def test_the_save_is_json_that_names_the_scenario(typist: Typist, places: Places) -> None:
    typist.play("quit\n")
    path = next(places.saves.glob("*.autosave.json"))
    assert json.loads(path.read_text(encoding="utf-8"))["card"]["title"] == "Corner shop"
