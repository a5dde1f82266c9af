"""The help behind F1: the words of the game, explained from both sides, and the keys."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from game.report.glossary import Entry, glossary_sorted
from game.report.language import Language
from game.ui.screens.keys import keys_list
from game.ui.screens.parts import NARROW, header, page
from game.ui.toolkit import (
    BACK,
    HELP,
    Card,
    Column,
    Dialog,
    Icon,
    Inset,
    Label,
    Notice,
    Option,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Segments,
    Shortcut,
    Spacer,
    TextField,
    Ui,
    Widget,
)
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House

FIRST: Final = "words.wanted"
"""The key of the field in which a word is looked for."""

_WORDS: Final = "words"
_PAGES: Final = (
    Option(_WORDS, sentence("Words"), tooltip=sentence("What everything is called and means")),
    Option("keys", sentence("Keys"), tooltip=sentence("What every key does, screen by screen")),
)


class WordsOfTheGame:
    """The help's place on a screen: open or not, its page, and the word last looked for."""

    def __init__(self) -> None:
        self._shown = False
        self._wanted = ""
        self._page = _WORDS

    def open(self, ui: Ui | None) -> None:
        """Show the dialog, ready to type in; None where the screen has not been seen yet."""
        self._shown = True
        if ui is not None:
            ui.focus(FIRST)

    def dialog(self, language: Language) -> Dialog | None:
        """Return the dialog while it is open."""
        if not self._shown:
            return None
        return Dialog(
            sentence("Help"),
            self.content(language),
            (),
            self._close,
            "book-open",
            limit=640,
            shortcuts={HELP: self._close},
            key="words",
        )

    def content(self, language: Language) -> Widget:
        """Return both pages' names and the page that is open."""
        pages = Row([Segments(_PAGES, self._page, self._open_page, key="words.pages")])
        if self._page != _WORDS:
            return Column([pages, keys_list()], gap=14)
        return Column([pages, *_words(language, self._wanted, self._find)], gap=14)

    def _open_page(self, name: str) -> None:
        self._page = name

    def _find(self, wanted: str) -> None:
        self._wanted = wanted

    def _close(self) -> None:
        self._shown = False


class Help(Screen):
    """The help as a screen of its own, for those outside a game."""

    title = sentence("Help")
    first_focus: ClassVar[str] = FIRST

    def __init__(self, house: "House") -> None:
        self._house = house
        self._words = WordsOfTheGame()

    def view(self, ui: Ui) -> Widget:
        """Return the pages in one column."""
        card = Card(self._words.content(self._house.language), grow=6)
        roomy = ui.metrics.units.w >= NARROW
        around = [Spacer(), card, Spacer()] if roomy else [card]
        body = Inset(Row(around, gap=0), x=24, y=20)
        area = ScrollArea(body, key="help", read=True, grow=1)
        return page(header(self.title, self._back), area)

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back, HELP: self._back}

    def _back(self) -> None:
        self._house.navigator.pop()


def _words(language: Language, wanted: str, on_wanted: Callable[[str], None]) -> list[Widget]:
    """Return the words that have some letters in them; all where ``wanted`` is empty."""
    entries = glossary_sorted(language, wanted)
    none = Notice("search", sentence("No word like this"), sentence("Try fewer letters."))
    field = TextField(
        key=FIRST,
        name=sentence("Find a word"),
        tooltip=sentence("Type a part of the word."),
        placeholder=sentence("Find a word"),
        text=wanted,
        limit=40,
        on_change=on_wanted,
    )
    return [field, *([_entry(entry) for entry in entries] or [none])]


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
