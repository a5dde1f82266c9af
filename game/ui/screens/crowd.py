"""The people of one turn, sent on their ways: who walks on, who waits, who falls, and when.

A dot stands for ``layout.people_per_dot`` people; numbers of dots follow from the flow, so that
heaps, queue and customers end as the still picture has them.
"""

from heapq import heapify, heappop, heappush
from typing import Final

import numpy as np

from game.report.charts import LeakKey, PipelineFlow, PipelineLayout, Stream
from game.report.charts.drawing import Point
from game.report.charts.pipeline_heaps import queue
from game.ui.screens.walks import (
    STEP,
    Walker,
    Walks,
    Way,
    along,
    arrival,
    end,
    heights,
    packed,
    picked,
    resampled,
    spread,
    still,
    straight,
)

_MOST: Final = 700
"""Dots that may be on their way; beyond that a dot that walks stands for more."""

# Milliseconds.
_CROWD: Final = 1900
_MARKETING: Final = 1700
_SALES: Final = 1500
_BRIDGE: Final = 450
_FALL: Final = 600
_BACK: Final = 900
_LONGEST_WAIT: Final = 1300
_SLOW: Final = 48.0
"""Hours of waiting for an answer that are drawn as the longest wait."""


def plan_walks(flow: PipelineFlow, layout: PipelineLayout, hours: float | None) -> Walks:
    """Work out everyone's way.

    Args:
        flow: people at each stage and leak.
        layout: the places.
        hours: how long leads wait for an answer; None where that is not known.

    """
    return _Crowd(flow, layout, hours).walks()


