"""A prediction against what happened, on the band in which eight of ten futures lay."""

from dataclasses import dataclass
from typing import Final

from game.report.charts.axes import ValueAxis, muted, value_axis
from game.report.charts.chart import Box, Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink
from game.report.charts.ticks import axis_range, finite
from game.report.theme import Theme

_TRACK: Final = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """One prediction: the band's ends, what was predicted and what came, None while unknown.

    The texts are said by the caller ("you said 16", "14 won"); when empty, the figure is written.
    ``label`` names the row where there are several.
    """

    low: float | None
    high: float | None
    prediction: float | None = None
    outcome: float | None = None
    prediction_text: str = ""
    outcome_text: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeData:
    """What the chart shows: one row large, several rows on one axis."""

    title: str
    rows: tuple[RangeRow, ...]
    whole: bool = False


def range_dot(
    data: RangeData,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return bands with a ring for the prediction and a dot for the outcome."""
    drawing = Drawing(size, theme, scale, measure)
    values = finite(v for row in data.rows for v in _figures(row))
    if not values:
        return drawing.empty(empty, data.title)
    if len(data.rows) == 1:
        _draw_single(drawing, data.rows[0], _surroundings(values), fmt)
    else:
        axis = value_axis(*axis_range(values), 5, fmt, whole=data.whole)
        _draw_rows(drawing, data.rows, axis)
    said = "; ".join(_said(row, fmt) for row in data.rows)
    return drawing.finish(title=data.title, description=said)


def _figures(row: RangeRow) -> tuple[float | None, ...]:
    """Return all figures of a row."""
    return (row.low, row.high, row.prediction, row.outcome)


def _said(row: RangeRow, fmt: Format) -> str:
    """Return a row in words."""
    ends = finite([row.low, row.high])
    band = f"{fmt(ends[0])} – {fmt(ends[1])}" if len(ends) == 2 else ""
    parts = [row.label, band, _words(row.prediction, row.prediction_text, fmt)]
    parts.append(_words(row.outcome, row.outcome_text, fmt))
    return ", ".join(part for part in parts if part)


def _words(value: float | None, text: str, fmt: Format) -> str:
    """Return the caller's words for a figure, or the figure."""
    return "" if value is None or not finite([value]) else text or fmt(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Track:
    """A horizontal stretch of the picture and the values along it."""

    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Return the place of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)


def _surroundings(values: list[float]) -> tuple[float, float]:
    """Return a range around all figures, half as much again on both sides, not below zero."""
    low, high = min(values), max(values)
    around = (high - low) / 2 or abs(low) / 2 or 1.0
    return (max(low - around, 0.0) if low >= 0 else low - around, high + around)


def _draw_single(drawing: Drawing, row: RangeRow, around: tuple[float, float], fmt: Format) -> None:
    """Draw one row: prediction said above, outcome below, the band's ends beneath both."""
    theme, size = drawing.theme, drawing.size
    margin = drawing.px(10)
    track = _Track(
        left=margin,
        right=max(size.width - margin, margin + 1),
        low=around[0],
        high=around[1],
    )
    loud = Ink(color=theme.text, size=14, weight=600)
    away = drawing.px(12) + drawing.high(loud) / 2
    has_room = size.height >= 2 * away + 2 * drawing.high(loud) + drawing.px(8)
    y = size.height / 2 - (drawing.high(muted(drawing)) / 2 if has_room else 0.0)
    _draw_marks(drawing, row, track, y, size.height / 2)
    said = _words(row.outcome, row.outcome_text, fmt)
    if said:
        ink = Ink(color=theme.warning, size=14, weight=600)
        drawing.text((track.x(row.outcome or 0.0), y + away), said, ink, anchor="middle")
    said = _words(row.prediction, row.prediction_text, fmt)
    if said:
        drawing.text((track.x(row.prediction or 0.0), y - away), said, loud, anchor="middle")
    _set_band_ends(drawing, row, track, y + away + drawing.high(loud), fmt)


def _set_band_ends(drawing: Drawing, row: RangeRow, track: _Track, y: float, fmt: Format) -> None:
    """Set the band's ends in a row of their own, joined to the band by thin strokes."""
    ink = muted(drawing)
    if y + drawing.high(ink) / 2 > drawing.size.height:
        return
    ends = sorted(finite([row.low, row.high]))
    if len(ends) != 2:
        return
    left, right = track.x(ends[0]), track.x(ends[1])
    apart = (drawing.wide(fmt(ends[0]), ink) + drawing.wide(fmt(ends[1]), ink)) / 2 + drawing.px(8)
    if right - left >= apart:
        drawing.text((left, y), fmt(ends[0]), ink, anchor="middle")
        drawing.text((right, y), fmt(ends[1]), ink, anchor="middle")
    else:
        said = f"{fmt(ends[0])} – {fmt(ends[1])}"
        drawing.text(((left + right) / 2, y), said, ink, anchor="middle")


def _draw_marks(drawing: Drawing, row: RangeRow, track: _Track, y: float, room: float) -> None:
    """Draw track, band, ring and dot in ``room`` px; the ring goes around the dot if they agree."""
    theme = drawing.theme
    ring = min(9.0, room * 0.42 / drawing.scale)
    half = drawing.px(min(_TRACK, ring)) / 2
    whole = Box(left=track.left, top=y - half, right=track.right, bottom=y + half)
    drawing.rect(whole, theme.hairline, radius=4)
    ends = sorted(finite([row.low, row.high]))
    if len(ends) == 2:
        left, right = track.x(ends[0]), track.x(ends[1])
        band = Box(left=left, top=y - half, right=max(right, left + 2), bottom=y + half)
        drawing.rect(band, theme.accent, radius=4, opacity=0.55)
    if outcome := finite([row.outcome]):
        at = (track.x(outcome[0]), y)
        drawing.dot(at, ring * 0.88, theme.surface)
        drawing.dot(at, ring * 0.7, theme.warning)
    if prediction := finite([row.prediction]):
        drawing.ring((track.x(prediction[0]), y), ring, theme.text)


def _draw_rows(drawing: Drawing, rows: tuple[RangeRow, ...], axis: ValueAxis) -> None:
    """Draw several rows on one axis: name left, ticks beneath."""
    ink = muted(drawing)
    size = drawing.size
    line = drawing.high(ink)
    names = min(drawing.widest([row.label for row in rows], ink), size.width * 0.35)
    margin = max(drawing.widest(axis.words[-1:], ink) / 2, drawing.px(12))
    left = names + drawing.px(8) + margin
    right = max(size.width - margin, left + 1)
    track = _Track(left=left, right=right, low=axis.ticks[0], high=axis.ticks[-1])
    foot = line + drawing.px(6)
    pitch = min((size.height - foot) / len(rows), drawing.px(40))
    for tick, word in zip(axis.ticks, axis.words, strict=True):
        x = track.x(tick)
        drawing.line((x, 0), (x, pitch * len(rows)), drawing.theme.hairline)
        drawing.text((x, pitch * len(rows) + foot - line / 2), word, ink, anchor="middle")
    for i, row in enumerate(rows):
        y = (i + 0.5) * pitch
        if names:
            drawing.text((0, y), row.label, ink, room=names)
        _draw_marks(drawing, row, track, y, pitch)
