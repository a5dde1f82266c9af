"""Points between two measures, each named where there is room."""

from dataclasses import dataclass

from game.report.charts.axes import Plot, ValueAxis, frame, muted, tick_count, value_axis
from game.report.charts.chart import Anchor, Box, Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink, Point
from game.report.charts.ticks import axis_range, finite
from game.report.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One named point."""

    label: str
    x: float
    y: float
    series: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScatterData:
    """What a scatter chart shows; the axes' titles say measure and unit."""

    title: str
    spots: tuple[Spot, ...]
    x_title: str = ""
    y_title: str = ""


def scatter(
    data: ScatterData,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    fmt_x: Format | None = None,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return points with both axes; ``fmt`` writes the y values, ``fmt_x`` the x values."""
    drawing = Drawing(size, theme, scale, measure)
    spots = [spot for spot in data.spots if len(finite([spot.x, spot.y])) == 2]
    if not spots:
        return drawing.empty(empty, data.title)
    say_x = fmt_x or fmt
    plot = _plot(drawing, data, spots, fmt)
    across = _across(drawing, plot, spots, say_x)
    places = [(_along(plot, across, spot.x), plot.y(spot.y)) for spot in spots]
    for at in places:
        near = drawing.px(5)
        drawing.reserve(
            Box(left=at[0] - near, top=at[1] - near, right=at[0] + near, bottom=at[1] + near)
        )
    for spot, at in zip(spots, places, strict=True):
        drawing.dot(at, 6, theme.surface)
        drawing.dot(at, 5, drawing.series(spot.series), opacity=0.9)
    for spot, at in zip(spots, places, strict=True):
        _name(drawing, plot, spot, at)
    parts = [f"{s.label}: {say_x(s.x)}, {fmt(s.y)}" for s in spots]
    measures = ", ".join(title for title in (data.x_title, data.y_title) if title)
    return drawing.finish(title=data.title, description="; ".join([measures, *parts]).strip("; "))


def _plot(drawing: Drawing, data: ScatterData, spots: list[Spot], fmt: Format) -> Plot:
    """Draw the y axis with its title above and leave room for the x axis beneath."""
    low, high = axis_range([spot.y for spot in spots])
    axis = value_axis(
        low, high, tick_count(drawing.size.height - drawing.px(60), drawing), fmt, whole=False
    )
    ink = muted(drawing)
    line = drawing.high(ink)
    head = line + drawing.px(4) if data.y_title else 0.0
    foot = line + drawing.px(2) if data.x_title else 0.0
    if data.y_title:
        drawing.text((0, line / 2), data.y_title, ink)
    if data.x_title:
        at = (drawing.size.width, drawing.size.height - line / 2)
        drawing.text(at, data.x_title, ink, anchor="end")
    return frame(drawing, axis, right=drawing.px(12), labelled=True, head=head, foot=foot)


def _across(drawing: Drawing, plot: Plot, spots: list[Spot], fmt: Format) -> ValueAxis:
    """Draw the x axis with as many ticks as have room."""
    ink = muted(drawing)
    low, high = axis_range([spot.x for spot in spots])
    width = plot.box.right - plot.box.left
    for count in (6, 5, 4, 3):
        axis = value_axis(low, high, count, fmt, whole=False)
        if drawing.widest(axis.words, ink) + drawing.px(10) <= width / max(len(axis.ticks) - 1, 1):
            break
    y = plot.box.bottom + drawing.px(0.5) + drawing.high(ink)
    for tick, word in zip(axis.ticks, axis.words, strict=True):
        x = _along(plot, axis, tick)
        drawing.line((x, plot.box.top), (x, plot.box.bottom), drawing.theme.hairline)
        drawing.text((x, y), word, ink, anchor="middle")
    return axis


def _along(plot: Plot, axis: ValueAxis, value: float) -> float:
    """Return the place of an x value."""
    return plot.x((value - axis.ticks[0]) / (axis.ticks[-1] - axis.ticks[0]))


def _name(drawing: Drawing, plot: Plot, spot: Spot, at: Point) -> None:
    """Set a point's name in the first free place: beside it, or further off with a thin lead."""
    if not spot.label:
        return
    ink = Ink(color=drawing.series(spot.series), weight=600)
    room = (plot.box.right - plot.box.left) * 0.5
    for where, anchor, is_far in _places(at, drawing.px(9), drawing.high(ink)):
        text = drawing.place(where, spot.label, ink, anchor=anchor, room=room)
        if text is None or (text.x, text.y) != where:
            continue
        if drawing.text(where, spot.label, ink, anchor=anchor, room=room):
            if is_far:
                toward = drawing.px(3) if anchor == "end" else -drawing.px(3)
                drawing.line(at, (where[0] + toward, where[1]), drawing.theme.control)
            return


def _places(at: Point, away: float, line: float) -> list[tuple[Point, Anchor, bool]]:
    """Return where a name may stand, best first: anchor point, anchor, whether it needs a lead."""
    x, y = at
    places: list[tuple[Point, Anchor, bool]] = [
        ((x + away, y), "start", False),
        ((x - away, y), "end", False),
        ((x, y - line / 2 - away * 0.7), "middle", False),
        ((x, y + line / 2 + away * 0.7), "middle", False),
    ]
    for lines in (0.8, -0.8, 1.6, -1.6, 2.6, -2.6):
        across = away * (0.6 if abs(lines) < 1 else 1.5)
        places.append(((x + across, y + lines * line), "start", abs(lines) > 1))
        places.append(((x - across, y + lines * line), "end", abs(lines) > 1))
    return places
