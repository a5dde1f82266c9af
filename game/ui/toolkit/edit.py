"""Editing one line of text: caret, selection, words; a value that each key turns into another."""

from dataclasses import dataclass, replace
from typing import Final

_LONGEST: Final = 4
"""Times the limit that is looked at of a text that is put in: somebody may paste a whole book."""

_BREAKS: Final = frozenset("\n\r\t\v\f\u0085\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Edit:
    """Text that is being typed.

    Attributes:
        caret, anchor: places between characters; what lies between the two is selected.
        composing: what an input method shows at the caret and may still change.

    """

    text: str
    caret: int
    anchor: int
    composing: str = ""

    @classmethod
    def whole(cls, text: str) -> "Edit":
        """Start with everything selected, so that typing replaces it."""
        return cls(text, len(text), 0)

    @property
    def span(self) -> tuple[int, int]:
        """Where the selection begins and ends."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        first, last = self.span
        return self.text[first:last]

    def typed(self, text: str, limit: int) -> "Edit":
        """Put text in place of the selection, as much as ``limit`` characters allow.

        Text in which there is nothing to be seen changes nothing.
        """
        first, last = self.span
        room = max(0, limit - len(self.text) + (last - first))
        clean = on_one_line(text[: _LONGEST * (limit + 1)])[:room]
        if text and not clean:
            return replace(self, composing="")
        at = first + len(clean)
        return Edit(self.text[:first] + clean + self.text[last:], at, at)

    def erased(self, *, forward: bool, word: bool = False) -> "Edit":
        """Take away the selection or, without one, the character or word beside the caret."""
        if self.caret == self.anchor:
            to = self._beside(1 if forward else -1, word)
            return replace(self, anchor=to).typed("", len(self.text))
        return self.typed("", len(self.text))

    def moved(self, by: int, *, word: bool = False, extend: bool = False) -> "Edit":
        """Move the caret by a character or word; ``extend`` keeps the other end selected."""
        if not extend and self.caret != self.anchor and not word:
            return self.placed(self.span[0 if by < 0 else 1])
        return self.placed(self._beside(by, word), extend=extend)

    def placed(self, at: int, *, extend: bool = False) -> "Edit":
        """Put the caret somewhere."""
        at = min(len(self.text), max(0, at))
        return replace(self, caret=at, anchor=self.anchor if extend else at, composing="")

    def _beside(self, by: int, word: bool) -> int:
        at = min(len(self.text), max(0, self.caret + by))
        if not word:
            return at
        while 0 < at < len(self.text) and (self.text[at - 1] == " ") == (by > 0):
            at += by
        while 0 < at < len(self.text) and self.text[at - 1] != " ":
            at += by
        return at


def on_one_line(text: str) -> str:
    """Return text without what cannot be seen; ends of lines and tabs become spaces."""
    lines = text.replace("\r\n", "\n")
    return "".join(" " if each in _BREAKS else each for each in lines if _is_seen(each))


def _is_seen(letter: str) -> bool:
    return letter.isprintable() or letter in _BREAKS
