"""A game is its journal: replayed, saved, loaded and branched it is the same to the last bit."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import SaveUnreadable
from game.scenario.rules import Rules
from game.session import (
    STRATEGIES,
    EndTurn,
    Seat,
    Session,
    Submit,
    apply,
    journal_before,
    new_session,
    parse_save,
    player_view,
    replay,
    restore,
    save_text,
    score,
    team,
)
from game.session.luck import draw_luck
from tests.session.tables import OFFER, STORM, play, small_rules

EVENTS = (STORM, OFFER)


def same(one: Session, other: Session) -> bool:
    """Whether two games are equal to the last bit."""
    if one.journal != other.journal or one.turn != other.turn:
        return False
    for name in one.world.market.__dataclass_fields__:
        first, second = getattr(one.world.market, name), getattr(other.world.market, name)
        if not np.array_equal(first, second):
            return False
    return True


@pytest.mark.parametrize("strategy", sorted(STRATEGIES))
def test_replaying_the_journal_gives_the_same_game(strategy: str) -> None:
    rules = small_rules(events=EVENTS)
    start = new_session(rules, seed=11)
    played = play(rules, start, strategy)
    assert same(played, replay(rules, start, played.journal))


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(0, 2**63 - 1), turns=st.integers(0, 6), role=st.sampled_from(["all", "sales"])
)
def test_a_save_loaded_and_played_on_equals_the_game_never_saved(
    seed: int, turns: int, role: str
) -> None:
    rules = small_rules(events=EVENTS)
    seats = team(rules, role)  # type: ignore[arg-type]
    halfway = play(rules, new_session(rules, seed, seats), "random", turns)
    loaded = restore(rules, parse_save(save_text(rules, halfway), "a save"), "a save")
    assert same(loaded, halfway)
    assert same(play(rules, loaded, "random"), play(rules, halfway, "random"))


def test_saving_a_loaded_game_gives_the_same_text() -> None:
    rules = small_rules(events=EVENTS)
    text = save_text(rules, play(rules, new_session(rules), "random", 3))
    assert save_text(rules, restore(rules, parse_save(text, ""), "")) == text


def test_branching_from_a_turn_keeps_what_came_before() -> None:
    rules = small_rules(events=EVENTS)
    start = new_session(rules)
    played = play(rules, start)
    branch = replay(rules, start, journal_before(played, 4))
    assert branch.turn == 4
    assert [record.plans for record in branch.history] == [r.plans for r in played.history[:3]]
    assert same(play(rules, branch), played)


def test_luck_does_not_depend_on_decisions() -> None:
    rules = small_rules(events=EVENTS)
    calm, wild = (play(rules, new_session(rules, 5), name) for name in ("steady", "random"))
    assert np.array_equal(calm.luck.demand, wild.luck.demand)
    fired = [[int(turn) for turn in session.world.fired] for session in (calm, wild)]
    assert fired[0] == fired[1]


def test_more_turns_or_events_leave_the_luck_that_was_there() -> None:
    short = draw_luck(small_rules(4, EVENTS), 3)
    long = draw_luck(small_rules(8, (*EVENTS, replace(OFFER, key="late"))), 3)
    assert np.array_equal(long.demand[:4], short.demand)
    assert np.array_equal(long.events[:4, :2], short.events)


@given(st.integers(0, 2**62))
def test_demand_shocks_are_factors_around_one(seed: int) -> None:
    demand = draw_luck(small_rules(24), seed).demand
    assert (demand > 0.4).all()
    assert (demand < 2.5).all()


def test_doing_nothing_scores_less_than_any_strategy() -> None:
    rules = small_rules(12)
    nothing = new_session(rules)
    for _ in range(12):
        nothing = apply(rules, nothing, EndTurn())
    least = score(rules, nothing.world, 0).total
    for strategy in STRATEGIES:
        assert score(rules, play(rules, new_session(rules), strategy).world, 0).total > least


def damaged(text: str) -> list[str]:
    whole = json.loads(text)
    tampered = json.loads(text)
    tampered["game"]["seed"] += 1
    unknown = json.loads(text)
    unknown["game"]["journal"][0]["do"] = "cheat"
    return [
        "",
        "not json",
        "[]",
        "{}",
        text[: len(text) // 2],
        json.dumps({**whole, "handoff_save": "one"}),
        json.dumps({**whole, "sum": 1}),
        json.dumps(tampered),
        json.dumps(unknown),
        json.dumps({"handoff_save": 1}),
        "[" * 100_000,
    ]


@pytest.mark.parametrize("case", range(11))
def test_a_damaged_save_is_refused_in_one_sentence(case: int) -> None:
    rules = small_rules(events=EVENTS)
    text = damaged(save_text(rules, play(rules, new_session(rules), turns=2)))[case]
    with pytest.raises(SaveUnreadable) as caught:
        parse_save(text, "mine.json")
    assert caught.value.code == "save_damaged"
    assert "mine.json" in str(caught.value)


def test_a_newer_save_says_that_it_is_newer() -> None:
    rules = small_rules()
    whole = json.loads(save_text(rules, new_session(rules)))
    whole["handoff_save"] = 99
    with pytest.raises(SaveUnreadable) as caught:
        parse_save(json.dumps(whole), "mine.json")
    assert caught.value.code == "save_too_new"


def test_a_journal_that_the_rules_refuse_is_a_damaged_save() -> None:
    rules = small_rules()
    session = play(rules, new_session(rules), turns=2)
    saved = parse_save(save_text(rules, session), "x")
    first = saved.journal[0]
    assert isinstance(first, Submit)
    greedy = replace(first, spend=(1e9,) * 16)
    with pytest.raises(SaveUnreadable):
        restore(rules, replace(saved, journal=(greedy, *saved.journal[1:])), "x")


def test_a_game_ends_the_same_whoever_looks_at_it() -> None:
    rules: Rules = small_rules(events=EVENTS)
    session = new_session(rules)
    before = save_text(rules, session)
    player_view(rules, session, Seat())
    assert save_text(rules, session) == before
    assert same(apply(rules, session, EndTurn()), apply(rules, session, EndTurn()))
