"""The dialog that keeps a game under a name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from game.storage.save_files import safe_name
from game.ui.toolkit import Button, Column, Dialog, Label, Paragraph, TextField, Widget
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.storage.saves import SaveCard
    from game.ui.playing import Playing


class Keeps(Protocol):
    """What a dialog asks of a house in which games are kept."""

    def saves(self) -> "tuple[SaveCard, ...]":
        """Return the saved games."""

    def save(self, name: str, playing: "Playing") -> bool:
        """Keep a game under a name; says whether it worked."""

    def tell(self, message: Sentence, tone: str = "accent") -> None:
        """Show a message at the foot of the window."""

    def focus(self, key: str) -> None:
        """Give the focus to a widget of the current screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveWords:
    """What a dialog says of the game that is kept.

    Attributes:
        title: of the dialog.
        why: what becomes of the games there are; None where nothing needs to be said.
        replaces: whether a game may take the place of another of its name.

    """

    title: Sentence
    why: Sentence | None = None
    replaces: bool = True


THIS_GAME: Final = SaveWords(title=sentence("Save this game"))


class SaveDialog:
    """Asks for a name and keeps a game under it; a screen shows it as its last layer.

    Args:
        house: keeps the game.
        playing: gives the game as it stands when it is kept.
        words: what the dialog says.

    """

    def __init__(
        self, house: Keeps, playing: "Callable[[], Playing]", words: SaveWords = THIS_GAME
    ) -> None:
        self._house = house
        self._playing = playing
        self._words = words
        self._asking = False
        self._name = ""

    def open(self, name: str) -> None:
        """Ask for the name, and propose one."""
        self._asking, self._name = True, name
        self._house.focus("save.name")

    def close(self) -> None:
        """Keep nothing."""
        self._asking = False

    def is_taken(self, name: str) -> bool:
        """Say whether a game of a name is kept already."""
        # Two names may be one file: compare what would be written.
        written = _written(name)
        return any(
            _written(card.name) == written and not card.automatic for card in self._house.saves()
        )

    def view(self) -> Widget | None:
        """Return the dialog while it is open."""
        if not self._asking:
            return None
        refusal, remark = self._refusal(), self._remark()
        return Dialog(
            self._words.title,
            Column(
                [
                    Paragraph(self._words.why, role="muted") if self._words.why else None,
                    TextField(
                        key="save.name",
                        name=sentence("Name"),
                        tooltip=sentence("The name that the list of saved games shows"),
                        text=self._name,
                        limit=80,
                        on_change=self._rename,
                        on_enter=self._save,
                        grow=0,
                    ),
                    Label(remark, role="warning") if remark else None,
                ],
                gap=12,
            ),
            [
                Button(
                    sentence("Cancel"),
                    self.close,
                    key="save.cancel",
                    tooltip=sentence("Back without saving (Esc)"),
                ),
                Button(
                    sentence("Save"),
                    self._save,
                    variant="primary",
                    key="save.save",
                    tooltip=sentence("Keep the game under this name (Enter)"),
                    disabled=refusal or "",
                ),
            ],
            self.close,
            icon="save",
            key="save",
        )

    def _refusal(self) -> Sentence | None:
        if not self._name.strip():
            return sentence("Give it a name first.")
        if not self._words.replaces and self.is_taken(self._name):
            return sentence("A save of this name is there already. Choose another name.")
        return None

    def _remark(self) -> Sentence | None:
        """Return what the name would do, where there is one."""
        if not self._name.strip() or not self.is_taken(self._name):
            return None
        if self._words.replaces:
            return sentence("A save of this name is there; it will be replaced.")
        return self._refusal()

    def _rename(self, name: str) -> None:
        self._name = name

    def _save(self) -> None:
        if self._refusal() is not None:
            return
        name = safe_name(self._name)  # as the list of saved games will show it
        if self._house.save(name, self._playing()):
            self._asking = False
            self._house.tell(sentence("Saved as “{name}”.", name=name), "good")


def _written(name: str) -> str:
    """Return a name as a file has it, where capital letters are no difference."""
    return safe_name(name).casefold()
