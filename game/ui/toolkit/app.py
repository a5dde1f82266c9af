"""The app of a window: takes events and time, keeps a picture that is up to date."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal, TypeAlias

import pygame

from game.report.theme import Theme
from game.ui.toolkit.assets import Assets, Clipboard, Wording
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.guide import Guide
from game.ui.toolkit.happening import Stroke
from game.ui.toolkit.motion import HOVER, PRESS, TOOLTIP
from game.ui.toolkit.overlay import (
    TOAST_LASTS,
    Toast,
    floating,
    says_it_already,
)
from game.ui.toolkit.painter import Painter
from game.ui.toolkit.routing import Router
from game.ui.toolkit.scale import Metrics
from game.ui.toolkit.screen import Navigator, Screen, Shortcut
from game.ui.toolkit.tree import Node, found, lay_out, lay_over, top_layer
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Widget
from game.words import Sentence

_BLINK: Final = 530
_CHARTS_A_FRAME: Final = 1

Doing: TypeAlias = Literal["do", "move", "view"]
"""What a screen was asked for: to take what somebody did, to go on by itself, or to be seen."""


class App:
    """Shows the current screen of a navigator on a surface.

    ``tick`` is the only thing that makes anything happen; ``surface`` is the picture, ``painted``
    the boxes of it that the last tick changed.
    """

    def __init__(
        self,
        size: tuple[int, int],
        theme: Theme,
        assets: Assets,
        screen: Screen | Navigator,
        *,
        text: float = 1.0,
        say: Callable[[Sentence], str] = str,
        clipboard: Clipboard | None = None,
    ) -> None:
        self.navigator = screen if isinstance(screen, Navigator) else Navigator(screen)
        self.ui = Ui(assets, theme, Metrics(Size(*size), text), say, clipboard)
        self.surface = pygame.Surface(size, 0, 32)
        self.nodes: list[Node] = []
        self.painted: list[Box] = []
        self.shortcuts: dict[Shortcut, Callable[[], None]] = {}
        """What keys do on every screen that does not use them itself."""
        self.guide: Guide | None = None
        """Who shows places on the screens, where somebody does."""
        self._router = Router(self.ui)
        self._router.shortcuts = self._all_shortcuts
        self._painter = Painter()
        self.ahead = self._painter.ahead
        """Holds a new page back until all of it is drawn, once it has a clock."""
        self._seen: Screen | None = None
        self._looks: dict[str, Look] = {}
        self._toasts: list[tuple[Wording, Role, int]] = []
        self._still = 0
        self._blink = 0
        self._hint = ""
        self._viewed = False
        self._moved = False
        self._doing: Doing = "view"
        self.rescue: Callable[[Exception, Doing], None] | None = None
        """Called with what a screen raised and should not have: it shows another one."""

    @property
    def focus(self) -> str:
        """The key of the widget that has the focus."""
        return self._router.focus

    @property
    def ring(self) -> bool:
        """Whether the focus is shown."""
        return self._router.ring

    @property
    def held(self) -> bool:
        """Whether the pointer is down on something, which may not have come to its end."""
        return bool(self._router.pressed)

    @property
    def subject(self) -> str:
        """The key of what the focus or the pointer is at, whichever moved last."""
        router = self._router
        return router.focus if router.aim == "focus" or not router.hover else router.hover

    def press(self, key: str) -> bool:
        """Press a widget as Enter would; say whether it is there."""
        node = found(self.nodes, key)
        if node is None:
            return False
        node.widget.react(self.ui, node.box, Stroke("return"))
        self._viewed = False
        return True

    def reveal(self, key: str) -> None:
        """Let whatever scrolls around a widget bring it into view."""
        self._router.reveal(key)
        self._viewed = False

    def refresh(self) -> None:
        """Ask the screen for a new view at the next tick."""
        self._viewed = False

    def hush(self) -> None:
        """Take away the messages at the foot: somebody else looks from now on."""
        self._toasts.clear()
        self.ui.toasts.clear()

    def resize(self, size: tuple[int, int]) -> None:
        """Take another window size, in pixels; of one that has none, one pixel is painted."""
        size = (max(1, size[0]), max(1, size[1]))
        if size != self.surface.get_size():
            self.surface = pygame.Surface(size, 0, 32)
            self.ui.restyle(self.ui.theme, Metrics(Size(*size), self.ui.metrics.text))
            self._start_over(blank=True)

    def restyle(
        self,
        *,
        theme: Theme | None = None,
        text: float | None = None,
        reduce_motion: bool | None = None,
        say: Callable[[Sentence], str] | None = None,
    ) -> None:
        """Take other settings; what is left out stays."""
        metrics = self.ui.metrics if text is None else Metrics(self.ui.metrics.window, text)
        self.ui.restyle(theme or self.ui.theme, metrics)
        if reduce_motion is not None:
            self.ui.motion.reduced = reduce_motion
            if reduce_motion:
                self.ui.motion.clear()
        if say is not None:
            self.ui.respeak(say)
        self._start_over()

    def tick(self, events: Iterable[pygame.event.Event] = (), dt: int = 0) -> bool:
        """Take what happened in the last ``dt`` milliseconds; say whether the picture changed."""
        try:
            return self._tick(events, dt)
        except Exception as fault:
            if self.rescue is None:
                raise
            failed = self.navigator.current
            self._give_up_view()
            self.rescue(fault, self._doing)
            if self.navigator.current is not failed:
                self.guide = None  # it shows places of the screen that failed, or failed itself
            return self._tick((), 0)

    def may_quit(self) -> bool:
        """Ask the screen whether the program may end; one that fails to answer cannot hold it."""
        try:
            self._router.take_typed()
            return self.navigator.current.ask_to_quit()
        except Exception as fault:
            if self.rescue is None:
                raise
            self.rescue(fault, "do")
            return True

    def _give_up_view(self) -> None:
        """Forget what a screen left half done."""
        self.surface.set_clip(None)
        self.nodes = []
        self._router.leave()
        self._router.pressed = ""
        self.ui.charts_allowed = None
        self._start_over(blank=True)

    def _tick(self, events: Iterable[pygame.event.Event], dt: int) -> bool:
        held = self.ahead.begin()
        dt = 0 if held else dt  # what moves in a page begins when the page is seen
        self._doing = "do"
        self._follow_screen()
        self._router.advance(dt)
        if self.guide is not None and self._viewed and self.guide.lead():
            self._viewed = False
        before = (self._router.hover, self.focus, self.ring)
        changed = self._route(events) or held
        changed |= self.ui.motion.advance(dt)
        self._doing = "move"
        leaves = self.ahead.clock is not None and self.navigator.current is not self._seen
        self._moved = not (held or leaves) and self.navigator.current.tick(dt)
        if self._moved:
            self._viewed = False
        changed |= self._wait(dt, before)
        if not self._viewed:
            if not self.ahead.may_view(leaves=leaves, is_held=self.held):
                self.painted = []
                return False
            self._view()
            changed = True
        if changed or self.ui.late or before != (self._router.hover, self.focus, self.ring):
            self._paint()
        else:
            self.painted = []
        return bool(self.painted)

    def _route(self, events: Iterable[pygame.event.Event]) -> bool:
        """Let widgets meet what happened; say whether there was another view for it."""
        viewed = False
        for event in self._router.merge(events):
            if not self._viewed:
                # An event must meet the widgets that the one before it brought about.
                self._view()
                viewed = True
            self._doing = "do"
            if self._router.route(event):
                self._viewed = False
            if event.type == pygame.KEYDOWN and self.navigator.current is not self._seen:
                self._router.ring = True  # who comes to a screen by a key sees where the focus is
        return viewed

    def patience(self) -> int | None:
        """Return the milliseconds after which something moves by itself; None if nothing will."""
        if self.ui.motion.moving or not self._viewed or self.ui.toasts or self.ui.late:
            return 0
        if self._moved or self.ahead.holding or self.navigator.current.busy():
            return 0
        waits = [left for _, _, left in self._toasts]
        if self._may_hint() and not self._hint:
            waits.append(max(0, TOOLTIP - self._still))
        if self.text_box() is not None and not self.ui.motion.reduced:
            waits.append(_BLINK - self._blink % _BLINK)
        return min(waits, default=None)

    def text_box(self) -> Box | None:
        """Return where text is being typed, for the window of an input method."""
        node = found(self.nodes, self.focus)
        return node.box if node is not None and node.widget.typing(self.ui) else None

    def _all_shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return what keys do: a screen's own keys wait while a dialog is open."""
        shown = {} if self.guide is None else self.guide.shortcuts()
        if top_layer(self.nodes) >= 0:
            return {**self.shortcuts, **shown}
        return {**self.shortcuts, **self.navigator.current.shortcuts(), **shown}

    def _start_over(self, *, blank: bool = False) -> None:
        self._painter.forget(blank=blank)
        self._viewed = False

    def _follow_screen(self) -> None:
        screen = self.navigator.current
        if screen is self._seen:
            return
        self._seen = screen
        fresh = self.ui.memory is not self.navigator.memory and not self.navigator.memory.focus
        self.ui.memory = self.navigator.memory
        self._router.leave()
        if fresh and screen.first_focus:
            self.ui.focus(screen.first_focus)
        elif self.ui.memory.focus:
            # The window may have changed since: what led away from here is brought into sight.
            self.ui.focus(self.ui.memory.focus)
        self.ui.motion.clear()
        self._viewed = False

    def _view(self) -> None:
        """Ask for a view, lay it out, and let focus and pointer find their widgets again."""
        self._follow_screen()
        self._viewed = True
        self._doing = "view"
        ui, window = self.ui, Box(0, 0, *self.surface.get_size())
        ui.begin_view()
        root = self.navigator.current.view(ui)
        self._lay_out(root, window)
        if ui.wanted_focus is not None:
            self._router.settle(self.nodes)
            # What has the focus now may have been scrolled into sight.
            self._lay_out(root, window)
        self._router.settle(self.nodes)
        for text, tone in ui.toasts:
            # What is said again is not said twice: it only stays longer.
            others = [each for each in self._toasts if each[0] != text]
            self._toasts = [*others, (text, tone, TOAST_LASTS)]
        ui.toasts.clear()

    def _lay_out(self, root: Widget, window: Box) -> None:
        self.nodes = lay_out(self.ui, root, window)
        above = None if self.guide is None else self.guide.over(self.nodes)
        if above is not None:
            lay_over(self.ui, self.nodes, above, window)

    def _wait(self, dt: int, before: tuple[str, str, bool]) -> bool:
        """Let the tooltip, the caret and the messages have their time; say if one changed."""
        kept = [(text, tone, left - dt) for text, tone, left in self._toasts if left > dt]
        changed = len(kept) != len(self._toasts)
        self._toasts = kept
        blinked = (self._blink + dt) // _BLINK != self._blink // _BLINK
        self._blink += dt
        changed |= blinked and self.text_box() is not None
        if before != (self._router.hover, self.focus, self.ring):
            self._still, self._blink = 0, 0
        else:
            self._still += dt
        hint = self._hint_target() if self._may_hint() and self._still >= TOOLTIP else ""
        hint = self._refused() or self._asked() or hint
        changed |= hint != self._hint
        self._hint = hint
        return changed

    def _refused(self) -> str:
        """Return the field whose text was refused: the focused one, or one that was left so."""
        layer = top_layer(self.nodes)
        urgent = [
            node.key
            for node in self.nodes
            if node.layer == layer and node.widget.urgent(self.ui) and node.box.overlap(node.clip).h
        ]
        return self.focus if self.focus in urgent else next(iter(urgent), "")

    def _asked(self) -> str:
        """Return what was pressed though it cannot be used, while it still cannot."""
        node = found(self.nodes, self._router.asked)
        if node is None or not node.widget.barred() or not node.widget.hint(self.ui, node.box):
            return ""
        return node.key

    def _may_hint(self) -> bool:
        router = self._router
        return not (router.quiet or router.fresh) and bool(self._hint_target())

    def _hint_target(self) -> str:
        """Return what a tooltip would be about: focus or pointer, which moved last."""
        router = self._router
        key = self.focus if router.aim == "focus" and router.ring else router.hover
        node = found(self.nodes, key)
        if node is None or not node.widget.hint(self.ui, node.box):
            return ""
        return "" if says_it_already(self.ui, self.nodes, node) else key

    def _floating(self, window: Box) -> list[Node]:
        toasts = [Toast(text, tone) for text, tone, _ in self._toasts]
        return floating(self.ui, self.nodes, toasts, found(self.nodes, self._hint), window)

    def _paint(self) -> None:
        self._doing = "view"
        window = Box(0, 0, *self.surface.get_size())
        nodes = [*self.nodes, *self._floating(window)]
        self._looks = {node.key: self._look(node) for node in nodes if _has_look(node.widget)}
        self.ui.motion.keep_used()
        self.ui.waiting, self.ui.late = self.ui.late, set()
        self.ui.charts_allowed = _CHARTS_A_FRAME
        self.painted = self._painter.paint(
            self.surface, self.ui, nodes, self._looks, self.ui.waiting
        )
        self.ui.charts_allowed = None

    def _look(self, node: Node) -> Look:
        key, widget, motion = node.key, node.widget, self.ui.motion
        hover = press = glide = 0.0
        focused = key == self.focus
        if widget.usable():
            target = 1.0 if key == self._router.hover else 0.0
            hover = motion.toward(f"{key} hover", target, HOVER)
            press = motion.toward(f"{key} press", float(key == self._router.pressed), PRESS)
        moving = widget.glide()
        if moving is not None:
            glide = motion.toward(f"{key} glide", moving.target, moving.span, moving.start)
        memory = self.ui.recall(key) if widget.key else None
        lit = not (focused and self._dark and widget.typing(self.ui))
        return Look(hover, press, focused, focused and self.ring, glide, memory, lit)

    @property
    def _dark(self) -> bool:
        return not self.ui.motion.reduced and self._blink // _BLINK % 2 == 1


def _has_look(widget: Widget) -> bool:
    return bool(widget.key) or widget.usable() or widget.glide() is not None
