"""From what is wrong to a problem with its place: the model's refusals, and names of nothing.

No sentence of the validation library reaches anyone: each of its error kinds has one of ours.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from game.scenario import values
from game.scenario.layout import Slip, no_space
from game.scenario.problems import Code, Place, Problem, Severity
from game.scenario.shape import Shape, names_for, references, shape_at
from game.scenario.tree import Node, Path, nearest
from game.scenario.values import Refused
from game.words import Sentence, sentence


def problem_at(
    node: Node,
    code: Code,
    words: Sentence,
    *,
    at_key: bool = False,
    severity: Severity = "error",
    suggestion: str = "",
    next_step: Sentence | None = None,
    span: tuple[int, int] | None = None,
) -> Problem:
    """Return a problem at a node of the tree.

    Args:
        node: where.
        code: of the problem.
        words: what is wrong.
        at_key: whether the name is meant, and not the value.
        severity: of the problem.
        suggestion: what was probably meant.
        next_step: what to do.
        span: (start, length) of the part of the text that is meant.

    """
    place, line = node.place, node.line
    if node.key is not None and (at_key or node.value is None):
        place, line = node.key, node.key_line
    elif span is not None and node.quote is not None and node.text:
        start, length = span
        place = Place(place.file, place.line, place.column + node.quote + start, max(1, length))
    return Problem(
        code=code,
        severity=severity,
        sentence=words,
        place=place,
        source_line=line,
        suggestion=suggestion,
        next_step=next_step,
    )


def model_problems(error: ValidationError, root: Node, shape: Shape) -> list[Problem]:
    """Return the model's refusals as problems, without those that follow from others."""
    found: list[Problem] = []
    missing: list[tuple[Path, str]] = []
    guessed: set[tuple[Path, str]] = set()
    for each in error.errors(include_url=False):
        path = tuple(name for name in each["loc"] if name != "[key]")
        if each["type"] == "missing":
            missing.append((path[:-1], str(path[-1])))
            continue
        problem = _model_problem(each, path, root, shape)
        if problem is not None:
            found.append(problem)
            guessed.add((path[:-1], problem.suggestion))
    for place, name in missing:
        node, _, refused = nearest(root, place)
        # Where a name is misspelt, that it is missing too is no news.
        if not refused and (place, name) not in guessed:
            found.append(_missing(node, name))
    return found


def _missing(node: Node, name: str) -> Problem:
    if name in node.emptied:
        words = sentence("nothing stands after '{name}:', and it has no default", name=name)
        step = sentence("write what belongs there")
        return problem_at(node.emptied[name], "empty_value", words, next_step=step)
    words = sentence("'{name}' is missing here", name=name)
    step = sentence("add a line '{name}: …'", name=name)
    return problem_at(node, "missing", words, at_key=True, next_step=step)


def _model_problem(each: Any, path: Path, root: Node, shape: Shape) -> Problem | None:
    node, _, refused = nearest(root, path)
    if refused:
        return None
    refusal = each.get("ctx", {}).get("error")
    if isinstance(refusal, Refused):
        return problem_at(
            node,
            refusal.code,
            refusal.sentence,
            at_key="[key]" in each["loc"],
            suggestion=refusal.suggestion,
            next_step=refusal.next_step,
            span=refusal.span,
        )
    if each["type"] == "extra_forbidden":
        return _unknown_key(node, path, shape)
    return _other_refusal(each, node)


def _unknown_key(node: Node, path: Path, shape: Shape) -> Problem:
    above = shape_at(shape, path[:-1])
    known = tuple(above.fields) if above is not None and above.fields else ()
    return problem_at(
        node,
        "unknown_key",
        sentence("'{name}' is not known here", name=values.shown(str(path[-1]))),
        at_key=True,
        suggestion=values.close(str(path[-1]), known),
        next_step=sentence("choose from: {choices:list}", choices=tuple(known)),
    )


