"""The dialog that keeps a branch as a game of its own; no game of that name may be there."""

from typing import TYPE_CHECKING

from game.session import Session
from game.storage.save_files import safe_name
from game.ui.lab import Lab
from game.ui.toolkit import Button, Column, Dialog, Label, Paragraph, TextField, Widget
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House


class LabSaveDialog:
    """Asks for a new name and keeps a branch under it."""

    def __init__(self, house: "House", lab: Lab, branch: Session) -> None:
        self._house = house
        self._lab = lab
        self._branch = branch
        self._asking = False
        self._name = ""

    def open(self) -> None:
        """Ask for the name; one that is free is proposed."""
        say, number = self._lab.language.say, 1
        title = self._lab.rules.title
        while True:
            self._name = say(sentence("{title}, branch {number}", title=title, number=str(number)))
            if not self._taken():
                break
            number += 1
        self._asking = True
        self._house.focus("lab.name")

    def close(self) -> None:
        """Keep nothing."""
        self._asking = False

    def view(self) -> Widget | None:
        """Return the dialog while it is open."""
        if not self._asking:
            return None
        refusal = self._refusal()
        why = sentence("The game that you branched stays as it is; this one is kept beside it.")
        return Dialog(
            sentence("Save this branch as a new game"),
            Column(
                [
                    Paragraph(why, role="muted"),
                    TextField(
                        key="lab.name",
                        name=sentence("Name"),
                        tooltip=sentence("The name that the list of saved games shows"),
                        text=self._name,
                        limit=80,
                        on_change=self._rename,
                        on_enter=self._save,
                        grow=0,
                    ),
                    Label(refusal, role="warning") if refusal and self._name.strip() else None,
                ],
                gap=12,
            ),
            [
                Button(
                    sentence("Cancel"),
                    self.close,
                    key="lab.cancel",
                    tooltip=sentence("Back without saving (Esc)"),
                ),
                Button(
                    sentence("Save"),
                    self._save,
                    variant="primary",
                    key="lab.keep",
                    tooltip=sentence("Keep the branch under this name (Enter)"),
                    disabled=refusal or "",
                ),
            ],
            self.close,
            icon="save",
            key="lab.saving",
        )

    def _taken(self) -> bool:
        # Two names may be one file: compare what would be written.
        name = safe_name(self._name).casefold()
        return any(safe_name(card.name).casefold() == name for card in self._house.saves())

    def _refusal(self) -> Sentence | None:
        if not self._name.strip():
            return sentence("Give it a name first.")
        if self._taken():
            return sentence("A save of this name is there already. Choose another name.")
        return None

    def _rename(self, name: str) -> None:
        self._name = name

    def _save(self) -> None:
        if self._refusal() is not None:
            return
        name = self._name.strip()
        if self._house.save(name, self._lab.planning(self._branch, "kept")):
            self._asking = False
            self._house.tell(sentence("Saved as “{name}”.", name=name), "good")
