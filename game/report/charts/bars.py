"""Rows of bars, and the funnel made of them: each stage a row, the handoff a lane between two."""

import math
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.report.charts.chart import Box, Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink
from game.report.charts.ticks import finite
from game.report.theme import Theme

Scaling: TypeAlias = Literal["linear", "sqrt", "log"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: its name, its value, a share said at the right (already formatted)."""

    label: str
    value: float | None
    share: str = ""
    series: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A dashed line after the row ``after`` (0 is the first) with a note on what is lost there."""

    after: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarData:
    """What a bar chart shows.

    ``scaling`` is how lengths grow with values: ``sqrt`` and ``log`` keep small rows visible beside
    one that is hundreds of times larger; say so beside the chart.
    """

    title: str
    bars: tuple[Bar, ...]
    scaling: Scaling = "linear"
    lane: Lane | None = None


def bar_chart(
    data: BarData,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return horizontal bars; values below zero grow to the left of a zero line."""
    drawing = Drawing(size, theme, scale, measure)
    if not finite(bar.value for bar in data.bars):
        return drawing.empty(empty, data.title)
    columns = _columns(drawing, data, fmt)
    tops, pitch = _rows(drawing, data)
    for bar, top in zip(data.bars, tops, strict=True):
        _draw_row(drawing, columns, bar, Box(left=0, top=top, right=0, bottom=top + pitch))
        if bar.value is not None and finite([bar.value]):
            _set_row(drawing, columns, bar, top + pitch / 2, fmt)
    if columns.zero > columns.left:
        drawing.line((columns.zero, 0), (columns.zero, size.height), theme.control)
    if data.lane:
        _draw_lane(drawing, data, tops, pitch)
    return drawing.finish(title=data.title, description=_description(data, fmt))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Where a row's parts stand, in px: names up to ``left``, bars to ``right``, shares beyond."""

    left: float
    zero: float
    right: float
    label_room: float
    share_room: float
    unit: float
    scaling: Scaling

    def end(self, value: float) -> float:
        """Return where a bar ends."""
        return self.zero + math.copysign(_length(value, self.scaling) * self.unit, value)


_NOTHING: Final = 1e-290
"""Lengths that are none: the room divided by anything less would have no end."""

_VALUE: Final = Ink(color="", weight=600)


def _length(value: float, scaling: Scaling) -> float:
    """Return a bar's length before it is stretched to the room.

    >>> _length(-9.0, "sqrt")
    3.0
    """
    size = abs(value)
    if scaling == "sqrt":
        return math.sqrt(size)
    return math.log1p(size) if scaling == "log" else size


def _columns(drawing: Drawing, data: BarData, fmt: Format) -> _Columns:
    """Share the width between names, bars, values and shares."""
    width = drawing.size.width
    plain = Ink(color="")
    gap = drawing.px(8)
    label_room = min(drawing.widest([b.label for b in data.bars], plain), width * 0.4)
    shares = drawing.widest([b.share for b in data.bars], plain)
    values = finite(bar.value for bar in data.bars)
    value_room = min(drawing.widest([fmt(v) for v in values], _VALUE), width * 0.3)
    # Where bars would be left with no length to differ by, the shares make way.
    bare = width - label_room - value_room - shares - 3 * gap
    share_room = shares if bare > width * 0.15 else 0.0
    left = label_room + gap if label_room else 0.0
    right = width - (share_room + gap if share_room else 0.0)
    most = max([_length(v, data.scaling) for v in values if v > 0], default=0.0)
    least = max([_length(v, data.scaling) for v in values if v < 0], default=0.0)
    sides = (1 if most else 0) + (1 if least else 0)
    room = max(right - left - max(sides, 1) * (value_room + gap), 1.0)
    unit = room / (most + least) if most + least > _NOTHING else 0.0
    zero = left + (value_room + gap + least * unit if least else 0.0)
    return _Columns(
        left=left,
        zero=zero,
        right=right,
        label_room=label_room,
        share_room=share_room,
        unit=unit,
        scaling=data.scaling,
    )


def _rows(drawing: Drawing, data: BarData) -> tuple[list[float], float]:
    """Return the top of every row and the height of one; the lane is a row of its own."""
    height = drawing.size.height
    many = len(data.bars)
    lane = min(drawing.px(24), height / (many + 1)) if _lane_after(data) is not None else 0.0
    pitch = min((height - lane) / many, drawing.px(44))
    lane_after = _lane_after(data)
    tops = []
    for i in range(many):
        below = lane_after is not None and i > lane_after
        tops.append(i * pitch + (lane if below else 0.0))
    return tops, pitch


def _lane_after(data: BarData) -> int | None:
    """Return the row above the lane, None without a lane between two rows."""
    if data.lane is None or not 0 <= data.lane.after < len(data.bars) - 1:
        return None
    return data.lane.after


def _draw_row(drawing: Drawing, columns: _Columns, bar: Bar, row: Box) -> None:
    """Draw one bar; a value above zero is never thinner than 2 px."""
    if bar.value is None or not finite([bar.value]) or bar.value == 0:
        return
    pitch = row.bottom - row.top
    thick = min(drawing.px(22), pitch * 0.72)
    top = row.top + (pitch - thick) / 2
    end = columns.end(bar.value)
    if abs(end - columns.zero) < 2:
        end = columns.zero + math.copysign(2.0, bar.value)
    box = Box(
        left=min(columns.zero, end),
        top=top,
        right=max(columns.zero, end),
        bottom=top + thick,
    )
    drawing.rect(box, drawing.series(bar.series), radius=3)


def _set_row(drawing: Drawing, columns: _Columns, bar: Bar, y: float, fmt: Format) -> None:
    """Set value, name and share of a row, the value first."""
    theme, gap = drawing.theme, drawing.px(6)
    value = bar.value or 0.0
    figure = Ink(color=theme.text, weight=600)
    end = columns.end(value)
    if value < 0:
        drawing.text((end - gap, y), fmt(value), figure, anchor="end")
    else:
        drawing.text((end + gap, y), fmt(value), figure)
    plain = Ink(color=theme.muted)
    if columns.label_room:
        drawing.text((0, y), bar.label, plain, room=columns.label_room)
    if columns.share_room and bar.share:
        drawing.text((drawing.size.width, y), bar.share, plain, anchor="end")


def _draw_lane(drawing: Drawing, data: BarData, tops: list[float], pitch: float) -> None:
    """Draw the dashed line, broken where its note stands."""
    after = _lane_after(data)
    if after is None or data.lane is None:
        return
    theme, width = drawing.theme, drawing.size.width
    top, bottom = tops[after] + pitch, tops[after + 1]
    y = (top + bottom) / 2
    ink = Ink(color=theme.bad, weight=600)
    mark = drawing.px(14)
    room = width - mark
    said = min(drawing.wide(data.lane.note, ink), room)
    start = width - said - mark - drawing.px(8)
    if bottom - top < drawing.high(ink) or not drawing.text(
        (width, y), data.lane.note, ink, anchor="end", room=room
    ):
        drawing.line((0, y), (width, y), theme.bad, width=1.5, dash="5 4")
        return
    drawing.arrow((width - said - mark / 2, y), theme.bad, up=False, size=8)
    if start > 0:
        drawing.line((0, y), (start, y), theme.bad, width=1.5, dash="5 4")


def _description(data: BarData, fmt: Format) -> str:
    """Return every row in words, the lane where it stands."""
    parts = []
    for i, bar in enumerate(data.bars):
        if bar.value is not None and finite([bar.value]):
            parts.append(
                f"{bar.label}: {fmt(bar.value)}" + (f" ({bar.share})" if bar.share else "")
            )
        if data.lane and _lane_after(data) == i:
            parts.append(data.lane.note)
    return "; ".join(parts)
