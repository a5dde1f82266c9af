"""Which game to take into the lab: the saved ones of which at least one turn was played."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from game.errors import HandoffError
from game.session import Seat
from game.session.hot_seat import as_one
from game.storage.saves import SaveCard, open_save
from game.ui.lab import Lab
from game.ui.moments import moment
from game.ui.playing import Playing
from game.ui.screens.lab import LabScreen
from game.ui.screens.parts import Pressable, fact, header, neighbours, page
from game.ui.screens.saves import who_plays
from game.ui.toolkit import (
    BACK,
    Button,
    Centre,
    Column,
    Icon,
    Inset,
    Label,
    Notice,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Ui,
    Widget,
    Wrap,
)
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House


class LabGames(Screen):
    """The games that can be taken into the lab."""

    title = sentence("Lab")

    def __init__(self, house: "House") -> None:
        self._house = house

    def view(self, ui: Ui) -> Widget:
        """List them, the newest first; say how to get one where there is none."""
        cards = [each for each in self._house.saves() if _is_played(each)]
        asked = [each for each in cards if _can_be_asked(each)]
        head = header(self.title, self._back)
        if not cards:
            play = Button(
                sentence("Choose a scenario"),
                self._house.open_library,
                "library",
                "primary",
                key="lab.play",
                tooltip=sentence("Play a turn first"),
            )
            empty = Notice(
                "flask-conical",
                sentence("No game to ask yet"),
                sentence(
                    "In the lab you go back to a turn that was played, decide otherwise and see "
                    "both futures. Play a turn first; games are kept by themselves."
                ),
                play,
                grow=1,
            )
            return page(head, empty)
        keys = [_key(card) for card in asked]
        rows = [
            self._row(card, neighbours(keys, asked.index(card)) if card in asked else {})
            for card in cards
        ]
        about = Paragraph(
            sentence("Choose a game. It stays as it is, whatever you try with it here."),
            role="muted",
        )
        body = Centre(Column([about, *rows], gap=12, grow=1), limit=860, across="x")
        return page(head, ScrollArea(Inset(body, x=24, y=20), key="lab.saves", grow=1))

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back}

    def _row(self, card: SaveCard, around: Mapping[str, str]) -> Widget:
        titled = card.title and not card.automatic  # an automatic save is called by its title
        facts: list[Widget] = [fact("library", card.title)] if titled else []
        facts.append(fact("calendar", _how_far(card)))
        players = who_plays(card)
        if players is not None:
            facts.append(fact("users" if card.people else "user", players))
        if card.saved_at:
            facts.append(fact("clock", moment(self._house.language, card.saved_at)))
        name, refused = _name(card), "" if _can_be_asked(card) else _NOT_YET
        icon = Icon("play" if card.automatic else "save", 20)
        title = Label(name, size=16, weight=600, shorten=True, role="muted" if refused else "text")
        why = fact("eye-off", _NOT_YET) if refused else None
        words = Column([title, Wrap(facts, gap=12), why], gap=4)
        arrow = None if refused else Icon("arrow-right", 18)
        return Pressable(
            Row([icon, Column([words], grow=1), arrow], gap=16),
            partial(self._open, card),
            around,
            pad_y=12,
            disabled=refused,
            key=_key(card),
            name=name,
            tooltip=sentence("Take this game into the lab"),
        )

    def _open(self, card: SaveCard) -> None:
        try:
            opened = open_save(card.path)
        except HandoffError as error:
            self._house.tell(error.sentence, "bad")
            return
        language = self._house.language_for(opened.rules)
        session, seat = opened.session, opened.seat
        if opened.people:  # it is over, and nothing is secret any more
            session, seat = as_one(opened.rules, session), Seat()
        game = Playing(opened.rules, session, seat, language, keep=lambda rules, session: None)
        self._house.navigator.pop()
        self._house.lab(game)

    def _back(self) -> None:
        self._house.navigator.pop()


def lab_of(house: "House", playing: Playing, question: str = "") -> LabScreen:
    """Return the lab for a game of which at least one turn was played, open at a question."""
    return LabScreen(house, known_lab(house, playing), question)


def known_lab(house: "House", playing: Playing) -> Lab:
    """Return what is asked of a game of which at least one turn was played, with its branches.

    What several people have played to its end is asked as the whole company's.
    """
    language, session, seat = house.language_for(playing.rules), playing.session, playing.seat
    if playing.table is not None:
        session, seat = as_one(playing.rules, session), Seat()
    if house.last_lab is None or not house.last_lab.is_of(playing.rules, session, seat, language):
        house.last_lab = Lab(playing.rules, session, seat, language)
    return house.last_lab


_NOT_YET: Final = sentence(
    "To be asked once it is over: the Lab would show what you keep from each other."
)


def _is_played(card: SaveCard) -> bool:
    """Say whether there is a turn to ask about."""
    return not card.damaged and (card.over or card.turn > 1)


def _can_be_asked(card: SaveCard) -> bool:
    """Say whether it may be asked: what several people play is nobody's to ask before its end."""
    return card.over or not card.people


def _key(card: SaveCard) -> str:
    return f"lab.game.{card.path.name}"


def _name(card: SaveCard) -> Sentence | str:
    if not card.automatic:
        return card.name
    if card.over:
        return sentence("Your last game of {title}", title=card.title)
    return sentence("Your running game of {title}", title=card.title)


def _how_far(card: SaveCard) -> Sentence:
    if card.over:
        return sentence("played to its end")
    return sentence("turn {turn} of {turns}", turn=card.turn, turns=card.turns)
