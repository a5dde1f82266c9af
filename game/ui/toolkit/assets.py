"""What the toolkit needs from outside: fonts, icons, a clipboard, and words."""

from typing import Protocol, TypeAlias

from game.words import Sentence

Wording: TypeAlias = str | Sentence
"""Words for a reader: a sentence that is said in his language, or text that is ready."""


class Assets(Protocol):
    """Fonts and icons, read by whoever may open files."""

    def font_bytes(self, weight: int) -> bytes:
        """Return the TrueType font of a weight (400, 500, 600 or 700); empty for pygame's own."""

    def icon_svg(self, name: str) -> str:
        """Return a Lucide icon as SVG text that draws with ``currentColor``."""


class Clipboard(Protocol):
    """Where copied text goes."""

    def copy(self, text: str) -> None:
        """Put text there."""

    def paste(self) -> str:
        """Return the text that lies there, or nothing."""


class OwnClipboard:
    """A clipboard inside the program, for where there is no window."""

    def __init__(self) -> None:
        self._text = ""

    def copy(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    def paste(self) -> str:
        """Return what was copied last."""
        return self._text
