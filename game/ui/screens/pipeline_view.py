"""The pipeline in motion: the bed, the people on their way, and at the end the still picture."""

import math
from collections.abc import Hashable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import pygame

from game.report.charts import PipelineFlow, PipelineLayout, PipelineWords, pipeline_layout
from game.report.charts import Size as ChartSize
from game.report.charts.chart import Format
from game.report.charts.pipelines import pipeline
from game.report.pipeline_bed import pipeline_bed
from game.ui.screens.crowd import plan_walks
from game.ui.screens.walks import Walks
from game.ui.toolkit import Box, Canvas, ChartView, Look, Run, Ui
from game.ui.toolkit.chart_view import DrawChart
from game.ui.toolkit.colour import rgb
from game.ui.toolkit.happening import Happening, Press, Release
from game.ui.toolkit.icons import drawn_strip, drawn_svg
from game.ui.toolkit.text import Face

FADE: Final = 450
"""Milliseconds in which the still picture comes up at the end."""

FRAME: Final = 16
_STRIP: Final = 160
"""Pixels of height of a picture that are drawn at once: some 5 ms."""

_END: Final = float("inf")
_MARKET: Final = 110
"""How many of those who know the name are drawn: a hint of a crowd, not a count."""

_DRIFT: Final = 14_000
"""Milliseconds that one of them would take through the picture."""


class Playback:
    """The time of one pipeline: it runs, it can be ended at once and played again."""

    def __init__(self, flow: PipelineFlow, hours: float | None) -> None:
        self.flow, self.hours = flow, hours
        self.now = _END if flow.is_empty else 0.0
        self._ready: tuple[tuple[float, float, float], PipelineLayout, Walks] | None = None

    @property
    def length(self) -> float:
        """Milliseconds until everything is still; 0 before the first frame was painted."""
        return self._ready[2].length + FADE if self._ready else 0.0

    @property
    def done(self) -> bool:
        """Whether everybody has arrived and the still picture stands."""
        return self.now == _END or (self._ready is not None and self.now >= self.length)

    @property
    def people_per_dot(self) -> int:
        """How many people a dot stands for; 1 before the first frame was painted."""
        return self._ready[1].people_per_dot if self._ready else 1

    def tick(self, dt: float) -> bool:
        """Let time pass; say whether anything moved."""
        if self.done:
            return False
        self.now += dt
        return True

    def finish(self) -> None:
        """End at once."""
        self.now = _END

    def replay(self) -> None:
        """Start again, if there is anybody to walk."""
        self.now = _END if self.flow.is_empty else 0.0

    def walks(self, box: Box, scale: float) -> tuple[PipelineLayout, Walks]:
        """Return the places and everybody's way in a room, worked out once."""
        room = (box.w, box.h, scale)
        if self._ready is None or self._ready[0] != room:
            size = ChartSize(width=max(1, box.w), height=max(1, box.h))
            layout = pipeline_layout(self.flow, size=size, scale=scale)
            self._ready = (room, layout, plan_walks(self.flow, layout, self.hours))
        return self._ready[1], self._ready[2]


