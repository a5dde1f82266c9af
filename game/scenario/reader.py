"""From text to a tree: YAML's events and nothing else of YAML, so every value stays a text.

That ends the guessing of YAML (``no`` is not False here, ``12:30`` is not 750), and what a scenario
has no use for is refused at its place: tags, anchors, aliases, endless depth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import yaml

from game.scenario.layout import no_space
from game.scenario.problems import Code, Place, Problem
from game.scenario.syntax import syntax_problem
from game.scenario.tree import Node
from game.scenario.values import HOW_TO_PART, shown
from game.words import Sentence, sentence

LARGEST: Final = 1_000_000
DEEPEST: Final = 12
MOST_ENTRIES: Final = 20_000

LINE_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_TURNS_TEXT: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Signs nobody sees, which set what follows from right to left, so that it reads as another."""

_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    f"|[{_TURNS_TEXT}]"
)
_OF_TWO_BYTES: Final = 0.3
"""A text with more zeros than this, as a share, is written in signs of two bytes (UTF-16)."""

_CUT: Final = re.compile(r"\d, ?$")
_CUT_TIGHT: Final = re.compile(r"\d,$")
_THOUSANDS: Final = re.compile(r"\d{3}(?!\d)")
_SPACE: Final = " \t\n\r\x85\u2028\u2029"
_QUESTION: Final = re.compile(rf"(?<=[^{_SPACE},\[{{:])\?|(?<=[^{_SPACE},\[{{:-] )\?")
"""A question mark behind a word; at the beginning of a text YAML sees a sign of its own in it."""

_STAND_INS: Final = range(0xE000, 0xF8FF)
"""Signs without a meaning, of which one can stand for the question marks of a file."""
_TAB_INDENT: Final = re.compile("^ *(\t[ \t]*)[^\\s#]", re.MULTILINE)
_ODD_PAIRS: Final = (*(f":{sign}" for sign in ",[]{}"), *(f"{sign}#" for sign in "]},\"'"))
_ODD_SIGNS: Final = re.compile(r"(?:^|[\s,\[{:])(?:\?|!(?!=))|[\[{][^\]}]*\?", re.MULTILINE)

_ODD_BLOCK: Final = re.compile(r"[|>][-+0-9]*#")  # a remark glued to the sign of a long text


def _is_odd(text: str) -> bool:
    """Return whether the two parsers may read a text differently; rare, and then one decides."""
    if any(pair in text for pair in _ODD_PAIRS):
        return True
    if _ODD_BLOCK.search(text):
        return True
    return ("?" in text or "!" in text) and _ODD_SIGNS.search(text) is not None


class EventSource(Protocol):
    """A YAML parser, as far as it is used here."""

    def get_event(self) -> Any:
        """Return the next event, None after the last."""


def best_parser(text: str) -> EventSource:
    """Return the parser written in C where there is one, the slower equal one elsewhere."""
    return yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)


def pure_parser(text: str) -> EventSource:
    """Return the parser written in Python; its messages are the ones that are translated."""
    return yaml.SafeLoader(text)


@dataclass(slots=True)
class Reading:
    """A file being read: what was found so far."""

    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    entries: int = 0
    question: str = "?"

    def written(self, event: Any) -> str:
        """Return the text of a scalar as it was written, with its question marks."""
        return str(event.value).replace(self.question, "?")

    def line(self, number: int) -> str:
        """Return a source line, counted from 1; empty behind the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def add(
        self,
        code: Code,
        place: Place,
        words: Sentence,
        next_step: Sentence | None = None,
        first: Place | None = None,
        suggestion: str = "",
    ) -> None:
        """Note an error; ``first`` is the first of two equal names."""
        self.problems.append(
            Problem(
                code=code,
                sentence=words,
                place=place,
                source_line=self.line(place.line),
                suggestion=suggestion,
                next_step=next_step,
                secondary=first,
                secondary_line=self.line(first.line) if first else "",
                secondary_note=sentence("first here") if first else None,
            )
        )


class _Stop(Exception):  # not an error: the reading ends early, its problem is noted
    pass


def read(
    text: str, file: str, parser: Any = best_parser
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read a file into a tree.

    Args:
        text: the whole file.
        file: its name, for places.
        parser: makes the source of events.

    Returns:
        the tree (None where there is nothing to go on with) and what was wrong.

    """
    if len(text) > LARGEST:
        words = sentence(
            "this file has {given:number} characters; {allowed:number} are allowed",
            given=len(text),
            allowed=LARGEST,
        )
        return None, (Problem(code="too_large", sentence=words, place=Place(file)),)
    text = text.removeprefix("\ufeff")
    reading = Reading(file, LINE_BREAK.split(text))
    _check_signs(reading, text)
    root = None
    if not reading.problems:
        root = _read_events(reading, _questions_hidden(reading, text.replace("\t", " ")), parser)
    return root, tuple(reading.problems)


