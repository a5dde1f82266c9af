"""The dialog behind F1: the words of the game, explained, and how each side speaks of them."""

from collections.abc import Callable

from game.report.glossary import Entry, glossary_sorted
from game.report.language import Language
from game.ui.toolkit import (
    Column,
    Dialog,
    Icon,
    Label,
    Notice,
    Paragraph,
    Row,
    TextField,
    Ui,
    Widget,
)
from game.words import Sentence, sentence

FIRST = "words.wanted"
"""The key of the field in which a word is looked for."""


class WordsOfTheGame:
    """The dialog's place on a screen: open or not, and the word last looked for."""

    def __init__(self) -> None:
        self._shown = False
        self._wanted = ""

    def open(self, ui: Ui | None) -> None:
        """Show the dialog, ready to type in; None where the screen has not been seen yet."""
        self._shown = True
        if ui is not None:
            ui.focus(FIRST)

    def dialog(self, language: Language) -> Dialog | None:
        """Return the dialog while it is open."""
        if not self._shown:
            return None
        return words_dialog(language, self._wanted, self._find, self._close)

    def _find(self, wanted: str) -> None:
        self._wanted = wanted

    def _close(self) -> None:
        self._shown = False


def words_dialog(
    language: Language, wanted: str, on_wanted: Callable[[str], None], on_close: Callable[[], None]
) -> Dialog:
    """Return the words that have some letters in them; all where ``wanted`` is empty."""
    entries = glossary_sorted(language, wanted)
    none = Notice("search", sentence("No word like this"), sentence("Try fewer letters."))
    content = Column(
        [
            TextField(
                key=FIRST,
                name=sentence("Find a word"),
                tooltip=sentence("Type a part of the word."),
                placeholder=sentence("Find a word"),
                text=wanted,
                limit=40,
                on_change=on_wanted,
            ),
            *([_entry(entry) for entry in entries] or [none]),
        ],
        gap=14,
    )
    return Dialog(
        sentence("The words of the game"),
        content,
        (),
        on_close,
        "book-open",
        limit=640,
        key="words",
    )


def _entry(entry: Entry) -> Widget:
    text = [
        Label(entry.term, weight=600),
        Paragraph(entry.definition, role="muted"),
        _voice(sentence("Marketing: “{said}”", said=entry.marketing), "marketing")
        if entry.marketing
        else None,
        _voice(sentence("Sales: “{said}”", said=entry.sales), "sales") if entry.sales else None,
    ]
    icon = Icon(entry.icon or "book-bookmark", 18)
    return Row([icon, Column(text, gap=2, grow=1)], gap=12, align="start")


def _voice(said: Sentence, side: str) -> Widget:
    return Paragraph(said, size=12, role=side)
