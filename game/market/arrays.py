"""What every value of the market is made of: read-only arrays of doubles, axes declared once.

Axes: ``...`` worlds (any number of games in a batch), ``f`` firms in one market, ``s`` segments,
``l`` levers, ``m`` positioning messages, ``k`` internal steps of one turn.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]


Truth: TypeAlias = NDArray[np.bool_]

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Number = TypeVar("Number", np.float64, np.int64)
Value = TypeVar("Value", bound="DataclassInstance")


def locked(value: Value) -> Value:
    """Make every array of a dataclass read-only and return it: frozen alone does not freeze them.

    A view of somebody else's writable array is locked as a view; hand in arrays you own.
    """
    kind = type(value)
    if kind not in _ARRAYS:
        found = [name for name in kind.__dataclass_fields__ if _is_array(getattr(value, name))]
        # Two names at least, because the getter of one returns no tuple.
        _ARRAYS[kind] = attrgetter(*found, *found[:1])
    for array in _ARRAYS[kind](value):
        array.setflags(write=False)
    return value


_ARRAYS: dict[type, Callable[[object], tuple[NDArray[Any], ...]]] = {}
"""Reads the arrays of a dataclass: found out once, because every turn locks fifty."""


def _is_array(value: object) -> bool:
    return isinstance(value, np.ndarray)


def frozen(values: object) -> Array:
    """Copy numbers into a read-only array of doubles."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


def batched(array: NDArray[Number], shape: tuple[int, ...]) -> NDArray[Number]:
    """Repeat an array for a batch of worlds, laid out so that a batch is fast.

    Worlds lie side by side in memory (Fortran order), so that every operation runs along them and
    sums over the short axes of firms and segments are sums of long rows. NumPy keeps the order of
    its operands, so it is enough to start with it.

    Args:
        array: of one world.
        shape: of the batch; () returns a copy of the world alone.

    Returns:
        (*shape, *array.shape), writable.

    """
    return np.array(np.broadcast_to(array, (*shape, *array.shape)), order="F")


def aligned(array: Array) -> Array:
    """Return an array laid out as ``batched`` does it, read-only: itself where it already is.

    Operands in two orders make NumPy take twice as long over a small array.
    """
    if array.flags.f_contiguous:
        return array
    copy = np.asfortranarray(array)
    copy.setflags(write=False)
    return copy


def over_last(values: Array) -> Array:
    """Return the sum over the last axis, (…), halving it again and again.

    NumPy's own sum chooses its order by how the array lies in memory; then a world of a batch
    would differ from the same world alone in the last bit. Halving takes few operations, too.
    """
    count = values.shape[-1]
    if not count:
        return np.zeros(values.shape[:-1])
    while count > 2:
        half = count // 2
        summed = values[..., :half] + values[..., half : 2 * half]
        if count % 2:
            first = summed[..., 0]
            first += values[..., -1]
        values, count = summed, half
    return values[..., 0] + values[..., 1] if count == 2 else values[..., 0]


def over_firms(values: Array) -> Array:
    """Return the sum over the last axis but one, (…, s), in the same way."""
    count = values.shape[-2]
    while count > 2:
        half = count // 2
        summed = values[..., :half, :] + values[..., half : 2 * half, :]
        if count % 2:
            first = summed[..., 0, :]
            first += values[..., -1, :]
        values, count = summed, half
    return values[..., 0, :] + values[..., 1, :] if count == 2 else values[..., 0, :]
