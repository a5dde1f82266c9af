"""What every value of the market is made of: read-only arrays of doubles, axes declared once.

Axes: ``...`` worlds (any number of games in a batch), ``f`` firms in one market, ``s`` segments,
``l`` levers, ``m`` positioning messages, ``k`` internal steps of one turn.
"""

from dataclasses import fields
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]


Truth: TypeAlias = NDArray[np.bool_]

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")


def locked(value: Value) -> Value:
    """Make every array of a dataclass read-only and return it: frozen alone does not freeze them.

    A view of somebody else's writable array is locked as a view; hand in arrays you own.
    """
    for field in fields(value):
        array = getattr(value, field.name)
        if isinstance(array, np.ndarray):
            array.setflags(write=False)
    return value


def frozen(values: object) -> Array:
    """Copy numbers into a read-only array of doubles."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array
