"""Scenarios that change another one: ``extends``, merged entry by entry."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from game.scenario.findings import glued, problem_at
from game.scenario.formats import convert
from game.scenario.layout import no_space
from game.scenario.problems import Place, Problem
from game.scenario.reader import best_parser, read
from game.scenario.tree import Node
from game.scenario.values import close, shown
from game.words import sentence


class Found(NamedTuple):
    """The text of another scenario, and its file as problems name it."""

    text: str
    file: str


Find: TypeAlias = Callable[[str], str | Found | None]
"""Returns another scenario by its name, None if there is none. A text alone is in the same folder.

It is asked from child to parent: whoever looks in several folders can go on where it found one.
"""

GENERATIONS: Final = 5


def no_family(name: str) -> None:
    """Find nothing: for scenarios that stand alone."""


def read_family(
    text: str, file: str, find: Find, parser: object = best_parser, known: Sequence[str] = ()
) -> tuple[Node | None, list[Problem]]:
    """Read a file and all its parents, and merge them.

    Args:
        text: of the file.
        file: its name, with the folder if there is one.
        find: for the parents.
        parser: makes the source of events.
        known: names of the scenarios that ``find`` finds.

    Returns:
        the merged tree, each node with the file it stands in, and the problems of all files.

    """
    problems: list[Problem] = []
    trees: list[Node] = []
    folder, stem = split_name(file)
    seen = [stem]
    above: str | Found | None = Found(text, file)
    while above is not None:
        above, file = above if isinstance(above, Found) else (above, file)
        root, found = _read_one(above, file, parser)
        problems += found
        if root is None:
            return None, problems
        trees.append(root)
        parent = root.entries.pop("extends", None)
        if parent is None or parent.value is None:
            break
        refused = _refused_parent(parent, seen)
        above = None if refused else find(parent.text)
        if above is None:
            return None, [*problems, refused or _unknown_parent(parent, known)]
        seen.append(parent.text)
        file = f"{folder}{parent.text}.yaml"
    merged = Node(Place(file), {})
    for tree in reversed(trees):
        _merge(merged, tree, problems, is_first=tree is trees[-1])
    merged.place, merged.line = trees[0].place, trees[0].line
    return merged, problems


def _read_one(text: str, file: str, parser: object) -> tuple[Node | None, list[Problem]]:
    root, found = read(text, file, parser)
    problems = list(found)
    if root is None:
        return None, problems
    wrong = convert(root) if isinstance(root.value, dict) else _not_entries(root)
    return (root, problems) if wrong is None else (None, [*problems, wrong])


def split_name(file: str) -> tuple[str, str]:
    """Cut a file name into its folder and its name without ending.

    >>> split_name("scenarios/lean_year.yaml")
    ('scenarios/', 'lean_year')
    """
    start = max(file.rfind("/"), file.rfind("\\")) + 1
    return file[:start], file[start:].removesuffix(".yaml").removesuffix(".yml")


def _not_entries(root: Node) -> Problem:
    if slip := no_space(root.text):
        return glued(root, slip)
    words = sentence("a scenario consists of entries, each with a name")
    step = sentence("begin with a line such as 'title: My first scenario'")
    return problem_at(root, "not_entries", words, next_step=step)


def _refused_parent(parent: Node, seen: list[str]) -> Problem | None:
    name = parent.text
    if not name or len(name) > 100 or any(sign in name for sign in "/\\:\0"):
        words = sentence("'extends' needs the name of a scenario, and no path")
        step = sentence("write only the name, without folder and ending: extends: fresh_start")
        return problem_at(parent, "parent_unknown", words, next_step=step)
    if name in seen:
        chain = " → ".join([*seen[seen.index(name) :], name])
        words = sentence("these scenarios extend each other in a circle: {chain}", chain=chain)
        step = sentence("extend another scenario, or give this file another name")
        return problem_at(parent, "extends_circle", words, next_step=step)
    if len(seen) > GENERATIONS:
        words = sentence(
            "this is more than {allowed} scenarios deep: {chain}",
            allowed=GENERATIONS,
            chain=" → ".join([*seen, name]),
        )
        step = sentence("extend one that stands nearer to the first of them")
        return problem_at(parent, "extends_too_deep", words, next_step=step)
    return None


def _unknown_parent(parent: Node, known: Sequence[str]) -> Problem:
    words = sentence(
        "there is no scenario '{name}' in this folder, and none of that name came with the game",
        name=shown(parent.text),
    )
    bare = split_name(parent.text)[1]
    suggestion = bare if bare != parent.text else close(bare, known)
    step = sentence("copy its file into this folder, or write the name of one that is there")
    if bare != parent.text:
        step = sentence("write only the name, without folder and ending: extends: fresh_start")
    elif known:
        step = sentence(
            "copy its file into this folder, or choose from: {choices:list}", choices=tuple(known)
        )
    return problem_at(parent, "parent_unknown", words, suggestion=suggestion, next_step=step)


def _merge(old: Node, new: Node, problems: list[Problem], *, is_first: bool) -> None:
    """Lay the entries of ``new`` over ``old``: deep for entries, whole for lists and texts."""
    assert isinstance(old.value, dict)
    for name, child in new.entries.items():
        before = old.value.get(name)
        if child.value is None and not child.refused:
            if before is None:
                problems.append(_nothing(child, name, is_first=is_first))
            old.value.pop(name, None)
            old.emptied[name] = child
        elif isinstance(child.value, dict) and child.value:
            if before is None or not isinstance(before.value, dict):
                before = Node(child.place, {}, child.line)
            before.place, before.line = child.place, child.line
            before.key, before.key_line = child.key, child.key_line
            before.refused |= child.refused
            old.value[name] = before
            _merge(before, child, problems, is_first=is_first)
        else:
            old.value[name] = child
            old.emptied.pop(name, None)


def _nothing(child: Node, name: str, *, is_first: bool) -> Problem:
    if is_first:
        words = sentence("nothing stands after '{name}:', so its default is used", name=name)
        return problem_at(child, "empty_value", words, severity="hint")
    words = sentence("there is no '{name}' to take away", name=name)
    step = sentence("a name with nothing after the colon takes the parent's entry away")
    return problem_at(child, "nothing_to_remove", words, severity="warning", next_step=step)
