"""A scenario file as a tree: texts, lists and entries, each with its place; nothing is decided."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from game.scenario.problems import Place

Raw: TypeAlias = "dict[str, Raw] | list[Raw] | str | None"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class Node:
    """One value of a file.

    Attributes:
        place: where the value stands.
        key: where its name stands; None for the items of a list and the whole.
        value: entries, items, a text, or None where nothing stands.
        line: the source line of ``place``.
        key_line: the source line of ``key``.
        refused: a problem was already found here; what follows from it is not reported.
        quote: characters of ``place`` before the text itself begins; None if the text is written
            otherwise than it reads (escapes, several lines).
        emptied: names of entries with nothing after the colon, which were therefore left out.

    """

    place: Place
    value: "dict[str, Node] | list[Node] | str | None"
    line: str = ""
    key: Place | None = None
    key_line: str = ""
    refused: bool = False
    quote: int | None = None
    emptied: "dict[str, Node]" = field(default_factory=dict)

    @property
    def entries(self) -> "dict[str, Node]":
        """Its named entries; none if it has no names."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> "list[Node]":
        """Its items; none if it is no list."""
        return self.value if isinstance(self.value, list) else []

    @property
    def text(self) -> str:
        """Its text; empty if it is none."""
        return self.value if isinstance(self.value, str) else ""

    def child(self, name: str | int) -> "Node | None":
        """Return the entry or item of that name, None if there is none."""
        if isinstance(self.value, dict) and isinstance(name, str):
            return self.value.get(name)
        if isinstance(self.value, list) and isinstance(name, int) and name < len(self.value):
            return self.value[name]
        return None


def plain(node: Node) -> Raw:
    """Return the bare values of a tree."""
    if isinstance(node.value, dict):
        return {name: plain(child) for name, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def nearest(root: Node, path: Path) -> tuple[Node, int, bool]:
    """Return the deepest node on a path, how many steps lead to it, and whether any was refused."""
    node, refused = root, root.refused
    for depth, name in enumerate(path):
        below = node.child(name)
        if below is None:
            return node, depth, refused
        node, refused = below, refused or below.refused
    return node, len(path), refused


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every node with its path, parents first."""
    yield path, node
    for name, child in node.entries.items():
        yield from walk(child, (*path, name))
    for number, child in enumerate(node.items):
        yield from walk(child, (*path, number))


def grown(raw: Raw, file: str) -> Node:
    """Return a tree without places from bare values, such as a save holds."""
    place = Place(file)
    if isinstance(raw, dict):
        return Node(place, {name: grown(child, file) for name, child in raw.items()})
    if isinstance(raw, list):
        return Node(place, [grown(child, file) for child in raw])
    return Node(place, raw)
