"""The words of the pipeline's picture: stages, leaks, sources, what comes back."""

from typing import Final

from game.report.charts.chart import LINE_BOX, Box, Format
from game.report.charts.drawing import Drawing, Ink, Point
from game.report.charts.labels import packed, wrap
from game.report.charts.pipeline_flow import LEAKS, LeakKey, PipelineFlow, PipelineWords
from game.report.charts.pipeline_outline import PipelineLayout
from game.report.number_style import as_counted

_JOINED: Final = "\u00a0"
"""A number stays with what it counts."""


class Texts:
    """Sets the words of one flow, what matters most first."""

    def __init__(
        self,
        drawing: Drawing,
        flow: PipelineFlow,
        layout: PipelineLayout,
        words: PipelineWords,
        fmt: Format,
    ) -> None:
        self.drawing = drawing
        self.flow = flow
        self.layout = layout
        self.words = words
        self.fmt = fmt
        self.theme = drawing.theme
        self.line = drawing.px(12) * LINE_BOX

    def draw(self) -> None:
        """Set everything; the line of referrals goes around its note."""
        self._set_leaks()
        self._set_stages()
        self._draw_referrals()
        if not self.layout.is_compact:
            self._set_headings()
            named = self._set_sources()
            if not self._set_dots() and not named:
                self._set_dots_beneath()

    def _set_leaks(self) -> None:
        """Set number, words and reasons beneath every heap; the handoff's first."""
        for leak in sorted(LEAKS, key=lambda leak: leak != "handoff"):
            self._set_leak(leak)

    def _set_leak(self, leak: LeakKey) -> None:
        """Set the words of one leak, as many lines as there is room for."""
        drawing, drop, count = self.drawing, self.layout.drops[leak], self.flow.fallen(leak)
        color = self.theme.bad if round(count) else self.theme.muted
        big = leak == "handoff" and not self.layout.is_compact
        loud = Ink(color=color, size=18 if big else 14, weight=700)
        x, y = drop.mouth[0], drop.floor[1] + drawing.px(3) + drawing.high(loud) / 2
        # A number is never cut: half a number is another number.
        number = self.fmt(-count) if self.fmt(count) != self.fmt(0) else self.fmt(0)
        if leak in self.flow.hidden:
            number, loud = self.words.hidden, Ink(color=self.theme.muted, size=loud.size)
        drawing.text((x, y), number, loud, anchor="middle")
        if self.layout.is_compact:
            return
        y += drawing.high(loud) / 2 + self.line / 2
        for line, ink in self._leak_lines(leak, drop.room, y):
            drawing.text((x, y), line, ink, anchor="middle", room=drop.room)
            y += self.line

    def _leak_lines(self, leak: LeakKey, room: float, y: float) -> list[tuple[str, Ink]]:
        """Return the lines beneath a leak's number that fit between ``y`` and the foot."""
        quiet = Ink(color=self.theme.muted)
        many = max(int((self.layout.height - y + self.line / 2) / self.line), 0)
        named = Ink(color=quiet.color if leak in self.flow.hidden else self.theme.text)
        lines = [(line, named) for line in self._wrapped(self.words.leak(leak), room, 2)]
        if leak == "not_ready" and self.flow.nurtured and self.words.nurtured:
            good = Ink(color=self.theme.good, weight=600)
            lines += [(line, good) for line in self._wrapped(self.words.nurtured, room, 1)]
        reasons = self._reasons(leak, room, many - len(lines))
        return [*lines, *((reason, quiet) for reason in reasons)][:many]

    def _reasons(self, leak: LeakKey, room: float, lines: int) -> tuple[str, ...]:
        """Return why people fell, the commonest reason first, in so many lines.

        Reasons without room are counted together; where no reason has room, none is named.
        """
        losses = sorted(self.flow.reasons(leak), key=lambda loss: -loss.count)
        losses = [loss for loss in losses if as_counted(loss.count) > 0]
        px, measure = self.drawing.px(12), self.drawing.measure
        for named in range(len(losses), 0, -1):
            items = [f"{loss.label}{_JOINED}{self.fmt(loss.count)}" for loss in losses[:named]]
            others = sum(loss.count for loss in losses[named:])
            if others:
                items.append(f"{self.words.others}{_JOINED}{self.fmt(others)}")
            rows = packed(items, room, lines, px, 400, measure)
            if sum(map(len, rows)) >= sum(map(len, items)):
                return rows
        return ()

    def _wrapped(self, text: str, room: float, lines: int) -> tuple[str, ...]:
        """Return a caption in lines no wider than ``room``."""
        return wrap(text, room, lines, self.drawing.px(12), 400, self.drawing.measure)

    def _set_stages(self) -> None:
        """Set name and number above every stage; who is later in line moves up."""
        layout, words, flow = self.layout, self.words, self.flow
        captions = {
            "leads": (words.leads, flow.lead_count),
            "mqls": (words.mqls, flow.mqls),
            "sqls": (words.sqls, flow.sqls),
            "opportunities": (words.opportunities, flow.opportunities),
            "wins": (words.wins, flow.wins),
            "aware": (words.aware, flow.aware),
        }
        for key, at in layout.stages.items():
            caption, count = captions[key]
            self._set_block(at, caption, self.fmt(count), key)
        if flow.waiting:
            self._set_waiting()
        self._set_narrow()
        if not layout.is_compact:
            at = (layout.width, layout.stages["wins"][1])
            self._set_block(at, words.customers, self.fmt(flow.customers), "customers")

    def _set_block(self, at: Point, caption: str, number: str, key: str) -> bool:
        """Set a number with its caption above ``at``, moving up until both are free."""
        drawing, layout = self.drawing, self.layout
        loud = Ink(color=self.theme.text, size=14 if layout.is_compact else 16, weight=700)
        quiet = Ink(color=self.theme.muted)
        if key in self.flow.hidden:
            number, loud = self.words.hidden, Ink(color=self.theme.muted, size=loud.size)
        tall = drawing.high(loud) + (0.0 if layout.is_compact else self.line)
        wide = drawing.wide(number, loud)
        if not layout.is_compact:
            wide = max(wide, drawing.wide(caption, quiet))
        low, high = self._sides(at[0])
        wide += drawing.px(5)  # the space that texts keep between them
        x = min(max(at[0], low + wide / 2), high - wide / 2)
        for middle in (x, x - wide * 0.6, x - wide * 1.2):
            box = (
                self._free_above((middle, at[1]), wide, tall)
                if middle - wide / 2 > low - 1
                else None
            )
            if box is not None:
                y = box.bottom - drawing.high(loud) / 2
                drawing.text((middle, y), number, loud, anchor="middle")
                if not layout.is_compact:
                    place = (middle, box.top + self.line / 2)
                    drawing.text(place, caption, quiet, anchor="middle")
                return True
        return drawing.text((x, at[1] - drawing.high(loud)), number, loud, anchor="middle")

    def _free_above(self, at: Point, wide: float, tall: float) -> Box | None:
        """Return the lowest free place above streams and ``at``; None where there is none."""
        x, half = at[0], wide / 2
        bottom = self._clear_of_streams(x, wide, at[1]) - self.drawing.px(4)
        while bottom - tall >= 0:
            box = Box(left=x - half, top=bottom - tall, right=x + half, bottom=bottom)
            if self.drawing.is_free(box) and not self._on_referrals(box):
                return box
            bottom -= self.drawing.px(4)
        return None

    def _on_referrals(self, box: Box) -> bool:
        """Say whether the way of referrals, which is not drawn yet, goes through a place."""
        (right, y), (left, _) = self.layout.referral[2:4]
        inside = box.top < y < box.bottom and left < box.right and box.left < right
        return inside and bool(self.flow.referrals)

    def _sides(self, x: float) -> tuple[float, float]:
        """Return how far left and right the words of a stage may reach."""
        layout = self.layout
        if x < layout.gap[1]:
            return 0.0, layout.gap[1]
        if not self.flow.referrals:
            return layout.gap[1], layout.width
        away = self.drawing.px(8)
        return layout.referral[-1][0] + away, layout.referral[0][0] - away

    def _clear_of_streams(self, x: float, wide: float, top: float) -> float:
        """Return the highest upper edge of the streams under a text."""
        layout = self.layout
        for i in range(5):
            here = x + wide * (i / 4 - 0.5)
            if here <= layout.marketing.right:
                top = min(top, layout.marketing.top(here))
            elif here >= layout.sales.left:
                top = min(top, layout.sales.top(here))
        return top

    def _set_waiting(self) -> None:
        """Set the note of the queue above it, moving up until it is free."""
        layout, drawing = self.layout, self.drawing
        if layout.is_compact or not self.words.waiting:
            return
        ink = Ink(color=self.theme.warning, weight=600)
        top = min((y for _, y in layout.queue), default=layout.deck) - drawing.px(6)
        left = layout.marketing.right + drawing.px(6)
        room = layout.gap[1] - left
        y = min(top, layout.bridge_at(0.5)[1] - layout.rail - drawing.px(4)) - self.line / 2
        note = self.words.waiting
        if drawing.wide(note, ink) > room:
            note = self.words.queue or note
        half = drawing.wide(note, ink) / 2
        middle = min((layout.gap[0] + layout.gap[1]) / 2, layout.gap[1] - drawing.px(4) - half)
        # Over the bridge, for beside the qualified two numbers would read as one.
        rows = [y - drawing.px(4) * row for row in range(int((y - layout.head) / drawing.px(4)))]
        if not any(drawing.text((middle, y), note, ink, anchor="middle") for y in rows):
            any(drawing.text((left, y), note, ink, room=room) for y in rows)

    def _set_narrow(self) -> None:
        """Say over the narrow place for how many demos there was time."""
        layout, drawing = self.layout, self.drawing
        if layout.is_compact or not self.words.narrow:
            return
        ink = Ink(color=self.theme.warning, weight=600)
        (start, full), (end, _) = layout.sales.knots[2], layout.sales.knots[3]
        half = drawing.wide(self.words.narrow, ink) / 2
        y = layout.sales.bottom - full - drawing.px(6) - self.line / 2
        over = max((start + end) / 2, layout.gap[1] + half + drawing.px(14))
        while y > layout.head:
            for x in (over, end + half):  # beside the accepted, if not over the place itself
                if drawing.text((x, y), self.words.narrow, ink, anchor="middle"):
                    return
            y -= drawing.px(4)

    def _draw_referrals(self) -> None:
        """Draw the way of referrals back to sales, with its note in a gap of the line."""
        if not self.flow.referrals:
            return
        drawing, layout = self.drawing, self.layout
        color = self.theme.group("together")
        way = layout.referral
        (left, y), (right, _) = way[3], way[2]
        ink = Ink(color=color, weight=600)
        half = drawing.wide(self.words.referrals, ink) / 2 + drawing.px(8)
        middle = (left + right) / 2
        fits = 2 * half < right - left and not layout.is_compact
        if fits and drawing.text((middle, y), self.words.referrals, ink, anchor="middle"):
            drawing.stroke([*way[:3], (middle + half, y)], color, width=1.5, dash="4 3")
            drawing.stroke([(middle - half, y), *way[3:]], color, width=1.5, dash="4 3")
        else:
            drawing.stroke(way, color, width=1.5, dash="4 3")
        x, tip = way[-1]
        drawing.arrow((x, tip - drawing.px(1)), color, up=False, size=8)

    def _set_headings(self) -> None:
        """Name both sides and what lies between them, in the top row."""
        layout, drawing = self.layout, self.drawing
        y = drawing.high(Ink(color="", size=14)) / 2
        left, right = layout.gap
        drawing.text((0, y), self.words.marketing, self._heading("marketing"), room=left * 0.8)
        middle = ((left + right) / 2, y)
        drawing.text(middle, self.words.handoff, self._heading("together"), anchor="middle")
        end = (layout.width, y)
        drawing.text(end, self.words.sales, self._heading("sales"), anchor="end", room=left * 0.8)

    def _set_dots(self) -> bool:
        """Say beside marketing's name how many people a dot is, if there is room."""
        drawing, layout = self.drawing, self.layout
        meaning, quiet = self._meaning(), Ink(color=self.theme.muted)
        left = drawing.wide(self.words.marketing, self._heading("marketing")) + drawing.px(16)
        if drawing.wide(meaning, quiet) > layout.gap[0] - left:
            return False
        y = drawing.high(Ink(color="", size=14)) / 2
        return drawing.text((left, y), meaning, quiet)

    def _set_dots_beneath(self) -> None:
        """Say it beneath the deck, in lines."""
        drawing, layout = self.drawing, self.layout
        y = layout.deck + drawing.px(17)
        lines = max(int((layout.height - y + self.line / 2) / self.line), 0)
        room = layout.sources_right - drawing.px(12)
        for line in self._wrapped(self._meaning(), room, lines):
            drawing.text((drawing.px(12), y), line, Ink(color=self.theme.muted), room=room)
            y += self.line

    def _meaning(self) -> str:
        """Return what a dot is; nothing where there are none, or all are hidden."""
        if not (self.flow.leads or self.layout.queue or any(self._heaps())):
            return ""
        return dict(self.words.dots).get(self.layout.people_per_dot, "")

    def _heaps(self) -> list[tuple[Point, ...]]:
        return [drop.heap for drop in self.layout.drops.values()]

    def _heading(self, group: str) -> Ink:
        """Return the ink of a heading in its group's colour."""
        return Ink(color=self.theme.group(group), size=14, weight=600)

    def _set_sources(self) -> bool:
        """Name the sources beneath the deck, in the order of the stream; not if one is too long."""
        layout, drawing = self.layout, self.drawing
        quiet = Ink(color=self.theme.muted)
        figure = Ink(color=self.theme.text, weight=600)
        right = min(layout.sources_right, drawing.px(190))
        step = drawing.px(17)
        y = layout.deck + step
        figures = drawing.widest([self.fmt(s.count) for s in self.flow.leads], figure)
        names = drawing.widest([source.label for source in self.flow.leads], quiet)
        room = right - drawing.px(22)
        if names > room:
            return False
        has_counts = names + drawing.px(6) + figures <= room
        for source in reversed(self.flow.leads):
            if y + step / 2 > layout.height:
                break
            drawing.dot((drawing.px(12), y), 4, drawing.series(source.series))
            drawing.text((drawing.px(22), y), source.label, quiet, room=room)
            if has_counts:
                drawing.text((right, y), self.fmt(source.count), figure, anchor="end")
            y += step
        return True