def _questions_hidden(reading: Reading, text: str) -> str:
    """Put another sign in the place of question marks, which end a text between braces in YAML."""
    if "?" not in text:
        return text
    free = (chr(number) for number in _STAND_INS if chr(number) not in text)
    reading.question = next(free, "?")
    return _QUESTION.sub(reading.question, text)


def _check_signs(reading: Reading, text: str) -> None:
    """Refuse what the two parsers would treat differently: control characters and tabs."""
    if text.count("\0") > _OF_TWO_BYTES * len(text):
        words = sentence("this file is not saved as UTF-8: every second character is invisible")
        step = sentence("open it in an editor and save it with the encoding UTF-8")
        reading.problems.append(
            Problem(
                code="control_character",
                sentence=words,
                place=Place(reading.file),
                next_step=step,
            )
        )
        return
    for found in list(_FORBIDDEN.finditer(text))[:20]:
        words = sentence(
            "an invisible control character (number {number}) stands here",
            number=str(ord(found.group())),
        )
        step = sentence("delete it; it often comes from copying out of another program")
        reading.add("control_character", _place_at(reading, text, found.start(), 1), words, step)
    for found in list(_TAB_INDENT.finditer(text))[:20]:
        start = found.start(1)
        words = sentence("this line is indented with a tab")
        step = sentence("indent with spaces, two for each level")
        place = _place_at(reading, text, start, len(found.group(1)))
        reading.add("tab", place, words, step)


def _place_at(reading: Reading, text: str, index: int, length: int) -> Place:
    before = LINE_BREAK.split(text[:index])
    return Place(reading.file, len(before), len(before[-1]) + 1, length)


def _read_events(reading: Reading, text: str, parser: Any) -> Node | None:
    if parser is best_parser and _is_odd(text):
        parser = pure_parser
    noted, counted = len(reading.problems), reading.entries
    try:
        return _document(reading, iter(parser(text).get_event, None))
    except _Stop:
        return None
    except yaml.YAMLError as error:
        del reading.problems[noted:]
        reading.entries = counted
        if parser is not pure_parser:
            # The messages that are translated, and the last word, are the pure parser's.
            return _read_events(reading, text, pure_parser)
        reading.problems.append(syntax_problem(error, reading.file, reading.lines))
        return None


def _document(reading: Reading, events: Iterator[Any]) -> Node | None:
    root: Node | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                words = sentence("a second document begins here ('---')")
                step = sentence("a scenario is one document: delete this line and what follows")
                reading.add("several_documents", _place(reading, event), words, step)
                raise _Stop
        elif isinstance(event, yaml.NodeEvent):
            root = _node(reading, event, events, 1)
    if root is None or root.value is None:
        words = sentence("this file is empty")
        step = sentence("begin with a line such as 'title: My first scenario'")
        reading.add("empty_file", Place(reading.file), words, step)
        return None
    return root


def _node(reading: Reading, event: Any, events: Iterator[Any], depth: int) -> Node:
    place = _place(reading, event)
    node = Node(place, None, line=reading.line(place.line))
    kind = type(event)
    if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
        _refuse_extras(reading, event, place)
        node.refused = True
    if kind is yaml.ScalarEvent:
        # A plain scalar's style is '' from one parser and None from the other.
        if event.value or event.style:
            node.value = reading.written(event)
            node.quote = _quote(node, node.value, is_quoted=bool(event.style))
            if event.style and _FORBIDDEN.search(node.value):
                _refuse_escape(reading, node)
    elif kind is yaml.MappingStartEvent:
        _check_depth(reading, place, depth)
        node.value = _entries(reading, events, depth)
    elif kind is yaml.SequenceStartEvent:
        _check_depth(reading, place, depth)
        node.value = _items(reading, events, depth)
    return node


def _quote(node: Node, text: str, *, is_quoted: bool) -> int | None:
    start = node.place.column - 1 + (1 if is_quoted else 0)
    written = node.line[start : start + len(text)]
    return start - node.place.column + 1 if written == text else None


