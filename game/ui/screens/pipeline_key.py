"""What stands beneath the pipeline: sources and reasons where the picture has no room for them."""

from functools import partial
from typing import Final

from game.report.charts import LeakKey, PipelineFlow, PipelineWords
from game.report.language import Language
from game.report.results import Results
from game.report.thoughts import unseen
from game.ui.screens.frame import is_wide
from game.ui.toolkit import Box, Canvas, Column, Icon, Label, Picture, Row, Spacer, Ui, Widget, Wrap

_NARROW: Final = 760
"""Design units of width below which the picture leaves out reasons."""

_DOT: Final = 8
_EDGES: Final = 88
"""Design units of width that are not the notes': the card's and the window's edges, and a gap."""

_SPLIT: Final[tuple[LeakKey, ...]] = ("handoff", "lost")
"""Where people fall for several reasons."""


def pipeline_notes(ui: Ui, report: Results, language: Language) -> Widget | None:
    """Return what the picture cannot say: its key, what is hidden, who came another way."""
    flow, words = report.pipeline.flow, report.pipeline.words
    rows: list[Widget | None] = []
    if not is_wide(ui):
        rows.append(_sources(flow, language))
    if ui.metrics.units.w < _NARROW:
        rows.extend(_reasons(flow, words, leak, language) for leak in _SPLIT)
    rows.extend(_asides(ui, report, language))
    rows = [row for row in rows if row is not None]
    return Column(rows, gap=6) if rows else None


def _sources(flow: PipelineFlow, language: Language) -> Widget | None:
    """Return what the colours mean, and how many came from where."""
    if not flow.leads:
        return None
    pieces = [
        Row(
            [
                Row([Picture(partial(_paint_dot, each.series), each.series, _DOT)], width=_DOT),
                Label(each.label, size=12, role="muted"),
                Label(language.people(each.count), size=12, weight=600),
            ],
            gap=6,
        )
        for each in flow.leads
    ]
    return Wrap(pieces, gap=12)


def _reasons(
    flow: PipelineFlow, words: PipelineWords, leak: LeakKey, language: Language
) -> Widget | None:
    """Return every reason why people fell at one place, the commonest first."""
    losses = sorted(flow.reasons(leak), key=lambda loss: -loss.count)
    said = [f"{loss.label} {language.people(loss.count)}" for loss in losses if round(loss.count)]
    if not said:
        return None
    reasons = Label(" · ".join(said), size=12, role="muted", grow=1)
    return Row([Label(words.leak(leak), size=12, weight=600), reasons], gap=12, align="start")


def _asides(ui: Ui, report: Results, language: Language) -> list[Widget]:
    """Return what is hidden and who came another way: side by side where each has a line."""
    hidden = " ".join(language.say(note) for note in unseen(report.pipeline))
    room = ui.px(ui.metrics.units.w - _EDGES)
    eye = Row([Icon("eye-off", 16), Label(hidden, size=12, role="muted", grow=1)], gap=10, grow=1)
    told = _told(ui, report, language, room)
    lines: list[Widget] = [Row([Spacer(), each]) for each in told]
    if not hidden:
        return lines
    if told and ui.natural(eye) + ui.natural(told[0]) < room:
        lines[0] = Row([eye, told[0]], gap=16)
        return lines
    return [eye, *lines]


def _told(ui: Ui, report: Results, language: Language, room: int) -> list[Label]:
    """Return who came another way, and who was and is between two stages, in one line or two."""
    came, stayed = (
        " · ".join(language.say(note) for note in notes if note)
        for notes in (
            (report.unanswered, report.straight),
            (report.carried, report.left),
        )
    )
    lines = [Label(each, size=12, role="muted", side="right") for each in (came, stayed) if each]
    if len(lines) < 2:
        return lines
    whole = Label(f"{came} · {stayed}", size=12, role="muted", side="right")
    return [whole] if ui.natural(whole) < room else lines


def _paint_dot(series: int, canvas: Canvas, box: Box) -> None:
    canvas.disc(box.middle, min(box.w, box.h) // 2, f"series.{series}")
