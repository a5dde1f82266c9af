"""Slips of layout as a person sees them: a space left out, a line one column off, a stray quote.

A YAML parser stumbles over these a line later, or over something else that follows from them. What
is looked for here is the slip itself, in the lines around the place where the parser stopped.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from game.scenario.problems import Code
from game.words import Sentence, counted, sentence

_ENTRY: Final = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<name>[\w-]+):(?P<value>\s.*|)$")
_GLUED: Final = re.compile(r"(?P<name>[^\W\d]\w*):(?!//)(?P<value>[^\s:].*)", re.DOTALL)
_QUOTED: Final = re.compile(r" *(?:- +)*(?:[\w-]+:\s+)?(?P<text>(?P<quote>['\"]).*?)\s*$")
_STEP: Final = 2
"""Columns that a level is usually indented by."""

_LONGEST: Final = 60
"""Characters of a text that is offered anew."""


class Slip(NamedTuple):
    """What was seen.

    Attributes:
        code: of the problem.
        words: what is wrong.
        step: what to do.
        line: from 1.
        column: from 1.
        length: characters concerned.
        suggestion: what was probably meant there.

    """

    code: Code
    words: Sentence
    step: Sentence
    line: int = 1
    column: int = 1
    length: int = 1
    suggestion: str = ""


def no_space(text: str) -> Slip | None:
    """Return that a space is missing after the colon of a text, None if that is not so.

    >>> slip = no_space("title:Molar")
    >>> slip.suggestion if slip else ""
    'title: Molar'
    """
    found = _GLUED.fullmatch(text)
    if found is None:
        return None
    meant = f"{found['name']}: {found['value']}"
    return Slip(
        code="no_space",
        words=sentence("after the colon of '{name}:' a space is missing", name=found["name"]),
        step=sentence("add a space after the colon"),
        length=len(found["name"]) + 1,
        suggestion=meant if len(meant) <= _LONGEST and "\n" not in meant else "",
    )


def slip_at(said: str, line: int, column: int, lines: Sequence[str]) -> Slip | None:
    """Return the slip behind a parser's error, None if none is seen.

    Args:
        said: the parser's message.
        line: where it stopped, from 1.
        column: from 1.
        lines: of the file.

    """
    if "mapping values are not allowed" in said:
        return _colon_slip(line, column, lines)
    if "could not find expected ':'" in said:
        return _glued_line(line, lines)
    if slip := _stray_quote(line, column, lines):
        return slip
    if "expected <block end>" in said:
        return _block_slip(said, line, column, lines)
    if "<document start>" in said:
        return _first_line_in(line, lines)
    return None


def _colon_slip(line: int, column: int, lines: Sequence[str]) -> Slip | None:
    above = _line_above(line, lines)
    if above and (slip := _glued_line(above, lines)):
        return slip
    entry = _ENTRY.match(lines[line - 1])
    owner = _ENTRY.match(lines[above - 1]) if above else None
    if entry is None or owner is None or entry.end("name") != column - 1:
        return None
    deep, high = _start(entry), _start(owner)
    if deep <= high:
        return None
    if _is_first_of_block(above, lines) and deep == _usual_start(above, lines):
        return _moved(above, deep - high, lines, to_the_left=True, fellow=line)
    before = _line_above(above, lines)
    if before and _indent(lines[before - 1]) == deep and entry["value"].strip():
        return _moved(above, deep - high, lines, to_the_left=True, fellow=line)
    slip = _moved(line, deep - high, lines, to_the_left=False, fellow=above)
    step = sentence(
        "{step}; if it goes on with the text above, put all of that text in quotation marks",
        step=slip.step,
    )
    return slip._replace(step=step)


def _glued_line(line: int, lines: Sequence[str]) -> Slip | None:
    text = lines[line - 1].split(" #")[0].rstrip()
    start = re.match(r" *(?:- +)*", text)
    indent = start.end() if start else 0
    slip = no_space(text[indent:])
    return slip and slip._replace(line=line, column=indent + 1, length=len(text) - indent)


def _stray_quote(line: int, column: int, lines: Sequence[str]) -> Slip | None:
    """Return that a text went on behind the quotation mark which ended it."""
    text = lines[line - 1]
    before = text[: column - 1].rstrip()
    if not before.endswith(("'", '"')) or text[column - 1 : column] in ("", "'", '"', "[", "{"):
        return None
    quote = before[-1]
    slip = Slip(
        code="unclosed_quote",
        words=sentence(
            "this text ends at the quotation mark behind '{part}', but more follows",
            part=before[:-1].rpartition(quote)[2][-20:],
        ),
        step=sentence("write '' for an apostrophe inside, or use double quotation marks around it")
        if quote == "'"
        else sentence("put all of it in single quotation marks"),
        line=line,
        column=len(before),
    )
    whole = _QUOTED.match(text)
    if whole is None or whole["quote"] != quote:
        return slip
    inner, other = whole["text"].removeprefix(quote).removesuffix(quote), _OTHER[quote]
    can_be_said = other not in inner and "\\" not in inner and len(inner) <= _LONGEST
    if not can_be_said:
        return slip
    return slip._replace(
        column=whole.start("text") + 1,
        length=len(whole["text"]),
        suggestion=f"{other}{inner}{other}",
    )


_OTHER: Final = {"'": '"', '"': "'"}


def _block_slip(said: str, line: int, column: int, lines: Sequence[str]) -> Slip | None:
    text = lines[line - 1]
    if not text[: column - 1].isspace() and column > 1:
        return None
    above = _line_above(line, lines)
    is_item = text.lstrip().startswith("-")
    if "found '-'" in said and above and not lines[above - 1].lstrip().startswith("-"):
        words = sentence("a list item ('-') stands among entries that have names")
        step = sentence("write a name and a colon instead of the '-', as the entries above have")
        return Slip("indentation", words, step, line, column)
    if "found '?'" in said and not is_item:
        words = sentence("an entry with a name stands among list items ('-')")
        step = sentence("give each of them a name and a colon, or begin this one with '- ' too")
        return Slip("indentation", words, step, line, column)
    return _off_column(line, column - 1, lines)


def _off_column(line: int, start: int, lines: Sequence[str]) -> Slip | None:
    """Return by how much a line misses the block it belongs to, the nearest one above."""
    open_blocks = _open_blocks(line, lines)
    if start in open_blocks:
        return None
    left = [each for each in open_blocks if each > start]
    right = [each for each in open_blocks if each < start]
    if not left and not right:
        return None
    by_left = min(left) - start if left else None
    by_right = start - max(right) if right else None
    if by_right is None or (
        by_left is not None
        and (by_left < by_right or (by_left == by_right and not _opens(line, min(left), lines)))
    ):
        assert by_left is not None
        fellow = open_blocks[min(left)]
        if _is_first_of_block(fellow, lines) and start == _usual_start(fellow, lines):
            return _moved(fellow, by_left, lines, to_the_left=False, fellow=line)
        return _moved(line, by_left, lines, to_the_left=True, fellow=fellow)
    fellow = open_blocks[max(right)]
    if _is_first_of_block(fellow, lines) and start == _usual_start(fellow, lines):
        return _moved(fellow, by_right, lines, to_the_left=True, fellow=line)
    return _moved(line, by_right, lines, to_the_left=False, fellow=fellow)


def _opens(line: int, start: int, lines: Sequence[str]) -> bool:
    """Say whether a line is the head of a block whose entries begin in that column."""
    entry = _ENTRY.match(lines[line - 1])
    below = _line_below(line, lines)
    return (
        entry is not None
        and not entry["value"].strip()
        and bool(below)
        and _indent(lines[below - 1]) == start
    )


def _first_line_in(line: int, lines: Sequence[str]) -> Slip | None:
    first = _line_below(0, lines)
    columns = _indent(lines[first - 1]) - _indent(lines[line - 1])
    if not first or first >= line or columns <= 0:
        return None
    return _moved(first, columns, lines, to_the_left=False, fellow=line)


def _moved(
    line: int, columns: int, lines: Sequence[str], *, to_the_left: bool, fellow: int
) -> Slip:
    words = (
        counted(
            "this line is {count} space too far left",
            "this line is {count} spaces too far left",
            columns,
        )
        if to_the_left
        else counted(
            "this line is {count} space too far in",
            "this line is {count} spaces too far in",
            columns,
        )
    )
    step = sentence(
        "begin it in the same column as '{name}' in line {line}",
        name=_name(lines[fellow - 1]),
        line=fellow,
    )
    text = lines[line - 1]
    start = _indent(text)
    return Slip("indentation", words, step, line, start + 1, max(1, len(_name(text))))


def _name(text: str) -> str:
    entry = _ENTRY.match(text)
    return entry["name"] if entry and not entry["dash"] else text.strip()[:20]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _start(entry: re.Match[str]) -> int:
    """Return the column in which a name begins, from 0; a '-' before it counts as a level."""
    return entry.start("name")


def _has_content(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith("#")


def _line_above(line: int, lines: Sequence[str]) -> int:
    """Return the number of the last line above that is neither empty nor a remark; 0 = none."""
    return next((number for number in range(line - 1, 0, -1) if _has_content(lines[number - 1])), 0)


def _line_below(line: int, lines: Sequence[str]) -> int:
    below = range(line + 1, len(lines) + 1)
    return next((number for number in below if _has_content(lines[number - 1])), 0)


def _open_blocks(line: int, lines: Sequence[str]) -> dict[int, int]:
    """Return the blocks around a line: the column in which each begins, and its last line."""
    blocks: dict[int, int] = {}
    for number in range(line - 1, 0, -1):
        text = lines[number - 1]
        if not _has_content(text) or not (_ENTRY.match(text) or text.lstrip().startswith("- ")):
            continue
        start = _indent(text)
        if not blocks or start < min(blocks):
            blocks[start] = number
        if start == 0:
            break
    return blocks


def _usual_start(line: int, lines: Sequence[str]) -> int:
    """Return the column in which a line usually begins, below the entry that it belongs to."""
    start = _indent(lines[line - 1])
    outside = [each for each in _open_blocks(line, lines) if each < start]
    return max(outside, default=-_STEP) + _STEP


def _is_first_of_block(line: int, lines: Sequence[str]) -> bool:
    return _indent(lines[line - 1]) not in _open_blocks(line, lines)
