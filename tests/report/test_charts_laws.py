"""Laws every chart keeps, whatever its data, size, look and text scale."""

import re
from collections.abc import Callable
from typing import TypeAlias, TypedDict
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.report.charts import (
    Band,
    Bar,
    BarData,
    Chart,
    Lane,
    Line,
    LineData,
    Loss,
    Meter,
    Part,
    PipelineFlow,
    PipelineWords,
    RangeData,
    RangeRow,
    ScatterData,
    Size,
    Source,
    Spot,
    StackData,
    Step,
    WaterfallData,
    approximate_width,
    bar_chart,
    line_chart,
    meter,
    pipeline,
    range_dot,
    scatter,
    sparkline,
    stacked_bar_chart,
    waterfall,
)
from game.report.theme import DARK, HIGH_CONTRAST, LIGHT, Theme

Draw: TypeAlias = Callable[[Size, Theme, float], Chart]

EMPTY = "No data yet"


class Look(TypedDict):
    """What every chart is given beside its data."""

    size: Size
    theme: Theme
    fmt: Callable[[float], str]
    empty: str
    scale: float


SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg": {"width", "height", "viewBox"},
    "path": {
        "d",
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-linejoin",
        "stroke-linecap",
        "stroke-dasharray",
        "stroke-opacity",
    },
    "rect": {"x", "y", "width", "height", "rx", "fill", "fill-opacity"},
    "circle": {"cx", "cy", "r", "fill", "fill-opacity", "stroke", "stroke-width"},
    "defs": set(),
    "linearGradient": {"id", "x1", "y1", "x2", "y2"},
    "stop": {"offset", "stop-color", "stop-opacity"},
}


def write(value: float) -> str:
    """Write a number as an English reader would."""
    return f"{value:,.6g}".replace("-", "−")


def figures(top: float = 1e9) -> st.SearchStrategy[float]:
    return st.one_of(
        st.sampled_from([0.0, 5e-324, -1e-310]),
        st.floats(-top, top),
        st.floats(-100, 100),
        st.integers(-9, 9).map(float),
    )


def people(top: float = 1e7) -> st.SearchStrategy[float]:
    return st.one_of(st.sampled_from([0.0, 5e-324]), st.floats(0, 500), st.floats(0, top))


def names() -> st.SearchStrategy[str]:
    return st.one_of(
        st.text(alphabet="abc ÄGßW&<é日", max_size=40),
        st.sampled_from(["", "Advertising", "Content marketing", "x" * 120]),
    )


def gaps(many: int = 24) -> st.SearchStrategy[tuple[float | None, ...]]:
    return st.lists(st.one_of(st.none(), figures()), max_size=many).map(tuple)


SERIES = st.integers(0, 7)


