"""What is printed of questions asked of a game: what a plan may bring, why a figure changed."""

from game.analysis.forecast import Imagined, forecast, imagine
from game.analysis.funnel_why import funnel_why
from game.analysis.why import why
from game.report.figures import Curtain
from game.report.forecasts import FORECAST, ForecastCard, ForecastReport, forecast_report
from game.report.names import measure_name
from game.report.stage_whys import IN_FUNNEL, stage_steps
from game.report.whys import ASKED, WhyReport, why_report
from game.scenario.rules import Rules
from game.session import Plan, PlayerView, Session
from game.terminal.console import Console
from game.words import sentence

SHORT = 3
"""Causes that are told with the results of a turn; all of them are told to who asks."""


class Foresight:
    """The forecasts of one turn: its imagined worlds are made once, when first asked for.

    Args:
        rules: the scenario.
        session: the game, with the turn opened.
        view: what the seat may know of it.

    """

    def __init__(self, rules: Rules, session: Session, view: PlayerView) -> None:
        self._rules = rules
        self._session = session
        self._view = view
        self._imagined: Imagined | None = None

    def of(self, plan: Plan, console: Console) -> ForecastReport:
        """Return what a plan of the whole firm may bring."""
        if self._imagined is None:
            self._imagined = imagine(self._rules, self._session, self._view.seat.firm)
        outlook = forecast(self._imagined, plan, FORECAST)
        return forecast_report(self._rules, self._view, outlook, console.language)


def print_forecast(console: Console, report: ForecastReport) -> None:
    """Print what a plan may bring: the next turn in words, and the turns ahead in figures."""
    console.blank()
    console.say(report.title, style="bold")
    for card in report.cards:
        console.item(sentence("{name}: {said}", name=card.name, said=card.said))
    seen = [card for card in report.cards if not card.mean.hidden]
    if seen and len(seen[0].course) > seen[0].played + 1:
        _print_ahead(console, seen)
    console.say(report.note)
    if report.sharper is not None:
        console.say(report.sharper)


def _print_ahead(console: Console, cards: list[ForecastCard]) -> None:
    """Print the mean of every turn ahead, beside the last turn."""
    language = console.language
    first = cards[0].played - 1
    rows = [
        [
            language.say(card.name),
            *(language.figure(card.kind, each, short=True) for each in card.course[first:]),
        ]
        for card in cards
    ]
    heads = [language.say(sentence("On average")), *cards[0].labels[first:]]
    console.grid(heads, rows, [True, *[False] * (len(heads) - 1)])


def asked_measure(typed: str, console: Console) -> str | None:
    """Return the measure whose change is asked about: by its key or its name in full."""
    wanted = typed.casefold()
    for key in ASKED:
        if wanted in {key, console.text(measure_name(key)).casefold()}:
            return key
    return None


def can_be_explained(view: PlayerView) -> bool:
    """Say whether there are two turns to be compared."""
    return view.now.turn > 1


def print_short_why(console: Console, rules: Rules, session: Session, view: PlayerView) -> None:
    """Print the largest causes why bookings changed in the last turn; nothing after the first."""
    if not can_be_explained(view):
        return
    report = _why(console, rules, session, view, "bookings")
    if not report.steps:
        return
    console.blank()
    console.say(sentence("Why bookings changed"), style="bold")
    for step in report.steps[:SHORT]:
        console.item(step.said)
    if not view.over:
        console.say(sentence("Type 'why bookings' at the next plan for all of it."))


def print_why(console: Console, rules: Rules, session: Session, view: PlayerView, key: str) -> None:
    """Print why a measure changed in the last turn: its causes, and where in the funnel."""
    report = _why(console, rules, session, view, key)
    console.blank()
    console.say(report.headline, style="bold")
    for step in report.steps:
        console.item(step.said)
    if key not in IN_FUNNEL or Curtain(rules, view).measure(view.now, key).hidden:
        return
    found = funnel_why(session, key, view.now.turn, view.seat.firm)
    steps = stage_steps(rules, view, found, console.language)
    if steps:
        console.blank()
        console.say(sentence("Where in the funnel"), style="bold")
        for stage in steps:
            console.item(stage.said)


def _why(console: Console, rules: Rules, session: Session, view: PlayerView, key: str) -> WhyReport:
    found = why(rules, session, key, view.now.turn, view.seat.firm)
    return why_report(rules, view, found, console.language)
