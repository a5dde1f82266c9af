"""A balance report as one picture: ways to play, levers, and the share for working together."""

from collections.abc import Sequence
from typing import Final

from game.analysis.balance import Balance
from game.analysis.balance_figures import Measured
from game.market import GROUP_OF
from game.report.balance_words import VERDICTS, way_name
from game.report.charts.bars import Bar, BarData, bar_chart
from game.report.charts.chart import Box, Chart, Size, Text, xml_text
from game.report.charts.lines import Line, LineData, line_chart
from game.report.language import Language
from game.report.names import lever_names
from game.report.theme import GROUP_SERIES, LIGHT, Theme
from game.scenario.rules import Rules
from game.words import sentence

WIDTH: Final = 1_100
HEIGHT: Final = 860
_MARGIN, _HEAD, _GAP = 28.0, 76.0, 36.0
_TITLE = 30.0

_SERIES: Final = {"par": 2, "bot": 0, "group": 1, "nothing": 3, "lever": 4}


def balance_picture(
    rules: Rules, balance: Balance, language: Language, theme: Theme = LIGHT
) -> str:
    """Return the picture as SVG, its texts inside."""
    half = (WIDTH - 2 * _MARGIN - _GAP) / 2
    low = HEIGHT * 0.56
    boxes = (
        Box(left=_MARGIN, top=_HEAD, right=_MARGIN + half, bottom=low),
        Box(left=_MARGIN + half + _GAP, top=_HEAD, right=WIDTH - _MARGIN, bottom=low),
        Box(left=_MARGIN, top=low + 12, right=_MARGIN + half, bottom=HEIGHT - 24),
        Box(left=_MARGIN + half + _GAP, top=low + 12, right=WIDTH - _MARGIN, bottom=HEIGHT - 24),
    )
    now = balance.measured
    charts = (
        _ways(rules, now, language, theme, boxes[0]),
        _shares(rules, now, language, theme, boxes[1]),
        _together(now, language, theme, boxes[2]),
        _costs(rules, now, language, theme, boxes[3]),
    )
    heading = language.say(
        sentence("{title}: {verdict}", title=rules.title, verdict=VERDICTS[balance.verdict])
    )
    return _page(heading, list(zip(charts, boxes, strict=True)), theme)


def _room(box: Box) -> Size:
    return Size(width=box.right - box.left, height=box.bottom - box.top - _TITLE)


def _ways(rules: Rules, now: Measured, language: Language, theme: Theme, box: Box) -> Chart:
    bars = tuple(
        Bar(
            label=language.say(way_name(rules, each.key, each.kind)),
            value=each.of_par,
            series=_SERIES[each.kind],
        )
        for each in now.standings
        if each.kind != "lever"
    )
    title = language.say(sentence("Ways to play, parts of par"))
    return bar_chart(
        BarData(title=title, bars=bars), size=_room(box), theme=theme, fmt=language.share
    )


def _shares(rules: Rules, now: Measured, language: Language, theme: Theme, box: Box) -> Chart:
    values = [(each.lever, each.share) for each in now.levers]
    title = language.say(sentence("Levers, shares of the money in the best plan"))
    return _by_lever(rules, title, values, language, theme, box)


def _costs(rules: Rules, now: Measured, language: Language, theme: Theme, box: Box) -> Chart:
    values = [(each.lever, each.costs_moved) for each in now.levers]
    title = language.say(sentence("What the best plan loses without each lever"))
    return _by_lever(rules, title, values, language, theme, box)


def _by_lever(
    rules: Rules,
    title: str,
    values: Sequence[tuple[str, float]],
    language: Language,
    theme: Theme,
    box: Box,
) -> Chart:
    names = lever_names(rules)
    bars = tuple(
        Bar(label=language.say(names[key]), value=value, series=GROUP_SERIES[GROUP_OF[key]])
        for key, value in values
    )
    return bar_chart(
        BarData(title=title, bars=bars), size=_room(box), theme=theme, fmt=language.share
    )


def _together(now: Measured, language: Language, theme: Theme, box: Box) -> Chart:
    scan = () if now.collaboration is None else now.collaboration.scan
    # Steps of 2.5 % stand beside ones of 5 %; the axis of turns has even steps.
    even = [each for each in scan if round(each.share * 1000) % 50 == 0]
    data = LineData(
        title=language.say(sentence("The best plan with another share for working together")),
        labels=tuple(language.share(each.share, 0) for each in even),
        lines=(Line(label="", values=tuple(each.of_par for each in even), series=2),),
    )
    empty = language.say(sentence("Working together cannot be paid for here."))
    return line_chart(data, size=_room(box), theme=theme, fmt=language.share, empty=empty)


def _page(heading: str, placed: list[tuple[Chart, Box]], theme: Theme) -> str:
    title = Text(x=_MARGIN, y=36, text=heading, color=theme.text, size=22, weight=700)
    inside = [title.to_svg()]
    for chart, box in placed:
        head = Text(
            x=box.left, y=box.top + 8, text=chart.title, color=theme.text, size=14, weight=600
        )
        place = f' x="{box.left:g}" y="{box.top + _TITLE:g}"'
        inside += [head.to_svg(), chart.to_html().replace("<svg", f"<svg{place}", 1)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Inter, system-ui, sans-serif">'
        f"<title>{xml_text(heading)}</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{theme.surface}"/>'
        f"{''.join(inside)}</svg>\n"
    )