def _other_refusal(each: Any, node: Node) -> Problem:
    kind, limits = each["type"], each.get("ctx", {})
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return _not_entries(node)
    if kind in ("list_type", "tuple_type"):
        return _not_list(node)
    if kind == "too_long":
        words = sentence(
            "{given} entries are too many here; {allowed} are allowed",
            given=len(node.entries) or len(node.items),
            allowed=limits["max_length"],
        )
        return problem_at(node, "too_many", words, at_key=True)
    if kind == "too_short":
        words = sentence("at least {allowed} entries belong here", allowed=limits["min_length"])
        return problem_at(node, "too_few", words, at_key=True)
    if kind == "less_than_equal":
        words = sentence(
            "'{given}' is too much: at most {allowed:share}",
            given=values.shown(node.text),
            allowed=limits["le"],
        )
        return problem_at(node, "out_of_range", words)
    return problem_at(node, "not_text", sentence("this value does not fit here"))


def _not_entries(node: Node) -> Problem:
    if slip := no_space(node.text):
        return glued(node, slip)
    step = sentence("write 'name: value' in the lines below it, two spaces further in")
    words = sentence("entries belong here, each with a name")
    return problem_at(node, "not_entries", words, next_step=step)


def glued(node: Node, slip: Slip) -> Problem:
    """Return that a text is a name and its value, without the space between them."""
    return problem_at(node, slip.code, slip.words, suggestion=slip.suggestion, next_step=slip.step)


def _not_list(node: Node) -> Problem:
    words = sentence("a list belongs here")
    step = sentence("write [one, two], or each in a line of its own behind '- '")
    if not 0 < len(node.text) <= _LONGEST_ITEM:
        return problem_at(node, "not_list", words, next_step=step)
    if _NEEDS_A_LINE.search(node.text):
        # Between brackets its commas would make more items of it, its signs something else.
        suggestion = f"- {_in_quotes(node.text)}"
        step = sentence("write it in a line of its own below the name, two spaces further in")
    else:
        suggestion = f"[{node.text}]"
    return problem_at(node, "not_list", words, suggestion=suggestion, next_step=step)


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


_LONGEST_ITEM: Final = 80
_NEEDS_A_LINE: Final = re.compile(r"[,\[\]{}:#\"']|^[^\w]")


def reference_problems(
    root: Node, shape: Shape, usual: Mapping[str, Sequence[str]]
) -> list[Problem]:
    """Return a problem for each text that should be a name of something, and is none."""
    found = []
    for reference in references(shape, root):
        if nearest(root, reference.path)[2]:
            continue
        given = str(reference.path[-1]) if reference.is_key else reference.node.text
        known = names_for(reference, root, usual)
        if given in known:
            continue
        found.append(
            problem_at(
                reference.node,
                "unknown_name",
                _unknown(reference.ref.to, values.shown(given)),
                at_key=reference.is_key,
                suggestion=values.close(given, known),
                next_step=sentence("choose from: {choices:list}", choices=tuple(known)),
            )
        )
    return found


def _unknown(kind: str, name: str) -> Sentence:
    return replace(_UNKNOWN.get(kind, _NO_PARAMETER), values=(("name", name),))


_NO_LEVER: Final = sentence("there is no lever '{name}'", name="")
_NO_PARAMETER: Final = sentence("the model has no parameter '{name}'", name="")
_UNKNOWN: Final = {
    "segments": sentence("there is no segment '{name}'", name=""),
    "positioning": sentence("there is no message '{name}' under 'positioning'", name=""),
    "measures": sentence("there is no measure '{name}'", name=""),
    "levers_or_others": _NO_LEVER,
    "levers_or_groups": _NO_LEVER,
    "roles": sentence("there is no role '{name}'", name=""),
    "strategies": sentence("there is no strategy '{name}'", name=""),
    "months": sentence("there is no month '{name}'", name=""),
    "answers": sentence("there is no answer '{name}' to this question", name=""),
}