@st.composite
def line_charts(draw: st.DrawFn) -> Draw:
    band = Band(low=draw(gaps()), high=draw(gaps())) if draw(st.booleans()) else None
    lines = st.builds(Line, label=names(), values=gaps(), series=SERIES)
    data = LineData(
        title="Trend",
        labels=tuple(draw(st.lists(names(), max_size=24))),
        lines=tuple(draw(st.lists(lines, max_size=7))),
        band=band,
        known=draw(st.one_of(st.none(), st.integers(0, 24))),
        whole=draw(st.booleans()),
    )
    return lambda size, theme, scale: line_chart(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def bar_charts(draw: st.DrawFn) -> Draw:
    bars = st.builds(
        Bar, label=names(), value=st.one_of(st.none(), figures()), share=names(), series=SERIES
    )
    lane = st.one_of(st.none(), st.builds(Lane, after=st.integers(0, 8), note=names()))
    data = BarData(
        title="Funnel",
        bars=tuple(draw(st.lists(bars, max_size=8))),
        scaling=draw(st.sampled_from(["linear", "sqrt", "log"])),
        lane=draw(lane),
    )
    return lambda size, theme, scale: bar_chart(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def stacked_charts(draw: st.DrawFn) -> Draw:
    parts = st.builds(Part, label=names(), values=gaps(), series=SERIES)
    data = StackData(
        title="Leads",
        labels=tuple(draw(st.lists(names(), max_size=24))),
        parts=tuple(draw(st.lists(parts, max_size=6))),
    )
    return lambda size, theme, scale: stacked_bar_chart(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def waterfalls(draw: st.DrawFn) -> Draw:
    steps = st.lists(st.builds(Step, label=names(), change=figures()), max_size=10)
    data = WaterfallData(
        title="Why",
        start_label=draw(names()),
        start=draw(figures()),
        steps=tuple(draw(steps)),
        end_label=draw(names()),
        more_is_good=draw(st.booleans()),
    )
    return lambda size, theme, scale: waterfall(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def scatters(draw: st.DrawFn) -> Draw:
    spots = st.builds(Spot, label=names(), x=figures(), y=figures(), series=SERIES)
    data = ScatterData(
        title="Channels",
        spots=tuple(draw(st.lists(spots, max_size=12))),
        x_title=draw(names()),
        y_title=draw(names()),
    )
    return lambda size, theme, scale: scatter(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def ranges(draw: st.DrawFn) -> Draw:
    figure = st.one_of(st.none(), figures())
    rows = st.builds(
        RangeRow,
        low=figure,
        high=figure,
        prediction=figure,
        outcome=figure,
        prediction_text=names(),
        outcome_text=names(),
        label=names(),
    )
    data = RangeData(title="Prediction", rows=tuple(draw(st.lists(rows, max_size=12))))
    return lambda size, theme, scale: range_dot(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def meters(draw: st.DrawFn) -> Draw:
    data = Meter(
        label=draw(names()),
        value=draw(st.one_of(st.none(), figures())),
        target=draw(st.one_of(st.none(), figures())),
        target_label=draw(names()),
        judged=draw(st.booleans()),
    )
    return lambda size, theme, scale: meter(
        data, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


@st.composite
def sparklines(draw: st.DrawFn) -> Draw:
    values = draw(gaps())
    return lambda size, theme, scale: sparkline(
        values, size=size, theme=theme, title="Trend", empty=EMPTY, scale=scale
    )


@st.composite
def pipelines(draw: st.DrawFn) -> Draw:
    sources = st.builds(Source, label=names(), count=people(), series=SERIES)
    losses = st.lists(st.builds(Loss, label=names(), count=people()), max_size=5).map(tuple)
    keys = "aware mqls sqls opportunities wins customers not_ready nurtured waiting referrals"
    counts = {key: draw(people()) for key in [*keys.split(), "unworked", "unfit"]}
    flow = PipelineFlow(
        hidden=frozenset(draw(st.lists(st.sampled_from(["leads", "sqls", "handoff", "lost"])))),
        leads=tuple(draw(st.lists(sources, max_size=6))),
        handoff=draw(losses),
        lost=draw(losses),
        **counts,
    )
    said = [name for name in PipelineWords.__dataclass_fields__ if name not in {"title", "dots"}]
    dots = tuple((step * 10**size, draw(names())) for size in range(4) for step in (1, 2, 5))
    words = PipelineWords(title="Pipeline", dots=dots, **{name: draw(names()) for name in said})
    return lambda size, theme, scale: pipeline(
        flow, words, size=size, theme=theme, fmt=write, empty=EMPTY, scale=scale
    )


KINDS = {
    "line": line_charts(),
    "bar": bar_charts(),
    "stacked": stacked_charts(),
    "waterfall": waterfalls(),
    "scatter": scatters(),
    "range": ranges(),
    "meter": meters(),
    "sparkline": sparklines(),
    "pipeline": pipelines(),
}

sizes = st.builds(
    Size,
    width=st.one_of(st.sampled_from([280.0, 600.0]), st.floats(60, 1300)),
    height=st.one_of(st.sampled_from([180.0, 300.0]), st.floats(30, 700)),
)
scales = st.sampled_from([1.0, 1.25, 1.5, 2.0])


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data(), size=sizes, scale=scales)
def test_texts_stay_on_the_chart_and_never_touch(
    kind: str, data: st.DataObject, size: Size, scale: float
) -> None:
    chart = data.draw(KINDS[kind])(size, LIGHT, scale)
    boxes = [text.box(approximate_width) for text in chart.texts]
    for text, box in zip(chart.texts, boxes, strict=True):
        assert box.left >= -0.02, text
        assert box.top >= -0.02, text
        assert box.right <= size.width + 0.02, text
        assert box.bottom <= size.height + 0.02, text
        assert text.size >= 12 * scale, text
    for i, box in enumerate(boxes):
        for j in range(i):
            assert not box.overlaps(boxes[j], 0.02), (chart.texts[i], chart.texts[j])


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data(), size=sizes, theme=st.sampled_from([DARK, LIGHT, HIGH_CONTRAST]))
def test_the_picture_uses_only_what_the_windows_reader_draws(
    kind: str, data: st.DataObject, size: Size, theme: Theme
) -> None:
    chart = data.draw(KINDS[kind])(size, theme, 1.0)
    known = set(re.findall(r"#\w+", repr(theme)))
    for element in ElementTree.fromstring(chart.svg).iter():
        name = element.tag.removeprefix(SVG)
        assert set(element.attrib) <= ALLOWED[name], name
        for value in element.attrib.values():
            assert "nan" not in value
            assert "inf" not in value
    assert set(re.findall(r'"(#\w+)"', chart.svg)) <= known
    assert {text.color for text in chart.texts} <= known


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_page_gets_the_same_picture_with_words_and_a_description(
    kind: str, data: st.DataObject
) -> None:
    chart = data.draw(KINDS[kind])(Size(width=600, height=300), DARK, 1.0)
    page = ElementTree.fromstring(chart.to_html())
    assert page.attrib["role"] == "img"
    assert page.attrib["aria-label"]
    said = [element.text for element in page.iter(f"{SVG}text")]
    assert said == [text.text for text in chart.texts]
    assert page.find(f"{SVG}desc") is not None


def test_values_too_small_to_divide_by_are_drawn_as_nothing() -> None:
    data = BarData(
        title="Funnel",
        bars=(Bar(label="", value=-5e-324), Bar(label="", value=0.0)),
    )
    look: Look = {
        "size": Size(width=280, height=180),
        "theme": LIGHT,
        "fmt": write,
        "empty": EMPTY,
        "scale": 1.0,
    }
    chart = bar_chart(data, **look)
    assert [text.text for text in chart.texts] == [write(-5e-324), "0"]
    assert "nan" not in chart.svg


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_without_data_every_chart_says_so(scale: float) -> None:
    size = Size(width=280, height=180)
    nobody = PipelineFlow(aware=0, leads=(), mqls=0, sqls=0, opportunities=0, wins=0, customers=0)
    said = PipelineWords(
        title="Pipeline",
        aware="",
        leads="",
        mqls="",
        sqls="",
        opportunities="",
        wins="",
        customers="",
        marketing="",
        handoff="",
        sales="",
    )
    lines = LineData(title="A", labels=("Jan",), lines=())
    look: Look = {"size": size, "theme": DARK, "fmt": write, "empty": EMPTY, "scale": scale}
    charts = [
        line_chart(lines, **look),
        bar_chart(BarData(title="A", bars=()), **look),
        stacked_bar_chart(StackData(title="A", labels=(), parts=()), **look),
        scatter(ScatterData(title="A", spots=()), **look),
        range_dot(RangeData(title="A", rows=()), **look),
        meter(Meter(label="A", value=None), **look),
        pipeline(nobody, said, **look),
    ]
    for chart in charts:
        assert [text.text for text in chart.texts] == [EMPTY]
        assert chart.description == EMPTY
