"""A balance report as one picture: ways to play, levers, and the share for working together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.analysis.balance import Balance
from game.analysis.balance_figures import Measured
from game.market import GROUP_OF
from game.report.balance_words import verdict, way_name
from game.report.charts.bars import Bar, BarData, bar_chart
from game.report.charts.chart import (
    Chart,
    Measure,
    Size,
    Text,
    approximate_width,
    xml_text,
)
from game.report.charts.lines import Line, LineData, line_chart
from game.report.language import Language
from game.report.names import lever_names
from game.report.theme import GROUP_SERIES, LIGHT, Theme
from game.scenario.rules import Rules
from game.words import Sentence, sentence

WIDTH: Final = 1_100
HEIGHT: Final = 860
_MARGIN, _HEAD, _GAP = 28.0, 76.0, 36.0
_TITLE = 30.0

_SERIES: Final = {"par": 2, "bot": 0, "group": 1, "nothing": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How charts are to be drawn."""

    size: Size  # of each
    theme: Theme = LIGHT
    scale: float = 1.0
    measure: Measure = approximate_width


def balance_charts(
    rules: Rules, now: Measured, language: Language, look: Look
) -> tuple[Chart, ...]:
    """Return four charts: ways to play, shares of levers, working together, what is missed."""
    return (
        _ways(rules, now, language, look),
        _by_lever(
            rules,
            sentence("Levers, shares of the money in the best plan"),
            [(each.lever, each.share) for each in now.levers],
            language,
            look,
        ),
        _together(now, language, look),
        _by_lever(
            rules,
            sentence("What the best plan loses without each lever"),
            [(each.lever, each.costs_moved) for each in now.levers],
            language,
            look,
        ),
    )


def balance_picture(
    rules: Rules, balance: Balance, language: Language, theme: Theme = LIGHT
) -> str:
    """Return the four charts and the verdict as SVG, the texts inside."""
    wide = (WIDTH - 2 * _MARGIN - _GAP) / 2
    high = (HEIGHT - _HEAD - _MARGIN) / 2
    size = Size(width=wide, height=high - _TITLE - _MARGIN)
    charts = balance_charts(rules, balance.measured, language, Look(size=size, theme=theme))
    heading = language.say(
        sentence("{title}: {verdict}", title=rules.title, verdict=verdict(balance))
    )
    lefts = (_MARGIN, _MARGIN + wide + _GAP)
    corners = [(left, _HEAD + row * high) for row in (0, 1) for left in lefts]
    return _page(heading, list(zip(charts, corners, strict=True)), theme)


def _ways(rules: Rules, now: Measured, language: Language, look: Look) -> Chart:
    bars = tuple(
        Bar(
            label=language.say(way_name(rules, each.key, each.kind)),
            value=each.of_par,
            series=_SERIES[each.kind],
        )
        for each in now.standings
        if each.kind != "lever"
    )
    return _bars(language.say(sentence("Ways to play, parts of par")), bars, language, look)


def _by_lever(
    rules: Rules,
    title: Sentence,
    values: Sequence[tuple[str, float]],
    language: Language,
    look: Look,
) -> Chart:
    names = lever_names(rules)
    bars = tuple(
        Bar(label=language.say(names[key]), value=value, series=GROUP_SERIES[GROUP_OF[key]])
        for key, value in values
    )
    return _bars(language.say(title), bars, language, look)


def _bars(title: str, bars: tuple[Bar, ...], language: Language, look: Look) -> Chart:
    return bar_chart(
        BarData(title=title, bars=bars),
        size=look.size,
        theme=look.theme,
        fmt=language.share,
        scale=look.scale,
        measure=look.measure,
    )


def _together(now: Measured, language: Language, look: Look) -> Chart:
    scan = () if now.collaboration is None else now.collaboration.scan
    # Steps of 2.5 % stand beside ones of 5 %; the axis has even steps.
    even = [each for each in scan if round(each.share * 1000) % 50 == 0]
    data = LineData(
        title=language.say(sentence("The best plan with another share for working together")),
        labels=tuple(language.share(each.share, 0) for each in even),
        lines=(Line(label="", values=tuple(each.of_par for each in even), series=2),),
    )
    return line_chart(
        data,
        size=look.size,
        theme=look.theme,
        fmt=language.share,
        empty=language.say(sentence("Working together cannot be paid for here.")),
        scale=look.scale,
        measure=look.measure,
    )


def _page(heading: str, placed: Sequence[tuple[Chart, tuple[float, float]]], theme: Theme) -> str:
    title = Text(x=_MARGIN, y=36, text=heading, color=theme.text, size=22, weight=700)
    inside = [title.to_svg()]
    for chart, (left, top) in placed:
        head = Text(x=0, y=8, text=chart.title, color=theme.text, size=14, weight=600)
        shapes = chart.svg.split(">", 1)[1].removesuffix("</svg>")
        texts = "".join(text.to_svg() for text in chart.texts)
        inside.append(
            f'<g transform="translate({left:g},{top:g})">{head.to_svg()}'
            f'<g transform="translate(0,{_TITLE:g})">'
            f"<desc>{xml_text(chart.description)}</desc>{shapes}{texts}</g></g>"
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Inter, system-ui, sans-serif">'
        f"<title>{xml_text(heading)}</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{theme.surface}"/>'
        f"{''.join(inside)}</svg>\n"
    )
