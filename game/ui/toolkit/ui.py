"""What widgets and screens ask: sizes, words, colours, and what is remembered by key."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

from game.report.charts import Chart
from game.report.theme import Theme
from game.ui.toolkit.assets import Assets, Clipboard, OwnClipboard, Wording
from game.ui.toolkit.cache import Cache
from game.ui.toolkit.colour import Role, colour
from game.ui.toolkit.geometry import Size
from game.ui.toolkit.icons import Icons
from game.ui.toolkit.motion import Motion
from game.ui.toolkit.scale import Metrics
from game.ui.toolkit.shapes import Shapes
from game.ui.toolkit.text import Face, Typesetter
from game.ui.toolkit.widget import Composite, Widget
from game.words import Sentence

_CHARTS: Final = 48


@dataclass(slots=True)
class Memory:
    """What one screen keeps between its views: who has the focus, and each widget's own value."""

    focus: str = ""
    values: dict[str, object] = field(default_factory=dict)


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
        self.cache = Cache()
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
        self._said: dict[Sentence, str] = {}
        self._sizes: dict[tuple[int, int], Size] = {}
        self._leasts: dict[int, int] = {}
        self._built: dict[int, Widget] = {}
        self._alive: list[Widget] = []
        self._charts: dict[Hashable, Chart] = {}

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
        return self.metrics.px(units)

    def face(self, size: float, weight: int = 400) -> Face:
        """Return a font size, given in design units."""
        return Face(self.metrics.px(size), weight)

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

    def measure(self, widget: Widget, room: int) -> Size:
        """Return the size a widget would like, with its own fixed width and height."""
        place = (id(widget), room)
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
            self._alive.append(widget)
        return size

    def least(self, widget: Widget) -> int:
        """Return the width in pixels under which a widget cannot be used."""
        if widget.width:
            return self.px(widget.width)
        known = self._leasts.get(id(widget))
        if known is None:
            known = self._leasts[id(widget)] = widget.least(self)
            self._alive.append(widget)
        return known

    def least_height(self, widget: Widget, width: int) -> int:
        """Return the height in pixels under which a widget cannot be used."""
        return self.px(widget.height) if widget.height else widget.least_height(self, width)

    def built(self, widget: Composite) -> Widget:
        """Return what a composite widget is made of, made once a view."""
        return self.made(widget, lambda: widget.build(self))

    def made(self, widget: Widget, make: Callable[[], Widget]) -> Widget:
        """Return what belongs to a widget, made once a view."""
        made = self._built.get(id(widget))
        if made is None:
            made = self._built[id(widget)] = make()
            self._alive.append(widget)
        return made

    def chart(self, key: Hashable, draw: Callable[[], Chart]) -> Chart:
        """Return a chart, drawn once for what it shows and its size; a few dozen are kept."""
        chart = self._charts.get(key)
        if chart is None:
            if len(self._charts) >= _CHARTS:
                self._charts.pop(next(iter(self._charts)))
            chart = self._charts[key] = draw()
        return chart

    def begin_view(self) -> None:
        """Forget the sizes of the view before."""
        self._sizes.clear()
        self._leasts.clear()
        self._built.clear()
        self._alive.clear()

    def restyle(self, theme: Theme, metrics: Metrics) -> None:
        """Take another theme or scale: everything is drawn anew at its size, never stretched."""
        if theme != self.theme or metrics.scale != self.metrics.scale:
            self.cache.clear()
            self.letters.forget()
        self.theme, self.metrics = theme, metrics

    def respeak(self, say: Callable[[Sentence], str]) -> None:
        """Take another language."""
        self._say = say
        self._said.clear()
