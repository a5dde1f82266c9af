"""The desk: all that somebody needs in front of them to plan a turn."""

from dataclasses import dataclass
from typing import Final

from game.report.advice import Advice, advice
from game.report.board import BoardGroup, budget_board
from game.report.changes import MeasureRow, measure_row
from game.report.event_cards import EventCard, event_cards
from game.report.figures import Curtain, Shown
from game.report.funnel import Funnel, funnel
from game.report.language import ENGLISH, Language
from game.report.names import as_last_turn, role_name, turn_label, turn_of
from game.report.policies import Policies, policies_report
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence, verbatim

CARDS: Final = ("bookings", "wins", "leakage", "satisfaction")
"""The measures on the desk's cards unless others are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One figure large, how it moved, and how it has been.

    Attributes:
        row: name, value and change.
        against: "since Apr": what the change is compared with; None where there is no change.
        trend: the value of every turn, None where hidden or not there.

    """

    row: MeasureRow
    against: Sentence | None
    trend: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything on the desk of one seat."""

    title: Sentence
    role: Sentence
    turn: Sentence  # "Month 5 of 12"
    last_turn: Sentence  # "April": what cards and funnel are about
    as_last_turn: Sentence
    over: bool
    submitted: bool
    budget: float
    cash: Shown
    board: tuple[BoardGroup, ...]
    cards: tuple[Card, ...]
    funnel: Funnel
    policies: Policies
    events: tuple[EventCard, ...]
    advice: tuple[Advice, ...]


def desk(
    rules: Rules,
    view: PlayerView,
    language: Language = ENGLISH,
    cards: tuple[str, ...] = CARDS,
) -> Desk:
    """Return the desk of a seat.

    Args:
        rules: the scenario.
        view: what the seat may know.
        language: names the months.
        cards: measures for the cards.

    """
    curtain = Curtain(rules, view)
    return Desk(
        title=verbatim(rules.title),
        role=role_name(view.seat.role, view.role_name),
        turn=turn_of(rules, view.turn),
        last_turn=verbatim(turn_label(rules, view.now.turn, language, short=False)),
        as_last_turn=as_last_turn(rules),
        over=view.over,
        submitted=view.submit is not None,
        budget=view.budget,
        cash=curtain.measure(view.now, "cash"),
        board=budget_board(rules, view),
        cards=tuple(card(rules, view, key, language) for key in cards),
        funnel=funnel(rules, view),
        policies=policies_report(rules, view),
        events=event_cards(rules, view, language),
        advice=advice(rules, view),
    )


def card(rules: Rules, view: PlayerView, key: str, language: Language = ENGLISH) -> Card:
    """Return one measure as a card: its last value, its change and its course."""
    curtain = Curtain(rules, view)
    before = view.history[-2] if len(view.history) > 1 else None
    row = measure_row(curtain, key, view.now, before)
    against = None
    if before is not None and row.change.value is not None:
        last = turn_label(rules, before.turn, language)
        against = (
            sentence("since {turn}", turn=last) if before.turn else sentence("since the start")
        )
    return Card(
        row=row,
        against=against,
        trend=tuple(turn.figures[key].value for turn in view.history),
    )
