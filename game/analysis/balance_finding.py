"""One thing that was found about a scenario, and where in its file to change something."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.analysis.balance_figures import Measured
from game.scenario.rules import Rules
from game.words import Sentence

Severity: TypeAlias = Literal["error", "remark"]
Way: TypeAlias = tuple[str | int, ...]

APART: Final = 0.01
"""Parts of par; what is less apart counts as the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found."""

    code: str  # stable
    severity: Severity
    sentence: Sentence  # what, with figures
    step: Sentence  # what to change
    way: Way  # names that lead to the place in the file; a number stands for an item of a list


Look: TypeAlias = Callable[[Rules, Measured], Iterator[Finding]]
"""Looks for one kind of fault."""
