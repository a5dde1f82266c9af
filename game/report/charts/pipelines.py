"""The still picture of the pipeline: two cliffs, the bridge between them, and those who fall."""

from game.report.charts.chart import Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing
from game.report.charts.pipeline_flow import LeakKey, PipelineFlow, PipelineWords
from game.report.charts.pipeline_outline import pipeline_layout
from game.report.charts.pipeline_shapes import Shapes
from game.report.charts.pipeline_texts import Texts
from game.report.theme import Theme


def pipeline(
    flow: PipelineFlow,
    words: PipelineWords,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return the pipeline of one turn; ``empty`` is shown when nobody was anywhere.

    Heights grow with the square root of people, one dot stands for
    ``pipeline_layout(…).people_per_dot`` of them; when room
    is scarce only the numbers are written, and the description says the rest.
    """
    drawing = Drawing(size, theme, scale, measure)
    if flow.is_empty:
        return drawing.empty(empty, words.title)
    layout = pipeline_layout(flow, size=size, scale=scale)
    Shapes(drawing, flow, layout).draw()
    Texts(drawing, flow, layout, words, fmt).draw()
    return drawing.finish(title=words.title, description=_description(flow, words, fmt))


def _description(flow: PipelineFlow, words: PipelineWords, fmt: Format) -> str:
    """Return every number of the picture in the order people walk."""
    sources = ", ".join(f"{source.label} {fmt(source.count)}" for source in flow.leads)

    def stage(key: str, name: str, count: float) -> str:
        return f"{name}: {words.hidden if key in flow.hidden else fmt(count)}"

    leads = stage("leads", words.leads, flow.lead_count)
    parts = [
        stage("aware", words.aware, flow.aware),
        f"{leads} ({sources})" if sources else leads,
        _leak_said(flow, words, "not_ready", fmt),
        words.nurtured if flow.nurtured else "",
        stage("mqls", words.mqls, flow.mqls),
        words.waiting if flow.waiting else "",
        _leak_said(flow, words, "handoff", fmt),
        stage("sqls", words.sqls, flow.sqls),
        words.referrals if flow.referrals else "",
        _leak_said(flow, words, "unworked", fmt),
        _leak_said(flow, words, "unfit", fmt),
        stage("opportunities", words.opportunities, flow.opportunities),
        _leak_said(flow, words, "lost", fmt),
        stage("wins", words.wins, flow.wins),
        stage("customers", words.customers, flow.customers),
        words.note,
    ]
    return "; ".join(part for part in parts if part)


def _leak_said(flow: PipelineFlow, words: PipelineWords, leak: LeakKey, fmt: Format) -> str:
    """Return a leak in words; empty when nobody fell."""
    if leak in flow.hidden:
        return f"{words.leak(leak)}: {words.hidden}"
    count = flow.fallen(leak)
    if not count:
        return ""
    reasons = ", ".join(f"{loss.label} {fmt(loss.count)}" for loss in flow.reasons(leak))
    said = f"{words.leak(leak)} {fmt(-count)}".strip()
    return f"{said} ({reasons})" if reasons else said
