"""The frame of a game's screens: the head with tabs and money, and the body that fits the room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from game.report.language import Language
from game.report.money import to_spend, to_spend_note
from game.report.names import turn_length_name
from game.report.partner import seat_name, short_name
from game.ui.playing import Playing
from game.ui.screens.parts import GAME, Ground, Mark
from game.ui.toolkit import (
    Column,
    Divider,
    Inset,
    Label,
    Row,
    ScrollArea,
    Spacer,
    Tabs,
    Ui,
    Widget,
    icon_button,
)
from game.ui.toolkit.assets import Wording
from game.ui.tutorial import Tutor
from game.words import Sentence, sentence

WIDE = 1000
"""Design units of width from which the board and the rest stand side by side."""

_TITLE = 80
"""Design units that a scenario's title needs at least to be told from others."""

TALL = 640
"""Design units of height from which everything is seen at once."""


SAVE_IT = sentence("Save the game under a name (Ctrl+S)")


class Doors(Protocol):
    """What a game's screens ask of the house they live in."""

    language: Language
    tutor: Tutor | None

    def planned(self, playing: Playing) -> None:
        """Go on after a plan was submitted."""

    def leave_results(self, playing: Playing) -> None:
        """Go on from what a turn brought."""

    def lab(self, playing: Playing | None = None) -> None:
        """Ask of a game what might have been."""

    def open_settings(self) -> None:
        """Show the settings."""

    def open_title(self) -> None:
        """Go back to the title."""

    def focus(self, key: str) -> None:
        """Give the focus to a widget of the current screen."""

    def tell(self, message: Sentence, tone: str = "accent") -> None:
        """Show a message at the foot of the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the head's buttons lead.

    Attributes:
        help: to the words that are explained.
        leave: to the title.
        goals: to how far the goals are reached.
        save: to the name that the game is kept under; None where that cannot be done.

    """

    help: Callable[[], None]
    goals: Callable[[], None]
    leave: Callable[[], None]
    save: Callable[[], None] | None = None


def is_wide(ui: Ui) -> bool:
    """Say whether two columns have room beside each other."""
    return ui.metrics.units.w >= WIDE


def is_tall(ui: Ui) -> bool:
    """Say whether there is room for a whole screen without scrolling."""
    return ui.metrics.units.h >= TALL


def beside(ui: Ui, key: str, cards: Sequence[Widget]) -> Widget:
    """Return cards side by side, or under each other where there is no room; they scroll."""
    stack: Widget = Row(cards, gap=12, align="stretch") if is_wide(ui) else Column(cards, gap=12)
    return ScrollArea(stack, key=key, read=True, edge_pad=4, grow=1)


def game_head(
    ui: Ui,
    playing: Playing,
    house: Doors,
    *,
    turn: int,
    tabs: Tabs,
    facts: Sequence[Widget | None] = (),
    ways: Ways,
) -> Widget:
    """Return the head: whose game it is, the tabs, the turn, the money, settings and help.

    Args:
        ui: decides between one line and two.
        playing: the game.
        house: opens the settings.
        turn: the one that the screen is about.
        tabs: the parts of the screen.
        facts: what else stands at the right; the money in the bank where left out.
        ways: what its buttons do.

    """

    def settings() -> None:
        # What lies under another screen is not asked before the window closes.
        playing.rest()
        house.open_settings()

    away = [  # Tab comes from the tabs to the page, and to what leads away at the end
        icon_button("target", sentence("Goals, so far (F3)"), ways.goals, key="goals"),
        icon_button(
            "circle-question-mark", sentence("Words and keys explained (F1)"), ways.help, key="help"
        ),
        *([] if ways.save is None else [icon_button("save", SAVE_IT, ways.save, key="keep")]),
        icon_button("settings", sentence("Settings"), settings, key="settings"),
        icon_button("log-out", sentence("Leave: the game is kept"), ways.leave, key="leave"),
    ]
    brand = [Mark(26), Label(GAME, size=18, weight=600)]
    title = Label(_whose(playing), role="muted", shorten=True)
    name = turn_length_name(playing.rules.one_turn_is)
    of = sentence("{turn} of {turns}", turn=turn, turns=playing.rules.turns)
    right: list[Widget | None] = [
        fact(name, of),
        Divider(upright=True),
        *(facts or (_bank(playing, house),)),
        *(replace(button, late=True) for button in away),
    ]
    room = ui.metrics.window.w - ui.px(2 * 24)
    # The mark alone says whose game it is; a title that is cut says nothing.
    short = replace(title, text=_shortly(playing))
    cut = Label(short.text, role="muted", shorten=True, width=_TITLE)
    rows = [
        Row([*told, Spacer(), tabs, Spacer(), *right], gap=10, height=56)
        for told in ([*brand, title], [brand[0], title], [brand[0], short], [brand[0], cut])
    ]
    fitting = [row for row in rows if ui.natural(row) <= room]
    if fitting:
        content: Widget = Inset(fitting[0], x=24, y=0)
    elif ui.metrics.units.w >= 800:
        first = Row([*brand, _growing(title), *right], gap=10, height=48)
        content = Inset(Column([first, tabs], gap=0), x=24, y=0)
    else:
        first = Row([brand[0], _growing(title), *right], gap=8, height=44)
        content = Inset(Column([first, tabs], gap=0), x=12, y=0)
    return Column([Ground(content), Divider()], gap=0)


def _whose(playing: Playing) -> Wording:
    """Return the game's title; where people take turns, who looks at the screen."""
    if playing.together:
        return sentence("All together")
    if playing.table is not None:
        return seat_name(playing.rules, playing.seat)
    return playing.rules.title


def _shortly(playing: Playing) -> Wording:
    """Return it without the role of who looks."""
    alone = playing.table is not None and not playing.together
    return short_name(playing.rules, playing.seat) if alone else _whose(playing)


def fact(name: Wording, value: Wording, tooltip: Wording | None = None) -> Widget:
    """Return a quiet name and a strong value beside each other."""
    return Row([Label(name, role="muted"), Label(value, weight=600)], gap=6, tooltip=tooltip or "")


def _bank(playing: Playing, house: Doors) -> Widget:
    rules, view = playing.rules, playing.view
    bank = house.language.figure("money", to_spend(rules, view).bank)
    return fact(sentence("In the bank"), bank, None if view.over else to_spend_note(rules, view))


def _growing(title: Label) -> Label:
    return Label(title.text, role="muted", shorten=True, grow=1)
