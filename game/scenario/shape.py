"""The model seen as a shape: which names may stand where, and which texts must be names of things.

References are followed on the tree itself, so that they are found even where the model refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, cast, get_args, get_origin

from pydantic import BaseModel

from game.scenario.fields import FIXED, Ref
from game.scenario.tree import Node, Path


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place of a file.

    Attributes:
        fields: names of a block and what belongs there; None if it is no block.
        item: what belongs behind free names, or into a list; None if there are none.
        is_list: whether it is a list.
        names: what the free names must be.
        ref: what the text must be the name of.

    """

    fields: "Mapping[str, Shape] | None" = None
    item: "Shape | None" = None
    is_list: bool = False
    names: Ref | None = None
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A text of a file that must be a name."""

    path: Path
    node: Node
    ref: Ref
    is_key: bool


@cache
def shape_of(annotation: Any) -> Shape:
    """Return the shape that an annotation of the model describes."""
    kind, ref = _bare(annotation)
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return Shape(fields=_block_fields(kind))
    if origin is dict:
        key, value = get_args(kind)
        return Shape(item=shape_of(value), names=_bare(key)[1])
    if origin is list:
        return Shape(item=shape_of(get_args(kind)[0]), is_list=True)
    return Shape(ref=ref)


def _block_fields(block: type[BaseModel]) -> dict[str, Shape]:
    shapes = {}
    for name, field in block.model_fields.items():
        shape = shape_of(cast(Any, field.annotation))
        ref = next((each for each in field.metadata if isinstance(each, Ref)), None)
        shapes[name] = Shape(ref=ref) if ref else shape
    return shapes


def _bare(annotation: Any) -> tuple[Any, Ref | None]:
    """Return an annotation without ``Annotated`` and ``| None``, and its reference."""
    ref = None
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *extras = get_args(annotation)
            ref = ref or next((each for each in extras if isinstance(each, Ref)), None)
        elif origin in (Union, UnionType):
            annotation = next(each for each in get_args(annotation) if each is not NoneType)
        else:
            return annotation, ref


def shape_at(root: Shape, path: Path) -> Shape | None:
    """Return the shape at a path, None where the model knows of nothing."""
    shape: Shape | None = root
    for name in path:
        if shape is None:
            return None
        if shape.fields is not None and isinstance(name, str):
            shape = shape.fields.get(name)
        else:
            shape = shape.item
    return shape


def references(shape: Shape, node: Node, path: Path = ()) -> Iterator[Reference]:
    """Yield every text of a tree that must be a name, with its path."""
    if shape.fields is not None:
        for name, child in node.entries.items():
            if name in shape.fields:
                yield from references(shape.fields[name], child, (*path, name))
    elif shape.item is not None:
        for name, child in node.entries.items():
            if shape.names is not None and not shape.is_list:
                yield Reference((*path, name), child, shape.names, is_key=True)
            yield from references(shape.item, child, (*path, name))
        for number, child in enumerate(node.items):
            yield from references(shape.item, child, (*path, number))
    elif shape.ref is not None and isinstance(node.value, str):
        yield Reference(path, node, shape.ref, is_key=False)


def names_for(
    reference: Reference, root: Node, usual: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return the names a reference may choose from.

    Args:
        reference: the text.
        root: of the tree, for the blocks of the file.
        usual: names of a block that the file does not have.

    """
    ref = reference.ref
    if ref.to in FIXED:
        return (*FIXED[ref.to], *ref.also)
    block: Node | None = root
    # Answers belong to the question beside which the reference stands.
    way = (*reference.path[:-1], "answers") if ref.to == ANSWERS else (ref.to,)
    for name in way:
        block = block.child(name) if block is not None else None
    if block is None or not block.entries:
        return (*usual.get(ref.to, ()), *ref.also)
    return (*block.entries, *ref.also)


ANSWERS: Final = "answers"
