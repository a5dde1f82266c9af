"""Why a figure changed: the waterfall, a sentence a bar, and where in the funnel it came from."""

from collections.abc import Callable
from functools import partial
from typing import Final

from game.report.charts import waterfall
from game.report.happened import Happened
from game.report.language import Language
from game.report.names import measure_name
from game.report.stage_whys import StageStep
from game.report.whys import ASKED, WhyReport, WhyStep
from game.ui.reasons import Reasons
from game.ui.screens.parts import Bone
from game.ui.toolkit import (
    Arrow,
    Card,
    ChartView,
    Chips,
    Column,
    Grid,
    Icon,
    Label,
    Notice,
    Option,
    Paragraph,
    Row,
    ScrollArea,
    Segments,
    Spacer,
    Ui,
    Widget,
    caption,
)
from game.words import Sentence, sentence

_CHART: Final = 128
_LOW: Final = 94
_TALL: Final = 220
_TALLEST: Final = 436
"""Design units of height of the waterfall on a card, there beneath a row of choices, on the page,
and there with nothing beneath it.
"""


def why_card(
    ui: Ui,
    reasons: Reasons,
    measure: str,
    on_measure: Callable[[str], None],
    language: Language,
    room: float,
) -> Widget:
    """Return the waterfall of one measure as a card that is ``room`` design units wide."""
    title = sentence("Why it changed")
    row = Row([Label(title, 16, weight=600), Spacer(), _choice(measure, on_measure)], gap=12)
    report = reasons.report(measure, language)
    if ui.natural(row) <= ui.px(room - 32):
        content = Column([row, _chart(report, measure, language, _CHART)], gap=8)
        return Card(content, pad=16, grow=1)
    body = Column([_chips(measure, on_measure), _chart(report, measure, language, _LOW)], gap=4)
    return Card(ScrollArea(body, key="why.card", edge_pad=4, grow=1), title, pad=16, gap=8, grow=1)


def why_stack(
    reasons: Reasons, measure: str, on_measure: Callable[[str], None], language: Language
) -> Widget:
    """Return the same for a narrow window, with its sentences beneath."""
    report = reasons.report(measure, language)
    content = Column(
        [
            _chips(measure, on_measure),
            _chart(report, measure, language, _TALL),
            _sentences(report),
        ],
        gap=12,
    )
    return Card(content, sentence("Why it changed"), pad=16, gap=8)


def why_page(
    reasons: Reasons,
    measure: str,
    on_measure: Callable[[str], None],
    language: Language,
    happened: tuple[Happened, ...],
    *,
    wide: bool,
    tall: bool,
) -> Widget:
    """Return everything that is known of the reasons, card under card."""
    report = reasons.report(measure, language)
    stages = reasons.stages(measure, language)
    below = [_stages_card(stages) if stages else None, _news_card(happened)]
    room = _TALL if any(below) or not (wide and tall) else _TALLEST
    if report is not None and report.before is None:
        hidden = Card(_chart(report, measure, language, _TALL), sentence("Why it changed"), "scale")
        news = Row([_news_card(happened)], align="stretch") if happened else None
        return Column([_chips(measure, on_measure), hidden, news], gap=12)
    chart = Column(
        [
            Label(report.headline, weight=600) if report is not None else None,
            _chart(report, measure, language, room),
        ],
        gap=12,
    )
    changed = Card(chart, sentence("Why it changed"), "scale", grow=1.5)
    told = Card(_sentences(report), sentence("In words"), "messages-square", grow=1.0)
    if not wide:
        return Column([_chips(measure, on_measure), changed, told, *below], gap=12)
    return Column(
        [
            _chips(measure, on_measure),
            Row([changed, told], gap=12, align="stretch"),
            Row(below, gap=12, align="stretch") if any(below) else None,
        ],
        gap=12,
    )


def _options() -> list[Option]:
    return [
        Option(key, measure_name(key), tooltip=sentence("Why this figure changed")) for key in ASKED
    ]


def _choice(measure: str, on_measure: Callable[[str], None]) -> Widget:
    return Segments(_options(), measure, on_measure, key="why")


def _chips(measure: str, on_measure: Callable[[str], None]) -> Widget:
    return Chips(_options(), measure, on_measure, key="why")


def _chart(report: WhyReport | None, measure: str, language: Language, tall: float) -> Widget:
    if report is None:
        return Column([Spacer(), Bone(320), Bone(240), Bone(280), Spacer()], gap=12, height=tall)
    data = report.waterfall(language)
    if data is None:
        return Notice("eye-off", measure_name(measure), report.headline, grow=1)
    grain = report.grain
    chart = partial(
        waterfall,
        data,
        fmt=partial(grain.figure, language),
        fmt_change=partial(grain.change, language),
    )
    told = report.steps[0].said if report.steps else report.headline
    name, version = report.headline, (data, grain)
    return ChartView(chart, version, tall, key="chart.why", grow=1, name=name, tooltip=told)


def _sentences(report: WhyReport | None) -> Widget:
    if report is None:
        return Column([Bone(240), Bone(200), Bone(220)], gap=12)
    rows: list[Widget | None] = [_said(step) for step in report.steps]
    if not rows:
        rows = [Paragraph(report.headline, role="muted")]
    return Column(rows, gap=10)


def _said(step: WhyStep) -> Widget:
    tone = "muted" if step.good == 0 else ("good" if step.good > 0 else "bad")
    arrow = Arrow("up" if step.change > 0 else "down", role=tone)
    words = Column([Label(step.name, weight=600), Label(step.said, role="muted")], gap=0, grow=1)
    return Row([_at_line(arrow), words], gap=8, align="start")


def _stages_card(stages: tuple[StageStep, ...]) -> Card:
    rows = [_stage(each) for each in stages]
    note = caption(sentence("The same change, told along the journey from lead to deal."))
    content = Column([Grid(rows, columns=2, gap=8, least_column=260), note], gap=10)
    return Card(content, sentence("Where in the funnel"), "funnel", grow=1.5)


def _stage(step: StageStep) -> Widget:
    tone = "muted" if step.good == 0 else ("good" if step.good > 0 else "bad")
    mark: Widget = Icon("minus", 16)
    if step.change:
        mark = Arrow("up" if step.change > 0 else "down", role=tone)
    return Row([_at_line(mark), Label(step.said, grow=1)], gap=8, align="start")


def _at_line(mark: Widget) -> Widget:
    """Return a mark in the middle of the first line of the words beside it."""
    return Row([mark], width=16, height=20)


def _news_card(events: tuple[Happened, ...]) -> Card | None:
    """Return what happened in the turn, each with its effects in figures."""
    if not events:
        return None
    cards = [
        Column(
            [
                Label(event.title, weight=600),
                *(_effect(each) for each in event.effects),
                Label(event.answer) if event.answer is not None else None,
                _effect(event.brought) if event.brought is not None else None,
                Label(event.discuss, role="muted") if event.discuss else None,
            ],
            gap=4,
        )
        for event in events
    ]
    return Card(Column(cards, gap=16), sentence("What happened"), "newspaper", grow=1.0)


def _effect(effect: Sentence) -> Widget:
    return Row([Icon("chart-line", 16, "warning"), Label(effect, weight=500, grow=1)], gap=8)
