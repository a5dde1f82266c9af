"""What all fields for typing share: caret, selection, clipboard, input method."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pygame

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.edit import Edit, on_one_line
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import (
    Composing,
    Drag,
    Focus,
    Happening,
    Press,
    Release,
    Stroke,
    Typed,
)
from game.ui.toolkit.labels import run_in
from game.ui.toolkit.text import Face, Run, Side
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Control, Look

_PAD: Final = 10


@dataclass(frozen=True, slots=True)
class Typing:
    """What a field keeps while somebody types, and why the text was refused.

    Attributes:
        edit: the text as it stands.
        refused: why it cannot be taken; empty while nobody tried.
        instead: what the field held when it was refused. Once it holds something else (a slider
            moved, a plan was taken back), what was typed is forgotten.

    """

    edit: Edit
    refused: Wording = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedField(Control):
    """The part that fields share: caret, selection, clipboard, input method.

    Attributes:
        text: what it holds.
        limit: characters at most.

    """

    text: Wording = ""
    placeholder: Wording = ""
    limit: int = 200
    side: Side = "left"
    compact: bool = False
    """Whether it is 26 high instead of 36, for boards with many rows."""

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self.compact,)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return a line of the usual width."""
        return Size(min(room, ui.px(240)), ui.px(26 if self.compact else 36))

    def least(self, ui: Ui) -> int:
        """Return room for a short amount."""
        return ui.px(64)

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return its text's baseline."""
        face = self._face(ui)
        return (box.h - face.line) // 2 + ui.letters.ascent(face)

    def typing(self, ui: Ui) -> bool:
        """Say that text is typed here."""
        return not self.disabled

    def urgent(self, ui: Ui) -> bool:
        """Say whether what was typed was refused."""
        return bool(self._refused(ui))

    def hint(self, ui: Ui, box: Box) -> str:
        """Return why the text was refused, why the field is disabled, or its tooltip."""
        return ui.say(self._refused(ui) or self.disabled or self.tooltip)

    def ground(self, ui: Ui) -> Role:
        """Return what its text stands on."""
        return "raised" if self.disabled else "surface"

    def edge(self, ui: Ui) -> Role:
        """Return its border."""
        return "bad" if self._refused(ui) else ("" if self.disabled else "control")

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return what it holds; what is being typed moves under its window and is painted."""
        if look.focused and not self.disabled:
            return ()
        face, inner = self._face(ui), box.inset(ui.px(_PAD), 0)
        typing = self._typing(ui, look.memory)
        text = typing.edit.text if typing else ui.say(self.text)
        role = "muted" if self.disabled or not text else "text"
        text = text or ui.say(self.placeholder)
        short = ui.letters.shorten(text, face, inner.w)
        return (run_in(ui, inner, short, face, role, self.side, whole=text),)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint the box and, with the focus, text, selection and caret."""
        ui = canvas.ui
        typing = self._typing(ui, look.memory)
        if look.ring:
            canvas.ring(box, 6)
        border = "hairline" if self.disabled else canvas.between("control", "text", look.hover / 2)
        if look.focused and not self.disabled:
            border = "accent"
        if typing is not None and typing.refused:
            border = "bad"
        canvas.rounded(box, 6, self.ground(ui), border)
        if look.focused and not self.disabled:
            edit = typing.edit if typing else Edit(ui.say(self.text), len(ui.say(self.text)), 0)
            self._paint_typing(canvas, box.inset(ui.px(_PAD), 0), edit, caret=look.lit)

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Edit the text."""
        if self.disabled:
            return isinstance(happening, Press)
        match happening:
            case Focus(gained=True):
                kept = self._typing(ui, ui.recall(self.key)) or Typing(self.edit(ui))
                self.keep(ui, replace(kept, edit=Edit.whole(kept.edit.text)))
            case Focus(gained=False):
                self._compose(ui, "")
                self.leave(ui)
            case Typed(text=text):
                self._put(ui, text)
            case Composing(text=text):
                self._compose(ui, text)
            case Press(at=point, clicks=clicks, shift=shift):
                self._click(ui, box, point[0], clicks, shift)
            case Drag(at=point):
                self._drag(ui, self._place(ui, box, point[0]))
            case Stroke():
                return self._key(ui, happening)
            case Release():
                pass
            case _:
                return False
        return True

    def leave(self, ui: Ui) -> None:
        """Take what was typed when the focus goes."""
        ui.remember(self.key, None)

    def enter(self, ui: Ui) -> bool:
        """Take what was typed because of Enter; say whether that meant anything."""
        return False

    def changed(self, ui: Ui) -> None:
        """Follow a change of the text while it is typed."""

    def _put(self, ui: Ui, text: str) -> None:
        """Put text in place of what is selected; from then on a click puts the caret."""
        ui.remember(f"{self.key} focused", True)
        self.keep(ui, Typing(self.edit(ui).typed(text, self.limit)))
        self.changed(ui)

    def _compose(self, ui: Ui, text: str) -> None:
        """Show what an input method is making; it says "" whenever it makes nothing."""
        edit, shown = self.edit(ui), on_one_line(text[: self.limit])
        if shown != edit.composing:
            self.keep(ui, Typing(replace(edit, composing=shown)))

    def _key(self, ui: Ui, stroke: Stroke) -> bool:
        edit = self.edit(ui)
        if edit.composing:
            # Its keys are the input method's: Enter takes a word there, and not the amount.
            if stroke.name == "escape":
                self._compose(ui, "")
            return True
        match stroke:
            case Stroke("return" | "enter" | "keypad enter", ctrl=ctrl):
                return self._committed(ui) if ctrl else self.enter(ui)
            case Stroke("escape"):
                return self._restore(ui, edit)
            case Stroke("space", ctrl=False):
                return True
            case Stroke("a" | "c" | "x" | "v", ctrl=True):
                self._clip(ui, edit, stroke.name)
                return True
        return self._change(ui, edit, _edited(edit, stroke))

    def _change(self, ui: Ui, before: Edit, after: Edit | None) -> bool:
        """Keep the text after a key; say whether the key was one of editing."""
        if after is None:
            return False
        self.keep(ui, Typing(after))
        ui.remember(f"{self.key} focused", True)
        if after.text != before.text:
            self.changed(ui)
        return True

    def _committed(self, ui: Ui) -> bool:
        """Take what was typed before Ctrl+Enter commits the screen; keep it back if refused."""
        self.leave(ui)
        return self.urgent(ui)

    def _restore(self, ui: Ui, edit: Edit) -> bool:
        """Give up what was typed; an untouched field leaves Esc to the dialog or screen."""
        untouched = edit.text == ui.say(self.text)
        self.keep(ui, Typing(Edit.whole(ui.say(self.text))))
        ui.remember(f"{self.key} focused", None)
        return not untouched

    def _clip(self, ui: Ui, edit: Edit, letter: str) -> None:
        if letter == "a":
            self.keep(ui, Typing(Edit.whole(edit.text)))
        if letter in "cx" and edit.selected:
            ui.clipboard.copy(edit.selected)
        pasted = ui.clipboard.paste() if letter == "v" else ""
        if pasted:
            self._put(ui, pasted)
        if letter == "x":
            self._put(ui, "")

    def _click(self, ui: Ui, box: Box, x: int, clicks: int, shift: bool) -> None:
        """Put the caret there; the first click selects all, until something has been typed."""
        edit, at = self.edit(ui), self._place(ui, box, x)
        every = clicks > 1 or ui.recall(f"{self.key} focused") is None
        ui.remember(f"{self.key} focused", True)
        ui.remember(f"{self.key} from", at if every else None)
        self.keep(ui, Typing(Edit.whole(edit.text) if every else edit.placed(at, extend=shift)))

    def _drag(self, ui: Ui, at: int) -> None:
        """Select up to there; a hand that trembles while it clicks leaves all selected."""
        start, edit = ui.recall(f"{self.key} from"), self.edit(ui)
        if at == start:
            return
        if isinstance(start, int):
            edit = edit.placed(start)
            ui.remember(f"{self.key} from", None)
        self.keep(ui, Typing(edit.placed(at, extend=True)))

    def edit(self, ui: Ui) -> Edit:
        """Return the text as it is being typed."""
        kept = self._typing(ui, ui.recall(self.key))
        return Edit.whole(ui.say(self.text)) if kept is None else kept.edit

    def refuse(self, ui: Ui, why: Wording) -> None:
        """Keep what was typed, and say why it cannot be taken."""
        self.keep(ui, Typing(self.edit(ui), why))

    def _refused(self, ui: Ui) -> Wording:
        kept = self._typing(ui, ui.recall(self.key))
        return "" if kept is None else kept.refused

    def _typing(self, ui: Ui, kept: object) -> Typing | None:
        """Return what the field keeps, unless it was refused and the field holds another text."""
        if not isinstance(kept, Typing):
            return None
        held = ui.say(self.text)
        return kept if held in (kept.instead, kept.edit.text) else None

    def keep(self, ui: Ui, typing: Typing) -> None:
        """Keep what is being typed until the next view."""
        ui.remember(self.key, replace(typing, instead=ui.say(self.text)))

    def _face(self, ui: Ui) -> Face:
        return ui.face(14, 500 if self.side == "right" else 400)

    def _place(self, ui: Ui, box: Box, x: int) -> int:
        """Return the place between two characters that is nearest to a pixel column."""
        edit, face = self.edit(ui), self._face(ui)
        left = self._left(ui, box.inset(ui.px(_PAD), 0), edit)
        return min(
            range(len(edit.text) + 1),
            key=lambda at: abs(left + ui.letters.width(edit.text[:at], face) - x),
        )

    def _left(self, ui: Ui, inner: Box, edit: Edit) -> int:
        """Return where the text begins, so that the caret can be seen."""
        face = self._face(ui)
        shown = edit.text[: edit.caret] + edit.composing + edit.text[edit.caret :]
        wide = ui.letters.width(shown, face)
        if wide <= inner.w:
            return inner.right - wide if self.side == "right" else inner.x
        caret = ui.letters.width(edit.text[: edit.caret] + edit.composing, face)
        return inner.x - max(0, caret - inner.w)

    def _paint_typing(self, canvas: Canvas, inner: Box, edit: Edit, *, caret: bool) -> None:
        ui, face = canvas.ui, self._face(canvas.ui)
        shown = edit.text[: edit.caret] + edit.composing + edit.text[edit.caret :]
        left = self._left(ui, inner, edit)
        clip = canvas.surface.get_clip()
        canvas.surface.set_clip(clip.clip(pygame.Rect(inner.grown(ui.px(2)))))
        top = inner.y + (inner.h - face.line) // 2
        first, last = (left + ui.letters.width(edit.text[:at], face) for at in edit.span)
        if first != last and not edit.composing:
            marked = canvas.between(self.ground(ui), "accent", 0.3)
            canvas.fill(Box(first, top, last - first, face.line), marked)
        if not shown:
            canvas.run(run_in(ui, inner, ui.say(self.placeholder), face, "muted", self.side))
        text_box = Box(left, inner.y, ui.letters.width(shown, face), inner.h)
        canvas.run(run_in(ui, text_box, shown, face, "text"))
        at = left + ui.letters.width(edit.text[: edit.caret] + edit.composing, face)
        if edit.composing:
            start = left + ui.letters.width(edit.text[: edit.caret], face)
            canvas.fill(Box(start, top + face.line - ui.px(2), at - start, ui.px(1)), "text")
        if caret and (first == last or edit.composing):
            canvas.fill(Box(at, top, max(1, ui.px(1.5)), face.line), "text")
        canvas.surface.set_clip(clip)


def _edited(edit: Edit, stroke: Stroke) -> Edit | None:
    """Return the text after a key of editing, or None for another key."""
    word, extend = stroke.ctrl, stroke.shift
    moves: dict[str, Callable[[], Edit]] = {
        "left": lambda: edit.moved(-1, word=word, extend=extend),
        "right": lambda: edit.moved(1, word=word, extend=extend),
        "home": lambda: edit.placed(0, extend=extend),
        "end": lambda: edit.placed(len(edit.text), extend=extend),
        "backspace": lambda: edit.erased(forward=False, word=word),
        "delete": lambda: edit.erased(forward=True, word=word),
    }
    move = moves.get(stroke.name)
    return None if move is None else move()
