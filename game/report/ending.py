"""The end of a game: the scorecard, the best and the worst turn, and how well one predicted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.report.briefing import goal_name, target_sentence
from game.report.figures import Shown, known
from game.report.language import ENGLISH, Language
from game.report.names import measure_description, turn_label
from game.report.number_style import as_counted
from game.report.rounding import POINTS, points_shown
from game.report.tables import Column, Table
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.session.score import ScorePart, part_of_par
from game.words import Sentence, counted, sentence, verbatim

CLOSE: float = 0.15
"""A prediction counts as close within this share of the deals won, or within one deal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One line of the scorecard: what was reached, what was asked, what it gave."""

    key: str
    name: Sentence
    description: Sentence
    value: Shown
    target: Sentence
    weight: float  # share of the score
    points: float  # with one decimal, as they are written; they add up to the total
    most: float  # points for the target exactly met; 100 in all
    reached: float  # value / target


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedTurn:
    """A turn that stands out by its bookings."""

    turn: int
    name: Sentence
    bookings: float
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictionRecord:
    """How predictions compared with what came."""

    made: int
    close: int
    mean_gap: float | None  # deals, said minus won; above zero = too hopeful
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a game ended; before the last turn, how it stands."""

    total: float
    of_par: float | None
    lines: tuple[ScoreLine, ...]
    headline: Sentence
    notes: tuple[Sentence, ...]
    best: NotedTurn | None
    worst: NotedTurn | None
    predictions: PredictionRecord


def ending(
    rules: Rules, view: PlayerView, language: Language = ENGLISH, par: float | None = None
) -> Ending | None:
    """Return how the game ended or stands; None where the seat may not see the score yet.

    Args:
        rules: the scenario.
        view: of the seat that reads it.
        language: names the turns.
        par: the scenario's honest par in points, where it is known.

    """
    if view.score is None:
        return None
    lines = _lines(rules, view)
    of_par = part_of_par(view.score.total, par) if view.over else None
    turns = [turn for turn in view.history[1:] if turn.figures["bookings"].value is not None]
    turns.sort(key=lambda turn: turn.figures["bookings"].value or 0.0)
    return Ending(
        total=view.score.total,
        of_par=of_par,
        lines=lines,
        headline=_headline(view, of_par),
        notes=_notes(lines),
        best=_noted(rules, turns[-1], language, best=True) if len(turns) > 1 else None,
        worst=_noted(rules, turns[0], language, best=False) if len(turns) > 1 else None,
        predictions=prediction_record(view),
    )


def _lines(rules: Rules, view: PlayerView) -> tuple[ScoreLine, ...]:
    assert view.score is not None  # asked before
    parts = view.score.parts
    given = [part.points for part in parts]
    points = points_shown(given, view.score.total)
    most = points_shown([100 * part.weight for part in parts], 100.0)
    return tuple(
        ScoreLine(
            key=part.measure,
            name=goal_name(part.measure, rule.at),
            description=measure_description(part.measure),
            value=known(MEASURES[part.measure].kind, part.value),
            target=target_sentence(part.measure, part.target, rule.at),
            weight=part.weight,
            points=points[place],
            most=most[place],
            reached=part.reached,
        )
        for place, (part, rule) in enumerate(zip(parts, rules.scorecard, strict=True))
    )


def _headline(view: PlayerView, of_par: float | None) -> Sentence:
    assert view.score is not None  # asked before
    total = view.score.total
    if of_par is not None:
        return sentence(
            "{share:share} of par, {points:decimal} points.", share=of_par, points=total
        )
    if view.over:
        return sentence("{points:decimal} points; 100 is every target met.", points=total)
    return sentence("{points:decimal} points so far; 100 is every target met.", points=total)


def _notes(lines: tuple[ScoreLine, ...]) -> tuple[Sentence, ...]:
    """Name what carried the score and what held it back."""
    best = max(lines, key=lambda line: line.reached)
    worst = min(lines, key=lambda line: line.reached)
    notes = [
        sentence(
            "{measure} reached {share:share} of its target.",
            measure=best.name,
            share=best.reached,
        )
    ]
    if worst.reached < 1 and worst.key != best.key:
        notes.append(
            sentence(
                "{measure} cost you most: {points:decimal} points are still to be had there.",
                points=_costliest(lines).most - _costliest(lines).points,
                measure=_costliest(lines).name,
            )
        )
    return tuple(notes)


