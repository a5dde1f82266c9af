"""What a screen is, how screens follow each other, and the keys that they name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, NamedTuple

from game.ui.toolkit.happening import Stroke
from game.ui.toolkit.ui import Memory, Ui
from game.ui.toolkit.widget import Widget
from game.words import Sentence


class Shortcut(NamedTuple):
    """A key with what is held; ``name`` as pygame names keys (``z``, ``return``, ``f1``)."""

    name: str
    ctrl: bool = False
    shift: bool = False

    @classmethod
    def of(cls, stroke: Stroke) -> "Shortcut":
        """Return the shortcut that a stroke is."""
        return cls("return" if stroke.name == "enter" else stroke.name, stroke.ctrl, stroke.shift)


UNDO: Final = Shortcut("z", ctrl=True)
REDO: Final = Shortcut("y", ctrl=True)
COMMIT: Final = Shortcut("return", ctrl=True)
SAVE: Final = Shortcut("s", ctrl=True)
HELP: Final = Shortcut("f1")
ASK: Final = Shortcut("?")
FULL_SCREEN: Final = Shortcut("f11")
BACK: Final = Shortcut("escape")


class Screen:
    """One screen. Derive from it: what it does not say for itself has a sensible answer here."""

    title: Sentence
    first_focus: ClassVar[str] = ""
    """The key that has the focus when the screen appears; empty leaves it to Tab."""

    def view(self, ui: Ui) -> Widget:
        """Return what is shown now. Called after every change, so it computes nothing."""
        raise NotImplementedError

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return what its keys do; they work wherever the focus is."""
        return {}

    def tick(self, dt: int) -> bool:
        """Let ``dt`` milliseconds pass; return whether the view changed."""
        return False

    def busy(self) -> bool:
        """Return whether ``tick`` has more to do at once, though nothing happens."""
        return False

    def ask_to_quit(self) -> bool:
        """Return whether the program may end now; a screen may open a dialog and say no."""
        return True


@dataclass(slots=True)
class _Shown:
    screen: Screen
    memory: Memory = field(default_factory=Memory)


class Navigator:
    """The screens behind each other, the current one on top; each keeps its focus and scrolling."""

    def __init__(self, first: Screen) -> None:
        self._stack = [_Shown(first)]
        self.running = True
        """False once the program shall end."""

    @property
    def current(self) -> Screen:
        """The screen that is seen."""
        return self._stack[-1].screen

    @property
    def memory(self) -> Memory:
        """What the current screen keeps."""
        return self._stack[-1].memory

    @property
    def depth(self) -> int:
        """How many screens are open."""
        return len(self._stack)

    def push(self, screen: Screen) -> None:
        """Show a screen; ``pop`` returns to this one."""
        self._stack.append(_Shown(screen))

    def replace(self, screen: Screen) -> None:
        """Show a screen in this one's place."""
        self._stack[-1] = _Shown(screen)

    def pop(self) -> None:
        """Go back; the first screen stays."""
        if len(self._stack) > 1:
            self._stack.pop()

    def home(self, screen: Screen | None = None) -> None:
        """Go back to the first screen, or start over with this one."""
        del self._stack[1:]
        if screen is not None:
            self._stack[0] = _Shown(screen)

    def quit(self) -> None:
        """End the program after this frame."""
        self.running = False
