"""A game at the window: the draft and its laws, the turn, the computer's seats."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import DecisionRejected
from game.market import LEVERS
from game.report.language import Language
from game.scenario.rules import RoleKey, Rules
from game.session import Seat, Session, answers, apply, new_session, replay, team
from game.session.drafts import draft_submit
from game.session.plans import Plan
from game.storage.places import Places, shipped
from game.storage.scenarios import load_scenario
from game.ui.playing import Playing
from game.ui.steps import money_step, whole_steps

SHELF = Path(__file__).resolve().parent / "desk_shelf"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_scenario(Places(home=SHELF, scenarios=SHELF, assets=shipped("assets")), "bakery")


def game(rules: Rules, role: RoleKey = "all", kept: list[Session] | None = None) -> Playing:
    kept = [] if kept is None else kept
    return Playing(
        rules,
        new_session(rules, 5, team(rules, role)),
        Seat(0, role),
        Language(currency=rules.currency),
        keep=lambda _, session: kept.append(session),
    )


def play(playing: Playing, turns: int) -> None:
    for _ in range(turns):
        for choice in answers(playing.view):
            playing.choose(choice.event, choice.choice)
        playing.commit(10.0, "")


CHANGES: tuple[Callable[[Playing], None], ...] = (
    lambda playing: playing.set_amount("seo", 12_000),
    lambda playing: playing.set_amount("advertising", 3_000),
    lambda playing: playing.set_bar(0.7),
    lambda playing: playing.set_focus(1, 0.6),
    lambda playing: playing.set_positioning(1),
    lambda playing: playing.split_evenly(),
    lambda playing: playing.as_last_turn(),
    lambda playing: playing.reset(),
)


def test_a_plan_that_was_cut_to_the_money_says_so_until_it_is_changed(rules: Rules) -> None:
    playing = game(rules)
    assert playing.cut == 0.0
    playing.split_evenly()
    before = playing.draft.total
    play(playing, 1)
    assert playing.view.budget < before
    assert playing.cut == pytest.approx(1 - playing.draft.total / before)
    playing.set_amount("seo", 100.0)
    assert playing.cut == 0.0
    playing.as_last_turn()
    assert playing.cut > 0.0


def test_a_plan_for_which_there_is_enough_is_not_cut(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 1_000.0)
    play(playing, 1)
    assert playing.draft.on("seo") == 1_000.0
    assert playing.cut == 0.0


def test_the_first_turn_begins_with_an_empty_draft(rules: Rules) -> None:
    playing = game(rules)
    assert playing.draft.total == 0
    assert playing.left_to_spend == playing.view.budget == 100_000


def test_money_on_a_lever_is_money_that_is_not_left(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 12_000)
    assert playing.draft.on("seo") == 12_000
    assert playing.left_to_spend == 88_000


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.sampled_from(range(len(CHANGES))), max_size=12))
def test_undo_takes_everything_back_and_redo_brings_it_again(
    rules: Rules, steps: list[int]
) -> None:
    playing = game(rules)
    first = playing.draft
    for step in steps:
        CHANGES[step](playing)
    last = playing.draft
    while playing.can_undo:
        playing.undo()
    assert playing.draft == first
    while playing.can_redo:
        playing.redo()
    assert playing.draft == last


def test_a_drag_is_taken_back_in_one_step(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 5_000)
    for amount in range(1_000, 9_000, 500):
        playing.set_amount("advertising", amount)
    playing.undo()
    assert (playing.draft.on("advertising"), playing.draft.on("seo")) == (0, 5_000)


def test_after_a_new_change_nothing_is_done_again(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 5_000)
    playing.undo()
    playing.set_amount("advertising", 5_000)
    assert not playing.can_redo


def test_reset_goes_back_to_how_the_turn_began_and_can_be_taken_back(rules: Rules) -> None:
    playing = game(rules)
    playing.split_evenly()
    play(playing, 1)
    began = playing.draft
    playing.set_amount("seo", 0)
    playing.set_bar(0.9)
    changed = playing.draft
    playing.reset()
    assert playing.draft == began
    playing.undo()
    assert playing.draft == changed


def test_as_last_turn_is_what_was_played_last(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 30_000)
    playing.set_amount("product_demos", 20_000)
    played = playing.draft.spend
    play(playing, 1)
    playing.set_amount("seo", 1_000)
    playing.as_last_turn()
    assert playing.draft.spend == played


def test_a_plan_repeated_with_less_money_is_cut_and_can_be_played(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 100_000)
    play(playing, 1)
    assert playing.view.budget < 100_000
    assert playing.draft.total <= playing.view.budget
    assert playing.draft.on("seo") > 0


@given(budget=st.floats(100, 1e7), parts=st.lists(st.integers(0, 40), min_size=16, max_size=16))
def test_what_the_window_plans_by_itself_is_whole_steps(budget: float, parts: list[int]) -> None:
    spend = tuple(budget * part / max(sum(parts), 1) for part in parts)
    draft = Plan(spend=spend, bar=0.5, focus=(1.0,), positioning=0)
    whole = whole_steps(draft, (0.0,) * 16, budget)
    assert all(amount % money_step(budget) == 0 for amount in whole.spend)
    assert whole.total <= draft.total + 1e-6
    assert draft.total - whole.total <= 16 * money_step(budget)


def test_a_cut_plan_has_no_odd_amounts(rules: Rules) -> None:
    playing = game(rules)
    playing.split_evenly()
    play(playing, 2)
    assert {amount % 10 for amount in playing.draft.spend} == {0}


def test_a_typed_amount_keeps_its_digits_but_no_cents(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 12_345.67)
    assert playing.draft.on("seo") == 12_345
    play(playing, 1)
    playing.as_last_turn()
    assert playing.draft.on("seo") == 12_345


def test_even_amounts_stay_away_from_lines_that_are_closed(rules: Rules) -> None:
    playing = game(rules)
    playing.split_evenly()
    assert playing.draft.on("feedback_loops") == 0
    assert playing.refusal() is None


def test_the_refusal_says_by_how_much_the_plan_is_over(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 100_500)
    refused = playing.refusal()
    assert refused is not None
    assert "500" in playing.say(refused)
    with pytest.raises(DecisionRejected):
        playing.commit(None, "")
    assert playing.view.turn == 1


def test_an_open_choice_has_to_be_made_before_the_plan_is_played(rules: Rules) -> None:
    playing = game(rules)
    play(playing, 1)
    refused = playing.refusal()
    assert refused is not None
    assert "Flour has become dear" in playing.say(refused)
    playing.choose("flour", "absorb")
    assert playing.refusal() is None


def test_what_is_decided_is_kept_and_replays_to_the_same_game(rules: Rules) -> None:
    kept: list[Session] = []
    playing = game(rules, kept=kept)
    playing.split_evenly()
    play(playing, 2)
    assert kept[-1] is playing.session
    assert [session.turn for session in kept] == [2, 2, 3]
    start = new_session(rules, 5, team(rules, "all"))
    assert replay(rules, start, playing.session.journal).world.turn == 3


@pytest.mark.parametrize("role", ["marketing", "sales"])
def test_the_computer_plays_the_seats_that_nobody_took(rules: Rules, role: RoleKey) -> None:
    playing = game(rules, role)
    playing.split_evenly()
    own = playing.draft.spend
    playing.commit(3.0, "a guess")
    record = playing.session.history[-1]
    assert {each.seat.role for each in record.submits} == {"marketing", "sales"}
    assert record.plans[0].total > sum(own)
    assert playing.view.now.prediction == 3.0
    assert playing.view.part == own


def test_a_draft_survives_a_save_in_the_middle_of_a_turn(rules: Rules) -> None:
    playing = game(rules)
    playing.set_amount("seo", 7_000)
    playing.set_bar(0.7)
    playing.set_positioning(1)
    written = playing.draft
    submitted = apply(rules, playing.session, draft_submit(playing.view, written))
    resumed = Playing(
        rules, submitted, Seat(0, "all"), Language(currency="EUR"), keep=lambda _a, _b: None
    )
    assert resumed.view.turn == 1
    assert resumed.draft == written


def test_a_focus_dragged_to_the_end_and_back_keeps_the_others_proportions(rules: Rules) -> None:
    playing = game(rules)
    before = playing.draft.focus
    for share in (0.5, 0.8, 1.0, 0.8, before[0]):
        playing.set_focus(0, share)
    assert playing.draft.focus == pytest.approx(before, abs=0.011)


def test_dragged_away_and_back_there_is_nothing_to_take_back(rules: Rules) -> None:
    playing = game(rules)
    for amount in (4_000, 9_000, 0):
        playing.set_amount("seo", amount)
    assert not playing.can_undo
    playing.set_amount("seo", 3_000)
    playing.undo()
    assert playing.draft.on("seo") == 0


def test_every_lever_is_in_the_draft(rules: Rules) -> None:
    assert len(game(rules).draft.spend) == len(LEVERS)


def test_what_an_answer_costs_is_taken_from_a_plan_that_nobody_has_touched(rules: Rules) -> None:
    for touched in (False, True):
        playing = game(rules)
        playing.split_evenly()
        playing.commit(None, "")
        (event,) = playing.view.pending
        dear = max(event.choices, key=lambda choice: choice.costs)
        assert dear.costs > 0
        if touched:
            playing.set_amount("seo", 1)
        before = playing.draft
        playing.choose(event.key, dear.key)
        if touched:
            assert playing.draft == before
        else:
            assert playing.left_to_spend >= 0
            assert playing.refusal() is None
            assert not playing.can_undo
