"""A bar that fills up towards a target."""

from dataclasses import dataclass

from game.report.charts.chart import Box, Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink
from game.report.charts.ticks import finite
from game.report.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """How full something is: ``value`` between ``low`` and ``high``, with a mark at ``target``.

    ``label`` stands above on the left, the formatted value on the right. ``target_label`` names the
    mark beneath. With ``judged``, the bar is good from the target on, and a warning before it.
    """

    label: str
    value: float | None
    low: float = 0.0
    high: float = 1.0
    target: float | None = None
    target_label: str = ""
    series: int = 0
    judged: bool = False


def meter(
    data: Meter,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return a horizontal bar of progress; values beyond the ends stop there, the text does not."""
    drawing = Drawing(size, theme, scale, measure)
    known = finite([data.value])
    if not known:
        return drawing.empty(empty, data.label)
    value = known[0]
    said = fmt(value)
    track = _track(drawing, data)
    radius = (track.bottom - track.top) / 2 / scale
    drawing.rect(track, theme.hairline, radius=radius)
    reach = _place(track, data, value)
    drawing.rect(
        Box(left=track.left, top=track.top, right=reach, bottom=track.bottom),
        _color(drawing, data, value),
        radius=radius,
    )
    _set_words(drawing, data, track, said)
    if data.target is not None:
        _mark_target(drawing, data, track)
    return drawing.finish(title=data.label, description=f"{said} {data.target_label}".strip())


def _track(drawing: Drawing, data: Meter) -> Box:
    """Return the bar's place: beneath the label if there is one, above the target's name."""
    ink = Ink(color="", size=14)
    above = drawing.high(ink) + drawing.px(4) if data.label else 0.0
    below = drawing.high(Ink(color="")) + drawing.px(4) if data.target_label else 0.0
    if drawing.size.height - above - below < drawing.px(6):
        below = 0.0
    room = drawing.size.height - above - below
    thick = min(max(room, drawing.px(2)), drawing.px(10))
    top = min(above + max(room - thick, 0) / 2, max(drawing.size.height - thick, 0.0))
    return Box(left=0.0, top=top, right=drawing.size.width, bottom=top + thick)


def _place(track: Box, data: Meter, value: float) -> float:
    """Return where along the track a value lies, held within it."""
    span = data.high - data.low
    share = (value - data.low) / span if span > 0 else 0.0
    return track.left + min(max(share, 0.0), 1.0) * (track.right - track.left)


def _color(drawing: Drawing, data: Meter, value: float) -> str:
    """Return the bar's colour: its series, or a judgement."""
    if not data.judged or data.target is None:
        return drawing.series(data.series)
    return drawing.theme.good if value >= data.target else drawing.theme.warning


def _set_words(drawing: Drawing, data: Meter, track: Box, said: str) -> None:
    """Set label and value above the bar."""
    figure = Ink(color=drawing.theme.text, size=14, weight=600)
    y = min(drawing.high(figure) / 2, max(track.top / 2, 0.0))
    if not data.label:
        return
    drawing.text((drawing.size.width, y), said, figure, anchor="end")
    room = drawing.size.width - drawing.wide(said, figure) - drawing.px(8)
    if room > drawing.px(16):
        label = Ink(color=drawing.theme.muted, size=14)
        drawing.text((0.0, y), data.label, label, room=room)


def _mark_target(drawing: Drawing, data: Meter, track: Box) -> None:
    """Draw the target's mark and its name."""
    x = _place(track, data, data.target or 0.0)
    out = drawing.px(3)
    x = min(max(x, drawing.px(1)), drawing.size.width - drawing.px(1))
    drawing.line((x, track.top - out), (x, track.bottom + out), drawing.theme.text, width=2)
    ink = Ink(color=drawing.theme.muted)
    y = track.bottom + drawing.px(4) + drawing.high(ink) / 2
    if data.target_label and y + drawing.high(ink) / 2 <= drawing.size.height + 1:
        drawing.text((x, y), data.target_label, ink, anchor="middle")
