"""Text to be read: lines of a readable length, with bold parts."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.ui.toolkit.assets import Wording
from game.ui.toolkit.colour import Role
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.labels import run_in
from game.ui.toolkit.text import Face, Run, Side
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Look, Widget

_BODY_COLUMNS: Final = 72

_SLACK: Final = 2
"""Pixels by which a line may be longer in parts than as a whole, as each is rounded."""


@dataclass(frozen=True, slots=True)
class Paragraph(Widget):
    """Text to be read, at most 72 characters a line, with ``**bold**`` parts."""

    text: Wording
    size: float = 14
    role: Role = "text"
    columns: int = _BODY_COLUMNS
    side: Side = "left"

    def shaping(self, ui: Ui) -> tuple[Hashable, ...]:
        """Return what its size depends on."""
        return (ui.say(self.text), self.size, self.columns)

    def measure(self, ui: Ui, room: int) -> Size:
        """Return the size of its lines, no wider than can be read."""
        width = min(room, self._readable(ui))
        lines = self._lines(ui, width)
        widest = max((sum(w for _, _, w in line) for line in lines), default=0)
        return Size(min(room, widest + _SLACK), ui.face(self.size).line * len(lines))

    def least(self, ui: Ui) -> int:
        """Return room for a few words."""
        return min(self.measure(ui, 1 << 19).w, ui.px(120))

    def baseline(self, ui: Ui, box: Box) -> int:
        """Return the baseline of its first line."""
        return ui.letters.ascent(ui.face(self.size))

    def called(self, ui: Ui) -> str:
        """Return its text without marks."""
        return ui.say(self.name or self.text).replace("**", "")

    def texts(self, ui: Ui, box: Box, look: Look) -> Sequence[Run]:
        """Return a run for each stretch of one weight on each line."""
        runs = []
        step = ui.face(self.size).line
        for row, line in enumerate(self._lines(ui, min(box.w, self._readable(ui)))):
            room = box.w - sum(width for _, _, width in line)
            x = box.x + {"left": 0, "center": room // 2, "right": room}[self.side]
            for text, face, width in line:
                # A stretch ends with its space, whose width no check needs to find room for.
                place = Box(x, box.y + row * step, max(width, 1), step)
                runs.append(run_in(ui, place, text, face, self.role))
                x += width
        return runs

    def _readable(self, ui: Ui) -> int:
        return ui.px(self.size * 0.5 * self.columns)

    def _lines(self, ui: Ui, width: int) -> list[list[tuple[str, Face, int]]]:
        lines: list[list[tuple[str, Face, int]]] = [[]]
        used = 0
        space = ui.letters.width(" ", ui.face(self.size))
        for word, breaks in _fitting(ui, _words(ui, ui.say(self.text), self.size), width):
            wide = sum(ui.letters.width(part, f) for part, f in word)
            if breaks or (used and used + space + wide > width):
                lines.append([])
                used = 0
            gap = space if used else 0
            for part, part_face in word:
                _extend(ui, lines[-1], (" " if gap else "") + part, part_face)
                gap = 0
            used = sum(w for _, _, w in lines[-1])
        return lines


def _extend(ui: Ui, line: list[tuple[str, Face, int]], text: str, face: Face) -> None:
    if line and line[-1][1] == face:
        text = line.pop()[0] + text
    line.append((text, face, ui.letters.width(text, face)))


_Word: TypeAlias = tuple[list[tuple[str, Face]], bool]
"""Parts with their faces, and whether a line starts before it."""


def _fitting(ui: Ui, words: Iterable[_Word], width: int) -> Iterator[_Word]:
    """Break words that are wider than a line, such as paths of files, where they must be."""
    for word, breaks in words:
        if len(word) != 1 or ui.letters.width(*word[0]) <= width:
            yield word, breaks
            continue
        part, face = word[0]
        for number, piece in enumerate(ui.letters.wrap(part, face, width)):
            yield [(piece, face)], breaks or number > 0


def _words(ui: Ui, text: str, size: float) -> list[_Word]:
    """Cut text into words, each of parts with their face, and whether a line starts before it."""
    plain, bold = ui.face(size), ui.face(size, 600)
    words: list[_Word] = []
    heavy = False
    for number, row in enumerate(text.split("\n")):
        for place, word in enumerate(row.split(" ")):
            parts: list[tuple[str, Face]] = []
            for index, part in enumerate(word.split("**")):
                heavy = heavy != (index > 0)
                if part:
                    parts.append((part, bold if heavy else plain))
            words.append((parts, number > 0 and place == 0))
    return words
