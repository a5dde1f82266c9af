"""What can happen to a widget: pressed, dragged, scrolled, typed at, focused, left."""

from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Press:
    """The pointer went down; ``clicks`` is 2 for the second of a double click."""

    at: Point
    clicks: int = 1
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Drag:
    """The pointer moved while it is down."""

    at: Point


@dataclass(frozen=True, slots=True)
class Release:
    """The pointer went up, over the widget or elsewhere."""

    at: Point
    inside: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel turned by so many notches, up being positive; also says if it has the focus."""

    notches: float
    focused: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key, by pygame's lower-case name (``return``, ``left``, ``a``), and what was held."""

    name: str
    ctrl: bool = False
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Text from the keyboard or an input method."""

    text: str


@dataclass(frozen=True, slots=True)
class Composing:
    """Text that an input method has not decided on yet."""

    text: str


@dataclass(frozen=True, slots=True)
class Focus:
    """The widget got the focus, or lost it."""

    gained: bool
    by_keyboard: bool = False


Happening: TypeAlias = Press | Drag | Release | Wheel | Stroke | Typed | Composing | Focus


def pressed(happening: Happening) -> bool | None:
    """Say what a happening is to something that can be pressed.

    Returns:
        True where it is to be done now (the pointer went up inside, or Enter or Space), False where
        a press began or was taken elsewhere, None where it is no press at all.

    """
    match happening:
        case Press() | Release(inside=False):
            return False
        case Release() | Stroke("return" | "enter" | "space" | "keypad enter", ctrl=False):
            return True
    return None
