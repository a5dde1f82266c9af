"""What widgets and screens ask: sizes, words, colours, and what is remembered by key."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from game.report.charts import Chart
from game.report.theme import Theme
from game.ui.toolkit.assets import Assets, Clipboard, OwnClipboard, Wording
from game.ui.toolkit.cache import LIMIT, Cache
from game.ui.toolkit.colour import Role, colour
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.icons import Icons
from game.ui.toolkit.motion import Motion
from game.ui.toolkit.scale import Metrics
from game.ui.toolkit.shapes import Shapes
from game.ui.toolkit.text import Face, Typesetter
from game.ui.toolkit.widget import Composite, Widget
from game.words import Sentence

_CHARTS: Final = 48
_SHAPES: Final = 5000
_ENDLESS: Final = 1 << 20


@dataclass(slots=True)
class Memory:
    """What one screen keeps between its views: who has the focus, and each widget's own value."""

    focus: str = ""
    values: dict[str, object] = field(default_factory=dict)
    returns: list[tuple[str, str]] = field(default_factory=list)
    """Dialogs that are open, and where the focus was before each."""


class _Found(NamedTuple):
    """What was found of the widgets of a view, by their ids; they live as long as this does."""

    shapes: dict[int, int]
    built: dict[int, Widget]
    alive: list[Widget]


