"""Saved games: the list of them, and the dialog that saves one."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from game.report.language import Language
from game.report.names import ROLE_NAMES, role_name
from game.ui.moments import moment
from game.ui.screens.parts import Pressable, fact, header, neighbours, page
from game.ui.toolkit import (
    BACK,
    Button,
    Centre,
    Column,
    Dialog,
    Icon,
    Inset,
    Label,
    Layers,
    Notice,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Ui,
    Widget,
    Wrap,
    icon_button,
)
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.storage.saves import SaveCard
    from game.ui.house import House


class Saves(Screen):
    """The games that are running, of every scenario, and those that were saved under a name."""

    title = sentence("Saved games")

    def __init__(self, house: "House") -> None:
        self._house = house
        self._doomed: SaveCard | None = None
        self._made: tuple[tuple[SaveCard, ...], Language, list[Widget]] | None = None

    def view(self, ui: Ui) -> Widget:
        """List them, the newest first of each kind."""
        head = header(self.title, self._back)
        rows = self._rows()
        if not rows:
            empty = Notice(
                "folder-open",
                sentence("No game is saved"),
                sentence("Save one at the end of a game, or from the desk with Ctrl+S."),
                grow=1,
            )
            return page(head, empty)
        body = Centre(Column(rows, gap=12, grow=1), limit=860, across="x")
        area = ScrollArea(Inset(body, x=24, y=20), key="saves", grow=1)
        return Layers([page(head, area), self._dialog()])

    def _rows(self) -> list[Widget]:
        """Return the list, made anew only when it changes: it may be long."""
        saves, language = self._house.saves(), self._house.language
        if self._made is None or self._made[0] is not saves or self._made[1] is not language:
            self._made = (saves, language, self._made_rows(saves))
        return self._made[2]

    def _made_rows(self, saves: "tuple[SaveCard, ...]") -> list[Widget]:
        running = [card for card in saves if card.running]
        named = [card for card in saves if not card.automatic]
        cards = [*running, *named]
        keys = [f"save.{card.name}" for card in cards]
        rows = [self._row(card, neighbours(keys, place)) for place, card in enumerate(cards)]
        if running and named:
            rows.insert(len(running), _heading(sentence("Saved under a name")))
        if running:
            rows.insert(0, _heading(sentence("Running")))
        return rows

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back}

    def _row(self, card: "SaveCard", around: Mapping[str, str]) -> Widget:
        entry = Pressable(
            Row(
                [
                    _icon(card),
                    Column(
                        [
                            Label(_name(card), size=16, weight=600, shorten=True),
                            _about(card, self._house.language),
                        ],
                        gap=4,
                        grow=1,
                    ),
                    None if card.damaged else Icon("arrow-right", 18),
                ],
                gap=16,
            ),
            partial(self._house.load, card),
            around,
            pad_y=12,
            grow=1,
            disabled=_DAMAGED if card.damaged else "",
            key=f"save.{card.name}",
            name=_name(card),
            tooltip=sentence("Go on with this game"),
        )
        remove = icon_button(
            "x",
            sentence("Delete “{name}”", name=_name(card)),
            partial(self._ask, card),
            key=f"delete.{card.name}",
        )
        return Row([entry, remove], gap=8)

    def _dialog(self) -> Widget | None:
        card = self._doomed
        if card is None:
            return None
        keep = partial(self._ask, None)
        gone = sentence("“{name}” cannot be brought back.", name=_name(card))
        return Dialog(
            sentence("Delete this game?"),
            Column([Paragraph(gone, role="muted"), _about(card, self._house.language)], gap=8),
            [
                Button(sentence("Keep"), keep, key="doom.keep", tooltip=sentence("Back (Esc)")),
                Button(
                    sentence("Delete"),
                    partial(self._delete, card),
                    variant="danger",
                    key="doom.delete",
                    tooltip=sentence("Delete it for good"),
                ),
            ],
            keep,
            icon="triangle-alert",
            tone="bad",
            limit=440,
            key="doom",
        )

    def _ask(self, card: "SaveCard | None") -> None:
        self._doomed = card

    def _delete(self, card: "SaveCard") -> None:
        self._doomed = None
        self._house.delete(card)
        self._house.focus("header.back")  # the way to what was deleted is gone with it

    def _back(self) -> None:
        self._house.navigator.pop()


_DAMAGED: Final = sentence("This save is damaged and cannot be read.")


def _heading(text: Sentence) -> Widget:
    return Label(text, weight=600, role="muted")


def _name(card: "SaveCard") -> str:
    """Return what a game is called: by its name, or a running one by its scenario."""
    return card.title if card.automatic and card.title else card.name


def _icon(card: "SaveCard") -> Widget:
    if card.damaged:
        return Icon("triangle-alert", 20, "bad")
    return Icon("play", 20, "accent") if card.automatic else Icon("save", 20)


def _about(card: "SaveCard", language: Language) -> Widget:
    if card.damaged:
        return Label(_DAMAGED, size=12, weight=500, role="bad")
    facts = [fact("library", card.title)] if card.title and not card.automatic else []
    facts.append(fact("calendar", _how_far(card)))
    players = who_plays(card)
    if players is not None:
        facts.append(fact("users" if card.people else "user", players))
    if card.saved_at:
        facts.append(fact("clock", moment(language, card.saved_at)))
    return Wrap(facts, gap=12)


def who_plays(card: "SaveCard") -> Sentence | None:
    """Return whose game a save is; None where one person holds every role."""
    if card.people:
        called = card.names or ("",) * len(card.people)
        roles = tuple(
            role_name(each.role, own) for each, own in zip(card.people, called, strict=True)
        )
        return sentence("{roles:list}", roles=roles)
    if card.seat is None or card.seat.role == "all":
        return None
    return ROLE_NAMES[card.seat.role]


def _how_far(card: "SaveCard") -> Sentence:
    if card.over:
        return sentence("played to its end")
    return sentence("turn {turn} of {turns}", turn=card.turn, turns=card.turns)
