"""The results of a turn: what came of it, what was said before, where people were lost."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.report.carried import carried_over, left_over
from game.report.changes import MeasureRow, measure_row
from game.report.figures import Curtain
from game.report.funnel import (
    Leak,
    leaks,
    straight_to_sales,
    unanswered,
)
from game.report.language import ENGLISH, Language
from game.report.names import measure_name, turn_label, turn_of
from game.report.number_style import as_counted
from game.report.pipeline_report import PipelineReport, pipeline_flow
from game.report.sources import SourceRow, source_rows
from game.report.tables import Column, Table
from game.scenario.measures import MEASURES
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, counted, sentence, verbatim

COMPARED: Final = (
    "bookings",
    "revenue",
    "contribution",
    "cash",
    "awareness",
    "goodwill",
    "leads",
    "lead_fit",
    "mqls",
    "response_hours",
    "leakage",
    "acceptance",
    "sqls",
    "opportunities",
    "win_rate",
    "wins",
    "discount",
    "customers",
    "churn",
    "satisfaction",
    "congruence",
    "market_share",
)
"""The measures compared with the turn before, in the order of the journey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What was said before the turn, and what came.

    Attributes:
        said: deals predicted; None where nobody predicted.
        won: deals won.
        gap: won minus said, in deals as they are written.
        low, high: the forecast's band for the same figure; None where there was no forecast.
        because: the reason given.
        note: one sentence on how close it was.
        foreseen: the band in words, "8 of 10 futures: 11 to 18"; None where there was none.
        surprise: what else came far from its forecast; None where nothing did.

    """

    said: float | None
    won: float
    gap: float | None
    low: float | None
    high: float | None
    because: Sentence
    note: Sentence
    foreseen: Sentence | None = None
    surprise: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What came of the last turn, for one seat."""

    turn: int
    turn_of: Sentence
    turn_name: Sentence
    against: Sentence | None  # "March": the turn compared with; None in the first turn
    headline: Sentence
    prediction: Prediction
    rows: tuple[MeasureRow, ...]
    leaks: tuple[Leak, ...]
    sources: tuple[SourceRow, ...]
    pipeline: PipelineReport
    straight: Sentence | None  # of the accepted, who never crossed the handoff
    carried: Sentence | None  # who was left over from the turn before; None for nobody
    unanswered: Sentence | None  # who went cold and who waits; None unless there are both
    left: Sentence | None  # who is on the way as the turn ends; None for nobody


def results(
    rules: Rules,
    view: PlayerView,
    language: Language = ENGLISH,
    bands: Mapping[str, tuple[float, float]] | None = None,
) -> Results | None:
    """Return the results of the last turn; None before the first one.

    Args:
        rules: the scenario.
        view: what the seat may know.
        language: names months and says the pipeline's words.
        bands: what the forecast gave, by measure: lowest and highest of eight in ten futures.

    """
    now, picture = view.now, pipeline_flow(rules, view, language)
    if picture is None:
        return None
    before = view.history[-2]
    curtain = Curtain(rules, view)
    earlier = verbatim(turn_label(rules, before.turn, language, short=False))
    return Results(
        turn=now.turn,
        turn_of=turn_of(rules, now.turn),
        turn_name=verbatim(turn_label(rules, now.turn, language, short=False)),
        against=None if before.turn == 0 else earlier,
        headline=_headline(curtain, now, before, earlier),
        prediction=replace(
            prediction(now, (bands or {}).get("wins")),
            surprise=_surprise(curtain, now, bands or {}),
        ),
        rows=tuple(measure_row(curtain, key, now, before) for key in COMPARED),
        leaks=leaks(rules, view, now),
        sources=source_rows(rules, view, now),
        pipeline=picture,
        straight=straight_to_sales(rules, view, now),
        carried=carried_over(rules, view, now, earlier),
        unanswered=unanswered(rules, view, now),
        left=left_over(rules, view, now),
    )


def _headline(curtain: Curtain, now: TurnView, before: TurnView, earlier: Sentence) -> Sentence:
    wins = curtain.measure(now, "wins").value or 0.0
    bookings = measure_row(curtain, "bookings", now, before)
    worth = bookings.now.value or 0.0
    if as_counted(wins) == 0:
        return sentence("No deal was won.")
    if bookings.change.value is None or abs(bookings.change.relative or 0.0) < 0.005:
        return counted(
            "You won {count:people} deal, worth {worth:short} a year.",
            "You won {count:people} deals, worth {worth:short} a year.",
            wins,
            worth=worth,
        )
    change = bookings.change.value
    if change > 0:
        than = sentence("{change:short} more than in {turn}", change=change, turn=earlier)
    else:
        than = sentence("{change:short} less than in {turn}", change=-change, turn=earlier)
    return counted(
        "You won {count:people} deal, worth {worth:short} a year: {than}.",
        "You won {count:people} deals, worth {worth:short} a year: {than}.",
        wins,
        worth=worth,
        than=than,
    )


