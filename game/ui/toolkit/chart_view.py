"""Pictures in a screen: charts from their SVG with real text on top, and what a screen paints."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

import pygame

from game.report.charts import Chart, Measure
from game.report.charts import Size as ChartSize
from game.report.charts import Text as ChartText
from game.report.charts.chart import Anchor
from game.report.theme import Theme
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.icons import drawn_svg
from game.ui.toolkit.labels import run_in
from game.ui.toolkit.motion import REVEAL
from game.ui.toolkit.text import Face, Run, Side
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Glide, Look, Widget


class DrawChart(Protocol):
    """Draws a chart for a room; what ``partial(line_chart, data, fmt=...)`` is."""

    def __call__(self, *, size: ChartSize, theme: Theme, scale: float, measure: Measure) -> Chart:
        """Return the chart, in pixels."""


@dataclass(frozen=True, slots=True)
class ChartView(Widget):
    """A chart, drawn for the room that there is.

    Attributes:
        draw: makes the chart for a size, theme, scale and font.
        version: what the chart shows (its data): a chart is drawn again when this changes.
        tall: design units that it would like to be high.
        reveal: whether it grows from the left when it first appears.

    """

    draw: DrawChart = field(compare=False)
    version: Hashable
    tall: float = 160
    reveal: bool = True

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.tall,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return all the width and the wished height."""
        return Size(min(room, ui.px(320)), ui.px(self.tall))

    def least(self, ui: Ui) -> int:
        """Return a width at which texts still have room."""
        return ui.px(120)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return a height at which a line can still be followed."""
        return ui.px(min(self.tall, 72))

    def called(self, ui: Ui) -> str:
        """Return its name; a reader of the chart's own words asks ``described``."""
        return ui.say(self.name)

    def described(self, ui: Ui, box: Box) -> str:
        """Return the chart in words."""
        return self._chart(ui, box)[1].description

    def glide(self) -> Glide | None:
        """Return how much of it is revealed."""
        return Glide(1.0, REVEAL, 0.0) if self.reveal else None

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return the chart's texts in their places."""
        if self.reveal and look.glide < 0.5:
            return ()
        return [_run(ui, box, text) for text in self._chart(ui, box)[1].texts]

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint as much of the shapes as is revealed."""
        if not (box.w and box.h):
            return
        picture = self._picture(canvas.ui, box)
        share = look.glide if self.reveal else 1.0
        canvas.surface.blit(picture, box[:2], (0, 0, round(box.w * share), box.h))

    def ahead(self, ui: Ui, box: Box) -> Iterator[None]:
        """Draw the chart, then its shapes."""
        if box.w and box.h:
            self._chart(ui, box)
            yield
            self._picture(ui, box)
            yield

    def _picture(self, ui: Ui, box: Box) -> pygame.Surface:
        what, chart = self._chart(ui, box)
        return ui.pictures.get(("chart", what), lambda: drawn_svg(chart.svg, (box.w, box.h)))

    def _chart(self, ui: Ui, box: Box) -> tuple[Hashable, Chart]:
        what = (self.version, box.w, box.h, ui.theme.name, ui.metrics.scale)
        return ui.chart(
            self.key,
            what,
            (box.w, box.h),
            lambda: self.draw(
                size=ChartSize(width=max(1, box.w), height=max(1, box.h)),
                theme=ui.theme,
                scale=ui.metrics.scale,
                measure=lambda text, px, weight: ui.letters.width(text, Face(round(px), weight)),
            ),
        )


_SIDES: Final[Mapping[Anchor, Side]] = {"start": "left", "middle": "center", "end": "right"}


def _run(ui: Ui, box: Box, text: ChartText) -> Run:
    face = Face(round(text.size), text.weight)
    needed = ui.letters.width(text.text, face)
    width = needed if text.width is None else max(1, round(text.width))
    left = text.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    top = text.y - face.line / 2
    place = Box(box.x + round(left), box.y + round(top), width, face.line)
    return run_in(ui, place, text.text, face, text.color, _SIDES[text.anchor])


@dataclass(frozen=True, slots=True)
class Picture(Widget):
    """A place in which a screen paints for itself, such as the moving pipeline.

    Attributes:
        draw: paints into the box with a canvas whose clip is set.
        version: what it shows now; painted again when this changes (a time, for what moves).
        words: the texts in it, so that they are checked like all others.

    """

    draw: Callable[[Canvas, Box], None] = field(compare=False)
    version: Hashable
    tall: float = 160
    words: Callable[[Ui, Box], Sequence[Run]] | None = field(default=None, compare=False)

    margin = 0.0

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.tall,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return all the width and the wished height."""
        return Size(min(room, ui.px(320)), ui.px(self.tall))

    def least(self, ui: Ui) -> int:
        """Return a width at which something can be seen."""
        return ui.px(80)

    def least_height(self, ui: Ui, width: int) -> int:
        """Return a height at which something can be seen."""
        return ui.px(min(self.tall, 72))

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return its texts."""
        return self.words(ui, box) if self.words is not None else ()

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Let the screen paint, inside the box only."""
        clip = canvas.surface.get_clip()
        canvas.surface.set_clip(clip.clip(pygame.Rect(box)))
        self.draw(canvas, box)
        canvas.surface.set_clip(clip)
