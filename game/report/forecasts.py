"""What a plan may bring: a card and a chart for each measure, and what would make them sharper.

Made anew at every move of a slider, so nothing here is computed that is not shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Final

from game.analysis.forecast import Outlook
from game.market import LEVERS, Array
from game.report.changes import Change, change_of
from game.report.charts.lines import Band, Line, LineData
from game.report.figures import Curtain, Shown, known
from game.report.language import ENGLISH, Language
from game.report.names import lever_names, measure_icon, measure_name, turn_label
from game.report.number_style import as_counted
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, counted, sentence, verbatim

FORECAST: Final = ("wins", "leads", "bookings", "revenue", "satisfaction", "pipeline")
"""The measures on the forecast's cards unless others are asked for."""

WIDE: Final = 0.4
"""From this width on, as a part of the mean, a band is called wide."""

_RESEARCHED: Final = 0.7
"""Response of market research from which on more of it hardly makes a forecast sharper."""

_ALONE: Final = sentence("If you keep to this plan. Eight of ten futures lie within the band.")
_WITH_OTHERS: Final = sentence(
    "If you keep to this plan, and the others do as they say. "
    "Eight of ten futures lie within the band."
)

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastCard:
    """One measure in the coming turns.

    Attributes:
        mean: of the next turn; hidden where the seat may not see the measure now.
        low, high: eight times of ten the next turn lies between them; None with a hidden mean.
        said: "12 deals, 9 to 15 in eight of ten", or why there is nothing to say.
        span: "9 to 15", short enough for a narrow card; None with a hidden mean.
        change: the mean against the last turn.
        labels: of all turns played, turn 0 first, and the turns ahead.
        course: what was, then the means, one a label; None where there is no number.
        lows, highs: the band, one a label; None in what has been.
        played: so many of the labels have happened.

    """

    key: str
    name: Sentence
    icon: str
    kind: Kind
    mean: Shown
    low: float | None
    high: float | None
    said: Sentence
    span: Sentence | None
    change: Change
    labels: tuple[str, ...]
    course: Values
    lows: Values
    highs: Values
    played: int

    @property
    def width(self) -> float:
        """How wide the next turn's band is, as a part of its mean; 0 where there is none."""
        if self.low is None or self.high is None or not self.mean.value:
            return 0.0
        return (self.high - self.low) / abs(self.mean.value)

    def line_data(self, language: Language = ENGLISH) -> LineData:
        """Return the course with its band as a line chart's data."""
        return LineData(
            title=language.say(self.name),
            labels=self.labels,
            lines=(Line(label="", values=self.course),),
            band=Band(low=self.lows, high=self.highs),
            known=self.played,
            whole=self.kind == "people",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastReport:
    """What a plan may bring, if it is kept for the turns ahead.

    Attributes:
        title: "Forecast for May".
        cards: one a measure, in the order asked for.
        note: what the band means.
        sharper: what would make a wide forecast sharper; None where it is sharp or nothing would.

    """

    title: Sentence
    cards: tuple[ForecastCard, ...]
    note: Sentence
    sharper: Sentence | None

    def card(self, key: str) -> ForecastCard:
        """Return one measure's card; KeyError if it was not asked for."""
        for each in self.cards:
            if each.key == key:
                return each
        raise KeyError(key)


def forecast_report(
    rules: Rules,
    view: PlayerView,
    outlook: Outlook,
    language: Language = ENGLISH,
    measures: tuple[str, ...] = FORECAST,
) -> ForecastReport:
    """Return an outlook as a seat may know it: what is hidden from it now stays hidden.

    Args:
        rules: the scenario.
        view: what the seat may know.
        outlook: of the plan, with a band for each of these measures that the seat sees.
        language: names the turns.
        measures: keys for the cards.

    """
    curtain = Curtain(rules, view)
    turns = (*(turn.turn for turn in view.history), *outlook.turns)
    labels = tuple(turn_label(rules, turn, language) for turn in turns)
    cards = tuple(_card(curtain, key, outlook, labels) for key in measures)
    coming = turn_label(rules, outlook.turns[0], language, short=False)
    return ForecastReport(
        title=sentence("Forecast for {turn}", turn=coming),
        cards=cards,
        note=_ALONE if view.seat.role == "all" else _WITH_OTHERS,
        sharper=_sharper(rules, view, cards),
    )


def _card(curtain: Curtain, key: str, outlook: Outlook, labels: tuple[str, ...]) -> ForecastCard:
    history = curtain.view.history
    kind, now = MEASURES[key].kind, curtain.measure(history[-1], key)
    past: Values = tuple(curtain.measure(turn, key).value for turn in history)
    gaps: Values = (None,) * len(past)
    if now.hidden:
        rest: Values = (None,) * (len(labels) - len(past))
        mean, low, high, lows, highs, course = (
            now,
            None,
            None,
            gaps + rest,
            gaps + rest,
            past + rest,
        )
    else:
        future = outlook.bands[key]
        means, under, over = (_values(each) for each in (future.mean, future.low, future.high))
        mean, low, high = known(kind, means[0]), under[0], over[0]
        course, lows, highs = past + means, gaps + under, gaps + over
    return ForecastCard(
        key=key,
        name=measure_name(key),
        icon=measure_icon(key),
        kind=kind,
        mean=mean,
        low=low,
        high=high,
        said=_said(mean, low, high, deals=key == "wins"),
        span=span(kind, low, high),
        change=change_of(key, now, mean),
        labels=labels,
        course=course,
        lows=lows,
        highs=highs,
        played=len(past),
    )


def _values(numbers: Array) -> Values:
    """Return the numbers of a row; None for what cannot be said, such as a rate of nothing."""
    return tuple(each if isfinite(each) else None for each in numbers.tolist())


def _said(mean: Shown, low: float | None, high: float | None, *, deals: bool) -> Sentence:
    if mean.note is not None:
        return mean.note
    assert mean.value is not None  # without a note there is a number
    if low is None or high is None:
        return verbatim("")
    if deals:
        return _deals(mean.value, low, high)
    least, most = (ENGLISH.figure(mean.kind, each, short=True) for each in (low, high))
    if least == most:  # as it is written, the band has no width
        return _NEARLY[mean.kind](mean.value)
    return _RANGES[mean.kind](mean.value, low, high)


def span(kind: Kind, low: float | None, high: float | None) -> Sentence | None:
    """Return the band alone; where its ends are written alike, that it hardly has a width."""
    if low is None or high is None:
        return None
    least, most = (ENGLISH.figure(kind, each, short=True) for each in (low, high))
    if least == most:
        return sentence("hardly varies")
    return _SPANS[kind](low, high)


_SPANS: Final[dict[Kind, Callable[[float, float], Sentence]]] = {
    "people": lambda low, high: sentence("{low:people} to {high:people}", low=low, high=high),
    "money": lambda low, high: sentence("{low:short} to {high:short}", low=low, high=high),
    "share": lambda low, high: sentence("{low:share} to {high:share}", low=low, high=high),
    "hours": lambda low, high: sentence("{low:hours} to {high:hours}", low=low, high=high),
    "ratio": lambda low, high: sentence("{low:decimal} to {high:decimal}", low=low, high=high),
    "turn": lambda low, high: sentence("{low:number} to {high:number}", low=low, high=high),
}


def _deals(mean: float, low: float, high: float) -> Sentence:
    if as_counted(high) == 0:
        return sentence("Hardly any deal")
    if as_counted(low) == as_counted(high):
        return counted("About {count:people} deal", "About {count:people} deals", mean)
    return counted(
        "{count:people} deal, {low:people} to {high:people} in eight of ten",
        "{count:people} deals, {low:people} to {high:people} in eight of ten",
        mean,
        low=low,
        high=high,
    )


_NEARLY: Final[dict[Kind, Callable[[float], Sentence]]] = {
    "people": lambda mean: sentence("About {mean:people}", mean=mean),
    "money": lambda mean: sentence("About {mean:short}", mean=mean),
    "share": lambda mean: sentence("About {mean:share}", mean=mean),
    "hours": lambda mean: sentence("About {mean:hours}", mean=mean),
    "ratio": lambda mean: sentence("About {mean:decimal}", mean=mean),
    "turn": lambda mean: sentence("About {mean:number}", mean=mean),
}


def _people(mean: float, low: float, high: float) -> Sentence:
    return sentence(
        "{mean:people}, {low:people} to {high:people} in eight of ten",
        mean=mean,
        low=low,
        high=high,
    )


def _money(mean: float, low: float, high: float) -> Sentence:
    return sentence(
        "{mean:short}, {low:short} to {high:short} in eight of ten", mean=mean, low=low, high=high
    )


def _share(mean: float, low: float, high: float) -> Sentence:
    return sentence(
        "{mean:share}, {low:share} to {high:share} in eight of ten", mean=mean, low=low, high=high
    )


def _hours(mean: float, low: float, high: float) -> Sentence:
    return sentence(
        "{mean:hours}, {low:hours} to {high:hours} in eight of ten", mean=mean, low=low, high=high
    )


def _ratio(mean: float, low: float, high: float) -> Sentence:
    return sentence(
        "{mean:decimal}, {low:decimal} to {high:decimal} in eight of ten",
        mean=mean,
        low=low,
        high=high,
    )


_RANGES: Final[dict[Kind, Callable[[float, float, float], Sentence]]] = {
    "people": _people,
    "money": _money,
    "share": _share,
    "hours": _hours,
    "ratio": _ratio,
    "turn": _people,
}


def _sharper(rules: Rules, view: PlayerView, cards: tuple[ForecastCard, ...]) -> Sentence | None:
    """Say what would make a wide forecast sharper."""
    if not cards or max(card.width for card in cards) < WIDE:
        return None
    place = LEVERS.index("market_research")
    lever, name = view.levers[place], lever_names(rules)["market_research"]
    if not lever.available:
        return None
    if lever.unlock_turn > view.turn:
        return sentence(
            "A wide range. From turn {turn} on, {lever} can make it sharper.",
            turn=lever.unlock_turn,
            lever=name,
        )
    reached = view.now.responses[place].value if view.now.responses else 0.0
    if reached is not None and reached >= _RESEARCHED:
        return sentence(
            "A wide range, though {lever} has told most of what can be known: the rest is chance.",
            lever=name,
        )
    return sentence("A wide range: more {lever} makes later forecasts sharper.", lever=name)
