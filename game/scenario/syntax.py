"""Syntax errors in plain words: what the YAML parser reports, said for people who write texts."""

from typing import Any, Final

from game.scenario.layout import Slip, slip_at
from game.scenario.problems import Code, Place, Problem
from game.words import Sentence, sentence

_Known = tuple[str, bool, Code, Sentence, Sentence]

_KNOWN: Final[tuple[_Known, ...]] = (
    # part of the parser's message, place is where it began, code, what, what to do
    (
        "quoted scalar",
        True,
        "unclosed_quote",
        sentence("a quotation mark is opened here and not closed properly"),
        sentence("close it at the end of the text; inside the text write it twice"),
    ),
    (
        "unknown escape character",
        False,
        "unclosed_quote",
        sentence("a backslash has a special meaning between double quotation marks"),
        sentence("use single quotation marks"),
    ),
    (
        "mapping values are not allowed",
        False,
        "second_colon",
        sentence("this colon is one too many here"),
        sentence("put a text with a colon in quotation marks, and check the indentation"),
    ),
    (
        "could not find expected ':'",
        True,
        "missing_colon",
        sentence("after this name a colon is missing"),
        sentence("write 'name: value', with a space after the colon"),
    ),
    (
        "flow sequence",
        True,
        "unclosed_bracket",
        sentence("a bracket '[' opens here, and a comma or its ']' is missing"),
        sentence("write [one, two, three]"),
    ),
    (
        "flow mapping",
        True,
        "unclosed_bracket",
        sentence("a brace '{{' opens here, and a comma or its '}}' is missing"),
        sentence("write {{name: value, name: value}}"),
    ),
    (
        "cannot start any token",
        False,
        "needs_quotes",
        sentence("a text cannot begin with this sign"),
        sentence("put the text in quotation marks"),
    ),
    (
        "expected <block end>",
        False,
        "indentation",
        sentence("this does not line up with what stands above it"),
        sentence("names of one block begin in the same column, two spaces deeper than its own"),
    ),
    (
        "sequence entries are not allowed",
        False,
        "indentation",
        sentence("a list item cannot begin here"),
        sentence("begin the list in a line of its own below the name"),
    ),
    (
        "flow node",
        False,
        "unclosed_bracket",
        sentence("between these brackets something is missing or left over"),
        sentence("write [one, two, three] or {{name: value, name: value}}"),
    ),
    (
        "block scalar",
        False,
        "text_below",
        sentence("behind | or > nothing may stand; the text begins in the next line"),
        sentence("move the text to the next line, two spaces further in"),
    ),
    (
        "block node",
        False,
        "needs_quotes",
        sentence("a text cannot begin with this sign"),
        sentence("put the text in quotation marks"),
    ),
    (
        "<document start>",
        False,
        "indentation",
        sentence("this does not line up with what stands above it"),
        sentence("names of one block begin in the same column, two spaces deeper than its own"),
    ),
    (
        "directive",
        False,
        "needs_quotes",
        sentence("a text cannot begin with this sign"),
        sentence("put the text in quotation marks"),
    ),
    (
        "anchor",
        False,
        "needs_quotes",
        sentence("a text cannot begin with this sign"),
        sentence("put the text in quotation marks"),
    ),
    (
        "alias",
        False,
        "needs_quotes",
        sentence("a text cannot begin with this sign"),
        sentence("put the text in quotation marks"),
    ),
    (
        "tag",
        False,
        "needs_quotes",
        sentence("a text cannot begin with this sign"),
        sentence("put the text in quotation marks"),
    ),
)

_OTHER: Final[tuple[Code, Sentence, Sentence]] = (
    "syntax",
    sentence("this cannot be read"),
    sentence("compare the line with the example in scenarios/README.md"),
)


def syntax_problem(error: Any, file: str, lines: list[str]) -> Problem:
    """Return a parser's error as a problem.

    Args:
        error: a ``yaml.YAMLError``, with marks where the parser gave any.
        file: name of the file.
        lines: of the file.

    """
    said = f"{getattr(error, 'context', None)} {getattr(error, 'problem', None)}"
    mark = getattr(error, "problem_mark", None)
    code, words, step = _OTHER
    for part, at_start, known, what, todo in _KNOWN:
        if part in said:
            code, words, step = known, what, todo
            if at_start:
                mark = getattr(error, "context_mark", None) or mark
            break
    stopped = mark if "expected ':'" in said else getattr(error, "problem_mark", None) or mark
    slip = slip_at(said, *_within(stopped, lines), lines)
    if slip is None:
        slip = Slip(code, words, step, *_within(mark, lines))
    return Problem(
        code=slip.code,
        sentence=slip.words,
        place=Place(file, slip.line, slip.column, slip.length),
        source_line=lines[slip.line - 1],
        suggestion=slip.suggestion,
        next_step=slip.step,
    )


def _within(mark: Any, lines: list[str]) -> tuple[int, int]:
    """Return line and column of a mark, from 1; one behind the last line is its end."""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return (line, column) if line <= len(lines) else (len(lines), len(lines[-1]) + 1)
