"""The page of the team: how the two sides pull together, and what each kind of it reveals."""

from functools import partial
from typing import Final

from game.report.changes import MeasureRow
from game.report.charts import line_chart
from game.report.forecasts import ForecastCard
from game.report.language import Language
from game.report.names import group_name
from game.report.team import TeamLine, Unveiling, team_report
from game.report.trends import course_data, trend
from game.ui.playing import Playing
from game.ui.screens.frame import is_wide
from game.ui.screens.overview import figure_card
from game.ui.screens.parts import NARROW
from game.ui.screens.saturation import MarkedBar
from game.ui.toolkit import (
    Card,
    ChartView,
    Column,
    Grid,
    Icon,
    Label,
    Notice,
    Panel,
    Paragraph,
    Row,
    ScrollArea,
    Ui,
    Widget,
    caption,
    heading,
)
from game.words import Sentence, sentence

GOALS: Final = "congruence"
"""The measure whose course tells whether both sides want the same."""


def team_page(ui: Ui, playing: Playing, language: Language, ahead: ForecastCard | None) -> Widget:
    """Return the figures of working together, common goals over time, and each of its levers.

    Args:
        ui: decides what stands side by side.
        playing: the game.
        language: says the figures.
        ahead: what the plan may do to the common goals; None while that is not foreseen.

    """
    report = team_report(playing.rules, playing.view)
    played = len(playing.view.history) > 1
    figures = [_figure(row, language, played=played) for row in report.figures]
    goals = _goals(playing, language, ahead)
    cards = [_card(line, language) for line in report.lines]
    empty = Panel(Paragraph(sentence("Nothing in this scenario is done together.")))
    if is_wide(ui):
        head: Widget = Row(
            [Grid(figures, columns=2, least_column=150, grow=1), goals], gap=12, align="stretch"
        )
    else:
        columns = 4 if ui.metrics.units.w >= NARROW else 2
        head = Column([Grid(figures, columns=columns, least_column=150), goals], gap=12)
    levers = Grid(cards, columns=5, least_column=224) if cards else empty
    return ScrollArea(Column([head, levers], gap=12), key="team", read=True, edge_pad=4, grow=1)


def _goals(playing: Playing, language: Language, ahead: ForecastCard | None) -> Widget:
    course = trend(playing.rules, playing.view, GOALS, language)
    title = sentence("Common goals over time")
    if course.points[-1].hidden:
        hidden = Notice("eye-off", sentence("Hidden from your role"), course.hidden or "")
        return Card(hidden, title, pad=16, gap=8, grow=1.2)
    data = course_data(course, ahead, None, language)
    chart = ChartView(
        partial(line_chart, data, fmt=language.share),
        data,
        140,
        key="chart.goals",
        name=title,
        tooltip=course.description,
        grow=1,
    )
    aside = caption(sentence("dashed: with this plan")) if ahead is not None else None
    return Card(chart, title, aside=aside, pad=16, gap=8, grow=1.2)


def _figure(row: MeasureRow, language: Language, *, played: bool) -> Widget:
    when = sentence("in the last turn") if played else sentence("at the start")
    return figure_card(row, language, when)


def _card(each: TeamLine, language: Language) -> Widget:
    line = each.line
    spent = sentence("Last turn {amount:money}", amount=line.last)
    return Panel(
        Column(
            [
                Row([Icon(line.icon, 20, "together"), _growing(line.name)], gap=10),
                *_level(each, language),
                caption(line.reason if line.reason and not line.editable else spent, "muted"),
                Paragraph(line.description, role="muted"),
                _voice("megaphone", "marketing", line.marketing),
                _voice("briefcase-business", "sales", line.sales),
                *[_unveiling(unveiling) for unveiling in each.unveils],
            ],
            gap=8,
        ),
        pad=16,
    )


def _voice(icon: str, group: str, said: Sentence) -> Widget:
    """Return what one side has from it, in its own words."""
    text = Paragraph(sentence("“{said}”", said=said), size=12, role="text", grow=1)
    return Row([Icon(icon, 14, group, name=group_name(group)), text], gap=8, align="start")


def _level(each: TeamLine, language: Language) -> list[Widget]:
    """Return how far a lever is at work, with a mark where it brings something to light."""
    level = each.level
    marks = tuple(unveiling.needed for unveiling in each.unveils)
    if level.hidden:
        said: Widget = Row([Icon("eye-off", 14), caption(level.note or "")], gap=6)
    else:
        works = sentence("At work")
        figure = Label(level.said(language), size=12, weight=600, side="right")
        said = Row([Label(works, size=12, grow=1), figure], gap=6)
    bar = MarkedBar(level.value, marks, "together", tooltip=each.line.saturation_note)
    return [Column([said, bar], gap=4)]


def _growing(name: Sentence) -> Label:
    title = heading(name)
    return Label(title.text, size=title.size, weight=title.weight, grow=1)


def _unveiling(unveiling: Unveiling) -> Widget:
    """Return what a lever brings to light, and whether it does so now."""
    seen = unveiling.lifted or unveiling.needless
    names = sentence("Brings to light: {names:list}", names=unveiling.names)
    role = "good" if unveiling.lifted else "muted"
    text = Column([Label(names, size=12), Label(unveiling.note, size=12, role=role)], gap=0, grow=1)
    return Row([Icon("eye" if seen else "eye-off", 16, role), text], gap=8, align="start")
