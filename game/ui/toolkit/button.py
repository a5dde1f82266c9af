"""Buttons: primary, secondary and quiet ones, and those that are only an icon."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.happening import Happening, pressed
from game.ui.toolkit.labels import run_in
from game.ui.toolkit.text import Run
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Control, Look

Variant = Literal["primary", "secondary", "quiet", "danger"]


@dataclass(frozen=True, slots=True)
class Button(Control):
    """Something that is done when pressed.

    Attributes:
        text: what it does; its accessible name too.
        on_press: called once a press.
        icon: shown before the text, or after it with ``icon_last``.
        variant: one ``primary`` a screen; ``quiet`` has no border until pointed at.

    """

    text: Wording
    on_press: Callable[[], None] = field(compare=False)
    icon: str = ""
    variant: Variant = "secondary"
    icon_last: bool = False
    size: float = 14
    role: Role = ""
    """The text's colour, where it is not the variant's."""

    margin = 10.0

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (self._content(ui), self._pad(), self.size)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the size of icon and text and the padding around them."""
        width = self._content(ui) + 2 * ui.px(self._pad())
        return Size(min(room, max(width, ui.px(36))), ui.px(36))

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return its text's baseline."""
        face = ui.face(self.size, 600)
        return (box.h - face.line) // 2 + ui.letters.ascent(face)

    def commits(self) -> bool:
        """Say whether it is the one button that a screen is about."""
        return self.variant == "primary"

    def called(self, ui: Ui) -> str:
        """Return its text or, without one, its name."""
        return ui.say(self.name or self.text)

    def hint(self, ui: Ui, box: Box) -> str:
        """Return why it is disabled, its tooltip or, without a text, its name."""
        return ui.say(self.disabled or self.tooltip or (self.name if not self.text else ""))

    def ground(self, ui: Ui) -> Role:
        """Return the colour that its text stands on."""
        if self.disabled:
            return "" if self.variant == "quiet" else "raised"
        return {"primary": "accent", "danger": "bad", "secondary": "surface", "quiet": ""}[
            self.variant
        ]

    def edge(self, ui: Ui) -> Role:
        """Return its border."""
        return "control" if self.variant == "secondary" and not self.disabled else ""

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return its text, beside the icon."""
        if not self.text:
            return ()
        face = ui.face(self.size, 600)
        return (run_in(ui, self._parts(ui, box)[1], ui.say(self.text), face, self._ink()),)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint box and icon."""
        if look.ring:
            quiet = self.variant == "quiet" and self.text
            canvas.ring(box.inset(-canvas.ui.px(4), 0) if quiet else box, 8)
        fill = self._fill(canvas, look)
        if fill and self.variant == "quiet" and self.text:
            # Its text stands in line with other text; only the box around it reaches further.
            ui = canvas.ui
            canvas.rounded(Box(box.x - ui.px(8), box.y, box.w + 2 * ui.px(8), box.h), 8, fill)
        elif fill:
            border = self.edge(canvas.ui) or ("hairline" if self.disabled else "")
            canvas.rounded(box, 8, fill, border)
        if self.icon:
            role = "muted" if self.disabled else self._icon_ink(canvas, look)
            canvas.icon(self.icon, self._parts(canvas.ui, box)[0], role)

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Do it when the pointer goes up inside, or by Enter or Space."""
        press = pressed(happening)
        if press:
            self._do()
        return press is not None

    def _do(self) -> None:
        if not self.disabled:
            self.on_press()

    def _pad(self) -> float:
        if not self.text:
            return 0
        return 0 if self.variant == "quiet" else 16

    def _content(self, ui: Ui) -> int:
        text = ui.letters.width(ui.say(self.text), ui.face(self.size, 600)) if self.text else 0
        icon = ui.px(18) if self.icon else 0
        return text + icon + (ui.px(8) if text and icon else 0)

    def _parts(self, ui: Ui, box: Box) -> tuple[Box, Box]:
        """Return where icon and text stand: together in the middle."""
        icon = ui.px(18) if self.icon else 0
        gap = ui.px(8) if icon and self.text else 0
        inner = box.inset(ui.px(self._pad()) if self.text else 0, 0)
        wide = min(inner.w, self._content(ui))
        x = inner.x + (inner.w - wide) // 2
        text = wide - icon - gap
        if self.icon_last:
            return Box(x + text + gap, box.y, icon, box.h), Box(x, box.y, text, box.h)
        return Box(x, box.y, icon, box.h), Box(x + icon + gap, box.y, text, box.h)

    def _ink(self) -> Role:
        if self.disabled:
            return "muted"
        inks = {"primary": "on_accent", "danger": "background", "secondary": "text"}
        return self.role or inks.get(self.variant, "accent" if self.text else "muted")

    def _icon_ink(self, canvas: Canvas, look: Look) -> Role:
        if self.variant == "quiet" and not self.text and not self.role:
            return canvas.between("muted", "text", look.hover)
        return self._ink()

    def _fill(self, canvas: Canvas, look: Look) -> Role:
        if self.disabled:
            return self.ground(canvas.ui)
        strength = 0.10 * look.hover + 0.10 * look.press
        if self.variant == "quiet":
            if not strength:
                return ""
            return canvas.between("surface", "raised", min(1.0, look.hover + look.press))
        if self.variant == "secondary":
            return canvas.between("surface", "accent", strength)
        return canvas.between(self.ground(canvas.ui), "text", strength)


def icon_button(
    icon: str,
    name: Wording,
    on_press: Callable[[], None],
    *,
    key: str,
    tooltip: Wording = "",
    disabled: Wording = "",
    variant: Variant = "quiet",
) -> Button:
    """Return a square button with an icon alone; its name is its tooltip too."""
    return Button(
        "",
        on_press,
        icon,
        variant,
        key=key,
        name=name,
        tooltip=tooltip or name,
        disabled=disabled,
        width=36,
    )
