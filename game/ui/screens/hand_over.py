"""Between two people at one machine: who gets it next, with nobody's figures on the screen."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from game.errors import DecisionRejected
from game.report.event_cards import EventCard, event_cards
from game.report.names import turn_label, turn_of
from game.report.partner import seat_name, short_name
from game.session import Seat
from game.ui.screens.event import DONE, Later, event_dialog
from game.ui.screens.parts import NARROW, calm, footer, header, page
from game.ui.table import Table
from game.ui.toolkit import (
    BACK,
    Button,
    Column,
    Divider,
    Icon,
    Label,
    Layers,
    Panel,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Spacer,
    Ui,
    Widget,
    icon_button,
)
from game.words import Sentence, sentence, verbatim

if TYPE_CHECKING:
    from game.ui.house import House

GO: Final = "hand_over.go"
"""The key of the one button that goes on."""


class HandOver(Screen):
    """Asks the next one to sit down, or all to look together; nothing private is seen here."""

    title = sentence("Hand over")
    first_focus: ClassVar[str] = GO

    def __init__(self, house: "House", table: Table) -> None:
        self._house = house
        self._table = table
        self._picked = ""

    def view(self, ui: Ui) -> Widget:
        """Say who is next over who has planned already; news are read before."""
        table = self._table
        narrow = ui.metrics.units.w < NARROW
        of = Label(turn_of(table.rules, self._turn()), role="muted")
        settings = icon_button(
            "settings", sentence("Settings"), self._house.open_settings, key="settings"
        )
        head = header(verbatim(table.rules.title), None, aside=Row([of, settings], gap=12))
        card = Panel(Column([self._next(narrow=narrow), Divider(), self._round()], gap=20), pad=28)
        area = ScrollArea(calm(card, 620), key="hand_over", read=True, grow=1)
        return Layers([page(head, area, self._foot(narrow=narrow)), self._dialog()])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return the way to the title; only the button goes on, so that no key does by habit."""
        return {BACK: self._leave}

    # What is shown --------------------------------------------------------------------------

    def _next(self, *, narrow: bool) -> Widget:
        words = Column(
            [
                Label(self._when(), role="muted"),
                Label(self._asked(), size=28, weight=700),
                Paragraph(self._why(), role="muted"),
            ],
            gap=4,
            grow=1,
        )
        icon = "users" if self._table.seat is None else "user"
        return Row([None if narrow else Icon(icon, 48, "accent"), words], gap=20)

    def _turn(self) -> int:
        """Return the turn that all look at, or that is planned next."""
        view = self._table.view
        return view.now.turn if self._table.seat is None else view.turn

    def _when(self) -> Sentence:
        rules, turn = self._table.rules, self._turn()
        return verbatim(turn_label(rules, turn, self._house.language, short=False))

    def _asked(self) -> Sentence:
        seat = self._table.seat
        if seat is None:
            return sentence("All together")
        return sentence("Hand over to: {name}", name=self._name(seat))

    def _why(self) -> Sentence:
        table = self._table
        if table.seat is None:
            return sentence("Everybody has planned. Come and see what it brought.")
        name = short_name(table.rules, table.seat)
        if table.over:
            return sentence(
                "{name}: the last turn is played. Go on once nobody else looks.", name=name
            )
        return sentence(
            "{name}: your figures and your plan are next. Go on once nobody else looks.", name=name
        )

    def _round(self) -> Widget:
        """Return everybody at the table, and how far they are."""
        rows = [self._person(seat) for seat in self._table.people]
        rows += [
            _line("monitor", "muted", self._name(seat), sentence("played by the computer"))
            for seat in self._table.partners
        ]
        return Column(rows, gap=10)

    def _person(self, seat: Seat) -> Widget:
        table, name = self._table, self._name(seat)
        if seat == table.seat:
            return _line("arrow-right", "accent", name, sentence("is next"), strong=True)
        if table.seat is not None and seat in table.waiting:
            return _line("clock", "muted", name, sentence("comes later"))
        said = sentence("has looked") if table.over and table.seat else sentence("has planned")
        return _line("circle-check", "good", name, said)

    def _foot(self, *, narrow: bool) -> Widget:
        table = self._table
        leave = Button(
            sentence("Title"),
            self._leave,
            "arrow-left",
            "quiet",
            key="hand_over.leave",
            tooltip=sentence("Leave; the game is kept, and goes on here (Esc)"),
        )
        skip = Button(
            sentence("How it ended"),
            self._skip,
            key="hand_over.skip",
            tooltip=sentence("Leave out everybody's own figures of the last turn"),
        )
        seat = table.seat
        if seat is None:
            text = sentence("Show the results")
        else:
            text = (
                sentence("Go on")
                if narrow
                else sentence("Go on: {name}", name=short_name(table.rules, seat))
            )
        go = Button(
            text,
            self._go,
            "arrow-right",
            "primary",
            icon_last=True,
            key=GO,
            tooltip=sentence("Show what all may see (Enter)")
            if seat is None
            else sentence("Nobody else should look now (Enter)"),
        )
        ended = table.over and seat is not None
        return footer([leave, Spacer(), skip if ended else None, go])

    def _name(self, seat: Seat) -> Sentence:
        return seat_name(self._table.rules, seat)

    # News -----------------------------------------------------------------------------------

    def _dialog(self) -> Widget | None:
        event = self._news()
        if event is None:
            return None
        return event_dialog(
            event,
            self._picked,
            self._pick,
            lambda: self._answer(event),
            read=sentence("We have read it"),
            later=Later(
                text=sentence("To the title"),
                note=sentence("Leave: the game is kept"),
                go=self._leave,
            ),
        )

    def _news(self) -> EventCard | None:
        """Return what happened and was not read together yet: all decide about it."""
        table = self._table
        if not table.opening:
            return None
        cards = event_cards(table.common, table.view, self._house.language)
        unread = (each for each in cards if each.new and each.key not in table.read)
        return next(unread, None)

    def _pick(self, choice: str) -> None:
        self._picked = choice
        self._house.focus(DONE)

    def _answer(self, event: EventCard) -> None:
        """Take the picked choice, or close what was only to be read."""
        if event.waiting:
            if not self._picked:
                return
            try:
                self._table.choose(event.key, self._picked)
            except DecisionRejected as refused:
                self._house.tell(refused.sentence, "bad")
                return
        self._table.read.add(event.key)
        self._picked = ""
        self._house.focus(GO)

    # What is done ---------------------------------------------------------------------------

    def _go(self) -> None:
        self._house.gathering.enter(self._table)

    def _skip(self) -> None:
        self._table.skip()
        self._house.gathering.open(self._table)

    def _leave(self) -> None:
        self._house.open_title()


def _line(icon: str, role: str, name: Sentence, said: Sentence, *, strong: bool = False) -> Widget:
    return Row(
        [
            Icon(icon, 20, role),
            Label(name, weight=600 if strong else 400, grow=1),
            Label(said, size=12, role=role, weight=600 if strong else 400, side="right"),
        ],
        gap=12,
    )
