"""The dialog: a panel over a darkened screen that keeps the focus until it is answered."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.button import icon_button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.frames import Spacer
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Happening, Stroke
from game.ui.toolkit.labels import Icon, Label
from game.ui.toolkit.layout import Column, Row
from game.ui.toolkit.motion import DIALOG
from game.ui.toolkit.panel import Panel
from game.ui.toolkit.screen import Shortcut
from game.ui.toolkit.scroll import ScrollArea
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Glide, Look, Placed, Widget
from game.words import sentence


@dataclass(frozen=True, slots=True)
class Dialog(Widget):
    """A question over the screen; put it last in ``Layers``.

    Attributes:
        title: said above.
        child: the content, which scrolls where it is too high.
        actions: buttons at the lower right, the primary one last.
        on_close: called by Esc and by the cross.
        limit: design units that it is wide at most.
        shortcuts: keys while it is open; a screen's own ones wait.

    """

    title: Wording
    child: Widget = field(compare=False)
    actions: Sequence[Widget] = field(default=(), compare=False)
    on_close: Callable[[], None] | None = field(default=None, compare=False)
    icon: str = ""
    tone: Role = "accent"
    limit: float = 520
    shortcuts: Mapping[Shortcut, Callable[[], None]] = field(default_factory=dict, compare=False)

    modal = True
    steady = False

    def kids(self, ui: Ui) -> Sequence[Widget]:
        """Return its children."""
        return (self._panel(ui),)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.limit,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the size of its panel."""
        return ui.measure(self._panel(ui), min(room, ui.px(self.limit)))

    def arrange(self, ui: Ui, box: Box) -> Sequence[Placed]:
        """Put the panel into the middle of the window."""
        panel = self._panel(ui)
        inner = box.inset(ui.px(24))
        width = min(inner.w, ui.px(self.limit))
        size = Size(width, min(inner.h, ui.measure(panel, width).h))
        return ((panel, inner.centred(size)),)

    def called(self, ui: Ui) -> str:
        """Return its title."""
        return ui.say(self.title)

    def glide(self) -> Glide:
        """Return how far it has come into view."""
        return Glide(1.0, DIALOG, 0.0)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Darken the screen."""
        canvas.darken(Box(*canvas.surface.get_clip()), 150)

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Close by Esc; answer its own keys."""
        if not isinstance(happening, Stroke):
            return False
        action = self.shortcuts.get(Shortcut.of(happening))
        if action is None and happening.name == "escape":
            action = self.on_close
        if action is not None:
            action()
        return action is not None

    def _panel(self, ui: Ui) -> Widget:
        return ui.made(self, self._made)

    def _made(self) -> Widget:
        close = (
            icon_button("x", sentence("Close"), self.on_close, key=f"{self.key}.close")
            if self.on_close
            else None
        )
        head = Row(
            [
                Icon(self.icon, 22, self.tone) if self.icon else None,
                Label(self.title, size=20, weight=600, grow=1),
                close,
            ]
        )
        foot = Row([Spacer(), *self.actions], gap=12) if self.actions else None
        body = ScrollArea(self.child, key=f"{self.key}.body", grow=1)
        return Panel(Column([head, body, foot], gap=12), border="hairline", radius=14, pad=24)
