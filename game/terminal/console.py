"""Paper and pencil: prints paragraphs, lists and tables, and reads the lines that are typed.

Works where there are no colours, no cursor and eighty columns: in a pipe, on a dumb terminal, with
NO_COLOR. Author's words are printed as they are and never read as markup.
"""

import contextlib
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final, TextIO

from rich.cells import cell_len
from rich.console import Console as RichConsole
from rich.table import Table as RichTable
from rich.text import Text

from game.report.language import Language
from game.report.tables import Table
from game.words import Sentence, sentence

WIDEST: Final = 100
"""Columns that are used at most: longer lines are hard to read."""

PIPED: Final = 80
"""Columns where the output goes to another program."""


MOST_TURNED: Final = 5
"""Lines of a table that is turned on its side where it is too wide."""


class InputEnded(Exception):
    """There is nothing more to read: Ctrl-D, or the end of a pipe."""


class Console:
    """Where the game is printed and typed.

    Args:
        language: of the reader, with the currency of the game.
        out: where to print.
        typed: where lines come from.

    """

    def __init__(
        self, language: Language, out: TextIO | None = None, typed: TextIO | None = None
    ) -> None:
        self.language = language
        self._typed = sys.stdin if typed is None else typed
        stream = sys.stdout if out is None else out
        self._paper = RichConsole(
            file=stream,
            width=None if stream.isatty() else PIPED,
            markup=False,
            highlight=False,
            emoji=False,
        )
        self._paper.width = min(self._paper.width, WIDEST)
        self._speaks = stream is sys.stdout and self._typed is sys.stdin and self._typed.isatty()

    def text(self, words: Sentence) -> str:
        """Return a sentence in the reader's language."""
        return self.language.say(words)

    def clear(self) -> None:
        """Wipe the screen, where there is one; in a transcript, leave a line empty."""
        self._paper.clear()
        self.blank()

    def blank(self) -> None:
        """Leave a line empty."""
        self._paper.print()

    def say(self, words: Sentence, style: str = "") -> None:
        """Print a text, wrapped, its paragraphs apart; an empty one is left out."""
        for number, part in enumerate(_paragraphs(self.text(words))):
            if number:
                self.blank()
            self._lines(part, style, "", "")

    def heading(self, words: Sentence) -> None:
        """Print a heading with a line under it, and a blank line before."""
        text = self.text(words)
        self.blank()
        self._paper.print(Text(text, style="bold"))
        self._paper.print(Text(self._rule() * min(len(text), self._paper.width)))

    def item(self, words: Sentence, mark: str = "-", style: str = "") -> None:
        """Print an item of a list, its lines under each other."""
        indent = " " * (cell_len(mark) + 2)
        first = f" {mark} "
        for part in _paragraphs(self.text(words)):
            self._lines(part, style, first, indent)
            first = indent

    def _lines(self, text: str, style: str, first: str, others: str) -> None:
        """Print one paragraph: what stands before its first line and before the others."""
        width = max(self._paper.width - cell_len(others), 20)
        for line in Text(text).wrap(self._paper, width):
            line.rstrip()
            line.stylize(style)
            self._paper.print(Text(first) + line, soft_wrap=True)
            first = others

    def table(self, table: Table, *, short: bool = True) -> None:
        """Print a report's table under its title."""
        if title := self.text(table.title):
            self.blank()
            self._paper.print(Text(title, style="bold"))
        heads, rows = table.headings(self.language), table.said(self.language, short=short)
        left = [column.is_text for column in table.columns]
        if _width([heads, *rows]) > self._paper.width and len(rows) <= MOST_TURNED:
            # Too wide to be read: what were columns become lines.
            turned = list(zip(heads, *rows, strict=True))
            left = [True] + [False] * len(rows)
            heads, rows = turned[0], tuple(turned[1:])
        self.grid(heads, rows, left)

    def grid(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]
    ) -> None:
        """Print rows under their heads.

        Args:
            heads: of the columns; all empty = no line of heads.
            rows: cells, one for each column.
            left: which columns hold words; the others stand to the right.

        """
        drawn = RichTable(
            show_edge=False, pad_edge=False, header_style="bold", show_header=any(heads)
        )
        for head, is_left in zip(heads, left, strict=True):
            drawn.add_column(Text(head), justify="left" if is_left else "right")
        for row in rows:
            drawn.add_row(*(Text(cell) for cell in row))
        self._paper.print(drawn)

    def bar(self, part: float, cells: int = 20) -> str:
        """Return a bar of so many cells, filled by a part of one."""
        full = round(max(0.0, min(part, 1.0)) * cells)
        filled, empty = ("█", "░") if self._paper.encoding.startswith("utf") else ("#", ".")
        return filled * full + empty * (cells - full)

    def ask(self, prompt: Sentence) -> str:
        """Return the line that is typed, without spaces around it.

        Raises:
            InputEnded: if there is none.

        """
        text = f"{self.text(prompt)} "
        if self._speaks:
            return self._asked(text)
        self._paper.print(Text(text), end="")
        line = self._typed.readline()
        if not line:
            self.blank()
            raise InputEnded
        # In a transcript, what was typed stands behind its prompt.
        self._paper.print(Text(line.strip()))
        return line.strip()

    def pause(self) -> None:
        """Wait for Enter, if somebody is sitting there; what was printed would run away."""
        if self._speaks:
            self._asked(self.text(sentence("Press Enter to go on.")))

    def ask_until(self, prompt: Sentence, read: Callable[[str], Sentence | None]) -> None:
        """Ask again until ``read`` finds nothing to say against the answer."""
        while (objection := read(self.ask(prompt))) is not None:
            self.say(objection)

    def _asked(self, prompt: str) -> str:
        with contextlib.suppress(ImportError):
            import_module("readline")  # arrow keys and earlier lines, where the system has them

        try:
            return input(prompt).strip()
        except EOFError:
            self.blank()
            raise InputEnded from None

    def _rule(self) -> str:
        return "─" if self._paper.encoding.startswith("utf") else "-"


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Return the columns a table needs where only its heads are broken, between words."""
    heads, *others = rows
    broken = [max(map(cell_len, head.split()), default=0) for head in heads]
    widest = [
        max([least, *(cell_len(row[place]) for row in others)])
        for place, least in enumerate(broken)
    ]
    return sum(widest) + 3 * (len(widest) - 1)


def _paragraphs(text: str) -> list[str]:
    r"""Cut a text into paragraphs.

    Where an author left lines empty, other line ends are only how the text was typed.

    >>> _paragraphs("One\ntwo.\n\nThree."), _paragraphs("One.\nTwo.")
    (['One two.', 'Three.'], ['One.', 'Two.'])
    """
    empty = r"\n[ \t]*\n"
    parts = re.split(empty if re.search(empty, text.strip()) else r"\n", text.strip())
    return [re.sub(r"[ \t\n]+", " ", part) for part in parts if part.strip()]
