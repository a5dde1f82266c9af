"""The first screen: what the game is about, and the ways into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from game import __version__
from game.report.tutorial import SCENARIO
from game.ui.screens.art import cliffs_svg
from game.ui.screens.parts import GAME, NARROW, Ground, Mark, Pressable, neighbours
from game.ui.toolkit import (
    BACK,
    Box,
    Button,
    Canvas,
    Column,
    Dialog,
    Divider,
    Grid,
    Icon,
    Inset,
    Label,
    Layers,
    Paragraph,
    Picture,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Ui,
    Widget,
    hero,
)
from game.ui.toolkit.icons import drawn_svg
from game.words import Sentence, sentence, verbatim

if TYPE_CHECKING:
    from game.storage.saves import SaveCard
    from game.ui.house import House

_FIRST: Final = "menu.first"
_WIDE: Final = 480


@dataclass(frozen=True, slots=True)
class _Way:
    """A way from here."""

    key: str
    icon: str
    text: Sentence
    note: Sentence
    go: Callable[[], None]
    done: bool = False  # it was gone to its end


class Title(Screen):
    """Continue, play, one role, saved games, settings, quit: only what there is."""

    title = verbatim(GAME)
    first_focus: ClassVar[str] = _FIRST

    def __init__(self, house: "House") -> None:
        self._house = house
        self._leaving = False

    def view(self, ui: Ui) -> Widget:
        """Put the ways beside the picture; in a narrow window they stand alone."""
        room = ui.metrics.units
        wide = room.w >= NARROW
        tall = room.h >= 560
        pad = 40 if wide else 24
        words = Inset(self._words(tall=tall, wide=wide), x=pad, y=pad if tall else 4)
        ways = ScrollArea(words, key="title", edge_pad=0, grow=1)
        foot = Inset(self._small_print(), x=pad, y=12) if tall else None
        content: Widget = Ground(Column([ways, foot], gap=0), grow=1)
        if wide:
            picture = Picture(_paint_cliffs, ui.theme.name, tall=room.h, grow=1)
            side = Column([content], width=_WIDE, gap=0)
            content = Row([side, Divider(upright=True), picture], gap=0, align="stretch")
        return Layers([content, self._dialog()])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return what Esc and the arrows do where nothing has the focus."""
        first = partial(self._house.focus, _FIRST)
        return {BACK: self._leave, Shortcut("down"): first, Shortcut("up"): first}

    def _words(self, *, tall: bool, wide: bool) -> Widget:
        return Column(
            [
                Row([Mark(56 if tall else 40), hero(GAME)], gap=16),
                Paragraph(
                    sentence(
                        "Divide one budget between marketing, sales and what makes them work "
                        "together, and see what is won or lost at the handoff."
                    ),
                    size=16,
                    role="muted",
                    columns=50 if wide else 75,
                ),
                self._menu(1 if tall else (2 if wide else 3)),
                None if tall else self._small_print(),
            ],
            gap=24 if tall else 8,
        )

    def _menu(self, columns: int) -> Widget:
        """Return the ways; in a low window those after the first stand beside each other."""
        first, *others = self._ways()
        # The first fills a row of its own: from everything beneath, "up" leads to it.
        keys = [first.key] * columns + [way.key for way in others]
        rest = [
            self._entry(way, neighbours(keys, place), first=False)
            for place, way in enumerate(others, columns)
        ]
        return Column(
            [
                self._entry(first, neighbours(keys, 0), first=True),
                Grid(rest, columns=columns, gap=8),
            ],
            gap=8,
        )

    def _ways(self) -> list[_Way]:
        house, unfinished = self._house, self._house.unfinished()
        ways = [] if unfinished is None else [_go_on(house, unfinished)]
        ways += [
            _Way(
                "menu.play",
                "library",
                sentence("Play"),
                sentence("Choose a scenario and hold every role"),
                house.open_library,
            ),
            _Way(
                "menu.role",
                "user",
                sentence("One role"),
                sentence("See what one side sees; the computer plays the other"),
                partial(house.open_library, house.last_role()),
            ),
        ]
        if house.has_tutorial:
            ways.append(_tutorial(house))
        if house.has_choice:
            ways.append(
                _Way(
                    "menu.saves",
                    "folder-open",
                    sentence("Saved games"),
                    sentence("Go on with a game that is running, or that you saved"),
                    house.open_saves,
                )
            )
        ways += [
            _Way(
                "menu.lab",
                "flask-conical",
                sentence("Lab"),
                sentence("Go back to a turn, decide otherwise, and see both futures"),
                house.lab,
            ),
            _Way(
                "menu.settings",
                "settings",
                sentence("Settings"),
                sentence("Colours, text size, motion, full screen"),
                house.open_settings,
            ),
            _Way("menu.quit", "log-out", sentence("Quit"), sentence("Leave the game"), self._leave),
        ]
        first = ways[0]
        return [_Way(_FIRST, first.icon, first.text, first.note, first.go), *ways[1:]]

    def _entry(self, way: _Way, around: Mapping[str, str], *, first: bool) -> Widget:
        """Return an entry of the menu; the first is the primary one and says what it leads to."""
        ink, note = ("on_accent", "on_accent") if first else ("text", "muted")
        words: list[Widget | None] = [Label(way.text, size=16, weight=600, role=ink)]
        if first:
            words.append(Label(way.note, size=12, role=note))
        return Pressable(
            Row(
                [
                    Icon(way.icon, 20, ink if first else "muted"),
                    Column(words, gap=0, grow=1),
                    Icon("arrow-right", 18, ink) if first else None,
                    Icon("circle-check", 18, "good") if way.done else None,
                ],
                gap=16,
            ),
            way.go,
            around,
            fill="accent" if first else "surface",
            tone="",
            radius=10,
            pad=16,
            pad_y=10 if first else 6,
            shadow=first,
            key=way.key,
            name=way.text,
            tooltip=way.note,
        )

    def _small_print(self) -> Widget:
        return Row(
            [
                Label(sentence("Version {version}", version=__version__), size=12, role="muted"),
                _small(
                    sentence("Credits"),
                    self._house.open_credits,
                    "title.credits",
                    sentence("Whose work this is, and under which licences"),
                ),
                _small(
                    sentence("Good habits"),
                    self._house.open_habits,
                    "title.habits",
                    sentence("How you work, whatever comes of it"),
                ),
            ],
            gap=20,
        )

    def _dialog(self) -> Widget | None:
        return self._farewell() if self._leaving else None

    def _farewell(self) -> Widget:
        card = self._house.unfinished()
        kept = (
            sentence("Your games are kept.")
            if card is None
            else sentence(
                "“{title}” is kept at turn {turn} of {turns}. Continue takes you back there.",
                title=card.title,
                turn=card.turn,
                turns=card.turns,
            )
        )
        stay = partial(self._ask, False)
        return Dialog(
            sentence("Leave Handoff?"),
            Paragraph(kept, role="muted"),
            [
                Button(
                    sentence("Stay"),
                    stay,
                    key="leave.stay",
                    tooltip=sentence("Back to the title (Esc)"),
                ),
                Button(
                    sentence("Quit"),
                    self._house.navigator.quit,
                    variant="primary",
                    key="leave.quit",
                    tooltip=sentence("Close the window"),
                ),
            ],
            stay,
            icon="log-out",
            limit=440,
            key="leave",
        )

    def _ask(self, leaving: bool) -> None:
        self._leaving = leaving

    def _leave(self) -> None:
        """Leave; where a game is running, ask first."""
        if self._house.unfinished() is None:
            self._house.navigator.quit()
        else:
            self._leaving = True