def _costliest(lines: tuple[ScoreLine, ...]) -> ScoreLine:
    return max(lines, key=lambda line: line.most - line.points)


def _noted(rules: Rules, turn: TurnView, language: Language, *, best: bool) -> NotedTurn:
    name = verbatim(turn_label(rules, turn.turn, language, short=False))
    bookings = turn.figures["bookings"].value or 0.0
    if best:
        note = sentence("Best turn: {turn}, {bookings:short} booked.", turn=name, bookings=bookings)
    else:
        note = sentence(
            "Weakest turn: {turn}, {bookings:short} booked.", turn=name, bookings=bookings
        )
    return NotedTurn(turn=turn.turn, name=name, bookings=bookings, note=note)


def prediction_record(view: PlayerView) -> PredictionRecord:
    """Return how the predictions of all turns compare with the deals won, as both are written."""
    pairs = [
        (as_counted(turn.prediction), as_counted(turn.figures["wins"].value or 0.0))
        for turn in view.history[1:]
        if turn.prediction is not None
    ]
    close = sum(abs(said - won) <= max(1.0, CLOSE * won) for said, won in pairs)
    gap = sum(said - won for said, won in pairs) / len(pairs) if pairs else None
    return PredictionRecord(
        made=len(pairs), close=close, mean_gap=gap, note=_record_note(len(pairs), close, gap)
    )


def _record_note(made: int, close: int, gap: float | None) -> Sentence:
    if gap is None:
        return sentence("You made no prediction.")
    record = counted(
        "{close} of {count} prediction was close",
        "{close} of {count} predictions were close",
        made,
        close=close,
    )
    if abs(gap) < 0.5:
        return sentence("{record}; on the whole neither hopeful nor gloomy.", record=record)
    if gap > 0:
        return sentence(
            "{record}; on average {gap:decimal} deals too hopeful.", record=record, gap=gap
        )
    return sentence("{record}; on average {gap:decimal} deals too gloomy.", record=record, gap=-gap)


def reached_of(part: ScorePart) -> Sentence:
    """Return where a goal stands and what it asks for, in its own unit: "62 of 70 %"."""
    kind = MEASURES[part.measure].kind
    if kind == "share" and part.target >= _FINE:
        value = 100 * part.value
        return sentence("{value:number} of {target:share}", value=value, target=part.target)
    return _REACHED[kind](part.value, part.target)


_FINE: Final = 0.0995
"""Shares below this are written with a decimal."""

_REACHED: Final[dict[Kind, Callable[[float, float], Sentence]]] = {
    "money": lambda value, target: sentence(
        "{value:short} of {target:short}", value=value, target=target
    ),
    "share": lambda value, target: sentence(
        "{value:share} of {target:share}", value=value, target=target
    ),
    "hours": lambda value, target: sentence(
        "{value:hours} of {target:hours}", value=value, target=target
    ),
    "people": lambda value, target: sentence(
        "{value:people} of {target:people}", value=value, target=target
    ),
    "ratio": lambda value, target: sentence(
        "{value:decimal} of {target:decimal}", value=value, target=target
    ),
    "turn": lambda value, target: sentence(
        "{value:number} of {target:number}", value=value, target=target
    ),
}


def how_points_come(report: Ending) -> Sentence:
    """Say how the points of a line follow from what was reached, and that they are the total."""
    if all(MEASURES[line.key].better >= 0 for line in report.lines):
        return sentence(
            "Half of a target gives half of its points, and more than the target gives more. "
            "Together they are {points:decimal}.",
            points=report.total,
        )
    return sentence(
        "Half of a target gives half of its points, and more than the target gives more. Where "
        "less is better, twice as much gives half of them, and half as much or less gives twice "
        "as many. Together they are {points:decimal}.",
        points=report.total,
    )


def score_table(report: Ending) -> Table:
    """Return the scorecard as a table, its total in the last row."""
    rows = tuple(
        (line.name, line.value, line.target, line.reached, line.points) for line in report.lines
    )
    return Table(
        title=sentence("Scorecard"),
        columns=(
            Column(key="measure", heading=sentence("Measure"), kind="text"),
            Column(key="value", heading=sentence("Reached"), kind="text"),
            Column(key="target", heading=sentence("Target"), kind="text"),
            Column(key="reached", heading=sentence("Of target"), kind="share"),
            Column(key="points", heading=sentence("Points"), kind="points"),
        ),
        rows=(*rows, (sentence("Total"), None, None, None, POINTS.rounded(report.total))),
    )
