"""What seats promise each other: it binds, it is remembered, and a save remembers it too."""

import json
from dataclasses import replace

import pytest

from game.errors import DecisionRejected
from game.market import LEVERS
from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    Propose,
    Reply,
    Seat,
    Session,
    Submit,
    TakeBack,
    Terms,
    apply,
    new_session,
    parse_save,
    player_view,
    promised,
    restore,
    save_text,
    team,
)
from tests.session.tables import small_rules

MARKETING, SALES = Seat(0, "marketing"), Seat(0, "sales")
MATCH = Propose(
    seat=SALES,
    to=MARKETING,
    gives=Terms(least=(("shared_kpis", 3_000.0),), bar=0.6),
    asks=Terms(least=(("shared_kpis", 4_000.0),), most=(("advertising", 20_000.0),)),
)


def table() -> tuple[Rules, Session]:
    rules = small_rules()
    return rules, new_session(rules, 3, team(rules, "sales"))


def plan(seat: Seat, bar: float | None = None, **money: float) -> Submit:
    return Submit(seat=seat, spend=tuple(money.get(lever, 0.0) for lever in LEVERS), bar=bar)


def agreed() -> tuple[Rules, Session]:
    rules, session = table()
    for command in (MATCH, Reply(seat=MARKETING, yes=True)):
        session = apply(rules, session, command)
    return rules, session


def kept_by_both(rules: Rules, session: Session) -> Session:
    session = apply(rules, session, plan(SALES, bar=0.6, shared_kpis=3_000.0))
    return apply(rules, session, plan(MARKETING, shared_kpis=4_000.0, advertising=20_000.0))


def test_an_offer_waits_for_its_answer_and_both_see_it() -> None:
    rules, session = table()
    session = apply(rules, session, MATCH)
    for seat in (MARKETING, SALES):
        (trade,) = player_view(rules, session, seat).trades
        assert trade.state == "open"
        assert trade.terms_of(SALES) == MATCH.gives


def test_a_counter_offer_takes_the_place_of_the_offer() -> None:
    rules, session = table()
    counter = Propose(seat=MARKETING, to=SALES, gives=Terms(least=(("shared_kpis", 1_000.0),)))
    session = apply(rules, apply(rules, session, MATCH), counter)
    assert [trade.by for trade in session.trades] == [MARKETING]


def test_an_offer_that_is_refused_binds_nobody() -> None:
    rules, session = table()
    session = apply(rules, apply(rules, session, MATCH), Reply(seat=MARKETING, yes=False))
    assert promised(session.trades, SALES).empty
    apply(rules, session, plan(SALES))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (plan(MARKETING, shared_kpis=3_999.0), "at least 4,000"),
        (plan(MARKETING, shared_kpis=4_000.0, advertising=20_001.0), "at most 20,000"),
        (plan(SALES, bar=0.5, shared_kpis=3_000.0), "60%"),
        (plan(SALES, shared_kpis=3_000.0), "60%"),
    ],
)
def test_a_plan_that_breaks_a_promise_is_refused(broken: Submit, words: str) -> None:
    rules, session = agreed()
    with pytest.raises(DecisionRejected, match=words) as refused:
        apply(rules, session, broken)
    assert refused.value.code == "word_broken"


def test_a_promise_that_is_kept_is_remembered_as_kept() -> None:
    rules, session = agreed()
    session = apply(rules, kept_by_both(rules, session), EndTurn())
    (trade,) = player_view(rules, session, MARKETING).now.trades
    assert (trade.state, trade.broken_by) == ("kept", ())
    assert session.trades == ()


def test_who_takes_its_word_back_is_free_and_is_remembered() -> None:
    rules, session = agreed()
    session = apply(rules, session, TakeBack(seat=MARKETING))
    session = apply(rules, session, plan(MARKETING))
    session = apply(rules, apply(rules, session, plan(SALES)), EndTurn())
    (trade,) = player_view(rules, session, SALES).now.trades
    assert (trade.state, trade.broken_by) == ("taken_back", (MARKETING,))


def test_a_plan_from_before_the_promise_does_not_count_against_it() -> None:
    rules, session = table()
    session = apply(rules, session, plan(MARKETING, advertising=90_000.0))
    session = apply(rules, session, MATCH)
    session = apply(rules, session, Reply(seat=MARKETING, yes=True))
    assert session.submits == ()
    session = apply(rules, session, EndTurn())
    assert set(session.history[0].trades[0].broken_by) == {MARKETING, SALES}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to": SALES}, "no_partner"),
        ({"to": Seat(0, "manager")}, "no_such_seat"),
        ({"gives": Terms(), "asks": Terms()}, "empty_offer"),
        ({"gives": Terms(least=(("seo", 1.0),))}, "cannot_be_promised"),
        ({"asks": Terms(bar=0.5)}, "not_your_policy"),
        ({"gives": Terms(bar=1.5)}, "bar_out_of_range"),
        ({"gives": Terms(least=(("negotiation", 90_000.0),))}, "promised_too_much"),
        ({"gives": Terms(least=(("negotiation", -1.0),))}, "bad_amount"),
        ({"gives": Terms(least=(("tea", 1.0),))}, "no_such_lever"),
        (
            {"gives": Terms(least=(("negotiation", 2.0),), most=(("negotiation", 1.0),))},
            "promises_clash",
        ),
    ],
)
def test_nothing_is_offered_that_cannot_be_kept(change: dict[str, object], code: str) -> None:
    rules, session = table()
    with pytest.raises(DecisionRejected) as refused:
        apply(rules, session, replace(MATCH, **change))  # type: ignore[arg-type]  # fields of it
    assert refused.value.code == code


def test_there_must_be_something_to_answer_and_to_take_back() -> None:
    rules, session = table()
    with pytest.raises(DecisionRejected, match="no offer"):
        apply(rules, session, Reply(seat=MARKETING, yes=True))
    with pytest.raises(DecisionRejected, match="promised nothing"):
        apply(rules, session, TakeBack(seat=MARKETING))


def test_a_save_remembers_what_was_promised_and_broken() -> None:
    rules, session = agreed()
    session = apply(rules, kept_by_both(rules, session), EndTurn())
    for command in (MATCH, Reply(seat=MARKETING, yes=True), TakeBack(seat=SALES)):
        session = apply(rules, session, command)
    again = restore(rules, parse_save(save_text(rules, session), "it"), "it")
    assert again.journal == session.journal
    assert again.trades == session.trades
    assert again.history[0].trades == session.history[0].trades


def test_a_game_without_promises_is_written_so_that_older_programs_read_it() -> None:
    rules, session = table()
    assert json.loads(save_text(rules, apply(rules, session, EndTurn())))["handoff_save"] == 1
    assert json.loads(save_text(rules, apply(rules, session, MATCH)))["handoff_save"] == 2
