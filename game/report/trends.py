"""The course of any measure over the turns, with gaps where it is hidden."""

from dataclasses import dataclass
from typing import Final

from game.report.charts.lines import Line, LineData
from game.report.figures import Curtain, Shown
from game.report.language import ENGLISH, Language
from game.report.names import measure_description, measure_name, turn_label, turn_name
from game.report.tables import Column, Table
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, sentence

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
