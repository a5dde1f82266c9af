"""What if: a game as it was played beside the game as it would have gone, figure by figure.

Measures that a seat does not see are not compared, and a sum over all turns only where it saw all.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from game.analysis.what_if import SERIES, Comparison
from game.report.change_words import change_name, change_note
from game.report.charts.lines import Line, LineData
from game.report.figures import Curtain
from game.report.language import ENGLISH, Language
from game.report.names import measure_icon, measure_name, turn_label
from game.report.number_style import as_counted
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, counted, sentence

COMPARED: Final = ("wins", "bookings", "revenue", "leads", "leakage", "satisfaction", "pipeline")
"""The measures that are compared unless others are asked for."""

SUMMED: Final = frozenset(
    {"leads", "mqls", "sqls", "opportunities", "wins", "churned", "referrals"}
    | {"bookings", "revenue", "contribution", "spend"}
)
"""What is added up over the turns; of everything else the last turn counts."""

_ALIKE: Final = 0.005
"""Two figures nearer than this part of the larger are said to be alike."""

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfSeries:
    """One measure in both games.

    Attributes:
        played, changed: a turn each, from turn 1; None where the seat does not see it.
        whole: whether ``of_played`` and ``of_changed`` are sums over all turns, else the last turn.
        good: +1 if the change would have been good for it, -1 bad, 0 neither.
        said: "Without Joint meetings: 31 deals instead of 44".

    """

    key: str
    name: Sentence
    icon: str
    kind: Kind
    played: Values
    changed: Values
    whole: bool
    of_played: float
    of_changed: float
    good: int
    said: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfReport:
    """Both games side by side.

    Attributes:
        change: what was done otherwise.
        note: what became of its money; None where there is nothing to add.
        headline: the score in both, or the deals where the score is not seen.
        score_played, score_changed: points; None where the seat may not see the score yet.
        labels: of the turns compared.
        series: one a measure that the seat sees, in the order asked for.

    """

    change: Sentence
    note: Sentence | None
    headline: Sentence
    score_played: float | None
    score_changed: float | None
    labels: tuple[str, ...]
    series: tuple[WhatIfSeries, ...]

    def line_data(self, key: str, language: Language = ENGLISH) -> LineData:
        """Return one measure of both games as a line chart's data; KeyError if it is not there."""
        one = next((each for each in self.series if each.key == key), None)
        if one is None:
            raise KeyError(key)
        as_played = language.say(sentence("As played"))
        return LineData(
            title=language.say(one.name),
            labels=self.labels,
            lines=(
                Line(label=as_played, values=one.played),
                Line(label=language.say(self.change), values=one.changed, series=1),
            ),
            whole=one.kind == "people",
        )


def what_if_report(
    rules: Rules,
    view: PlayerView,
    compared: Comparison,
    language: Language = ENGLISH,
    measures: tuple[str, ...] = COMPARED,
) -> WhatIfReport:
    """Return two games side by side, as far as a seat may know them.

    Args:
        rules: the scenario.
        view: what the seat may know; all turns compared are in its history.
        compared: what ``analysis.what_if`` found for the seat's firm.
        language: names turns and writes numbers.
        measures: keys of ``analysis.what_if.SERIES``.

    """
    change = change_name(rules, compared.change, language)
    found = [_series(rules, view, compared, key, change, language) for key in measures]
    series = tuple(each for each in found if each is not None)
    seen = view.score is not None
    return WhatIfReport(
        change=change,
        note=change_note(compared.change),
        headline=_headline(change, compared, seen=seen),
        score_played=compared.played.score.total if seen else None,
        score_changed=compared.changed.score.total if seen else None,
        labels=tuple(turn_label(rules, turn + 1, language) for turn in range(compared.turns)),
        series=series,
    )


def _series(
    rules: Rules,
    view: PlayerView,
    compared: Comparison,
    key: str,
    change: Sentence,
    language: Language,
) -> WhatIfSeries | None:
    if key not in SERIES:
        raise ValueError(f"this is not compared: {key}")
    curtain, whole = Curtain(rules, view), key in SUMMED
    turns = view.history[1 : compared.turns + 1]
    seen = [not curtain.measure(turn, key).hidden for turn in turns]
    played, changed = (
        _seen(game.series[key], seen) for game in (compared.played, compared.changed)
    )
    ends = [_end(values, whole=whole) for values in (played, changed)]
    if ends[0] is None or ends[1] is None:
        return None
    return WhatIfSeries(
        key=key,
        name=measure_name(key),
        icon=measure_icon(key),
        kind=MEASURES[key].kind,
        played=played,
        changed=changed,
        whole=whole,
        of_played=ends[0],
        of_changed=ends[1],
        good=_good(key, ends[0], ends[1]),
        said=_said(key, ends[0], ends[1], change, language),
    )


def _seen(values: tuple[float, ...], seen: list[bool]) -> Values:
    return tuple(
        value if open_ and isfinite(value) else None
        for value, open_ in zip(values, seen, strict=True)
    )


def _end(values: Values, *, whole: bool) -> float | None:
    """Return the sum over all turns, or the last figure; None where it is not known."""
    if not whole:
        return values[-1]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _alike(played: float, changed: float) -> bool:
    return abs(changed - played) <= _ALIKE * max(abs(played), abs(changed))


def _good(key: str, played: float, changed: float) -> int:
    if _alike(played, changed):
        return 0
    return MEASURES[key].better * (1 if changed > played else -1)


def _said(
    key: str, played: float, changed: float, change: Sentence, language: Language
) -> Sentence:
    if key == "wins":
        return _deals(change, played, changed)
    kind, name = MEASURES[key].kind, measure_name(key)
    one, other = (language.figure(kind, each, short=True) for each in (played, changed))
    if one == other:
        return sentence(
            "{change}: {name} {played}, as played", change=change, name=name, played=one
        )
    return sentence(
        "{change}: {name} {changed} instead of {played}",
        change=change,
        name=name,
        changed=other,
        played=one,
    )


def _deals(change: Sentence, played: float, changed: float) -> Sentence:
    if as_counted(played) == as_counted(changed):
        return counted(
            "{change}: {count:people} deal, as played",
            "{change}: {count:people} deals, as played",
            changed,
            change=change,
        )
    return counted(
        "{change}: {count:people} deal instead of {played:people}",
        "{change}: {count:people} deals instead of {played:people}",
        changed,
        change=change,
        played=played,
    )


def _headline(change: Sentence, compared: Comparison, *, seen: bool) -> Sentence:
    if not seen:
        wins = [sum(game.series["wins"]) for game in (compared.played, compared.changed)]
        return _deals(change, wins[0], wins[1])
    played, changed = compared.played.score.total, compared.changed.score.total
    if round(changed - played, 1) == 0:
        return sentence(
            "{change}: {played:decimal} points, as played", change=change, played=played
        )
    return sentence(
        "{change}: {changed:decimal} points instead of {played:decimal}",
        change=change,
        changed=changed,
        played=played,
    )
