"""Advice on the desk: few, with a reason, from what the seat sees, and kept in the journal."""

from dataclasses import replace

from game.report.advice import MOST, REST, advice, advice_of_turns
from game.report.journal import journal
from game.report.language import ENGLISH
from game.scenario.rules import Condition, Hint, RoleKey, Rules
from game.session import Figure, PlayerView, Seat, TurnView, new_session, player_view, team
from tests.report.reading import view_of as in_reports
from tests.session.tables import play, small_rules

EARLY = Hint(
    key="early",
    when=(Condition(measure="turn", comparison="<=", value=2, text="turn <= 2"),),
    say="Nobody buys what nobody knows.",
)


def view_of(rules: Rules, role: RoleKey = "all", turns: int = 3) -> PlayerView:
    session = play(rules, new_session(rules, seats=team(rules, role)), turns=turns)
    return player_view(rules, session, Seat(0, role))


def quiet(view: PlayerView) -> PlayerView:
    """Return a view in which nothing is worth a word."""
    return on_quiet(view)


def on_quiet(view: PlayerView, **values: float | None) -> PlayerView:
    """Return a view in which nothing is worth a word but some figures of the last turn."""
    calm = quiet_turn(view.now)
    figures = {**calm.figures, **{name: Figure(value) for name, value in values.items()}}
    before = [quiet_turn(turn) for turn in view.history[:-1]]
    return replace(view, hints=(), history=(*before, replace(calm, figures=figures)))


def quiet_turn(turn: TurnView) -> TurnView:
    values: dict[str, float] = {
        **dict.fromkeys(("sales_load", "demo_load", "awareness", "goodwill", "win_rate"), 0.6),
        **dict.fromkeys(("lead_fit", "acceptance", "satisfaction", "congruence"), 0.9),
        **dict.fromkeys(("leakage", "discount", "churned"), 0.0),
        **dict.fromkeys(("leads", "mqls", "sqls", "wins", "customers", "cost_per_lead"), 100.0),
        **dict.fromkeys(("bookings", "pipeline", "cac"), 1e6),
        "response_hours": 3.0,
    }
    return replace(
        turn,
        figures={**turn.figures, **{name: Figure(value) for name, value in values.items()}},
        flows={**turn.flows, "waiting": Figure(0.0), "no_demo": Figure(0.0)},
        responses=tuple(Figure(0.1) for _ in turn.responses),
    )


def keys(rules: Rules, view: PlayerView) -> list[str]:
    return [piece.key.split(".")[1] for piece in advice(rules, view)]


def test_where_all_goes_well_nothing_is_said() -> None:
    rules = small_rules()
    assert advice(rules, quiet(view_of(rules))) == ()


def test_a_queue_at_the_bridge_is_told_with_its_number() -> None:
    rules = small_rules()
    calm = on_quiet(view_of(rules), mqls=100.0, response_hours=16.0)
    flows = {**calm.now.flows, "waiting": Figure(21.0)}
    waiting = replace(calm, history=(*calm.history[:-1], replace(calm.now, flows=flows)))
    (piece,) = advice(rules, waiting)
    assert piece.reason is not None
    said = ENGLISH.say(piece.reason)
    assert said == "21 leads wait at the bridge; an answer takes 16\N{NO-BREAK SPACE}h."


def test_more_than_sales_can_treat_is_told_to_who_sees_the_load_alone() -> None:
    rules = small_rules()
    view = view_of(rules)
    assert keys(rules, on_quiet(view, sales_load=1.4)) == ["sales_full"]
    assert keys(rules, on_quiet(view, sales_load=None)) == []


def test_a_full_line_is_told_if_it_is_ones_own() -> None:
    rules = small_rules()
    calm = quiet(view_of(rules, "marketing"))
    full = replace(calm.now, responses=tuple(Figure(0.9) for _ in calm.now.responses))
    view = replace(calm, history=(*calm.history[:-1], full))
    assert keys(rules, view) == ["full"]
    levers = tuple(replace(lever, mine=False) for lever in view.levers)
    assert keys(rules, replace(view, levers=levers)) == []


def test_the_author_speaks_first_and_never_more_than_two_at_once() -> None:
    rules = replace(small_rules(), hints=(EARLY, replace(EARLY, key="also", say="And again.")))
    pieces = advice(rules, view_of(rules, turns=0))
    assert [ENGLISH.say(piece.question) for piece in pieces] == [EARLY.say, "And again."]
    assert len(pieces) == MOST


def test_before_the_first_turn_only_the_author_speaks() -> None:
    rules = replace(small_rules(), hints=(EARLY,))
    (piece,) = advice(rules, view_of(rules, turns=0))
    assert ENGLISH.say(piece.question) == EARLY.say


def test_the_journal_keeps_the_advice_of_every_turn() -> None:
    rules = replace(small_rules(), hints=(EARLY,))
    then = advice(rules, view_of(rules, turns=2))
    later = view_of(rules, turns=4)
    assert advice_of_turns(rules, later)[2] == then
    assert (
        journal(rules, later)[0].advice[0].question
        == advice(rules, view_of(rules, turns=0))[0].question
    )


def test_what_was_said_rests_for_some_turns_and_comes_back() -> None:
    rules = replace(small_rules(), hints=(replace(EARLY, when=()),))
    view = view_of(rules, turns=5)
    turns = [
        turn
        for turn, pieces in enumerate(advice_of_turns(rules, view), start=1)
        if any(ENGLISH.say(piece.question) == EARLY.say for piece in pieces)
    ]
    assert turns == [1, 2 + REST]


def test_what_has_not_been_said_comes_before_what_has() -> None:
    often, late = replace(EARLY, key="often", when=()), replace(EARLY, key="late", say="Late.")
    fifth = Condition(measure="turn", comparison="=", value=2 + REST, text="")
    rules = replace(small_rules(), hints=(often, replace(late, when=(fifth,))))
    said = [ENGLISH.say(piece.question) for piece in advice(rules, view_of(rules, turns=1 + REST))]
    assert said[0] == "Late."


def test_the_game_does_not_say_in_its_words_what_the_author_has_said() -> None:
    slow = Condition(measure="response_hours", comparison=">", value=24.0, text="")
    rules = small_rules()
    waiting = on_quiet(view_of(rules), response_hours=40.0)
    assert keys(rules, waiting) == ["slow"]
    authored = replace(rules, hints=(replace(EARLY, when=(slow,)),))
    assert keys(authored, replace(waiting, hints=(EARLY.say,))) == ["hint:early"]


def test_who_plays_one_role_hears_what_is_hidden_and_who_sees_it() -> None:
    rules = small_rules()
    view = in_reports(rules, "marketing", 5, "no_collaboration")
    pieces = [piece for given in advice_of_turns(rules, view) for piece in given]
    said = {piece.key.split(".")[1]: piece.reason for piece in pieces}
    assert {"handed_over", "apart", "ask"} <= set(said)
    assert said["ask"] is not None
    assert "seen by Sales" in ENGLISH.say(said["ask"])


def test_when_the_game_is_over_nothing_is_left_to_think_about() -> None:
    rules = replace(small_rules(turns=3), hints=(replace(EARLY, when=()),))
    assert advice(rules, view_of(rules, turns=3)) == ()


def test_a_question_is_asked_and_no_lever_is_recommended() -> None:
    rules = small_rules()
    for turns in range(1, 6):
        for piece in advice(rules, view_of(rules, turns=turns)):
            assert ENGLISH.say(piece.question).endswith("?")
