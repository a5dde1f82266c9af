"""The last words of the first scenario."""

from dataclasses import replace
from functools import cache

import pytest

from game.market import LEVERS
from game.report.afterwards import COME_NEXT, following, last_words
from game.report.language import ENGLISH
from game.report.tutorial import SCENARIO
from game.scenario.rules import Rules
from game.session import PlayerView
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from tests.report.reading import view_of


@cache
def shipped(name: str) -> Rules:
    return load_scenario(found_places(), name)


def at_the_end(meetings: float, messages: tuple[int, ...]) -> PlayerView:
    """Return the end of First Steps with a part of the money for meetings, and some messages."""
    rules = shipped(SCENARIO)
    view = view_of(rules, turns=rules.turns)
    spend = tuple(
        {"advertising": 1 - meetings, "joint_meetings": meetings}.get(lever, 0.0) * 10_000
        for lever in LEVERS
    )
    turns = tuple(
        replace(turn, plan=replace(turn.plan, spend=spend, positioning=message))
        for turn, message in zip(view.history[1:], messages, strict=True)
    )
    return replace(view, history=(view.history[0], *turns))


@pytest.mark.parametrize(
    ("meetings", "messages", "asked"),
    [
        (0.0, (0, 0, 0, 0), "your message stayed the same"),
        (0.03, (0, 0, 1, 1), "working together got 3\N{NO-BREAK SPACE}% of your money"),
        (0.2, (0, 0, 1, 1), "in which month would less advertising"),
    ],
)
def test_the_end_of_the_first_scenario_asks_about_what_was_not_tried(
    meetings: float, messages: tuple[int, ...], asked: str
) -> None:
    question, following = map(
        ENGLISH.say, last_words(shipped(SCENARIO), at_the_end(meetings, messages))
    )
    assert asked in question
    assert question.endswith("?")
    assert all(title in following for title in COME_NEXT.values())


def test_what_comes_next_is_called_by_its_title() -> None:
    for name, title in COME_NEXT.items():
        assert shipped(name).title == title


def test_other_scenarios_and_games_that_go_on_have_no_last_words() -> None:
    rules = shipped("two_silos")
    assert last_words(rules, view_of(rules, turns=rules.turns)) == ()
    assert last_words(shipped(SCENARIO), view_of(shipped(SCENARIO), turns=1)) == ()


def test_what_comes_next_is_the_course_then_the_shelf_and_the_first_scenario_at_last() -> None:
    shelf = [shipped(name) for name in (SCENARIO, "leaky_funnel", "two_silos", "fresh_start")]
    order = []
    while (found := following(shelf)) is not None:
        order.append(found.name)
        shelf.remove(found)
    assert order == [*COME_NEXT, "leaky_funnel", SCENARIO]
