"""Good habits are told from how somebody worked, never from what came of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from game.report.habits import HABITS, habit_rows, habits_note, habits_shown
from game.report.language import ENGLISH
from game.session import PlayerView, Seat
from game.session.commands import NO_TERMS
from game.session.sights import Figure
from game.session.trades import Trade, TradeState
from tests.report.reading import view_of
from tests.session.tables import small_rules

TURNS = 4


def game(
    wins: Sequence[float] = (10, 10, 10, 10),
    said: Sequence[float | None] = (None,) * TURNS,
    why: Sequence[str] = ("",) * TURNS,
    hours: Sequence[float | None] = (50.0,) * TURNS,
    trades: Sequence[TradeState] = (),
) -> PlayerView:
    """Return a finished game in which this was won, predicted, written, waited and promised."""
    rules = replace(small_rules(), turns=TURNS)
    view = view_of(rules, turns=TURNS)
    us, them = Seat(), Seat(0, "sales")
    promises = tuple(
        Trade(by=us, to=them, gives=NO_TERMS, asks=NO_TERMS, state=state) for state in trades
    )
    turns = [
        replace(
            turn,
            figures={
                **turn.figures,
                "wins": Figure(wins[place]),
                "response_hours": Figure(hours[place]),
            },
            prediction=said[place],
            because=why[place],
            trades=promises if place == 0 else (),
        )
        for place, turn in enumerate(view.history[1:])
    ]
    assert view.over
    return replace(view, history=(view.history[0], *turns))


def shown(view: PlayerView) -> set[str]:
    return {habit.key for habit in habits_shown(view)}


def test_a_game_without_any_of_it_shows_no_habit() -> None:
    assert shown(game()) == set()
    assert habits_note(game()) is None


def test_a_game_that_still_runs_shows_no_habit() -> None:
    view = game(said=(10, 10, 10, 10))
    assert shown(replace(view, over=False)) == set()


@pytest.mark.parametrize(("fourth", "met"), [(11.0, True), (12.0, False), (None, False)])
def test_three_predictions_within_a_tenth_are_three_good_guesses(
    fourth: float | None, met: bool
) -> None:
    view = game(said=(9.0, 30.0, 10.0, fourth))
    assert ("met_thrice" in shown(view)) == met


def test_predicting_every_turn_is_shown_whatever_came() -> None:
    assert "always_predicted" in shown(game(said=(900.0, 0.0, 70.0, 0.0)))
    assert "always_predicted" not in shown(game(said=(10.0, 10.0, None, 10.0)))


@pytest.mark.parametrize(
    ("said", "wiser"),
    [
        ((20.0, 20.0, 12.0, 12.0), True),
        ((20.0, 20.0, 17.0, 17.0), False),
        ((10.0, 10.0, 10.0, 10.0), False),
        ((20.0, 10.0, None, None), False),
    ],
)
def test_who_misses_half_as_far_later_has_learned(
    said: tuple[float | None, ...], wiser: bool
) -> None:
    assert ("learned" in shown(game(said=said))) == wiser


def test_who_misses_by_more_deals_later_has_not_learned_because_more_were_won() -> None:
    view = game(wins=(2.0, 2.3, 20.0, 22.0), said=(3.0, 1.0, 23.0, 24.0))
    assert "learned" not in shown(view)


def test_every_turn_in_which_money_is_spent_needs_its_reason() -> None:
    assert "always_reasoned" in shown(game(why=("a", "b", "c", "d")))
    assert "always_reasoned" not in shown(game(why=("a", " ", "c", "d")))


@pytest.mark.parametrize(
    ("hours", "nobody"),
    [((24.0, 3.0, 1.0, 20.0), True), ((25.0, 1.0, 1.0, 1.0), False), ((1, 1, 1, None), False)],
)
def test_nobody_waits_only_where_it_is_seen_that_nobody_does(
    hours: tuple[float | None, ...], nobody: bool
) -> None:
    assert ("answered" in shown(game(hours=hours))) == nobody


@pytest.mark.parametrize(
    ("states", "kept"),
    [
        (("kept",), True),
        (("kept", "refused"), True),
        (("kept", "broken"), False),
        (("refused",), False),
        ((), False),
    ],
)
def test_a_word_is_a_word(states: tuple[TradeState, ...], kept: bool) -> None:
    assert ("kept_promises" in shown(game(trades=states))) == kept


def test_the_line_of_the_ending_names_each_habit() -> None:
    note = habits_note(game(said=(10, 10, 10, 10), hours=(1, 1, 1, 1)))
    assert note is not None
    assert ENGLISH.say(note) == (
        "Good habits: Three good guesses, Say it before you see it and Nobody waits."
    )


def test_the_page_lists_all_habits_and_counts_games() -> None:
    rows = habit_rows({"learned": 3, "of a newer version": 1})
    assert [row.key for row in rows] == [habit.key for habit in HABITS]
    assert {row.key: str(row.said) for row in rows if row.times} == {"learned": "in 3 games"}
