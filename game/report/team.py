"""The team: how well both sides pull together, and what each kind of it reveals."""

from dataclasses import dataclass

from game.market import GROUPS, LEVERS
from game.report.board import BoardLine, budget_board
from game.report.changes import MeasureRow, measure_row
from game.report.figures import Curtain, Shown, known
from game.report.names import measure_name
from game.scenario.rules import Rules
from game.session import PlayerView, role_of
from game.session.views import ALWAYS
from game.words import Sentence, sentence

HEADLINES = ("congruence", "response_hours", "leakage", "acceptance")
"""The measures that show how well the two work together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unveiling:
    """What one lever brings to light.

    Attributes:
        names: the figures.
        needed: the response, 0 to 1, from which on they are seen by everybody.
        lifted: whether they are seen now because of the lever.
        needless: whether this seat sees them anyway.
        note: says which of these it is.

    """

    names: tuple[Sentence, ...]
    needed: float
    lifted: bool
    needless: bool
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """One lever of working together: its line on the board, and what it brings to light.

    ``level`` is how far it is at work, 0–1: hidden or nothing yet where there is no number.
    """

    line: BoardLine
    level: Shown
    unveils: tuple[Unveiling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """How marketing and sales work together."""

    figures: tuple[MeasureRow, ...]
    lines: tuple[TeamLine, ...]


def team_report(rules: Rules, view: PlayerView) -> Team:
    """Return how the two work together as far as a seat may see it."""
    curtain = Curtain(rules, view)
    before = view.history[-2] if len(view.history) > 1 else None
    lines = [line for group in budget_board(rules, view) for line in group.lines]
    return Team(
        figures=tuple(measure_row(curtain, key, view.now, before) for key in HEADLINES),
        lines=tuple(
            TeamLine(
                line=line,
                level=_shown_level(curtain, line.place),
                unveils=_unveils(rules, view, line.key),
            )
            for line in lines
            if line.key in GROUPS["together"]
        ),
    )


def _unveils(rules: Rules, view: PlayerView, lever: str) -> tuple[Unveiling, ...]:
    sees = ALWAYS | set(role_of(rules, view.seat).sees)
    found = []
    for reveal in rules.reveals:
        if reveal.lever != lever:
            continue
        needless = all(name in sees for name in reveal.measures)
        alone = view.seat.role == "all"
        lifted = _level(view, lever) >= reveal.response
        found.append(
            Unveiling(
                names=tuple(measure_name(name) for name in reveal.measures),
                needed=reveal.response,
                lifted=lifted,
                needless=needless,
                note=_alone(lifted, reveal.response)
                if alone
                else _note(
                    lifted=lifted,
                    needless=needless,
                    needed=reveal.response,
                    coming=Curtain(rules, view).coming(lever),
                ),
            )
        )
    return tuple(found)


def _shown_level(curtain: Curtain, place: int) -> Shown:
    responses = curtain.view.now.responses
    if not responses:
        return known("share", None)
    return curtain.shown(responses[place], "share", "sales_load")


def _level(view: PlayerView, lever: str) -> float:
    """Return a lever's response in the last turn, 0 where none was played or it is hidden."""
    if not view.now.responses:
        return 0.0
    return view.now.responses[LEVERS.index(lever)].value or 0.0


def _note(*, lifted: bool, needless: bool, needed: float, coming: Sentence | None) -> Sentence:
    if needless:
        return sentence("Your role sees this by itself; it shows it to the others.")
    if lifted:
        return sentence("Shown to everyone now.")
    if coming is not None:
        return sentence("Hidden: {coming}", coming=coming)
    return sentence("Hidden until it works at {needed:share}.", needed=needed)


def _alone(lifted: bool, needed: float) -> Sentence:
    """Say what this would mean in a team, to somebody who holds all roles."""
    if lifted:
        return sentence("In a team, everyone would see this now.")
    return sentence("In a team, hidden until it works at {needed:share}.", needed=needed)