def _refuse_escape(reading: Reading, node: Node) -> None:
    words = sentence("this text makes an invisible control character with a backslash")
    step = sentence("delete it; or use single quotation marks, where a backslash is one")
    reading.add("control_character", node.place, words, step)
    node.refused = True


def _items(reading: Reading, events: Iterator[Any], depth: int) -> list[Node]:
    items: list[Node] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(reading, event, events, depth + 1))
        _check_cut(reading, items, is_quoted=bool(getattr(event, "style", "")))
        _count(reading, items[-1].place)
    return items


def _check_cut(reading: Reading, items: list[Node], *, is_quoted: bool) -> None:
    """Refuse a last item that is the rest of a number: ``[cash < 1,000 EUR]``."""
    last = items[-1]
    if is_quoted or not _THOUSANDS.match(last.text):
        return
    if _CUT_TIGHT.search(last.line[: last.place.column - 1]):
        _refuse_cut(reading, last.text, last.place)
        for half in items[-2:]:
            half.refused = True


def _refuse_cut(reading: Reading, rest: str, place: Place) -> None:
    words = sentence("the comma before '{digits}' cuts a number in two", digits=shown(rest))
    reading.add("comma_in_number", place, words, HOW_TO_PART)


def _entries(reading: Reading, events: Iterator[Any], depth: int) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    for event in events:
        kind = type(event)
        if kind is yaml.MappingEndEvent:
            break
        if kind is yaml.ScalarEvent and event.value and event.anchor is None and event.tag is None:
            place, name = _place(reading, event), reading.written(event)
        else:
            key = _node(reading, event, events, depth + 1)
            place, name = key.place, ""
            if not key.refused:
                words = sentence("the name before the colon must be a simple word")
                reading.add("key_not_text", place, words)
        child = _node(reading, next(events), events, depth + 1)
        child.key, child.key_line = place, reading.line(place.line)
        _count(reading, place)
        if name:
            _enter(reading, entries, name, child, place)
    return entries


def _enter(
    reading: Reading, entries: dict[str, Node], name: str, child: Node, place: Place
) -> None:
    before = reading.line(place.line)[: place.column - 1]
    is_cut = name[0].isdecimal() and _CUT.search(before) is not None
    if child.value is None and (is_cut or name.isdecimal()):
        _refuse_cut(reading, name, place)
        for last in [*entries.values()][-1:]:
            last.refused = True  # it is half a number
    elif child.value is None and (slip := no_space(name)):
        reading.add("no_space", place, slip.words, slip.step, suggestion=slip.suggestion)
    elif name in entries:
        words = sentence("'{name}' stands here a second time", name=name)
        step = sentence("keep one of the two")
        reading.add("duplicate_key", place, words, step, entries[name].key)
    else:
        entries[name] = child


def _refuse_extras(reading: Reading, event: Any, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent):
        name = str(event.anchor)
        words = sentence("'*{name}' refers to another entry, which scenarios do not do", name=name)
        reading.add("alias", place, words, sentence("write the value out; or put it in quotes"))
    elif event.anchor is not None:
        words = sentence("'&{name}' marks an entry, which scenarios do not do", name=event.anchor)
        reading.add("anchor", place, words, sentence("delete the mark; or put the text in quotes"))
    else:
        words = sentence("'{tag}' gives a type, which scenarios do not need", tag=_short(event.tag))
        reading.add("tag", place, words, sentence("delete it; or put the text in quotes"))


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:60]


def _check_depth(reading: Reading, place: Place, depth: int) -> None:
    if depth > DEEPEST:
        words = sentence(
            "this stands more than {allowed} levels deep; nothing in a scenario does",
            allowed=DEEPEST,
        )
        reading.add("too_deep", place, words, sentence("check the brackets and the indentation"))
        raise _Stop


def _count(reading: Reading, place: Place) -> None:
    reading.entries += 1
    if reading.entries > MOST_ENTRIES:
        words = sentence("this file has more than {allowed:number} entries", allowed=MOST_ENTRIES)
        reading.add("too_many_entries", place, words)
        raise _Stop


def _place(reading: Reading, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    line = start.line + 1
    if end.line == start.line:
        length = end.column - start.column
    else:
        length = len(reading.line(line).rstrip()) - start.column
    return Place(reading.file, line, start.column + 1, max(1, length))
