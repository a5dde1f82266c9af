"""Hands for a game in the window: real pointer and key events, found by the keys of widgets."""

import pygame

from game.ui.toolkit import App, Box

_NAMES = {
    "enter": pygame.K_RETURN,
    "tab": pygame.K_TAB,
    "escape": pygame.K_ESCAPE,
    "space": pygame.K_SPACE,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "page up": pygame.K_PAGEUP,
    "page down": pygame.K_PAGEDOWN,
    "f1": pygame.K_F1,
    "f2": pygame.K_F2,
}


def box_of(app: App, key: str) -> Box:
    """Return where a widget is; AssertionError if it is not there or cannot be seen."""
    for node in app.nodes:
        if node.key == key:
            seen = node.box.overlap(node.clip)
            assert seen.w * seen.h > 0, f"{key} is scrolled out of sight"
            return seen
    keys = sorted(node.key for node in app.nodes if "/" not in node.key)
    raise AssertionError(f"{key} is not there; there are {keys}")


def is_there(app: App, key: str) -> bool:
    """Say whether a widget is laid out."""
    return any(node.key == key for node in app.nodes)


def click(app: App, key: str) -> None:
    """Move the pointer onto a widget, press and let go."""
    at = box_of(app, key).middle
    app.tick([_moved(at)], 16)
    app.tick([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1)], 16)
    app.tick([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1)], 16)
    app.tick([], 16)


def drag_slider(app: App, key: str, share: float, steps: int = 5) -> None:
    """Drag a slider's knob to a share (0 to 1) of its length."""
    box = box_of(app, key)
    y = box.middle[1]
    left, right = box.x + app.ui.px(8), box.right - app.ui.px(8)
    start, stop = left, round(left + (right - left) * share)
    app.tick([_moved((start, y))], 16)
    app.tick([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(start, y), button=1)], 16)
    for step in range(1, steps + 1):
        at = (round(start + (stop - start) * step / steps), y)
        app.tick([_moved(at, held=True)], 16)
    app.tick([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(stop, y), button=1)], 16)
    app.tick([], 16)


def press(app: App, name: str, *, ctrl: bool = False, shift: bool = False) -> None:
    """Press a key and let go: a name such as "enter", or a letter."""
    key = _NAMES[name] if name in _NAMES else ord(name)
    mod = (pygame.KMOD_CTRL if ctrl else 0) | (pygame.KMOD_SHIFT if shift else 0)
    app.tick([pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")], 16)
    app.tick([pygame.event.Event(pygame.KEYUP, key=key, mod=mod)], 16)


def write(app: App, text: str) -> None:
    """Type text into what has the focus."""
    for letter in text:
        app.tick([pygame.event.Event(pygame.TEXTINPUT, text=letter)], 4)


def type_text(app: App, key: str, text: str) -> None:
    """Click into a field, replace what it holds, and press Enter."""
    click(app, key)
    press(app, "a", ctrl=True)
    write(app, text)
    press(app, "enter")


def go_to(app: App, key: str) -> None:
    """Press Tab until a widget has the focus."""
    for _ in range(120):
        if app.focus == key:
            return
        press(app, "tab")
    raise AssertionError(f"Tab does not come to {key}")


def wait(app: App, milliseconds: int) -> None:
    """Let time pass, frame by frame."""
    for _ in range(0, milliseconds, 16):
        app.tick([], 16)


def _moved(at: tuple[int, int], *, held: bool = False) -> pygame.event.Event:
    buttons = (1, 0, 0) if held else (0, 0, 0)
    return pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=buttons)
