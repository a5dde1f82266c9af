"""A bot that looks one turn ahead plays by the rules and is better at once than an even split."""

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.greedy import GreedyBot
from game.analysis.strategies import ALL_STRATEGIES, new_strategy
from game.errors import UnknownName
from game.scenario import load
from game.session import (
    EndTurn,
    Seat,
    Session,
    answers,
    apply,
    is_over,
    new_bot,
    new_session,
    no_luck,
    player_view,
    score,
)
from game.session.plans import decisions_of
from game.session.rivals import with_rivals
from game.session.world import close_turn, repeated
from tests.session.tables import OFFER, STORM, play, played_by, small_rules


def played(seed: int) -> Session:
    rules = small_rules(6, (STORM, OFFER))
    return played_by(rules, GreedyBot(rules), new_session(rules, seed))


def test_looking_one_turn_ahead_beats_an_even_split_in_the_first_turn() -> None:
    rules = small_rules(1)
    session = new_session(rules, 3)
    greedy = apply(rules, session, GreedyBot(rules).decide(player_view(rules, session, Seat())))
    greedy = apply(rules, greedy, EndTurn())
    even = play(rules, session)
    assert score(rules, greedy.world, 0).total > score(rules, even.world, 0).total


def test_it_takes_other_players_to_play_and_not_to_stand_by() -> None:
    text = "title: Both\nturns: {count: 3}\nworkshop: {worlds: shared, teams: 2}\nrivals: {}\n"
    rules = load(text, "both")
    session, bot = new_session(rules, 3, (Seat(0), Seat(1)), no_luck(rules)), GreedyBot(rules)
    for _ in range(3):
        for seat in session.seats:
            player = bot if seat.firm == 0 else new_bot("steady")
            session = apply(rules, session, player.decide(player_view(rules, session, seat)))
        session = apply(rules, session, EndTurn())
    # What it has imagined is then what happens, where nothing is left to luck.
    assert bot.imagined.world.market.customer.tolist() == session.world.market.customer.tolist()


def test_a_greedy_game_ends_and_is_the_same_each_time() -> None:
    first, second = played(5), played(5)
    assert first.journal == second.journal
    assert len(first.history) == 6


def test_it_never_asks_for_more_than_there_is() -> None:
    rules = small_rules(4, (STORM, OFFER))
    session, bot = new_session(rules, 9), GreedyBot(rules)
    while not is_over(rules, session):
        for answer in answers(player_view(rules, session, Seat())):
            session = apply(rules, session, replace(answer, choice="pay"))
        view = player_view(rules, session, Seat())
        plan = bot.decide(view)
        assert 0.9 * view.budget < sum(plan.spend) <= view.budget
        session = apply(rules, apply(rules, session, plan), EndTurn())


def test_repeated_worlds_play_as_the_world_itself() -> None:
    rules = small_rules(6, (STORM, OFFER))
    session = play(rules, new_session(rules, 2), turns=3)
    single = session.history[-1]
    worlds = repeated(single.opened, 3)
    assert worlds.market.cash.shape == (3, 4)
    last = single.opened.outcome
    assert last is not None
    decisions = with_rivals(
        rules, decisions_of(single.plans), single.opened.market.cash, last.spend
    )
    after = close_turn(rules, worlds, decisions, session.luck.shocks(3))
    for world in range(3):
        assert np.array_equal(after.market.customer[world], single.closed.market.customer)


@pytest.mark.parametrize("name", ALL_STRATEGIES)
def test_every_strategy_can_be_made_by_name(name: str) -> None:
    rules = small_rules(1)
    view = player_view(rules, new_session(rules), Seat())
    assert sum(new_strategy(name, rules, 4).decide(view).spend) <= view.budget


def test_an_unknown_strategy_is_refused_with_the_list() -> None:
    with pytest.raises(UnknownName, match="greedy"):
        new_strategy("clever", small_rules(1))
