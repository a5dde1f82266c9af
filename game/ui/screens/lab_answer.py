"""The right side of the lab: the score of both futures, their courses, and every measure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from game.report.charts import line_chart
from game.report.exact import said_exactly
from game.report.figures import known
from game.report.lab import gain, overlaid
from game.report.language import Language
from game.report.what_ifs import WhatIfReport, WhatIfSeries
from game.ui.screens.lab_list import gain_mark
from game.ui.screens.outcome import moved_mark
from game.ui.screens.parts import Pressable, neighbours
from game.ui.toolkit import (
    Button,
    Card,
    ChartView,
    Column,
    Icon,
    Inset,
    Label,
    Notice,
    Panel,
    Row,
    ScrollArea,
    Spacer,
    Widget,
    caption,
)
from game.words import Sentence, sentence

_VALUE = 108
_MOVED = 108
_CHART = 220


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Puts one answer together; ``measure`` is the one whose course is seen.

    ``more`` says that there are measures beside those of ``told``; ``fixed`` that its height is
    given, so that the measures scroll in their card.
    """

    told: WhatIfReport
    language: Language
    measure: str
    more: bool
    fixed: bool
    on_measure: Callable[[str], None] = field(compare=False)
    on_every: Callable[[], None] = field(compare=False)

    def widget(self) -> Widget:
        """Return score, course and measures under each other."""
        return Column([self._score(), self._course(), self._measures()], gap=12, grow=1)

    def _score(self) -> Widget:
        told = self.told
        both: Widget | None = caption(told.note) if told.note is not None else None
        if told.score_played is not None and told.score_changed is not None:
            both = Row(
                [
                    _points(sentence("as played"), told.score_played, self.language),
                    Icon("arrow-right", 16),
                    _points(sentence("otherwise"), told.score_changed, self.language),
                    gain_mark(gain(told), 14),
                    Spacer(),
                    caption(told.note) if told.note is not None else None,
                ],
                gap=12,
                align="center",
            )
        text = Label(told.headline, 16, weight=600)
        return Card(Column([text, both], gap=6), pad=16)

    def _shown(self) -> WhatIfSeries | None:
        series = self.told.series
        first = series[0] if series else None
        return next((each for each in series if each.key == self.measure), first)

    def _course(self) -> Widget:
        shown = self._shown()
        if shown is None:
            text = sentence("Your role sees no figure that could be compared.")
            return Card(Notice("eye-off", sentence("Hidden from your role"), text), grow=1)
        data = overlaid(self.told, shown.key, self.language)
        fmt = partial(self.language.figure, shown.kind, short=True)
        chart = ChartView(
            partial(line_chart, data, fmt=fmt),
            data,
            _CHART,
            key="chart.lab",
            name=shown.name,
            tooltip=shown.said,
            grow=1,
        )
        return Card(chart, shown.name, shown.icon, pad=16, gap=8, grow=1.0)

    def _measures(self) -> Widget:
        series = self.told.series
        keys = [f"lab.measure.{each.key}" for each in series]
        rows = [
            self._measure(each, {**neighbours(keys, place)}) for place, each in enumerate(series)
        ]
        head = Row(
            [
                Label(sentence("Measure"), size=12, weight=600, role="muted", grow=1),
                Label(
                    sentence("as played"),
                    size=12,
                    weight=600,
                    role="muted",
                    side="right",
                    width=_VALUE,
                ),
                Label(
                    sentence("otherwise"),
                    size=12,
                    weight=600,
                    role="muted",
                    side="right",
                    width=_VALUE,
                ),
                Spacer(width=_MOVED, grow=0),
            ],
            gap=10,
        )
        more = None
        if self.more:
            more = Button(
                sentence("All measures"),
                self.on_every,
                "chevron-down",
                "quiet",
                key="lab.every",
                tooltip=sentence("Compare every measure that you see"),
            )
        table = Column([Inset(head, x=10, y=2), *rows, more and Row([more, Spacer()])], gap=0)
        if not self.fixed:
            return Panel(table, pad=14, pad_y=10)
        area = ScrollArea(table, key="lab.measures", edge_pad=4, grow=1)
        return Panel(Column([area]), pad=14, pad_y=10, grow=1.1)

    def _measure(self, series: WhatIfSeries, around: dict[str, str]) -> Widget:
        chosen = series.key == self.measure
        played, changed = (
            known(series.kind, series.of_played),
            known(series.kind, series.of_changed),
        )
        row = Row(
            [
                Icon(series.icon, 16, "accent" if chosen else "muted"),
                Label(
                    series.name,
                    weight=600 if chosen else 400,
                    role="accent" if chosen else "text",
                    shorten=True,
                ),
                Label(
                    sentence("in all turns") if series.whole else sentence("at the end"),
                    size=12,
                    role="muted",
                    shorten=True,
                    grow=1,
                ),
                Label(said_exactly(played, self.language), side="right", width=_VALUE),
                Label(said_exactly(changed, self.language), weight=600, side="right", width=_VALUE),
                Row(
                    [Spacer(), moved_mark(series.key, played, changed, self.language)],
                    width=_MOVED,
                ),
            ],
            gap=10,
        )
        return Pressable(
            row,
            partial(self.on_measure, series.key),
            around,
            fill="raised" if chosen else "surface",
            tone="",
            radius=8,
            pad=10,
            pad_y=5,
            shadow=False,
            key=f"lab.measure.{series.key}",
            name=series.name,
            tooltip=series.said,
        )


def _points(name: Sentence, points: float, language: Language) -> Widget:
    return Row(
        [
            Label(language.decimal(points), size=28, weight=600),
            Label(name, size=12, role="muted"),
        ],
        gap=6,
        align="baseline",
    )
