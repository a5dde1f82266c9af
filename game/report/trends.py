"""The course of any measure over the turns, with gaps where it is hidden."""

from dataclasses import dataclass
from typing import Final

from game.report.charts.lines import Band, Line, LineData
from game.report.figures import Curtain, Shown, known
from game.report.forecasts import ForecastCard, span
from game.report.language import ENGLISH, Language
from game.report.names import measure_description, measure_name, turn_label, turn_name
from game.report.rivals import Rivals
from game.report.tables import Cell, Column, Table
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence, verbatim

OFFERED: Final = tuple(
    key
    for key in MEASURES
    if key not in {"turn", "marketing_share", "sales_share", "together_share"}
)
"""The measures a player may pick for a trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One measure over the turns; turn 0 is how the game began.

    Attributes:
        points: one a turn, hidden ones among them.
        labels: what stands beneath each turn.
        hidden: why some are hidden, said once; None where all are seen.

    """

    key: str
    name: Sentence
    description: Sentence
    kind: Kind
    better: int
    points: tuple[Shown, ...]
    labels: tuple[str, ...]
    hidden: Sentence | None

    @property
    def values(self) -> tuple[float | None, ...]:
        """The known values, None at gaps."""
        return tuple(point.value for point in self.points)


def trend(rules: Rules, view: PlayerView, key: str, language: Language = ENGLISH) -> Trend:
    """Return a measure over all turns so far; KeyError if there is no such measure."""
    curtain = Curtain(rules, view)
    points = tuple(curtain.measure(turn, key) for turn in view.history)
    return Trend(
        key=key,
        name=measure_name(key),
        description=measure_description(key),
        kind=MEASURES[key].kind,
        better=MEASURES[key].better,
        points=points,
        labels=tuple(turn_label(rules, turn.turn, language) for turn in view.history),
        hidden=next((point.note for point in reversed(points) if point.hidden), None),
    )


def course_data(
    course: Trend,
    ahead: ForecastCard | None = None,
    rivals: Rivals | None = None,
    language: Language = ENGLISH,
) -> LineData:
    """Return one measure's course as a line chart's data.

    Args:
        course: what was.
        ahead: of the same measure: what may come stands behind what was, with its band.
        rivals: whose lines stand beside; only market shares are known of them.
        language: names the measure and the firms.

    """
    shown = ahead is not None and not ahead.mean.hidden
    values = ahead.course if ahead is not None and shown else course.values
    others = () if rivals is None else tuple(line for line in rivals.lines if not line.yours)
    return LineData(
        title=language.say(course.name),
        labels=ahead.labels if ahead is not None and shown else course.labels,
        lines=(
            Line(label=language.say(YOU) if others else "", values=values),
            *(
                Line(label=language.say(line.name), values=line.shares, series=place)
                for place, line in enumerate(others, start=1)
            ),
        ),
        band=Band(low=ahead.lows, high=ahead.highs) if ahead is not None and shown else None,
        known=len(course.points),
        whole=course.kind == "people",
        zero=True,
    )


def course_table(course: Trend, ahead: ForecastCard | None = None) -> Table:
    """Return one measure turn by turn, the turns ahead with their range; the newest first."""
    rows: list[tuple[Cell, ...]] = [
        (verbatim(label), point, verbatim(""))
        for label, point in zip(course.labels, course.points, strict=True)
    ]
    if ahead is not None and not ahead.mean.hidden:
        rows += [
            (
                verbatim(ahead.labels[at]),
                known(ahead.kind, ahead.course[at]),
                span(ahead.kind, ahead.lows[at], ahead.highs[at]) or verbatim(""),
            )
            for at in range(ahead.played, len(ahead.labels))
        ]
    return Table(
        title=course.name,
        columns=(
            Column(key="turn", heading=sentence("Turn"), kind="text"),
            Column(key="value", heading=sentence("Figure"), kind=course.kind),
            Column(key="range", heading=sentence("8 of 10 futures"), kind="text"),
        ),
        rows=tuple(reversed(rows)),
    )


YOU: Final = sentence("You")


def line_data(trends: tuple[Trend, ...], title: Sentence, language: Language = ENGLISH) -> LineData:
    """Return trends of one kind as a line chart's data, each line with its own series."""
    return LineData(
        title=language.say(title),
        labels=trends[0].labels if trends else (),
        lines=tuple(
            Line(label=language.say(each.name), values=each.values, series=place)
            for place, each in enumerate(trends)
        ),
        whole=bool(trends) and all(each.kind == "people" for each in trends),
    )


def trend_table(rules: Rules, view: PlayerView, keys: tuple[str, ...]) -> Table:
    """Return measures over all turns as a table: a row a turn, a column a measure."""
    curtain = Curtain(rules, view)
    columns = [Column(key="turn", heading=sentence("Turn"), kind="text")]
    columns += [Column(key=key, heading=measure_name(key), kind=MEASURES[key].kind) for key in keys]
    return Table(
        title=sentence("Figures by turn"),
        columns=tuple(columns),
        rows=tuple(
            (turn_name(rules, turn.turn), *(curtain.measure(turn, key) for key in keys))
            for turn in view.history
        ),
    )