def prediction(turn: TurnView, band: tuple[float, float] | None = None) -> Prediction:
    """Return what was predicted for a turn and what came of it."""
    won = turn.figures["wins"].value or 0.0
    gap = None if turn.prediction is None else gap_of(turn.prediction, won)
    return Prediction(
        said=turn.prediction,
        won=won,
        gap=gap,
        low=None if band is None else band[0],
        high=None if band is None else band[1],
        because=verbatim(turn.because),
        note=prediction_note(gap),
        foreseen=None if band is None else _foreseen(*band),
    )


def _surprise(
    curtain: Curtain, now: TurnView, bands: Mapping[str, tuple[float, float]]
) -> Sentence | None:
    """Say which figure besides the deals fell outside its forecast, the one that fell furthest."""
    furthest, said = 0.0, None
    for key, (low, high) in bands.items():
        value = curtain.measure(now, key).value
        if key == "wins" or value is None or low <= value <= high:
            continue
        away = (low - value if value < low else value - high) / max(abs(low), 1.0)
        if away > max(furthest, _NEARLY):
            furthest, said = away, _outside(key, value, low, high)
    return said


_NEARLY: Final = 0.02
"""So small a part of a figure beyond its forecast is not worth a word."""


def _outside(key: str, value: float, low: float, high: float) -> Sentence:
    name = measure_name(key)
    if MEASURES[key].kind == "money":
        return sentence(
            "{name}: {value:short}, outside the forecast of {low:short} to {high:short}",
            name=name,
            value=value,
            low=low,
            high=high,
        )
    return sentence(
        "{name}: {value:number}, outside the forecast of {low:number} to {high:number}",
        name=name,
        value=value,
        low=low,
        high=high,
    )


def _foreseen(low: float, high: float) -> Sentence:
    """Say a band of deals, which may be as narrow as what is written alike."""
    if as_counted(low) == as_counted(high):
        return counted(
            "8 of 10 futures: {count:people} deal", "8 of 10 futures: {count:people} deals", high
        )
    return sentence("8 of 10 futures: {low:people} to {high:people}", low=low, high=high)


def gap_of(said: float, won: float) -> float:
    """Return by how many deals a turn brought more than somebody said, as both numbers read."""
    return round(as_counted(won) - as_counted(said), 1)


def prediction_note(gap: float | None) -> Sentence:
    """Say how far a prediction was from what came; None = whoever looks made none."""
    if gap is None:
        return sentence("You made no prediction for this turn.")
    deals = abs(gap)
    if as_counted(deals) == 0:
        return sentence("Exactly as predicted.")
    if gap > 0:
        return counted(
            "{count:people} deal more than predicted.",
            "{count:people} deals more than predicted.",
            deals,
        )
    return counted(
        "{count:people} deal fewer than predicted.",
        "{count:people} deals fewer than predicted.",
        deals,
    )


def sources_table(rows: tuple[SourceRow, ...]) -> Table:
    """Return leads by source as a table."""
    return Table(
        title=sentence("Leads by source"),
        columns=(
            Column(key="source", heading=sentence("Source"), kind="text"),
            Column(key="leads", heading=sentence("Leads"), kind="people"),
            Column(key="spend", heading=sentence("Spend"), kind="money"),
            Column(key="cost", heading=sentence("Cost per lead"), kind="money"),
        ),
        rows=tuple((row.name, row.leads, row.spend, row.cost) for row in rows),
    )


def leaks_table(rows: tuple[Leak, ...]) -> Table:
    """Return where people were lost, and why, as a table."""
    return Table(
        title=sentence("Where people were lost"),
        columns=(
            Column(key="place", heading=sentence("Where"), kind="text"),
            Column(key="reason", heading=sentence("Why"), kind="text"),
            Column(key="people", heading=sentence("People"), kind="people"),
        ),
        rows=tuple((LEAK_PLACES[row.place], row.reason, row.count) for row in rows),
    )


LEAK_PLACES: Final[dict[str, Sentence]] = {
    "not_ready": sentence("Before qualification"),
    "handoff": sentence("At the handoff"),
    "demo": sentence("Before the opportunity"),
    "deal": sentence("In the deal"),
}
"""Where people fall."""
