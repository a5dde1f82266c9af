"""The still picture of the pipeline: two cliffs, the bridge between them, and those who fall."""

from typing import Final

from game.report.charts.chart import LINE_BOX, Box, Chart, Format, Measure, Size, approximate_width
from game.report.charts.drawing import Drawing, Ink, Point
from game.report.charts.labels import wrap
from game.report.charts.pipeline_flow import LEAKS, LeakKey, PipelineFlow, PipelineWords
from game.report.charts.pipeline_layout import PipelineLayout, Stream, pipeline_layout
from game.report.theme import Theme

_CLIFF: Final = 0.13
_STREAM: Final = 0.55


def pipeline(
    flow: PipelineFlow,
    words: PipelineWords,
    *,
    size: Size,
    theme: Theme,
    fmt: Format,
    empty: str = "",
    scale: float = 1.0,
    measure: Measure = approximate_width,
) -> Chart:
    """Return the pipeline of one turn; ``empty`` is shown when nobody was anywhere.

    Heights grow with the square root of people, one dot stands for
    ``pipeline_layout(…).people_per_dot`` of them; when room
    is scarce only the numbers are written, and the description says the rest.
    """
    drawing = Drawing(size, theme, scale, measure)
    if flow.is_empty:
        return drawing.empty(empty, words.title)
    _Still(drawing, flow, words, fmt).draw()
    return drawing.finish(title=words.title, description=_description(flow, words, fmt))


def _description(flow: PipelineFlow, words: PipelineWords, fmt: Format) -> str:
    """Return every number of the picture in the order people walk."""
    sources = ", ".join(f"{source.label} {fmt(source.count)}" for source in flow.leads)
    leads = f"{words.leads}: {fmt(flow.lead_count)}"
    parts = [
        f"{words.aware}: {fmt(flow.aware)}",
        f"{leads} ({sources})" if sources else leads,
        _leak_said(flow, words, "not_ready", fmt),
        words.nurtured if flow.nurtured else "",
        f"{words.mqls}: {fmt(flow.mqls)}",
        words.waiting if flow.waiting else "",
        _leak_said(flow, words, "handoff", fmt),
        f"{words.sqls}: {fmt(flow.sqls)}",
        words.referrals if flow.referrals else "",
        _leak_said(flow, words, "unworked", fmt),
        _leak_said(flow, words, "unfit", fmt),
        f"{words.opportunities}: {fmt(flow.opportunities)}",
        _leak_said(flow, words, "lost", fmt),
        f"{words.wins}: {fmt(flow.wins)}",
        f"{words.customers}: {fmt(flow.customers)}",
        words.note,
    ]
    return "; ".join(part for part in parts if part)


def _leak_said(flow: PipelineFlow, words: PipelineWords, leak: LeakKey, fmt: Format) -> str:
    """Return a leak in words; empty when nobody fell."""
    count = flow.fallen(leak)
    if not count:
        return ""
    reasons = ", ".join(f"{loss.label} {fmt(loss.count)}" for loss in flow.reasons(leak))
    said = f"{words.leak(leak)} {fmt(-count)}".strip()
    return f"{said} ({reasons})" if reasons else said