@dataclass(frozen=True, slots=True)
class MovingPipeline(ChartView):
    """The pipeline of one turn; ``now`` is the playback's time, so that each frame is painted."""

    playback: Playback | None = field(default=None, compare=False)
    bed: DrawChart | None = field(default=None, compare=False)
    now: float = 0.0

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the bed and everybody on it, or the still picture."""
        playback = self.playback
        if not (box.w and box.h):
            return
        if playback is None or self.now == _END:
            self._rise(canvas, box, 1.0)
            return
        layout, walks = playback.walks(box, canvas.ui.metrics.scale)
        rising = (self.now - walks.length) / FADE
        if rising >= 1:
            self._rise(canvas, box, 1.0)
            return
        canvas.surface.blit(self._bed(canvas.ui, box), box[:2])
        radius = max(2, round(layout.dot))
        sprites = {hue: _sprite(canvas.ui, hue, radius) for hue in {*walks.hues, *walks.afters}}
        self._paint_market(canvas, box, layout)
        left, top = box.x - radius, box.y - radius
        canvas.surface.fblits(
            [(sprites[hue], (left + x, top + y)) for hue, x, y in walks.at(self.now)]
        )
        if self.now < 2 * FRAME:
            self._still(canvas.ui, box)
        if rising > 0:
            self._rise(canvas, box, rising)

    def ahead(self, ui: Ui, box: Box) -> Iterator[None]:
        """Draw the still picture, or all that walking needs."""
        if not (box.w and box.h):
            return
        self._chart(ui, box)
        yield
        if self.playback is not None and self.now != _END:
            self.playback.walks(box, ui.metrics.scale)
            yield
            yield from _laid(ui, self._bed_key(ui, box), self._bed_svg(ui, box), box)
        what, chart = self._chart(ui, box)
        yield from _laid(ui, ("still", what), chart.svg, box)

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return the words that are due: those of a heap once somebody lies in it."""
        runs = ChartView.texts(self, ui, box, look)
        if self.playback is None or self.now == _END:
            return runs
        layout, walks = self.playback.walks(box, ui.metrics.scale)
        if self.now >= walks.length:
            return runs
        due = {leak for leak, landed in walks.landed.items() if self.now >= landed}
        return [run for run in runs if _is_due(run, box, layout, due)]

    def usable(self) -> bool:
        """Say that a click ends the motion."""
        return self.now != _END

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """End the motion at a click."""
        if isinstance(happening, Press) and self.playback is not None:
            self.playback.finish()
        return isinstance(happening, Press | Release)

    def _bed(self, ui: Ui, box: Box) -> pygame.Surface:
        key = self._bed_key(ui, box)
        return ui.cache.get(key, lambda: _on_ground(ui, self._bed_svg(ui, box), box))

    def _bed_key(self, ui: Ui, box: Box) -> Hashable:
        return "bed", self._chart(ui, box)[0]

    def _bed_svg(self, ui: Ui, box: Box) -> str:
        assert self.bed is not None
        return self.bed(
            size=ChartSize(width=box.w, height=box.h),
            theme=ui.theme,
            scale=ui.metrics.scale,
            measure=lambda text, px, weight: ui.letters.width(text, Face(round(px), weight)),
        ).svg

    def _paint_market(self, canvas: Canvas, box: Box, layout: PipelineLayout) -> None:
        """Paint some of the many who know the name, drifting towards interest."""
        stream = layout.marketing
        end = stream.knots[2][0]
        radius = max(1, round(layout.dot * 0.6))
        sprite = _sprite(canvas.ui, canvas.between("surface", "muted", 0.55), radius)
        places = []
        for number in range(_MARKET):
            way = (_scattered(number) + self.now / _DRIFT) % 1.0
            lane = 0.05 + 0.9 * _scattered(number + _MARKET)
            x, y = stream.at(way * end, lane)
            places.append((sprite, (box.x + x - radius, box.y + y - radius)))
        canvas.surface.fblits(places)

    def _rise(self, canvas: Canvas, box: Box, share: float) -> None:
        still = self._still(canvas.ui, box)
        still.set_alpha(None if share >= 1 else round(255 * share))
        canvas.surface.blit(still, box[:2])

    def _still(self, ui: Ui, box: Box) -> pygame.Surface:
        """Return the still picture, opaque; drawn at the start, so that the end does not halt."""
        what, chart = self._chart(ui, box)
        return ui.cache.get(("still", what), partial(_on_ground, ui, chart.svg, box))


def moving_pipeline(
    playback: Playback,
    words: PipelineWords,
    fmt: Format,
    *,
    empty: str,
    tall: float,
    grow: float = 0.0,
) -> MovingPipeline:
    """Return the pipeline as it stands now; it says ``empty`` where nobody was anywhere."""
    return MovingPipeline(
        partial(pipeline, playback.flow, words, fmt=fmt, empty=empty),
        (playback.flow, words),
        tall,
        False,
        playback,
        partial(pipeline_bed, playback.flow, words, fmt=fmt),
        _END if playback.done else playback.now,
        key="pipeline",
        name=words.title,
        grow=grow,
    )


def _is_due(run: Run, box: Box, layout: PipelineLayout, due: Set[str]) -> bool:
    """Say whether a text may be seen: those under a heap wait for the first who falls."""
    middle = run.box.middle[0] - box.x
    for leak, drop in layout.drops.items():
        beneath = run.box.y - box.y > drop.floor[1] - 4
        if beneath and abs(middle - drop.floor[0]) < drop.room / 2:
            return leak in due
    return True


def _scattered(number: int) -> float:
    """Return a number from 0 to 1 that looks drawn by chance and is always the same."""
    return math.sin(number * 12.9898) * 43758.5453 % 1.0


def _sprite(ui: Ui, hue: str, radius: int) -> pygame.Surface:
    return ui.cache.get(("dot", hue, radius, ui.theme.name), partial(_draw_dot, ui, hue, radius))


def _draw_dot(ui: Ui, hue: str, radius: int) -> pygame.Surface:
    sprite = pygame.Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
    sprite.fill((*rgb(ui.colour(hue)), 0))
    ui.shapes.disc(sprite, (radius, radius), radius, ui.colour(hue))
    return sprite


def _laid(ui: Ui, key: Hashable, svg: str, box: Box) -> Iterator[None]:
    """Draw a picture on the card's ground and keep it, a strip after the other."""
    if key in ui.cache:
        return
    ground = _ground(ui, box)
    for top in range(0, box.h, _STRIP):
        strip = drawn_strip(svg, (box.w, box.h), top, min(_STRIP, box.h - top))
        ground.blit(strip, (0, top))
        yield
    ui.cache.get(key, lambda: ground)


def _on_ground(ui: Ui, svg: str, box: Box) -> pygame.Surface:
    """Draw a picture on the card's ground."""
    ground = _ground(ui, box)
    ground.blit(drawn_svg(svg, (box.w, box.h)), (0, 0))
    return ground


def _ground(ui: Ui, box: Box) -> pygame.Surface:
    """Return the card's ground: opaque, for blending it would take most of a frame."""
    ground = pygame.Surface((box.w, box.h), 0, 32)
    ground.fill(rgb(ui.colour("surface")))
    return ground
