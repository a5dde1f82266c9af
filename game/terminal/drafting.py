"""The way back while a plan is made by typing: every step can be taken back and done again."""

from collections.abc import Callable

from game.session.drafts import Draft


class Drafting:
    """The draft with its past, so that every step can be taken back."""

    def __init__(self, first: Draft) -> None:
        self._first = first
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self.draft = first

    def change(self, draft: Draft) -> None:
        """Go on with another draft."""
        if draft != self.draft:
            self._past.append(self.draft)
            self._future.clear()
            self.draft = draft

    def reset(self) -> None:
        """Start the turn's plan anew; this can be taken back too."""
        self.change(self._first)

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self._step(self._past, self._future.append)

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        return self._step(self._future, self._past.append)

    def _step(self, source: list[Draft], keep: Callable[[Draft], None]) -> bool:
        if not source:
            return False
        keep(self.draft)
        self.draft = source.pop()
        return True
