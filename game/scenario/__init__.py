"""Scenarios: text in, rules or problems out; the only package that knows YAML.

``check`` finds everything that is wrong in a file, ``load`` returns its rules. Both are fetched
when they are first asked for: playing needs ``rules`` alone, and waits for no YAML and no pydantic.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenario.checking import Checked, check, load, rules_from_source

__all__ = ["Checked", "check", "load", "rules_from_source"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("game.scenario.checking"), name)
    raise AttributeError(name)
