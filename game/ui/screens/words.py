"""The help behind F1: the words of the game, explained from both sides, and the keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Final

from game.report.glossary import Entry, glossary_entry, glossary_sorted, working
from game.report.language import Language
from game.report.workings import Working
from game.ui.screens.keys import keys_list
from game.ui.screens.parts import NARROW, header, page
from game.ui.screens.term import ROW, TermList, entry_page
from game.ui.toolkit import (
    BACK,
    HELP,
    Button,
    Card,
    Column,
    Composite,
    Dialog,
    Inset,
    Notice,
    Option,
    Row,
    Screen,
    ScrollArea,
    Segments,
    Shortcut,
    Spacer,
    TextField,
    Ui,
    Widget,
    icon_button,
)
from game.ui.whereabouts import term_about, whereabouts, why_unseen
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.session import PlayerView
    from game.ui.house import House
    from game.ui.playing import Playing
    from game.ui.tutorial import Spot, Tutor

FIRST: Final = "words.wanted"
"""The key of the field in which a word is looked for."""

_WORDS: Final = "words"
BEFORE: Final = Shortcut("left", ctrl=True)
AFTER: Final = Shortcut("right", ctrl=True)
_PAGES: Final = (
    Option(_WORDS, sentence("Words"), tooltip=sentence("What everything is called and means")),
    Option("keys", sentence("Keys"), tooltip=sentence("What every key does, screen by screen")),
)

_TALL: Final = 520
"""Design units of height from which list and page scroll each by itself."""

_AROUND: Final = 206
"""Design units of height that stand around list and page."""

_LIST: Final = 250

_NO_WORD: Final = 3
"""Rows of the list that the notice takes where no word is found."""


class WordsOfTheGame:
    """The help's place on a screen: open or not; what is read is kept for all screens.

    Args:
        tutor: knows what is read, and shows places; None where nobody does.
        playing: the game whose figures are shown; None outside a game.
        screen: the class of the screen on which places are shown.

    """

    def __init__(
        self, tutor: "Tutor | None" = None, playing: "Playing | None" = None, screen: str = ""
    ) -> None:
        from game.ui.tutorial import Reading  # the help is not for the first frame

        self._tutor = tutor
        self._playing = playing
        self._screen = screen
        self._reading: Reading = Reading() if tutor is None else tutor.reading
        self._shown = False
        self._both = True
        """Whether list and page stand beside each other."""
        self._room = 0
        """Design units of height for the list, where it stands alone."""
        self._ui: Ui | None = None
        self._kept_list: tuple[tuple[Language, str], tuple[Entry, ...]] | None = None
        self._kept_working: tuple[str, PlayerView, Language, Working | None] | None = None

    def open(self, ui: Ui | None) -> None:
        """Show the dialog at the word that the focus is about, else where one has read last."""
        self._shown = True
        self._ui = ui
        term = self.turn_to_subject()
        self._to_top()
        # Where the field scrolls with the list, it is the field that must be seen.
        beside = ui is not None and _has_room_for_both(ui)
        if self._tutor is not None and (term or beside):
            self._tutor.bring_into_view(f"words.term.{self._reading.term}")
        if ui is not None:
            ui.focus(f"words.term.{term}" if term else FIRST)

    def turn_to_subject(self) -> str:
        """Turn to the word that focus or pointer are about; returns it, "" where there is none."""
        self._reading.wanted = ""  # what was looked for is found, or given up
        term = "" if self._tutor is None else term_about(self._tutor.subject)
        if term:
            self._reading.page = _WORDS
            self._reading.turn_to(term)
        return term

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
            limit=1000,
            shortcuts={HELP: self._close, **self.turning()},
            key="words",
        )

    def content(self, language: Language) -> Widget:
        """Return both pages' names and the page that is open."""
        return _Pages(self, language)

    # What is shown --------------------------------------------------------------------------

    def pages(self, ui: Ui, language: Language) -> Widget:
        """Return the content for the room there is."""
        self._ui = ui
        reading, room = self._reading, ui.metrics.units
        names = Segments(_PAGES, reading.page, self._open_page, key="words.pages")
        on_words = reading.page == _WORDS
        head = Row([names, Spacer(), self._tutorial(), *(self._turners() if on_words else [])])
        if not on_words:
            return Column([head, keys_list()], gap=14)
        entries = self._found(language)
        self._both = _has_room_for_both(ui)
        self._room = max(0, room.h - _AROUND)
        if not self._both:
            return Column([head, *self._single(entries, language)], gap=14)
        left = Column(
            [self._search(entries), ScrollArea(self._list(entries), key="words.list", grow=1)],
            gap=10,
            width=_LIST,
        )
        right = ScrollArea(self._entry(language), key="words.page", read=True, grow=1)
        both = Row([left, right], gap=24, align="stretch", height=room.h - _AROUND)
        return Column([head, both], gap=14)

    def _found(self, language: Language) -> tuple[Entry, ...]:
        """Return the words that are listed, looked for once."""
        asked, kept = (language, self._reading.wanted), self._kept_list
        if kept is None or kept[0][0] is not language or kept[0][1] != asked[1]:
            kept = self._kept_list = (asked, glossary_sorted(*asked))
        return kept[1]

    def _worked(self, term: str, language: Language) -> Working | None:
        """Return how the open word's figure is worked out, worked out once."""
        playing = self._playing
        if playing is None:
            return None
        kept = self._kept_working
        if (
            kept is None
            or kept[0] != term
            or kept[1] is not playing.view
            or kept[2] is not language
        ):
            worked = working(term, playing.rules, playing.view, language)
            kept = self._kept_working = (term, playing.view, language, worked)
        return kept[3]

    def _single(self, entries: tuple[Entry, ...], language: Language) -> list[Widget]:
        """Return the list or, once a word is open, its page."""
        if self._reading.listing:
            # The field stays where it is while fewer and fewer words are found.
            below = self._room - ROW * max(_NO_WORD, len(entries))
            return [
                self._search(entries),
                self._list(entries),
                Spacer(height=max(0, below), grow=0),
            ]
        every = Button(
            sentence("All words"),
            self._to_list,
            "arrow-left",
            "quiet",
            key="words.all",
            tooltip=sentence("Back to the list of words"),
        )
        return [Row([every]), self._entry(language)]

    def _search(self, entries: tuple[Entry, ...]) -> Widget:
        return TextField(
            key=FIRST,
            name=sentence("Find a word"),
            tooltip=sentence("Type a part of the word; Enter opens the first that is found."),
            placeholder=sentence("Find a word"),
            text=self._reading.wanted,
            limit=40,
            on_change=self._find,
            on_enter=lambda: self._open(entries[0].key) if entries else None,
        )

    def _list(self, entries: tuple[Entry, ...]) -> Widget:
        if not entries:
            return Notice("search", sentence("No word like this"), sentence("Try fewer letters."))
        return TermList(entries, self._reading.term, self._open, self._look_at).column()

    def _entry(self, language: Language) -> Widget:
        entry = glossary_entry(self._reading.term)
        worked = self._worked(entry.key, language)
        return entry_page(entry, worked, language, self._follow, self._where(entry))

    def _where(self, entry: Entry) -> Widget | None:
        """Return the button that leads to where a word is at home; None outside a game."""
        if self._playing is None or self._tutor is None or not self._screen:
            return None
        spot = whereabouts(entry.key, self._screen)
        if spot is None:
            unseen: Sentence | None = sentence("It has no place on this screen.")
        else:
            unseen = why_unseen(spot, self._playing.view)
        return Button(
            sentence("Show me where"),
            lambda: self._go(spot, entry),
            "map",
            key="words.where",
            tooltip=sentence("Close the help and light up the place"),
            disabled=unseen or "",
        )

    def _turners(self) -> list[Widget]:
        reading = self._reading
        return [
            icon_button(
                "arrow-left",
                sentence("The word before (Ctrl + Left)"),
                self._back,
                key="words.back",
                disabled="" if reading.past else sentence("You have read no word before this."),
            ),
            icon_button(
                "arrow-right",
                sentence("The word after (Ctrl + Right)"),
                self._forward,
                key="words.forward",
                disabled="" if reading.future else sentence("You have read no word after this."),
            ),
        ]

    def turning(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return the keys that turn to words read before and after."""
        return {BEFORE: self._back, AFTER: self._forward}

    def _tutorial(self) -> Widget | None:
        """Return the way back to the tutorial, in a game that has one."""
        from game.ui.tutorial import is_taught

        playing, tutor = self._playing, self._tutor
        if playing is None or tutor is None or not is_taught(playing):
            return None
        waits = not tutor.on and tutor.step > 1
        return Button(
            sentence("Go on with the tutorial") if waits else sentence("Tutorial from the start"),
            lambda: self._teach(again=not waits),
            "graduation-cap",
            "quiet",
            key="words.tutorial",
            tooltip=sentence("It goes on at step {step}.", step=tutor.step)
            if waits
            else sentence("It begins with what can be done now."),
        )

    # What is done ---------------------------------------------------------------------------

    def _open_page(self, name: str) -> None:
        self._reading.page = name

    def _find(self, wanted: str) -> None:
        self._reading.wanted = wanted
        self._to_top()

    def _open(self, term: str) -> None:
        """Open a word of the list."""
        self._reading.turn_to(term)
        self._to_top()
        if self._ui is not None:
            # The link that was pressed is gone with its page.
            self._ui.focus(f"words.term.{term}" if self._both else "words.all")

    def _follow(self, term: str) -> None:
        """Open a word from another word's page, whatever is looked for in the list."""
        self._reading.wanted = ""
        self._open(term)

    def _look_at(self, term: str) -> None:
        """Open a word in passing, while the arrows go down the list."""
        self._reading.term = term
        self._to_top()

    def _to_list(self) -> None:
        self._reading.listing = True
        self._to_top()

    def _back(self) -> None:
        self._reading.back()
        self._turned()

    def _forward(self) -> None:
        self._reading.forward()
        self._turned()

    def _turned(self) -> None:
        """Show another word from its beginning, and its place in the list beside it."""
        self._to_top()
        if self._both and self._tutor is not None:
            self._tutor.bring_into_view(f"words.term.{self._reading.term}")

    def _to_top(self) -> None:
        if self._ui is not None:
            for area in ("words.body", "help", "words.page"):
                self._ui.remember(area, None)

    def _go(self, spot: "Spot | None", entry: Entry) -> None:
        if spot is not None and self._tutor is not None:
            self._close()
            self._tutor.show(spot, entry.term)

    def _teach(self, *, again: bool) -> None:
        assert self._tutor is not None
        self._close()
        if again:
            self._tutor.begin()
        else:
            self._tutor.resume()

    def _close(self) -> None:
        self._shown = False


def _has_room_for_both(ui: Ui) -> bool:
    """Say whether list and page stand beside each other, each scrolling by itself."""
    room = ui.metrics.units
    return room.w >= NARROW and room.h >= _TALL


@dataclass(frozen=True, slots=True)
class _Pages(Composite):
    """The help, arranged for the room there is."""

    words: WordsOfTheGame = field(compare=False)
    language: Language = field(compare=False)

    def build(self, ui: Ui) -> Widget:
        """Ask for the pages."""
        return self.words.pages(ui, self.language)


class Help(Screen):
    """The help as a screen of its own, for those outside a game."""

    title = sentence("Help")
    first_focus: ClassVar[str] = FIRST

    def __init__(self, house: "House", playing: "Playing | None" = None) -> None:
        self._house = house
        self._words = WordsOfTheGame(house.tutor, playing)
        self._words.turn_to_subject()

    def view(self, ui: Ui) -> Widget:
        """Return the pages in one column."""
        card = Card(self._words.content(self._house.language), grow=10)
        roomy = ui.metrics.units.w >= NARROW
        around = [Spacer(), card, Spacer()] if roomy else [card]
        body = Inset(Row(around, gap=0, align="start"), x=24, y=20)
        area = ScrollArea(body, key="help", grow=1)
        return page(header(self.title, self._back), area)

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back, HELP: self._back, **self._words.turning()}

    def _back(self) -> None:
        self._house.navigator.pop()
