"""What every widget is: a small description that can be measured, arranged, painted and named.

A screen makes new descriptions whenever something changed. What must outlive them (a scroll
position, a half-typed amount, who has the focus) is kept by the ``key`` of the widget.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Happening
from game.ui.toolkit.text import Run

if TYPE_CHECKING:
    from game.ui.toolkit.canvas import Canvas
    from game.ui.toolkit.ui import Ui


class Look(NamedTuple):
    """How a widget stands at the moment.

    Attributes:
        hover, press: 0 to 1, on their way as the pointer comes and goes.
        focused: whether keys go to it.
        ring: whether its focus is shown (after the keyboard was used).
        glide: where the value of ``Widget.glide`` is by now.
        memory: what the widget keeps for itself.
        lit: whether a blinking caret is to be seen.

    """

    hover: float = 0.0
    press: float = 0.0
    focused: bool = False
    ring: bool = False
    glide: float = 0.0
    memory: object = None
    lit: bool = True


class Glide(NamedTuple):
    """A value that moves to ``target`` in ``span`` milliseconds, at first from ``start``."""

    target: float
    span: int
    start: float


Placed: TypeAlias = "tuple[Widget, Box]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """The part that all widgets share.

    Attributes:
        key: names what it keeps; needed by all that can be used, unique on a screen.
        name: what it is called where it cannot be seen; the visible text where left out.
        tooltip: a sentence shown after a while of pointing at it.
        grow: its share of the room that is left in a row or column; 0 takes what it needs.
        width, height: design units; 0 takes what it needs.

    """

    key: str = ""
    name: Wording = ""
    tooltip: Wording = ""
    grow: float = 0.0
    width: float = 0.0
    height: float = 0.0

    clips: ClassVar[bool] = False
    """Whether children are cut off at the edges."""
    modal: ClassVar[bool] = False
    """Whether focus and pointer cannot leave it."""
    margin: ClassVar[float] = 6.0
    """Design units that it paints outside its box at most (ring, shadow)."""
    steady: ClassVar[bool] = True
    """Whether the places of its children depend on its shape and size alone."""

    def kids(self, ui: "Ui") -> "Sequence[Widget]":
        """Return its children in the order in which ``arrange`` places them."""
        return ()

    def shaping(self, ui: "Ui") -> tuple[Hashable, ...]:
        """Return what its size depends on, beside its children and its own fixed sizes."""
        return ()

    def measure(self, ui: "Ui", room: int) -> Size:
        """Return the size it would like, at most ``room`` pixels wide."""
        return Size(0, 0)

    def least(self, ui: "Ui") -> int:
        """Return the pixels in width under which it cannot be used."""
        return ui.natural(self)

    def least_height(self, ui: "Ui", width: int) -> int:
        """Return the pixels in height under which it cannot be used."""
        return ui.measure(self, width).h

    def baseline(self, ui: "Ui", box: Box) -> int:
        """Return the pixels from its top to the line its first text stands on."""
        return box.h

    def arrange(self, ui: "Ui", box: Box) -> Sequence[Placed]:
        """Place its children in its box."""
        return ()

    def seen(self, ui: "Ui", box: Box) -> Box:
        """Return where its children can be seen, if it cuts them off."""
        return box

    def texts(self, ui: "Ui", box: Box, look: Look) -> Sequence[Run]:
        """Return the texts it shows: what is painted and what is checked."""
        return ()

    def paint(self, canvas: "Canvas", box: Box, look: Look) -> None:
        """Paint what lies under its texts and children."""

    def ahead(self, ui: "Ui", box: Box) -> Iterator[None]:
        """Draw the pictures that ``paint`` will need and that are not kept yet, one at a time."""
        return iter(())

    def ground(self, ui: "Ui") -> Role:
        """Return the colour that it fills its box with, or nothing."""
        return ""

    def covers(self, ui: "Ui", box: Box) -> Box | None:
        """Return where nothing under it shows through, so that it need not be painted."""
        return None

    def edge(self, ui: "Ui") -> Role:
        """Return the colour of a border by which it is recognised as a control, or nothing."""
        return ""

    def glide(self) -> Glide | None:
        """Return a value that moves in time; the first time from ``start``."""
        return None

    def focusable(self) -> bool:
        """Say whether Tab stops here."""
        return False

    def usable(self) -> bool:
        """Say whether the pointer does something here."""
        return self.focusable()

    def comes_last(self) -> bool:
        """Say whether Tab comes to it after everything else, wherever it stands."""
        return False

    def typing(self, ui: "Ui") -> bool:
        """Say whether text is typed here while it has the focus."""
        return False

    def urgent(self, ui: "Ui") -> bool:
        """Say whether its tooltip must be seen at once: something typed was refused."""
        return False

    def commits(self) -> bool:
        """Say whether pressing it takes all that was typed, so that nothing may be refused."""
        return False

    def barred(self) -> bool:
        """Say whether it cannot be used now, and its tooltip says why."""
        return False

    def called(self, ui: "Ui") -> str:
        """Return its accessible name."""
        return ui.say(self.name)

    def hint(self, ui: "Ui", box: Box) -> str:
        """Return the words of its tooltip, or nothing."""
        return ui.say(self.tooltip)

    def react(self, ui: "Ui", box: Box, happening: Happening) -> bool:
        """Answer to what happened; say whether it was meant for this widget."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Control(Widget):
    """A widget that can be used.

    Attributes:
        disabled: the sentence that says why it cannot be used now; empty if it can. The focus
            still stops there, so that the reason can be read without a pointer.
        late: whether Tab comes to it after everything else: what leads away from a screen.

    """

    disabled: Wording = ""
    late: bool = False

    def focusable(self) -> bool:
        """Say that Tab stops here."""
        return True

    def comes_last(self) -> bool:
        """Say whether it leads away."""
        return self.late

    def barred(self) -> bool:
        """Say whether it cannot be used now."""
        return bool(self.disabled)

    def hint(self, ui: "Ui", box: Box) -> str:
        """Return why it cannot be used, or its tooltip."""
        return ui.say(self.disabled or self.tooltip)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite(Widget):
    """A widget that is put together from others."""

    def build(self, ui: "Ui") -> Widget:
        """Return the widget that is shown in its place."""
        raise NotImplementedError

    def kids(self, ui: "Ui") -> Sequence[Widget]:
        """Return what it is made of."""
        return (ui.built(self),)

    def measure(self, ui: "Ui", room: int) -> Size:
        """Return the size of what it is made of."""
        return ui.measure(ui.built(self), room)

    def least(self, ui: "Ui") -> int:
        """Return the least width of what it is made of."""
        return ui.least(ui.built(self))

    def least_height(self, ui: "Ui", width: int) -> int:
        """Return the least height of what it is made of."""
        return ui.least_height(ui.built(self), width)

    def baseline(self, ui: "Ui", box: Box) -> int:
        """Return the baseline of what it is made of."""
        return ui.built(self).baseline(ui, box)

    def arrange(self, ui: "Ui", box: Box) -> Sequence[Placed]:
        """Give the whole box to what it is made of."""
        return ((ui.built(self), box),)
