"""A plan being made begins where the last one ended, as far as lines and money allow it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.market import LEVERS
from game.session import PlayerView, Seat, apply, new_session, player_view, team
from game.session.drafts import draft_submit, even_draft, first_draft, last_draft, shared
from tests.session.tables import play, small_rules


@pytest.fixture
def view() -> PlayerView:
    rules = small_rules()
    return player_view(rules, play(rules, new_session(rules), turns=1), Seat())


def test_planning_begins_with_the_plan_of_the_last_turn(view: PlayerView) -> None:
    draft = first_draft(view)
    assert draft == last_draft(view)
    assert draft.spend == view.part
    assert 0 < draft.total <= view.budget


def test_a_plan_that_was_submitted_is_gone_on_with() -> None:
    rules = small_rules()
    session = new_session(rules)
    seen = player_view(rules, session, Seat())
    draft = replace(even_draft(seen, first_draft(seen)), bar=0.7)
    session = apply(rules, session, draft_submit(seen, draft))
    assert first_draft(player_view(rules, session, Seat())) == draft


def test_where_the_money_is_short_all_lines_are_cut_alike(view: PlayerView) -> None:
    draft = last_draft(replace(view, budget=view.budget / 2))
    half = view.budget / 2 / sum(view.part)
    assert draft.total <= view.budget / 2
    for amount, before in zip(draft.spend, view.part, strict=True):
        assert amount == pytest.approx(before * half, abs=1)


def test_a_line_that_is_closed_gets_nothing(view: PlayerView) -> None:
    spent = next(place for place, amount in enumerate(view.part) if amount)
    levers = list(view.levers)
    levers[spent] = replace(levers[spent], open=False)
    assert last_draft(replace(view, levers=tuple(levers))).spend[spent] == 0


def test_an_even_draft_spends_on_the_lines_of_the_seat_alone() -> None:
    rules = small_rules()
    session = new_session(rules, seats=team(rules, "sales"))
    seen = player_view(rules, session, Seat(0, "sales"))
    draft = even_draft(seen, first_draft(seen))
    used = {lever for lever, amount in zip(LEVERS, draft.spend, strict=True) if amount}
    assert used == {lever.key for lever in seen.levers if lever.mine and lever.open}
    assert len({amount for amount in draft.spend if amount}) == 1


def test_policies_of_others_are_left_to_them() -> None:
    rules = small_rules()
    session = new_session(rules, seats=team(rules, "sales"))
    seen = player_view(rules, session, Seat(0, "sales"))
    submit = draft_submit(seen, first_draft(seen), 12.0, "a hunch")
    given_ = {
        "qualification_bar": submit.bar,
        "segment_focus": submit.focus,
        "positioning": submit.positioning,
    }
    assert {key for key, value in given_.items() if value is not None} == {
        key for key, mine in seen.policies.items() if mine
    }
    assert not all(seen.policies.values())
    assert (submit.prediction, submit.because) == (12.0, "a hunch")


@given(
    shares=st.lists(st.integers(0, 100), min_size=2, max_size=6).filter(lambda each: sum(each) > 0),
    place=st.integers(0, 5),
    share=st.floats(-0.5, 1.5),
)
def test_shares_are_whole_percent_and_always_add_up(
    shares: list[int], place: int, share: float
) -> None:
    place %= len(shares)
    after = shared([each / sum(shares) for each in shares], place, share)
    assert round(sum(after), 9) == 1
    assert all(each >= 0 and round(each * 100, 6) == round(each * 100) for each in after)
    assert after[place] == round(100 * min(1.0, max(0.0, share))) / 100


def test_the_only_share_stays_whole() -> None:
    assert shared((1.0,), 0, 0.2) == (1.0,)
