"""Fields for typing: amounts that are parsed and may be refused, and free text."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from game.ui.toolkit.geometry import Size
from game.ui.toolkit.text import Side
from game.ui.toolkit.typed import TypedField
from game.ui.toolkit.ui import Ui
from game.words import Sentence

Parse: TypeAlias = Callable[[str], float | Sentence]
"""Turns typed text into an amount, or into the sentence that says why it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountField(TypedField):
    """An amount, typed as people write amounts ("20k"): Enter takes it, Esc gives it up.

    Attributes:
        parse: turns the text into an amount or into the reason why not; the reason is shown at
            once and the text stays until it is mended or given up.
        on_commit: called with the amount.

    """

    parse: Parse = field(compare=False)
    on_commit: Callable[[float], None] = field(compare=False)
    side: Side = "right"
    limit: int = 24

    def measure(self, ui: Ui, room: int) -> Size:
        """Return room for six digits."""
        return Size(min(room, ui.px(84)), ui.px(26 if self.compact else 36))

    def enter(self, ui: Ui) -> bool:
        """Take the amount, or say why not."""
        self._take(ui)
        return True

    def leave(self, ui: Ui) -> None:
        """Take the amount as Enter would; without a change there is nothing to take."""
        self._take(ui)
        ui.remember(f"{self.key} focused", None)

    def _take(self, ui: Ui) -> None:
        text = self.edit(ui).text
        if text == ui.say(self.text):
            ui.remember(self.key, None)
            return
        amount = self.parse(text)
        if isinstance(amount, Sentence):
            self.refuse(ui, amount)
        else:
            ui.remember(self.key, None)
            ui.remember(f"{self.key} focused", None)  # the next click selects all of it again
            self.on_commit(amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(TypedField):
    """Free text on one line; the caller has each change at once."""

    on_change: Callable[[str], None] = field(compare=False)
    on_enter: Callable[[], None] | None = field(default=None, compare=False)

    def changed(self, ui: Ui) -> None:
        """Tell the text."""
        self.on_change(self.edit(ui).text)

    def leave(self, ui: Ui) -> None:
        """Keep nothing: the caller has the text."""
        ui.remember(f"{self.key} focused", None)
        ui.remember(self.key, None)

    def enter(self, ui: Ui) -> bool:
        """Do what Enter does here."""
        if self.on_enter is not None:
            self.on_enter()
        return self.on_enter is not None
