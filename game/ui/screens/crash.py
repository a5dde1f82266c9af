"""What is shown after the program itself failed: where, what became of the game, how to go on."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from game.ui.screens.parts import footer, header, page, pointed
from game.ui.toolkit import (
    BACK,
    Button,
    Card,
    Centre,
    Column,
    Inset,
    Paragraph,
    Screen,
    ScrollArea,
    Shortcut,
    Spacer,
    Ui,
    Widget,
)
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House
    from game.ui.rescue import Fault


_HEAD = sentence("It is not your fault")


class Crash(Screen):
    """Says in plain words that a screen failed, and leads on."""

    title = sentence("Something went wrong")
    first_focus: ClassVar[str] = "crash.on"

    def __init__(self, house: "House", fault: "Fault") -> None:
        self._house = house
        self._fault = fault

    def view(self, ui: Ui) -> Widget:
        """Put what happened into one card."""
        fault = self._fault
        lines = [
            Paragraph(fault.what),
            pointed("save", fault.kept, "good") if fault.kept is not None else None,
            pointed("info", _log_of(fault), ink="muted"),
        ]
        card = Card(Column(lines, gap=12), _HEAD, "triangle-alert", tone="bad")
        body = Inset(Centre(Column([card]), limit=640, across="x"), x=24, y=32)
        return page(
            header(self.title, None),
            ScrollArea(body, key="crash", read=True, grow=1),
            self._foot(),
        )

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._house.open_title}

    def _foot(self) -> Widget:
        leave = Button(
            sentence("Quit"),
            self._house.navigator.quit,
            "log-out",
            "quiet",
            key="crash.quit",
            tooltip=sentence("Close the window"),
        )
        playing = self._fault.playing
        on = playing is not None
        title = Button(
            sentence("Title"),
            self._house.open_title,
            variant="secondary" if on else "primary",
            key="crash.title" if on else "crash.on",
            tooltip=sentence("Back to the title (Esc)"),
        )
        if playing is None:
            return footer([leave, Spacer(), title])
        go_on = Button(
            sentence("Go on playing"),
            partial(self._house.resume, playing),
            "arrow-right",
            "primary",
            icon_last=True,
            key="crash.on",
            tooltip=sentence("Back to your game"),
        )
        return footer([leave, Spacer(), title, go_on])


def _log_of(fault: "Fault") -> Sentence:
    if fault.log is None:
        return sentence("It could not be written down for those who mend the program.")
    return sentence(
        "What happened is written in {path}. Send that file to those who mend the program.",
        path=str(fault.log),
    )
