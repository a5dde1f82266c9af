"""What can be wrong in a scenario file: code, place, plain sentence, and how to mend it."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, TypeAlias

from game.words import Sentence, sentence, verbatim

Severity: TypeAlias = Literal["error", "warning", "hint"]
Say: TypeAlias = Callable[[Sentence], str]

Code: TypeAlias = Literal[
    # the text
    "too_large",
    "control_character",
    "tab",
    "empty_file",
    "several_documents",
    "too_deep",
    "too_many_entries",
    "tag",
    "anchor",
    "alias",
    "duplicate_key",
    "key_not_text",
    "unclosed_quote",
    "unclosed_bracket",
    "second_colon",
    "missing_colon",
    "no_space",
    "needs_quotes",
    "text_below",
    "indentation",
    "syntax",
    # format and parents
    "format_unknown",
    "format_newer",
    "parent_unknown",
    "extends_circle",
    "extends_too_deep",
    "nothing_to_remove",
    # entries
    "unknown_key",
    "missing",
    "empty_value",
    "not_text",
    "not_entries",
    "not_list",
    "bad_name",
    "reserved_name",
    "unknown_name",
    "too_long",
    "too_many",
    "too_few",
    # values
    "not_a_choice",
    "not_a_number",
    "comma_in_number",
    "dot_in_number",
    "percent_missing",
    "not_whole",
    "out_of_range",
    "wrong_unit",
    "other_currency",
    "bad_turn",
    "bad_condition",
    "unknown_measure",
    "bad_effect",
    "effect_unit",
    "effect_where",
    "no_sum",
    "no_levers",
    # remarks
    "weights_sum",
    "event_never",
    "event_after_end",
    "choice_unreachable",
    "unlock_after_end",
    "lever_nobody_decides",
    "segment_unused",
    "hint_unheard",
    "budget_zero",
    "price_zero",
    "expert_unit",
    "no_learning_goals",
    "unknown_term",
    "no_debrief",
    "message_alone",
    "unusual_length",
    "language_unspoken",
]
"""Every code there is; they are stable."""


class Place(NamedTuple):  # a tuple, because a file has thousands of them
    """Where something stands in a file; lines and columns count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend, or to think about.

    Attributes:
        code: stable, for programs.
        severity: an error stops the scenario from being played.
        sentence: what is wrong, in plain words.
        place: where.
        source_line: the line it stands in, as written.
        suggestion: what was probably meant, as it would be written; "" = no idea.
        next_step: what to do about it.
        secondary: another place that belongs to it (the first of two equal names).
        secondary_line: the line that stands there.
        secondary_note: what is there.

    """

    code: Code
    severity: Severity = "error"
    sentence: Sentence
    place: Place
    source_line: str = ""
    suggestion: str = ""
    next_step: Sentence | None = None
    secondary: Place | None = None
    secondary_line: str = ""
    secondary_note: Sentence | None = None

    @property
    def file(self) -> str:
        """Name of the file it stands in."""
        return self.place.file

    @property
    def line(self) -> int:
        """Line, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """Column in characters, from 1."""
        return self.place.column

    @property
    def length(self) -> int:
        """Characters concerned."""
        return self.place.length


def in_order(problem: Problem) -> tuple[str, int, int, str]:
    """Sort key: by place, and by code where two share one."""
    return problem.file, problem.line, problem.column, problem.code


def worst(problems: "tuple[Problem, ...]") -> Severity | None:
    """Return the highest severity among problems, None if there are none."""
    found = {problem.severity for problem in problems}
    levels: tuple[Severity, ...] = ("error", "warning", "hint")
    return next((level for level in levels if level in found), None)


def render(problem: Problem, say: Say) -> str:
    """Draw a problem for a terminal: what, where, the line, a caret under it, and what to do."""
    gutter = " " * len(str(max(problem.line, problem.secondary.line if problem.secondary else 0)))
    rows = [f"{say(_LEVELS[problem.severity])}: {say(problem.sentence)}"]
    rows.append(f"{gutter}--> {problem.file}:{problem.line}:{problem.column}")
    note = sentence("did you mean '{suggestion}'?", suggestion=problem.suggestion)
    rows += _quote(
        problem.place, problem.source_line, say(note) if problem.suggestion else "", gutter, "^"
    )
    if problem.secondary is not None:
        other, noted = problem.secondary, problem.secondary_note or verbatim("")
        rows.append(f"{gutter}::: {other.file}:{other.line}:{other.column}")
        rows += _quote(other, problem.secondary_line, say(noted), gutter, "-")
    if problem.next_step is not None:
        rows.append(f"{gutter} = {say(problem.next_step)}")
    return "\n".join(rows)


def to_json(problem: Problem, say: Say) -> str:
    """Write a problem as one line of JSON."""
    fields: dict[str, object] = {
        "severity": problem.severity,
        "code": problem.code,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "length": problem.length,
        "message": say(problem.sentence),
        "source": problem.source_line,
        "suggestion": problem.suggestion or None,
        "next": say(problem.next_step) if problem.next_step else None,
    }
    if problem.secondary is not None:
        other = problem.secondary
        fields["related"] = {"file": other.file, "line": other.line, "column": other.column}
    return json.dumps(fields, ensure_ascii=False)


def width(text: str) -> int:
    """Return the columns a text takes in a terminal: wide signs take two, combining ones none.

    >>> width("añ"), width("コーヒー")
    (2, 8)
    """
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _quote(place: Place, line: str, note: str, gutter: str, mark: str) -> list[str]:
    if not line:
        return []
    # What turns text around or colours it would do so in the terminal, too.
    visible = _UNSEEN.sub("\ufffd", line.replace("\t", " "))
    shown, start = _part(visible, place.column - 1)
    number = str(place.line).rjust(len(gutter))
    before = " " * width(shown[:start])
    marked = mark * max(1, width(shown[start : start + place.length]))
    under = f"{gutter} | {before}{marked} {note}".rstrip()
    return [f"{number} | {shown}".rstrip(), under]


def _part(line: str, start: int) -> tuple[str, int]:
    """Return as much of a line as fits around a place, and where the place is in it."""
    if len(line) <= _LONGEST:
        return line, start
    first = max(0, min(start, len(line)) - _BEFORE)
    part = line[first : first + _LONGEST]
    behind = "…" if first + _LONGEST < len(line) else ""
    return (f"…{part}{behind}", start - first + 1) if first else (part + behind, start)


_UNSEEN: Final = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_LONGEST: Final = 160
"""Characters of a line that are shown."""

_BEFORE: Final = 60
"""Characters of a longer line that are shown before the place which is meant."""

_LEVELS = {
    "error": sentence("error"),
    "warning": sentence("warning"),
    "hint": sentence("hint"),
}