class _Crowd:
    """The people of one turn, from the market to the customer."""

    def __init__(self, flow: PipelineFlow, layout: PipelineLayout, hours: float | None) -> None:
        self.flow, self.layout = flow, layout
        self.per_dot = max(layout.people_per_dot, flow.lead_count / _MOST)
        share = 0.3 if hours is None else min(1.0, hours / _SLOW)
        self.wait = 120 + (_LONGEST_WAIT - 120) * share
        self.done: list[Walker] = []
        self.landed: dict[LeakKey, float] = {}
        self.heights = {id(stream): heights(stream) for stream in (layout.marketing, layout.sales)}

    def walks(self) -> Walks:
        """Let them all go, stage by stage."""
        at_bridge = self._at_bridge(self._leads())
        accepted = self._accepted(self._over_bridge(at_bridge))
        open_deals = self._worked(accepted)
        self._decided(open_deals)
        return packed(self.done, self.landed)

    def dots(self, people: float) -> int:
        """Return how many dots stand for so many people; somebody is at least one."""
        return max(1, round(people / self.per_dot)) if round(people) else 0

    # Stages ----------------------------------------------------------------------------------

    def _leads(self) -> list[Walker]:
        """Bring leads from the market, each source on its own lane."""
        found: list[tuple[Walker, float]] = []
        base = 0.0
        for source in self.flow.leads:
            share = source.count / self.flow.lead_count if self.flow.lead_count else 0.0
            for number in range(self.dots(source.count)):
                lane = base + share * spread(number, 0.5)
                start = _CROWD * spread(number + source.series * 7, 0.31)
                found.append((Walker(start, f"series.{source.series}"), lane))
            base += share
        found.sort(key=lambda pair: pair[0].start)
        return self._qualified([walker for walker, _ in found], [lane for _, lane in found])

    def _qualified(self, leads: list[Walker], lanes: list[float]) -> list[Walker]:
        """Let those who are not ready fall, and the others walk on to the bridge."""
        layout = self.layout
        drop = layout.drops["not_ready"]
        falling = set(picked(len(leads), len(drop.heap)))
        kept: list[Walker] = []
        fallen: list[Walker] = []
        for place, (walker, lane) in enumerate(zip(leads, lanes, strict=True)):
            stop = drop.mouth[0] if place in falling else layout.marketing.right
            pace = _MARKETING * (0.85 + 0.3 * spread(place, 0.7))
            low = 0.0 if place in falling else lane
            walker.go(self._walk(layout.marketing, 0.0, stop, (lane, low), pace))
            (fallen if place in falling else kept).append(walker)
        self._fall("not_ready", fallen)
        return kept + self._nurtured()

    def _nurtured(self) -> list[Walker]:
        """Bring back those who were not ready before."""
        layout, back = self.layout, []
        for number in range(self.dots(self.flow.nurtured)):
            walker = Walker(_CROWD * spread(number, 0.2), "good")
            walker.go(along(layout.nurture, _BACK))
            x = layout.nurture[-1][0]
            lanes = (0.0, spread(number, 0.9))
            walker.go(
                self._walk(layout.marketing, x, layout.marketing.right, lanes, _MARKETING / 2)
            )
            back.append(walker)
        return back

    def _at_bridge(self, coming: list[Walker]) -> list[Walker]:
        """Let them queue: those who still wait at the end, and the others as long as it takes."""
        coming.sort(key=lambda walker: walker.now)
        gone = len(coming) - self.dots(self.flow.mqls)
        # More leads than MQLs: the rest, called on by sales itself, leaves the stream unseen.
        for walker in [coming[place] for place in picked(len(coming), max(0, gone))]:
            coming.remove(walker)
        stay = len(self.layout.queue)
        while len(coming) < stay:
            coming.append(Walker(0.0, "series.0", [still(self.layout.queue[0], 1)]))
        waiting, passing = coming[len(coming) - stay :], coming[: len(coming) - stay]
        for walker, place in zip(waiting, self.layout.queue, strict=True):
            walker.go(straight(end(walker), place, 260))
            self._settle(walker, "warning")
        self._queue(passing)
        return passing

    def _queue(self, passing: list[Walker]) -> None:
        """Give everybody a free place in the crowd for as long as an answer takes."""
        layout = self.layout
        taken = len(layout.queue)
        pitch = layout.dot / 0.43
        spots = queue(taken + len(passing), layout.gap[0], layout.deck, pitch)[taken:]
        free = list(range(len(spots)))
        heapify(free)
        busy: list[tuple[float, int]] = []
        for number, walker in enumerate(passing):
            while busy and busy[0][0] <= walker.now:
                heappush(free, heappop(busy)[1])
            spot = heappop(free)
            walker.go(straight(end(walker), spots[spot], 160))
            stay = self.wait * (0.7 + 0.6 * spread(number, 0.4))
            walker.go(still(spots[spot], int(stay / STEP)))
            heappush(busy, (walker.now, spot))

    def _over_bridge(self, waiting: list[Walker]) -> list[Walker]:
        """Let those who are lost between the two fall, and the others cross."""
        drop = self.layout.drops["handoff"]
        while len(waiting) < len(drop.heap):
            edge = (self.layout.gap[0], self.layout.deck)
            waiting.append(Walker(_CROWD * spread(len(waiting), 0.6), "series.0", [still(edge, 1)]))
        lost = set(picked(len(waiting), len(drop.heap)))
        for walker in waiting:
            walker.go(straight(end(walker), (self.layout.gap[0], self.layout.deck - 3), 90))
        for place in lost:
            waiting[place].go(self._bridge(0.0, 0.35 + 0.3 * spread(place, 0.8)))
        self._fall("handoff", [waiting[place] for place in sorted(lost)])
        across = [walker for place, walker in enumerate(waiting) if place not in lost]
        for walker in across:
            walker.go(self._bridge(0.0, 1.0))
        return across

    def _accepted(self, across: list[Walker]) -> list[Walker]:
        """Add those whom customers recommended and whom sales called on."""
        sales = self.layout.sales
        short = self.dots(self.flow.sqls) - len(across)
        # A picture cannot show more accepted than crossed without saying where they come from.
        referred = min(self.dots(self.flow.referrals), max(0, short))
        way = np.array([self.layout.referral_at(step / 40) for step in range(41)], dtype=np.float32)
        for number in range(max(0, short)):
            start = 500 + 2600 * spread(number, 0.15)
            if number < referred:
                across.append(Walker(start, "together", [resampled(way, _BACK)]))
            else:
                edge = (sales.left, sales.bottom - sales.height(sales.left))
                across.append(Walker(start, self._prospected(), [still(edge, 1)]))
        for walker in [across[place] for place in picked(len(across), max(0, -short))]:
            across.remove(walker)
        return sorted(across, key=lambda walker: walker.now)

    def _prospected(self) -> str:
        return f"series.{self.flow.leads[-1].series}" if self.flow.leads else "sales"

    def _worked(self, accepted: list[Walker]) -> list[Walker]:
        """Let those without a demo and those who do not fit fall; others become opportunities."""
        sales = self.layout.sales
        left = accepted
        x = sales.left
        for leak in ("unworked", "unfit"):
            drop = self.layout.drops[leak]
            left = self._filled(left, len(drop.heap), x)
            gone = set(picked(len(left), len(drop.heap)))
            self._walk_on(left, gone, x, drop.mouth[0])
            self._fall(leak, [left[place] for place in sorted(gone)])
            left = [walker for place, walker in enumerate(left) if place not in gone]
            x = drop.mouth[0]
        chances = self.dots(self.flow.opportunities)
        stay = set(picked(len(left), max(0, len(left) - chances)))
        for place in stay:
            self._stop(left[place], x, self.layout.stages["opportunities"][0], place)
        return [walker for place, walker in enumerate(left) if place not in stay]

    def _decided(self, chances: list[Walker]) -> None:
        """Let deals be won, be lost, or stay open."""
        sales, drop = self.layout.sales, self.layout.drops["lost"]
        x = self.layout.drops["unfit"].mouth[0]
        wins = self.dots(self.flow.wins)
        chances = self._filled(chances, len(drop.heap) + wins, x)
        lost = set(picked(len(chances), len(drop.heap)))
        self._walk_on(chances, lost, x, drop.mouth[0])
        self._fall("lost", [chances[place] for place in sorted(lost)])
        rest = [walker for place, walker in enumerate(chances) if place not in lost]
        won = set(picked(len(rest), wins))
        for place, walker in enumerate(rest):
            if place in won:
                lane = 0.15 + 0.7 * spread(place, 0.5)
                stop = sales.right - (sales.right - drop.mouth[0]) * 0.12 * spread(place, 0.3)
                walker.go(self._walk(sales, drop.mouth[0], stop, (lane, lane), _SALES * 0.3))
                self._settle(walker, "good")
            else:
                self._stop(walker, drop.mouth[0], drop.mouth[0], place)

    # Legs ------------------------------------------------------------------------------------

    def _filled(self, walkers: list[Walker], least: int, x: float) -> list[Walker]:
        """Add those who stood there since earlier turns, as far as they are needed."""
        sales = self.layout.sales
        while len(walkers) < least:
            number = len(walkers)
            start = 400 + 2400 * spread(number, 0.45)
            walkers = [*walkers, Walker(start, "sales", [still(sales.at(x, 0.5), 1)])]
        return walkers

    def _walk_on(self, walkers: list[Walker], falling: set[int], x: float, to: float) -> None:
        sales = self.layout.sales
        pace = _SALES * (to - x) / max(1.0, sales.right - sales.left)
        for place, walker in enumerate(walkers):
            high = 0.1 + 0.8 * spread(place, 0.5)
            lanes = (high, 0.0 if place in falling else high)
            walker.go(self._walk(sales, x, to, lanes, pace * (0.85 + 0.3 * spread(place, 0.2))))

    def _stop(self, walker: Walker, left: float, right: float, place: int) -> None:
        """Let somebody stand between two places until the next turn."""
        sales = self.layout.sales
        x = left + (right - left) * spread(place, 0.6)
        lane = 0.15 + 0.7 * spread(place, 0.25)
        walker.go(self._walk(sales, left, x, (lane, lane), 200))
        self._settle(walker, "")

    def _walk(
        self, stream: Stream, start: float, stop: float, lanes: tuple[float, float], span: float
    ) -> Way:
        """Walk along a stream, from one lane (0 to 1) to another."""
        t = np.linspace(0, 1, max(2, int(span / STEP)), dtype=np.float32)
        xs, tall = self.heights[id(stream)]
        x = start + (stop - start) * t
        lane = 0.06 + 0.88 * (lanes[0] + (lanes[1] - lanes[0]) * t * t)
        y = stream.bottom - np.interp(x, xs, tall) * lane
        return np.stack([x, y], axis=1).astype(np.float32)

    def _bridge(self, start: float, stop: float) -> Way:
        steps = max(2, int(_BRIDGE * (stop - start) / STEP))
        places = [self.layout.bridge_at(float(t)) for t in np.linspace(start, stop, steps)]
        lift = np.array([0, self.layout.dot + 3], dtype=np.float32)
        return np.array(places, dtype=np.float32) - lift

    def _fall(self, leak: LeakKey, walkers: list[Walker]) -> None:
        """Let people fall, whoever comes first to the bottom of the heap."""
        heap = _scattered(self.layout.drops[leak].heap)
        t = np.linspace(0, 1, _FALL // STEP, dtype=np.float32)
        for walker, place in zip(sorted(walkers, key=arrival), heap, strict=False):
            x, y = end(walker)
            way = np.stack([x + (place[0] - x) * t**3, y + (place[1] - y) * t * t], axis=1)
            walker.go(way.astype(np.float32))
            self.landed[leak] = min(self.landed.get(leak, walker.now), walker.now)
            self._settle(walker, "bad")

    def _settle(self, walker: Walker, after: str) -> None:
        """Let a way end here, in another colour if there is one."""
        if after:
            walker.turned, walker.after = walker.now - 2 * STEP, after
        self.done.append(walker)


def _scattered(heap: tuple[Point, ...]) -> list[Point]:
    """Return a heap's places row by row from the floor, here and there within each."""
    order = sorted(range(len(heap)), key=lambda at: (-heap[at][1], spread(at, 0.0)))
    return [heap[at] for at in order]
