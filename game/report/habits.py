"""Good habits of a game: how somebody worked, whatever came of it. No points, and no ranking."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.report.number_style import as_counted
from game.session import PlayerView, TurnView
from game.words import Sentence, counted, sentence

CLOSE: Final = 0.1
"""A prediction is met within this share of the deals won, or within half a deal."""

HALF_A_DEAL: Final = 0.5

A_DAY: Final = 24.0
"""Hours."""

THRICE: Final = 3


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that is worth doing in every game.

    Attributes:
        key: never changes, as it is kept with the player's data.
        icon: its picture.
        name: in a few words.
        how: what is to be done.
        shown: says whether a finished game shows it.

    """

    key: str
    icon: str
    name: Sentence
    how: Sentence
    shown: Callable[[Sequence[TurnView]], bool]


def _pairs(turns: Sequence[TurnView]) -> list[tuple[float, float]]:
    """Return the deals that were said and won in each turn with a prediction, as both are shown."""
    return [
        (as_counted(turn.prediction), as_counted(won))
        for turn in turns
        if turn.prediction is not None and (won := turn.figures["wins"].value) is not None
    ]


def _met_thrice(turns: Sequence[TurnView]) -> bool:
    met = sum(abs(said - won) <= max(HALF_A_DEAL, CLOSE * won) for said, won in _pairs(turns))
    return met >= THRICE


def _always_predicted(turns: Sequence[TurnView]) -> bool:
    return all(turn.prediction is not None for turn in turns)


def _always_reasoned(turns: Sequence[TurnView]) -> bool:
    spent = [turn for turn in turns if turn.plan.total > 0]
    return bool(spent) and all(turn.because.strip() for turn in spent)


def _answered(turns: Sequence[TurnView]) -> bool:
    hours = [turn.figures["response_hours"].value for turn in turns]
    return all(each is not None and each <= A_DAY for each in hours)


def _learned(turns: Sequence[TurnView]) -> bool:
    """Say whether the later half of the predictions missed by half as many deals as the first.

    Deals are counted and not shares of them: a miss of three deals is no less than one of one deal
    because more were won.
    """
    misses = [abs(said - won) for said, won in _pairs(turns)]
    half = len(misses) // 2
    if half < 2:
        return False
    before, after = sum(misses[:half]) / half, sum(misses[-half:]) / half
    return before > HALF_A_DEAL and after <= before / 2


def _kept_promises(turns: Sequence[TurnView]) -> bool:
    states = [trade.state for turn in turns for trade in turn.trades]
    return "kept" in states and "broken" not in states


HABITS: Final = (
    Habit(
        "met_thrice",
        "target",
        sentence("Three good guesses"),
        sentence("Predict the deals of three turns to within 10 % or half a deal."),
        _met_thrice,
    ),
    Habit(
        "always_predicted",
        "eye",
        sentence("Say it before you see it"),
        sentence("Make a prediction in every turn."),
        _always_predicted,
    ),
    Habit(
        "learned",
        "graduation-cap",
        sentence("Wiser than before"),
        sentence(
            "Make four predictions or more, and miss by half as many deals with the later half "
            "of them as with the first."
        ),
        _learned,
    ),
    Habit(
        "always_reasoned",
        "quote",
        sentence("Never without a reason"),
        sentence("Write down why, in every turn in which money is spent."),
        _always_reasoned,
    ),
    Habit(
        "answered",
        "clock",
        sentence("Nobody waits"),
        sentence("Let every lead be answered within a day, in every turn."),
        _answered,
    ),
    Habit(
        "kept_promises",
        "handshake",
        sentence("A word is a word"),
        sentence("Promise the other side something, and keep every promise."),
        _kept_promises,
    ),
)
"""All habits, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitRow:
    """A habit, and in how many games it was shown."""

    key: str
    icon: str
    name: Sentence
    how: Sentence
    times: int
    said: Sentence


def habits_shown(view: PlayerView) -> tuple[Habit, ...]:
    """Return the habits that a finished game shows; none while it is still played.

    A figure that the seat cannot see proves nothing.
    """
    turns = view.history[1:]
    if not view.over or not turns:
        return ()
    return tuple(habit for habit in HABITS if habit.shown(turns))


def habits_note(view: PlayerView) -> Sentence | None:
    """Return what a finished game shows of good habits, as one line; None where it shows none."""
    names = tuple(habit.name for habit in habits_shown(view))
    return sentence("Good habits: {names:list}.", names=names) if names else None


def habit_rows(times: Mapping[str, int]) -> tuple[HabitRow, ...]:
    """Return all habits with the number of games that showed them, by key."""
    return tuple(
        HabitRow(
            key=habit.key,
            icon=habit.icon,
            name=habit.name,
            how=habit.how,
            times=times.get(habit.key, 0),
            said=_times(times.get(habit.key, 0)),
        )
        for habit in HABITS
    )


def _times(count: int) -> Sentence:
    if count == 0:
        return sentence("Not yet")
    return counted("in {count} game", "in {count} games", count)
