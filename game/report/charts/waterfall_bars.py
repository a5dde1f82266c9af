"""The bars of a waterfall: as columns, or as rows where columns would be too narrow for words."""

from typing import Final

from game.report.charts.chart import Box, Format
from game.report.charts.drawing import Drawing, Ink
from game.report.charts.labels import wrap
from game.report.charts.staircases import Block, Staircase, WaterfallData

_TOTAL_SERIES: Final = 0


class Bars:
    """What columns and rows have in common: colours and figures."""

    def __init__(
        self,
        drawing: Drawing,
        data: WaterfallData,
        stairs: Staircase,
        formats: tuple[Format, Format],
    ) -> None:
        self.drawing = drawing
        self.theme = drawing.theme
        self.data = data
        self.stairs = stairs
        self.fmt, self.fmt_change = formats

    def color(self, block: Block) -> str:
        """Return the colour of a bar: a total, good or bad."""
        if block.is_total:
            return self.drawing.series(_TOTAL_SERIES)
        if block.end == block.base:
            return self.theme.muted
        return self.theme.good if self.is_good(block) else self.theme.bad

    def is_good(self, block: Block) -> bool:
        """Whether a step went the right way."""
        return (block.end >= block.base) == self.data.more_is_good

    def figure(self, block: Block) -> str:
        """Return the number written at a bar."""
        if block.is_total:
            return self.fmt(block.end)
        return self.fmt_change(block.end - block.base)

    def ink(self, block: Block) -> Ink:
        """Return how a bar's number is set."""
        color = self.theme.text if block.is_total else self.color(block)
        return Ink(color=color, weight=600)

    def arrow_room(self, block: Block) -> float:
        """Return the room of the arrow before a step's number."""
        return 0.0 if block.is_total or block.end == block.base else self.drawing.px(11)

    def set_figure(self, block: Block, left: float, y: float) -> None:
        """Set arrow and number from ``left`` on."""
        room = self.arrow_room(block)
        ink = self.ink(block)
        if self.drawing.text((left + room, y), self.figure(block), ink) and room:
            at = (left + self.drawing.px(4), y)
            self.drawing.arrow(at, ink.color, up=block.end > block.base, size=8)


class Columns(Bars):
    """Steps side by side: numbers above (or below) the bars, names on two lines beneath."""

    def has_room(self, narrowest: float) -> bool:
        """Say whether columns are at least so wide, and no number reaches into its neighbour's."""
        pitch = self.drawing.size.width / len(self.stairs.blocks)
        figures = [
            self.arrow_room(block) + self.drawing.wide(self.figure(block), self.ink(block))
            for block in self.stairs.blocks
        ]
        return pitch >= max(narrowest, max(figures) + self.drawing.px(6))

    def draw(self) -> None:
        """Draw the whole chart."""
        drawing = self.drawing
        self.pitch = drawing.size.width / len(self.stairs.blocks)
        self.thick = min(self.pitch * 0.72, drawing.px(56))
        self.line = drawing.high(Ink(color=""))
        self.lines = self._label_lines()
        self.top = self.line + drawing.px(4)
        foot = self.lines * self.line + drawing.px(8)
        below = self.line + drawing.px(4) if self.stairs.low < 0 else 0.0
        self.bottom = max(drawing.size.height - foot - below, self.top + 1)
        self._draw_joins()
        for i, block in enumerate(self.stairs.blocks):
            self._draw_block(i, block)
        self._draw_baseline()
        for i, block in enumerate(self.stairs.blocks):
            self._name(i, block)

    def _label_lines(self) -> int:
        """Return how many lines the longest name needs: one or two."""
        drawing = self.drawing
        room = self.pitch - drawing.px(6)
        wrapped = [
            wrap(block.label, room, 2, drawing.px(12), 400, drawing.measure)
            for block in self.stairs.blocks
        ]
        return max(len(lines) for lines in wrapped)

    def y(self, value: float) -> float:
        """Return the height of a value."""
        span = self.stairs.high - self.stairs.low
        share = (value - self.stairs.low) / span if span else 0.0
        return self.bottom - share * (self.bottom - self.top)

    def centre(self, index: int) -> float:
        """Return the middle of a column."""
        return (index + 0.5) * self.pitch

    def _draw_joins(self) -> None:
        """Join each level to the next bar with a hairline."""
        for i, block in enumerate(self.stairs.blocks[:-1]):
            y = self.y(block.end)
            start = self.centre(i) + self.thick / 2
            self.drawing.line(
                (start, y), (self.centre(i + 1) - self.thick / 2, y), self.theme.control
            )

    def _draw_block(self, index: int, block: Block) -> None:
        """Draw one bar and its number on the side it points to."""
        high, low = sorted((self.y(block.base), self.y(block.end)))
        if low - high < 1.5:
            high, low = high - 0.75, low + 0.75
        left = self.centre(index) - self.thick / 2
        box = Box(left=left, top=high, right=left + self.thick, bottom=low)
        self.drawing.rect(box, self.color(block), radius=2)
        if block.is_total and self.stairs.is_cut:
            self._mark_break(box)
        room = self.arrow_room(block)
        wide = room + self.drawing.wide(self.figure(block), self.ink(block))
        gap = self.line / 2 + self.drawing.px(2)
        under = max(block.base, block.end) <= 0 and min(block.base, block.end) < 0
        y = low + gap if under else high - gap
        start = min(max(self.centre(index) - wide / 2, 0), self.drawing.size.width - wide)
        self.set_figure(block, start, y)

    def _mark_break(self, box: Box) -> None:
        """Cut a slanted gap through a bar whose foot is not zero."""
        y = box.bottom - self.drawing.px(9)
        slant, thick = self.drawing.px(3), self.drawing.px(3)
        left, right = box.left - self.drawing.px(2), box.right + self.drawing.px(2)
        cut = ((left, y + slant), (right, y - slant), (right, y - slant + thick))
        self.drawing.polygon((*cut, (left, y + slant + thick)), self.theme.surface)

    def _draw_baseline(self) -> None:
        """Draw the zero line, or a dashed one where zero is cut off."""
        y = self.y(self.stairs.low if self.stairs.is_cut else 0.0)
        dash = "2 3" if self.stairs.is_cut else ""
        self.drawing.line((0, y), (self.drawing.size.width, y), self.theme.control, dash=dash)

    def _name(self, index: int, block: Block) -> None:
        """Set a bar's name beneath."""
        top = self.drawing.size.height - self.lines * self.line + self.line / 2
        ink = Ink(color=self.theme.text if block.is_total else self.theme.muted)
        room = self.pitch - self.drawing.px(6)
        at = (self.centre(index), top)
        self.drawing.paragraph(at, block.label, ink, room=room, lines=2)


