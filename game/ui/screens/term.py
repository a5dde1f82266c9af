"""One word of the glossary as a page, and the list of all words."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from game.report.glossary import Entry, EntryKind, glossary_entry, measure_of
from game.report.language import Language
from game.report.theme import GROUP_ICON
from game.report.workings import Input, Working, exactly
from game.ui.toolkit import (
    Box,
    Button,
    Canvas,
    Column,
    Control,
    Divider,
    Grid,
    Icon,
    Label,
    Look,
    Panel,
    Paragraph,
    Row,
    Run,
    Size,
    Ui,
    Widget,
    Wrap,
    caption,
    run_in,
    section,
)
from game.ui.toolkit.happening import Happening, Stroke, pressed
from game.words import Sentence, sentence

_KINDS: Final[dict[EntryKind, Sentence]] = {
    "concept": sentence("Word of the field"),
    "lever": sentence("Budget line"),
    "policy": sentence("Way to play it"),
    "measure": sentence("Figure"),
}

_ROUNDED: Final = sentence("Figures are shown rounded; the game reckons with every decimal.")
ROW: Final = 32
"""Design units of height of a word in the list."""


@dataclass(frozen=True, slots=True)
class _Term(Control):
    """A word in the list: Tab stops at the open one, arrows go to its neighbours."""

    text: Sentence
    icon: str
    chosen: bool
    stop: bool
    above: str
    below: str
    on_open: Callable[[str], None] = field(compare=False)
    on_pass: Callable[[str], None] = field(compare=False)

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Say that all are equally high."""
        return ()

    def measure(self, ui: Ui, room: int) -> Size:
        """Return a row of the list."""
        return Size(min(room, ui.px(320)), ui.px(ROW))

    def least(self, ui: Ui) -> int:
        """Return room for the beginning of a word."""
        return ui.px(120)

    def focusable(self) -> bool:
        """Say that Tab stops at one of them."""
        return self.stop

    def usable(self) -> bool:
        """Say that each can be pressed."""
        return True

    def called(self, ui: Ui) -> str:
        """Return the word."""
        return ui.say(self.text)

    def ground(self, ui: Ui) -> str:
        """Return what it stands on."""
        return "raised" if self.chosen else "surface"

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return the word, cut where it is too long; the tooltip has it whole."""
        face, lead = ui.face(14, 600 if self.chosen else 400), ui.px(34)
        room = Box(box.x + lead, box.y, max(1, box.w - lead - ui.px(8)), box.h)
        text = ui.say(self.text)
        short = ui.letters.shorten(text, face, room.w)
        return (run_in(ui, room, short, face, "accent" if self.chosen else "text", whole=text),)

    def paint(self, canvas: Canvas, box: Box, look: Look) -> None:
        """Paint its ground and icon."""
        if look.ring:
            canvas.ring(box.inset(canvas.ui.px(4)), 4)
        ground = self.ground(canvas.ui)
        if self.chosen or look.hover:
            canvas.rounded(box, 8, canvas.between(ground, "raised", look.hover))
        side = canvas.ui.px(16)
        at = Box(box.x + canvas.ui.px(10), box.y, side, box.h)
        canvas.icon(self.icon, at, "accent" if self.chosen else "muted")

    def react(self, ui: Ui, box: Box, happening: Happening) -> bool:
        """Open it, or pass on to a neighbour."""
        press = pressed(happening)
        if press:
            self.on_open(self.key.rpartition(".")[2])
        if press is not None:
            return True
        match happening:
            case Stroke("up" | "down" as way, ctrl=False):
                term = self.above if way == "up" else self.below
                if term:
                    self.on_pass(term)
                    ui.focus(f"words.term.{term}")
                return True
        return False


@dataclass(frozen=True, slots=True)
class TermList:
    """The list of words.

    Attributes:
        entries: in their order.
        term: key of the open one, which may be none of them.
        on_open: called with the key of the word that was pressed.
        on_pass: called with the key of the word that the arrows came to.

    """

    entries: Sequence[Entry]
    term: str
    on_open: Callable[[str], None]
    on_pass: Callable[[str], None]

    def column(self) -> Widget:
        """Return the words under each other."""
        keys = [entry.key for entry in self.entries]
        stop = self.term if self.term in keys else keys[0]
        around = ["", *keys, ""]
        rows = [
            _Term(
                entry.term,
                entry.icon,
                entry.key == self.term,
                entry.key == stop,
                around[place],
                around[place + 2],
                self.on_open,
                self.on_pass,
                key=f"words.term.{entry.key}",
                tooltip=entry.definition,
            )
            for place, entry in enumerate(self.entries)
        ]
        return Column(rows, gap=0)


def entry_page(
    entry: Entry,
    worked: Working | None,
    language: Language,
    on_open: Callable[[str], None],
    where: Widget | None,
) -> Widget:
    """Return the page of a word.

    Args:
        entry: the word.
        worked: how its figure comes about; None where there is none.
        language: says the figures.
        on_open: called with the key of another word.
        where: the button that leads to where it is in the game.

    """
    kind = _KINDS["measure" if measure_of(entry.key) else entry.kind]
    name = Column([section(entry.term), caption(kind)], gap=0, grow=1)
    head = Wrap([Row([Icon(entry.icon, 24, "accent"), name], gap=12), where], gap=12)
    voices = Grid(
        [
            _voice(sentence("Marketing says"), entry.marketing, "marketing"),
            _voice(sentence("Sales says"), entry.sales, "sales"),
        ],
        columns=2,
        least_column=220,
    )
    return Column(
        [
            head,
            Paragraph(entry.definition),
            voices,
            _example(entry.example),
            None if worked is None else _working(worked, language),
            _see(entry, on_open),
        ],
        gap=16,
    )


def _voice(who: Sentence, said: Sentence, side: str) -> Widget:
    return Panel(
        Column(
            [
                Row(
                    [Icon(GROUP_ICON[side], 14, side), Label(who, 12, weight=600, role=side)],
                    gap=6,
                ),
                Paragraph(sentence("“{said}”", said=said)),
            ],
            gap=4,
        ),
        pad=14,
        pad_y=10,
        radius=8,
        shadow=False,
        stripe=side,
    )


def _example(example: Sentence) -> Widget:
    words = Column(
        [Label(sentence("For example"), 12, weight=600, role="muted"), Paragraph(example)],
        gap=2,
        grow=1,
    )
    return Row([Icon("lightbulb", 18), words], gap=10, align="start")


def _working(worked: Working, language: Language) -> Widget:
    """Return how the figure is worked out, hidden figures drawn as hidden."""
    inputs = [_input(each, language) for each in worked.inputs]
    result = _result(worked, language)
    lines: list[Widget | None] = [
        Label(sentence("Show me how, with your last turn"), 12, weight=600, role="muted"),
        Paragraph(worked.formula),
        Divider() if inputs else None,
        *inputs,
        Divider() if result is not None else None,
        result,
        None if worked.note is None else caption(worked.note),
        None if worked.line is None else caption(_ROUNDED),
    ]
    return Panel(Column(lines, gap=8), "surface", radius=8, pad=16, shadow=False)


def _input(given: Input, language: Language) -> Widget:
    shown = given.shown
    name = Label(given.name, grow=1)
    if not shown.hidden:
        return Row([name, Label(exactly(shown, language), weight=500, side="right")], gap=12)
    secret = Row([Icon("eye-off", 14), Label(sentence("hidden"), role="muted")], gap=6)
    return Column([Row([name, secret], gap=12), caption(shown.note) if shown.note else None], gap=0)


def _result(worked: Working, language: Language) -> Widget | None:
    """Return what it comes to; None where the inputs are all there is to see."""
    if worked.line is not None:
        return Label(worked.line, 16, weight=600, role="accent")
    result = worked.result
    if result.hidden:
        hidden = sentence("The figure itself is hidden from you.")
        row = Row([Icon("eye-off", 16), Label(hidden, weight=600, role="muted", grow=1)], gap=8)
        told = any(each.shown.note == result.note for each in worked.inputs)
        return row if told or not result.note else Column([row, caption(result.note)], gap=0)
    if result.value is None and worked.inputs:
        return None
    return Label(result.said(language), 16, weight=600, role="accent")


def _see(entry: Entry, on_open: Callable[[str], None]) -> Widget:
    others = [glossary_entry(key) for key in entry.see]
    links = [
        Button(
            other.term,
            partial(on_open, other.key),
            other.icon,
            "quiet",
            key=f"words.see.{other.key}",
            tooltip=other.definition,
        )
        for other in others
    ]
    return Column(
        [
            Label(sentence("See also"), 12, weight=600, role="muted"),
            Wrap(links, gap=20, line_gap=0),
        ],
        gap=2,
    )
