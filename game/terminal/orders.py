"""Reads what is typed at the desk: ``advertising 20k``, ``adv +5k``, ``focus law 50%``, ``done``.

A word may be cut short as long as it is clear; a misspelt one is answered with the nearest.
"""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.errors import DecisionRejected
from game.report.amounts import quoted, whole_number
from game.words import Sentence, sentence

VERBS: Final = (
    "bar",
    "focus",
    "message",
    "split",
    "same",
    "even",
    "show",
    "undo",
    "redo",
    "reset",
    "why",
    "forecast",
    "trends",
    "segments",
    "rivals",
    "money",
    "journal",
    "partner",
    "ask",
    "yes",
    "no",
    "offer",
    "takeback",
    "help",
    "save",
    "quit",
    "done",
)
"""Everything that can be typed at the desk besides a lever."""

SPEND: Final = "spend"

_SIGNS: Final = ("+", "-", "−", "–")
"""What makes an amount a change; the dashes are those of keyboards and of pasted text."""

_ALIKE: Final = 0.65
"""How alike two words must be for one to be a slip of the other, 0–1."""

_HAIR: Final = 1e-9
"""So much may be missing by the way shares are computed."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was typed: a verb, or a lever with the verb ``spend``, and what stands behind it."""

    verb: str
    lever: str = ""
    rest: str = ""


def parse_order(typed: str, levers: Mapping[str, Sequence[str]]) -> Order:
    """Return what a line asks for: ``content 5k`` and ``demos 5k`` are understood.

    Args:
        typed: the line, not empty.
        levers: key of each lever that may be named, and its names.

    Raises:
        DecisionRejected: if nothing of that name is known, or several things begin like it.

    """
    words = typed.split()
    known = {verb: verb for verb in VERBS}
    for key, names in levers.items():
        known |= {_plain(name): key for name in (key, *names)}
    for count in range(_words_of_name(words), 0, -1):
        found = _matches(_plain(" ".join(words[:count])), known)
        if len(found) > 1:
            raise _several(words[0], found)
        if found:
            key, rest = found[0], " ".join(words[count:])
            return Order(key, rest=rest) if key in VERBS else Order(SPEND, key, rest)
    raise _unknown(words[0], tuple(known))


def choose_name(typed: str, names: Mapping[str, Sequence[str]], what: Sentence) -> str:
    """Return the key of the thing that is meant.

    Args:
        typed: its number from 1, its key, a name, or the beginning of one.
        names: key of each thing, in order, and its names.
        what: "segment", "message", ... for the sentence of a refusal.

    Raises:
        DecisionRejected: if none or several are meant.

    """
    keys = list(names)
    if number := whole_number(typed, len(keys)):
        return keys[number - 1]
    known = {_plain(name): key for key, all_names in names.items() for name in (key, *all_names)}
    found = _matches(_plain(typed), known) if typed else []
    if len(found) == 1:
        return found[0]
    raise DecisionRejected(
        "unknown_name",
        sentence(
            "Which {what} is '{typed}'? "
            "Choose one of: {keys:either}, or a number from 1 to {count}.",
            what=what,
            typed=quoted(typed),
            keys=tuple(keys),
            count=len(keys),
        ),
    )


def is_change(typed: str) -> bool:
    """Say whether an amount was typed with a sign, and so changes what there was.

    >>> is_change("+5k"), is_change("-5k"), is_change("5k")
    (True, True, False)
    """
    return typed.startswith(_SIGNS)


def amount_after(typed: str, before: float, read: Callable[[str], float]) -> float:
    """Return the amount that a line asks for, 0 or more.

    Args:
        typed: an amount; with a sign, ``+5k`` or ``-5k``, it is added to what there was or taken
            from it.
        before: what there was.
        read: returns the amount of what stands behind the sign; it may refuse it.

    Raises:
        DecisionRejected: if more is to be taken away than there was.

    """
    if not is_change(typed):
        return read(typed)
    change = read(typed[1:].strip())
    if typed.startswith("+"):
        return before + change
    if change > before + _HAIR:
        raise DecisionRejected(
            "below_zero",
            sentence(
                "'{typed}' takes away more than there is. With a sign, what you type is a change; "
                "type '0' for nothing at all.",
                typed=quoted(typed),
            ),
        )
    return max(before - change, 0.0)


def _words_of_name(words: Sequence[str]) -> int:
    """Return how many words may belong to a name: an amount does not begin with a letter."""
    amounts = (place for place, word in enumerate(words) if not word[0].isalpha())
    return next(amounts, len(words)) or 1


def _matches(name: str, known: Mapping[str, str]) -> list[str]:
    """Return the keys whose name this is, else those of which a word begins like this.

    The first word goes before the others, unless one of these is typed in full.
    """
    if name in known:
        return [known[name]]
    first = [key for full, key in known.items() if full.startswith(name)]
    whole = [key for full, key in known.items() if name in full.split("_")]
    begun = [key for full, key in known.items() if f"_{name}" in full]
    return list(dict.fromkeys([*first, *whole] or begun))


def _plain(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").split())


def _several(typed: str, found: Sequence[str]) -> DecisionRejected:
    return DecisionRejected(
        "several_names",
        sentence(
            "'{typed}' could be {found:either}. Type more of it.",
            typed=quoted(typed),
            found=tuple(found),
        ),
    )


def _unknown(typed: str, known: Sequence[str]) -> DecisionRejected:
    close = difflib.get_close_matches(_plain(typed), known, n=1, cutoff=_ALIKE)
    if close:
        said = sentence(
            "'{typed}' is not known here. Did you mean '{close}'?",
            typed=quoted(typed),
            close=close[0],
        )
    else:
        said = sentence(
            "'{typed}' is not known here. Type 'help' to see what is.", typed=quoted(typed)
        )
    return DecisionRejected("unknown_order", said)