class _Still:
    """One drawing of one flow, from back to front."""

    def __init__(
        self, drawing: Drawing, flow: PipelineFlow, words: PipelineWords, fmt: Format
    ) -> None:
        self.drawing = drawing
        self.flow = flow
        self.words = words
        self.fmt = fmt
        self.theme = drawing.theme
        self.layout: PipelineLayout = pipeline_layout(flow, size=drawing.size, scale=drawing.scale)
        self.line = drawing.px(12) * LINE_BOX
        self.dot = self.layout.dot / drawing.scale

    def draw(self) -> None:
        """Draw everything."""
        self._draw_cliffs()
        self._draw_marketing_stream()
        self._draw_sales_stream()
        self._draw_falls()
        self._draw_bridge()
        self._draw_queue()
        self._draw_nurture()
        self._set_leaks()
        self._set_stages()
        self._draw_referrals()
        if not self.layout.is_compact:
            self._set_headings()
            self._set_sources()

    # Shapes ----------------------------------------------------------------------------------

    def _draw_cliffs(self) -> None:
        """Draw both cliffs and their decks, open where people fall."""
        layout, theme = self.layout, self.theme
        marketing, sales = theme.group("marketing"), theme.group("sales")
        self.drawing.polygon(layout.cliff("marketing"), marketing, _CLIFF)
        self.drawing.polygon(layout.cliff("sales"), sales, _CLIFF)
        self._draw_deck(0.0, layout.gap[0], marketing)
        self._draw_deck(layout.gap[1], layout.width, sales)

    def _draw_deck(self, left: float, right: float, color: str) -> None:
        """Draw the ground people walk on, between the mouths."""
        y = self.layout.deck
        for start, end in [*self.layout.mouths(left, right), (right, right)]:
            if start > left:
                self.drawing.line((left, y), (start, y), color, width=2)
            left = end

    def _draw_marketing_stream(self) -> None:
        """Draw the market flowing in, sources taking on their colours until they are leads."""
        layout, drawing = self.layout, self.drawing
        stream = layout.marketing
        knots = [x for x, _ in stream.knots]
        color = self.theme.group("marketing")
        drawing.path(stream.outline(knots[0], knots[2]), fill=self.theme.muted, opacity=0.16)
        base = 0.0
        for source in self.flow.leads:
            share = source.count / self.flow.lead_count if self.flow.lead_count else 0.0
            hue = drawing.series(source.series)
            lanes = (base, min(base + share, 1.0))
            drawing.path(stream.outline(knots[1], knots[2], *lanes), fill=drawing.fade(hue, 0, 0.9))
            drawing.path(stream.outline(knots[2], knots[3], *lanes), fill=drawing.fade(hue, 0.9, 0))
            base = lanes[1]
        fading_in = drawing.fade(color, 0, _STREAM)
        drawing.path(stream.outline(knots[2], knots[3]), fill=fading_in)
        drawing.path(stream.outline(knots[3], knots[4]), fill=color, opacity=_STREAM)
        if layout.is_aware_cut:
            self._mark_cut(stream)

    def _mark_cut(self, stream: Stream) -> None:
        """Break the aware, who would not fit into the picture at the others' scale."""
        drawing = self.drawing
        y = stream.top(0.0) + drawing.px(9)
        step, wave = drawing.px(6), drawing.px(2)
        points: list[Point] = []
        x = 0.0
        while stream.top(x) < y - drawing.px(4) and x < self.layout.width:
            points.append((x, y + (wave if len(points) % 2 else -wave)))
            x += step
        if len(points) > 1:
            drawing.stroke(points, self.theme.surface, width=3)

    def _draw_sales_stream(self) -> None:
        """Draw the accepted on their way to customers."""
        stream = self.layout.sales
        outline = stream.outline(stream.left, stream.right)
        self.drawing.path(outline, fill=self.theme.group("sales"), opacity=_STREAM)

    def _draw_falls(self) -> None:
        """Draw who falls: a thin veil from each mouth, dots in it, and the heap."""
        layout, drawing, bad = self.layout, self.drawing, self.theme.bad
        for leak in LEAKS:
            drop = layout.drops[leak]
            if not drop.heap:
                continue
            veil = [drop.at(t, side) for side, t in _VEIL]
            drawing.polygon(veil, drawing.fade(bad, 0.45, 0.05, down=True))
            for i in range(min(len(drop.heap), 14)):
                # Evenly odd places look like a fall and are the same in every picture.
                t, side = 0.08 + (i * 0.618) % 0.8, ((i * 0.382) % 1.0) * 2 - 1
                drawing.dot(drop.at(t, side), self.dot * 0.8, bad, opacity=0.8)
            for place in drop.heap:
                drawing.dot(place, self.dot, bad)

    def _draw_bridge(self) -> None:
        """Draw the bridge and those who cross it."""
        layout, drawing = self.layout, self.drawing
        color = self.theme.group("together")
        arc = [layout.bridge_at(i / 16) for i in range(17)]
        under = [(x, y + drawing.px(5) + (layout.deck - y) * 0.6) for x, y in reversed(arc)]
        drawing.polygon([*arc, *under], color, 0.35)
        drawing.stroke(arc, color, width=3)
        many = min(int(self.flow.sqls / layout.people_per_dot + 0.999), 12)
        for i in range(many):
            x, y = layout.bridge_at((i + 0.5) / many)
            drawing.dot((x, y - drawing.px(3) - layout.dot), self.dot, self.theme.group("sales"))

    def _draw_queue(self) -> None:
        """Draw those who wait for an answer."""
        for place in self.layout.queue:
            self.drawing.dot(place, self.dot, self.theme.warning)

    def _draw_nurture(self) -> None:
        """Draw the way back of those who were nurtured."""
        if not self.flow.nurtured:
            return
        (x0, y0), (x1, _), (x2, y2) = self.layout.nurture
        drawing, good = self.drawing, self.theme.good
        bend = min(drawing.px(12), abs(x0 - x1), abs(y0 - y2))
        tip = y2 + drawing.px(5)
        d = (
            f"M{x0:.1f} {y0:.1f}L{x1 + bend:.1f} {y0:.1f}"
            f"Q{x1:.1f} {y0:.1f} {x1:.1f} {y0 - bend:.1f}L{x2:.1f} {tip:.1f}"
        )
        drawing.path(d, stroke=good, width=1.5, dash="4 3")
        drawing.arrow((x2, y2 + drawing.px(3)), good, up=True, size=8)

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

    # Texts -----------------------------------------------------------------------------------

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

    def _heading(self, group: str) -> Ink:
        """Return the ink of a heading in its group's colour."""
        return Ink(color=self.theme.group(group), size=14, weight=600)

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
            self._set_block(at, caption, self.fmt(count))
        if flow.waiting:
            self._set_waiting()
        if not layout.is_compact:
            at = (layout.width, layout.stages["wins"][1])
            self._set_block(at, words.customers, self.fmt(flow.customers))

    def _set_block(self, at: Point, caption: str, number: str) -> bool:
        """Set a number with its caption above ``at``, moving up until both are free."""
        drawing, layout = self.drawing, self.layout
        loud = Ink(color=self.theme.text, size=14 if layout.is_compact else 16, weight=700)
        quiet = Ink(color=self.theme.muted)
        tall = drawing.high(loud) + (0.0 if layout.is_compact else self.line)
        wide = drawing.wide(number, loud)
        if not layout.is_compact:
            wide = max(wide, drawing.wide(caption, quiet))
        low, high = self._sides(at[0])
        wide += drawing.px(5)  # the space that texts keep between them
        x = min(max(at[0], low + wide / 2), high - wide / 2)
        bottom = self._clear_of_streams(x, wide, at[1]) - drawing.px(4)
        while bottom - tall >= 0:
            half = wide / 2
            box = Box(left=x - half, top=bottom - tall, right=x + half, bottom=bottom)
            if drawing.is_free(box):
                middle = bottom - drawing.high(loud) / 2
                drawing.text((x, middle), number, loud, anchor="middle")
                if not layout.is_compact:
                    drawing.text((x, box.top + self.line / 2), caption, quiet, anchor="middle")
                return True
            bottom -= drawing.px(4)
        return drawing.text((x, at[1] - drawing.high(loud)), number, loud, anchor="middle")

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
        y = min(top, layout.bridge_at(0.5)[1] - drawing.px(10)) - self.line / 2
        while y > layout.head and not drawing.text((left, y), self.words.waiting, ink, room=room):
            y -= drawing.px(4)

    def _set_leaks(self) -> None:
        """Set number, words and reasons beneath every heap; the handoff's first."""
        for leak in sorted(LEAKS, key=lambda leak: leak != "handoff"):
            self._set_leak(leak)

    def _set_leak(self, leak: LeakKey) -> None:
        """Set the words of one leak, as many lines as there is room for."""
        drawing, drop, count = self.drawing, self.layout.drops[leak], self.flow.fallen(leak)
        color = self.theme.bad if count else self.theme.muted
        big = leak == "handoff" and not self.layout.is_compact
        loud = Ink(color=color, size=18 if big else 14, weight=700)
        x, y = drop.mouth[0], drop.floor[1] + drawing.px(3) + drawing.high(loud) / 2
        # A number is never cut: half a number is another number.
        drawing.text((x, y), self.fmt(-count if count else 0), loud, anchor="middle")
        if self.layout.is_compact or not count:
            return
        y += drawing.high(loud) / 2 + self.line / 2
        for line, ink in self._leak_lines(leak, drop.room, y):
            drawing.text((x, y), line, ink, anchor="middle", room=drop.room)
            y += self.line

    def _leak_lines(self, leak: LeakKey, room: float, y: float) -> list[tuple[str, Ink]]:
        """Return the lines beneath a leak's number that fit between ``y`` and the foot."""
        quiet = Ink(color=self.theme.muted)
        many = max(int((self.layout.height - y + self.line / 2) / self.line), 0)
        lines = [(line, quiet) for line in self._wrapped(self.words.leak(leak), room, 2)]
        if leak == "not_ready" and self.flow.nurtured and self.words.nurtured:
            good = Ink(color=self.theme.good, weight=600)
            lines += [(line, good) for line in self._wrapped(self.words.nurtured, room, 1)]
        reasons = [f"{loss.label} {self.fmt(loss.count)}" for loss in self.flow.reasons(leak)]
        left = many - len(lines)
        if len(reasons) > left > 0:
            reasons = list(self._wrapped(" · ".join(reasons), room, left))
        return [*lines, *((reason, quiet) for reason in reasons)][:many]

    def _wrapped(self, text: str, room: float, lines: int) -> tuple[str, ...]:
        """Return a caption in lines no wider than ``room``."""
        return wrap(text, room, lines, self.drawing.px(12), 400, self.drawing.measure)

    def _set_sources(self) -> None:
        """Name the sources beneath the deck, in the order of the stream from the top."""
        layout, drawing = self.layout, self.drawing
        quiet = Ink(color=self.theme.muted)
        figure = Ink(color=self.theme.text, weight=600)
        right = min(layout.sources_right, drawing.px(190))
        step = drawing.px(17)
        y = layout.deck + step
        figures = drawing.widest([self.fmt(s.count) for s in self.flow.leads], figure)
        names = drawing.widest([source.label for source in self.flow.leads], quiet)
        room = right - drawing.px(22)
        has_counts = names + drawing.px(6) + figures <= room
        for source in reversed(self.flow.leads):
            if y + step / 2 > layout.height:
                return
            drawing.dot((drawing.px(12), y), 4, drawing.series(source.series))
            drawing.text((drawing.px(22), y), source.label, quiet, room=room)
            if has_counts:
                drawing.text((right, y), self.fmt(source.count), figure, anchor="end")
            y += step


_TIMES: Final = tuple(i / 12 for i in range(13))

_VEIL: Final = tuple((-1.0, t) for t in _TIMES) + tuple((1.0, t) for t in reversed(_TIMES))
"""Side and time of the outline of a fall."""
