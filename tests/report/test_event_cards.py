"""Event cards: how long an event still acts, and what a choice leaves to spend."""

from dataclasses import replace

import pytest

from game.report.event_cards import event_cards
from game.report.language import ENGLISH
from game.scenario.rules import Effect, RoleKey
from game.session import Choose, Seat, apply, new_session, player_view, team
from tests.report.reading import view_of
from tests.session.tables import OFFER, play, small_rules


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (1, "Ends with this turn"),
        (2, "In this turn and 1 more"),
        (4, "In this turn and 3 more"),
    ],
)
def test_an_event_says_whether_this_turn_is_its_last(turns: int, said: str) -> None:
    rules = small_rules(6, events=(replace(OFFER, choices=(), lasts_turns=turns),))
    (card,) = event_cards(rules, view_of(rules, turns=1), ENGLISH)
    assert card.lasts is not None
    assert ENGLISH.say(card.lasts) == said


@pytest.mark.parametrize("role", ["all", "marketing", "sales"])
def test_a_choice_leaves_whoever_decides_what_it_says(role: RoleKey) -> None:
    rules, seat = small_rules(6, events=(OFFER,)), Seat(0, role)
    session = play(rules, new_session(rules, seats=team(rules, role)), "steady", 1)
    (card,) = event_cards(rules, player_view(rules, session, seat), ENGLISH)
    assert [choice.affordable for choice in card.choices] == [True, True, False]
    for choice in card.choices[:2]:
        taken = apply(rules, session, Choose(seat=seat, event=OFFER.key, choice=choice.key))
        left = ENGLISH.money(player_view(rules, taken, seat).budget)
        assert choice.leaves is not None
        assert ENGLISH.say(choice.leaves) == f"Leaves you {left} to spend"
    assert card.choices[2].leaves is None


@pytest.mark.parametrize(("role", "shared"), [("all", False), ("marketing", True)])
def test_the_price_of_a_choice_and_what_it_leaves_add_up(role: RoleKey, shared: bool) -> None:
    rules, seat = small_rules(6, events=(OFFER,)), Seat(0, role)
    session = play(rules, new_session(rules, seats=team(rules, role)), "steady", 1)
    view = player_view(rules, session, seat)
    (card,) = event_cards(rules, view, ENGLISH)
    paid = card.choices[1]
    taken = apply(rules, session, Choose(seat=seat, event=OFFER.key, choice=paid.key))
    own = view.budget - player_view(rules, taken, seat).budget
    note = f" (your share: {ENGLISH.money(own)})" if shared else ""
    assert paid.cost_note is not None
    assert ENGLISH.say(paid.cost_note) == f"Costs {ENGLISH.money(paid.costs)}{note}"


@pytest.mark.parametrize("target", ["cash", "budget"])
def test_what_a_choice_leaves_is_not_said_where_it_moves_money_too(target: str) -> None:
    more = Effect(target=target, operation="plus", value=1_000.0, firms="you")  # type: ignore[arg-type]  # a Target
    paid = replace(OFFER.choices[1], effects=(more,))
    rules = small_rules(6, events=(replace(OFFER, choices=(OFFER.choices[0], paid)),))
    (card,) = event_cards(rules, view_of(rules, turns=1), ENGLISH)
    assert card.choices[0].leaves is not None
    assert card.choices[1].leaves is None
