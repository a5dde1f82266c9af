"""Advice on the desk: few, with a reason, from what the seat sees, and kept in the journal."""

from dataclasses import replace

from game.report.advice import MOST, advice, advice_given
from game.report.journal import journal
from game.report.language import ENGLISH
from game.scenario.rules import Condition, Hint, RoleKey, Rules
from game.session import Figure, PlayerView, Seat, new_session, player_view, team
from tests.session.tables import play, small_rules

EARLY = Hint(
    key="early",
    when=(Condition(measure="turn", comparison="<=", value=2, text="turn <= 2"),),
    say="Nobody buys what nobody knows.",
)


def view_of(rules: Rules, role: RoleKey = "all", turns: int = 3) -> PlayerView:
    session = play(rules, new_session(rules, seats=team(rules, role)), turns=turns)
    return player_view(rules, session, Seat(0, role))


def with_figures(view: PlayerView, **values: float | None) -> PlayerView:
    figures = {**view.now.figures, **{name: Figure(value) for name, value in values.items()}}
    return replace(view, history=(*view.history[:-1], replace(view.now, figures=figures)))


def quiet(view: PlayerView) -> PlayerView:
    """Return a view in which nothing is worth a word."""
    flows = {**view.now.flows, "waiting": Figure(0.0), "no_demo": Figure(0.0)}
    calm = replace(view.now, flows=flows, responses=tuple(Figure(0.1) for _ in view.now.responses))
    return with_figures(
        replace(view, hints=(), history=(*view.history[:-1], calm)),
        sales_load=0.5,
        demo_load=0.5,
        leakage=0.1,
        acceptance=0.9,
        response_hours=3.0,
        churned=0.0,
        congruence=1.0,
    )


def keys(rules: Rules, view: PlayerView) -> list[str]:
    return [piece.key.split(".")[1] for piece in advice(rules, view)]


def test_where_all_goes_well_nothing_is_said() -> None:
    rules = small_rules()
    assert advice(rules, quiet(view_of(rules))) == ()


def test_a_queue_at_the_bridge_is_told_with_its_number() -> None:
    rules = small_rules()
    calm = quiet(view_of(rules))
    flows = {**calm.now.flows, "waiting": Figure(21.0)}
    waiting = replace(calm, history=(*calm.history[:-1], replace(calm.now, flows=flows)))
    (piece,) = advice(rules, with_figures(waiting, mqls=100.0, response_hours=16.0))
    assert piece.reason is not None
    said = ENGLISH.say(piece.reason)
    assert said == "21 leads wait at the bridge; an answer takes 16\N{NO-BREAK SPACE}h."


def test_more_than_sales_can_treat_is_told_to_who_sees_the_load_alone() -> None:
    rules = small_rules()
    calm = quiet(view_of(rules))
    assert keys(rules, with_figures(calm, sales_load=1.4)) == ["sales_full"]
    assert keys(rules, with_figures(calm, sales_load=None)) == []


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
    pieces = advice(rules, view_of(rules, turns=1))
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
    assert advice_given(rules, later, 3) == then
    assert (
        journal(rules, later)[0].advice[0].question
        == advice(rules, view_of(rules, turns=0))[0].question
    )


def test_a_question_is_asked_and_no_lever_is_recommended() -> None:
    rules = small_rules()
    for turns in range(1, 6):
        for piece in advice(rules, view_of(rules, turns=turns)):
            assert ENGLISH.say(piece.question).endswith("?")