class Rows(Bars):
    """Steps below each other, for narrow places: name, floating bar, number at the right."""

    def draw(self) -> None:
        """Draw the whole chart."""
        drawing, blocks = self.drawing, self.stairs.blocks
        width = drawing.size.width
        self.pitch = min(drawing.size.height / len(blocks), drawing.px(36))
        plain = Ink(color="")
        self.names = min(drawing.widest([b.label for b in blocks], plain), width * 0.38)
        figures = max(
            self.arrow_room(b) + drawing.wide(self.figure(b), self.ink(b)) for b in blocks
        )
        self.figures = min(figures, width * 0.42)
        self.left = self.names + drawing.px(8)
        self.right = max(width - self.figures - drawing.px(8), self.left + 1)
        self._draw_joins()
        # Where rows are too many for their words, the totals keep theirs.
        for i, block in sorted(enumerate(blocks), key=lambda row: not row[1].is_total):
            self._draw_row(i, block)
        self._draw_baseline()

    def x(self, value: float) -> float:
        """Return the place of a value."""
        span = self.stairs.high - self.stairs.low
        share = (value - self.stairs.low) / span if span else 0.0
        return self.left + share * (self.right - self.left)

    def _draw_joins(self) -> None:
        """Join each level to the next bar with a hairline."""
        half = min(self.pitch * 0.66, self.drawing.px(18)) / 2
        for i, block in enumerate(self.stairs.blocks[:-1]):
            x, middle = self.x(block.end), (i + 0.5) * self.pitch
            ends = (x, middle + half), (x, middle + self.pitch - half)
            self.drawing.line(*ends, self.theme.control)

    def _draw_row(self, index: int, block: Block) -> None:
        """Draw one bar with its name and number."""
        middle = (index + 0.5) * self.pitch
        thick = min(self.pitch * 0.66, self.drawing.px(18))
        left, right = sorted((self.x(block.base), self.x(block.end)))
        if right - left < 1.5:
            left, right = left - 0.75, right + 0.75
        box = Box(left=left, top=middle - thick / 2, right=right, bottom=middle + thick / 2)
        self.drawing.rect(box, self.color(block), radius=2)
        if block.is_total and self.stairs.is_cut:
            self._mark_break(box)
        wide = self.arrow_room(block) + self.drawing.wide(self.figure(block), self.ink(block))
        self.set_figure(block, max(self.drawing.size.width - wide, 0.0), middle)
        ink = Ink(color=self.theme.text if block.is_total else self.theme.muted)
        self.drawing.text((0, middle), block.label, ink, room=self.names)

    def _mark_break(self, box: Box) -> None:
        """Cut a slanted gap through a bar whose foot is not zero."""
        x = box.left + self.drawing.px(8)
        slant, thick = self.drawing.px(2), self.drawing.px(3)
        cut = ((x + slant, box.top), (x + slant + thick, box.top), (x - slant + thick, box.bottom))
        self.drawing.polygon((*cut, (x - slant, box.bottom)), self.theme.surface)

    def _draw_baseline(self) -> None:
        """Draw the zero line, or a dashed one where zero is cut off."""
        x = self.x(self.stairs.low if self.stairs.is_cut else 0.0)
        dash = "2 3" if self.stairs.is_cut else ""
        foot = self.pitch * len(self.stairs.blocks)
        self.drawing.line((x, 0), (x, foot), self.theme.control, dash=dash)
