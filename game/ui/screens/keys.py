"""Every key that does something, by screen: what the help shows, and what tests hold screens to."""

from dataclasses import dataclass
from typing import Final

from game.report.quiz import TITLE
from game.ui.toolkit import Column, Label, Panel, Paragraph, Row, Widget, Wrap, heading
from game.words import Sentence, sentence

_CAPS: Final = 190
"""Design units for the keys, left of what they do."""


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys that do one thing: each of ``keys`` alone does it."""

    keys: tuple[Sentence, ...]
    does: Sentence


@dataclass(frozen=True, slots=True)
class KeyPage:
    """The keys of one screen; ``screen`` is its class, "" for those that work everywhere."""

    screen: str
    title: Sentence
    lines: tuple[KeyLine, ...]


ENTER: Final = sentence("Enter")
SPACE: Final = sentence("Space")
ESCAPE: Final = sentence("Esc")
GO_ON: Final = sentence("Ctrl + Enter")
GOALS_OPEN: Final = sentence("See how far every goal is reached")

KEYS: Final[tuple[KeyPage, ...]] = (
    KeyPage(
        "",
        sentence("Everywhere"),
        (
            KeyLine(
                (sentence("Tab"), sentence("Shift + Tab")),
                sentence("Go to the next thing that can be used, or to the one before"),
            ),
            KeyLine((ENTER, SPACE), sentence("Press what has the focus")),
            KeyLine(
                (sentence("Arrows"),),
                sentence("Go to the neighbour among tabs, cards, choices and messages"),
            ),
            KeyLine(
                (sentence("Page Up"), sentence("Page Down")),
                sentence("Scroll; the arrows, Home and End do so as well"),
            ),
            KeyLine((ESCAPE,), sentence("Close a dialog, or go back")),
            KeyLine(
                (sentence("F1"), sentence("?")),
                sentence("This help, at the word that has the focus; again to close it"),
            ),
            KeyLine((sentence("F11"),), sentence("Full screen, and back to a window")),
        ),
    ),
    KeyPage(
        "",
        sentence("Tutorial"),
        (
            KeyLine((sentence("F2"),), sentence("Go to what is shown, or on to the next step")),
            KeyLine((ESCAPE,), sentence("Put the tutorial away; this help brings it back")),
        ),
    ),
    KeyPage(
        "",
        sentence("In this help"),
        (
            KeyLine((sentence("Up"), sentence("Down")), sentence("On a word: read its neighbour")),
            KeyLine(
                (sentence("Ctrl + Left"), sentence("Ctrl + Right")),
                sentence("Back to the word before, and on again"),
            ),
        ),
    ),
    KeyPage(
        "Desk",
        sentence("Plan"),
        (
            KeyLine(
                (sentence("Left"), sentence("Right")),
                sentence("On a slider: one step less, one step more"),
            ),
            KeyLine(
                (sentence("Page Up"), sentence("Page Down")),
                sentence("On a slider: five steps more, five steps less"),
            ),
            KeyLine(
                (sentence("Home"), sentence("End")),
                sentence("On a slider: nothing, or all it holds"),
            ),
            KeyLine(
                (sentence("0 to 9"),),
                sentence("In an amount: type 20k, 12,400 or 5 %; Enter takes it, Esc gives it up"),
            ),
            KeyLine((sentence("Ctrl + Z"),), sentence("Take the last change back")),
            KeyLine((sentence("Ctrl + Y"),), sentence("Do it again")),
            KeyLine(
                (GO_ON,),
                sentence("Predict; in the dialog that opens, the same keys play the turn"),
            ),
            KeyLine(
                (ESCAPE,),
                sentence("From another tab, or from what waits for an answer, back to the plan"),
            ),
            KeyLine((sentence("F3"),), GOALS_OPEN),
            KeyLine((sentence("Ctrl + S"),), sentence("Save the game under a name")),
        ),
    ),
    KeyPage(
        "Results",
        sentence("Results"),
        (
            KeyLine((SPACE, ENTER, ESCAPE), sentence("While people walk: show the end at once")),
            KeyLine((GO_ON,), sentence("Go on to the next turn, or to how it ended")),
            KeyLine((sentence("F3"),), GOALS_OPEN),
        ),
    ),
    KeyPage(
        "Library",
        sentence("Scenarios"),
        (KeyLine((sentence("Down"),), sentence("Go to the first scenario")),),
    ),
    KeyPage("Briefing", sentence("Briefing"), (KeyLine((GO_ON,), sentence("Start the game")),)),
    KeyPage(
        "Ending",
        sentence("How it went"),
        (KeyLine((sentence("Ctrl + S"),), sentence("Save the game under a name")),),
    ),
    KeyPage(
        "QuizScreen",
        TITLE,
        (
            KeyLine((sentence("a"), sentence("b"), sentence("c")), sentence("Give that answer")),
            KeyLine((GO_ON,), sentence("Go on to the next question")),
        ),
    ),
    KeyPage(
        "",
        sentence("Where text is typed"),
        (
            KeyLine((sentence("Ctrl + A"),), sentence("Mark everything")),
            KeyLine(
                (sentence("Ctrl + C"), sentence("Ctrl + X"), sentence("Ctrl + V")),
                sentence("Copy, cut, paste"),
            ),
        ),
    ),
)


def keys_list() -> Widget:
    """Return all keys, screen by screen."""
    return Column([_page(page) for page in KEYS], gap=20)


def _page(page: KeyPage) -> Widget:
    return Column([heading(page.title), *[_line(line) for line in page.lines]], gap=6)


def _line(line: KeyLine) -> Widget:
    caps = Wrap([_cap(key) for key in line.keys], gap=4, width=_CAPS)
    return Row([caps, Paragraph(line.does, grow=1)], gap=12, align="start")


def _cap(key: Sentence) -> Widget:
    label = Label(key, size=12, weight=600)
    return Panel(label, "raised", "hairline", radius=6, pad=7, pad_y=2, shadow=False)
