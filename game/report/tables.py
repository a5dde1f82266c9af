"""Tables as plain data: terminal, window and CSV draw the same rows."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.report.figures import Shown
from game.report.language import Language
from game.scenario.measures import Kind
from game.words import Sentence

ColumnKind: TypeAlias = Kind | Literal["text", "points"]
"""A measure's unit, words, or points of a score (one decimal)."""

Cell: TypeAlias = "Sentence | Shown | float | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: a stable key for files, a heading for people, and what stands in it."""

    key: str
    heading: Sentence
    kind: ColumnKind

    @property
    def is_text(self) -> bool:
        """Whether it is set to the left; numbers stand to the right."""
        return self.kind == "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, one for each column."""

    title: Sentence
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"A row has {len(row)} cells for {len(self.columns)} columns.")

    def headings(self, language: Language) -> tuple[str, ...]:
        """Return the headings as text."""
        return tuple(language.say(column.heading) for column in self.columns)

    def said(self, language: Language, *, short: bool = False) -> tuple[tuple[str, ...], ...]:
        """Return all cells as text; hidden ones say so, empty ones are a dash."""
        return tuple(
            tuple(
                _said(cell, column.kind, language, short)
                for cell, column in zip(row, self.columns, strict=True)
            )
            for row in self.rows
        )

    def raw(self, language: Language) -> tuple[tuple[str | float | None, ...], ...]:
        """Return all cells for a file: words as text, numbers as they are, None where hidden."""
        return tuple(tuple(_raw(cell, language) for cell in row) for row in self.rows)


def _said(cell: Cell, kind: ColumnKind, language: Language, short: bool) -> str:
    if isinstance(cell, Sentence):
        return language.say(cell)
    if isinstance(cell, Shown):
        return cell.said(language, short=short)
    if kind == "text" or cell is None:
        return language.figure("people", None)
    if kind == "points":
        return language.decimal(cell, 1)
    return language.figure(kind, cell, short=short)


def _raw(cell: Cell, language: Language) -> str | float | None:
    if isinstance(cell, Sentence):
        return language.say(cell)
    return cell.value if isinstance(cell, Shown) else cell
