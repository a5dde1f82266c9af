"""Sentences that are not yet said: the pure layers choose the words, a language says them.

The core knows neither the language nor the number format of whoever reads. It therefore hands out
a :class:`Sentence`, which is the English text (the key of the gettext catalogue) and its values,
and ``report.language`` turns it into a string. The text is extracted from the calls of
:func:`sentence` and :func:`counted`, so it must stand there as a literal.

A place in the text names its kind after a colon, ``{available:money}``; without one, a value is
put in as it is. The kinds are listed in :data:`KINDS`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Final, TypeAlias

Value: TypeAlias = "str | int | float | Sentence | tuple[Value, ...]"
"""What may stand in a place: a number, a name as the author wrote it, another sentence, a list."""

KINDS: Final = frozenset(
    {
        "money",  # € 12,400: all digits
        "short",  # € 184 k: three figures
        "number",  # 1,234 (rounded to whole things)
        "decimal",  # 1.5
        "people",  # 12, 2.5: people and deals, below ten with a decimal where they are not whole
        "share",  # 41 % from .41
        "points",  # −6 pp from −.06
        "hours",  # 31 h
        "signed",  # +12
        "signed_money",  # +€ 20 k
        "list",  # "a, b and c" from a tuple
        "either",  # "a, b or c" from a tuple
        "term",  # the name of a lever or policy from its key; other words as they are
    }
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """English text with named places, and what stands in them.

    Attributes:
        text: the English text; the singular where ``plural`` is given.
        values: the places' names and values, sorted by name.
        plural: the English plural, or None where nothing is counted.
        count: the number that chooses between singular and plural.

    """

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: float = 1

    def __str__(self) -> str:
        """Say it in plain English without a locale: for logs, tests and tracebacks only."""
        text = self.plural if self.plural is not None and self.count != 1 else self.text
        return "".join(_plain(piece) for piece in pieces(text, dict(self.values)))


def sentence(text: str, **values: Value) -> Sentence:
    """Make a sentence from an English text and the values of its places.

    >>> str(sentence("{name} costs {price:money}.", name="SEO", price=1200))
    'SEO costs 1,200.'
    """
    return Sentence(text, tuple(sorted(values.items())))


def counted(singular: str, plural: str, count: float, **values: Value) -> Sentence:
    """Make a sentence whose words depend on a number, which is put in at ``{count}``.

    >>> str(counted("{count} deal", "{count} deals", 3))
    '3 deals'
    """
    values.setdefault("count", count)
    return Sentence(singular, tuple(sorted(values.items())), plural, count)


def verbatim(text: str) -> Sentence:
    """Wrap words that an author wrote (a scenario's title, a name), which nobody translates."""
    return Sentence("{text}", (("text", text),))


def pieces(text: str, values: dict[str, Value]) -> Iterator[tuple[str, Value, str]]:
    """Cut a text at its places: yields (literal before, value, kind), the last with value "".

    Raises:
        KeyError: if a place has no value; the text and its call do not fit.

    """
    for literal, name, kind, _ in Formatter().parse(text):
        yield literal, "" if name is None else values[name], kind or ""


def _plain(piece: tuple[str, Value, str]) -> str:
    literal, value, kind = piece
    return literal + _plain_value(value, kind)


def _plain_value(value: Value, kind: str) -> str:
    if isinstance(value, tuple):
        *others, last = [_plain_value(part, "") for part in value] or [""]
        between = " or " if kind == "either" else ", "
        return ", ".join(others) + between * bool(others) + last
    if isinstance(value, (str, Sentence)):
        return str(value).replace("_", " ") if kind == "term" else str(value)
    if kind == "people":
        return format(round(value, 1 if abs(value) < 9.95 else 0), ",.1f").removesuffix(".0")
    number = 100 * value if kind == "points" else value
    return format(number, _PLAIN.get(kind, ",.0f")) + (" pp" if kind == "points" else "")


_PLAIN: Final = {
    "": "g",
    "share": ".0%",
    "points": "+.0f",
    "signed": "+,.0f",
    "signed_money": "+,.0f",
    "decimal": ",.1f",
}
