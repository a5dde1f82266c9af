"""A batch of whole games equals the games replayed one by one."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.analysis.courses import Course, course_of_plans, course_of_session, stacked
from game.analysis.games import (
    batch_luck,
    final_scores,
    final_world,
    play_course,
)
from game.analysis.strategies import new_strategy
from game.market import LEVERS
from game.market.arrays import locked
from game.scenario import load
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import (
    Choose,
    EndTurn,
    Seat,
    Session,
    apply,
    draw_luck,
    empty_plan,
    is_over,
    new_session,
    player_view,
    score,
)
from game.session.measures import measure
from game.session.world import repeated
from game.storage.places import found_places
from game.storage.scenarios import load_scenario


@cache
def fresh_start() -> Rules:
    return load_scenario(found_places(), "fresh_start")


def played(rules: Rules, strategy: str, seed: int, *, last_choice: bool = False) -> Session:
    session, bot = new_session(rules, seed), new_strategy(strategy, rules, seed)
    while not is_over(rules, session):
        for event in player_view(rules, session, Seat()).pending:
            cash = player_view(rules, session, Seat()).budget
            payable = [choice for choice in event.choices if choice.costs <= cash]
            chosen = payable[-1 if last_choice else 0]
            command = Choose(seat=Seat(), event=event.key, choice=chosen.key)
            session = apply(rules, session, command)
        session = apply(rules, session, bot.decide(player_view(rules, session, Seat())))
        session = apply(rules, session, EndTurn())
    return session


@pytest.mark.parametrize("strategy", ["steady", "random", "silo_sales"])
@pytest.mark.parametrize("seed", [1, 5])
def test_a_course_brings_what_the_game_brought(strategy: str, seed: int) -> None:
    rules = fresh_start()
    session = played(rules, strategy, seed, last_choice=True)
    course = course_of_session(rules, session)
    world = final_world(rules, course, session.luck)
    for name in ("cash", "customer", "goodwill", "awareness", "uncommitted", "recurring"):
        ours, theirs = getattr(world.market, name), getattr(session.world.market, name)
        assert ours.tobytes() == theirs.tobytes(), name
    assert (world.chosen == session.world.chosen).all()
    points = final_scores(rules, course, session.luck)
    assert points[0] == pytest.approx(score(rules, session.world, 0).total, rel=1e-12)


def test_a_world_of_a_batch_equals_the_world_alone() -> None:
    rules = fresh_start()
    seeds = (1, 2, 5)
    sessions = [played(rules, "random", seed, last_choice=True) for seed in seeds]
    batch = stacked([course_of_session(rules, session) for session in sessions])
    luck = batch_luck([session.luck for session in sessions], len(seeds))
    together = final_world(rules, batch, luck)
    for place, session in enumerate(sessions):
        alone = session.world.market
        assert together.market.customer[place].tobytes() == alone.customer.tobytes()
        assert together.market.cash[place].tobytes() == alone.cash.tobytes()


def test_a_measure_of_a_batch_equals_that_of_the_world_alone_in_a_crowded_market() -> None:
    rivals = "".join(f"  r{each}: {{budget: {each + 1}0k}}\n" for each in range(8))
    rules = load(f"title: Crowd\nturns: {{count: 3}}\nrivals:\n{rivals}", "crowd")
    session = played(rules, "random", 3)
    together = final_world(
        rules, stacked([course_of_session(rules, session)] * 2), batch_luck(session.luck, 2)
    )
    for name in MEASURES:
        if name != "turn":
            alone = measure(rules, session.world, name)
            assert measure(rules, together, name)[1].tobytes() == alone.tobytes(), name


def test_a_game_can_be_played_on_from_any_turn() -> None:
    rules = fresh_start()
    session = played(rules, "random", 3)
    course = stacked([course_of_session(rules, session)] * 2)
    start = repeated(session.history[6].opened, 2)
    world = final_world(rules, course, batch_luck(session.luck, 2), start)
    assert world.market.customer[1].tobytes() == session.world.market.customer.tobytes()


def test_money_that_is_not_there_is_not_spent() -> None:
    rules = fresh_start()
    plan = replace(empty_plan(rules), spend=(1e9,) * len(LEVERS))
    course = course_of_plans(rules, [[plan] * rules.players])
    for turn in play_course(rules, course, draw_luck(rules, 1)):
        cash = turn.opened.market.cash[0]
        assert turn.decisions.spend[0].sum() <= cash * (1 + 1e-9)


def test_an_answer_that_cannot_be_paid_is_the_first_one() -> None:
    rules = fresh_start()
    course = course_of_plans(rules, [[replace(empty_plan(rules), spend=(1e9,) * 16)]])
    dear = replace(course, answers=np.full_like(course.answers, 1))
    luck = locked(replace(draw_luck(rules, 1), events=np.zeros((12, len(rules.events)))))
    poor = tuple(
        replace(
            event,
            choices=tuple(replace(each, costs=1e12 * n) for n, each in enumerate(event.choices)),
        )
        for event in rules.events
    )
    end = final_world(replace(rules, events=poor), locked(dear), luck)
    taken = end.chosen[end.fired > 0]
    assert (taken <= 0).all()


def test_a_course_reads_back_its_turns() -> None:
    rules = fresh_start()
    course: Course = course_of_plans(rules, [[empty_plan(rules)]])
    assert course.turns == rules.turns
    assert course.decisions(1).spend.shape == (1, 16)
