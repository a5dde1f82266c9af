"""The glossary: every term, lever and measure in plain words, and how each side speaks of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from game.errors import UnknownName
from game.market import LEVERS, POLICIES
from game.report.concept_words import CONCEPT_WORDS, ConceptWords
from game.report.glossary_examples import EXAMPLES
from game.report.glossary_voices import MEASURE_VOICES, SEE
from game.report.language import Language
from game.report.lever_words import LeverWords
from game.report.measure_words import MEASURE_WORDS, MeasureWords
from game.report.names import lever_words
from game.report.workings import Sheet, Working
from game.report.workings_money import MONEY, lever_working
from game.report.workings_people import PEOPLE
from game.scenario.rules import Rules
from game.scenario.terms import ALIASES
from game.session import PlayerView
from game.words import Sentence, sentence

EntryKind: TypeAlias = Literal["concept", "lever", "policy", "measure"]

_BOOK: Final = "book-bookmark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page of the glossary.

    Attributes:
        key: stable; levers, policies and measures have their own.
        marketing, sales: how each side speaks of it.
        example: with figures.
        icon: name of a Lucide icon.
        see: keys of other entries.

    """

    key: str
    kind: EntryKind
    term: Sentence
    definition: Sentence
    marketing: Sentence
    sales: Sentence
    example: Sentence
    icon: str
    see: tuple[str, ...]


@cache
def glossary() -> tuple[Entry, ...]:
    """Return all entries: concepts, levers, policies, then the measures no concept explains."""
    levers = tuple(_lever(key, "lever", lever_words(key)) for key in LEVERS)
    policies = tuple(_lever(key, "policy", lever_words(key)) for key in POLICIES)
    concepts = tuple(_concept(key, words) for key, words in CONCEPT_WORDS.items())
    explained = CONCEPT_WORDS.keys() | ALIASES.keys() | {"turn"}
    measures = tuple(
        _measure(key, words) for key, words in MEASURE_WORDS.items() if key not in explained
    )
    return (*concepts, *levers, *policies, *measures)


def glossary_entry(key: str) -> Entry:
    """Return the entry of a term, under its key or another name it has.

    Raises:
        UnknownName: if the glossary does not have it.

    """
    wanted = ALIASES.get(key, key)
    for entry in glossary():
        if entry.key == wanted:
            return entry
    raise UnknownName("unknown_term", sentence("The glossary has no entry '{term}'.", term=key))


def known_entries(terms: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries of some terms, each once; terms that nobody knows are left out."""
    found: dict[str, Entry] = {}
    known = {entry.key: entry for entry in glossary()}
    for term in terms:
        entry = known.get(ALIASES.get(term, term))
        if entry is not None:
            found[entry.key] = entry
    return tuple(found.values())


def glossary_sorted(language: Language, wanted: str = "") -> tuple[Entry, ...]:
    """Return the entries by their term in a language.

    Args:
        language: of the reader.
        wanted: only entries whose term, other names or definition have these letters.

    """
    letters = wanted.casefold().strip()
    found = []
    for entry in glossary():
        names = [language.say(name).casefold() for name in (entry.term, *other_names(entry))]
        if any(letters in said for said in (*names, language.say(entry.definition).casefold())):
            # A name that begins with the letters is what was meant.
            meant = any(name.startswith(letters) for name in names)
            found.append((not meant, names[0], entry))
    found.sort(key=lambda each: each[:2])
    return tuple(entry for _, _, entry in found)


def other_names(entry: Entry) -> tuple[Sentence, ...]:
    """Return what else the window calls a word: the names of the figures that it explains."""
    keys = (entry.key, *_other_keys(entry.key))
    return tuple(MEASURE_WORDS[key].name for key in keys if key in MEASURE_WORDS)


def _concept(key: str, words: ConceptWords) -> Entry:
    measure = measure_of(key)
    return Entry(
        key=key,
        kind="concept",
        term=words.name,
        definition=words.definition,
        marketing=words.marketing,
        sales=words.sales,
        example=EXAMPLES[key],
        icon=MEASURE_WORDS[measure].icon if measure else _BOOK,
        see=words.see,
    )


def _measure(key: str, words: MeasureWords) -> Entry:
    voices = MEASURE_VOICES[key]
    return Entry(
        key=key,
        kind="measure",
        term=words.name,
        definition=words.description,
        marketing=voices.marketing,
        sales=voices.sales,
        example=EXAMPLES[key],
        icon=words.icon,
        see=SEE[key],
    )


def _lever(key: str, kind: EntryKind, words: LeverWords) -> Entry:
    return Entry(
        key=key,
        kind=kind,
        term=words.name,
        definition=words.description,
        marketing=words.marketing,
        sales=words.sales,
        example=EXAMPLES[key],
        icon=words.icon,
        see=SEE[key],
    )


def _other_keys(key: str) -> tuple[str, ...]:
    return tuple(other for other, meant in ALIASES.items() if meant == key)


def measure_of(key: str) -> str:
    """Return the measure that an entry explains; "" where it is none."""
    return next((other for other in (key, *_other_keys(key)) if other in MEASURE_WORDS), "")


def working(key: str, rules: Rules, view: PlayerView, language: Language) -> Working | None:
    """Return how the figure behind a word is worked out from what a seat sees now.

    None where the word has no figure, or no turn has been played yet.
    """
    if len(view.history) < 2:
        return None
    sheet = Sheet(rules, view, language)
    if key in LEVERS:
        return lever_working(sheet, key)
    work = _WORKINGS.get(key) or _WORKINGS.get(measure_of(key))
    return None if work is None else work(sheet)


_WORKINGS: Final = {**PEOPLE, **MONEY}