class Ui:
    """The surroundings of all widgets of a window."""

    def __init__(
        self,
        assets: Assets,
        theme: Theme,
        metrics: Metrics,
        say: Callable[[Sentence], str] = str,
        clipboard: Clipboard | None = None,
    ) -> None:
        self.theme = theme
        self.metrics = metrics
        self.cache = Cache(LIMIT * 3 // 4)
        self.pictures = Cache(LIMIT // 4)
        """Charts, apart: while a slider is dragged they come and go, and all else stays."""
        self.letters = Typesetter(assets, self.cache)
        self.icons = Icons(assets, self.cache)
        self.shapes = Shapes(self.cache)
        self.motion = Motion()
        self.clipboard: Clipboard = clipboard or OwnClipboard()
        self.memory = Memory()
        self.toasts: list[tuple[Wording, Role]] = []
        """Messages that wait to be shown, with the role of their colour."""
        self.wanted_focus: str | None = None
        """The key that shall have the focus after the next view."""
        self._say = say
        self._pixels: dict[float, int] = {}
        self._faces: dict[tuple[float, int], Face] = {}
        self._said: dict[Sentence, str] = {}
        self._shapes: dict[int, int] = {}
        self._numbers: dict[Hashable, int] = {}
        self._sizes: dict[tuple[int, int], Size] = {}
        self._leasts: dict[int, int] = {}
        self._least_heights: dict[tuple[int, int], int] = {}
        self._widths: dict[tuple[int, int], list[int]] = {}
        self._places: dict[tuple[int, int, int], list[Box]] = {}
        self._built: dict[int, Widget] = {}
        self._alive: list[Widget] = []
        # A screen hands out many widgets a second time: what was found of them still holds.
        self._before = _Found({}, {}, [])
        self._charts: dict[Hashable, Chart] = {}
        self._last_charts: dict[tuple[str, tuple[int, int]], Hashable] = {}
        self.charts_allowed: int | None = None
        """How many charts may still be drawn in this frame; None for any number."""
        self.late: set[str] = set()
        """The keys of charts that are a frame behind."""
        self.waiting: set[str] = set()
        """The keys of those that were so in the frame before."""

    def say(self, wording: Wording) -> str:
        """Return words as the reader's language has them."""
        if isinstance(wording, str):
            return wording
        said = self._said.get(wording)
        if said is None:
            if len(self._said) > 10_000:
                self._said.clear()
            said = self._said[wording] = self._say(wording)
        return said

    def px(self, units: float) -> int:
        """Return design units in pixels."""
        pixels = self._pixels.get(units)
        if pixels is None:
            pixels = self._pixels[units] = self.metrics.px(units)
        return pixels

    def face(self, size: float, weight: int = 400) -> Face:
        """Return a font size, given in design units."""
        key = (size, weight)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(self.px(size), weight)
        return face

    def colour(self, role: Role) -> str:
        """Return the ``#RRGGBB`` of a role in the theme."""
        return colour(self.theme, role)

    def toast(self, message: Wording, tone: Role = "accent") -> None:
        """Show a message at the foot of the window for a few seconds."""
        self.toasts.append((message, tone))

    def focus(self, key: str) -> None:
        """Give the focus to the widget of this key when the next view is there."""
        self.wanted_focus = key

    def recall(self, key: str) -> object:
        """Return what the widget of this key keeps, or None."""
        return self.memory.values.get(key)

    def remember(self, key: str, value: object) -> None:
        """Keep a value for the widget of this key; None forgets it."""
        if value is None:
            self.memory.values.pop(key, None)
        else:
            self.memory.values[key] = value

    def shape(self, widget: Widget) -> int:
        """Return a number that is the same for widgets that need the same room and divide it alike.

        Sizes are remembered by it from view to view, so that only what changed is measured again.
        """
        known = self._shapes.get(id(widget))
        if known is None:
            known = self._before.shapes.get(id(widget))
            if known is None:
                kids = [self.shape(kid) for kid in widget.kids(self)]
                parts = (type(widget), *widget.shaping(self), *kids)
                wishes = (widget.grow, widget.width, widget.height)
                known = self._numbers.setdefault((wishes, parts), len(self._numbers))
            self._shapes[id(widget)] = known
            self._alive.append(widget)
        return known

    def measure(self, widget: Widget, room: int) -> Size:
        """Return the size a widget would like, with its own fixed width and height."""
        place = (self.shape(widget), room)
        size = self._sizes.get(place)
        if size is None:
            inside = min(room, self.px(widget.width)) if widget.width else room
            size = widget.measure(self, inside)
            if widget.width or widget.height:
                size = Size(
                    inside if widget.width else size.w,
                    self.px(widget.height) if widget.height else size.h,
                )
            self._sizes[place] = size
        return size

    def natural(self, widget: Widget) -> int:
        """Return the width in pixels that a widget would like if there were all the room."""
        return self.measure(widget, _ENDLESS).w

    def least(self, widget: Widget) -> int:
        """Return the width in pixels under which a widget cannot be used."""
        shape = self.shape(widget)
        known = self._leasts.get(shape)
        if known is None:
            known = self.px(widget.width) if widget.width else widget.least(self)
            self._leasts[shape] = known
        return known

    def least_height(self, widget: Widget, width: int) -> int:
        """Return the height in pixels under which a widget cannot be used."""
        place = (self.shape(widget), width)
        known = self._least_heights.get(place)
        if known is None:
            known = self.px(widget.height) or widget.least_height(self, width)
            self._least_heights[place] = known
        return known

    def widths(self, widget: Widget, width: int, divide: Callable[[], list[int]]) -> list[int]:
        """Return how a widget divides a width, found once for its shape."""
        place = (self.shape(widget), width)
        known = self._widths.get(place)
        if known is None:
            known = self._widths[place] = divide()
        return known

    def places(self, widget: Widget, box: Box) -> Sequence[tuple[Widget, Box]]:
        """Return the children of a widget in their places, divided once for shape and size."""
        if not widget.steady:
            return widget.arrange(self, box)
        kids = widget.kids(self)
        if not kids:
            return ()
        place = (self.shape(widget), box.w, box.h)
        known = self._places.get(place)
        if known is None:
            placed = widget.arrange(self, Box(0, 0, box.w, box.h))
            known = self._places[place] = [at for _, at in placed]
        x, y = box.x, box.y
        return [
            (kid, Box(x + at[0], y + at[1], at[2], at[3]))
            for kid, at in zip(kids, known, strict=True)
        ]

    def built(self, widget: Composite) -> Widget:
        """Return what a composite widget is made of, made once."""
        return self.made(widget, lambda: widget.build(self))

    def made(self, widget: Widget, make: Callable[[], Widget]) -> Widget:
        """Return what belongs to a widget, made once; style and language are all it depends on."""
        made = self._built.get(id(widget))
        if made is None:
            made = self._before.built.get(id(widget)) or make()
            self._built[id(widget)] = made
            self._alive.append(widget)
        return made

    def chart(
        self, key: str, what: Hashable, size: tuple[int, int], draw: Callable[[], Chart]
    ) -> tuple[Hashable, Chart]:
        """Return a chart and what it shows, drawn once; a few dozen are kept.

        While a frame is painted, only as many are drawn anew as ``charts_allowed``: a chart with a
        ``key`` stays a frame behind then, rather than the pointer.
        """
        chart = self._charts.get(what)
        if chart is None:
            before = self._last_charts.get((key, size)) if key else None
            if before in self._charts and not self._may_draw(key):
                self.late.add(key)
                return before, self._charts[before]
            if self.charts_allowed:
                self.charts_allowed -= 1
            if len(self._charts) >= _CHARTS:
                self._forget_chart(next(iter(self._charts)))
            chart = self._charts[what] = draw()
        if key:
            self._last_charts[key, size] = what
        return what, chart

    def _forget_chart(self, what: Hashable) -> None:
        del self._charts[what]
        for place in [place for place, last in self._last_charts.items() if last == what]:
            del self._last_charts[place]

    def _may_draw(self, key: str) -> bool:
        """Say whether a chart's turn has come: those that waited a frame go first."""
        if self.charts_allowed is None:
            return True
        return self.charts_allowed > 0 and (not self.waiting or key in self.waiting)

    def begin_view(self) -> None:
        """Forget the widgets of the view before the last; sizes are kept by shape."""
        self._before = _Found(self._shapes, self._built, self._alive)
        self._shapes, self._built, self._alive = {}, {}, []
        if len(self._numbers) > _SHAPES:
            self._forget_sizes()

    def _forget_sizes(self) -> None:
        self._forget_widgets()
        self._numbers.clear()
        self._sizes.clear()
        self._leasts.clear()
        self._least_heights.clear()
        self._widths.clear()
        self._places.clear()

    def _forget_widgets(self) -> None:
        self._shapes, self._built, self._alive = {}, {}, []
        self._before = _Found({}, {}, [])

    def restyle(self, theme: Theme, metrics: Metrics) -> None:
        """Take another theme or scale: everything is drawn anew at its size, never stretched."""
        self._forget_widgets()
        rescaled = metrics.scale != self.metrics.scale
        if rescaled or theme != self.theme:
            self.cache.clear()
            self.pictures.clear()
            self._charts.clear()
            self._last_charts.clear()
        if rescaled:  # a theme changes colours and no lengths
            self.letters.forget()
            self._forget_sizes()
            self._pixels.clear()
            self._faces.clear()
        self.theme, self.metrics = theme, metrics

    def respeak(self, say: Callable[[Sentence], str]) -> None:
        """Take another language."""
        self._say = say
        self._said.clear()
        self.cache.clear()
        self.pictures.clear()
        self._charts.clear()
        self._last_charts.clear()
        self._forget_sizes()
