"""The frame around a plot: value ticks on the left, hairline grid, names of turns beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.report.charts.chart import Box, Format
from game.report.charts.drawing import Drawing, Ink
from game.report.charts.labels import fit
from game.report.charts.ticks import nice_ticks


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The area inside the axes and how values map onto it."""

    box: Box
    low: float
    high: float

    def y(self, value: float) -> float:
        """Return the height at which a value lies."""
        share = (value - self.low) / (self.high - self.low)
        return self.box.bottom - share * (self.box.bottom - self.box.top)

    def x(self, share: float) -> float:
        """Return the place of a share of the width, 0–1."""
        return self.box.left + share * (self.box.right - self.box.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueAxis:
    """Ticks and the words beside them."""

    ticks: tuple[float, ...]
    words: tuple[str, ...]


def value_axis(low: float, high: float, count: int, fmt: Format, *, whole: bool) -> ValueAxis:
    """Return ticks whose words differ, as many as ``count`` allows.

    A number format that rounds could write "1, 1, 2": then fewer or whole ticks are taken, and if
    even those read the same, a word is written once.
    """
    for only_whole in (whole, True):
        for many in range(max(count, 3), 2, -1):
            ticks = nice_ticks(low, high, many, whole=only_whole)
            words = [fmt(tick) for tick in ticks]
            if len(set(words)) == len(words):
                return ValueAxis(ticks=ticks, words=tuple(words))
    once = tuple("" if word in words[:i] else word for i, word in enumerate(words))
    return ValueAxis(ticks=ticks, words=once)


def tick_count(height: float, drawing: Drawing) -> int:
    """Return how many ticks stand comfortably above each other."""
    return max(3, min(6, int(height / drawing.px(32)) + 1))


def muted(drawing: Drawing) -> Ink:
    """Return the ink of ticks and captions."""
    return Ink(color=drawing.theme.muted)


def frame(
    drawing: Drawing,
    axis: ValueAxis,
    *,
    right: float,
    labelled: bool,
    head: float = 0.0,
    foot: float = 0.0,
) -> Plot:
    """Draw grid and ticks; return the plot.

    It leaves ``right``, ``head`` and ``foot`` px free, and a line beneath if ``labelled``.
    """
    ink = muted(drawing)
    half = drawing.high(ink) / 2
    tick_room = min(drawing.widest(axis.words, ink), drawing.size.width * 0.4)
    # The lowest tick's word reaches half a line below the plot.
    foot += drawing.high(ink) + half + drawing.px(1) if labelled else half
    top = head + half + drawing.px(2)
    left = tick_room + drawing.px(8)
    plot = Plot(
        box=Box(
            left=left,
            top=top,
            right=max(drawing.size.width - right, left + 1.0),
            bottom=max(drawing.size.height - foot, top + 1.0),
        ),
        low=axis.ticks[0],
        high=axis.ticks[-1],
    )
    for tick, word in zip(axis.ticks, axis.words, strict=True):
        y = plot.y(tick)
        color = drawing.theme.control if tick == 0 else drawing.theme.hairline
        drawing.line((plot.box.left, y), (plot.box.right, y), color)
        # A number is never cut: half a number is another number.
        if drawing.wide(word, ink) <= tick_room:
            drawing.text((tick_room, y), word, ink, anchor="end")
    return plot


def turn_labels(drawing: Drawing, plot: Plot, labels: Sequence[str], places: list[float]) -> None:
    """Set the turns' names beneath the plot: every one, or every second, third, … that fits."""
    if not labels:
        return
    ink = muted(drawing)
    y = drawing.size.height - drawing.high(ink) / 2
    pitch = (plot.box.right - plot.box.left) / max(len(places) - 1, 1)
    widest = drawing.widest(labels, ink)
    room = min(widest, drawing.size.width * 0.4)
    every = max(1, -int(-(room + drawing.px(8)) // pitch)) if pitch > 0 else len(labels)
    # Counted from the end: the present is what the reader looks for.
    last = len(places) - 1
    for i in range(last, -1, -1):
        if (last - i) % every == 0 and i < len(labels):
            drawing.text((places[i], y), labels[i], ink, anchor="middle", room=room)


def shortened(drawing: Drawing, text: str, ink: Ink, room: float) -> str:
    """Return a text cut to ``room`` px in this ink."""
    return fit(text, room, drawing.px(ink.size), ink.weight, drawing.measure)