def _small(text: Sentence, go: Callable[[], None], key: str, tooltip: Sentence) -> Widget:
    return Button(text, go, variant="quiet", size=12, role="muted", key=key, tooltip=tooltip)


def _tutorial(house: "House") -> _Way:
    done = house.has_finished(SCENARIO)
    note = sentence("Learn it by doing, in four short months")
    if done:
        note = sentence("You have played it to its end; begin it again from the first step")
    text = sentence("Tutorial")
    return _Way("menu.tutorial", "graduation-cap", text, note, house.open_tutorial, done)


def _go_on(house: "House", card: "SaveCard") -> _Way:
    return _Way(
        "menu.continue", "play", sentence("Continue"), _how_far(card), partial(house.load, card)
    )


def _how_far(card: "SaveCard") -> Sentence:
    """Say which game it is, how far it is, and who plays unless one person does it all."""
    from game.ui.screens.saves import who_plays  # not for the first frame of a new player

    players, title, turn, turns = who_plays(card), card.title, card.turn, card.turns
    if players is None:
        return sentence("{title} · turn {turn} of {turns}", title=title, turn=turn, turns=turns)
    return sentence(
        "{title} · turn {turn} of {turns} · {players}",
        title=title,
        turn=turn,
        turns=turns,
        players=players,
    )


def _paint_cliffs(canvas: Canvas, box: Box) -> None:
    """Paint the picture, kept for its size and theme."""
    ui, theme = canvas.ui, canvas.ui.theme
    picture = ui.cache.get(
        ("cliffs", box.w, box.h, theme.name),
        lambda: drawn_svg(cliffs_svg(box.w, box.h, theme), (box.w, box.h)),
    )
    canvas.surface.blit(picture, box[:2])
