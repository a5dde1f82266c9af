"""Market shares of all firms over the turns."""

from dataclasses import dataclass

from game.report.figures import known
from game.report.language import ENGLISH, Language
from game.report.names import turn_label
from game.report.tables import Column, Table
from game.scenario.rules import Rules
from game.scenario.usual_words import firm_name
from game.session import PlayerView
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalLine:
    """The market share of one firm over the turns, turn 0 first."""

    name: Sentence
    yours: bool
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivals:
    """Who holds how much of the market; yours first, then the largest."""

    lines: tuple[RivalLine, ...]
    labels: tuple[str, ...]
    headline: Sentence


def rivals(rules: Rules, view: PlayerView, language: Language = ENGLISH) -> Rivals:
    """Return the market shares of all firms over the turns."""
    lines = [
        RivalLine(
            name=firm_name(rules, firm),
            yours=firm == view.seat.firm,
            shares=tuple(turn.shares[firm] for turn in view.history),
        )
        for firm in range(len(rules.firm_names))
    ]
    lines.sort(key=lambda line: (not line.yours, -line.shares[-1]))
    return Rivals(
        lines=tuple(lines),
        labels=tuple(turn_label(rules, turn.turn, language) for turn in view.history),
        headline=_rank(lines),
    )


def rivals_table(report: Rivals) -> Table:
    """Return the firms with their share at the start, in the turn before and now."""
    return Table(
        title=sentence("Market shares"),
        columns=(
            Column(key="firm", heading=sentence("Firm"), kind="text"),
            Column(key="start", heading=sentence("At the start"), kind="share"),
            Column(key="before", heading=sentence("Turn before"), kind="share"),
            Column(key="now", heading=sentence("Now"), kind="share"),
        ),
        rows=tuple(
            (
                line.name,
                known("share", line.shares[0]),
                known("share", line.shares[-2]) if len(line.shares) > 1 else None,
                known("share", line.shares[-1]),
            )
            for line in report.lines
        ),
    )


def _rank(lines: list[RivalLine]) -> Sentence:
    mine = next(line.shares[-1] for line in lines if line.yours)
    larger = sum(line.shares[-1] > mine for line in lines)
    if len(lines) == 1:
        return sentence("You are alone on this market.")
    if larger == 0:
        return sentence("You hold {share:share} of the customers, more than anybody.", share=mine)
    return sentence(
        "You hold {share:share} of the customers: number {place} of {firms}.",
        share=mine,
        place=larger + 1,
        firms=len(lines),
    )
