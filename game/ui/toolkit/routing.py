"""From pygame's events to the widget they are meant for: pointer, keys, focus."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from string import ascii_lowercase
from typing import Final

import pygame

from game.ui.toolkit.happening import (
    Composing,
    Drag,
    Focus,
    Happening,
    Point,
    Press,
    Release,
    Stroke,
    Typed,
    Wheel,
)
from game.ui.toolkit.screen import COMMIT, Shortcut
from game.ui.toolkit.tree import Node, ancestors, found, stops, top_layer, under
from game.ui.toolkit.ui import Ui

_DOUBLE_CLICK: Final = 400
_CTRL: Final = pygame.KMOD_CTRL | pygame.KMOD_META
_SIGNS: Final = pygame.KMOD_RALT | pygame.KMOD_MODE
_LATIN: Final = 0x24F
"""The last of the Latin letters among the codes of keys."""
_SHIFTS: Final = (pygame.K_LSHIFT, pygame.K_RSHIFT)
_ASKING: Final = frozenset("/ß,'+")
"""Where keyboards have the question mark: while nothing is typed, no text comes with a key."""
_PRESSING: Final = frozenset({"return", "enter", "keypad enter", "space"})
_HELD: Final = (*_SHIFTS, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT)


class Router:
    """Knows where the pointer is, what is pressed and who has the focus."""

    def __init__(self, ui: Ui) -> None:
        self._ui = ui
        self.nodes: Sequence[Node] = ()
        self.shortcuts: Callable[[], Mapping[Shortcut, Callable[[], None]]] = dict
        self.pointer: Point | None = None
        self.hover = ""
        self.pressed = ""
        self.ring = False
        """Whether the focus is shown: after keys, not after the pointer."""
        self.aim = "hover"
        """Whether the pointer or the focus moved last: what a tooltip is about."""
        self.quiet = False
        """Whether tooltips wait until the pointer or the focus moves on."""
        self.fresh = True
        """Whether nobody has moved pointer or focus since the screen appeared: no tooltip yet."""
        self.asked = ""
        """The key of what was pressed though it cannot be used: its reason is shown at once."""
        self._clicks: tuple[str, int, int] = ("", 0, 0)
        self._now = 0
        self._shift = False
        self._commanding = False
        """Whether the last key came with Ctrl: a letter that is not Latin is typed nonetheless."""

    @property
    def focus(self) -> str:
        """The key of the widget that has the focus."""
        return self._ui.memory.focus

    def advance(self, dt: int) -> None:
        """Let time pass, for double clicks."""
        self._now += dt

    def merge(self, events: Iterable[pygame.event.Event]) -> list[pygame.event.Event]:
        """Make one of what follows each other at once: mouse and wheel tell a thousand."""
        kept: list[pygame.event.Event] = []
        for event in events:
            if kept and event.type == kept[-1].type and event.type in _MERGED:
                kept.append(_MERGED[event.type](kept.pop(), event))
            else:
                kept.append(event)
        return kept

    def route(self, event: pygame.event.Event) -> bool:
        """Deliver an event; say whether a widget or shortcut took it, so that all may differ."""
        route = self._routes().get(event.type)
        return False if route is None else route(event)

    def _routes(self) -> Mapping[int, Callable[[pygame.event.Event], bool]]:
        return {
            pygame.MOUSEMOTION: self._moved,
            pygame.MOUSEBUTTONDOWN: self._pressed,
            pygame.MOUSEBUTTONUP: self._released,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.WINDOWLEAVE: self._left,
            pygame.WINDOWFOCUSLOST: self._left_alone,
            pygame.KEYDOWN: self._key,
            pygame.KEYUP: self._key_up,
            pygame.TEXTINPUT: self._typed,
            pygame.TEXTEDITING: lambda event: self._to_focus(Composing(event.text)),
        }

    def settle(self, nodes: Sequence[Node]) -> None:
        """Take a new view: the pointer may be over something else, the focus may be gone."""
        self.nodes = nodes
        self._follow_dialogs()
        wanted, self._ui.wanted_focus = self._ui.wanted_focus, None
        if wanted is not None and found(nodes, wanted) is not None:
            self.move_focus(wanted, by_keyboard=self.ring)
            self.reveal(wanted)
        elif self.focus and found(stops(nodes), self.focus) is None:
            self._ui.memory.focus = ""
        if self.pressed and found(nodes, self.pressed) is None:
            self.pressed = ""
        if not self.pressed:
            self._point()

    def move_focus(self, key: str, *, by_keyboard: bool) -> None:
        """Give the focus to a widget and tell both."""
        before, self._ui.memory.focus = self.focus, key
        self.ring = by_keyboard
        self.aim = "focus" if by_keyboard else "hover"
        if before == key:
            return
        self.asked = ""
        if by_keyboard:  # what the pointer has just pressed needs no tooltip, wherever that leads
            self.quiet = False
        self._send(found(self.nodes, before), Focus(gained=False))
        self._send(found(self.nodes, key), Focus(gained=True, by_keyboard=by_keyboard))
        if by_keyboard:
            self.reveal(key)

    def leave(self) -> None:
        """Forget what belonged to the screen before."""
        self.nodes, self.hover, self.pressed, self.asked = (), "", "", ""
        self.fresh = True

    def _follow_dialogs(self) -> None:
        """Take the focus into a dialog that opened, and give it back after it closed."""
        open_now = [node.key for node in self.nodes if node.widget.modal]
        while self._ui.memory.returns and self._ui.memory.returns[-1][0] not in open_now:
            _, back = self._ui.memory.returns.pop()
            self._ui.memory.focus = back
        known = {key for key, _ in self._ui.memory.returns}
        for key in open_now:
            if key not in known:
                self._ui.memory.returns.append((key, self.focus))
                inside = [node.key for node in stops(self.nodes)]
                # The cross is the first stop of every dialog, and never what one came for.
                rest = [stop for stop in inside if stop != f"{key}.close"] or inside or [""]
                self._ui.memory.focus = rest[0]
                self.aim = "focus" if self.ring else "hover"

    def _moved(self, event: pygame.event.Event) -> bool:
        before, self.pointer = self.pointer, (int(event.pos[0]), int(event.pos[1]))
        # A window tells where the pointer is when it changes, though nobody moved it.
        self.fresh = self.fresh and before == self.pointer
        if self.pressed and not getattr(event, "buttons", (1,))[0]:
            return self._let_go()
        if self.pressed:
            return self._send(found(self.nodes, self.pressed), Drag(self.pointer))
        self._point()
        self.aim = "hover"
        return False

    def _left(self, _event: pygame.event.Event) -> bool:
        self.pointer = None
        self._point()
        return False

    def _left_alone(self, _event: pygame.event.Event) -> bool:
        """Let go of everything: what is released over another window nobody tells us."""
        self._shift = False
        return self._let_go()

    def _let_go(self) -> bool:
        """End a press whose end was not seen, as if it had ended beside the widget."""
        node, self.pressed = found(self.nodes, self.pressed), ""
        self._point()
        return self._send(node, Release(self.pointer or (-1, -1), inside=False))

    def _point(self) -> None:
        node = under(self._ui, self.nodes, self.pointer) if self.pointer else None
        key = node.key if node else ""
        if key != self.hover:
            self.hover = key
            self.quiet = False
            self.asked = ""

    def _pressed(self, event: pygame.event.Event) -> bool:
        self.pointer = (int(event.pos[0]), int(event.pos[1]))
        self._point()
        if event.button != 1:
            return False
        node = found(self.nodes, self.hover)
        usable = node is not None and node.widget.usable()
        if node is None or not usable:
            self.move_focus("", by_keyboard=False)
            self.quiet = True
            self._ask(node)
            return True
        if node.widget.focusable():
            self.move_focus(node.key, by_keyboard=False)
        self.pressed, self.quiet = node.key, True
        return self._send(node, Press(self.pointer, self._count_clicks(node.key), self._shift))

    def _ask(self, node: Node | None) -> None:
        """Let what was pressed say why it cannot be used, if it cannot."""
        self.asked = node.key if node is not None and node.widget.barred() else ""

    def _count_clicks(self, key: str) -> int:
        last, at, count = self._clicks
        count = count + 1 if last == key and self._now - at <= _DOUBLE_CLICK else 1
        self._clicks = (key, self._now, count)
        return count

    def _released(self, event: pygame.event.Event) -> bool:
        if event.button != 1 or not self.pressed:
            return False
        node, self.pressed = found(self.nodes, self.pressed), ""
        self.pointer = (int(event.pos[0]), int(event.pos[1]))
        self._point()
        inside = self.hover == (node.key if node else "")
        if inside and node is not None and node.widget.commits() and self._mend_first():
            inside = False
        if inside:
            self._ask(node)
        return self._send(node, Release(self.pointer, inside))

    def _wheel(self, event: pygame.event.Event) -> bool:
        """Offer the wheel to what is pointed at, then to what that lies in."""
        if self.pointer is None:
            return False
        notches = _notches(event)
        if not notches:  # it was turned sideways
            return False
        layer, point = top_layer(self.nodes), self.pointer
        inner = next(
            (
                node
                for node in reversed(self.nodes)
                if node.layer == layer and node.clip.holds(point) and node.box.holds(point)
            ),
            None,
        )
        if inner is None:
            return False
        for node in (inner, *ancestors(self.nodes, inner)):
            if self._send(node, Wheel(notches, node.key == self.focus)):
                self.quiet = True
                return True
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        mods = getattr(event, "mod", 0)
        # The right Alt key types signs, and comes with Ctrl on some systems.
        ctrl = bool(mods & _CTRL) and not mods & _SIGNS
        name = _name(event, ctrl=ctrl)
        self._commanding = ctrl
        self._shift = bool(mods & pygame.KMOD_SHIFT) or event.key in _SHIFTS
        if event.key in _HELD:
            return False
        stroke = Stroke(name, ctrl, self._shift)
        self.quiet, self.fresh, self.asked = True, False, ""
        if self._meant_to_commit(stroke) and self._mend_first():
            return True
        if name in _PRESSING and not ctrl:
            self._ask(found(self.nodes, self.focus))
        if self._to_focus(stroke):
            self.ring = True
            return True
        if name == "tab":
            return self._tab(backwards=stroke.shift)
        for node in self._around_focus():
            if self._send(node, stroke):
                return True
        action = self.shortcuts().get(Shortcut.of(stroke)) or self._signed(event, stroke)
        if action is not None:
            self.take_typed()
            action()
        return action is not None

    def take_typed(self) -> None:
        """Let the field with the focus take what stands in it, before something uses its figure."""
        node = found(self.nodes, self.focus)
        if node is not None and node.widget.typing(self._ui):
            self._send(node, Focus(gained=False))

    def _meant_to_commit(self, stroke: Stroke) -> bool:
        """Say whether a key takes all that was typed; in a field, the field itself looks first."""
        focused = found(self.nodes, self.focus)
        if focused is not None and focused.widget.typing(self._ui):
            return False
        pressed = stroke.name in _PRESSING and focused is not None and focused.widget.commits()
        return pressed or Shortcut.of(stroke) == COMMIT

    def _mend_first(self) -> bool:
        """Lead to the field whose text was refused; say whether there is one."""
        layer = top_layer(self.nodes)
        for node in self.nodes:
            if node.layer == layer and node.widget.urgent(self._ui):
                self.move_focus(node.key, by_keyboard=True)
                return True
        return False

    def _signed(self, event: pygame.event.Event, stroke: Stroke) -> Callable[[], None] | None:
        """Return what a sign such as "?" does, on whichever key it lies, where it is not typed."""
        focused, sign = found(self.nodes, self.focus), getattr(event, "unicode", "")
        if stroke.shift and stroke.name in _ASKING:
            sign = "?"
        if not sign or sign.isalnum() or (focused is not None and focused.widget.typing(self._ui)):
            return None
        return self.shortcuts().get(Shortcut(sign))

    def _typed(self, event: pygame.event.Event) -> bool:
        return not self._commanding and self._to_focus(Typed(event.text))

    def _key_up(self, event: pygame.event.Event) -> bool:
        self._commanding = False
        if event.key in _SHIFTS:
            self._shift = False
        return False

    def _around_focus(self) -> list[Node]:
        """Return what the focus lies in, or else the dialog on top: Esc and paging go there."""
        node, layer = found(self.nodes, self.focus), top_layer(self.nodes)
        around = [] if node is None else list(ancestors(self.nodes, node))
        # What lies over a dialog is no part of it, and yet its keys are the dialog's.
        if layer >= 0 and all(each is not self.nodes[layer] for each in around):
            around.append(self.nodes[layer])
        return around

    def _tab(self, *, backwards: bool) -> bool:
        keys = [node.key for node in stops(self.nodes)]
        if not keys:
            return False
        if self.focus in keys:
            at = (keys.index(self.focus) + (-1 if backwards else 1)) % len(keys)
        else:
            at = -1 if backwards else 0
        self.move_focus(keys[at], by_keyboard=True)
        return True

    def _to_focus(self, happening: Happening) -> bool:
        return self._send(found(self.nodes, self.focus), happening)

    def _send(self, node: Node | None, happening: Happening) -> bool:
        return node is not None and node.widget.react(self._ui, node.box, happening)

    def reveal(self, key: str) -> None:
        """Let everything that scrolls around a widget bring it into view."""
        node = found(self.nodes, key)
        if node is None:
            return
        for outer in ancestors(self.nodes, node):
            reveal = getattr(outer.widget, "reveal", None)
            if reveal is not None:
                reveal(self._ui, outer.box, node.box)


def _name(event: pygame.event.Event, *, ctrl: bool) -> str:
    """Return a key's name; Ctrl and a letter that is not Latin mean the Latin one in its place."""
    place = getattr(event, "scancode", 0) - pygame.KSCAN_A
    if ctrl and event.key > _LATIN and 0 <= place < len(ascii_lowercase):
        return ascii_lowercase[place]
    return pygame.key.name(event.key)


def _notches(event: pygame.event.Event) -> float:
    return float(getattr(event, "precise_y", event.y))


def _wheels(one: pygame.event.Event, other: pygame.event.Event) -> pygame.event.Event:
    notches = _notches(one) + _notches(other)
    return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=round(notches), precise_y=notches)


_MERGED: Final[
    Mapping[int, Callable[[pygame.event.Event, pygame.event.Event], pygame.event.Event]]
] = {
    pygame.MOUSEMOTION: lambda _, event: event,
    pygame.MOUSEWHEEL: _wheels,
    pygame.TEXTINPUT: lambda one, other: pygame.event.Event(
        pygame.TEXTINPUT, text=one.text + other.text
    ),
}
"""How two events of a kind become one."""
